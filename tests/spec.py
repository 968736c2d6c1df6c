"""Given, when, then: one decision about an order, read as a sentence.

`given` takes what is on record, as commands (decided one by one) or as events (taken as they are).
`when` puts one command; `then`, `then_refused` and `then_not_decided` say what must come of it.
`conduct` asks what the law makes of conduct instead. Whatever is decided on the way, every step of
it must be an arrow of the lifecycle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from orderflow.errors import CommandRejected, NotDecided
from orderflow.law import Regime, RegimeRegister
from orderflow.order import Assessment, Place, ProtectionOrder, Route, State, decide, evolve
from orderflow.order.commands import Command
from orderflow.order.events import Event
from orderflow.order.lifecycle import TRIGGERS, permitted
from orderflow.order.values import Actor

ORDER: Final = UUID("00000000-0000-4000-8000-000000000001")
FMPO_2008: Final = "uk-ew-fmpo@2008"
FMPO: Final = "uk-ew-fmpo@2014"
FGMPO: Final = "uk-ew-fgmpo@2015"
HUISVERBOD: Final = "nl-huisverbod@2009"
KORT_GEDING: Final = "nl-kort-geding-verbod@2002"
HYBRID: Final = "nl-hybrid-draft@2025"
HYBRID_CIVIL: Final = "nl-hybrid-draft@2025+civil"
HYBRID_ADMINISTRATIVE: Final = "nl-hybrid-draft@2025+administrative"


def law(regime: str | Regime) -> Regime:
    """Return the packaged regime of that id, or the regime itself."""
    return RegimeRegister.packaged().get(regime) if isinstance(regime, str) else regime


def law_with(regime: str, **values: object) -> Regime:
    """Return a made-up law: a packaged regime with other values, `None` for not decided.

    A field is named by section and name, as in `duration__anchor`.
    """
    changed = law(regime)
    for field, value in values.items():
        section_name, _, name = field.partition("__")
        section = getattr(changed, section_name)
        source = getattr(section, name).source or ("test/made-up",)
        provision = getattr(section, name).model_copy(update={"value": value, "source": source})
        section = section.model_copy(update={name: provision})
        changed = changed.model_copy(update={section_name: section})
    return changed


def at(text: str, zone: str = "Europe/London") -> datetime:
    """Return the moment that `text` (2025-01-06 10:00) is on the clock of `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


class Having:
    """An event of one type with these values in these fields, whatever the others hold."""

    def __init__(self, event: type[Event], **fields: object) -> None:
        self.event, self.fields = event, fields

    def matches(self, event: Event) -> bool:
        """Tell whether `event` is one."""
        found = {name: getattr(event, name, ...) for name in self.fields}
        return type(event) is self.event and found == self.fields

    def __repr__(self) -> str:
        return f"{self.event.__name__}({self.fields})"


Expected = type[Event] | Event | Having


def record(order: ProtectionOrder, events: Iterable[Event]) -> ProtectionOrder:
    """Return the order after `events`, each of which must follow an arrow of the lifecycle."""
    for event in events:
        before, order = order.recorded_state, evolve(order, event)
        after, trigger = order.recorded_state, TRIGGERS[type(event)]
        if before is None:
            assert (trigger, after) == ("request", State.REQUESTED)
        else:
            where = permitted().get((trigger, before), frozenset())
            assert after in where, f"{trigger} led from {before} to {after}"
    return order


@dataclass(frozen=True)
class Accepted:
    """What an accepted command caused."""

    events: tuple[Event, ...]
    order: ProtectionOrder
    regime: Regime

    def and_state(self, state: State) -> Accepted:
        """Require the state by the record."""
        found = self.order.recorded_state
        assert found is state, found
        return self

    @property
    def event(self) -> Event:
        """The first event."""
        return self.events[0]


@dataclass(frozen=True)
class Attempt:
    """A command that is about to be decided on a given record."""

    given: Given
    command: Command
    now: datetime

    def then(self, *expected: Expected) -> Accepted:
        """Require exactly these events, in this order."""
        before = self.given.order
        events = decide(self.command, before, self.given.regime, self.now)
        assert len(events) == len(expected), [type(event).__name__ for event in events]
        for found, wanted in zip(events, expected, strict=True):
            assert _fits(found, wanted), f"{found!r} is not {wanted!r}"
        return Accepted(events, record(before, events), self.given.regime)

    def then_refused(self, code: str, *, law: tuple[str, ...] | None = None) -> None:
        """Require a refusal with this code and, where given, exactly these sources."""
        refusal = self._refusal()
        assert refusal.code == code, f"refused for {refusal.code}, not {code}"
        assert not isinstance(refusal, NotDecided), refusal
        assert refusal.sentence
        assert refusal.sentence_nl
        if law is not None:
            assert refusal.law == law

    def then_not_decided(self, question: str) -> None:
        """Require that the regime leaves this question open."""
        refusal = self._refusal()
        assert isinstance(refusal, NotDecided), refusal
        assert refusal.question == question

    def _refusal(self) -> CommandRejected:
        try:
            events = decide(self.command, self.given.order, self.given.regime, self.now)
        except CommandRejected as refusal:
            return refusal
        raise AssertionError([type(event).__name__ for event in events])


@dataclass(frozen=True)
class Given:
    """An order as on record, and the last moment at which something was recorded."""

    order: ProtectionOrder
    regime: Regime
    recorded: datetime | None

    def when(self, command: Command, *, recorded_at: datetime | None = None) -> Attempt:
        """Put a command; it is decided when it happens, or when the last fact was recorded."""
        return Attempt(self, command, recorded_at or _later(self.recorded, command.occurred_at))

    def conduct(
        self,
        person: str,
        term: str,
        when: datetime,
        *,
        place: Place = Place.HOME_COUNTRY,
        asked_by: Actor | None = None,
    ) -> Judged:
        """Ask what the law makes of conduct, on what is on record."""
        return Judged(
            self.order.under(self.regime).assess(
                person=person, term=term, conduct_at=when, place=place, asked_by=asked_by
            )
        )

    def incident(self, incident: str) -> Judged:
        """Ask what the law makes of an incident on record, with what became of it."""
        return Judged(self.order.under(self.regime).assess_incident(incident))


@dataclass(frozen=True)
class Judged:
    """An assessment, with both routes to be read."""

    assessment: Assessment

    def criminal(self, status: str, *codes: str) -> Judged:
        """Require the status of the criminal route and exactly these reasons."""
        return self._route(self.assessment.criminal, status, codes)

    def civil(self, status: str, *codes: str) -> Judged:
        """Require the status of the civil route and exactly these reasons."""
        return self._route(self.assessment.civil, status, codes)

    def both(self, status: str, *codes: str) -> Judged:
        """Require the status of both routes and exactly these reasons."""
        return self.criminal(status, *codes).civil(status, *codes)

    def _route(self, route: Route, status: str, codes: tuple[str, ...]) -> Judged:
        found = (str(route.status), sorted(map(str, route.codes)))
        assert found == (status, sorted(codes)), found
        assert all(reason.sentence and reason.sentence_nl for reason in route.reasons)
        return self


def given(*record_of: Command | Event, regime: str | Regime = FMPO) -> Given:
    """Return the order after these commands and events, under this regime."""
    the_law, order = law(regime), ProtectionOrder.start(ORDER)
    recorded: datetime | None = None
    for fact in record_of:
        recorded = _later(recorded, fact.occurred_at)
        caused = (fact,) if isinstance(fact, Event) else decide(fact, order, the_law, recorded)
        order = record(order, caused)
    return Given(order, the_law, recorded)


def _fits(event: Event, wanted: Expected) -> bool:
    if isinstance(wanted, Having):
        return wanted.matches(event)
    return type(event) is wanted if isinstance(wanted, type) else event == wanted


def _later(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else max(one, other)
