"""A case on a store: lived once, found again, and never on a real log."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from orderflow.casefile import SimulatedClock, open_simulated, run_case
from orderflow.errors import CaseFileError, MixedClock
from orderflow.store import ProtectionOrders
from tests.unit.casefile.conftest import GRANT, HEAD, REPORT, REQUEST, SERVE, WHOLE, Read


def test_running_a_case_again_records_nothing_and_reports_the_same(
    read: Read, tmp_path: Path
) -> None:
    """A second run on the same store finds everything there, refused steps and checks included."""
    refused = GRANT.replace('name = "grant"', 'name = "too soon"').replace('"court"', '"police"')
    check = """
[[step]]
name = "nobody is bound yet"
check = "state"
at = 2024-03-06T12:00:00+00:00
expect = { state = "granted", bound = [] }
"""
    expects = '[step.expect]\nrefused = "not_competent"\n'
    case = read(HEAD + REQUEST + refused + expects + GRANT + check + SERVE + REPORT)
    orders, clock = open_simulated(tmp_path / "cases.db")
    with orders:
        first = run_case(case, orders, clock=clock)
        recorded = len(orders.history(first.orders["order"]))
        second = run_case(case, orders, clock=clock)

        assert len(orders.history(first.orders["order"])) == recorded
    assert first.ok
    assert not first.repeated
    assert second.ok
    assert second.repeated
    assert [step.model_copy(update={"repeated": False}) for step in second.steps] == list(
        first.steps
    )


def test_two_lives_of_a_case_do_not_meet_on_one_store(read: Read) -> None:
    """Under another law the case has other orders."""
    orders, clock = open_simulated()
    case = read(WHOLE)
    own = run_case(case, orders, clock=clock)
    other = run_case(case, orders, clock=clock, regime="uk-ew-fmpo@2008", as_if=True)

    assert own.orders["order"] != other.orders["order"]
    assert not other.repeated
    assert len(list(orders.order_ids())) == 2


def test_a_case_that_was_cut_short_goes_on_where_it_stopped(read: Read) -> None:
    """What is on record is found, what is not is recorded."""
    orders, clock = open_simulated()
    run_case(read(HEAD + REQUEST + GRANT), orders, clock=clock)

    report = run_case(read(WHOLE), orders, clock=clock)

    assert report.ok
    assert [step.repeated for step in report.steps] == [True, True, False, False]


@pytest.mark.parametrize(
    "changed",
    [
        WHOLE.replace('period = "P1Y"', 'period = "P2Y"'),
        HEAD + REQUEST + GRANT + SERVE.replace('"serve"', '"serve first"') + SERVE + REPORT,
    ],
    ids=["a step changed", "a step put in between"],
)
def test_a_changed_case_does_not_fit_what_is_on_record(read: Read, changed: str) -> None:
    """Another form of the case on the same store is refused, with the step that differs."""
    orders, clock = open_simulated()
    run_case(read(WHOLE), orders, clock=clock)

    with pytest.raises(CaseFileError, match="take a new store") as caught:
        run_case(read(changed), orders, clock=clock)

    assert caught.value.step


def test_a_case_drives_the_clock_of_its_store(read: Read) -> None:
    """A store without its clock is the caller's mistake."""
    orders, _ = open_simulated()

    with pytest.raises(ValueError, match="give both"):
        run_case(read(WHOLE), orders)


def test_a_case_is_never_lived_on_a_real_log(read: Read) -> None:
    """A log with a real clock refuses a case, and nothing is recorded."""
    orders = ProtectionOrders.open()

    with pytest.raises(MixedClock):
        run_case(read(WHOLE), orders, clock=SimulatedClock())

    assert list(orders.order_ids()) == []


def test_a_simulated_clock_stands_at_a_moment_with_a_time_zone() -> None:
    """A moment without a zone is the caller's mistake."""
    clock = SimulatedClock()

    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2024, 1, 1))  # noqa: DTZ001 - what the test is about


def test_a_step_that_was_refused_and_now_is_not_does_not_fit(read: Read) -> None:
    """What left no trace in the first run cannot be put in before what came after it."""
    orders, clock = open_simulated()
    before = SERVE.replace('"personal"', '"handed_over"')
    run_case(read(HEAD + REQUEST + GRANT + before + REPORT), orders, clock=clock)

    with pytest.raises(CaseFileError, match="another form of this case") as caught:
        run_case(read(WHOLE), orders, clock=clock)

    assert caught.value.step == "serve"


def test_a_refused_request_is_refused_again_although_a_later_one_was_accepted(read: Read) -> None:
    """A second run decides a refused request on what was on record then: nothing."""
    wrong = REQUEST.replace("request", "wrong").replace("forced_marriage", "fgm")
    case = read(HEAD + wrong + 'expect = { refused = "harm_out_of_scope" }\n' + REQUEST + GRANT)
    orders, clock = open_simulated()

    assert run_case(case, orders, clock=clock).ok
    again = run_case(case, orders, clock=clock)

    assert again.ok
    assert again.repeated
