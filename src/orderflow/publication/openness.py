"""From when on an audience may hear of an order, by the record and by nothing else.

Two audiences. `early` is for systems of the police and of the authorities that act at once: they
hear of an order as soon as it is made, and of what follows. `open` is for all others, among whom a
respondent or somebody near one may be: they hear nothing at all of an application made without
notice, nor of an order that was, before every respondent was told. Whatever is not known to be open
is not (fail closed). What was held back follows later, in order.

Source:
    gb-eaw/fla-1996/s-63d, INT-063; who may know of an order from when: privacy/audiences.toml.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from orderflow.order import events as e
from orderflow.order.kinds_access import RestrictionKind
from orderflow.privacy.secrecy import told_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.order import ProtectionOrder
    from orderflow.order.values import Person
    from orderflow.store.envelope import RecordedEvent


CHANGE_NOTHING: Final = frozenset(
    {
        e.PoliceNotified,
        e.IncidentReported,
        e.IncidentReassessed,
        e.IncidentDismissed,
        e.IncidentReferred,
        e.ComplaintWithdrawn,
        e.CivilEnforcementPursued,
        e.ProsecutionConcluded,
        e.CivilEnforcementConcluded,
        e.DocumentSurrendered,
        e.DocumentReturned,
        e.SupportArranged,
        e.WishesRecorded,
        e.ServiceAttemptFailed,
        e.TermExceeded,
    }
)
"""Events after which an audience may hear of an order if, and only if, it might before.

Whatever is not listed here is looked at again, so that forgetting one costs time alone.
"""


class Channel(StrEnum):
    """To whom something is published; each has a stream of its own."""

    OPEN = "open"
    EARLY = "early"


def may_hear(channel: Channel, order: ProtectionOrder, history: Sequence[RecordedEvent]) -> bool:
    """Tell whether an audience may hear of an order as it stands on record.

    Args:
        channel: Which audience.
        order: The order.
        history: All its events, the last included.
    """
    if _is_private(history):
        return False
    if channel is Channel.EARLY:
        return bool(order.versions)
    return all(_was_told(person, order, history) for person in order.respondents)


def _was_told(person: Person, order: ProtectionOrder, history: Sequence[RecordedEvent]) -> bool:
    """Tell whether a respondent knows all of the order that was asked or made without them."""
    unheard = [version.number for version in order.versions if version.without_notice]
    if not unheard and not order.without_notice_asked:
        return True
    told = told_to(history, order.known_as(person.id))
    if unheard:
        return told.version >= max(unheard)
    return told.application or told.promised or told.version > 0


def _is_private(history: Sequence[RecordedEvent]) -> bool:
    lifted = {
        one.event.restriction for one in history if isinstance(one.event, e.RestrictionLifted)
    }
    return any(
        isinstance(one.event, e.AccessRestricted)
        and one.event.kind is not RestrictionKind.EXCLUDED
        and one.event.restriction not in lifted
        for one in history
    )
