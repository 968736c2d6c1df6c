"""The log's own lines, and the same CloudEvents as one batch for those who publish them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit.interchange import write
from orderflow.audit.interchange.line import write_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.export.chosen import ChosenLog
    from orderflow.audit.ledger.source import StoredEvent


def write_lines(log: ChosenLog, path: Path) -> int:
    """Write the interchange format, and return how many events."""
    counted = _Counted(log.stored())
    with path.open("wb") as file:
        file.writelines(write(counted, log.head))
    return counted.count


def write_batch(log: ChosenLog, path: Path) -> int:
    """Write a JSON batch of CloudEvents (`application/cloudevents-batch+json`); return how many."""
    counted = _Counted(log.stored())
    with path.open("wb") as file:
        between = b"[\n"
        for event in counted:
            line = write_line(event, log.head.source, simulated=log.simulated)
            file.write(between + line.removesuffix(b"\n"))
            between = b",\n"
        file.write(b"\n]\n" if counted.count else b"[]\n")
    return counted.count


class _Counted:
    """Events, counted as they go by."""

    def __init__(self, events: Iterator[StoredEvent]) -> None:
        self._events = events
        self.count = 0

    def __iter__(self) -> Iterator[StoredEvent]:
        for event in self._events:
            self.count += 1
            yield event
