"""The world that sentences act on: the cast, the orders, and what the law makes of conduct."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from orderflow.law.vocabulary import AgeBand, Harm, OwnMotionNeed, Role
from orderflow.order import ProtectionOrder, assess_incident
from orderflow.order import commands as c
from orderflow.order.assessment import Assessment
from orderflow.order.incident import Incident
from orderflow.order.values import Actor, Person, Place, Residence
from tests.steps import people
from tests.steps.ledger import Ledger

COURT: Final = Actor(role=Role.COURT, office="court")


class World(Ledger):
    """Everything one scenario has told so far."""

    def __init__(self) -> None:
        """Begin with the cast as the README has it."""
        super().__init__()
        self.ages: dict[str, AgeBand] = dict(people.AGES)
        self.residence: dict[str, Residence] = {}
        self.others: tuple[str, ...] = ()
        self.own_motion_needs: tuple[OwnMotionNeed, ...] = ()
        self.circumstances: set[str] = set()
        self.relatives: dict[Actor, str] = {}

    def request(
        self,
        at: datetime,
        actor: Actor,
        respondents: tuple[str, ...],
        protected: tuple[str, ...],
        harm: Harm,
        how: str,
    ) -> None:
        """Ask for an order, with the cast as this scenario has it."""
        self.act(
            c.RequestOrder,
            at,
            actor,
            regime=self.law,
            harms=(harm,),
            protected_persons=tuple(map(self._someone, protected)),
            respondents=tuple(map(self._someone, respondents)),
            other_persons=tuple(map(self._someone, self.others)),
            without_notice=how == "without_notice",
            own_motion=how == "own_motion",
            own_motion_needs=self.own_motion_needs,
            has_lawyer=how == "lawyer",
            has_litigation_friend=how == "friend",
            as_if_in_force=self.as_if_in_force,
        )

    def report(
        self,
        at: datetime,
        actor: Actor,
        person: str,
        conduct: str,
        conduct_at: datetime,
        place: Place,
        **more: Any,  # noqa: ANN401 - whatever the command takes
    ) -> None:
        """Report conduct of a person against a term."""
        self.act(
            c.ReportIncident,
            at,
            actor,
            incident=f"incident-{len(self.order.incidents) + 1}",
            person=person,
            term=conduct,
            conduct_at=self.local(conduct_at),
            place=place,
            **more,
        )

    def incident(self, of: str | None, order: ProtectionOrder | None = None) -> Incident:
        """Return the last incident reported, or the last one of a person."""
        found = [i for i in (order or self.order).incidents if of in (None, i.person)]
        assert found, "no such incident is on record"
        return found[-1]

    def incident_id(self, of: str | None) -> str:
        """Return its name, or one that is not on record."""
        names = [i.id for i in self.order.incidents if of in (None, i.person)]
        return names[-1] if names else "no-incident"

    def assessed(self, of: str | None = None, known: datetime | None = None) -> Assessment:
        """Return what the law makes of an incident, with what became of it counted in."""
        order = self.order if known is None else self.known_at(known)
        return assess_incident(order, self.case.regime, self.incident(of, order))

    def latest_version(self, number: int | None = None) -> int:
        """Return the version named, or the latest."""
        return number or max(1, len(self.order.versions))

    def _someone(self, name: str) -> Person:
        return Person(
            id=name,
            age=self.ages[name],
            residence=self.residence.get(name, Residence.IN_JURISDICTION),
            described=name == people.DESCRIBED,
        )
