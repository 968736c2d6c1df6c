"""Tells what is wrong with an event of an order, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.deviation import SENTENCES, DeviationKind
from orderflow.audit.verifying.finding import FindingKind
from orderflow.audit.verifying.topics import Topic, permitted_from

if TYPE_CHECKING:
    from datetime import datetime

    from orderflow.audit.verifying.collected import Findings
    from orderflow.errors import EventLogError

    Row = tuple[Any, ...]

NOT_COMPARED: Final = "nothing after it in this order was compared with the lifecycle"


class Faults:
    """What is wrong with events, told to whoever collects it."""

    def __init__(self, findings: Findings) -> None:
        """Take who is told."""
        self._findings = findings

    def add(self, kind: FindingKind, row: Row, sentence: str) -> None:
        """Tell of an event that something of that kind is wrong with it."""
        version = row[2] if type(row[2]) is int else None
        stream = None if row[1] is None else shown(row[1])
        self._findings.add(kind, sentence, position=row[0], stream=stream, version=version)

    def lost(self, row: Row, kind: FindingKind, sentence: str) -> None:
        """Tell of an event that could not be read."""
        self.add(kind, row, f"{sentence.removesuffix('.')}; {NOT_COMPARED}.")

    def unreadable(self, row: Row, kind: FindingKind, error: EventLogError) -> None:
        """Tell of an event that could not be read, in the words of the error."""
        # Where it stands is told beside it.
        text = str(error).partition(" (stream ")[0]
        self.lost(row, kind, f"{text[:1].upper()}{text[1:]}.")

    def strange_id(self, position: int, stream: str) -> None:
        """Tell of an order whose id is not written as ours are."""
        sentence = "The id of the order is not written as 32 lower-case hexadecimal digits."
        self._findings.add(FindingKind.MALFORMED, sentence, position=position, stream=shown(stream))

    def out_of_order(self, row: Row, last: int) -> None:
        """Tell of an event that stands after the event `last` and has no higher number."""
        sentence = (
            f"Event {row[2]} of the order stands after its event {last}:"
            " it was moved, put in, or is there twice."
        )
        self.add(FindingKind.OUT_OF_ORDER, row, sentence)

    def missing(self, row: Row, last: int) -> None:
        """Tell of the events that are missing between the event `last` and this one."""
        version = row[2]
        several = f"events {last + 1} to {version - 1}"
        gone = f"event {last + 1}" if version == last + 2 else several
        self._findings.add(
            FindingKind.MISSING,
            f"Before event {version} of the order, {gone} of it should stand; {NOT_COMPARED}.",
            position=row[0],
            stream=shown(row[1]),
            version=last + 1,
        )

    def back_in_time(self, row: Row, recorded_at: datetime, before: datetime) -> None:
        """Tell of an event that was recorded before the one that it follows in its order."""
        sentence = (
            f"It was recorded at {recorded_at.isoformat()}, before the event that it follows"
            f" ({before.isoformat()})."
        )
        self.add(FindingKind.RECORDED_EARLIER, row, sentence)

    def in_the_future(self, row: Row) -> None:
        """Tell of an event that happened after it was recorded."""
        self.add(FindingKind.IN_THE_FUTURE, row, _of(DeviationKind.IN_THE_FUTURE))

    def deviates(self, row: Row, topic: Topic, before: Any, after: Any) -> None:  # noqa: ANN401
        """Tell of a step from one state to another that the lifecycle does not have."""
        if before is None:
            self.add(FindingKind.NOT_A_BEGINNING, row, _of(DeviationKind.NOT_A_BEGINNING))
        elif topic.begins:
            self.add(FindingKind.BEGINS_AGAIN, row, _of(DeviationKind.BEGINS_AGAIN))
        elif permitted_from(topic.trigger, before):
            what = _of(DeviationKind.LEADS_ELSEWHERE)
            self.add(FindingKind.LEADS_ELSEWHERE, row, f"{topic.name}, {before} → {after}: {what}")
        else:
            what = _of(DeviationKind.NOT_PERMITTED)
            self.add(FindingKind.NOT_PERMITTED, row, f"{topic.name} in {before}: {what}")


def shown(stream: object) -> str:
    """Return the id of a stream, however it is stored, cut to a length that can be shown."""
    text = stream.decode("utf-8", "backslashreplace") if isinstance(stream, bytes) else str(stream)
    return text[:80].encode("utf-8", "backslashreplace").decode()


def _of(kind: DeviationKind) -> str:
    return SENTENCES[kind][0]
