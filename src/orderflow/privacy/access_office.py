"""As what somebody reads an order in an office, from when, and what closes it to them (EC27)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.law.vocabulary import Role
from orderflow.order import events as e
from orderflow.order.kinds_access import RestrictionKind
from orderflow.privacy.access_sentences import AccessCode
from orderflow.privacy.audience import Audience, Audiences, AudienceTable, From

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.order import ProtectionOrder
    from orderflow.privacy.reader import Reader
    from orderflow.store import RecordedEvent


_ANYBODY: Final = (e.IncidentReported, e.ComplaintWithdrawn)
"""What anybody may record of an order that they do not know; it opens the order to nobody."""

_FOLLOWS: Final = (e.IncidentReassessed, e.EndRecounted)
"""What follows by itself from what somebody recorded."""


class Office(NamedTuple):
    """As what somebody reads one order in an office.

    Attributes:
        audiences: As what they may read it by now; research is none of them.
        of_the_case: Whether that office is on record in the case.
        otherwise: Why not, where they may not read it at all.
    """

    audiences: Audiences
    of_the_case: bool
    otherwise: AccessCode


def office_of(reader: Reader, order: ProtectionOrder, history: Sequence[RecordedEvent]) -> Office:
    """Return as what a reader reads an order in the office they hold."""
    row = AudienceTable.packaged().roles.get(reader.role) if reader.role else None
    acted = _acted(reader, order, history)
    found = {Audience(one) for one in reader.vouched}
    otherwise = AccessCode.NO_PART if row is None else AccessCode.NOT_YET
    if Audience.RESEARCH in found:
        otherwise = AccessCode.COUNTS_ONLY
    if row is not None and (acted or _begun(row.since, order)):
        found.add(row.audience)
    if _asked(reader, order):
        found.add(Audience.APPLICANT)
    return Office(frozenset(found - {Audience.RESEARCH}), acted, otherwise)


def closed_to(reader: Reader, order: ProtectionOrder, office: Office) -> AccessCode | None:
    """Return why the restrictions in force close an order to an office; None if none does.

    An auditor reads what the courts read; only an exclusion is meant for them too.
    """
    if Audience.AUDITOR in office.audiences:
        return None
    for restriction in order.restrictions:
        if restriction.lifted:
            continue
        if restriction.kind is RestrictionKind.PRIVATE and not office.of_the_case:
            return AccessCode.NOT_OF_THE_CASE
        named = reader.user in restriction.users
        if restriction.kind is RestrictionKind.RESTRICTED and not named:
            return AccessCode.NOT_NAMED
    return None


def is_excluded(reader: Reader, order: ProtectionOrder) -> bool:
    """Tell whether an exclusion in force names the reader, or somebody they are or are close to."""
    names = {name for one in (*reader.persons, *reader.linked_to) for name in order.known_as(one)}
    return any(
        restriction.kind is RestrictionKind.EXCLUDED
        and not restriction.lifted
        and (reader.user in restriction.users or not names.isdisjoint(restriction.persons))
        for restriction in order.restrictions
    )


def _asked(reader: Reader, order: ProtectionOrder) -> bool:
    applicant = order.applicant
    if applicant is None or applicant.office is None or order.own_motion:
        return False
    return (applicant.role, applicant.office) == (reader.role, reader.office)


def _acted(reader: Reader, order: ProtectionOrder, history: Sequence[RecordedEvent]) -> bool:
    """Tell whether the reader's office is on record: it acted, asked, or was given the case."""
    if reader.office is None or reader.role is None:
        return False
    mine = (reader.role, reader.office)
    for recorded in history:
        whose = (recorded.actor.role, recorded.actor.office)
        if whose == mine and _is_an_act_in_the_case(recorded.event):
            return True
    courts = (Role.COURT, Role.COURT_OFFICER, Role.MAYOR)
    return reader.role in courts and order.office == reader.office


def _is_an_act_in_the_case(event: e.Event) -> bool:
    if isinstance(event, e.PersonInformed):
        # Anybody may say that they told somebody; an office whose word proves it acted (INT-056).
        return event.knowledge is not None
    return not isinstance(event, (*_ANYBODY, *_FOLLOWS))


def _begun(since: From, order: ProtectionOrder) -> bool:
    if since == "made":
        return bool(order.versions)
    if since == "referred":
        return any(incident.referrals for incident in order.incidents)
    return since == "always"
