"""The page on the event log describes the logs that are written."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from eventsourcing.persistence import StoredEvent

from orderflow import Actor, Person, ProtectionOrders, commands
from orderflow.law import Harm, Role
from orderflow.store.codec import EventCodec
from tests.docs.pages import DOCS, blocks

PAGE = DOCS / "auditing" / "event-log.md"
SAMPLE, QUERY = (
    next(block.text for block in blocks(PAGE) if block.language == language)
    for language in ("json", "sql")
)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Return a log with one order."""
    file = tmp_path / "orders.db"
    with ProtectionOrders.open(file) as orders:
        orders.handle(
            commands.RequestOrder(
                occurred_at=datetime(2025, 3, 3, 9, 30, tzinfo=UTC),
                actor=Actor(role=Role.PROTECTED_PERSON, person="daughter"),
                regime="uk-ew-fmpo",
                harms=(Harm.FORCED_MARRIAGE,),
                protected_persons=(Person(id="daughter"),),
                respondents=(Person(id="uncle"),),
            )
        )
    return file


def test_the_sample_is_an_event_as_it_is_stored() -> None:
    """The sample is read, and written again to the same members and values."""
    topic = "orderflow/PersonInformed/1"
    stored = StoredEvent(UUID(int=1), 4, topic, SAMPLE.encode())
    written, state = EventCodec.packaged().encode(
        EventCodec.packaged().decode(stored, stored.state)
    )

    assert topic in PAGE.read_text(encoding="utf-8")
    assert written == topic
    assert json.loads(state) == json.loads(SAMPLE)


def test_a_log_has_the_envelope_of_the_sample(log: Path) -> None:
    """What is stored around an event has the members of the sample, in UTC."""
    ((_position, _stream, _version, _topic, state),) = asked(log, "SELECT * FROM stored_events")
    stored: dict[str, Any] = json.loads(state)

    assert list(stored) == list(json.loads(SAMPLE))
    assert stored["recorded_at"].endswith("Z")
    assert stored["event"]["occurred_at"] == "2025-03-03T09:30:00Z"


def test_the_query_on_the_page_reads_a_log(log: Path) -> None:
    """Anybody with SQLite reads a log as the page shows."""
    ((position, stream, version, topic, _recorded_at),) = asked(log, QUERY)

    assert (position, version, topic) == (1, 1, "orderflow/OrderRequested/1")
    assert UUID(stream).hex == stream


def test_the_file_says_what_it_is(log: Path) -> None:
    """Application id, user version and facts about the log are those of the page."""
    assert asked(log, "PRAGMA application_id") == [(0x6F726466,)]
    assert asked(log, "PRAGMA user_version") == [(1,)]
    assert dict(asked(log, "SELECT * FROM meta")).keys() == {"format", "clock", "created_at"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_events SET topic = 'x'",
        "DELETE FROM stored_events",
        "UPDATE meta SET value = 'simulated' WHERE name = 'clock'",
        "INSERT INTO stored_events VALUES (9, 'x', 2, 't', x'00')",
    ],
)
def test_the_database_refuses_to_rewrite_history(log: Path, statement: str) -> None:
    """An event is neither changed nor removed, a clock stays what it is, no version is left out."""
    with pytest.raises(sqlite3.IntegrityError):
        asked(log, statement)


def test_the_handled_command_is_kept(log: Path) -> None:
    """The row of a command has the digest of its content and the versions it caused."""
    ((command_id, digest, stream, first, last),) = asked(log, "SELECT * FROM commands")

    assert (len(digest), first, last) == (32, 1, 1)
    assert [(stream, command_id)] == asked(
        log, "SELECT originator_id, json_extract(state, '$.command_id') FROM stored_events"
    )


def asked(log: Path, statement: str) -> list[Any]:
    """Return the rows that a statement gives."""
    with closing(sqlite3.connect(log)) as connection:
        return connection.execute(statement).fetchall()
