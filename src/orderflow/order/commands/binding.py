"""Commands by which people come to be bound, and to be known."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from orderflow.law.vocabulary import InformMethod, NotifiedFact, ServiceMethod
from orderflow.order.commands.base import OrderCommand
from orderflow.order.values import Instant, PersonId

VersionNumber = Annotated[int, Field(ge=1)]


class AttemptService(OrderCommand):
    """Record an attempt to serve that failed."""

    person: PersonId
    version: VersionNumber
    evading: bool = False


class AuthoriseService(OrderCommand):
    """Allow substituted service on a person, or dispense with service."""

    person: PersonId
    how: Literal["substituted", "dispensed"]


class ServeOrder(OrderCommand):
    """Serve a version of the order on a person.

    Attributes:
        person: Who was served.
        version: Which version.
        method: How.
        certificate_at: When the certificate of service was filed, if it was.
    """

    person: PersonId
    version: VersionNumber
    method: ServiceMethod
    certificate_at: Instant | None = None


class InformPerson(OrderCommand):
    """Tell a person of the order, without serving it.

    Attributes:
        person: Who was told.
        version: Of which version.
        method: How.
        terms_told: Whether they were told the terms, or only that there is an order (EC48).
    """

    person: PersonId
    version: VersionNumber
    method: InformMethod
    terms_told: bool


class InvalidateBinding(OrderCommand):
    """Record that a service or notice did not take place as recorded (EC40).

    Attributes:
        binding: Number of the binding, as `OrderServed` and `PersonInformed` give it.
    """

    binding: Annotated[int, Field(ge=1)]
    ground: Literal["wrong_person", "wrong_document", "did_not_happen", "defective"]


class IdentifyPerson(OrderCommand):
    """Identify somebody who was known by description only.

    Attributes:
        described: The placeholder on record.
        person: Who it is.
    """

    described: PersonId
    person: PersonId


class LinkPersons(OrderCommand):
    """Record that two pseudonyms are the same human being (EC43)."""

    person: PersonId
    same_as: PersonId


class UnlinkPersons(OrderCommand):
    """Record that two pseudonyms are not the same human being after all (EC43)."""

    person: PersonId
    same_as: PersonId


class NotifyPolice(OrderCommand):
    """Tell the police what has become of the order.

    Attributes:
        of: What they are told of.
        version: Of which version.
        person: About whom, where it is service or notice to a person.
    """

    of: NotifiedFact
    version: VersionNumber
    person: PersonId | None = None
