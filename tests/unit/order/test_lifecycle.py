"""The machine: six states, declared once."""

from __future__ import annotations

import pytest

from orderflow.order.lifecycle import STEPS, machine, permitted
from orderflow.order.values import State


def test_the_machine_has_six_states_and_begins_with_a_request() -> None:
    """And no transition but those that are declared."""
    assert set(machine().states) == {state.value for state in State}
    assert machine().initial == State.REQUESTED.value
    assert not any(trigger.startswith("to_") for trigger in machine().events)


def test_the_table_is_read_off_the_machine() -> None:
    """Every arrow of the declaration is in it and no other."""
    arrows = {(t, s, d) for (t, s), dests in permitted().items() for d in dests}

    assert arrows == {tuple(step) for step in STEPS}
    assert len(STEPS) == len(set(STEPS))


@pytest.mark.parametrize("state", [state for state in State if state is not State.LAPSED])
def test_every_state_can_be_left_for_the_end(state: State) -> None:
    """Every order can come to its end."""
    assert any(
        State.LAPSED in dests for (_, source), dests in permitted().items() if source is state
    )


def test_nothing_leads_back_to_the_request() -> None:
    """An order that was decided on is never only asked for again."""
    back = {(t, s) for (t, s), dests in permitted().items() if State.REQUESTED in dests}

    assert {source for _, source in back} == {State.REQUESTED}


@pytest.mark.parametrize(
    "trigger, sources",
    [
        ("grant", {State.REQUESTED}),
        ("refuse", {State.REQUESTED}),
        ("withdraw", {State.REQUESTED}),
        ("accept_undertaking", {State.REQUESTED}),
        ("restore", {State.LAPSED}),
        ("report_incident", set(State) - {State.REQUESTED}),
        ("refer", set(State) - {State.REQUESTED}),
    ],
)
def test_a_trigger_starts_from_the_states_of_the_design(trigger: str, sources: set[State]) -> None:
    """As the table of the design has it."""
    assert {source for name, source in permitted() if name == trigger} == sources
