"""The first and the last line of a file: what log it is of, and that nothing was cut off.

Both are CloudEvents too, so that a reader of those needs no other rule for them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID, uuid5

from orderflow.audit.interchange.names import PREFIX
from orderflow.audit.interchange.payload import is_moment, json_object
from orderflow.audit.ledger.encoding import encoded
from orderflow.errors import BrokenLine, NewerLog, NotAnEventLog
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "orderflow/interchange/1"

_FORMATS: Final = "orderflow/interchange/"
_LOGS: Final = UUID("0b1ff0a7-9a3a-5f57-8c5c-6f2f5d1b7c1e")
_SOURCE: Final = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[A-Za-z0-9()+,\-.:=@;$_!*'/%~]+")
_LONGEST_SOURCE: Final = 200
_BEGINS: Final = b'{"specversion":"1.0","id":"begin","source":"'
_ENDS: Final = b'{"specversion":"1.0","id":"end","source":"'
_DATA: Final = b',"data":'


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a log was written; a member that is None leaves nothing out.

    Attributes:
        order: Id of the one stream, as stored.
        recorded_from: Only what was recorded at this moment or later.
        recorded_before: Only what was recorded before this moment.
        known_at: Nothing that was recorded after this moment.
    """

    order: str | None = None
    recorded_from: datetime | None = None
    recorded_before: datetime | None = None
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LogHead:
    """What the first line says of the log.

    Attributes:
        simulated: Whether it follows a simulated clock; it does so for ever.
        created_at: When it was created, by its own clock.
        source: A URN that tells this log from others; by default one that follows from the two.
        selection: Which part of the log it is; None for all of it.
    """

    simulated: bool
    created_at: datetime
    source: str = ""
    selection: Selection | None = None

    def __post_init__(self) -> None:
        """Fill in the source.

        Raises:
            ValueError: The moment has no time zone, or the source is no URN.
        """
        if self.created_at.tzinfo is None:
            msg = "created_at must have a time zone"
            raise ValueError(msg)
        if not self.source:
            kind = "simulated" if self.simulated else "real"
            name = uuid5(_LOGS, f"{kind} {_moment(self.created_at)}")
            object.__setattr__(self, "source", f"urn:uuid:{name}")
        if len(self.source) > _LONGEST_SOURCE or not _SOURCE.fullmatch(self.source):
            msg = f"a source is a URN of at most {_LONGEST_SOURCE} characters"
            raise ValueError(msg)


class LogEnd(NamedTuple):
    """What the last line says of all before it.

    Attributes:
        events: How many events there are.
        root: RFC 6962 root of the tree over them, 32 bytes.
        sha256: SHA-256 of every byte before this line, 32 bytes.
    """

    events: int
    root: bytes
    sha256: bytes


def write_head(head: LogHead) -> bytes:
    """Return the first line of a file."""
    chosen = head.selection
    data = {
        "format": FORMAT,
        "simulated": head.simulated,
        "created_at": _moment(head.created_at),
        "selection": None
        if chosen is None
        else {
            "order": chosen.order,
            "recorded_from": _moment(chosen.recorded_from),
            "recorded_before": _moment(chosen.recorded_before),
            "known_at": _moment(chosen.known_at),
        },
    }
    return _line("begin", head, {"time": data["created_at"]}, data)


def write_end(end: LogEnd, head: LogHead) -> bytes:
    """Return the last line of a file."""
    data = {
        "events": str(end.events),
        "root": encoded(end.root),
        "sha256": end.sha256.hex(),
    }
    return _line("end", head, {}, data)


def is_head(line: bytes) -> bool:
    """Tell whether a line, or the beginning of one, is the first line of such a file."""
    return line.startswith(_BEGINS)


def is_end(line: bytes) -> bool:
    """Tell whether a line is meant as the last line of such a file."""
    return line.startswith(_ENDS)


def read_head(line: bytes) -> LogHead:
    """Return what the first line says.

    Raises:
        NotAnEventLog: It is not the first line of such a file.
        NewerLog: A newer version of `orderflow` wrote it.
        BrokenLine: It is not written as it must be.
    """
    if not is_head(line):
        msg = "this is not the interchange format of orderflow: its first line is missing"
        raise NotAnEventLog(msg)
    _, cut, rest = line.partition(_DATA)
    data = json_object(rest.removesuffix(b"}\n")) if cut else None
    form = (data or {}).get("format")
    if isinstance(form, str) and form.startswith(_FORMATS) and form != FORMAT:
        msg = "these lines were written by a newer version of orderflow; update to read them"
        raise NewerLog(msg)
    try:
        head = _head(data or {}, line.removeprefix(_BEGINS).partition(b'"')[0].decode("ascii"))
    except (TypeError, ValueError, KeyError):
        head = None
    if head is None or write_head(head) != line:
        raise BrokenLine(1, "is not the first line of a log as it must be written")
    return head


def _head(data: Mapping[str, Any], source: str) -> LogHead:
    chosen = data["selection"]
    return LogHead(
        simulated=data["simulated"] is True,
        created_at=_read(data["created_at"]),
        source=source,
        selection=None
        if chosen is None
        else Selection(
            chosen["order"],
            *(
                None if chosen[name] is None else _read(chosen[name])
                for name in ("recorded_from", "recorded_before", "known_at")
            ),
        ),
    )


def _read(text: str) -> datetime:
    if not is_moment(text):
        msg = "no moment"
        raise ValueError(msg)
    return datetime.fromisoformat(text)


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment_written(moment)


def _line(
    name: str, head: LogHead, before: Mapping[str, object], data: Mapping[str, object]
) -> bytes:
    fields = {
        "specversion": "1.0",
        "id": name,
        "source": head.source,
        "type": f"{PREFIX}.log-{name}.v1",
        **before,
        **({"simulated": True} if head.simulated else {}),
        "datacontenttype": "application/json",
        "data": data,
    }
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"
