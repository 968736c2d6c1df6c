"""Who may make which request at all: one table, role by route.

It looks at the token and the route and at nothing on record, so that being refused here tells
nothing. Whether somebody may see one order is decided by `orderflow.privacy`, and whether their
office is competent under the law of the order by the library itself (N8).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.law.vocabulary import Role
from orderflow.privacy.audience import Audience
from orderflow.publication.openness import Channel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orderflow.privacy.reader import Reader

_COURTS: Final = frozenset({Role.COURT, Role.COURT_OFFICER, Role.CRIMINAL_COURT})
_AUTHORITIES: Final = _COURTS | {
    Role.MAYOR,
    Role.ASSISTANT_PROSECUTOR,
    Role.PROSECUTOR,
    Role.ATTORNEY_GENERAL,
    Role.POLICE,
}
_CARE: Final = frozenset(
    {
        Role.LOCAL_AUTHORITY,
        Role.CHILD_PROTECTION_BOARD,
        Role.CERTIFIED_INSTITUTION,
        Role.VEILIG_THUIS,
        Role.SCHOOL,
        Role.SUPPORT_AGENCY,
    }
)
_SERVERS: Final = frozenset({Role.BAILIFF, Role.PROCESS_SERVER})
_ASKING: Final = frozenset(
    {Role.PROTECTED_PERSON, Role.RELATIVE, Role.THIRD_PARTY, Role.LEGAL_REPRESENTATIVE}
)
_PEOPLE: Final = _ASKING | {Role.RESPONDENT}
_OFFICES: Final = _AUTHORITIES | _CARE | _SERVERS
_ALL_WHO_ACT: Final = _OFFICES | _PEOPLE | {Role.BORDER_GUARD}
_AUDIT: Final = frozenset({Audience.AUDITOR})
_EVERYBODY: Final = _ALL_WHO_ACT | _AUDIT

FOLLOWED: Final[Mapping[Channel, frozenset[str]]] = {
    Channel.OPEN: _OFFICES | _AUDIT,
    Channel.EARLY: _AUTHORITIES,
}
"""For each channel, the roles that may follow it; nobody of the people whom orders are about."""

PERMITTED: Final[Mapping[str, frozenset[str]]] = {
    "file_order": _AUTHORITIES | _CARE | _ASKING,
    "command_order": _ALL_WHO_ACT,
    "list_orders": _OFFICES | _PEOPLE | _AUDIT,
    "search_orders": _AUTHORITIES | _CARE | _AUDIT,
    "read_order": _EVERYBODY,
    "read_history": _OFFICES | _PEOPLE | _AUDIT,
    "assess_conduct": _AUTHORITIES
    | _CARE
    | _AUDIT
    | {Role.BORDER_GUARD, Role.PROTECTED_PERSON, Role.LEGAL_REPRESENTATIVE},
    "list_regimes": _EVERYBODY | {Audience.RESEARCH},
    "read_regime": _EVERYBODY | {Audience.RESEARCH},
    "list_due": _AUTHORITIES | _CARE | _AUDIT,
    "ask_enforceability": _AUTHORITIES | {Role.BORDER_GUARD},
    "follow_events": FOLLOWED[Channel.OPEN] | FOLLOWED[Channel.EARLY],
    "read_checkpoint": _AUDIT,
    "prove_event": _AUDIT,
    "prove_extension": _AUDIT,
    "read_audit_state": _AUDIT,
}
"""For each route, by its operation id, the roles that may use it."""


def permitted(roles: frozenset[str], operation: str) -> bool:
    """Tell whether somebody who calls as these may use a route."""
    return not roles.isdisjoint(PERMITTED[operation])


def may_follow(reader: Reader, roles: frozenset[str], channel: Channel) -> bool:
    """Tell whether somebody may follow a channel.

    `early` is for nobody from whom a secret may have to be kept: not for whoever is a person of a
    case, acts for one, or is close to one, whatever their office.
    """
    close = reader.persons or reader.linked_to or reader.on_behalf_of
    if channel is Channel.EARLY and close:
        return False
    return not roles.isdisjoint(FOLLOWED[channel])
