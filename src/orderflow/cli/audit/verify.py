"""`orderflow audit verify`: whatever is missing, doubled, moved or changed in a log."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.audit import verify
from orderflow.cli.audit.asked import begun, number_of, orders, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED, WrongUse
from orderflow.cli.ledger_shared import content_of, trust_in, verifier_of
from orderflow.cli.logs import place_of
from orderflow.cli.progress import Bar

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit import CheckpointChecked, Finding, Note, Verified
    from orderflow.audit.ledger.trust import Trust
    from orderflow.cli.page import Page
    from orderflow.telling import Teller


def run(arguments: Namespace) -> int:
    """Print the verdict and the findings; 1 where there is any."""
    try:
        found = _verified(arguments)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "cryptography":
            raise
        raise WrongUse(str(error)) from None
    except ValueError as error:
        raise WrongUse(str(error)) from None
    if arguments.json:
        head = {"format": "orderflow/audit/verify/1", "more": found.unlisted}
        print_document({**head, **found.model_dump(mode="json")})
    else:
        _print(arguments, found)
    return DONE if found.sound else FAILED


def _verified(arguments: Namespace) -> Verified:
    checkpoints = {name: content_of(name) for name in arguments.checkpoint}
    bar = Bar("events")
    try:
        return verify(
            _place(arguments),
            ledger=arguments.ledger,
            checkpoints=checkpoints,
            trust=_trust(arguments),
            jobs=arguments.jobs,
            at_most=arguments.at_most,
            progress=bar.told,
        )
    finally:
        bar.wipe()


def _place(arguments: Namespace) -> Path:
    if arguments.file is not None and arguments.db is not None:
        msg = "name one log: with --db or with --file"
        raise WrongUse(msg)
    place = (arguments.file or place_of(arguments)).removeprefix("sqlite:///")
    if "://" in place or place == ":memory:":
        msg = "a log is verified where it is kept in a file; name one with --db or --file"
        raise WrongUse(msg)
    if not os.path.exists(place):  # noqa: PTH110
        msg = f"no event log at '{place}'; name one with --db or --file"
        raise WrongUse(msg)
    return Path(place)


def _trust(arguments: Namespace) -> Trust | None:
    if arguments.key is not None:
        return trust_in(arguments, verifier_of(arguments.key))
    if arguments.witness or arguments.quorum is not None:
        msg = "cosignatures are checked together with the signature of the log: --key"
        raise WrongUse(msg)
    return None


def _print(arguments: Namespace, found: Verified) -> None:
    t = teller(arguments, None)
    page = begun(t("Verification", "Verificatie"), found, t)
    page.text(_verdict(found, t), style="good" if found.sound else "bad")
    _print_facts(page, found, t)
    for finding in found.findings:
        _print_finding(page, finding, t)
    if found.unlisted:
        page.line()
        page.text(t(f"… and {found.unlisted} more.", f"… en nog {found.unlisted}."))
    if found.notes:
        page.heading(t("To be known", "Ter informatie"))
    for note in found.notes:
        _print_note(page, note, t)


def _verdict(found: Verified, t: Teller) -> str:
    read = number_of(found.events, ("event", "gebeurtenis"), ("events", "gebeurtenissen"), t)
    of = orders(found.orders, t)
    if found.sound:
        return t(
            f"SOUND: {read} of {of} were read, and nothing is wrong.",
            f"IN ORDE: {read} van {of} gelezen, en er is niets mis.",
        )
    wrong = number_of(
        sum(found.found.values()), ("finding", "bevinding"), ("findings", "bevindingen"), t
    )
    cut = "" if found.complete else t(" Not all of it could be read.", " Niet alles was leesbaar.")
    return t(
        f"NOT SOUND: {wrong}; {read} of {of} were read.{cut}",
        f"NIET IN ORDE: {wrong}; {read} van {of} gelezen.{cut}",
    )


def _print_facts(page: Page, found: Verified, t: Teller) -> None:
    if found.first_position is not None:
        page.field(t("positions", "posities"), f"{found.first_position} – {found.last_position}")
    for one in found.checkpoints:
        page.field(t("checkpoint", "ijkpunt"), _checkpoint(one, t))
    page.field(t("root", "wortel"), found.root)
    for kind, times in found.found.items():
        page.field(kind, str(times), column=28)


def _checkpoint(one: CheckpointChecked, t: Teller) -> str:
    size = number_of(one.size, ("event", "gebeurtenis"), ("events", "gebeurtenissen"), t)
    holds = t("holds", "klopt") if one.holds else t("does NOT hold", "klopt NIET")
    signed = {
        True: t("signature right", "handtekening goed"),
        False: t("signature NOT to be believed", "handtekening NIET te geloven"),
        None: t("signature not checked", "handtekening niet getoetst"),
    }[one.signed]
    cosigned = "".join(f", {name}" for name in one.cosigned)
    return f"{one.source}: {size}, {holds}, {signed}{cosigned}"


def _print_finding(page: Page, found: Finding, t: Teller) -> None:
    where = [
        found.file or "",
        "" if found.line is None else f"{t('line', 'regel')} {found.line}",
        "" if found.position is None else f"{t('position', 'positie')} {found.position}",
        found.stream or "",
        "" if found.version is None else f"{t('event', 'gebeurtenis')} {found.version}",
    ]
    if found.position is None and found.stream is None and found.place is not None:
        where.append(f"{t('place', 'plaats')} {found.place}")
    page.heading(f"{' · '.join(filter(None, where)) or t('the log', 'het logboek')}")
    page.text(f"{t(found.sentence, found.sentence_nl)} [{found.kind}]", 2, style="bad")


def _print_note(page: Page, note: Note, t: Teller) -> None:
    where = "" if note.position is None else f"{t('position', 'positie')} {note.position}: "
    page.text(f"{where}{t(note.sentence, note.sentence_nl)} [{note.kind}]", 2)
