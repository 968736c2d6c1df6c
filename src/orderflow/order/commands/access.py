"""Commands about who may see what: copies that are checked, and readers who are kept out."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from orderflow.order.commands.base import OrderCommand
from orderflow.order.commands.binding import VersionNumber
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import PersonId, Reference


class CheckConfidentiality(OrderCommand):
    """Record that the copy for a person was checked for details that are kept from them (EC26).

    Attributes:
        person: For whom the copy is.
        version: Of which version of the order; None is the application.
        redacted: Whether something was taken out of it.
    """

    person: PersonId
    version: VersionNumber | None = None
    redacted: bool


class RestrictAccess(OrderCommand):
    """Keep people who read in an office from an order, beyond what every order keeps (EC27).

    Attributes:
        kind: To whom it closes the order.
        users: `restricted`: the users who alone may read it; `excluded`: users who may not.
            References of accounts, never names.
        persons: `excluded`: whoever is, or is linked to, one of these persons may not read it.
    """

    kind: RestrictionKind
    users: tuple[Reference, ...] = ()
    persons: tuple[PersonId, ...] = ()

    @model_validator(mode="after")
    def _says_whom(self) -> Self:
        excluded = self.kind is RestrictionKind.EXCLUDED
        if self.persons and not excluded:
            msg = "persons belong to kind 'excluded'"
            raise ValueError(msg)
        named = bool(self.users or self.persons)
        if named != (self.kind is not RestrictionKind.PRIVATE):
            msg = (
                "kind 'private' names nobody; 'restricted' and 'excluded' name whom they are about"
            )
            raise ValueError(msg)
        return self


class LiftRestriction(OrderCommand):
    """End a restriction of access.

    Attributes:
        restriction: Number of the restriction, as `AccessRestricted` gives it.
    """

    restriction: Annotated[int, Field(ge=1)]
