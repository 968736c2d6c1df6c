"""What an event says: which fault of it which reader of a bundle finds, and which does not.

A log is made with one fault in it, a ledger over it, and a bundle of that by somebody who signs
without looking. What `docs/auditing/bundle.md` says of these faults is what is found here.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from unittest.mock import patch

import pytest

from orderflow.audit import verify
from orderflow.audit.bundle import Bundle, check, choosing, making
from orderflow.audit.interchange import Selection, open_log
from orderflow.audit.ledger.keyfile import write_key
from orderflow.audit.ledger.trust import Trust
from orderflow.cli import main
from orderflow.cli.logs import reader_at
from orderflow.errors import EventLogError, LedgerError
from tests.outsider.verifier import LOG, ask
from tests.unit.audit.bundle.making import RU, Place, bundled, checkpoint, lived
from tests.unit.audit.ledger.making import LOG_KEY, tampered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.bundle import Source
    from orderflow.audit.ledger.source import StoredEvent

CASE: Final = "bedfordshire-police-v-ru-2013"
ORDER: Final = Selection(order=RU)
PERIOD: Final = Selection(
    recorded_from=datetime(1900, 1, 1, tzinfo=UTC),
    recorded_before=datetime(2100, 1, 1, tzinfo=UTC),
)
EARLIER: Final = (
    """state = CAST(replace(state, '"recorded_at":"20', '"recorded_at":"19') AS BLOB)"""
)


class Fault(NamedTuple):
    """A fault, and who finds it.

    Attributes:
        change: What is done to the log before its ledger is made.
        selection: What the bundle is of.
        ours: What `check-bundle` says of it; nothing if it accepts the bundle.
        outsider: What `verify_bundle.py` says of it.
        verify: Which finding `audit verify` has in the log.
    """

    change: str
    selection: Selection
    ours: str
    outsider: str
    verify: str


NO_REQUEST: Final = "is not the envelope of an event"
FAULTS: Final = {
    "unknown type, order": Fault(
        "topic = 'orderflow/FromTheFuture/1' WHERE position = 5",
        ORDER, "", "does not know the type", "unknown_type",
    ),
    "unknown type, period": Fault(
        "topic = 'orderflow/FromTheFuture/1' WHERE position = 5",
        PERIOD, "", "does not know the type", "unknown_type",
    ),
    "no envelope, order": Fault(
        "state = x'7b7d' WHERE position = 5", ORDER, "", NO_REQUEST, "unreadable",
    ),
    "no envelope, period": Fault(
        "state = x'7b7d' WHERE position = 5",
        PERIOD, "does not say when it was recorded", NO_REQUEST, "unreadable",
    ),
    "no envelope of a request, order": Fault(
        "state = x'7b7d' WHERE position = 1", ORDER, "", NO_REQUEST, "unreadable",
    ),
    "id of no order, period": Fault(
        "originator_id = 'nobody' WHERE position > 0", PERIOD, "", "no 32 digits", "malformed",
    ),
    "earlier than the one before, order": Fault(
        f"{EARLIER} WHERE position = 5",
        ORDER, "", "recorded before the event it follows", "recorded_earlier",
    ),
    "earlier than the one before, period": Fault(
        f"{EARLIER} WHERE position = 5",
        PERIOD, "", "recorded before the event it follows", "recorded_earlier",
    ),
}  # fmt: skip


def faulty(folder: Path, fault: Fault) -> Place:
    """Return a log with a fault in it, and a ledger that was begun over it."""
    place = lived(folder, CASE)
    tampered(place.log, f"UPDATE stored_events SET {fault.change}")  # noqa: S608 - our own
    for one in folder.glob("orders.db.ledger*"):
        one.unlink()
    return place._replace(checkpoints=(checkpoint(place.log, place.ledger),))


def signed_without_looking(place: Place, out: Path, selection: Selection, honest: Path) -> None:
    """Make a bundle as somebody would who has the key and another program."""

    def chosen(source: Source, selection: Selection) -> Iterator[StoredEvent]:
        of_all = source.stored.events_from(0)
        return (one for one in of_all if selection.order in {None, one.stream})

    with closing(open_log(lived(honest, CASE).log)) as reader:
        law = list(choosing.pinned_by(choosing.Source(None, reader), RU))  # type: ignore[arg-type]
    with (
        patch.object(making, "chosen", chosen),
        patch.object(making, "pinned_by", lambda *_: law),
    ):
        bundled(place, out, selection)


def ours(bundle: Path) -> str:
    """Return what `check-bundle` says; nothing if it accepts the bundle."""
    try:
        with Bundle.open(bundle) as opened:
            check(opened, Trust(LOG_KEY.verifier))
    except (LedgerError, EventLogError) as error:
        return str(error)
    return ""


def reading(bundle: Path) -> str:
    """Return what stops `audit explain` and all others that read each order; or nothing."""
    try:
        with closing(reader_at(str(bundle))) as reader:
            for order_id in reader.order_ids():
                reader.history(order_id)
    except EventLogError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_each_fault_is_found_by_whom_the_page_says(tmp_path: Path, fault: Fault) -> None:
    """`audit bundle` makes none, `check-bundle` accepts most, whoever reads events none."""
    (tmp_path / "honest").mkdir()
    place, forged = faulty(tmp_path, fault), tmp_path / "forged.tar"
    with pytest.raises(EventLogError):
        bundled(place, tmp_path / "made", fault.selection)
    signed_without_looking(place, forged, fault.selection, tmp_path / "honest")

    said = ours(forged)
    assert (bool(said), fault.ours in said) == (bool(fault.ours), True)
    found = ask("bundle", forged, "--key", LOG)
    assert (found.code, fault.outsider in found.said) == (1, True)
    assert reading(forged)
    verified = verify(str(place.log), jobs=1)
    assert fault.verify in {finding.kind for finding in verified.findings}


@pytest.mark.parametrize("selection", [ORDER, PERIOD], ids=["order", "period"])
def test_without_a_fault_all_accept_what_was_signed_without_looking(
    tmp_path: Path, selection: Selection
) -> None:
    """So that it is the fault that is found, and not the way in which the bundle was made."""
    (tmp_path / "honest").mkdir()
    place, forged = lived(tmp_path, CASE), tmp_path / "forged.tar"
    signed_without_looking(place, forged, selection, tmp_path / "honest")
    bundled(place, tmp_path / "made", selection)

    assert forged.read_bytes() == (tmp_path / "made").read_bytes()
    assert ours(forged) == ""
    assert ask("bundle", forged, "--key", LOG).code == 0
    assert reading(forged) == ""
    assert verify(str(place.log), jobs=1).sound


@pytest.mark.parametrize("act", ["verify", "checkpoint", "prove", "bundle", "export", "import"])
def test_what_speaks_of_a_whole_log_refuses_a_bundle(
    tmp_path: Path, act: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A part is not taken for the whole, and nothing is made of it."""
    place, whole = lived(tmp_path, CASE), str(tmp_path / "order.tar")
    bundled(place, tmp_path / "order.tar", ORDER)
    write_key(tmp_path / "log.key", LOG_KEY)
    key, ledger, new = str(tmp_path / "log.key"), str(place.ledger), str(tmp_path / "new")
    words = {
        "verify": ("--db", whole),
        "checkpoint": ("--db", whole, "--ledger", ledger, "--key", key, "--out", new),
        "prove": (RU, "1", "--db", whole, "--ledger", ledger, "--out", new),
        "bundle": (RU, "--db", whole, "--ledger", ledger, "--key", key, "--out", new),
        "export": ("--db", whole, "--to", "jsonl", "--out", new),
        "import": (whole, "--db", new),
    }[act]

    assert main(["audit", act, *words]) == 2
    assert "order.tar" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
