"""Each term on both sides of its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from orderflow.audit import Deadline, DeadlineKind, DeadlineStatus, terms
from orderflow.audit.deadline import KINDS, STATUSES
from orderflow.law import Capacity, NotifiedFact
from orderflow.order import events as e
from tests import spec
from tests.unit.audit.support import History, Logged, OneLaw, lived
from tests.unit.order import acts

HOUR = timedelta(hours=1)
BEGUN = (acts.request(), acts.grant())


def found(
    history: History, kind: DeadlineKind, at: datetime | None = None, regime: str = spec.FMPO
) -> list[Deadline]:
    """Return the terms of a kind, whatever became of them."""
    every = terms(Logged(history), at=at, every=True, regimes=OneLaw(spec.law(regime)))
    return [one for one in every if one.kind is kind]


@pytest.mark.parametrize(
    "told, status",
    [
        (acts.day(2, "23:59"), DeadlineStatus.MET),
        (acts.day(3, "00:00"), DeadlineStatus.EXCEEDED),
    ],
)
def test_the_police_must_be_told_within_a_day_of_sealing(
    told: datetime, status: DeadlineStatus
) -> None:
    """The end of the next business day is in time, the next moment is not."""
    sealed = acts.day(1)
    history = lived(*BEGUN, acts.seal(sealed), acts.notify_police(told))
    (one,) = found(history, DeadlineKind.POLICE_NOTICE)

    assert (one.status, one.exceeded) == (status, status is DeadlineStatus.EXCEEDED)
    assert (one.about, one.event, one.done_by) == ("version 1", 3, 4)
    assert (one.counting.within, one.counting.time_zone) == ("P1D", "Europe/London")
    assert (one.counting.calendar, one.counting.choice) == ("clear_business_days", "INT-012")
    assert "gb-eaw/fpr-2010/r-2-9" in one.counting.law
    assert one.counting.since == sealed


def test_a_notice_that_never_came_is_late_from_the_end_of_the_term() -> None:
    """Without a notice the term runs, and is exceeded by the time that has passed since."""
    sealed = acts.day(1)
    history = lived(*BEGUN, acts.seal(sealed))

    (one,) = found(history, DeadlineKind.POLICE_NOTICE, sealed + HOUR)
    assert (one.status, one.late_by) == (DeadlineStatus.RUNNING, None)
    (one,) = found(history, DeadlineKind.POLICE_NOTICE, acts.day(4, "09:00"))
    late = acts.day(4, "09:00") - acts.day(2, "23:59") - timedelta(seconds=59)
    assert (one.status, one.late_by) == (DeadlineStatus.EXCEEDED, late)
    assert one.done_at is None


def test_a_notice_recorded_late_was_in_time() -> None:
    """When it happened decides; that it came on record late is said."""
    sealed = acts.day(1)
    told = acts.notify_police(sealed + HOUR)
    history = lived(*BEGUN, acts.seal(sealed), (told, sealed + timedelta(days=5)))
    (one,) = found(history, DeadlineKind.POLICE_NOTICE)

    assert one.status is DeadlineStatus.RECORDED_LATE
    assert one.recorded_at == sealed + timedelta(days=5)


def test_a_notice_of_something_else_does_not_count() -> None:
    """The police know of an order when they are told of it, not of its service."""
    sealed = acts.day(1)
    history = lived(
        *BEGUN,
        acts.inform(sealed),
        acts.seal(sealed),
        acts.notify_police(sealed + HOUR, of=NotifiedFact.INFORMED, person=acts.MOTHER),
    )
    (one,) = found(history, DeadlineKind.POLICE_NOTICE)

    assert one.done_by is None


@pytest.mark.parametrize(
    "told, status",
    [
        (acts.day(8, "00:00") - timedelta(seconds=1), DeadlineStatus.MET),
        (acts.day(8, "00:00"), DeadlineStatus.EXCEEDED),
        (None, DeadlineStatus.EXCEEDED),
    ],
)
def test_the_police_must_be_told_of_a_discharge_too(
    told: datetime | None, status: DeadlineStatus
) -> None:
    """That the order was made says nothing of its end, and its end takes no duty away."""
    ended = acts.day(5)
    sealing = acts.seal(ended).model_copy(update={"what": "discharge"})
    history = lived(
        *BEGUN,
        acts.seal(acts.day(1)),
        acts.notify_police(acts.day(1) + HOUR),
        acts.discharge(ended),
        sealing,
        *([] if told is None else [acts.notify_police(told, of=NotifiedFact.DISCHARGED)]),
    )
    made, end = found(history, DeadlineKind.POLICE_NOTICE, acts.day(30))

    assert (made.about, made.status) == ("version 1", DeadlineStatus.MET)
    assert (end.about, end.status) == ("discharge 1", status)


def test_the_police_must_be_told_of_an_extension_too() -> None:
    """A notice that the order was made is none that it goes on."""
    sealing = acts.seal(acts.day(5)).model_copy(update={"what": "extension"})
    history = lived(
        acts.request(),
        acts.grant(duration=acts.for_("P1Y")),
        acts.seal(acts.day(1)),
        acts.notify_police(acts.day(1) + HOUR),
        acts.extend(acts.day(5), acts.for_("P2Y")),
        sealing,
    )
    every = found(history, DeadlineKind.POLICE_NOTICE, acts.day(30))

    assert [one.status for one in every] == [DeadlineStatus.MET, DeadlineStatus.EXCEEDED]
    assert every[1].about == "extension 1"


def test_a_term_falls_away_with_the_order() -> None:
    """An order that was discharged first needs no notice any more."""
    sealed = acts.day(1)
    history = lived(*BEGUN, acts.seal(sealed), acts.discharge(sealed + HOUR))
    (one,) = found(history, DeadlineKind.POLICE_NOTICE, acts.day(9))

    assert one.status is DeadlineStatus.FELL_AWAY


def test_where_no_duty_runs_there_is_no_term() -> None:
    """A version sealed under a law that sets no term has none."""
    history = lived(*BEGUN, acts.seal(acts.day(1)))
    unset = history[2].event.model_copy(update={"police_notice_due_at": None})

    assert found((*history[:2], replace(history[2], event=unset)), DeadlineKind.POLICE_NOTICE) == []


def unheard(hearing_at: datetime | None = None) -> History:
    """Return the history of an order made without notice, to be followed by a hearing."""
    return lived(acts.request(), acts.grant_unheard(return_hearing_at=hearing_at))


def with_due(history: History, due_at: datetime) -> History:
    """Return the history under a law that sets a term for the hearing."""
    listed = history[2].event.model_copy(update={"due_at": due_at})
    return (*history[:2], replace(history[2], event=listed), *history[3:])


def test_a_return_hearing_is_held_within_its_term() -> None:
    """The last moment of the term is in time; no hearing at all is not."""
    due_at = acts.day(14)
    held = lived(acts.request(), acts.grant_unheard(), acts.hold_hearing(due_at, "confirmed"))

    (one,) = found(with_due(held, due_at), DeadlineKind.RETURN_HEARING)
    assert (one.status, one.done_by) == (DeadlineStatus.MET, 4)
    (one,) = found(with_due(held, due_at - HOUR), DeadlineKind.RETURN_HEARING)
    assert (one.status, one.late_by) == (DeadlineStatus.EXCEEDED, HOUR)
    (one,) = found(with_due(unheard(), due_at), DeadlineKind.RETURN_HEARING, acts.day(20))
    assert one.status is DeadlineStatus.EXCEEDED


def test_a_law_without_a_term_for_the_hearing_sets_none() -> None:
    """As soon as just and convenient is no day that can be exceeded."""
    (one,) = found(unheard(), DeadlineKind.RETURN_HEARING, acts.day(400))

    assert (one.status, one.due_at) == (DeadlineStatus.NO_TERM, None)


def test_a_hearing_takes_place_on_the_day_listed() -> None:
    """Until midnight in the regime's zone the day is not over."""
    hearing = acts.day(14)
    midnight = datetime(2025, 1, 21, tzinfo=UTC)
    for at, status in (
        (midnight - HOUR, DeadlineStatus.RUNNING),
        (midnight, DeadlineStatus.EXCEEDED),
    ):
        (one,) = found(unheard(hearing), DeadlineKind.LISTED_HEARING, at)
        assert (one.status, one.due_at) == (status, midnight)


def test_a_variation_in_between_is_no_hearing_and_a_new_listing_replaces_the_old() -> None:
    """Only what is decided at the hearing shows that it was held."""
    history = lived(
        acts.request(),
        acts.grant_unheard(),
        acts.vary(acts.day(1), acts.CONTACT, without_notice=True, return_hearing_at=acts.day(9)),
        acts.hold_hearing(acts.day(9), "set_aside"),
    )

    (one,) = found(history, DeadlineKind.LISTED_HEARING)
    assert (one.about, one.done_by) == ("version 2", history[-1].version)
    assert len(found(history, DeadlineKind.RETURN_HEARING)) == 2


def test_a_hearing_without_a_day_has_none_to_exceed() -> None:
    """As long as the court has fixed no day, there is none that could pass."""
    history = unheard()

    assert found(history, DeadlineKind.LISTED_HEARING, acts.day(99)) == []


def extended(at: datetime, recorded: datetime) -> History:
    """Return the history of an order until day 30 that is extended."""
    return lived(
        acts.request(),
        acts.grant(duration=acts.until(acts.day(30))),
        (acts.extend(at, acts.until(acts.day(60))), recorded),
    )


def test_an_extension_before_the_end_is_in_time_however_late_it_is_recorded() -> None:
    """A new end is decided before the old one; when that comes on record is told apart."""
    in_time = acts.day(30) - HOUR
    (one,) = found(extended(in_time, in_time), DeadlineKind.EXTENSION)
    assert (one.status, one.about) == (DeadlineStatus.MET, "end 2025-02-05T10:00Z")
    (one,) = found(extended(in_time, acts.day(31)), DeadlineKind.EXTENSION)
    assert one.status is DeadlineStatus.RECORDED_LATE


def test_an_extension_after_the_end_is_exceeded() -> None:
    """A log of elsewhere may hold what no decision of ours would: an extension too late."""
    history = extended(acts.day(29), acts.day(31))
    late = history[2].event.model_copy(update={"occurred_at": acts.day(30)})
    (one,) = found((*history[:2], replace(history[2], event=late)), DeadlineKind.EXTENSION)

    assert (one.status, one.late_by) == (DeadlineStatus.EXCEEDED, timedelta())


def test_a_new_end_where_there_was_none_is_no_extension() -> None:
    """An order with no end set has none that could pass, nor has one that never began."""
    history = lived(
        *BEGUN,
        acts.vary(acts.day(1), *acts.TERMS, duration=acts.until(acts.day(30))),
        acts.vary(acts.day(2), *acts.TERMS),
        acts.vary(acts.day(3), *acts.TERMS, duration=acts.until(acts.day(40))),
    )

    assert [one.event for one in found(history, DeadlineKind.EXTENSION)] == [5]
    assert found(history, DeadlineKind.EXTENSION, acts.day(2)) == []
    assert found((history[0], history[2]), DeadlineKind.EXTENSION) == []


def reviewed(*later: object) -> History:
    """Return the history of an order with a passport to be reviewed on day 20."""
    passport = acts.PASSPORT.model_copy(update={"review_at": acts.day(20), "ends_at": None})
    kept = acts.vary(acts.day(5), passport, acts.CONTACT, asked_by=Capacity.PROTECTED_PERSON)
    return lived(
        acts.request(),
        acts.grant(terms=(passport,)),
        kept,
        *later,  # type: ignore[arg-type]
    )


def test_a_passport_term_is_looked_at_again_by_its_day() -> None:
    """A decision on the order by the end of that day is a review; silence is none."""
    (one,) = found(reviewed(), DeadlineKind.TERM_REVIEW, acts.day(30))
    assert (one.status, one.about, one.done_by) == (DeadlineStatus.MET, "term passport", 3)

    history = (*reviewed()[:2],)
    (one,) = found(history, DeadlineKind.TERM_REVIEW, acts.day(20, "23:59"))
    assert one.status is DeadlineStatus.RUNNING
    (one,) = found(history, DeadlineKind.TERM_REVIEW, acts.day(21, "00:00"))
    assert one.status is DeadlineStatus.EXCEEDED


def test_an_application_is_served_long_enough_before_the_hearing() -> None:
    """A service that left too little time is exceeded; a longer notice is not."""
    served = acts.serve_application(acts.ASKED)
    in_time = lived(acts.request(), served)
    (one,) = found(in_time, DeadlineKind.APPLICATION_NOTICE)
    assert (one.status, one.counting.within) == (DeadlineStatus.MET, "P2D")
    assert one.counting.calendar == "clear_business_days"

    # Served on a Monday: Tuesday and Wednesday lie between; the hearing may be on Thursday.
    for hearing_at, status in (
        (acts.day(3, "00:00"), DeadlineStatus.MET),
        (acts.day(2, "23:00"), DeadlineStatus.EXCEEDED),
    ):
        moved = served.model_copy(update={"hearing_at": hearing_at})
        (one,) = found(lived(acts.request(), moved), DeadlineKind.APPLICATION_NOTICE)
        assert (one.status, one.due_at) == (status, acts.day(3, "00:00"))
    assert one.late_by == HOUR


def test_a_law_that_counts_by_the_calendar_is_counted_by_the_calendar() -> None:
    """Without clear days every day counts, from moment to moment."""
    law = spec.law_with(spec.FMPO, service__application_notice_counting=None)
    history = lived(acts.request(), acts.serve_application(acts.ASKED), regime=law)
    every = terms(Logged(history), every=True, regimes=OneLaw(law))
    (one,) = [one for one in every if one.kind is DeadlineKind.APPLICATION_NOTICE]

    assert (one.counting.calendar, one.counting.choice) == ("every_day", None)
    assert one.due_at == acts.ASKED + timedelta(days=2)


def test_a_law_that_asks_for_no_notice_sets_no_term() -> None:
    """Where the regime sets no time between application and hearing, none is exceeded."""
    law = spec.law_with(spec.FMPO, service__application_notice_min=None)
    history = lived(acts.request(), acts.serve_application(acts.ASKED), regime=law)
    every = list(terms(Logged(history), every=True, regimes=OneLaw(law)))

    assert [one.status for one in every] == [DeadlineStatus.NO_TERM]


def test_no_regime_sets_a_term_for_a_certificate_of_service() -> None:
    """Whether there is one is told; that it is late cannot be said."""
    served = acts.serve(acts.day(1), certificate_at=acts.day(1))
    history = lived(*BEGUN, served, acts.serve(acts.day(2), acts.UNCLE))
    with_one, without = found(history, DeadlineKind.CERTIFICATE)

    assert (with_one.status, without.status) == (DeadlineStatus.NO_TERM,) * 2
    assert (with_one.done_at, without.done_at) == (acts.day(1), None)


def test_a_law_that_is_not_at_hand_still_lets_what_was_stored_be_checked() -> None:
    """The end of a term stands in the event; only the zone and the length are unknown."""
    passport = acts.PASSPORT.model_copy(update={"review_at": acts.day(20), "ends_at": None})
    history = lived(
        acts.request(),
        acts.serve_application(acts.ASKED),
        acts.grant_unheard(terms=(passport,), duration=acts.until(acts.day(30))),
        acts.seal(acts.day(1)),
        acts.serve(acts.day(1)),
        acts.extend(acts.day(2), acts.until(acts.day(40))),
    )
    unknown = e.RegimeRef(id="nowhere@2025", digest="0")
    first = replace(history[0], event=history[0].event.model_copy(update={"regime": unknown}))
    every = list(terms(Logged((first, *history[1:])), at=acts.day(50), every=True))

    assert {one.kind for one in every} == set(DeadlineKind)
    assert {one.counting.time_zone for one in every} == {None}
    assert {one.counting.regime for one in every} == {"nowhere@2025"}
    by_kind = {one.kind: one for one in every}
    assert by_kind[DeadlineKind.POLICE_NOTICE].status is DeadlineStatus.EXCEEDED
    assert by_kind[DeadlineKind.TERM_REVIEW].due_at == acts.day(20)


def test_a_history_that_begins_in_the_middle_has_no_law() -> None:
    """Even without a request, what is on record is checked."""
    history = lived(acts.request(), acts.grant_unheard())
    (listed,) = [one for one in history if isinstance(one.event, e.ReturnHearingListed)]

    (hearing, _) = terms(Logged((listed,)), every=True)
    assert (hearing.counting.regime, hearing.about) == ("", "version 0")


def test_terms_are_asked_for_at_a_moment_with_a_zone() -> None:
    """A moment without a time zone is refused."""
    with pytest.raises(ValueError, match="time zone"):
        list(terms(Logged(), at=datetime(2025, 1, 6)))  # noqa: DTZ001 - what is refused


def test_every_kind_and_status_has_words_in_both_languages() -> None:
    """Nothing is told by its code alone."""
    assert set(KINDS) == set(DeadlineKind)
    assert set(STATUSES) == set(DeadlineStatus)
