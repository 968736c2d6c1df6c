"""The outbox: what may be published, numbered in the order in which it became so.

A view of the log as all others, and each channel has a number of its own without gaps. So whoever
follows a channel sees what they may, in order, and nothing by which to count the rest. An order
with an event that cannot be read goes no further until that is mended; all others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.order import ProtectionOrder, evolve
from orderflow.publication.cloudevent import document, type_of
from orderflow.publication.openness import CHANGE_NOTHING, Channel, may_hear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.store.envelope import RecordedEvent
    from orderflow.views.database import Transaction
    from orderflow.views.view import Seen


class Released(NamedTuple):
    """One event that an audience may hear of.

    Attributes:
        channel: Which audience.
        position: Position of the event by which it became so: its own, or a later one.
        recorded: The event.
        order: The order right after it.
    """

    channel: Channel
    position: int
    recorded: RecordedEvent
    order: ProtectionOrder


class Outbox:
    """See `View`."""

    name = "outbox"
    form = 1
    row_tables = ("outbox_1",)
    tables = (
        """CREATE TABLE IF NOT EXISTS outbox_1 (
            generation BIGINT NOT NULL,
            channel TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            event_id TEXT NOT NULL,
            order_id TEXT NOT NULL,
            version BIGINT NOT NULL,
            type TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (generation, channel, sequence)
        )""",
        """CREATE UNIQUE INDEX IF NOT EXISTS outbox_1_once
            ON outbox_1 (generation, channel, order_id, version)""",
    )

    def __init__(self, source: str, *, simulated: bool) -> None:
        """Take which log it is of."""
        self._source = source
        self._simulated = simulated

    def computed(self, seen: Seen, upto: int) -> tuple[Released, ...]:  # noqa: ARG002
        """See `View.computed`."""
        return tuple(one for channel in Channel for one in released(channel, seen))

    def put(
        self,
        rows: Transaction,
        generation: int,
        orders: Sequence[tuple[Seen, tuple[Released, ...]]],
        upto: int,  # noqa: ARG002 - as every view has it
    ) -> None:
        """See `View.put`; what is numbered keeps its number."""
        for channel in Channel:
            new: list[Released] = []
            for seen, found in orders:
                (known,) = rows.rows(
                    "SELECT MAX(version) FROM outbox_1"
                    " WHERE generation = ? AND channel = ? AND order_id = ?",
                    generation,
                    channel.value,
                    str(seen.order_id),
                )[0]
                new += [
                    one
                    for one in found
                    if one.channel is channel and one.recorded.version > (known or 0)
                ]
            # As they became open, whatever the pages that the log was read in.
            new.sort(key=lambda one: (one.position, one.recorded.version))
            (last,) = rows.rows(
                "SELECT MAX(sequence) FROM outbox_1 WHERE generation = ? AND channel = ?",
                generation,
                channel.value,
            )[0]
            rows.many(
                "INSERT INTO outbox_1 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    self._row(generation, one, number)
                    for number, one in enumerate(new, start=(last or 0) + 1)
                ],
            )

    def _row(self, generation: int, one: Released, sequence: int) -> tuple[object, ...]:
        recorded = one.recorded
        content = document(
            recorded, one.order, source=self._source, simulated=self._simulated, sequence=sequence
        )
        return (
            generation,
            one.channel.value,
            sequence,
            str(recorded.event_id),
            str(one.order.id),
            recorded.version,
            type_of(type(recorded.event)),
            content,
        )


def released(channel: Channel, seen: Seen) -> list[Released]:
    """Return the events of an order that an audience may hear of, each with what made it so."""
    order = ProtectionOrder.start(seen.order_id)
    held: list[tuple[RecordedEvent, ProtectionOrder]] = []
    found: list[Released] = []
    heard = False
    for number, recorded in enumerate(seen.history, start=1):
        order = evolve(order, recorded.event)
        held.append((recorded, order))
        if type(recorded.event) not in CHANGE_NOTHING:
            heard = may_hear(channel, order, seen.history[:number])
        if heard:
            found += [Released(channel, recorded.position, *one) for one in held]
            held.clear()
    return found
