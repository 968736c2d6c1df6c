"""Notes where the clock went back: an event was recorded before the one before it in the log."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.verifying.finding import NoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.audit.verifying.collected import Findings

_RECORDED: Final = b'","recorded_at":"'
_AT: Final = slice(49, 66)
"""Where that stands in every payload that our codec wrote."""
_MOMENT: Final = slice(66, 93)
_SECOND: Final = slice(19, 20)
_FRACTION: Final = slice(26, 27)
"""Where a moment ends that has whole seconds, and one that has six digits more."""


class Clock:
    """The moments of events, as they stand in the log one after the other.

    Attributes:
        last: Payload of the last event; empty before the first.
    """

    def __init__(self, findings: Findings) -> None:
        """Begin before the first event."""
        self._findings = findings
        self._moment = self.last = b""

    def take(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Take the next events."""
        moment, before = self._moment, self.last
        for row in rows:
            state = row[4]
            if type(state) is not bytes:
                continue
            now = state[_MOMENT] if state[_AT] == _RECORDED else b""
            if now[_SECOND] != b"Z" and now[_FRACTION] != b"Z":
                now = b""
            # Two moments compare as text where both have a fraction of a second, or neither.
            if (now < moment or not moment or now[_SECOND] != moment[_SECOND]) and before:
                tell_of_clock(self._findings, before, row)
            moment, before = now, state
        self._moment, self.last = moment, before


def tell_of_clock(findings: Findings, before: bytes, row: tuple[Any, ...]) -> None:
    """Note that an event was recorded before another, whose payload is `before`, if it was."""
    earlier, later = recorded_in(row[4]), recorded_in(before)
    if earlier is not None and later is not None and earlier < later:
        findings.note(
            NoteKind.CLOCK_WENT_BACK,
            f"The clock went back by {later - earlier}: recorded at {earlier.isoformat()}, after"
            f" an event recorded at {later.isoformat()}.",
            position=row[0],
            stream=row[1] if type(row[1]) is str else None,
            version=row[2] if type(row[2]) is int else None,
        )


def recorded_in(state: Any) -> datetime | None:  # noqa: ANN401 - whatever is stored
    """Return when a payload says that it was recorded; None if it cannot be told."""
    try:
        found = datetime.fromisoformat(json.loads(state)["recorded_at"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return found if found.tzinfo is not None else None
