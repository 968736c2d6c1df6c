"""Events by which people come to be bound, and to be known."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from orderflow.law.vocabulary import InformMethod, Knowledge, NotifiedFact, ServiceMethod
from orderflow.order.events.base import Event
from orderflow.order.values import BindingMethod, PersonId


class ServiceAttemptFailed(Event):
    """An attempt to serve failed."""

    person: PersonId
    version: int
    evading: bool = False


class SubstitutedServiceAuthorised(Event):
    """Substituted service on a person was allowed."""

    person: PersonId


class ServiceDispensed(Event):
    """Service on a person was dispensed with; that shows nothing about their knowledge."""

    binding: int
    person: PersonId
    version: int


class OrderServed(Event):
    """A version of the order was served on a person.

    Attributes:
        binding: Number of this binding within the order, from 1.
        bound_by: As which kind of binding it counts.
        knowledge: What the person is shown to know by it; None where it shows nothing.
    """

    binding: int
    person: PersonId
    version: int
    method: ServiceMethod
    bound_by: BindingMethod
    knowledge: Knowledge | None
    certificate_at: AwareDatetime | None = None


class PersonInformed(Event):
    """A person was told of the order without service.

    Attributes:
        binding: Number of this binding within the order, from 1.
        bound_by: As which kind of binding it counts.
        knowledge: What the person is shown to know by it; None where only the word of somebody
            without office stands for it.
    """

    binding: int
    person: PersonId
    version: int
    method: InformMethod
    bound_by: BindingMethod
    knowledge: Knowledge | None


class BindingInvalidated(Event):
    """A binding did not take place as recorded; it counts for nothing from now on."""

    binding: int
    ground: Literal["wrong_person", "wrong_document", "did_not_happen", "defective"]


class PersonIdentified(Event):
    """Somebody known by description only was identified."""

    described: PersonId
    person: PersonId


class PersonsLinked(Event):
    """Two pseudonyms are the same human being; each keeps what is recorded under it."""

    person: PersonId
    same_as: PersonId


class PersonsUnlinked(Event):
    """Two pseudonyms are not the same human being after all."""

    person: PersonId
    same_as: PersonId


class PoliceNotified(Event):
    """The police were told what has become of the order.

    Attributes:
        late: Whether it came after the regime's term.
    """

    of: NotifiedFact
    version: int
    person: PersonId | None = None
    late: bool = False
