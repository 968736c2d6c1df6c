"""Reading: from the text of a case file to a case, or to an error with file, step and field.

Keeps one rule: a file is either understood as a whole, commands and names included, or refused
before anything of it is run.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import TypeAdapter

from orderflow.casefile.bounds import (
    LARGEST_FILE,
    name_within_bounds,
    tables_within_bounds,
    text_within_bounds,
    too_large,
)
from orderflow.casefile.case import Case
from orderflow.casefile.checks import (
    AssessmentCheck,
    KnownCheck,
    PeriodCheck,
    StateCheck,
    TermCheck,
)
from orderflow.casefile.faults import Fault, checked, refuse
from orderflow.casefile.format import Act, CastPerson, Head
from orderflow.casefile.moments import unclear_moments
from orderflow.casefile.proofreading import proofread
from orderflow.errors import CaseFileError, UnknownRegime
from orderflow.law import RegimeRegister
from orderflow.law.problems import hint

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pydantic import BaseModel

    from orderflow.casefile.format import Check

_CHECKS: Final[dict[str, type[Check]]] = {
    "state": StateCheck,
    "assessment": AssessmentCheck,
    "period": PeriodCheck,
    "term": TermCheck,
    "known": KnownCheck,
}
_HEAD: Final[TypeAdapter[Head]] = TypeAdapter(Head)
_PERSON: Final[TypeAdapter[CastPerson]] = TypeAdapter(CastPerson)
_ACT: Final[TypeAdapter[Act]] = TypeAdapter(Act)


def load_case(file: Path | Traversable | str, *, regimes: RegimeRegister | None = None) -> Case:
    """Return the case that a file tells.

    Args:
        file: The file; its name without the ending becomes the name of the case.
        regimes: The regimes it may name; by default those that ship with the package.

    Raises:
        CaseFileError: It cannot be read, or cannot be run as it stands.
    """
    found = Path(file) if isinstance(file, str) else file
    try:
        with found.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise CaseFileError(found.name, "", "", reason) from error
    if len(content) > LARGEST_FILE:
        raise too_large(found.name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CaseFileError(found.name, "", "", f"is no UTF-8 text: {error.reason}") from error
    return read_case(text, file=found.name, regimes=regimes)


def read_case(text: str, *, file: str, regimes: RegimeRegister | None = None) -> Case:
    """Return the case that a text tells, as `load_case` does for a file of that name."""
    register = regimes or RegimeRegister.packaged()
    name, tables = name_within_bounds(file), _tables(text, file)
    people, steps = _list(tables, "person", file), _list(tables, "step", file)
    head = _head(tables, file)
    zone = _zone(head, register, file)
    case = Case(
        name=name,
        file=file,
        head=head,
        zone=zone,
        cast=tuple(_person(table, number, file) for number, table in enumerate(people, 1)),
        steps=tuple(_step(table, number, zone, file) for number, table in enumerate(steps, 1)),
    )
    proofread(case, register)
    return case


def _tables(text: str, file: str) -> dict[str, Any]:
    text_within_bounds(text, file)
    try:
        tables = tomllib.loads(text)
    except RecursionError as error:
        reason = "is not readable as TOML: too many brackets within each other"
        raise CaseFileError(file, "", "", reason) from error
    except tomllib.TOMLDecodeError as error:
        raise CaseFileError(file, "", "", f"is not readable as TOML: {error}") from error
    except ValueError as error:  # a number or an offset that Python does not read
        reason = "is not readable as TOML: a number or a moment in it is out of all bounds"
        raise CaseFileError(file, "", "", reason) from error
    tables_within_bounds(tables, file)
    return tables


def _list(tables: dict[str, Any], name: str, file: str) -> list[dict[str, Any]]:
    found = tables.pop(name, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise CaseFileError(file, "", name, f"must be written as [[{name}]] tables")
    if not found:
        raise CaseFileError(file, "", name, f"is missing: there is no [[{name}]] table")
    return found


def _head(tables: dict[str, Any], file: str) -> Head:
    try:
        found: Head = checked(_HEAD, Head, tables)
    except Fault as fault:
        near = hint(fault.field, ("person", "step")) if fault.reason == "unknown field" else ""
        raise CaseFileError(file, "", fault.field, fault.reason + near) from fault
    return found


def _zone(head: Head, register: RegimeRegister, file: str) -> ZoneInfo:
    try:
        versions = register.versions(head.regime)
        whole = head.regime if "@" in head.regime or not versions else versions[-1]
        regime = register.get(whole)
    except UnknownRegime as error:
        raise CaseFileError(file, "", "regime", str(error)) from error
    if head.time_zone is None:
        return regime.zone
    try:
        return ZoneInfo(head.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        reason = f"no such time zone: '{head.time_zone}'"
        raise CaseFileError(file, "", "time_zone", reason) from error


def _person(table: dict[str, Any], number: int, file: str) -> CastPerson:
    try:
        found: CastPerson = checked(_PERSON, CastPerson, table)
    except Fault as fault:
        name = str(table.get("id", f"#{number}"))
        raise CaseFileError(file, "", f"person {name}.{fault.field}", fault.reason) from fault
    return found


def _step(table: dict[str, Any], number: int, zone: ZoneInfo, file: str) -> Act | Check:
    name = str(table.get("name", f"#{number}"))
    try:
        for field, reason in unclear_moments(table, zone):
            refuse(field, reason)
        form, adapter = _form(table)
        found: Act | Check = checked(adapter, form, table, zone)
    except Fault as fault:
        raise CaseFileError(file, name, fault.field, fault.reason) from fault
    return found


def _form(table: dict[str, Any]) -> tuple[type[BaseModel], TypeAdapter[Any]]:
    if ("do" in table) == ("check" in table):
        refuse("do", "a step has either 'do', a command, or 'check', a question")
    if "do" in table:
        return Act, _ACT
    check = table["check"]
    if check not in _CHECKS:
        known = ", ".join(_CHECKS)
        refuse("check", f"unknown check '{check}', not one of {known}{hint(check, _CHECKS)}")
    return _CHECKS[check], TypeAdapter(_CHECKS[check])
