"""How large a case file may be: far beyond any case, and small enough for any machine.

A case file may come from somebody else. Without bounds, one that is short to write could keep a
machine busy for days.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from orderflow.errors import CaseFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_FILE: Final = 256 * 1024
"""Bytes of a case file, and characters of a text that is read as one."""

MOST_TABLES: Final = {"person": 200, "step": 1000}
"""How often each repeated table may stand in a file."""

MOST_IN_A_LIST: Final = 200
"""Entries of any other list, and fields of any table."""

DEEPEST: Final = 16
"""Tables and lists within each other."""

MOST_EVENTS: Final = 5000
"""Events of one order; a step may record many where incidents are judged anew."""

LONGEST_NAME: Final = 200
"""Characters of the name of a case, which the log keeps with every event."""

_LARGEST_NUMBER: Final = 2**63 - 1
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY: Final = re.compile(rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{DEEPEST}}}")


def name_within_bounds(file: str) -> str:
    """Return the name of the case that a file of this name holds.

    Raises:
        CaseFileError: The log could not keep it.
    """
    name = file.removesuffix(".toml")
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        reason = f"a file of a case has a name of 1 to {LONGEST_NAME} characters that can be seen"
        raise CaseFileError(file, "", "", reason)
    return name


def text_within_bounds(text: str, file: str) -> None:
    """Return if the text may be parsed.

    Raises:
        CaseFileError: It is too large, or a key in it has too many parts.
    """
    if len(text) > LARGEST_FILE:
        raise too_large(file)
    found = _LONG_KEY.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        reason = f"line {line} names tables within each other, more than {DEEPEST} deep"
        raise CaseFileError(file, "", "", reason)


def tables_within_bounds(tables: dict[str, Any], file: str) -> None:
    """Return if what was parsed may be checked further.

    Raises:
        CaseFileError: Something in it is too deep, too many or too large a number.
    """
    waiting: list[tuple[str, int, object]] = [("", 0, tables)]
    while waiting:
        field, depth, value = waiting.pop()
        fault = _fault(field, depth, value)
        if fault is not None:
            raise CaseFileError(file, "", field, fault)
        waiting.extend((name, depth + 1, part) for name, part in _parts(field, value))


def too_large(file: str) -> CaseFileError:
    """Return the error for a file of too many bytes."""
    reason = f"is larger than {LARGEST_FILE // 1024} KiB; a case is far smaller"
    return CaseFileError(file, "", "", reason)


def _parts(field: str, value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, dict):
        return ((f"{field}.{key}" if field else str(key), part) for key, part in value.items())
    if isinstance(value, list):
        return ((f"{field}.{number}", part) for number, part in enumerate(value, 1))
    return ()


def _fault(field: str, depth: int, value: object) -> str | None:
    if isinstance(value, int) and abs(value) > _LARGEST_NUMBER:
        return "is a number larger than TOML knows"
    if isinstance(value, dict | list):
        if depth > DEEPEST:
            return f"lies more than {DEEPEST} tables and lists deep"
        most = MOST_TABLES.get(field, MOST_IN_A_LIST)
        if len(value) > most:
            return f"has {len(value)} entries; at most {most} may stand in one file or list"
    return None
