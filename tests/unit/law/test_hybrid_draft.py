"""The Dutch draft decides nothing; a scenario answers every question of the letter."""

from __future__ import annotations

import pytest

from orderflow.errors import NotDecided
from orderflow.law import Provision, Regime, RegimeRegister, references
from orderflow.law.regime import PROVISION_FIELDS

REGISTER = RegimeRegister.packaged()
LETTER = "nl/brief-over-grenzen-2025/hybride-bevelen"
SCENARIOS = ["nl-hybrid-draft@2025+civil", "nl-hybrid-draft@2025+administrative"]
QUESTIONS = list(references().questions)


def provision(regime: Regime, field: str) -> Provision[object]:
    """Find a provision by its dotted field."""
    return dict(regime.provisions())[field]


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_of_the_letter_is_open(question: str) -> None:
    """Every field that waits for an answer raises `NotDecided` naming the question."""
    draft = REGISTER.get("nl-hybrid-draft@2025")

    for field in references().questions[question].fields:
        with pytest.raises(NotDecided) as caught:
            provision(draft, field).decided()
        assert caught.value.question == question
        assert caught.value.law == (LETTER,)


def test_the_draft_decides_nothing() -> None:
    """No value of the draft is ours, and no field has a question that is not registered for it."""
    draft = REGISTER.get("nl-hybrid-draft@2025")
    asked = {field: one.key for one in references().questions.values() for field in one.fields}

    assert draft.draft
    for field, one in draft.provisions():
        assert one.value is None
        assert one.question == asked.get(field)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_answers_every_question(scenario: str) -> None:
    """With a scenario each field of the ten questions has a value, and names what it answers."""
    regime = REGISTER.get(scenario)

    assert regime.draft
    for question in references().questions.values():
        for field in question.fields:
            answer = provision(regime, field)
            assert answer.value is not None
            assert answer.question == question.key


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_value_of_a_scenario_is_assumed(scenario: str) -> None:
    """Nothing in a scenario looks like law."""
    for field, one in REGISTER.get(scenario).provisions():
        if one.value is not None:
            assert one.assumed, field
            assert not one.verified, field
            assert one.source == (LETTER,), field
            assert one.choice in {"INT-031", "INT-032", "INT-053"}, field


def test_the_scenarios_are_worth_comparing() -> None:
    """They differ in form, authority, duration, review and penalty."""
    rows = {row.field for row in REGISTER.compare(SCENARIOS[0], SCENARIOS[1])}

    assert rows >= {
        "form.legal_nature",
        "competence.grant",
        "applicants.as_of_right",
        "respondents.several",
        "duration.max_total",
        "without_notice.return_hearing",
        "breach.max_penalty",
        "civil.route",
    }


def test_fields_of_questions_exist() -> None:
    """A question waits on fields that a rule can ask for."""
    for question in references().questions.values():
        assert set(question.fields) <= set(PROVISION_FIELDS)
