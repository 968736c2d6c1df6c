"""Tells each event in a plain sentence, in English and Dutch.

One function per kind of event, registered by its class; a test proves that none is missing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeVar

from orderflow.telling.tongue import Tongue
from orderflow.telling.words import both, word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime, tzinfo
    from enum import StrEnum

    from orderflow.order.assessment import Assessment, Route
    from orderflow.order.events import Event
    from orderflow.order.values import Term

E = TypeVar("E", bound="Event")

_TELLERS: Final[dict[type[Event], Callable[..., str]]] = {}  # filled by the modules below
_MODULES: Final = (
    "orderflow.telling.making",
    "orderflow.telling.ending",
    "orderflow.telling.binding",
    "orderflow.telling.enforcing",
    "orderflow.telling.access",
)


class Teller(Tongue):
    """A language, a clock, and the turns of phrase that several events share."""

    def __init__(self, lang: str, zone: tzinfo) -> None:
        """Take the language and the zone whose clock is meant."""
        super().__init__(lang)
        self.zone = zone

    def at(self, moment: datetime) -> str:
        """Return a moment in words."""
        return self.moment(moment, self.zone)

    def word(self, value: StrEnum) -> str:
        """Return the word for a value."""
        return self.of(word(value))

    def both(self, vocabulary: str, value: str) -> str:
        """Return the word for a value of a vocabulary that has no class."""
        return self.of(both(vocabulary, value))

    def names(self, people: Iterable[str]) -> str:
        """Return pseudonyms as an enumeration; nobody if there are none."""
        return self.list(people) or self("nobody", "niemand")

    def terms(self, terms: Iterable[Term]) -> str:
        """Return terms by their names and what they are about."""
        return "; ".join(f"{term.id} ({self.word(term.subject)})" for term in terms)

    def until(self, ends_at: datetime | None) -> str:
        """Return how long something lasts."""
        if ends_at is None:
            return self("with no end set", "zonder einddatum")
        return self(f"until {self.at(ends_at)}", f"tot {self.at(ends_at)}")

    def routes(self, assessment: Assessment) -> str:
        """Return what an assessment made of both routes, with the reasons."""
        criminal, civil = self._status(assessment.criminal), self._status(assessment.civil)
        return self(
            f"Criminal route {criminal} Civil route {civil}",
            f"Strafrechtelijke weg {criminal} Civiele weg {civil}",
        )

    def _status(self, route: Route) -> str:
        status = self.word(route.status).lower()
        reasons = " ".join(self(one.sentence, one.sentence_nl) for one in route.reasons)
        return f"{status}: {reasons}" if reasons else f"{status}."


def tells(kind: type[E]) -> Callable[[Callable[[E, Teller], str]], Callable[[E, Teller], str]]:
    """Register the function that tells one kind of event."""

    def register(teller: Callable[[E, Teller], str]) -> Callable[[E, Teller], str]:
        _TELLERS[kind] = teller
        return teller

    return register


def told(event: Event, teller: Teller) -> str:
    """Return the event in a sentence or two; its name where a later version knows more."""
    if not _TELLERS:
        for module in _MODULES:
            import_module(module)
    tell = _TELLERS.get(type(event))
    return tell(event, teller) if tell else type(event).__name__


def untold(kinds: Iterable[type[Event]]) -> tuple[type[Event], ...]:
    """Return the kinds of events that no function tells."""
    for module in _MODULES:
        import_module(module)
    return tuple(kind for kind in kinds if kind not in _TELLERS)
