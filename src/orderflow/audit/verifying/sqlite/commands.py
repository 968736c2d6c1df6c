"""Handled commands against the events that they caused.

First by one number each, in one pass and without holding anything: the sum over all events, and
the sum over all commands. Where the two differ, both are laid side by side, order by order.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.verifying.finding import FindingKind
from orderflow.audit.verifying.streams import share_of_command
from orderflow.store.recorder import CONTENT_UNKNOWN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from orderflow.audit.verifying.collected import Findings
    from orderflow.audit.verifying.sqlite.rows import Share
    from orderflow.store.sqlite.logfile import LogFile

_DIGESTS: Final = (32, len(CONTENT_UNKNOWN))
"""How long the digest of a command is; an import does not know what a command said."""
_LONGEST: Final = 10_000
"""Events that one command may be believed to have caused; beyond, its row is at fault."""

_STREAM: Final = re.compile(r"[0-9a-f]{32}")
_BATCH: Final = 2048
_COMMANDS: Final = (
    "SELECT command_id, digest, originator_id, first_version, last_version FROM commands"
)
# Text as bytes: one that is not UTF-8 is at fault, and no reason to stop.
_BY_STREAM: Final = (
    "SELECT iif(typeof(command_id) = 'text', CAST(command_id AS BLOB), NULL),"
    " iif(typeof(digest) = 'blob', digest, NULL),"
    " iif(typeof(originator_id) = 'text', CAST(originator_id AS BLOB), NULL),"
    " first_version, last_version FROM commands ORDER BY originator_id, first_version"
)
_EVENTS: Final = (
    "SELECT iif(typeof(originator_id) = 'text', CAST(originator_id AS BLOB), NULL),"
    " originator_version, position, iif(typeof(state) = 'blob', state, NULL) FROM stored_events"
    " ORDER BY originator_id, originator_version"
)

_Row = tuple[Any, ...]


def sum_of_commands(file: LogFile, share: Share) -> int:
    """Return what `Streams.commands` must be for a share of the streams, if nothing is wrong.

    A row that is no command counts for what no event can.
    """
    condition, values = share.where("originator_id")

    def work(cursor: sqlite3.Cursor) -> int:
        total = 0
        cursor.execute(f"{_COMMANDS} WHERE {condition}", values)
        while rows := cursor.fetchmany(_BATCH):
            for row in rows:
                command, digest, stream, first, last = row
                if (
                    first == last
                    and type(first) is int
                    and type(digest) is bytes
                    and len(digest) in _DIGESTS
                ):
                    total += hash(f"{stream} {first} {command}")
                else:
                    total += _sum(row)
        return total

    return file.read(work)


def _sum(row: _Row) -> int:
    command, _, stream, first, last = row
    if _fault(row) is not None:
        return 1
    return sum(share_of_command(stream, version, command) for version in range(first, last + 1))


def compare_commands(file: LogFile, findings: Findings) -> None:
    """Find where commands and events do not agree; one order is held at a time."""

    def work(cursor: sqlite3.Cursor) -> None:
        events = cursor.execute(_EVENTS)
        commands = cursor.connection.cursor().execute(_BY_STREAM)
        sound = _sound(map(_as_text, commands), findings)
        for stream, mine, caused in _side_by_side(map(_as_text, events), sound):
            _compare(stream, mine, caused, findings)

    file.read(work)


def _as_text(row: _Row) -> _Row:
    """Return a row with the texts in it as such; None in place of one that is not UTF-8."""
    command_or_stream, *rest = row
    if len(row) == _OF_COMMANDS:
        rest[1] = _decoded(rest[1])
    return (_decoded(command_or_stream), *rest)


_OF_COMMANDS: Final = 5
"""How many columns a row of commands has."""


def _decoded(text: bytes | None) -> str | None:
    try:
        return None if text is None else text.decode()
    except UnicodeDecodeError:
        return None


def _sound(commands: Iterable[_Row], findings: Findings) -> Iterator[_Row]:
    """Iterate over the commands that are such, and tell of the others."""
    for row in commands:
        fault = _fault(row)
        if fault is None:
            yield row
        else:
            stream = row[2] if isinstance(row[2], str) else None
            findings.add(
                FindingKind.COMMAND_MALFORMED, f"A handled command {fault}.", stream=stream
            )


def _fault(row: _Row) -> str | None:
    command, digest, stream, first, last = row
    if type(command) is not str or not command or not command.isprintable():
        return "has no id that one can have"
    if type(digest) is not bytes or len(digest) not in _DIGESTS:
        return "has no digest of 32 bytes"
    if type(stream) is not str or _STREAM.fullmatch(stream) is None:
        return "names no order"
    if type(first) is not int or type(last) is not int or not 0 <= last - first < _LONGEST:
        return "does not name the events that it caused"
    return None if first >= 1 else "does not name the events that it caused"


def _side_by_side(
    events: Iterable[_Row], commands: Iterable[_Row]
) -> Iterator[tuple[str, list[_Row], list[_Row]]]:
    """Iterate over all streams with their events and their commands, either perhaps none."""
    left = groupby(filter(_is_told, events), key=lambda row: row[0])
    right = groupby(commands, key=lambda row: row[2])
    event, command = next(left, None), next(right, None)
    while event is not None or command is not None:
        stream = min(one[0] for one in (event, command) if one is not None)
        mine: list[_Row] = []
        caused: list[_Row] = []
        if event is not None and event[0] == stream:
            mine, event = [_short(row) for row in event[1]], next(left, None)
        if command is not None and command[0] == stream:
            caused, command = list(command[1]), next(right, None)
        yield stream, mine, caused


def _is_told(row: _Row) -> bool:
    """Tell whether an event says which one of which order it is; that others do not was told."""
    return type(row[0]) is str and type(row[1]) is int


def _short(row: _Row) -> _Row:
    """Return version, position and command of an event; no command where it cannot be read."""
    _, version, position, state = row
    try:
        command = json.loads(state)["command_id"]
    except (ValueError, TypeError, LookupError, RecursionError):
        command = None
    return version, position, command


def _compare(stream: str, events: list[_Row], commands: list[_Row], findings: Findings) -> None:
    caused: dict[int, str] = {}
    for command, _, _, first, last in commands:
        for version in range(first, last + 1):
            if version in caused:
                findings.add(
                    FindingKind.COMMANDS_OVERLAP,
                    f"Two handled commands claim to have caused event {version} of the order.",
                    stream=stream,
                    version=version,
                )
            caused[version] = command
    for version, position, command in events:
        where = {"position": position, "stream": stream, "version": version}
        expected = caused.pop(version, None)
        if expected is None:
            sentence = "No handled command led to this event: it was recorded by other means."
            findings.add(FindingKind.WITHOUT_COMMAND, sentence, **where)
        elif command is not None and command != expected:
            sentence = (
                "The event names another command than the one that is said to have led to it."
            )
            findings.add(FindingKind.OTHER_COMMAND, sentence, **where)
    for version in sorted(caused):
        findings.add(
            FindingKind.ACKNOWLEDGED_MISSING,
            f"Event {version} of the order was acknowledged and is not in the log.",
            stream=stream,
            version=version,
        )
