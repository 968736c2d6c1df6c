"""The ledger's file, the log's file as the ledger reads it, and a witness's memory."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest
from eventsourcing.persistence import IntegrityError

from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite import schema
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.store import Span
from orderflow.audit.ledger.tiles import TileId
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import (
    EventLogError,
    LedgerError,
    NotAnEventLog,
    StoreUnavailable,
    UnreadableEvent,
)
from orderflow.store import ProtectionOrders
from tests.contracts.cases import whole_case
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    begun,
    log_file,
    opened,
    record,
    some_events,
    tampered,
)


def test_events_are_read_exactly_as_stored(tmp_path: Path) -> None:
    """In order of position, from any position on, over more than one batch."""
    events = some_events(2500)
    with closing(SQLiteLog(log_file(tmp_path / "orders.db", events))) as log:
        assert list(log.events_from(0)) == events
        assert list(log.events_from(2400)) == events[2399:]
        assert list(log.events_from(2501)) == []
        assert log.find(events[7].stream, events[7].version) == events[7]
        assert log.find(events[7].stream, 9999) is None


def test_reading_writes_nothing(tmp_path: Path) -> None:
    """The file of the log is the same byte for byte, and may be read-only."""
    place = log_file(tmp_path / "orders.db", some_events(300))
    before = place.read_bytes()
    with closing(SQLiteLog(place)) as log:
        SQLiteLedger.begin(tmp_path / "ledger", LOG_KEY.verifier).close()
        Ledger(SQLiteLedger(tmp_path / "ledger"), log).checkpoint(LOG_KEY)

    assert place.read_bytes() == before


def test_the_ledger_of_a_real_file_goes_on_with_it(tmp_path: Path) -> None:
    """What is recorded later is hashed later; a removed event is found out at the end."""
    events = some_events(700)
    place = log_file(tmp_path / "orders.db", events[:500])
    SQLiteLedger.begin(tmp_path / "ledger", LOG_KEY.verifier).close()
    assert opened(place, tmp_path / "ledger").checkpoint(LOG_KEY).hashed == 500
    with closing(sqlite3.connect(place)) as connection:
        record(connection.cursor(), events[500:])
        connection.commit()
    ledger = opened(place, tmp_path / "ledger")

    assert ledger.checkpoint(LOG_KEY).hashed == 200
    for one in (events[0], events[499], events[699]):
        proof = ledger.prove(one.stream, one.version)
        assert proof.check(Trust(LOG_KEY.verifier)).checkpoint.size == 700


def test_text_that_is_no_text_is_read_as_bytes(tmp_path: Path) -> None:
    """A stream id that is not UTF-8 is evidence and no reason to stop."""
    place = log_file(tmp_path / "orders.db", some_events(1))
    tampered(place, "UPDATE stored_events SET topic = CAST(x'ff41' AS TEXT)")

    with closing(SQLiteLog(place)) as log:
        (event,) = log.events_from(0)
    assert event.topic.encode("utf-8", "surrogateescape") == b"\xffA"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE stored_events SET originator_version = 'two'",
        "UPDATE stored_events SET originator_version = 1.5",
    ],
)
def test_an_event_in_another_form_is_named(tmp_path: Path, change: str) -> None:
    """What is not stored as events are is told with its position."""
    place = log_file(tmp_path / "orders.db", some_events(1))
    tampered(place, "PRAGMA ignore_check_constraints = ON", change)

    with closing(SQLiteLog(place)) as log, pytest.raises(UnreadableEvent, match="position 1"):
        list(log.events_from(0))


def test_what_is_no_log_is_not_read(tmp_path: Path) -> None:
    """Neither a file that is not there, which is not made, nor one of somebody else."""
    (tmp_path / "text").write_text("not a log, but long enough to have a header of its own" * 9)

    for name in ("nothing", "text"):
        with pytest.raises(NotAnEventLog):
            SQLiteLog(tmp_path / name)
    assert not (tmp_path / "nothing").exists()


def test_a_ledger_is_begun_once(tmp_path: Path) -> None:
    """It keeps the key that it was begun with; a second beginning changes nothing."""
    store = SQLiteLedger.begin(tmp_path / "ledger", LOG_KEY.verifier)
    store.close()

    with pytest.raises(LedgerError, match="already"):
        SQLiteLedger.begin(tmp_path / "ledger", LOG_KEY.verifier)
    assert SQLiteLedger(tmp_path / "ledger").key == str(LOG_KEY.verifier)


def test_the_key_in_a_ledger_is_public(tmp_path: Path) -> None:
    """No byte of the file betrays the private key, in any of its forms."""
    _, store, _ = begun(tmp_path / "ledger", some_events(300))
    Ledger(store, SQLiteLog(log_file(tmp_path / "orders.db", some_events(300)))).checkpoint(LOG_KEY)
    store.close()
    content = b"".join(one.read_bytes() for one in tmp_path.glob("ledger*"))

    assert LOG_KEY.secret not in content
    assert LOG_KEY.secret.hex().encode() not in content
    assert LOG_KEY.reveal().encode() not in content


def test_what_is_no_ledger_is_not_opened(tmp_path: Path) -> None:
    """Nothing there, a log, a newer ledger, one without its key, garbage."""
    log = log_file(tmp_path / "orders.db", [])
    for name, change in (("newer", "PRAGMA user_version = 2"), ("keyless", "DELETE FROM meta")):
        SQLiteLedger.begin(tmp_path / name, LOG_KEY.verifier).close()
        tampered(tmp_path / name, change)
    (tmp_path / "garbage").write_bytes(b"garbage" * 999)

    for place in (tmp_path / "nothing", log, tmp_path / "newer", tmp_path / "keyless"):
        with pytest.raises(LedgerError):
            SQLiteLedger(place)
    with pytest.raises(EventLogError):
        SQLiteLedger(tmp_path / "garbage")
    assert not (tmp_path / "nothing").exists()


def test_what_the_ledger_keeps_cannot_be_edited(tmp_path: Path) -> None:
    """A tile only grows, a checkpoint only gains signatures, the key stays; nothing is deleted."""
    ledger, store, _ = begun(tmp_path / "ledger", some_events(3))
    ledger.checkpoint(LOG_KEY)

    with pytest.raises(IntegrityError):
        store.write(lambda pages: pages.put_tile(TileId(0, 0), bytes(96), Span(1, 3)))
    with pytest.raises(IntegrityError):
        store.write(lambda pages: pages.put_checkpoint(3, b"another"))
    with closing(sqlite3.connect(tmp_path / "ledger")) as connection:
        for statement in (
            "DELETE FROM tiles",
            "DELETE FROM checkpoints",
            "UPDATE checkpoints SET size = 4",
            "UPDATE meta SET value = 'another'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_a_locked_ledger_is_said(tmp_path: Path) -> None:
    """Whoever holds the lock for too long keeps nobody waiting for ever; nothing is signed."""
    ledger, store, _ = begun(tmp_path / "ledger", some_events(3))
    store._file._lock_timeout = 0.05
    with closing(sqlite3.connect(tmp_path / "ledger", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable):
            ledger.checkpoint(LOG_KEY)

    assert ledger.checkpoint(LOG_KEY).checkpoint.size == 3


def test_a_log_in_use_is_hashed_as_it_goes(tmp_path: Path) -> None:
    """While orders are handled, their events are hashed and proven, and nobody is held up."""
    place = tmp_path / "orders.db"
    SQLiteLedger.begin(tmp_path / "ledger", LOG_KEY.verifier).close()
    with closing(ProtectionOrders.open(place)) as orders:
        ledger = opened(place, tmp_path / "ledger")
        for _ in range(3):
            order_id = uuid4()
            for command in whole_case(order_id):
                orders.handle(command, command_id=uuid4())
            hashed = ledger.checkpoint(LOG_KEY).checkpoint.size
            history = orders.history(order_id)
            proof = ledger.prove(order_id.hex, history[-1].version)
            assert proof.index == hashed - 1
            assert proof.check(Trust(LOG_KEY.verifier)).checkpoint.size == hashed


def test_a_ledger_where_none_can_be_made_is_an_error(tmp_path: Path) -> None:
    """A directory that is not there is told as such."""
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        SQLiteLedger.begin(tmp_path / "nowhere" / "ledger", LOG_KEY.verifier)


def test_a_ledger_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Nobody else can read it."""
    place = tmp_path / "ledger"
    SQLiteLedger.begin(place, LOG_KEY.verifier).close()

    assert place.stat().st_mode & 0o777 == 0o600


def test_what_came_into_being_meanwhile_is_no_new_ledger(tmp_path: Path) -> None:
    """Between a look and the beginning somebody else may have begun."""
    with closing(sqlite3.connect(tmp_path / "theirs")) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        with pytest.raises(LedgerError, match="begun once"):
            schema.create(connection.cursor(), "key", "theirs")
        with pytest.raises(LedgerError, match="not a ledger"):
            schema.read_key(connection.cursor(), "theirs")


def test_a_log_with_a_view_in_the_place_of_a_table_is_not_hashed(tmp_path: Path) -> None:
    """What is shown there was never recorded."""
    place = log_file(tmp_path / "orders.db", some_events(3))
    tampered(place, "DROP TABLE commands", "CREATE VIEW commands AS SELECT 1 AS command_id")

    with pytest.raises(NotAnEventLog, match="'commands' is not a table"):
        SQLiteLog(place)
