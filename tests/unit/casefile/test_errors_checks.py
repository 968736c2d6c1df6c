"""A question that cannot be asked is refused with its name and field, before anything is run."""

from __future__ import annotations

import pytest

from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST, SERVE, WHOLE, Read, Refused

CHECK = """
[[step]]
name = "check"
check = "state"
at = 2024-03-05T09:00:00+00:00
expect = { state = "granted" }
"""


def test_a_step_before_any_request_is_refused(refused: Refused) -> None:
    """There is nothing to grant before something is requested."""
    assert refused(HEAD + GRANT + REQUEST.replace("03-04", "03-05")) == (
        "grant",
        "order",
        "no order is requested before this step",
    )


def test_with_several_orders_each_step_names_its_own(refused: Refused) -> None:
    """With two orders, a step that names none is refused, and told which there are."""
    one = REQUEST.replace('do = "R', 'order = "one"\ndo = "R')
    two = one.replace('"one"', '"two"').replace('name = "request"', 'name = "second"')

    assert refused(HEAD + one + two + GRANT) == ("grant", "order", "is missing: there are one, two")


@pytest.mark.parametrize(
    "old,new,field,reason",
    [
        ('check = "state"', 'check = "stat"', "check", "did you mean 'state'"),
        ('{ state = "granted" }', "{}", "expect", "expects nothing"),
        ('state = "granted"', 'state = "grantd"', "expect.state", "did you mean 'granted'"),
        ('state = "granted"', 'stat = "granted"', "expect.stat", "did you mean 'state'"),
        ('state = "granted"', 'bound = ["fater"]', "expect", "did you mean 'father'"),
        ("at = 2024-03-05T09:00:00+00:00\n", "", "at", "is missing"),
        ("+00:00\nexpect", "\nexpect", "at", "without an offset"),
        ('check = "state"', 'check = "assessment"', "expect.state", "unknown field"),
        ('check = "state"', 'check = "known"', "expect.state", "unknown field"),
    ],
)
def test_a_wrong_check_is_told_with_its_field(
    refused: Refused, old: str, new: str, field: str, reason: str
) -> None:
    """A check is refused at the field that is wrong, with the nearest word."""
    assert old in CHECK
    step, found, why = refused(
        WHOLE
        + CHECK.replace("2024-03-05", "2024-03-12").replace(
            old.replace("2024-03-05", "2024-03-12"), new, 1
        )
    )

    assert (step, found) == ("check", field)
    assert reason in why


@pytest.mark.parametrize(
    "question,field,reason",
    [
        ('incident = "boking"\nexpect = { civil = "open" }', "incident", "'booking'"),
        ('person = "father"\nexpect = { civil = "open" }', "at", "or name an incident"),
        (
            'incident = "booking"\nperson = "father"\nexpect = { civil = "open" }',
            "person",
            "leave it out",
        ),
        ('incident = "booking"\nexpect = { civil = "opn" }', "expect.civil", "mean 'open'"),
        ('incident = "booking"\nexpect = { civil = {} }', "expect.civil", 'write "open"'),
        (
            'incident = "booking"\nexpect = { civil = { closed = ["no_offense"] } }',
            "expect.civil.closed.0",
            "did you mean 'no_offence'",
        ),
        (
            (
                'incident = "booking"\nasked_by = { role = "police", person = "oficer" }\n'
                'expect = { civil = "open" }'
            ),
            "asked_by.person",
            "nobody in the cast",
        ),
    ],
)
def test_a_wrong_question_about_conduct_is_told_with_its_field(
    refused: Refused, question: str, field: str, reason: str
) -> None:
    """A question about conduct names an incident, or says whose conduct, when and against what."""
    step, found, why = refused(
        WHOLE + f'\n[[step]]\nname = "check"\ncheck = "assessment"\n{question}'
    )

    assert (step, found) == ("check", field)
    assert reason in why


@pytest.mark.parametrize(
    "check,field,reason",
    [
        ('check = "term"\nat = 2024-03-12T09:00:00Z\nterm = "no-arr"', "term", "no step makes a"),
        ('check = "known"', "expect.events", "did you mean 'OrderGranted'"),
    ],
)
def test_names_in_other_checks_are_known(
    refused: Refused, check: str, field: str, reason: str
) -> None:
    """A term or an event that a check names is one that there is."""
    answer = "{ holds = true }" if "term" in check else '{ events = ["OrderGrnted"] }'
    step, found, why = refused(WHOLE + f'\n[[step]]\nname = "check"\n{check}\nexpect = {answer}')

    assert (step, found) == ("check", field)
    assert reason in why


def test_a_step_that_is_meant_to_be_refused_may_name_what_is_not_there(read: Read) -> None:
    """Somebody unknown may be served in a file, where it says that this is refused."""
    unknown = SERVE.replace('person = "father"', 'person = "stranger"')

    read(HEAD + REQUEST + GRANT + unknown + 'expect = { refused = "no_such_person" }')
