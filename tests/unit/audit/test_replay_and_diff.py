"""The same order at two moments, and as it was known at two moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from orderflow.audit import diff, explain, replay
from orderflow.audit.log import Laws
from orderflow.errors import OrderNotFound
from orderflow.order import ProtectionOrder
from orderflow.order import events as e
from orderflow.order.values import EndCause, State
from tests.unit.audit.support import History, Logged, lived, numbered
from tests.unit.order import acts

NAIVE = datetime(2025, 1, 6)  # noqa: DTZ001 - what is refused
BEGUN = (acts.request(), acts.grant())
LATE = acts.day(9)
HISTORY = lived(
    *BEGUN,
    acts.report(acts.day(3), "call", acts.UNCLE, conduct_at=acts.day(2)),
    (acts.inform(acts.day(1), acts.UNCLE), LATE),
)


def elsewhere(history: History) -> History:
    """Return the history under a law that is not at hand."""
    regime = e.RegimeRef(id="nowhere@2025", digest="0")
    event = history[0].event.model_copy(update={"regime": regime})
    return (replace(history[0], event=event), *history[1:])


def test_a_position_is_that_of_a_moment_on_what_was_known() -> None:
    """On day 2 nobody was known to be bound; on day 9 somebody had been all along."""
    log = Logged(HISTORY)
    (then,) = replay(log, at=acts.day(2), known_at=acts.day(3))
    (now,) = replay(log, at=acts.day(2).astimezone(UTC))

    assert (then.position.state, now.position.state) == (State.GRANTED, State.SERVED)
    assert (then.position.bound, [who.person for who in now.position.bound]) == ((), [acts.UNCLE])
    assert set(now.position.addressed) >= {acts.UNCLE, acts.MOTHER}
    assert (then.version, now.version) == (3, len(HISTORY))
    assert then.digest != now.digest


def test_without_a_moment_the_position_is_that_of_the_last_record() -> None:
    """Each order is shown as it stood when something was last recorded of it."""
    (found,) = replay(Logged(HISTORY))

    assert found.position.at == HISTORY[-1].recorded_at == found.last_recorded_at


def test_an_end_is_told_with_its_reason() -> None:
    """Lapsed by time, by a refusal, or not yet requested: the position says why."""
    ended = lived(acts.request(), acts.grant(duration=acts.until(acts.day(5))))
    refused = lived(acts.request(), acts.refuse())
    found = list(replay(Logged(ended, refused, lived(acts.request())), at=acts.day(6)))

    assert [one.position.state for one in found] == [State.LAPSED, State.LAPSED, State.REQUESTED]
    causes = [one.position.ended_because for one in found]
    assert causes == [EndCause.EXPIRED, EndCause.REFUSED, None]
    (early,) = replay(Logged(ended), at=acts.ASKED - timedelta(days=1))
    assert (early.position.state, early.position.ended_because) == (None, None)


def test_a_history_that_begins_in_the_middle_can_be_replayed() -> None:
    """Without a request there is no law and no state, and nothing breaks."""
    (found,) = replay(Logged((HISTORY[1],)))

    assert (found.regime, found.state_by_record, found.time_zone) == (None, None, None)


def test_a_law_that_is_not_at_hand_leaves_the_facts() -> None:
    """What was recorded is told; only the zone is unknown."""
    (found,) = replay(Logged(elsewhere(HISTORY)))
    told = explain(Logged(elsewhere(HISTORY)), numbered(1))

    assert (found.regime, found.time_zone) == ("nowhere@2025", None)
    assert (told.regime_at_hand, told.time_zone) == (False, "UTC")
    assert Laws().zone_of(ProtectionOrder.start(numbered(1))) is None


def test_an_order_that_was_not_yet_known_is_left_out_of_all_and_refused_alone() -> None:
    """Of all orders only the known are given; one that is asked for by name is an error."""
    log = Logged(HISTORY)
    early = acts.ASKED - timedelta(days=1)

    assert list(replay(log, known_at=early)) == []
    with pytest.raises(OrderNotFound):
        list(replay(log, known_at=early, order_id=numbered(1)))


def test_what_was_learned_shows_what_was_thought_and_what_was_the_case() -> None:
    """A notice recorded late binds from when it was given, and opens a route."""
    (found,) = diff(Logged(HISTORY), acts.day(4), acts.day(10))

    assert [(event.type, event.late) for event in found.learned] == [
        ("PersonInformed", True),
        *[(type(one.event).__name__, False) for one in HISTORY[4:]],
    ]
    assert found.state_by_record is None  # An incident that awaits a human is breached too.
    (incident,) = found.incidents
    assert incident.before is not None
    assert (incident.before.criminal.status, incident.after.criminal.status) == (
        "needs_review",
        "open",
    )
    ((binding,),) = [found.bindings]
    assert binding.before is None
    assert (binding.after.person, binding.after.counts) == (acts.UNCLE, True)
    assert found.changed
    assert not found.new


def test_a_new_order_and_a_new_end_are_learned() -> None:
    """An order that came on record is new; a variation moves its end and adds a version."""
    history = lived(
        *BEGUN,
        acts.inform(acts.day(1)),
        acts.vary(acts.day(5), acts.CONTACT, duration=acts.until(acts.day(30))),
        acts.invalidate(acts.day(6)),
    )
    log = Logged(history)
    (new,) = diff(log, acts.ASKED - timedelta(days=1), acts.day(1))
    (varied,) = diff(log, acts.day(2), acts.day(6))

    assert new.new
    assert new.state_by_record is not None
    assert new.state_by_record.before is None
    assert varied.versions == (2,)
    assert varied.periods is not None
    assert varied.periods.before[0].until is None
    assert varied.periods.after[0].until == acts.day(30)
    ((gone,),) = [varied.bindings]
    assert gone.before is not None
    assert (gone.before.counts, gone.after.counts) == (True, False)


def test_what_is_learned_may_change_no_answer() -> None:
    """A wish that is recorded moves neither state nor route, nor an incident known before."""
    history = lived(*BEGUN, acts.report(acts.day(1)), acts.wish(acts.day(2)))
    (found,) = diff(Logged(history), acts.day(1), acts.day(2))

    assert not found.changed
    assert found.state_by_record is None


@pytest.mark.parametrize(
    "earlier, later, says",
    [
        (NAIVE, acts.day(1), "time zone"),
        (acts.day(1), NAIVE, "time zone"),
        (acts.day(2), acts.day(1), "comes first"),
    ],
)
def test_moments_of_knowledge_have_a_zone_and_an_order(
    earlier: datetime, later: datetime, says: str
) -> None:
    """Two moments of knowledge are asked for with time zones, the earlier first."""
    with pytest.raises(ValueError, match=says):
        list(diff(Logged(), earlier, later))


def test_a_position_has_a_moment_with_a_zone() -> None:
    """A moment without a time zone is refused."""
    with pytest.raises(ValueError, match="time zone"):
        list(replay(Logged(), at=NAIVE))


def test_an_explanation_names_sources_that_nobody_registered_by_their_key() -> None:
    """A key that is in no register stands for itself."""
    event = HISTORY[1].event.model_copy(update={"law": ("xx/unknown",)})
    log = Logged((HISTORY[0], replace(HISTORY[1], event=event)))
    (source,) = explain(log, numbered(1)).acts[1].sources

    assert (source.key, source.title, source.uri) == ("xx/unknown", "xx/unknown", None)


def test_an_explanation_says_what_each_decision_stood_on() -> None:
    """For each act: who, late by how much, on how many events, and where it led."""
    told = explain(Logged(HISTORY), numbered(1), known_at=LATE)
    late = told.acts[3]

    assert late.late_by == LATE - acts.day(1)
    assert late.on_record == 3
    assert late.actor == acts.POLICE
    assert told.known_at == LATE
    assert (told.acts[1].state_before, told.acts[1].state_after) == (
        State.REQUESTED,
        State.GRANTED,
    )
