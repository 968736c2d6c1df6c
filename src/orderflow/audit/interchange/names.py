"""Streams and types of the log, as the names that a line bears, and back without loss.

A type of ours becomes a reverse-DNS name that says what the event is about, and no organisation:
`orderflow/OrderGranted/1` is `nl.protection-order.OrderGranted.v1`. Whatever else may stand in a
damaged log still has a name, and only one: its bytes, percent-encoded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote_to_bytes

PREFIX: Final = "nl.protection-order"
"""The vocabulary. No program and no office is in it: names outlive both."""

EMPTY: Final = "%"
"""Stands for a text without characters; no other text is written like this."""

_OTHER: Final = f"{PREFIX}.other-type."
"""Before a type that is none of ours; a hyphen is in no name of ours."""

_ESCAPED: Final = "surrogateescape"
_TOPIC: Final = re.compile(r"orderflow/([A-Za-z][A-Za-z0-9]*)/([1-9][0-9]*)", re.ASCII)
_TYPE: Final = re.compile(re.escape(PREFIX) + r"\.([A-Za-z][A-Za-z0-9]*)\.v([1-9][0-9]*)", re.ASCII)


@lru_cache(maxsize=512)
def type_of(topic: str) -> str:
    """Return the name of a stored type."""
    ours = _TOPIC.fullmatch(topic)
    if ours:
        return f"{PREFIX}.{ours[1]}.v{ours[2]}"
    return _OTHER + written(topic)


@lru_cache(maxsize=512)
def topic_of(type_: str) -> str:
    """Return the stored type of a name.

    Raises:
        ValueError: No stored type has this name.
    """
    ours = _TYPE.fullmatch(type_)
    if ours:
        return f"orderflow/{ours[1]}/{ours[2]}"
    if type_.startswith(_OTHER):
        return read(type_.removeprefix(_OTHER))
    msg = "a type that no event of a log has"
    raise ValueError(msg)


def written(text: str) -> str:
    """Return a stored text in the characters that every reader takes, as RFC 3986 has it."""
    return quote(text.encode("utf-8", _ESCAPED), safe="") or EMPTY


def read(name: str) -> str:
    """Return the stored text; bytes that are no UTF-8 come back as Python's `surrogateescape`."""
    return "" if name == EMPTY else unquote_to_bytes(name).decode("utf-8", _ESCAPED)
