r"""What somebody else wrote, made safe for a terminal: the one place that does so.

A case file, a file name or a stored text may hold characters that move the cursor, change colours,
or turn the reading direction round. Printed as they are, they could show an answer that nobody
gave. Here they become what one can see, such as `\x1b`; all other characters stay.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_AFTER_TWO_DIGITS: Final = 0x100
_AFTER_FOUR_DIGITS: Final = 0x10000


def visible(text: str, *, keep: str = "") -> str:
    """Return the text on one line, with every character that cannot be seen written out.

    Those are control and format characters, the reading direction among them, line and paragraph
    separators, halves of surrogate pairs, and what Unicode does not assign. Spaces stay.

    Args:
        text: What is to be shown.
        keep: Characters to leave as they are, such as line feeds that the caller meant.
    """
    if text.isprintable():
        return text
    return "".join(one if one in keep else _seen(one, _written) for one in text)


def visible_json(text: str) -> str:
    """Return a JSON document with such characters as JSON escapes: it says exactly the same.

    Args:
        text: The document, in which line feeds stand between values only.
    """
    if text.replace("\n", "").isprintable():
        return text
    return "".join(one if one == "\n" else _seen(one, _as_json) for one in text)


def _seen(character: str, written: Callable[[str], str]) -> str:
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return written(character)


def _written(character: str) -> str:
    number = ord(character)
    if number < _AFTER_TWO_DIGITS:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < _AFTER_FOUR_DIGITS else f"\\U{number:08x}"


def _as_json(character: str) -> str:
    halves = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))
