"""What every decision stands on: the order, the law, the moment, and how to refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from orderflow.errors import CommandRejected
from orderflow.law.vocabulary import Capacity, Role
from orderflow.order.capacity import capacities
from orderflow.order.reasons import Code
from orderflow.order.sentences import SENTENCES

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.law.provision import Provision
    from orderflow.law.regime import Breach, Regime
    from orderflow.order.commands.base import Command
    from orderflow.order.incident import Incident
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.records import Version
    from orderflow.order.values import IncidentId, PersonId


def refuse(code: Code, law: tuple[str, ...] = ()) -> NoReturn:
    """Refuse the command.

    Raises:
        CommandRejected: Always, with the code's sentences.
    """
    sentence, sentence_nl = SENTENCES[code]
    raise CommandRejected(code, law=law, sentence=sentence, sentence_nl=sentence_nl)


@dataclass(frozen=True, slots=True)
class Case:
    """One decision to make.

    Attributes:
        order: The order as on record.
        regime: The law it pinned.
        command: What is asked.
        now: When it is decided.
    """

    order: ProtectionOrder
    regime: Regime
    command: Command
    now: datetime

    @property
    def at(self) -> datetime:
        """When the act occurred."""
        return self.command.occurred_at

    def must_be_competent(self, who: Provision[tuple[Role, ...]], *also: Role) -> None:
        """Refuse unless the actor's role is one that the regime lists, or one of `also` (N8)."""
        if self.command.actor.role not in (*who.decided(), *also):
            refuse(Code.NOT_COMPETENT, who.source)

    def must_be_one_of(self, *roles: Role, law: tuple[str, ...] = ()) -> None:
        """Refuse unless the actor acts in one of these roles."""
        if self.command.actor.role not in roles:
            refuse(Code.NOT_COMPETENT, law)

    def must_be_in_force(self) -> None:
        """Refuse unless the order was in force when the act occurred."""
        if self.order.period_at(self.at) is None:
            refuse(Code.NOT_IN_FORCE, self.regime.duration.anchor.source)

    def must_not_precede(self, moment: datetime | None) -> None:
        """Refuse an act that occurred before what it follows from."""
        if moment is not None and self.at < moment:
            refuse(Code.TOO_EARLY)

    def must_concern_the_last_period(self) -> None:
        """Refuse to end a period in force that is over, after the order was restored."""
        periods = self.order.periods
        if periods and self.at < periods[0].since:
            refuse(Code.BEFORE_THE_ORDER)
        if periods and self.at < periods[-1].since:
            refuse(Code.PERIOD_OVER)

    def must_not_be_a_respondent(self, *persons: PersonId) -> None:
        """Refuse somebody whom the order is against, or one of `persons`."""
        actor = self.command.actor
        if actor.role is Role.RESPONDENT:
            refuse(Code.NOT_COMPETENT)
        names = {name for name in (actor.person, actor.on_behalf_of) if name is not None}
        against = {person.id for person in self.order.respondents} | set(persons)
        if any(not self.order.known_as(name).isdisjoint(against) for name in names):
            refuse(Code.NOT_COMPETENT)

    def may_ask_for_it(self, asked_by: Capacity) -> None:
        """Refuse a change asked for by somebody whom the regime does not hear.

        Where the regime says nothing of who may ask, and leaves no question open, the authority
        acts by itself, whoever asked it.
        """
        by = self.regime.variation.by
        if by.value is None and by.question is None:
            return
        if asked_by not in by.decided():
            refuse(Code.NO_STANDING, by.source)

    def capacities(self) -> frozenset[Capacity]:
        """Return as what the actor stands towards the order."""
        return capacities(self.order, self.command.actor, self.regime)

    def known_person(self, person: PersonId) -> None:
        """Refuse unless the person is on record, under this pseudonym or a linked one."""
        names = self.order.known_as(person)
        if not any(self.order.person(name) for name in names):
            refuse(Code.NO_SUCH_PERSON)

    def protected_person(self, person: PersonId) -> None:
        """Refuse unless the person is one whom the order protects."""
        if all(protected.id != person for protected in self.order.protected_persons):
            refuse(Code.NO_SUCH_PERSON)

    def version(self, number: int) -> Version:
        """Return that version of the order, made by the time of the act, or refuse."""
        found = next((v for v in self.order.versions if v.number == number), None)
        if found is None:
            refuse(Code.NO_SUCH_VERSION)
        if self.at < found.made_at:
            refuse(Code.BEFORE_THE_ORDER)
        return found

    def incident(self, incident: IncidentId) -> Incident:
        """Return that incident, or refuse."""
        found = self.order.incident(incident)
        if found is None:
            refuse(Code.NO_SUCH_INCIDENT)
        return found

    def breach_law(self, incident: Incident) -> Breach:
        """Return the law of breach that governs the incident's day (EC47)."""
        return self.breach_law_on(incident.conduct_at)

    def breach_law_on(self, conduct_at: datetime) -> Breach:
        """Return the law of breach that governs conduct at a moment (EC47)."""
        return self.regime.breach_law(conduct_at.astimezone(self.regime.zone).date())
