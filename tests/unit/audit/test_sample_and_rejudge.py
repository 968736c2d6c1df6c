"""Drawing orders to look at, and judging them again under another law."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

import pytest

from orderflow.audit import RiskMark, rejudge, sample
from orderflow.audit.risk import POINTS, WORDS
from orderflow.audit.sampling import ticket
from orderflow.errors import UnknownRegime
from orderflow.law import Moment, PeriodValue, ReturnHearing
from orderflow.order import events as e
from orderflow.order.reasons import Code
from orderflow.order.values import Decision, ProsecutionOutcome, UntilAge
from tests import spec
from tests.unit.audit.support import History, Logged, OneLaw, lived, numbered, published
from tests.unit.order import acts

BEGUN = (acts.request(), acts.grant())
PLAIN = lived(*BEGUN)
CONVICTED = lived(
    *BEGUN,
    acts.inform(acts.day(1), acts.UNCLE),
    acts.report(acts.day(3), "call", acts.UNCLE, conduct_at=acts.day(2)),
    acts.refer(acts.day(4)),
    acts.prosecuted(acts.day(5), ProsecutionOutcome.CONVICTED),
)


def drawn(seed: str, *, by_risk: bool, size: int = 1) -> list[int]:
    """Return the numbers of the orders that are drawn from nine plain ones and a loud one."""
    log = Logged(*[PLAIN] * 9, CONVICTED)
    found = sample(log, seed=seed, size=size, by_risk=by_risk).drawn
    ids = list(log.order_ids())
    return [ids.index(one.order_id) + 1 for one in found]


def test_the_same_seed_draws_the_same() -> None:
    """A sample is drawn from seed and ids alone, and anybody can compute a ticket."""
    assert drawn("2026", by_risk=False, size=4) == drawn("2026", by_risk=False, size=4)
    assert drawn("2026", by_risk=False, size=9) != drawn("2027", by_risk=False, size=9)
    text = "2026/00000000-0000-4000-8000-000000000001/0"
    assert ticket("2026", numbered(1)) == hashlib.sha256(text.encode()).hexdigest()


def test_by_risk_the_loud_order_is_drawn_as_often_as_its_score_says() -> None:
    """With 5 points of 14 it comes first in about 36 of 100 draws; without, in about 10."""
    by_risk = Counter(drawn(str(seed), by_risk=True)[0] for seed in range(400))
    equal = Counter(drawn(str(seed), by_risk=False)[0] for seed in range(400))
    found = sample(Logged(*[PLAIN] * 9, CONVICTED), seed=1, size=99, by_risk=True)

    loud = next(one for one in found.drawn if one.marks)
    assert (loud.score, loud.marks) == (5, (RiskMark.CONVICTED, RiskMark.INCIDENT))
    assert (found.points, found.orders, len(found.drawn)) == (14, 10, 10)
    assert abs(by_risk[10] / 400 - 5 / 14) < 0.08
    assert abs(equal[10] / 400 - 1 / 10) < 0.05


def test_every_mark_has_points_and_words() -> None:
    """No mark counts for nothing, and each is told in both languages."""
    assert set(POINTS) == set(WORDS) == set(RiskMark)
    assert min(POINTS.values()) > 0
    assert list(POINTS.values()) == sorted(POINTS.values(), reverse=True)


def test_marks_are_found() -> None:
    """An exceeded term, an order unheard and a fact recorded late weigh on the draw."""
    history = lived(acts.request(), acts.grant_unheard(), (acts.seal(acts.day(1)), acts.day(30)))
    (one,) = sample(Logged(history), seed="x", size=1, by_risk=True, at=acts.day(9)).drawn

    assert one.marks == (
        RiskMark.TERM_EXCEEDED,
        RiskMark.WITHOUT_NOTICE,
        RiskMark.RECORDED_LATE,
    )


def test_a_sample_has_at_least_one_order() -> None:
    """A sample of none is refused; from fewer orders than asked for, all are drawn."""
    with pytest.raises(ValueError, match="at least one"):
        sample(Logged(), seed="x", size=0)
    assert sample(Logged(), seed="x", size=3).drawn == ()


def elsewhere(history: History) -> Logged:
    """Return the log of a history whose law is not at hand."""
    regime = e.RegimeRef(id="nowhere@2025", digest="0")
    event = history[0].event.model_copy(update={"regime": regime})
    return Logged((replace(history[0], event=event), *history[1:]))


def test_a_law_that_is_not_at_hand_cannot_be_its_own_judge() -> None:
    """Under another law it can be judged; why they differ, and whether it is right, is unknown."""
    with pytest.raises(UnknownRegime):
        list(rejudge(elsewhere(CONVICTED)))
    (found,) = rejudge(elsewhere(CONVICTED), spec.FMPO_2008, as_if=True)

    assert {one.reproduced for one in found.decisions} == {None}
    assert found.incidents[0].because == ()
    assert found.recorded_under == "nowhere@2025"


def test_an_unknown_law_is_refused() -> None:
    """There is no judging by a law that is in no register."""
    with pytest.raises(UnknownRegime):
        list(rejudge(Logged(PLAIN), "nl-nothing@2025"))


def test_a_law_that_leaves_it_open_decides_nothing() -> None:
    """Under a draft without its open values, decisions are not guessed."""
    (found,) = rejudge(Logged(PLAIN), spec.HYBRID, as_if=True)

    grant = found.decisions[-1]
    assert (grant.outcome, grant.differs) == ("not_decided", True)
    assert grant.reason is not None
    assert grant.reason.question is not None


def test_two_laws_may_differ_in_who_may_act_alone() -> None:
    """A route that is open under both laws differs where another may take it."""
    mine = spec.law_with(spec.FMPO, civil__max_detention=PeriodValue("P1Y"))
    log = Logged(CONVICTED)
    (found,) = rejudge(log, spec.FMPO, regimes=OneLaw(mine))

    (incident,) = found.incidents
    assert incident.criminal.before.content == incident.criminal.after.content
    assert (incident.civil.before.max_sanction, incident.civil.after.max_sanction) == ("P2Y", "P1Y")


def test_code_that_gives_something_else_is_noticed() -> None:
    """An event that its own law does not give today is not reproduced, and differs."""
    granted = PLAIN[1].event.model_copy(update={"legal_nature": "administrative"})
    (found,) = rejudge(Logged((PLAIN[0], replace(PLAIN[1], event=granted))))

    (decision,) = found.decisions
    assert (decision.outcome, decision.reproduced) == ("otherwise", False)
    (differs,) = decision.differences
    assert (differs.field, differs.recorded) == ("legal_nature", "administrative")


def test_what_its_own_law_refuses_today_is_not_reproduced() -> None:
    """A grant by somebody who may not is refused by its own law."""
    (found,) = rejudge(Logged((PLAIN[0], replace(PLAIN[1], actor=acts.POLICE))))

    (decision,) = found.decisions
    assert (decision.outcome, decision.reproduced) == ("refused", False)
    assert decision.reason is not None
    assert decision.reason.code is Code.NOT_COMPETENT


def test_an_event_more_or_less_is_a_difference() -> None:
    """Under a law that asks for no hearing, none would have been listed."""
    history = lived(acts.request(), acts.grant_unheard())
    law = spec.law_with(spec.FMPO, without_notice__return_hearing=ReturnHearing.NOT_REQUIRED)
    (found,) = rejudge(Logged(history), spec.FMPO, regimes=OneLaw(law))

    (decision,) = found.decisions
    (differs,) = decision.differences
    assert differs.field == "events"
    assert differs.recorded == ["OrderGranted", "ReturnHearingListed"]
    assert differs.under == ["OrderGranted"]


@pytest.mark.parametrize(
    "history",
    [
        lived(acts.request(by=acts.SCHOOL), acts.ask_permission(by=acts.SCHOOL)),
        lived(acts.request(), acts.undertake()),
        lived(
            acts.request(),
            acts.serve_application(acts.ASKED).model_copy(
                update={"hearing_at": acts.ASKED, "notice_abridged": True}
            ),
        ),
        lived(
            acts.request(),
            acts.grant(
                duration=UntilAge(person=acts.DAUGHTER, years=18, reached_on=acts.day(90).date())
            ),
        ),
        lived(
            *BEGUN,
            acts.discharge(acts.day(2)),
            acts.appeal(acts.day(3), Decision.DISCHARGE),
            acts.determine(
                acts.day(4), "allowed", effect="restored", duration=acts.until(acts.day(60))
            ),
        ),
        lived(
            *BEGUN,
            acts.appeal(acts.day(3), Decision.GRANT),
            acts.determine(acts.day(4), "allowed", effect="set_aside"),
        ),
        lived(
            acts.request(),
            acts.grant_unheard(),
            acts.hold_hearing(acts.day(3), "varied", terms=(acts.CONTACT,)),
        ),
        lived(acts.request(), acts.grant_unheard(), acts.hold_hearing(acts.day(3), "confirmed")),
        lived(acts.request(), acts.grant_unheard(), acts.hold_hearing(acts.day(3), "set_aside")),
        lived(*BEGUN, acts.authorise(acts.day(1)), acts.authorise(acts.day(2), how="dispensed")),
        lived(*BEGUN, acts.set_aside(acts.day(1))),
    ],
)
def test_commands_are_found_again_from_what_they_caused(history: History) -> None:
    """Also where an event does not keep all that its command said."""
    (found,) = rejudge(Logged(history), every=True)

    assert [one.reproduced for one in found.decisions] == [True] * len(found.decisions)


def test_an_end_counted_from_notice_is_counted_again() -> None:
    """A period that runs from notice is found again as a period."""
    law = spec.law_with(
        spec.FMPO,
        duration__anchor=Moment.NOTIFIED,
        duration__no_maximum=False,
        duration__max_total=PeriodValue("P40D"),
    )
    history = lived(
        acts.request(),
        acts.grant(duration=acts.for_("P14D")),
        acts.inform(acts.day(3), acts.UNCLE),
        regime=law,
    )

    assert list(rejudge(Logged(history), regimes=OneLaw(law))) == []


def test_another_law_may_accept_and_record_something_else() -> None:
    """Under the draft a council needs permission; but for who may ask as of right it would not."""
    log = published("la-v-m-2024")
    first = next(rejudge(log, spec.HYBRID_CIVIL, as_if=True))

    request = first.decisions[0]
    (differs,) = request.differences
    assert (request.outcome, differs.field) == ("otherwise", "permission_needed")
    assert (differs.recorded, differs.under) == (False, True)
    assert [one.field for one in request.because] == ["applicants.as_of_right"]


def test_a_history_that_begins_in_the_middle_is_judged_by_another_law_only() -> None:
    """Without a request no law was pinned."""
    log = Logged((PLAIN[1],))
    with pytest.raises(UnknownRegime):
        list(rejudge(log))
    (found,) = rejudge(log, spec.FMPO)
    assert (found.recorded_under, found.decisions[0].outcome) == ("", "refused")


def test_every_order_can_be_judged_under_every_law() -> None:
    """No published case breaks under any law that ships, drafts included."""
    log = published()
    for regime in (spec.FMPO, spec.FGMPO, spec.HUISVERBOD, spec.HYBRID_CIVIL):
        for found in rejudge(log, regime, as_if=True):
            assert found.differs
            assert found.under == regime
