"""What can be wrong with a recorded step, and the report on all of them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from orderflow.audit.result import Result
from orderflow.order.values import State

Both = tuple[str, str]


class DeviationKind(StrEnum):
    """How a recorded step deviates from the published lifecycle."""

    NOT_A_BEGINNING = "not_a_beginning"
    BEGINS_AGAIN = "begins_again"
    NOT_PERMITTED = "not_permitted"
    LEADS_ELSEWHERE = "leads_elsewhere"
    UNKNOWN_TYPE = "unknown_type"
    UNREADABLE = "unreadable"
    VERSION_OUT_OF_ORDER = "version_out_of_order"
    RECORDED_EARLIER = "recorded_earlier"
    IN_THE_FUTURE = "in_the_future"


SENTENCES: Final[dict[DeviationKind, Both]] = {
    DeviationKind.NOT_A_BEGINNING: (
        "The history does not begin with a request.",
        "Het verloop begint niet met een verzoek.",
    ),
    DeviationKind.BEGINS_AGAIN: (
        "The order was requested already.",
        "Het bevel was al verzocht.",
    ),
    DeviationKind.NOT_PERMITTED: (
        "The lifecycle knows no such step from this state.",
        "De levensloop kent deze stap niet vanuit deze staat.",
    ),
    DeviationKind.LEADS_ELSEWHERE: (
        "The step exists, but does not lead to the state that follows.",
        "De stap bestaat, maar leidt niet naar de staat die volgt.",
    ),
    DeviationKind.UNKNOWN_TYPE: (
        "The lifecycle knows no event of this type.",
        "De levensloop kent geen gebeurtenis van deze soort.",
    ),
    DeviationKind.UNREADABLE: (
        "The event cannot be read; nothing after it in this order was checked.",
        "De gebeurtenis is onleesbaar; wat daarna komt in dit bevel is niet getoetst.",
    ),
    DeviationKind.VERSION_OUT_OF_ORDER: (
        "The versions of an order are numbered from 1 without gaps; this one is not.",
        "De versies van een bevel zijn vanaf 1 zonder gaten genummerd; deze niet.",
    ),
    DeviationKind.RECORDED_EARLIER: (
        "It was recorded earlier than the event before it.",
        "Zij is eerder vastgelegd dan de gebeurtenis ervoor.",
    ),
    DeviationKind.IN_THE_FUTURE: (
        "It was recorded before it happened.",
        "Zij is vastgelegd voordat zij plaatsvond.",
    ),
}
"""Each deviation in one plain sentence, in English and Dutch."""


class Deviation(Result):
    """One recorded step that deviates from the published lifecycle.

    Attributes:
        order: Id of the order, as the log has it.
        kind: How it deviates.
        type: Name of the event, as the log has it.
        version: Number of the event within the order.
        position: Position within the log, from 1; of a file, the number of the line.
        trigger: The trigger that the event pulls; None where its type is unknown.
        before: States that the order may have been in; one, where the log holds the facts.
        after: State that the facts led to; None where the log holds no facts.
        permitted: States that the trigger may lead to from there; none where it may not be pulled.
        fault: What cannot be read, where something cannot.
    """

    order: str
    kind: DeviationKind
    type: str
    version: int
    position: int | None
    trigger: str | None = None
    before: tuple[State, ...] = ()
    after: State | None = None
    permitted: tuple[State, ...] = ()
    fault: str | None = None

    @property
    def sentence(self) -> str:
        """The deviation in English."""
        return SENTENCES[self.kind][0]

    @property
    def sentence_nl(self) -> str:
        """The deviation in Dutch."""
        return SENTENCES[self.kind][1]


class ArrowTaken(Result):
    """An arrow of the lifecycle, and how often the log takes it."""

    trigger: str
    source: State | None
    dest: State
    times: int


class Conformance(Result):
    """How a log compares with the published lifecycle.

    Attributes:
        orders: How many orders were read.
        events: How many events were read.
        conforming_orders: How many orders deviate nowhere.
        deviations: Every deviation, in the order in which they were found.
        arrows: Which arrows were taken, and how often; empty for a log without facts.
    """

    orders: int
    events: int
    conforming_orders: int
    deviations: tuple[Deviation, ...]
    arrows: tuple[ArrowTaken, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every recorded step is one that the lifecycle permits."""
        return not self.deviations
