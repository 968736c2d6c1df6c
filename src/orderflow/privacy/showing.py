"""What was erased, on what ground, and what can be read no longer; and what is unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from uuid import UUID

from orderflow.law.vocabulary import ErasureGround
from orderflow.order import events as e
from orderflow.order.values import Actor, Instant, PersonId, Reference, Value
from orderflow.privacy.keys import KeyState
from orderflow.privacy.people import OrderOnRecord, orders_of, people_in, sealed_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.privacy.keys import KeyStatus, Shredder
    from orderflow.privacy.people import Log, SealedValue
    from orderflow.store import RecordedEvent

Readable = Literal["readable", "erased", "no_key", "unknown"]

Unfinished = Literal["marked", "not_destroyed", "not_wiped", "not_recorded", "not_known"]


class SealedShown(Value):
    """A sealed value on record, without what it says.

    Attributes:
        order_id: The order.
        version: Number of the event within the order.
        event: Name of the event.
        field: Name of the field.
        kind: What it is.
        recorded_at: When it was recorded.
        readable: `readable` with the keys; `erased`; `no_key`: this key store has another one, or
            none; `unknown`: no key store was given.
    """

    order_id: UUID
    version: int
    event: str
    field: str
    kind: str
    recorded_at: Instant
    readable: Readable


class ErasureShown(Value):
    """An erasure on record in one order.

    Attributes:
        order_id: The order.
        version: Number of the event within the order.
        ground: On what ground.
        law: Sources that it rests on.
        decided_at: When it was decided.
        recorded_at: When it was recorded.
        actor: Who decided.
        due_since: Since when the time was over, where that is the ground.
        rule: Name of the rule that says so.
    """

    order_id: UUID
    version: int
    ground: ErasureGround
    law: tuple[str, ...]
    decided_at: Instant
    recorded_at: Instant
    actor: Actor
    due_since: Instant | None = None
    rule: Reference | None = None


class PersonShown(Value):
    """What is sealed of a person, and what became of it.

    Attributes:
        person: The person.
        key: How the key stands; None where there is none, or no key store was given.
        destroyed_at: When it was destroyed.
        linked: Pseudonyms that an order links with this one.
        sealed: What is sealed, in log order.
        erasures: Where the erasure is recorded.
        unfinished: What is still to be done, which erasing again does: `marked`: decided, and not
            recorded everywhere; `not_destroyed`: recorded, and the key is there; `not_wiped`: the
            key is gone, the file not yet rewritten; `not_recorded`: the key is gone, and an order
            with something sealed does not say so; `not_known`: recorded, and this key store has
            never heard of it, so that it would make the person a new key. A key store that was
            put back to a copy from before an erasure is `not_destroyed` or `not_known`.
    """

    person: PersonId
    key: KeyState | None
    destroyed_at: Instant | None
    linked: tuple[PersonId, ...]
    sealed: tuple[SealedShown, ...]
    erasures: tuple[ErasureShown, ...]
    unfinished: Unfinished | None


class _Found:
    """What a log holds of one person."""

    def __init__(self) -> None:
        self.linked: set[str] = set()
        self.sealed: list[SealedValue] = []
        self.erasures: list[tuple[UUID, RecordedEvent, e.PersonalDataErased]] = []


def show(
    log: Log, keys: Shredder | None = None, *, person: str | None = None
) -> tuple[PersonShown, ...]:
    """Return what is sealed and erased, person by person; nothing of what it says.

    Args:
        log: The log.
        keys: Knows which keys there are; without it, what can be read is unknown.
        person: Only this person.

    Raises:
        EventLogError: The log cannot be read faithfully.
        KeyStoreError: The keys cannot be had.
    """
    found: dict[str, _Found] = {}
    for one in orders_of(log):
        _read(one, found)
    known = {} if keys is None else {status.person: status for status in keys.statuses()}
    names = sorted(
        {name for name, what in found.items() if what.sealed or what.erasures} | {*known}
    )
    return tuple(
        _shown(name, found.get(name, _Found()), known.get(name), given=keys is not None)
        for name in names
        if person in (None, name)
    )


def _read(one: OrderOnRecord, found: dict[str, _Found]) -> None:
    order, history = one
    for name in people_in(order):
        found.setdefault(name, _Found()).linked |= order.known_as(name) - {name}
    for value in sealed_values(order.id, history):
        found.setdefault(value.place.person, _Found()).sealed.append(value)
    for recorded in history:
        if isinstance(recorded.event, e.PersonalDataErased):
            mine = found.setdefault(recorded.event.person, _Found())
            mine.erasures.append((order.id, recorded, recorded.event))


def _shown(person: str, found: _Found, status: KeyStatus | None, *, given: bool) -> PersonShown:
    return PersonShown(
        person=person,
        key=None if status is None else status.state,
        destroyed_at=None if status is None else status.destroyed_at,
        linked=tuple(sorted(found.linked)),
        sealed=tuple(_sealed_shown(value, status, given=given) for value in found.sealed),
        erasures=tuple(_erasures_shown(found)),
        unfinished=_unfinished(found, status) if given else None,
    )


def _sealed_shown(value: SealedValue, status: KeyStatus | None, *, given: bool) -> SealedShown:
    return SealedShown(
        order_id=value.place.stream,
        version=value.place.version,
        event=value.place.event,
        field=value.place.field,
        kind=value.kind,
        recorded_at=value.recorded.recorded_at,
        readable=_readable(value, status) if given else "unknown",
    )


def _readable(value: SealedValue, status: KeyStatus | None) -> Readable:
    if status is None or status.key_id != value.sealed.key:
        return "no_key"
    gone = status.state in {KeyState.DESTROYED, KeyState.ERASED}
    return "erased" if gone else "readable"


def _erasures_shown(found: _Found) -> Iterator[ErasureShown]:
    for order_id, recorded, event in found.erasures:
        yield ErasureShown(
            order_id=order_id,
            version=recorded.version,
            ground=event.ground,
            law=event.law,
            decided_at=event.occurred_at,
            recorded_at=recorded.recorded_at,
            actor=recorded.actor,
            due_since=event.due_since,
            rule=event.rule,
        )


def _unfinished(found: _Found, status: KeyStatus | None) -> Unfinished | None:
    state = None if status is None else status.state
    if state is KeyState.MARKED:
        return "marked"
    if state is KeyState.DESTROYED:
        return "not_wiped"
    said = {order_id for order_id, _, _ in found.erasures}
    if state is KeyState.ERASED:
        silent = {value.place.stream for value in found.sealed} - said
        return "not_recorded" if silent else None
    if not said:
        return None
    return "not_known" if state is None else "not_destroyed"
