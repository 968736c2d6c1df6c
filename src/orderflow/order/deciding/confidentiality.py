"""Whether the copy for a person was checked for what is kept from them (EC26).

Source:
    gb-eaw/fpr-2010/r-29-1: what a party does not wish to reveal is revealed to nobody unless the
    court directs otherwise. That service waits for the check is INT-062.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.order.deciding.case import Case, refuse
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.order.values import PersonId

_PERSONAL_DETAILS: Final = {"GB-EAW": ("gb-eaw/fpr-2010/r-29-1",)}


def personal_details(case: Case) -> tuple[str, ...]:
    """Return where the law of the order says so; elsewhere the check rests on INT-062 alone."""
    return _PERSONAL_DETAILS.get(case.regime.jurisdiction, ())


def must_be_checked(person: PersonId, version: int | None, case: Case) -> None:
    """Refuse to record a service of a copy that may reveal what is kept from this person.

    A check counts until further details are withheld. It may be recorded after the service took
    place: what is refused is recording that service unchecked, and no fact is lost by it.
    """
    names = case.order.known_as(person)
    protected = {someone.id for someone in case.order.protected_persons}
    if not names.isdisjoint(protected) or case.order.withheld_contacts <= names:
        return
    if not is_checked(person, version, case):
        refuse(Code.CONFIDENTIALITY_UNCHECKED, personal_details(case))


def is_checked(person: PersonId, version: int | None, case: Case) -> bool:
    """Tell whether that copy for that person was checked since details were last withheld."""
    names = case.order.known_as(person)
    return any(
        copy.person in names and copy.version == version for copy in case.order.checked_copies
    )
