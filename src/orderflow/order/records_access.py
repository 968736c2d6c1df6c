"""The parts of an order about who may see what, as folded from its events."""

from __future__ import annotations

from typing import NamedTuple

from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import PersonId, Reference


class CheckedCopy(NamedTuple):
    """A copy that was checked since details were last withheld; version None is the application."""

    person: PersonId
    version: int | None


class Restriction(NamedTuple):
    """A restriction of access, in force until it is lifted."""

    number: int
    kind: RestrictionKind
    users: tuple[Reference, ...] = ()
    persons: tuple[PersonId, ...] = ()
    lifted: bool = False
