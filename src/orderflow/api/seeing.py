"""What a caller sees: every decision is `orderflow.privacy`'s, and asked for here.

An order that may not be seen and one that is not there are looked for in the same way and answered
with the same problem.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import Answer
from orderflow.api.problems import Kind, Problem
from orderflow.errors import EventLogError, OrderNotFound
from orderflow.law.vocabulary import Role
from orderflow.order.kinds_access import RestrictionKind
from orderflow.privacy import AccessCode, Audience, AudienceTable, What, seen_by
from orderflow.privacy.access import Look

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from orderflow.api.callers import Caller
    from orderflow.api.index.held import Held
    from orderflow.api.service import Service
    from orderflow.order import ProtectionOrder
    from orderflow.privacy import AccessDecision, Reader, Seen
    from orderflow.publication import Published
    from orderflow.store import RecordedEvent

_ACT_UNREAD: Final = frozenset(
    {Role.BAILIFF, Role.PROCESS_SERVER, Role.MAYOR, Role.ASSISTANT_PROSECUTOR}
)
"""Roles that act on orders which they do not read, or not before they have acted."""

_KEPT_FROM: Final = frozenset(
    {
        AccessCode.CONFLICT_OF_INTEREST,
        AccessCode.EXCLUDED,
        AccessCode.NOT_NAMED,
        AccessCode.NOT_OF_THE_CASE,
        AccessCode.NOT_TOLD,
    }
)
"""Why an order is kept from somebody, rather than simply being none of theirs."""

_NO_MORE_THAN_UNREAD: Final = frozenset({AccessCode.NO_PART, AccessCode.NOT_YET})


class Looked(NamedTuple):
    """One caller's look at one order.

    Attributes:
        order_id: The order they named.
        look: The decisions about them and it.
        decision: The one that counts here, with its true reason.
        access: What the access log keeps of it.
    """

    order_id: UUID
    look: Look
    decision: AccessDecision
    access: Access

    @property
    def allowed(self) -> bool:
        """Whether they may see it."""
        return self.decision.allowed

    @property
    def refused(self) -> Answer:
        """The answer where they may not, or there is no such order."""
        return Answer(b"", looks=(self.access,), problem=Problem(Kind.ORDER_NOT_FOUND))

    @property
    def as_respondent(self) -> bool:
        """Whether they see only what somebody was told whom the order is against."""
        return Audience.RESPONDENT in self.decision.audiences

    def seen(self, known_at: datetime | None = None) -> Seen:
        """Return what they see of the order, as on record now or as known at a moment."""
        history = self.look.history
        if known_at is not None:
            history = tuple(one for one in history if one.recorded_at <= known_at)
        return seen_by(self.look.reader, history, order_id=self.order_id)

    @property
    def tag(self) -> str:
        """The entity tag of the order as they see it: changes when, and only when, that changes.

        For whoever reads the record it is the order's version. Whom the order is against must not
        learn from it that something happened which they were not told.
        """
        if not self.as_respondent:
            return f'"{len(self.look.history)}"'
        digest = sha256(self.seen().model_dump_json().encode()).hexdigest()
        return f'"{digest[:32]}"'


def look_at(
    service: Service, caller: Caller, order_id: UUID, *, what: What = What.RECORD
) -> Looked:
    """Return a caller's look at an order, whether there is one or not.

    Raises:
        EventLogError: Its events cannot be read faithfully.
    """
    look = Look(caller.reader, history_of(service, order_id))
    decision = look.decision(what)
    return Looked(order_id, look, decision, Access(order_id, decision, what))


def current_look(service: Service, caller: Caller, order_id: UUID) -> Looked:
    """Return the same as `look_at`, from memory where that will do.

    For whoever acts: the store reads the order itself when the command is handled. What was
    recorded before this call is counted in. Whether there is an order, and whether it may be seen,
    is found in the same way.

    Raises:
        EventLogError: The log cannot be reached, or the events cannot be read faithfully.
    """
    try:
        service.index.catch_up()
    except EventLogError:
        return look_at(service, caller, order_id)  # Memory is of no use; the store says why.
    held = service.index.get(order_id)
    if held is not None:
        look = held_look(caller, held)
    elif order_id in service.index.unreadable:
        return look_at(service, caller, order_id)
    else:
        look = Look(caller.reader, ())
    decision = look.decision(What.RECORD)
    return Looked(order_id, look, decision, Access(order_id, decision))


def look_to_assess(service: Service, caller: Caller, order_id: UUID) -> Looked:
    """Return a caller's look at an order whose law they want applied to conduct.

    Whoever reads assessments in the record may, and so may those who act at the gate.
    """
    looked = look_at(service, caller, order_id)
    if looked.allowed and reads_assessments(looked.decision):
        return looked
    decision = looked.look.decision(What.GATE)
    return looked._replace(decision=decision, access=Access(order_id, decision, What.GATE))


def look_to_act(service: Service, caller: Caller, order_id: UUID) -> Looked:
    """Return a caller's look at an order on which they want to act.

    Whoever may see it, or ask about it at the gate, may try; so may roles that act on orders which
    they do not read, unless they are a part of the case or close to one. What the law lets them do
    is decided when the command is handled.
    """
    looked = current_look(service, caller, order_id)
    if looked.allowed:
        return looked
    gate = looked.look.decision(What.GATE)
    if gate.allowed:
        return looked._replace(decision=gate, access=Access(order_id, gate, What.GATE))
    unread = looked.decision.code in _NO_MORE_THAN_UNREAD
    if unread and looked.look.history and caller.reader.role in _ACT_UNREAD:
        decision = looked.decision.model_copy(
            update={"allowed": True, "code": AccessCode.GRANTED, "audiences": ()}
        )
        return looked._replace(decision=decision, access=Access(order_id, decision))
    return looked


def held_look(caller: Caller, held: Held) -> Look:
    """Return a caller's look at an order that is in memory, without reading it again."""
    look = Look(caller.reader, held.history)
    look.order = held.order
    return look


def sees_every_gate(reader: Reader) -> bool:
    """Tell whether every order in force is at the gate for somebody, by their token alone.

    Not for a role that an order is opened to later than when it is made, nor for whoever is, acts
    for or is close to a person. An exclusion on record counts for nothing here: to tell somebody
    that something is kept from them would tell them of it.
    """
    close = reader.persons or reader.linked_to or reader.on_behalf_of
    row = AudienceTable.packaged().roles.get(reader.role) if reader.role else None
    return not close and row is not None and row.since in {"always", "made"}


def heard_by(service: Service, caller: Caller, found: Sequence[Published]) -> list[Published]:
    """Return what a follower is shown of what is published, by the record as it stands now.

    What is published names nobody and is for every office; but nobody hears of an order that is
    kept from them, whatever their office, nor of one that cannot be read whole, for what kept
    them from it may be what cannot be read (EC27).

    Raises:
        EventLogError: The log cannot be reached.
    """
    service.index.catch_up()
    kept: dict[str, bool] = {}
    for one in found:
        if one.order_id not in kept:
            held = service.index.get(UUID(one.order_id))
            kept[one.order_id] = held is None or _is_kept_from(caller, held)
    return [one for one in found if not kept[one.order_id]]


def _is_kept_from(caller: Caller, held: Held) -> bool:
    decision = held_look(caller, held).decision(What.RECORD)
    closed = any(
        not one.lifted and one.kind is not RestrictionKind.EXCLUDED
        for one in held.order.restrictions
    )
    return decision.code in _KEPT_FROM or (closed and not decision.allowed)


def reads_assessments(decision: AccessDecision) -> bool:
    """Tell whether somebody who reads the record reads what the law makes of conduct."""
    rows = AudienceTable.packaged().values["Assessment"].values()
    return all(not row.isdisjoint(decision.audiences) for row in rows)


def history_of(service: Service, order_id: UUID) -> Sequence[RecordedEvent]:
    """Return everything on record of an order; nothing where there is none."""
    try:
        return service.orders.history(order_id)
    except OrderNotFound:
        return ()


def known(looked: Looked, known_at: datetime | None) -> Sequence[RecordedEvent]:
    """Return what was on record at a moment; everything for None."""
    history = looked.look.history
    if known_at is None:
        return history
    return tuple(one for one in history if one.recorded_at <= known_at)


def law_attached(service: Service, order: ProtectionOrder, order_id: UUID) -> ProtectionOrder:
    """Return an order under its own id, with the law that it pinned where that is at hand."""
    return service.orders.with_law(order.changed(id=order_id))
