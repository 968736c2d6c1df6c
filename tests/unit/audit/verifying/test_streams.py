"""Orders that are forgotten and come up again, and events of older forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from orderflow.audit.verifying.collected import Findings
from orderflow.audit.verifying.sqlite.commands import sum_of_commands
from orderflow.audit.verifying.sqlite.rows import Share, SQLiteRows, shares
from orderflow.audit.verifying.streams import Streams, share_of_command
from orderflow.audit.verifying.topics import Topics
from orderflow.order.events import TYPES
from orderflow.store.codec import EventCodec
from tests.faults.tampering import Files, opened, update


def read(rows: SQLiteRows, share: Share | None = None, **more: Any) -> tuple[Streams, Findings]:  # noqa: ANN401
    """Return what comes of checking the events of a log."""
    findings = Findings(10_000)
    _, first, last = rows.bounds()
    with closing(Streams(findings, **more)) as streams:
        for batch in rows.batches(findings, first, last + 1, share):
            streams.take(batch)
    return streams, findings


@pytest.fixture
def damaged(generated: Files) -> Files:
    """A log with faults here and there."""
    with opened(generated.log) as log:
        for position in range(40, 9000, 700):
            update(log, "topic", "orderflow/OrderCursed/1", position)
            log.execute("DELETE FROM stored_events WHERE position = ?", (position + 200,))
    return generated


@pytest.mark.parametrize("forget", ["read again", "put aside"])
def test_orders_that_are_forgotten_are_known_when_they_come_up_again(
    damaged: Files, forget: str
) -> None:
    """The same is found, however few orders are held."""
    with closing(SQLiteRows(damaged.log)) as rows:
        again: dict[str, Any] = {"earlier": rows.earlier} if forget == "read again" else {}
        all_held, found = read(rows, held=10**6)
        few_held, found_too = read(rows, held=20, **again)

    assert found.findings() == found_too.findings()
    assert found.found.total() > 20
    assert few_held.commands == all_held.commands
    if forget == "put aside":
        assert few_held.orders == all_held.orders


@pytest.mark.parametrize("count", [1, 2, 5])
def test_every_stream_is_in_one_share(damaged: Files, count: int) -> None:
    """So that several processes find what one finds, and every command is counted once."""
    with closing(SQLiteRows(damaged.log)) as rows:
        whole, found = read(rows)
        parts = [(read(rows, one), sum_of_commands(rows.file, one)) for one in shares(count)]
        commands = sum_of_commands(rows.file, Share())
    joined = Findings(10_000)
    for (_, one), _ in parts:
        joined.join(one)

    assert joined.findings() == found.findings()
    assert sum(streams.events for (streams, _), _ in parts) == whole.events
    assert sum(streams.orders for (streams, _), _ in parts) == whole.orders
    assert sum(streams.commands for (streams, _), _ in parts) == whole.commands
    assert sum(total for _, total in parts) == commands


def test_commands_that_change_places_are_not_taken_for_one_another() -> None:
    """The sum over two events never stays what it was."""
    for number in range(5000):
        one, other = f"{number:032x}", f"{number + 7:032x}"
        before = share_of_command(one, 6, "c-6") + share_of_command(other, 4, "c-7")
        after = share_of_command(one, 6, "c-7") + share_of_command(other, 4, "c-6")
        assert before != after


def older(topic: str) -> tuple[Topics, Callable[[bytes], tuple[Any, ...]]]:
    """Return a reader that knows an older form of a type, and what makes rows of it."""
    name = topic.split("/")[1]
    types = {**TYPES, f"orderflow/{name}/2": TYPES[topic]}
    del types[topic]
    codec = EventCodec(types, {(name, 1): lambda fields: fields | {"without_notice": True}})

    def row(state: bytes) -> tuple[Any, ...]:
        event = json.loads(state)
        del event["event"]["without_notice"]
        return (1, "0" * 32, 1, topic, json.dumps(event).encode())

    return Topics(codec), row


def test_events_of_an_older_form_are_read_through_their_upcaster(generated: Files) -> None:
    """And are checked as those of today are."""
    topic = "orderflow/OrderRequested/1"
    topics, row = older(topic)
    topics.known.pop(topic)
    with opened(generated.log) as log:
        (state,) = log.execute(
            "SELECT state FROM stored_events WHERE topic = ?", (topic,)
        ).fetchone()
    findings = Findings()
    with closing(Streams(findings, topics=topics)) as streams:
        streams.take([row(state), row(state)])

    assert [one.kind.value for one in findings.findings()] == ["out_of_order"]
    assert (streams.events, streams.orders) == (2, 1)
