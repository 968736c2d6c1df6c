"""`orderflow audit`: each part as text in both languages, as JSON, and refused."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orderflow.casefile import SimulatedClock, open_simulated, published_cases, run_case
from orderflow.cli.arguments_audit import PARTS
from orderflow.cli.schema import schema_of
from orderflow.order.commands import RecordWishes
from orderflow.store import ProtectionOrders
from tests.spec import ORDER
from tests.unit.cli.support import LATER, Log, Type, real_log
from tests.unit.order import acts

BETWEEN = ("2025-01-11T00:00Z", "2025-01-12T12:00Z")
AFTERWARDS = ("2025-01-13T12:00Z", "2025-01-15T12:00Z")
RU, MNE = "adca", "ce3c"
RU_ID = "adca0241-a22b-55bc-9138-471af83c6f12"


@pytest.fixture(scope="session")
def every(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a log of all published cases."""
    place = tmp_path_factory.mktemp("audit") / "all.db"
    orders, clock = open_simulated(place)
    with orders:
        for case in published_cases():
            run_case(case, orders, clock=clock)
    return str(place)


ASKED: tuple[tuple[str, ...], ...] = (
    ("replay",),
    ("replay", "--order", RU, "--at", "2013-03-02T12:00Z", "--known-at", "2013-03-02T12:00Z"),
    ("replay", "--at", "2000-01-01T00:00Z"),
    ("diff", "--known-at", "2013-03-01T12:00Z", "2013-06-01T12:00Z"),
    ("diff", "--known-at", "2000-01-01T12:00Z", "2030-06-01T12:00Z"),
    ("diff", "--known-at", "2000-01-01T12:00Z", "2000-01-01T12:00Z"),
    ("explain", RU),
    ("explain", MNE, "--known-at", "2022-12-01T12:00Z"),
    ("conformance",),
    ("terms", "--order", RU),
    ("sample", "--seed", "2026", "--size", "3"),
    ("sample", "--seed", "2026", "--size", "3", "--by-risk"),
    ("rejudge",),
    ("rejudge", "--regime", LATER, "--as-if"),
    ("rejudge", "--regime", "nl-hybrid-draft@2025+civil", "--as-if", "--all"),
    ("rejudge", "--regime", "nl-hybrid-draft@2025"),
    ("digest",),
)


@pytest.mark.parametrize("argv", ASKED, ids=" ".join)
def test_every_part_answers_in_json_as_it_promises(
    typed: Type, every: str, argv: tuple[str, ...]
) -> None:
    """One document, of the form that its schema describes."""
    printed = typed("audit", *argv, "--db", every, "--json")

    assert (printed.code, printed.err) == (0, "")
    Draft202012Validator(schema_of("audit")).validate(printed.document)
    assert printed.document["format"] == f"orderflow/audit/{argv[0]}/1"


@pytest.mark.parametrize("argv", ASKED, ids=" ".join)
def test_every_part_answers_in_both_languages(
    typed: Type, every: str, argv: tuple[str, ...]
) -> None:
    """A page of at most 80 columns in English, and another in Dutch."""
    english = typed("audit", *argv, "--db", every)
    dutch = typed("audit", *argv, "--db", every, "--lang", "nl")

    assert (english.code, dutch.code) == (0, 0)
    assert "SIMULATION" in english.out
    assert "SIMULATIE" in dutch.out


def test_the_ledger_is_a_part_like_the_others(typed: Type, every: str, tmp_path: Path) -> None:
    """A log is begun and an event of it proven, as typed."""
    key, ledger, proof = (str(tmp_path / name) for name in ("log.key", "ledger", "proof"))
    at = ("--db", every, "--ledger", ledger)
    made = typed("audit", "keygen", "log.example/orders", "--out", key)
    first = ("--begin", "--out", str(tmp_path / "first"))
    assert (made.code, typed("audit", "checkpoint", "--key", key, *at, *first).code) == (0, 0)
    assert typed("audit", "prove", RU_ID, "1", *at, "--out", proof).code == 0
    checked = typed("audit", "check-proof", proof, "--key", made.out.strip())

    assert (checked.code, "is in the log log.example/orders" in checked.flat) == (0, True)


def test_every_part_is_tried() -> None:
    """No part of the audit is left out above."""
    assert {argv[0] for argv in ASKED} == {part.__name__ for part in PARTS}


def test_the_textbook_difference_is_on_the_page(typed: Type, every: str) -> None:
    """RU under the law of 2014: no offence became up to five years, but for one value."""
    page = typed("audit", "rejudge", "--regime", LATER, "--as-if", "--order", RU, "--db", every)

    assert "is no criminal offence. [no_offence]) → open, at most 5 years" in page.flat
    assert "but for breach.criminal: no → yes" in page.flat
    assert "Otherwise: 1 order, 1 incident, 1 decision." in page.flat


@pytest.fixture
def untold(tmp_path: Path) -> str:
    """Return a log of an order of which the police were not told."""
    place = tmp_path / "untold.db"
    clock = SimulatedClock(acts.ASKED)
    with ProtectionOrders.open(place, clock=clock, simulated=True) as orders:
        for command in (acts.request(), acts.grant(), acts.seal(acts.day(1))):
            clock.set(command.occurred_at)
            orders.handle(command)
    return str(place)


def test_an_exceeded_term_is_a_failed_check(typed: Type, untold: str) -> None:
    """Nobody told the police; as text and as JSON the exit code is 1."""
    asked = ("audit", "terms", "--db", untold, "--at", "2025-01-10T00:30Z")
    page, document = typed(*asked), typed(*asked, "--json")

    assert (page.code, document.code) == (1, 1)
    assert "EXCEEDED, by 1 day" in page.flat
    assert "calendar clear business days: no weekends, no holidays" in page.flat
    assert "1 term exceeded." in page.flat
    assert {one["due_at"] for one in document.document["terms"]} == {"2025-01-08T23:59:59Z"}


def test_all_terms_are_shown_on_request(typed: Type, every: str, untold: str) -> None:
    """Terms that were kept, and those that no law sets, are shown with `--all`."""
    page = typed("audit", "terms", "--all", "--db", every, "--at", "2016-12-31T12:00Z")

    assert page.code == 0
    assert "the regime sets no term" in page.flat
    assert "in time" in page.flat
    assert "calendar every day counts" in page.flat
    running = typed("audit", "terms", "--all", "--db", untold, "--at", "2025-01-08T12:00Z")
    assert "the term is running" in running.flat
    late = typed("audit", "terms", "--db", untold, "--at", "2025-01-09T00:30Z")
    assert "by less than an hour" in late.flat


def test_digests_are_kept_once_and_compared(typed: Type, every: str, tmp_path: Path) -> None:
    """The same log gives the same digests; a file that is there is not replaced."""
    kept = str(tmp_path / "kept.jsonl")

    assert typed("audit", "digest", "--out", kept, "--db", every).code == 0
    again = typed("audit", "digest", "--out", kept, "--db", every)
    assert (again.code, "is there already" in again.err) == (2, True)
    same = typed("audit", "digest", "--against", kept, "--db", every)
    assert (same.code, "12 of 12 orders are read as they were then" in same.flat) == (0, True)
    document = typed("audit", "digest", "--against", kept, "--db", every, "--json")
    Draft202012Validator(schema_of("audit")).validate(document.document)
    Path(kept).write_text("nothing\n")
    broken = typed("audit", "digest", "--against", kept, "--db", every)
    assert (broken.code, "no kept digests" in broken.err) == (2, True)


@pytest.fixture
def edited(every: str, tmp_path: Path) -> str:
    """Return the log with the type of one event changed behind our back."""
    place = tmp_path / "edited.db"
    with closing(sqlite3.connect(every)) as file:
        file.execute(f"VACUUM INTO '{place}'")
    with closing(sqlite3.connect(place)) as file, file:
        file.execute("DROP TRIGGER events_are_never_edited")
        file.execute("UPDATE stored_events SET topic = 'orderflow/X/1' WHERE position = 3")
    return str(place)


def test_what_cannot_be_read_is_located(typed: Type, edited: str, every: str) -> None:
    """An unknown event is a deviation with its position, and a difference in the digests."""
    page = typed("audit", "conformance", "--db", edited)
    document = typed("audit", "conformance", "--db", edited, "--json")

    assert (page.code, document.code) == (1, 1)
    assert "position 3 · adca0241" in page.flat
    assert document.document["deviations"][0]["position"] == 3
    typed("audit", "digest", "--out", "kept.jsonl", "--db", every)
    with closing(sqlite3.connect(edited)) as file, file:
        file.execute("DROP TRIGGER events_are_never_deleted")
        file.execute("DELETE FROM stored_events WHERE position = 3")
    assert "position – · adca0241" in typed("audit", "conformance", "--db", edited).flat
    compared = typed("audit", "digest", "--against", "kept.jsonl", "--db", edited)
    assert (compared.code, "unreadable" in compared.flat) == (1, True)
    stopped = typed("audit", "replay", "--db", edited, "--json")
    assert (stopped.code, stopped.out) == (1, "")


def line(kind: str, time: str) -> str:
    """Return a line of a foreign log."""
    return json.dumps({"subject": "a", "type": kind, "time": time}) + "\n"


def test_a_foreign_log_is_compared(typed: Type) -> None:
    """A log of another system conforms or deviates; their names are translated on request."""
    Path("theirs.jsonl").write_text(
        line("order.asked", "2025-01-06T09:00Z") + line("OrderGranted", "2025-01-06T10:00Z")
    )
    asked = ("audit", "conformance", "--file", "theirs.jsonl")
    page = typed(*asked)
    assert (page.code, "no event of this type" in page.flat) == (1, True)
    good = typed(*asked, "--type", "order.asked=OrderRequested", "--json")
    assert (good.code, good.document["conforms"]) == (0, True)
    Draft202012Validator(schema_of("audit")).validate(good.document)


def test_a_foreign_step_that_is_not_permitted_names_the_states(typed: Type) -> None:
    """The page says which states the order may have been in."""
    Path("theirs.jsonl").write_text(
        line("OrderRequested", "2025-01-06T09:00Z") + line("OrderSealed", "2025-01-06T10:00Z")
    )
    page = typed("audit", "conformance", "--file", "theirs.jsonl")

    assert "State before: requested." in page.flat


@pytest.mark.parametrize(
    "argv, says",
    [
        (("replay", "--db", "nothing.db"), "no event log at 'nothing.db'"),
        (("replay", "--db", "postgresql://x/y?bogus=1"), "PostgreSQL"),
        (("replay", "--order", "ffff"), "no order 'ffff'"),
        (("replay", "--at", "2013-06-01T12:00"), "--at 2013-06-01T12:00 has no time zone"),
        (("diff", "--known-at", "2013-06-01T12:00Z", "2013-05-01T12:00Z"), "earlier moment first"),
        (("sample", "--seed", "1", "--size", "0"), "at least one order"),
        (("rejudge", "--regime", "nl-nothing@2025"), "no regime 'nl-nothing@2025'"),
        (("conformance", "--file", "nothing.jsonl"), "no such file: 'nothing.jsonl'"),
        (("conformance", "--file", "empty", "--type", "x"), "is no pair"),
        (("conformance", "--file", "empty", "--type", "x=y"), "no event of the lifecycle"),
        (("nothing",), "invalid choice"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(
    typed: Type, every: str, argv: tuple[str, ...], says: str
) -> None:
    """What is not there or not well formed is named; the exit code is 2."""
    Path("empty").write_text("")
    asked = typed("audit", *argv, *(() if "--db" in argv else ("--db", every)))

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err


def test_a_real_log_is_asked_about_now(typed: Type, tmp_path: Path) -> None:
    """Without a moment, a log of the real clock is shown as it stands at this moment."""
    place = tmp_path / "real.db"
    real_log(place)
    printed = typed("audit", "replay", "--db", str(place), "--json")

    assert printed.document["at"] is not None
    assert printed.document["orders"] == []


def test_a_case_under_law_that_was_not_in_force_says_so(typed: Type, log: Log) -> None:
    """The history of the case lived as if under later law names that."""
    told = typed("audit", "explain", log.second, "--db", log.place)

    assert "under uk-ew-fmpo@2014 (values" in told.flat
    assert ", as if it had been in force." in told.flat


@pytest.fixture
def eventful(tmp_path: Path) -> str:
    """Return a log on which much came otherwise than was thought, under a law not at hand."""
    place = tmp_path / "eventful.db"
    orders, clock = open_simulated(place)
    with orders:
        for command in (
            acts.request(order_id=ORDER),
            acts.grant(),
            acts.seal(),
            acts.inform(acts.day(1)),
            acts.report(acts.day(2)),
            acts.refer(acts.day(3)),
            acts.report(acts.day(4), "second"),
            acts.dismiss(acts.day(5), "second"),
            acts.report(acts.day(5, "11:00"), "third"),
            acts.pursue(acts.day(5, "12:00"), "third"),
            acts.invalidate(acts.day(6)),
            acts.discharge(acts.day(7)),
            acts.wish(acts.day(8)),
        ):
            late = timedelta(hours=isinstance(command, RecordWishes))
            clock.set(command.occurred_at + late)
            given = {"order_id": ORDER} if "order_id" in type(command).model_fields else {}
            orders.handle(command.model_copy(update=given))
    return str(place)


def test_a_page_tells_what_came_otherwise(typed: Type, eventful: str) -> None:
    """A notice that did not hold, a referral and a dismissal are told in words."""
    replayed = typed("audit", "replay", "--db", eventful, "--at", "2025-01-11T12:00Z")
    assert "with the prosecutor" in replayed.flat
    assert "put aside" in replayed.flat
    learned = typed("audit", "diff", "--db", eventful, "--known-at", *BETWEEN)
    assert "counts for nothing after all" in learned.flat
    quiet = typed("audit", "diff", "--db", eventful, "--known-at", *BETWEEN, "--json")
    assert quiet.document["orders"][0]["learned"]
    wish = typed("audit", "diff", "--db", eventful, "--known-at", *AFTERWARDS)
    assert "It changed no answer here." in wish.flat
    assert "in the civil court" in replayed.flat
    told = typed("audit", "explain", str(ORDER), "--db", eventful)
    assert "14 January 2025, 10:00 · recorded 14 January 2025, 11:00" in told.flat
    late = typed("audit", "terms", "--db", eventful)
    assert "6 January 2025, 10:00, within 1 day (Europe/London)" in late.flat


def test_a_law_that_is_not_at_hand_is_named(typed: Type, eventful: str) -> None:
    """Its history is told all the same; what cannot be judged is an error in one sentence."""
    with closing(sqlite3.connect(eventful)) as file, file:
        file.execute("DROP TRIGGER events_are_never_edited")
        file.execute(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT),"
            ' \'@2014","digest":"\', \'@2014","digest":"0\') AS BLOB) WHERE position = 1'
        )
    told = typed("audit", "explain", str(ORDER), "--db", eventful)
    assert "it is not at hand unchanged" in told.flat
    judged = typed("audit", "rejudge", "--db", eventful)
    assert (judged.code, "is not the one that was pinned" in judged.err) == (2, True)


def test_code_that_decides_otherwise_fails_the_check(typed: Type, eventful: str) -> None:
    """Where its own law gives something else today, the page says so and the exit code is 1."""
    with closing(sqlite3.connect(eventful)) as file, file:
        file.execute("DROP TRIGGER events_are_never_edited")
        file.execute(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT),"
            ' \'"legal_nature":"civil"\', \'"legal_nature":"administrative"\') AS BLOB)'
            " WHERE position = 2"
        )
    judged = typed("audit", "rejudge", "--db", eventful)

    assert judged.code == 1
    assert "OrderGranted.legal_nature: administrative → civil" in judged.flat
    assert "Today's code does not give what is on record" in judged.flat


def test_a_step_that_leads_elsewhere_says_where_it_may_lead(typed: Type, eventful: str) -> None:
    """A discharge moved to before the order ends nothing, and the page says what it should."""
    with closing(sqlite3.connect(eventful)) as file, file:
        file.execute("DROP TRIGGER events_are_never_edited")
        file.execute(
            "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT),"
            ' \'"event":{"occurred_at":"2025\', \'"event":{"occurred_at":"2024\') AS BLOB)'
            " WHERE topic = 'orderflow/OrderDischarged/1'"
        )
    page = typed("audit", "conformance", "--db", eventful)

    assert page.code == 1
    assert "It may lead to lapsed." in page.flat
    assert "State after: referred." in page.flat


def test_an_audit_leaves_the_log_as_it_is(typed: Type, log: Log, tmp_path: Path) -> None:
    """Not a byte of the file changes."""
    with ProtectionOrders.open(log.place):
        pass  # So that nothing is left in a write-ahead log.
    copy = shutil.copy(log.place, tmp_path / "copy.db")
    before = Path(copy).read_bytes()
    for argv in (("replay",), ("conformance",), ("rejudge", "--regime", LATER)):
        assert typed("audit", *argv, "--db", str(copy)).code == 0

    assert Path(copy).read_bytes() == before
