"""Running a case: what comes of each step, under its own law and under another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from orderflow.casefile import Verdict, run_case
from orderflow.errors import UnknownRegime
from orderflow.order.values import State
from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST, SERVE, WHOLE, Read

REFER = """
[[step]]
name = "refer"
do = "ReferIncident"
at = 2024-03-12T10:00:00+00:00
actor = { role = "police" }
with = { incident = "booking" }
"""


def test_each_step_reports_its_times_its_events_and_the_state_after_it(read: Read) -> None:
    """A result says when, what was recorded, and where the order stands."""
    report = run_case(read(WHOLE))

    grant = report.steps[1]
    assert (grant.number, grant.kind, grant.order) == (2, "GrantOrder", "order")
    assert grant.recorded_at == grant.at == datetime(2024, 3, 4, 14, tzinfo=UTC)
    assert grant.events == ("OrderGranted", "ReturnHearingListed")
    assert [step.state for step in report.steps] == [
        State.REQUESTED,
        State.GRANTED,
        State.SERVED,
        State.BREACHED,
    ]
    assert report.ok
    assert report.own_law


def test_a_report_can_be_read_by_other_programs(read: Read) -> None:
    """The whole report is plain JSON."""
    written = run_case(read(WHOLE)).model_dump(mode="json")

    assert written["steps"][1]["verdict"] == "as_expected"
    assert written["regime"] == "uk-ew-fmpo@2014"


def test_a_refusal_that_the_file_does_not_expect_fails_the_case(read: Read) -> None:
    """The result says what was expected, what came, and why in both languages."""
    report = run_case(read(HEAD + REQUEST + GRANT.replace('"court"', '"police"')))

    assert not report.ok
    (failed,) = report.failed
    assert failed.verdict is Verdict.NOT_AS_EXPECTED
    assert (failed.answers[0].expected, failed.answers[0].got) == (
        "accepted",
        "refused: not_competent",
    )
    assert failed.reasons[0].en
    assert failed.reasons[0].nl


def test_other_events_than_expected_fail_the_case(read: Read) -> None:
    """Events are compared as a whole and in order."""
    report = run_case(read(HEAD + REQUEST + 'events = ["OrderRequested", "OrderGranted"]'))

    assert [answer.field for answer in report.failed[0].answers if not answer.agrees] == ["events"]


def test_a_check_that_fails_tells_what_it_found(read: Read) -> None:
    """A failed check shows the answer beside the one that was expected."""
    check = """
[[step]]
name = "check"
check = "period"
at = 2024-03-05T12:00:00+00:00
expect = { in_force = true, ends_at = 2024-09-04T14:00:00+01:00 }
"""
    (failed,) = run_case(read(HEAD + REQUEST + GRANT + check)).failed

    assert failed.kind == "check: period"
    assert [(a.field, a.expected, a.got) for a in failed.answers if not a.agrees] == [
        ("ends_at", "2024-09-04T14:00:00+01:00", "2025-03-04T14:00:00+00:00")
    ]


def test_a_step_on_an_order_that_was_never_requested_is_impossible(read: Read) -> None:
    """When the request is refused, what follows is told as impossible and not crashed."""
    report = run_case(read(WHOLE.replace("forced_marriage", "fgm")))

    assert [step.verdict for step in report.steps[1:]] == [Verdict.IMPOSSIBLE] * 3
    assert {step.because for step in report.steps[1:]} == {"request"}
    assert not report.ok


# -- under another law


def test_under_another_law_the_file_does_not_bind(read: Read) -> None:
    """What differs is told step by step, and nothing fails."""
    report = run_case(read(WHOLE + REFER), regime="uk-ew-fmpo@2008", as_if=True)

    assert report.ok
    assert not report.own_law
    assert [step.name for step in report.changed] == ["refer"]
    assert report.changed[0].verdict is Verdict.DIFFERS
    assert report.steps[0].verdict is Verdict.SAME
    change = report.changed[0].changes[0]
    assert (change.expected, change.got) == ("accepted", "refused: no_offence")


def test_a_step_that_only_lacks_an_earlier_one_is_impossible_there(read: Read) -> None:
    """What follows from a difference is told as following, with the step it follows from."""
    conclude = REFER.replace("refer", "conclude").replace("ReferIncident", "ConcludeProsecution")
    conclude = conclude.replace('"police"', '"prosecutor"').replace("T10", "T11")
    conclude = conclude.replace('"booking"', '"booking", outcome = "convicted"')
    report = run_case(read(WHOLE + REFER + conclude), regime="uk-ew-fmpo@2008", as_if=True)

    last = report.steps[-1]
    assert (last.verdict, last.because) == (Verdict.IMPOSSIBLE, "refer")
    assert last.outcome.startswith("refused: ")


def test_what_the_file_says_of_the_other_law_binds(read: Read) -> None:
    """`expect_under` is checked under that law and nowhere else."""
    said = REFER + 'expect_under = { "uk-ew-fmpo@2008" = { refused = "no_offence" } }\n'
    wrong = REFER + 'expect_under = { "uk-ew-fmpo@2008" = "accepted" }\n'

    right = run_case(read(WHOLE + said), regime="uk-ew-fmpo@2008", as_if=True)
    assert right.steps[-1].verdict is Verdict.AS_EXPECTED
    assert right.steps[-1].binds
    assert right.steps[-1].changes
    assert not run_case(read(WHOLE + wrong), regime="uk-ew-fmpo@2008", as_if=True).ok
    assert run_case(read(WHOLE + wrong)).ok


def test_a_step_of_another_law_is_lived_there_only(read: Read) -> None:
    """`only_under` keeps a step out of the case's own life."""
    only = SERVE.replace('"serve"', '"serve again"') + (
        'only_under = ["uk-ew-fmpo@2008"]\nassumed = true\nreason = "to show it"\n'
    )
    case = read(HEAD + REQUEST + GRANT + only)

    assert [step.name for step in run_case(case).steps] == ["request", "grant"]
    there = run_case(case, regime="uk-ew-fmpo@2008", as_if=True)
    assert [step.name for step in there.steps][-1] == "serve again"
    assert there.steps[-1].binds


def test_a_law_that_was_not_in_force_admits_nothing_unless_it_counts_as_in_force(
    read: Read,
) -> None:
    """Without `as_if` the request itself is refused, and the rest is impossible."""
    report = run_case(read(WHOLE), regime="uk-ew-fmpo@2008")

    assert report.steps[0].outcome == "refused: regime_not_in_force"
    assert {step.verdict for step in report.steps[1:]} == {Verdict.IMPOSSIBLE}


def test_the_own_law_by_name_is_the_own_law(read: Read) -> None:
    """To ask for the law that the file names is to ask for nothing else."""
    assert run_case(read(WHOLE), regime="uk-ew-fmpo@2014").own_law


def test_a_law_that_there_is_not_is_the_callers_mistake(read: Read) -> None:
    """An unknown regime is told as such."""
    with pytest.raises(UnknownRegime, match="did you mean"):
        run_case(read(WHOLE), regime="uk-ew-fmpo@2012", as_if=True)


def test_an_order_that_is_not_requested_there_leaves_nothing_to_check(read: Read) -> None:
    """Checks on it are impossible; what was known of it can still be asked."""
    checks = """
[[step]]
name = "state"
check = "state"
at = 2024-03-12T12:00:00+00:00
expect = { state = "breached" }

[[step]]
name = "known"
check = "known"
expect = { on_record = true }
"""
    report = run_case(read(WHOLE + checks), regime="uk-ew-fmpo@2008")

    assert report.steps[-2].verdict is Verdict.IMPOSSIBLE
    assert report.steps[-1].verdict is Verdict.DIFFERS
    assert report.ok
