"""Who asks: what a verified token says of them, and nothing that the request itself says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from orderflow.api.problems import Kind, Problem
from orderflow.law.vocabulary import Role
from orderflow.order.values import Actor
from orderflow.privacy.audience import AudienceTable
from orderflow.privacy.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS: Final = frozenset(
    {"user", "purpose", "role", "vouched", "office", "persons", "on_behalf_of", "linked_to"}
)
"""What the claim `orderflow` of a token may say: what a `Reader` is made of."""


OFFICES: Final = frozenset(AudienceTable.packaged().roles)
"""Roles in which somebody acts for an office; the other ones act for a person."""


class Caller(NamedTuple):
    """Somebody with a verified token.

    Attributes:
        issuer: Who issued the token.
        subject: The issuer's name for them.
        reader: Who they are to those who decide what somebody sees.
    """

    issuer: str
    subject: str
    reader: Reader

    @classmethod
    def named(cls, issuer: str, subject: str, said: Mapping[str, Any]) -> Caller:
        """Return the caller that the claim `orderflow` of a token describes.

        Raises:
            ValueError: The claim says something that we do not know, or in the wrong form.
        """
        unknown = said.keys() - FIELDS
        if unknown:
            msg = "the claim 'orderflow' says something that this version does not know"
            raise ValueError(msg)
        # What was given as JSON lists and words is checked as JSON.
        reader = Reader.model_validate({"user": subject, **said}, strict=False)
        if reader.role is Role.CLOCK or (reader.role is None and not reader.vouched):
            msg = "a token names a role other than the clock's, or vouches for its bearer"
            raise ValueError(msg)
        if reader.role in OFFICES and reader.office is None:
            msg = "a token of an office names which one it is"
            raise ValueError(msg)
        return cls(issuer, subject, reader)

    @property
    def key(self) -> str:
        """One name for this caller among those of all issuers."""
        return f"{len(self.issuer)}:{self.issuer}{self.subject}"

    @property
    def roles(self) -> frozenset[str]:
        """As what they call: their role, and what they are vouched for."""
        own = () if self.reader.role is None else (self.reader.role.value,)
        return frozenset((*own, *(one.value for one in self.reader.vouched)))

    def acting(self, said: object = None) -> Actor:
        """Return as whom they act in an order.

        Args:
            said: The actor that the body of a request names, if it does. It may leave out what the
                token says, and choose among several pseudonyms; it can add nothing.

        Raises:
            Problem: `not_you`: the body names somebody else, or the caller never acts.
        """
        reader = self.reader
        if reader.role is None:
            raise Problem(Kind.NOT_YOU)
        body = said if isinstance(said, dict) else {}
        person = body.get("person", reader.persons[0] if len(reader.persons) == 1 else None)
        own = {
            "role": reader.role.value,
            "office": reader.office,
            "on_behalf_of": reader.on_behalf_of,
        }
        if said is not None and not isinstance(said, dict):
            raise Problem(Kind.NOT_YOU)
        if person is not None and person not in reader.persons:
            raise Problem(Kind.NOT_YOU)
        if any(body[name] != own.get(name) for name in body if name != "person"):
            raise Problem(Kind.NOT_YOU)
        return Actor(
            role=reader.role,
            person=person,
            office=reader.office,
            on_behalf_of=reader.on_behalf_of,
        )
