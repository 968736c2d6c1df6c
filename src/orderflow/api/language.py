"""Which of the two languages somebody reads, by their `Accept-Language` (RFC 9110, 12.5.4)."""

from __future__ import annotations

import re
from typing import Final, Literal

Language = Literal["en", "nl"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "nl")

_RANGE: Final = re.compile(
    r"\s*(?P<tag>\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)"
    r"(?:\s*;\s*q\s*=\s*(?P<q>0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*"
)
_LONGEST: Final = 500


def preferred(header: str | None) -> Language:
    """Return the language that a header prefers; English when it names neither, or none.

    A range that is not well formed is passed over, and English wins a tie.
    """
    weights: dict[str, float] = {}
    for part in (header or "")[:_LONGEST].split(","):
        found = _RANGE.fullmatch(part)
        if found is None:
            continue
        tag = found["tag"].lower().partition("-")[0]
        weight = 1.0 if found["q"] is None else float(found["q"])
        weights[tag] = max(weights.get(tag, 0.0), weight)
    anything = weights.get("*", 0.0)
    dutch, english = weights.get("nl", anything), weights.get("en", anything)
    return "nl" if dutch > english else "en"
