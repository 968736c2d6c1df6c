"""Tells the whole history of an order in plain sentences with their sources, act by act.

For each decision it says who took it, in which role, for whom, on which ground, under which law,
what was on record then, and what became of the order by it. Each sentence stands in English and in
Dutch, and is the same that `orderflow history` tells.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from orderflow.audit.acts import acts_of
from orderflow.audit.log import Laws, events_of, histories
from orderflow.audit.position import Position, position_at
from orderflow.audit.result import Result
from orderflow.law import references
from orderflow.order import ProtectionOrder, evolve, fold
from orderflow.order.values import Actor, State
from orderflow.telling import Teller, told

if TYPE_CHECKING:
    from orderflow.audit.acts import Act
    from orderflow.audit.log import Log
    from orderflow.law import RegimeRegister
    from orderflow.order.events import Event

_UTC: Final = ZoneInfo("UTC")


class SourceNamed(Result):
    """A legal source: its key, its title in both languages, and the official text."""

    key: str
    title: str
    title_nl: str
    uri: str | None


class EventTold(Result):
    """One event in a sentence or two."""

    version: int
    position: int
    type: str
    sentence: str
    sentence_nl: str
    law: tuple[str, ...]


class ActTold(Result):
    """What one command led to.

    Attributes:
        number: Number of the act within the order, from 1.
        occurred_at: When it happened.
        recorded_at: When it was recorded.
        late_by: How long after it happened it was recorded.
        actor: Who acted, in which role, for which office, on whose behalf.
        on_record: How many events of the order were on record when it was decided: its input.
        command_id: The command, as it was handed in.
        events: What was recorded, in order.
        state_before: State by the record before it; None before the request.
        state_after: State by the record after it.
        sources: Every source that it rests on.
    """

    number: int
    occurred_at: datetime
    recorded_at: datetime
    late_by: timedelta
    actor: Actor
    on_record: int
    command_id: str
    events: tuple[EventTold, ...]
    state_before: State | None
    state_after: State | None
    sources: tuple[SourceNamed, ...]


class Explanation(Result):
    """The history of an order, told.

    Attributes:
        order_id: The order.
        regime: Id of the regime it pinned.
        regime_digest: SHA-256 of the values of that regime.
        as_if_in_force: Whether the case is lived under law that was not in force.
        regime_at_hand: Whether that regime is at hand unchanged.
        time_zone: Zone on whose clock the sentences tell moments.
        known_at: What was recorded after this moment is left out.
        acts: Everything that was done, in the order of recording.
        stands: The legal position at the moment of the last record.
    """

    order_id: UUID
    regime: str
    regime_digest: str
    as_if_in_force: bool
    regime_at_hand: bool
    time_zone: str
    known_at: datetime | None
    acts: tuple[ActTold, ...]
    stands: Position


def explain(
    log: Log,
    order_id: UUID,
    *,
    known_at: datetime | None = None,
    regimes: RegimeRegister | None = None,
) -> Explanation:
    """Return the history of an order in plain sentences, in both languages.

    Args:
        log: The log.
        order_id: The order.
        known_at: Leaves out what was recorded after this moment.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        OrderNotFound: The order is not on record, or was not yet known.
        EventLogError: Events cannot be read faithfully.
    """
    ((_, history),) = histories(log, order_id, known_at)
    order = fold(order_id, events_of(history))
    zone = Laws(regimes).zone_of(order)
    acts, running = [], ProtectionOrder.start(order_id)
    for number, act in enumerate(acts_of(history), start=1):
        before = running
        for recorded in act.events:
            running = evolve(running, recorded.event)
        acts.append(_act(number, act, before, running, zone or _UTC))
    pinned = order.regime
    return Explanation(
        order_id=order_id,
        regime=pinned.id if pinned else "",
        regime_digest=pinned.digest if pinned else "",
        as_if_in_force=bool(pinned and pinned.as_if_in_force),
        regime_at_hand=zone is not None,
        time_zone=(zone or _UTC).key,
        known_at=known_at,
        acts=tuple(acts),
        stands=position_at(order, history[-1].recorded_at),
    )


def _act(
    number: int, act: Act, before: ProtectionOrder, after: ProtectionOrder, zone: ZoneInfo
) -> ActTold:
    first = act.first
    keys = dict.fromkeys(key for recorded in act.events for key in recorded.event.law)
    return ActTold(
        number=number,
        occurred_at=first.event.occurred_at,
        recorded_at=first.recorded_at,
        late_by=first.recorded_at - first.event.occurred_at,
        actor=first.actor,
        on_record=before.version,
        command_id=first.command_id,
        events=tuple(
            EventTold(
                version=recorded.version,
                position=recorded.position,
                type=type(recorded.event).__name__,
                sentence=_sentence(recorded.event, "en", zone),
                sentence_nl=_sentence(recorded.event, "nl", zone),
                law=recorded.event.law,
            )
            for recorded in act.events
        ),
        state_before=before.recorded_state,
        state_after=after.recorded_state,
        sources=tuple(map(source_named, keys)),
    )


def _sentence(event: Event, lang: str, zone: ZoneInfo) -> str:
    return told(event, Teller(lang, zone))


def source_named(key: str) -> SourceNamed:
    """Return a source by its key; one that is not registered is named by its key alone."""
    found = references().sources.get(key)
    if found is None:
        return SourceNamed(key=key, title=key, title_nl=key, uri=None)
    return SourceNamed(key=key, title=found.title.en, title_nl=found.title.nl, uri=found.uri)
