"""What may stand in a line as it is stored, and what the line says of it.

A payload goes into a line byte for byte where every JSON reader takes it for the same thing. What
does not, such as one that is encrypted, compressed or damaged, goes in as Base64.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any, Final, NamedTuple, NoReturn

DEEPEST: Final = 64
"""How deep objects and lists may be within each other; readers give up at different depths."""

_EVENT_ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?Z"
)


class Described(NamedTuple):
    """What a payload says of its event.

    Attributes:
        event_id: Identity of the event; None where it gives none.
        recorded_at: When it was recorded, as written; None where it does not say.
    """

    event_id: str | None
    recorded_at: str | None


def described(state: bytes) -> Described | None:
    """Return what a payload says of its event; None if it cannot stand in a line as it is."""
    found = json_object(state)
    if found is None:
        return None
    event_id, recorded_at = found.get("event_id"), found.get("recorded_at")
    known = isinstance(event_id, str) and _EVENT_ID.fullmatch(event_id)
    return Described(
        event_id if known else None,
        recorded_at if isinstance(recorded_at, str) and is_moment(recorded_at) else None,
    )


def json_object(state: bytes) -> dict[str, Any] | None:
    """Return the object that the bytes are; None unless every reader finds this one in them.

    Numbers come back as they are written. None is also returned for bytes with a line break in
    them or white space around them, for members that bear the same name, for half a surrogate
    pair, and for what is nested too deep.
    """
    if state[:1] != b"{" or state[-1:] != b"}" or b"\n" in state or b"\r" in state:
        return None
    try:
        found: dict[str, Any] = _DECODER.decode(state.decode())
        if b"\\u" in state:
            json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    deep = state.count(b"{") + state.count(b"[") > DEEPEST
    return None if deep and _depth(found) > DEEPEST else found


def is_moment(text: str) -> bool:
    """Tell whether this is a moment as the log writes one: RFC 3339, in UTC, ending in Z."""
    if not _MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _unique(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(members)
    if len(found) != len(members):
        msg = "two members of one name"
        raise ValueError(msg)
    return found


def _refuse(_constant: str) -> NoReturn:
    msg = "no number of JSON"
    raise ValueError(msg)


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_unique,
    # Python gives up on a number of thousands of digits, another reader elsewhere.
    parse_int=str,
    parse_float=str,
    parse_constant=_refuse,
)


def _depth(found: dict[str, Any]) -> int:
    level: list[Any] = [found]
    depth = 0
    while level:
        depth += 1
        inside = (one.values() if isinstance(one, dict) else one for one in level)
        level = [one for every in inside for one in every if isinstance(one, dict | list)]
    return depth
