"""The kinds of restrictions of access to one order."""

from __future__ import annotations

from enum import StrEnum


class RestrictionKind(StrEnum):
    """To whom a restriction closes an order; the people of the case are never meant."""

    PRIVATE = "private"
    RESTRICTED = "restricted"
    EXCLUDED = "excluded"
