"""The register: one row an order, with who is in it, found by what people look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.order.binding import effective_bindings
from orderflow.views.database import text_of
from orderflow.views.rows import RegisterPerson, RegisterRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orderflow.order import ProtectionOrder
    from orderflow.order.values import EndCause, Person, PersonId
    from orderflow.views.database import Transaction
    from orderflow.views.view import Seen

_STANDS: Final = ("protected_person", "respondent", "other")


class Register:
    """See `View`."""

    name = "register"
    form = 1
    row_tables = ("register_1", "register_persons_1")
    tables = (
        """CREATE TABLE IF NOT EXISTS register_1 (
            generation BIGINT NOT NULL,
            order_id TEXT NOT NULL,
            position BIGINT NOT NULL,
            reliable BIGINT NOT NULL,
            state TEXT,
            regime TEXT,
            office TEXT,
            case_reference TEXT,
            in_force_until TEXT,
            content TEXT NOT NULL,
            PRIMARY KEY (generation, order_id)
        )""",
        "CREATE INDEX IF NOT EXISTS register_1_place ON register_1 (generation, position)",
        "CREATE INDEX IF NOT EXISTS register_1_case ON register_1 (generation, case_reference)",
        """CREATE TABLE IF NOT EXISTS register_persons_1 (
            generation BIGINT NOT NULL,
            person TEXT NOT NULL,
            order_id TEXT NOT NULL,
            PRIMARY KEY (generation, person, order_id)
        )""",
        "CREATE INDEX IF NOT EXISTS persons_1_order ON register_persons_1 (generation, order_id)",
    )

    def computed(self, seen: Seen, upto: int) -> RegisterRow:
        """See `View.computed`."""
        return _row_of(seen, upto)

    def put(
        self,
        rows: Transaction,
        generation: int,
        orders: Sequence[tuple[Seen, RegisterRow]],
        upto: int,  # noqa: ARG002 - as every view has it
    ) -> None:
        """See `View.put`."""
        for seen, row in orders:
            order_id = str(seen.order_id)
            for table in self.row_tables:
                rows.execute(
                    f"DELETE FROM {table} WHERE generation = ? AND order_id = ?",  # noqa: S608
                    generation,
                    order_id,
                )
            rows.execute(
                "INSERT INTO register_1 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                generation,
                order_id,
                row.position,
                int(row.reliable),
                row.state,
                row.regime,
                row.office,
                row.case_reference,
                text_of(row.in_force_until),
                row.model_dump_json(exclude_defaults=True),
            )
            names = {name for one in row.persons for name in (one.id, *one.same_as)}
            rows.many(
                "INSERT INTO register_persons_1 VALUES (?, ?, ?)",
                [(generation, name, order_id) for name in sorted(names)],
            )


def _row_of(seen: Seen, upto: int) -> RegisterRow:
    if not seen.history:
        # Nothing of it can be read; that it is there is all that is known.
        position = seen.known.began_at or upto
        return RegisterRow(order_id=seen.order_id, position=position, version=0, reliable=False)
    order, last = seen.order, seen.history[-1]
    bound, addressed = _bound(order)
    period = order.periods[-1] if order.periods else None
    made = order.versions_in_time[-1] if order.versions else None
    return RegisterRow(
        order_id=order.id,
        position=seen.history[0].position,
        version=order.version,
        recorded_at=last.recorded_at,
        reliable=seen.fault is None,
        state=order.recorded_state,
        regime=order.regime.id if order.regime else None,
        office=order.office,
        case_reference=order.case_reference,
        requested_at=order.requested_at,
        without_notice=made.without_notice if made else order.without_notice_asked,
        order_version=made.number if made else None,
        in_force_since=period.since if period else None,
        in_force_until=period.until if period else None,
        end_cause=_end_cause(order),
        bound=bound,
        addressed=addressed,
        incidents_open=sum(
            one.pending_at(None) or one.referred_at(None) for one in order.incidents
        ),
        doubtful=order.doubtful,
        persons=tuple(_persons(order)),
    )


def _end_cause(order: ProtectionOrder) -> EndCause | None:
    if order.periods:
        last = order.periods[-1]
        return None if last.until is None else last.cause
    return order.request_end[1] if order.request_end else None


def _bound(order: ProtectionOrder) -> tuple[int, int]:
    """Return how many persons the last version binds, and to how many it is addressed."""
    if not order.versions:
        return 0, 0
    bound = {min(order.known_as(person)) for person, _ in effective_bindings(order, None)}
    terms = order.versions_in_time[-1].terms
    named = {min(order.known_as(person)) for term in terms for person in term.binds}
    return len(bound), len(bound | named)


def _persons(order: ProtectionOrder) -> Iterator[RegisterPerson]:
    everybody: tuple[tuple[Person, ...], ...] = (
        order.protected_persons,
        order.respondents,
        order.other_persons,
    )
    for stands, people in zip(_STANDS, everybody, strict=True):
        for person in people:
            yield RegisterPerson.model_validate(
                {"id": person.id, "stands": stands, "same_as": _others(order, person.id)}
            )


def _others(order: ProtectionOrder, person: PersonId) -> tuple[PersonId, ...]:
    return tuple(sorted(order.known_as(person) - {person}))
