"""A step that cannot be run is refused with its name and field, before anything is run."""

from __future__ import annotations

import pytest

from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST, WHOLE, Refused


@pytest.mark.parametrize(
    "old,new,step,field,reason",
    [
        ('do = "GrantOrder"', 'do = "GrandOrder"', "grant", "do", "did you mean 'GrantOrder'"),
        ('do = "GrantOrder"', 'make = "GrantOrder"', "grant", "do", "either 'do'"),
        ('do = "GrantOrder"', 'do = "GrantOrder"\nreport = true', "grant", "report", "unknown f"),
        ('name = "serve"\n', "", "#3", "name", "is missing"),
        ('name = "serve"', 'name = "grant"', "grant", "step", "stands twice"),
        ('role = "court"', 'role = "cout"', "grant", "actor.role", "did you mean 'court'"),
        ('role = "court"', 'role = "court", person = "judge"', "grant", "actor.person", "nobody"),
        ('role = "court"', 'rol = "court"', "grant", "actor.rol", "did you mean 'role'"),
        ('actor = { role = "court" }\n', "", "grant", "actor", "is missing"),
        ('actor = { role = "court" }', 'actor = "court"', "grant", "actor", "must be a table"),
        ('kind = "prohibition"', 'kind = "ban"', "grant", "with.terms.0.kind", "not one of"),
        ('id = "no-arr', 'nid = "no-arr', "grant", "with.terms.0.nid", "did you mean 'id'"),
        ('period = "P1Y"', 'period = "1 y"', "grant", "with.duration.period", "not a period"),
        ('kind = "for"', 'kind = "fro"', "grant", "with.duration.kind", "did you mean 'for'"),
        ('kind = "for", ', "", "grant", "with.duration.kind", "is missing"),
        ("with = { person", "with = { persn", "serve", "with.persn", "did you mean 'person'"),
        ("version = 1", "version = '1'", "serve", "with.version", "valid integer"),
        ("version = 1, ", "", "serve", "with.version", "is missing"),
        ("version = 1", "version = 1, actor = 1", "serve", "with.actor", "the step itself"),
        ('person = "father", v', 'person = "farther", v', "serve", "with.person", "'father'"),
        ('binds = ["father"]', 'binds = ["faher"]', "grant", "with.terms.0.binds.0", "'father'"),
        (
            'term = "no-arr',
            'term = "no-arrr',
            "report",
            "with.term",
            "did you mean 'no-arrangement'",
        ),
        (
            "without_notice = true }",
            "regime = 'uk-ew-fmpo@2012' }",
            "request",
            "with.regime",
            "did you mean 'uk-ew-fmpo@20",
        ),
        (
            "without_notice = true }",
            "protected_persons = ['dauhter'] }",
            "request",
            "with.protected_persons",
            "did you mean 'daughter'",
        ),
        (
            "without_notice = true }",
            "respondents = [{ id = 'father' }] }",
            "request",
            "with.respondents",
            "is a list of people of the cast",
        ),
    ],
)
def test_a_wrong_step_is_told_with_its_field(
    refused: Refused, old: str, new: str, step: str, field: str, reason: str
) -> None:
    """A step is refused at the field that is wrong, with the nearest word."""
    assert old in WHOLE
    found_step, found_field, why = refused(WHOLE.replace(old, new, 1))

    assert (found_step, found_field) == (step, field)
    assert reason in why


@pytest.mark.parametrize(
    "added,field,reason",
    [
        ('expect = "acepted"', "expect", "did you mean 'accepted'"),
        ('expect = { refused = "not_comptent" }', "expect.refused", "did you mean 'not_competent'"),
        ('expect = { refused = "not_competent", at = 1 }', "expect.at", "unknown field"),
        ('events = ["OrderGrantd"]', "events.0", "did you mean 'OrderGranted'"),
        ("events = []", "events", "at least 1 item"),
        ("assumed = true", "reason", "is missing"),
        ('reason = "because"', "reason", "'assumed = true'"),
        ('only_under = ["uk-ew-fmpo@2008"]', "only_under", "needs 'assumed = true'"),
        ('order = "ordr"', "order", "no order 'ordr'"),
        (
            'expect_under = { "uk-ew-fmpo@2018" = "accepted" }',
            "expect_under.uk-ew-fmpo@2018",
            "no regime 'uk-ew-fmpo@2018'; did you mean",
        ),
        (
            'expect_under = { "uk-ew-fmpo@2014" = "accepted" }',
            "expect_under.uk-ew-fmpo@2014",
            "is the regime of the case itself",
        ),
        (
            'expect = { refused = "not_competent" }\nevents = ["OrderGranted"]',
            "events",
            "a step that is refused records no events",
        ),
    ],
)
def test_what_a_step_expects_is_checked(
    refused: Refused, added: str, field: str, reason: str
) -> None:
    """An expectation that cannot be meant is refused."""
    spoiled = HEAD + REQUEST + GRANT.replace('do = "GrantOrder"', f'do = "GrantOrder"\n{added}')
    step, found, why = refused(spoiled)

    assert (step, found) == ("grant", field)
    assert reason in why
