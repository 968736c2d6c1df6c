"""Who reads: what the embedding application knows of somebody before they see anything."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from orderflow.law.vocabulary import Role
from orderflow.order.values import PersonId, Reference, Value
from orderflow.privacy.audience import Audience

Vouched = Literal[Audience.AUDITOR, Audience.RESEARCH]
"""Audiences that no role of the law gives; the embedding application vouches for them."""


class Reader(Value):
    """Somebody who asks to see an order, and why.

    As what they read is not theirs to say: it follows from the order. Whoever authenticates them
    vouches for everything here.

    Attributes:
        user: Reference of their account; never a name or an address.
        purpose: Reference of what they read for, from a list of the embedding application.
        role: The role in which they act, if the law knows it.
        vouched: What they are besides, which no role says: an auditor or a researcher.
        office: Reference of the court, force or agency they act for.
        persons: Pseudonyms that they themselves have, in any order.
        on_behalf_of: Pseudonym of the client, for a legal representative.
        linked_to: Pseudonyms of persons they are close to: kin, household, work. It takes, and
            never gives: whoever is close to somebody of a case reads nothing of it in an office.
    """

    user: Reference
    purpose: Reference
    role: Role | None = None
    vouched: tuple[Vouched, ...] = ()
    office: Reference | None = None
    persons: tuple[PersonId, ...] = ()
    on_behalf_of: PersonId | None = None
    linked_to: tuple[PersonId, ...] = ()

    @model_validator(mode="after")
    def _speaks_for_a_client(self) -> Self:
        if self.on_behalf_of is not None and self.role is not Role.LEGAL_REPRESENTATIVE:
            msg = "nobody but a legal representative reads on behalf of somebody else"
            raise ValueError(msg)
        return self
