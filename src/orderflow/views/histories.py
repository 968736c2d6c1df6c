"""What happened, in one line an event: for lists and for whoever looks what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.views.rows import HistoryRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.store.envelope import RecordedEvent
    from orderflow.views.database import Transaction
    from orderflow.views.view import Seen


class Histories:
    """See `View`."""

    name = "history"
    form = 1
    row_tables = ("history_1",)
    tables = (
        """CREATE TABLE IF NOT EXISTS history_1 (
            generation BIGINT NOT NULL,
            order_id TEXT NOT NULL,
            version BIGINT NOT NULL,
            position BIGINT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (generation, order_id, version)
        )""",
        "CREATE INDEX IF NOT EXISTS history_1_place ON history_1 (generation, position)",
    )

    def computed(self, seen: Seen, upto: int) -> tuple[HistoryRow, ...]:  # noqa: ARG002
        """See `View.computed`."""
        return tuple(_line(seen, one) for one in seen.history)

    def put(
        self,
        rows: Transaction,
        generation: int,
        orders: Sequence[tuple[Seen, tuple[HistoryRow, ...]]],
        upto: int,  # noqa: ARG002 - as every view has it
    ) -> None:
        """See `View.put`; lines that are there already are left as they are."""
        rows.many(
            "INSERT INTO history_1 VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (generation, order_id, version) DO NOTHING",
            [
                (generation, str(line.order_id), line.version, line.position, _json(line))
                for _, lines in orders
                for line in lines
            ],
        )


def _line(seen: Seen, one: RecordedEvent) -> HistoryRow:
    return HistoryRow(
        position=one.position,
        order_id=seen.order_id,
        version=one.version,
        event=type(one.event).__name__,
        occurred_at=one.event.occurred_at,
        recorded_at=one.recorded_at,
        role=one.actor.role,
        office=one.actor.office,
    )


def _json(line: HistoryRow) -> str:
    return line.model_dump_json(exclude_defaults=True)
