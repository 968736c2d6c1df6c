"""Erases a person: for ever, in the whole log, on a ground, and safe against being cut short.

In this order: the decision is tried in every order that the person is in, and nothing done if one
refuses; the key is marked, so that nothing more is sealed with it; the erasure is recorded in every
order; the key is destroyed. Whatever is interrupted is finished by doing it again, on the decision
that was marked. Until the key is destroyed the data can still be read, and the key store says so.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from orderflow.errors import CommandRejected, ErasureUnfinished, LinkedPersons, NotDecided
from orderflow.law import Role
from orderflow.law.retention import RetentionSchedule
from orderflow.law.vocabulary import ErasureGround
from orderflow.order import commands as c
from orderflow.order import decide
from orderflow.order.deciding.case import refuse
from orderflow.order.reasons import Code
from orderflow.privacy.duty import Retention
from orderflow.privacy.keys import Erasure, KeyState
from orderflow.privacy.people import People

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.values import Actor
    from orderflow.privacy.duty import PersonDue
    from orderflow.privacy.keys import KeyStatus, Shredder
    from orderflow.store import ProtectionOrders


class Erased(NamedTuple):
    """What came of an erasure.

    Attributes:
        erasure: The decision that was carried out; an earlier one where there was one.
        status: How the key stands now.
        orders: Orders in which it is recorded, in log order.
        repeated: Whether it had been done before, and nothing was done now.
    """

    erasure: Erasure
    status: KeyStatus
    orders: tuple[UUID, ...]
    repeated: bool


class Eraser:
    """Erases people from one log and its key store."""

    def __init__(
        self, orders: ProtectionOrders, keys: Shredder, retention: Retention | None = None
    ) -> None:
        """Take the log, open to be written, who destroys keys, and by what to judge who is due.

        Args:
            orders: The log.
            keys: Destroys keys.
            retention: By default the packaged schedule, as a court keeps the record.
        """
        self._orders = orders
        self._keys = keys
        self._retention = retention or Retention(RetentionSchedule.packaged(), Role.COURT)

    def erase(
        self,
        person: str,
        *,
        ground: ErasureGround,
        actor: Actor,
        at: datetime | None = None,
        linked: bool | None = None,
    ) -> tuple[Erased, ...]:
        """Return once the data of a person can be read by nobody any more.

        Args:
            person: Whose data.
            ground: On what ground.
            actor: Who decides.
            at: When, with a time zone; by default now.
            linked: Whether everybody whom orders link with the person is erased too; must be said
                where there is anybody.

        Returns:
            What came of it for the person, and then for those linked with them.

        Raises:
            CommandRejected: An order or the schedule refuses it; nothing was done.
            NotDecided: The law leaves open how long the data are kept; nothing was done.
            LinkedPersons: There are other pseudonyms, and `linked` was not said; nothing was done.
            ErasureUnfinished: An order refused it after others had recorded it.
            KeyStoreError: The keys cannot be had; to be done again.
            EventLogError: The log cannot be read or written; to be done again.
        """
        at = (at or datetime.now(UTC)).astimezone(UTC)
        people = People(self._orders)
        others = tuple(sorted(people.known_as(person) - {person}))
        if others and linked is None:
            msg = f"{person} is linked with {', '.join(others)}: say whether they are erased too"
            raise LinkedPersons(msg)
        everybody = (person, *others) if linked else (person,)
        decided = [self._decided(name, people, ground, actor, at) for name in everybody]
        return tuple(self._carried_out(one, at) for one in decided)

    def _decided(
        self, person: str, people: People, ground: ErasureGround, actor: Actor, at: datetime
    ) -> Erasure:
        """Return the decision on one person: one that was marked before, or one that may be."""
        status = self._keys.status(person)
        if status is not None and status.erasure is not None:
            return status.erasure
        if not people.orders(person):
            refuse(Code.NO_SUCH_PERSON)
        found = (self._orders.get(order_id) for order_id in people.orders(person))
        orders = [order for order in found if person not in order.erased]
        erasure = Erasure(id=uuid4(), person=person, ground=ground, decided_at=at, actor=actor)
        if ground is ErasureGround.RETENTION_OVER and orders:
            erasure = _on_rule(erasure, self._retention.person(person, orders, at))
        for order in orders:
            self._try(erasure, order)
        return erasure

    def _try(self, erasure: Erasure, order: ProtectionOrder) -> None:
        """Raise what the order would; nothing is recorded."""
        if order.law is None:
            question = "regime"
            raise NotDecided(question, field=question)
        decide(command_of(erasure, order.id), order, order.law, erasure.decided_at)

    def _carried_out(self, decided: Erasure, at: datetime) -> Erased:
        # Two who decide at once carry out the same decision: the first that was marked.
        erasure = self._keys.mark(decided)
        # Whoever entered an order since we looked may have had something sealed before the mark.
        people = People(self._orders)
        before = self._keys.status(erasure.person)
        repeated = before is not None and before.state is KeyState.ERASED
        self._record(erasure, people)
        status = self._keys.destroy(erasure.person, at)
        return Erased(erasure, status, self._recorded(erasure, people), repeated=repeated)

    def _record(self, erasure: Erasure, people: People) -> None:
        recorded = False
        for order_id in people.orders(erasure.person):
            order = self._orders.get(order_id)
            if erasure.person in order.erased:
                recorded = True
                continue
            if order.requested_at is not None and erasure.decided_at < order.requested_at:
                continue  # Begun since: nothing can be sealed in it.
            try:
                self._orders.handle(
                    command_of(erasure, order_id), command_id=f"erase/{erasure.id}/{order_id}"
                )
            except CommandRejected as refusal:
                if not recorded:
                    self._keys.withdraw(erasure.person)
                    raise
                msg = f"order {order_id} refuses what others recorded: {refusal.code}"
                raise ErasureUnfinished(msg) from refusal
            recorded = True

    def _recorded(self, erasure: Erasure, people: People) -> tuple[UUID, ...]:
        return tuple(
            order_id
            for order_id in people.orders(erasure.person)
            if erasure.person in self._orders.get(order_id).erased
        )


def command_of(erasure: Erasure, order_id: UUID) -> c.ErasePersonalData:
    """Return the command by which an order records an erasure; always the same one."""
    return c.ErasePersonalData(
        occurred_at=erasure.decided_at,
        actor=erasure.actor,
        order_id=order_id,
        person=erasure.person,
        ground=erasure.ground,
        due_since=erasure.due_since,
        rule=erasure.rule,
        basis=erasure.basis,
    )


def _on_rule(erasure: Erasure, due: PersonDue) -> Erasure:
    """Return the erasure with the rule that permits it.

    Raises:
        NotDecided: A rule is open.
        CommandRejected: The time is not over in every order.
    """
    for one in due.orders:
        if one.keeping.status == "not_decided" == due.status:
            question = one.keeping.question or "retention"
            raise NotDecided(question, field=question, law=one.keeping.law)
    law = tuple(dict.fromkeys(key for one in due.orders for key in one.keeping.law))
    if due.status in {"running", "open_matter"}:
        refuse(Code.STILL_NEEDED, law)
    if due.since is None:
        refuse(Code.NOT_YET_DUE, law)
    last = next(one.keeping for one in due.orders if one.keeping.until == due.since)
    return erasure.model_copy(update={"due_since": due.since, "rule": last.rule, "basis": last.law})
