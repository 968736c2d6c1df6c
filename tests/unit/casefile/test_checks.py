"""Checks: any moment, as known at any other."""

from __future__ import annotations

import pytest

from orderflow.casefile import run_case
from tests.unit.casefile.conftest import GRANT, HEAD, REPORT, REQUEST, SERVE, WHOLE, Read

LATE = SERVE.replace("+00:00\n", "+00:00\nrecorded_at = 2024-03-20T09:00:00+00:00\n", 1)
CASE = HEAD + REQUEST + GRANT + REPORT + LATE


def asked(read: Read, question: str, case: str = CASE) -> dict[str, tuple[str, str]]:
    """Ask one check at the end of the case; return what was expected and found."""
    report = run_case(read(f'{case}\n[[step]]\nname = "check"\n{question}'))
    return {answer.field: (answer.expected, answer.got) for answer in report.steps[-1].answers}


@pytest.mark.parametrize(
    "question",
    [
        'check = "state"\nat = 2024-03-03T12:00:00Z\nexpect = { state = "not_requested" }',
        'check = "state"\nat = 2024-03-04T13:59:59Z\nexpect = { state = "requested", version = 0 }',
        (
            'check = "state"\nat = 2024-03-06T12:00:00Z\nexpect = { state = "served", version = 1, '
            'bound = ["father"], recorded = "breached" }'
        ),
        (
            'check = "state"\nat = 2024-03-06T12:00:00Z\nknown_at = 2024-03-19T12:00:00Z\n'
            'expect = { state = "granted", bound = [] }'
        ),
        (
            'check = "state"\nat = 2024-03-06T12:00:00Z\nknown_at = 2024-03-01T12:00:00Z\n'
            'expect = { state = "not_requested", recorded = "not_requested" }'
        ),
        (
            'check = "assessment"\nincident = "booking"\n'
            'expect = { criminal = "open", civil = "open", bound = "served_personally", '
            'in_force = true, version = 1, criminal_maximum = "P5Y", civil_maximum = "P2Y" }'
        ),
        (
            'check = "assessment"\nincident = "booking"\nknown_at = 2024-03-19T12:00:00Z\n'
            'expect = { criminal = { closed = ["not_aware"] }, civil = "closed", '
            'bound = "not_bound" }'
        ),
        (
            'check = "assessment"\nat = 2024-03-10T12:00:00Z\nperson = "father"\n'
            'term = "no-arrangement"\nplace = "abroad"\n'
            'expect = { criminal = "needs_review", civil = { needs_review = '
            '["jurisdiction_review"] } }'
        ),
        (
            'check = "assessment"\nat = 2024-03-01T12:00:00Z\nperson = "father"\n'
            'term = "no-arrangement"\n'
            'expect = { criminal = "closed", in_force = false, version = 0 }'
        ),
        (
            'check = "assessment"\nincident = "booking"\n'
            'asked_by = { role = "third_party", office = "somebody" }\n'
            'expect = { civil = { closed = ["no_standing"] } }'
        ),
        (
            'check = "period"\nat = 2024-03-04T14:00:00Z\nexpect = { in_force = true, '
            'since = 2024-03-04T14:00:00Z, ends_at = 2025-03-04T14:00:00Z, cause = "expired" }'
        ),
        'check = "period"\nat = 2025-03-04T14:00:00Z\nexpect = { in_force = false }',
        (
            'check = "term"\nat = 2024-03-05T12:00:00Z\nterm = "no-arrangement"\nexpect = { '
            'holds = true, kind = "prohibition", subject = "no_marriage_arrangement", '
            'binds = ["father"], ends_at = "open_ended", review_at = "open_ended" }'
        ),
        (
            'check = "term"\nat = 2024-03-04T13:00:00Z\nterm = "no-arrangement"\n'
            "expect = { holds = false }"
        ),
        (
            'check = "known"\nexpect = { on_record = true, recorded = "breached", '
            'incidents = ["booking"], events = ["OrderRequested", "OrderGranted", '
            '"ReturnHearingListed", "IncidentReported", "OrderServed", "IncidentReassessed"] }'
        ),
        (
            'check = "known"\nknown_at = 2024-03-04T10:00:00Z\nexpect = { on_record = true, '
            'recorded = "requested", events = ["OrderRequested"], incidents = [] }'
        ),
        'check = "known"\nknown_at = 2024-03-04T08:00:00Z\nexpect = { on_record = false }',
    ],
)
def test_a_check_answers_for_its_moment_as_known_at_another(read: Read, question: str) -> None:
    """Each question gets the answer of its two times."""
    answers = asked(read, question)

    assert answers
    assert all(expected == got for expected, got in answers.values()), answers


@pytest.mark.parametrize(
    "said, civil",
    [
        ("abroad = false", '{ closed = ["term_home_only"] }'),
        ("", '{ needs_review = ["jurisdiction_review"] }'),
        ("abroad = true", '"open"'),
    ],
)
def test_what_a_term_says_of_place_decides_what_is_asked_abroad(
    read: Read, said: str, civil: str
) -> None:
    """A file that says nothing of place leaves conduct abroad to a human."""
    question = (
        'check = "assessment"\nat = 2024-03-10T12:00:00Z\nperson = "father"\n'
        f'term = "no-arrangement"\nplace = "abroad"\nexpect = {{ civil = {civil} }}'
    )
    answers = asked(read, question, HEAD + REQUEST + GRANT + said + LATE)

    assert answers
    assert all(expected == got for expected, got in answers.values()), answers


@pytest.mark.parametrize(
    "said,got",
    [
        ('criminal = "closed"', ("closed", "open")),
        ('criminal = { closed = ["not_aware"] }', ("closed: not_aware", "open: none")),
        ("criminal = { needs_review = [] }", ("needs_review: none", "open: none")),
        ("in_force = false", ("no", "yes")),
        ('bound = "informed"', ("informed", "served_personally")),
    ],
)
def test_a_wrong_answer_is_told_beside_the_right_one(
    read: Read, said: str, got: tuple[str, str]
) -> None:
    """What the file says and what was found stand side by side in the same words."""
    answers = asked(read, f'check = "assessment"\nincident = "booking"\nexpect = {{ {said} }}')

    assert list(answers.values()) == [got]


def test_a_check_sees_nothing_that_stands_below_it(read: Read) -> None:
    """In the middle of a file, the order is as the steps above have left it."""
    check = """
[[step]]
name = "check"
check = "state"
at = 2024-03-12T12:00:00+00:00
expect = { state = "granted", recorded = "granted" }
"""
    assert run_case(read(HEAD + REQUEST + GRANT + check + SERVE + REPORT)).ok


def test_conduct_against_an_order_not_yet_known_cannot_be_judged(read: Read) -> None:
    """As known before the request, there is no order and no law to judge by."""
    question = (
        'check = "assessment"\nat = 2024-03-10T12:00:00Z\nperson = "father"\n'
        'term = "no-arrangement"\nknown_at = 2024-03-01T12:00:00Z\n'
    )

    assert (
        asked(read, question + 'expect = { civil = "open" }')["civil"][1] == "nothing to ask it of"
    )


def test_an_incident_that_was_not_yet_reported_cannot_be_asked_about(read: Read) -> None:
    """As known before the report, there is no incident: the check says so and does not crash."""
    question = 'check = "assessment"\nincident = "booking"\nknown_at = 2024-03-05T12:00:00Z\n'

    assert asked(read, question + 'expect = { civil = "open" }', WHOLE) == {
        "civil": ("an answer", "nothing to ask it of")
    }
