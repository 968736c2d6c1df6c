"""One worked audit for each published case."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

from orderflow.audit import (
    DeadlineKind,
    DeadlineStatus,
    conformance,
    diff,
    explain,
    rejudge,
    replay,
    terms,
)
from orderflow.order.reasons import Code
from orderflow.order.values import EndCause, State
from tests.unit.audit.support import only, published

RU = "bedfordshire-police-v-ru-2013"


def moment(text: str) -> datetime:
    """Return a moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_ru_would_have_been_a_crime_under_the_law_of_2014() -> None:
    """The textbook difference: no offence in 2013, up to five years under the law of 2014."""
    (judged,) = rejudge(published(RU), "uk-ew-fmpo@2014", as_if=True)

    (ceremony,) = judged.incidents
    before, after = ceremony.criminal.before, ceremony.criminal.after
    assert [reason.code for reason in before.reasons] == [Code.NO_OFFENCE]
    assert (after.status, after.max_sanction, after.reasons) == ("open", "P5Y", ())
    assert ceremony.civil.before.content == ceremony.civil.after.content
    (why,) = ceremony.because
    assert (why.field, why.recorded, why.under) == ("breach.criminal", False, True)
    assert "gb-eaw/fla-1996/s-63ca" in why.law
    (grant,) = judged.decisions
    assert (grant.command, grant.outcome) == ("GrantOrder", "refused")
    assert grant.reason is not None
    assert grant.reason.code is Code.POWER_OF_ARREST_NOT_ALLOWED
    assert [one.field for one in grant.because] == ["arrest.power_of_arrest"]


def test_ru_was_no_crime_under_a_law_that_had_not_commenced() -> None:
    """Without as-if the law of 2014 does not reach conduct of 2013, and says so."""
    (judged,) = rejudge(published(RU), "uk-ew-fmpo@2014")

    (ceremony,) = judged.incidents
    codes = [reason.code for reason in ceremony.criminal.after.reasons]
    assert codes == [Code.OFFENCE_NOT_YET_COMMENCED]
    assert judged.decisions[0].reason is not None
    assert judged.decisions[0].reason.code is Code.REGIME_NOT_IN_FORCE


def test_in_ru_the_breach_was_learned_in_may() -> None:
    """Between March and June one thing became known, and the order became breached by it."""
    (ru,) = diff(published(RU), moment("2013-03-02"), moment("2013-06-01"))

    assert [event.type for event in ru.learned] == ["IncidentReported"]
    assert ru.state_by_record is not None
    assert (ru.state_by_record.before, ru.state_by_record.after) == (State.SERVED, State.BREACHED)
    assert ru.position_then is None
    ((incident,),) = [ru.incidents]
    assert incident.before is None
    assert incident.after.criminal.codes == (Code.NO_OFFENCE,)


def test_la_v_m_is_four_orders_and_three_more() -> None:
    """Seven orders in one log; the conduct abroad after C's discharge moved nothing."""
    log = published("la-v-m-2024")
    found = list(replay(log, at=moment("2024-06-01")))

    states = [order.position.state for order in found]
    assert states == [State.LAPSED] * 4 + [State.GRANTED] * 3
    first = found[0]
    assert first.position.ended_because is EndCause.DISCHARGED
    (incident,) = first.incidents
    assert incident.criminal.codes == (Code.NOT_IN_FORCE,)
    assert [order.version for order in found] == [4, 3, 3, 3, 2, 2, 2]


def test_bp2167_ends_at_the_same_hour_and_was_extended_in_time() -> None:
    """Ten days over the change to summer time; the extension came before the end."""
    log = published("rbmid-2011-bp2167")
    (extension,) = [one for one in terms(log, every=True) if one.kind is DeadlineKind.EXTENSION]

    assert extension.status is DeadlineStatus.MET
    assert extension.due_at == moment("2010-04-06T18:00")
    assert extension.counting.time_zone == "Europe/Amsterdam"
    assert list(terms(log)) == []


def test_mne_2813_has_an_appeal_in_plain_words() -> None:
    """The history of the order is told in both languages, decision by decision."""
    log = published("rbmne-2023-2813")
    told = explain(log, only(log))

    assert [act.number for act in told.acts] == list(range(1, len(told.acts) + 1))
    sentences = " ".join(event.sentence for act in told.acts for event in act.events)
    assert "Appeal 1 was dismissed." in sentences
    zinnen = " ".join(event.sentence_nl for act in told.acts for event in act.events)
    assert "Beroep 1 werd ongegrond verklaard." in zinnen
    assert all(one.state_after is other.state_before for one, other in pairwise(told.acts))


def test_the_breaches_of_ove_1302_would_be_crimes_under_a_hybrid_order() -> None:
    """The gap of the letter: fifty breaches, never a criminal route; under the draft there is."""
    (judged,) = rejudge(published("rbove-2023-1302"), "nl-hybrid-draft@2025+civil", as_if=True)

    assert [one.id for one in judged.incidents] == ["breach-1", "breach-50"]
    for breach in judged.incidents:
        assert (breach.criminal.before.status, breach.criminal.after.status) == ("closed", "open")
    request = judged.decisions[0]
    assert request.reason is not None
    assert request.reason.code is Code.HARM_OUT_OF_SCOPE
    assert request.assumed == ("has_lawyer", "consents", "own_motion_needs")


def test_in_re_k_no_term_was_exceeded() -> None:
    """The terms on travel have neither end nor review, so no day of review passed."""
    every = list(terms(published("re-k-2020"), every=True))

    assert [one for one in every if one.kind is DeadlineKind.TERM_REVIEW] == []
    assert [one for one in every if one.exceeded] == []


def test_every_published_case_takes_published_steps_only() -> None:
    """All six cases conform, and their own law, read today, makes the same of them."""
    log = published()
    found = conformance(log)

    assert found.ok
    assert (found.orders, found.conforming_orders) == (12, 12)
    assert list(rejudge(log)) == []
