"""The aggregate: everything on record of one order, folded from its events.

It is frozen, answers questions about any moment, and reads no clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from orderflow.law.vocabulary import Channel, Harm
from orderflow.order import posture, timeline
from orderflow.order.assess import assess, assess_incident
from orderflow.order.events.requesting import RegimeRef
from orderflow.order.incident import Incident
from orderflow.order.reasons import Code
from orderflow.order.records import (
    Appeal,
    Binding,
    HeldDocument,
    Mark,
    Period,
    PoliceNotice,
    Seal,
    SetAsideMark,
    Support,
    Undertaking,
    Version,
    WishesOf,
)
from orderflow.order.records_access import CheckedCopy, Restriction
from orderflow.order.values import (  # fmt: skip
    Actor,
    EndCause,
    IncidentId,
    Person,
    PersonId,
    Place,
    State,
    TermId,
)

if TYPE_CHECKING:
    from orderflow.law.regime import Regime
    from orderflow.order.assessment import Assessment

_DERIVED = ("periods", "versions_in_time", "_aliases")


@dataclass(frozen=True)
class ProtectionOrder:
    """One protection order as on record; times in UTC, sequences in the order of recording.

    Attributes:
        id: Identity of the order; the name of its stream.
        version: Number of events folded; 0 before the request.
        regime: The regime it pinned when it was requested; None before the request.
        law: That regime itself, where `under` attached it; questions of law need it.
        permission: `not_needed`, `needed`, `asked`, `granted` or `refused`.
        request_end: Why the request came to nothing, and when.
        expiry: The end that was recorded as reached, if any.
        doubtful: Whether an event was corrected, for more than a slip of the pen.
        once_protected: Whom it protected and no longer does.
        links: Pairs of pseudonyms of the same human being.
        checked_copies: Copies checked since details were last withheld.
        restrictions: Restrictions of access, lifted ones too.
    """

    id: UUID
    version: int = 0
    regime: RegimeRef | None = None
    requested_at: datetime | None = None
    applicant: Actor | None = None
    own_motion: bool = False
    harms: tuple[Harm, ...] = ()
    protected_persons: tuple[Person, ...] = ()
    respondents: tuple[Person, ...] = ()
    other_persons: tuple[Person, ...] = ()
    case_reference: str | None = None
    without_notice_asked: bool = False
    channel: Channel | None = None
    permission: str = "not_needed"
    permission_at: datetime | None = None
    flags: tuple[Code, ...] = ()
    request_end: tuple[datetime, EndCause] | None = None
    undertaking: Undertaking | None = None
    versions: tuple[Version, ...] = ()
    marks: tuple[Mark, ...] = ()
    expiry: datetime | None = None
    extended_at: tuple[datetime, ...] = ()
    changes_refused_at: tuple[datetime, ...] = ()
    set_aside: SetAsideMark | None = None
    bindings: tuple[Binding, ...] = ()
    substituted_service: tuple[tuple[PersonId, datetime], ...] = ()
    failed_services: tuple[tuple[PersonId, datetime], ...] = ()
    links: tuple[tuple[PersonId, PersonId], ...] = ()
    incidents: tuple[Incident, ...] = ()
    seals: tuple[Seal, ...] = ()
    police_notices: tuple[PoliceNotice, ...] = ()
    return_hearing: tuple[datetime | None, bool] | None = None
    hearings: tuple[datetime, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    conflicts: tuple[tuple[str, TermId], ...] = ()
    documents: tuple[HeldDocument, ...] = ()
    support: tuple[Support, ...] = ()
    wishes: tuple[WishesOf, ...] = ()
    withheld_contacts: frozenset[PersonId] = frozenset()
    certified_at: datetime | None = None
    office: str | None = None
    corrected: tuple[int, ...] = ()
    doubtful: bool = False
    once_protected: frozenset[PersonId] = frozenset()
    checked_copies: tuple[CheckedCopy, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    law: Regime | None = field(default=None, compare=False, repr=False)

    @classmethod
    def start(cls, order_id: UUID) -> ProtectionOrder:
        """Return the order before its first event."""
        return _EMPTY.changed(id=order_id)

    def changed(self, **changes: Any) -> ProtectionOrder:  # noqa: ANN401
        """Return the order with other values in the named fields, quicker than `replace`."""
        copy: ProtectionOrder = object.__new__(type(self))
        parts = copy.__dict__
        parts.update(self.__dict__)
        for name in _DERIVED:
            parts.pop(name, None)
        parts.update(changes)
        return copy

    def under(self, regime: Regime) -> ProtectionOrder:
        """Return the order with the regime attached that `assess` judges by."""
        return self.changed(law=regime)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Periods in force, earliest first; the gaps between them are gaps (EC44)."""
        return timeline.periods(self.marks)

    @cached_property
    def versions_in_time(self) -> tuple[Version, ...]:
        """Versions in the order in which they were made."""
        return tuple(sorted(self.versions, key=attrgetter("made_at")))

    def period_at(self, moment: datetime) -> Period | None:
        """Return the period in force that `moment` lies in, or None."""
        return timeline.period_at(self.periods, moment)

    def version_at(self, moment: datetime) -> Version | None:
        """Return the version that held at `moment`, whether or not the order was in force."""
        return timeline.version_at(self.versions_in_time, moment)

    @property
    def extensions(self) -> int:
        """How often the order was extended."""
        return len(self.extended_at)

    @property
    def ends_at(self) -> datetime | None:
        """End of the last period in force: first moment outside; None while no end is set."""
        return self.periods[-1].until if self.periods else None

    @property
    def recorded_state(self) -> State | None:
        """State by the record: an end counts once it is recorded; None before the request."""
        return posture.recorded(self)

    def state_at(self, moment: datetime) -> State | None:
        """Return the legal position at `moment`; None before the request.

        Facts that happened by then count, however late they were recorded, and no others.
        """
        return posture.at(self, moment)

    @cached_property
    def _aliases(self) -> dict[PersonId, frozenset[PersonId]]:
        groups: dict[PersonId, frozenset[PersonId]] = {}
        for one, other in self.links:
            group = groups.get(one, frozenset({one})) | groups.get(other, frozenset({other}))
            groups |= dict.fromkeys(group, group)
        return groups

    def known_as(self, person: PersonId) -> frozenset[PersonId]:
        """Return every pseudonym of the same human being, this one included."""
        return self._aliases.get(person) or frozenset({person})

    def person(self, person: PersonId) -> Person | None:
        """Return the person of that pseudonym, if on record in this order."""
        everybody = (*self.protected_persons, *self.respondents, *self.other_persons)
        return next((someone for someone in everybody if someone.id == person), None)

    def incident(self, incident: IncidentId) -> Incident | None:
        """Return the incident of that name, if on record."""
        return next((found for found in self.incidents if found.id == incident), None)

    def assess(
        self,
        *,
        person: PersonId,
        term: TermId,
        conduct_at: datetime,
        place: Place = Place.HOME_COUNTRY,
        asked_by: Actor | None = None,
    ) -> Assessment:
        """Return what the law makes of conduct, on what this order has on record.

        To ask it "as we knew it then", load the order with `known_at`.

        Args:
            person: Whose conduct.
            term: Against which term.
            conduct_at: When; with a time zone.
            place: Where.
            asked_by: Who would act, so that a lack of standing is a reason too.

        Raises:
            ValueError: No regime is attached, or `conduct_at` has no time zone.
        """
        return assess(
            self,
            self._regime(),
            person=person,
            term=term,
            conduct_at=conduct_at,
            place=place,
            asked_by=asked_by,
        )

    def assess_incident(self, incident: IncidentId, *, asked_by: Actor | None = None) -> Assessment:
        """Return what the law makes of an incident now, with what became of it counted in.

        Raises:
            LookupError: No such incident is on record.
            ValueError: No regime is attached.
        """
        found = self.incident(incident)
        if found is None:
            msg = f"no incident {incident!r} on record"
            raise LookupError(msg)
        return assess_incident(self, self._regime(), found, asked_by=asked_by)

    def _regime(self) -> Regime:
        if self.law is None:
            msg = "no regime is attached to this order; use order.under(regime)"
            raise ValueError(msg)
        return self.law


_EMPTY = ProtectionOrder(id=UUID(int=0))
