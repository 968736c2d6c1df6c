"""Who is due to be erased, since when, by which rule; and who cannot be judged, and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderflow.errors import NotDecided, UnknownRegime
from orderflow.law import RegimeRegister
from orderflow.order.keeping import Keeping, KeepingStatus, kept
from orderflow.order.values import Instant, PersonId, Value
from orderflow.privacy.people import orders_of, people_in

if TYPE_CHECKING:
    from orderflow.law import Role
    from orderflow.law.retention import RetentionSchedule
    from orderflow.order import ProtectionOrder
    from orderflow.privacy.people import Log

_FIRST: tuple[KeepingStatus, ...] = ("running", "open_matter", "kept", "not_decided", "due")
"""Of several orders the first that holds: what is certainly kept needs no further rule."""


_LATEST: Final = datetime(9000, 1, 1, tzinfo=UTC)
"""After everything that an order can hold."""


class OrderKeeping(Value):
    """How long one order keeps the data of the people in it."""

    order_id: UUID
    keeping: Keeping


class PersonDue(Value):
    """How the data of one person stand, over all orders that they are in.

    Attributes:
        person: The person.
        status: As of `Keeping`, over all their orders; `due` only when every order lets go.
        since: Since when they are due, where they are.
        orders: Each order with its rule.
    """

    person: PersonId
    status: KeepingStatus
    since: Instant | None
    orders: tuple[OrderKeeping, ...]


class Retention:
    """Judges the orders of one log by one schedule, for one who keeps the record."""

    def __init__(
        self, schedule: RetentionSchedule, holder: Role, regimes: RegimeRegister | None = None
    ) -> None:
        """Take the schedule, in which role the record is kept, and the regimes there are."""
        self._schedule = schedule
        self._holder = holder
        self._regimes = regimes or RegimeRegister.packaged()

    def keeping(self, order: ProtectionOrder, at: datetime) -> Keeping:
        """Return how the data of one order stand at a moment, with a time zone."""
        regime = "" if order.regime is None else order.regime.id
        try:
            rule = self._schedule.rule(regime, self._holder)
            return kept(order, rule, self._regimes.get(regime).zone, at)
        except NotDecided as open_question:
            return Keeping(status="not_decided", question=open_question.question)
        except UnknownRegime:
            return Keeping(status="not_decided", question="regime")

    def ending(self, order: ProtectionOrder) -> datetime | None:
        """Return from when on an order no longer keeps data, if nothing else comes on record.

        None where it goes on without an end, a matter is open, or the law leaves it open.
        """
        return self.keeping(order, _LATEST).until

    @property
    def mark(self) -> int:
        """A number that stands for the schedule and the role: another one, another number."""
        rules = (rule.model_dump_json() for rule in self._schedule.rules)
        return int.from_bytes(sha256("\n".join((self._holder, *rules)).encode()).digest()[:7])

    def person(self, person: str, orders: Iterable[ProtectionOrder], at: datetime) -> PersonDue:
        """Return how the data of one person stand, given every order that they are in."""
        found = tuple(
            OrderKeeping(order_id=order.id, keeping=self.keeping(order, at)) for order in orders
        )
        status = min((one.keeping.status for one in found), key=_FIRST.index)
        ends = [one.keeping.until for one in found if one.keeping.until is not None]
        since = max(ends) if status == "due" else None
        return PersonDue(person=person, status=status, since=since, orders=found)


def due(log: Log, retention: Retention, at: datetime) -> tuple[PersonDue, ...]:
    """Return how the data of everybody stand of whom something is sealed and not erased.

    Args:
        log: The log.
        retention: What to judge by.
        at: The moment, with a time zone.

    Raises:
        EventLogError: The log cannot be read faithfully.
    """
    people: dict[str, list[ProtectionOrder]] = {}
    confided: set[str] = set()
    for one in orders_of(log):
        for name in people_in(one.order):
            people.setdefault(name, []).append(one.order)
        confided |= one.order.confided - one.order.erased
    return tuple(retention.person(name, people[name], at) for name in sorted(confided))
