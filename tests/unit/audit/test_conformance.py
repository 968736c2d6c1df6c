"""A step that the lifecycle does not permit is found, and named by its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from orderflow.audit import DeviationKind, conformance, conformance_of_lines
from orderflow.audit.deviation import SENTENCES
from orderflow.errors import EventLogError, OrderNotFound, UnknownEventType, UnreadableEvent
from orderflow.order.values import State
from orderflow.store import RecordedEvent
from tests.unit.audit.support import History, Logged, lived, numbered
from tests.unit.order import acts

HISTORY = lived(acts.request(), acts.grant(), acts.inform(acts.day(1)), acts.discharge(acts.day(2)))
REQUESTED, GRANTED, INFORMED, DISCHARGED = HISTORY


def again(*events: RecordedEvent) -> History:
    """Return events as one history, with versions and moments in order."""
    first = events[0].recorded_at
    return tuple(
        replace(one, version=number, position=number, recorded_at=max(first, one.recorded_at))
        for number, one in enumerate(events, start=1)
    )


@pytest.mark.parametrize(
    "history, kind, version, before",
    [
        (again(GRANTED), "not_a_beginning", 1, ()),
        (again(REQUESTED, REQUESTED), "begins_again", 2, (State.REQUESTED,)),
        (again(REQUESTED, INFORMED), "not_permitted", 2, (State.REQUESTED,)),
        (again(REQUESTED, GRANTED, GRANTED), "not_permitted", 3, (State.GRANTED,)),
    ],
)
def test_a_step_without_an_arrow_is_located(
    history: History, kind: str, version: int, before: tuple[State, ...]
) -> None:
    """The first wrong step is named by order, version and position, with the state before it."""
    found = conformance(Logged(history))

    first = found.deviations[0]
    assert (first.kind, first.version, first.before) == (kind, version, before)
    assert (first.order, first.position) == (str(numbered(1)), version)
    assert not found.ok
    assert (found.orders, found.conforming_orders) == (1, 0)


def test_a_step_that_leads_elsewhere_says_where_it_may_lead() -> None:
    """A discharge that leaves the order in force is a step, but not one that leads there."""
    before_the_order = DISCHARGED.event.model_copy(
        update={"occurred_at": acts.ASKED - timedelta(days=9)}
    )
    history = again(REQUESTED, GRANTED, INFORMED, replace(DISCHARGED, event=before_the_order))
    (found,) = conformance(Logged(history)).deviations

    assert found.kind is DeviationKind.LEADS_ELSEWHERE
    assert (found.after, found.permitted) == (State.SERVED, (State.LAPSED,))
    assert (found.trigger, found.type) == ("discharge", "OrderDischarged")


def test_what_follows_a_deviation_is_checked_on_its_own() -> None:
    """One wrong step does not make the steps after it wrong.

    A grant while somebody is bound already leads to served, and was recorded before it happened.
    """
    found = conformance(Logged(again(REQUESTED, INFORMED, GRANTED, DISCHARGED)))

    assert [one.version for one in found.deviations] == [2, 3, 3]
    assert [arrow.trigger for arrow in found.arrows] == ["discharge", "request"]


def test_versions_and_moments_out_of_order_are_found() -> None:
    """A gap in versions, a clock that went back, and a fact recorded before it happened."""
    hour = timedelta(hours=1)
    history = (
        REQUESTED,
        replace(GRANTED, version=3, recorded_at=REQUESTED.recorded_at - hour),
    )
    kinds = [one.kind for one in conformance(Logged(history)).deviations]

    assert kinds == ["version_out_of_order", "recorded_earlier", "in_the_future"]


@pytest.mark.parametrize(
    "error, kind",
    [
        (UnknownEventType("x", version=3, position=7), DeviationKind.UNKNOWN_TYPE),
        (UnreadableEvent("x", position=7), DeviationKind.UNREADABLE),
    ],
)
def test_an_event_that_cannot_be_read_is_located(error: EventLogError, kind: str) -> None:
    """What was read before it is checked; it is named by version and position."""

    class Broken(Logged):
        def read(
            self, order_id: UUID, *, known_at: datetime | None = None
        ) -> Iterator[RecordedEvent]:
            yield from super().read(order_id, known_at=known_at)
            raise error

    found = conformance(Broken(HISTORY[:2]))

    (deviation,) = found.deviations
    assert (deviation.kind, deviation.version, deviation.position) == (kind, 3, 7)
    assert deviation.fault == str(error)
    assert found.events == 2


def test_an_order_that_is_not_there_is_asked_in_vain() -> None:
    """One order can be checked; one that is not on record is an error."""
    assert conformance(Logged(HISTORY), order_id=numbered(1)).ok
    with pytest.raises(OrderNotFound):
        conformance(Logged(HISTORY), order_id=numbered(2))


def test_every_deviation_has_a_sentence_in_both_languages() -> None:
    """Each kind is told in English and Dutch."""
    assert set(SENTENCES) == set(DeviationKind)
    (found,) = conformance(Logged(again(GRANTED))).deviations
    assert found.sentence == "The history does not begin with a request."
    assert found.sentence_nl == "Het verloop begint niet met een verzoek."


def line(kind: str, hour: int = 9, order: str = "a", **more: object) -> str:
    """Return a line of a foreign log."""
    time = f"2025-01-06T{hour:02}:00:00+01:00"
    return json.dumps({"subject": order, "type": kind, "time": time, **more})


def test_a_foreign_log_of_right_steps_conforms() -> None:
    """Names alone or in longer names, orders mixed, empty lines: all steps are permitted."""
    found = conformance_of_lines(
        [
            line("OrderRequested"),
            line("orderflow/OrderRequested/1", order="b"),
            "",
            line("nl.example.OrderGranted.v1", data={"what": "ever"}),
            line("OrderWithdrawn", order="b"),
            line("PersonInformed"),
            line("IncidentReported"),
            line("IncidentReferred"),
        ],
        names={"OrderWithdrawn": "RequestWithdrawn"},
    )

    assert found.ok
    assert (found.orders, found.events, found.conforming_orders) == (2, 7, 2)


@pytest.mark.parametrize(
    "lines, kind, position",
    [
        ([line("OrderGranted"), line("PersonInformed")], "not_a_beginning", 1),
        ([line("OrderRequested"), line("OrderRequested")], "begins_again", 2),
        ([line("OrderRequested"), line("PersonInformed")], "not_permitted", 2),
        ([line("OrderRequested", 10), line("OrderGranted", 9)], "recorded_earlier", 2),
        ([line("OrderRequested"), line("v1")], "unknown_type", 2),
    ],
)
def test_a_wrong_step_of_a_foreign_log_is_located(
    lines: list[str], kind: str, position: int
) -> None:
    """A step that no state permits is named by its line."""
    (found,) = conformance_of_lines(lines).deviations

    assert (found.kind, found.position, found.order) == (kind, position, "a")


def test_a_foreign_log_that_begins_with_something_unknown_has_no_beginning() -> None:
    """After an unknown event nothing is known of the state, and a grant is no beginning."""
    found = conformance_of_lines([line("Opened"), line("OrderGranted"), line("OrderSealed")])

    assert [one.kind for one in found.deviations] == ["unknown_type", "not_a_beginning"]
    assert found.conforming_orders == 0


@pytest.mark.parametrize(
    "text, says",
    [
        ("{", "line 1 is no JSON"),
        ("[]", "line 1 is no JSON object"),
        ("{}", "line 1 has no type"),
        ('{"type": "x"}', "line 1 names no order"),
        ('{"type": "x", "subject": ""}', "line 1 names no order"),
        ('{"type": "x", "order": "a"}', "line 1 has no time"),
        ('{"type": "x", "order": "a", "time": "noon"}', "line 1 has no time"),
        ('{"type": "x", "order": "a", "time": "2025-01-06T09:00"}', "line 1 has no time"),
    ],
)
def test_a_line_that_is_no_event_stops_the_reading(text: str, says: str) -> None:
    """A foreign log that cannot be read is an error that names the line."""
    with pytest.raises(EventLogError, match=says):
        conformance_of_lines([text])


def test_a_name_that_leads_nowhere_is_refused() -> None:
    """Their names can stand for our events only."""
    with pytest.raises(ValueError, match="no event of the lifecycle is called Nothing"):
        conformance_of_lines([], names={"theirs": "Nothing"})


def test_the_same_history_conforms_as_a_log_and_as_lines() -> None:
    """What a log of facts permits, its names alone permit too."""
    lines = [line(type(one.event).__name__, number) for number, one in enumerate(HISTORY)]

    assert conformance(Logged(HISTORY)).ok
    assert conformance_of_lines(lines).ok
