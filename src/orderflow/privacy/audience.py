"""For whom each field is: the table `audiences.toml`, read once. Default deny.

The table is data, so that a lawyer can read it as a whole; nothing in the code opens a field.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, cast, get_args

from orderflow.law.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE: Final = "audiences.toml"
_KINDS: Final = ("every_event", "event", "value", "order")


class Audience(StrEnum):
    """As what somebody reads an order."""

    COURT = "court"
    POLICE = "police"
    PROSECUTOR = "prosecutor"
    APPLICANT = "applicant"
    PROTECTED_PERSON = "protected_person"
    RESPONDENT = "respondent"
    SUPPORT = "support"
    AUDITOR = "auditor"
    RESEARCH = "research"


Audiences = frozenset[Audience]
From = Literal["always", "made", "referred", "acted"]
"""From when an office may read: at once, once an order was made, once an incident was referred to
the prosecutor, or once it is on record in the case."""

Rows = dict[str, Audiences]
"""For each field, who may see it."""


class RoleRow(NamedTuple):
    """As which audience a role reads in its office, and from when."""

    audience: Audience
    since: From


class AudienceTable:
    """Who may see which field of what; what it does not name, nobody may see."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the table as parsed.

        Raises:
            ValueError: It names an audience, a set, a role or a kind of row that does not exist.
        """
        unknown = table.keys() - {"sets", "role", *_KINDS}
        if unknown:
            msg = f"{FILE}: unknown table '{min(unknown)}'"
            raise ValueError(msg)
        self._sets = {name: _audiences(said, {}, name) for name, said in table["sets"].items()}
        self.roles = {
            Role(name): row for name, said in table["role"].items() if (row := _role(said))
        }
        self.silent_roles = frozenset(Role(name) for name in table["role"]) - self.roles.keys()
        self.every_event = self._rows(table["every_event"], "every_event")
        self.order = self._rows(table["order"], "order")
        self.events = {name: self._rows(rows, name) for name, rows in table["event"].items()}
        self.values = {name: self._rows(rows, name) for name, rows in table["value"].items()}

    @classmethod
    @cache
    def packaged(cls) -> AudienceTable:
        """Return the table that ships with the package."""
        text = files("orderflow.privacy").joinpath(FILE).read_text(encoding="utf-8")
        return cls(tomllib.loads(text))

    def _rows(self, rows: Mapping[str, str], within: str) -> Rows:
        return {
            field: _audiences(said, self._sets, f"{within}.{field}") for field, said in rows.items()
        }


def may(rows: Mapping[str, Audiences], field: str, audiences: Audiences) -> bool:
    """Tell whether one of the audiences may see a field; nobody may see one without a row."""
    return not audiences.isdisjoint(rows.get(field, frozenset()))


def _role(said: Mapping[str, str]) -> RoleRow | None:
    if not said:
        return None
    since = said["from"]
    if since not in get_args(From):
        msg = f"{FILE}: nobody reads from '{since}' on"
        raise ValueError(msg)
    return RoleRow(Audience(said["audience"]), cast("From", since))


def _audiences(said: str, sets: Mapping[str, Audiences], where: str) -> Audiences:
    found: set[Audience] = set()
    for word in said.split():
        if word in sets:
            found |= sets[word]
        elif word in set(Audience):
            found.add(Audience(word))
        else:
            msg = f"{FILE}: {where}: no audience or set is called '{word}'"
            raise ValueError(msg)
    return frozenset(found)
