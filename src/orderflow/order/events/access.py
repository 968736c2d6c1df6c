"""Events about who may see what: copies that were checked, and readers who are kept out."""

from __future__ import annotations

from orderflow.order.events.base import Event
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import PersonId, Reference


class ConfidentialityChecked(Event):
    """The copy for a person was checked for details that are kept from them.

    Attributes:
        version: Of which version of the order; None is the application.
        redacted: Whether something was taken out of it.
    """

    person: PersonId
    version: int | None = None
    redacted: bool


class AccessRestricted(Event):
    """People who read in an office are kept from the order.

    Attributes:
        restriction: Number of this restriction within the order, from 1.
        kind: To whom it closes the order: all but offices of the case (`private`), all but the
            users named (`restricted`), or those named and linked (`excluded`).
        users: References of accounts that it names.
        persons: Whoever is, or is linked to, one of these persons is kept out.
    """

    restriction: int
    kind: RestrictionKind
    users: tuple[Reference, ...] = ()
    persons: tuple[PersonId, ...] = ()


class RestrictionLifted(Event):
    """A restriction of access ended."""

    restriction: int
