"""One event as one line: a CloudEvent, with the stored payload as its last member.

There is one way to write a line, and a line that is written otherwise is refused. So a reader cuts
out exactly the bytes that are stored, and no byte of a line can be changed unseen.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import Final

from orderflow.audit.interchange import names
from orderflow.audit.interchange.payload import described
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import BrokenLine, UnreadableEvent

LONGEST: Final = 4 * 1024 * 1024
"""Bytes of a line with its line feed; a longer one is neither written nor read."""

_POSITIONS: Final = 2**63
_VERSIONS: Final = 2**64

_LINE: Final = re.compile(
    rb'\{"specversion":"1\.0","id":"[0-9a-z-]+","source":"[^"\\]+"'
    rb',"type":"([^"\\]+)","subject":"([^"\\]+)"(?:,"time":"[^"\\]+")?(?:,"simulated":true)?'
    rb',"sequence":"([0-9]{19})","streamversion":"([0-9]{1,20})"'
    rb',"datacontenttype":"application/[a-z-]+"'
    rb',(?:"data":(\{.*\})|"data_base64":"([A-Za-z0-9+/=]*)")\}\n',
    re.DOTALL,
)


def write_line(event: StoredEvent, source: str, *, simulated: bool) -> bytes:
    """Return the line of an event, with its line feed.

    Args:
        event: The event, as stored.
        source: Which log it is of: a URN.
        simulated: Whether that log follows a simulated clock.

    Raises:
        UnreadableEvent: A position, version or payload that no line can hold.
    """
    position, stream, version, topic, state = event
    if not (0 < position < _POSITIONS and 0 <= version < _VERSIONS):
        msg = "a position or version that is no number of a log"
        raise UnreadableEvent(msg, stream=stream, version=version, position=position)
    said = described(state)
    place = f"{position:019}"
    known_id, time = said or (None, None)
    head = (
        f'{{"specversion":"1.0","id":"{known_id or f"position-{place}"}","source":"{source}"'
        f',"type":"{names.type_of(topic)}","subject":"{names.written(stream)}"'
        + (f',"time":"{time}"' if time else "")
        + (',"simulated":true' if simulated else "")
        + f',"sequence":"{place}","streamversion":"{version}"'
    )
    if said is not None:
        body = b',"datacontenttype":"application/json","data":%b}\n' % state
    else:
        coded = b64encode(state)
        body = b',"datacontenttype":"application/octet-stream","data_base64":"%b"}\n' % coded
    line = head.encode() + body
    if len(line) > LONGEST:
        msg = f"an event is longer than the {LONGEST} bytes of a line"
        raise UnreadableEvent(msg, stream=stream, version=version, position=position)
    return line


def read_line(line: bytes, number: int, source: str, *, simulated: bool) -> StoredEvent:
    """Return the event of a line.

    Args:
        line: The line, with its line feed.
        number: Which line of its file it is, from 1.
        source: Which log the file is of.
        simulated: Whether that log follows a simulated clock.

    Raises:
        BrokenLine: It is not written as `write_line` writes it.
    """
    found = _LINE.fullmatch(line)
    if found is None:
        raise BrokenLine(number, "is not a line of an event")
    kind, subject, place, version, state, coded = found.groups()
    try:
        event = StoredEvent(
            int(place),
            names.read(subject.decode("ascii")),
            int(version),
            names.topic_of(kind.decode("ascii")),
            b64decode(coded, validate=True) if state is None else state,
        )
        again = write_line(event, source, simulated=simulated)
    except (ValueError, UnreadableEvent):
        raise BrokenLine(number, "holds what no event of a log has") from None
    if again != line:
        raise BrokenLine(
            number, f"is not written as it must be, from byte {_first(line, again)} on"
        )
    return event


def _first(line: bytes, again: bytes) -> int:
    """Return the first byte, from 1, at which they differ."""
    pairs = enumerate(zip(line, again, strict=False), start=1)
    shorter = min(len(line), len(again))
    return next((place for place, (one, other) in pairs if one != other), shorter + 1)
