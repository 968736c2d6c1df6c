"""`orderflow assess`: the question at the gate, answered first."""

from __future__ import annotations

import pytest

from tests.unit.cli.support import CONDUCT, QUESTION, Log, Type


def test_the_answer_comes_first(typed: Type, log: Log) -> None:
    """The first line is the criminal route, then its reason with its source; exit code 0."""
    answer = typed("assess", log.first, "--db", log.place, *QUESTION)

    assert answer.code == 0
    assert answer.out.splitlines()[0] == "Criminal route: CLOSED"
    assert answer.out.splitlines()[1].endswith("[no_offence]")
    assert "[gb-eaw/case/ru-2013-ewhc-2350]" in answer.out
    assert "Civil route: OPEN – at most 2 years in custody" in answer.out


def test_under_later_law_the_criminal_route_is_open(typed: Type, log: Log) -> None:
    """The same conduct under the law of 2014: open, with the longest custody and who may act."""
    answer = typed("assess", log.second, "--db", log.place, *QUESTION)

    assert answer.out.splitlines()[0] == "Criminal route: OPEN – at most 5 years in custody"
    assert "May be taken by: police." in answer.out


def test_an_open_route_is_called_no_finding(typed: Type, log: Log) -> None:
    """The page says that an open route does not establish a breach."""
    answer = typed("assess", log.second, "--db", log.place, *QUESTION)

    assert "An open route is not a finding that the order was broken" in answer.flat


def test_before_anybody_knew_both_routes_are_closed(typed: Type, log: Log) -> None:
    """Conduct before the mother knew closes both routes; that is an answer, so exit code 0."""
    asked = (*QUESTION[:-1], "2012-12-01T12:00+00:00")
    document = typed("assess", log.second, "--db", log.place, *asked, "--json").document

    assert document["criminal"]["status"] == "closed"
    assert [reason["code"] for reason in document["civil"]["reasons"]] == ["not_aware"]


@pytest.mark.parametrize(
    "actor, status",
    [
        ("police", "closed"),
        ("border-guard", "closed"),
        ("protected_person/protected-person", "open"),
        ("police/bedfordshire-police", "closed"),
        ("attorney_general", "open"),
    ],
)
def test_who_asks_counts(typed: Type, log: Log, actor: str, status: str) -> None:
    """A lack of standing closes the civil route for whoever would act."""
    asked = typed("assess", log.first, "--db", log.place, *QUESTION, "--as", actor, "--json")

    assert asked.document["civil"]["status"] == status


def test_a_place_abroad_counts(typed: Type, log: Log) -> None:
    """Conduct abroad is for a human to judge where the reach of the offence is unsettled."""
    answer = typed("assess", log.second, "--db", log.place, *QUESTION, "--place", "abroad")

    assert answer.out.startswith("Criminal route: A HUMAN MUST WEIGH")
    assert "[jurisdiction_review]" in answer.out


@pytest.mark.parametrize(
    "changed, says",
    [
        ({"--person": "father"}, "no person 'father' in this order; there are: mother, protected-"),
        ({"--term": "t9"}, "no term 't9' in any version of this order; there are: no-ceremony"),
        ({"--conduct-at": "2013-03-01T12:00"}, "Europe/London: write 2013-03-01T12:00+00:00"),
        ({"--conduct-at": "soon"}, "--conduct-at 'soon' is not a date and time"),
        ({"--as": "sheriff"}, "--as 'sheriff' is no role; there are: protected_person, "),
        ({"--as": "police/a b"}, "'a b' is neither a person of this order nor an office"),
        ({"--place": "moon"}, "invalid choice: 'moon'"),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
def test_a_slip_never_looks_like_an_answer(
    typed: Type, log: Log, changed: dict[str, str], says: str
) -> None:
    """A name that nobody recorded, and what cannot be read, are wrong use and no answer."""
    asked = {"--person": "mother", "--term": "no-ceremony", "--conduct-at": CONDUCT, **changed}
    argv = [part for pair in asked.items() for part in pair]

    answer = typed("assess", log.first, "--db", log.place, *argv)

    assert (answer.code, answer.out) == (2, "")
    assert says in answer.err
    assert answer.err.count("\n") == 1


def test_as_it_was_known(typed: Type, log: Log) -> None:
    """`--known-at` asks what could be answered then: nothing yet showed that she knew."""
    argv = (*QUESTION, "--known-at", "2013-01-01T00:00Z")
    answer = typed("assess", log.second, "--db", log.place, *argv)

    assert answer.out.splitlines()[0] == "Criminal route: CLOSED"
    assert "As known on 1 January 2013, 00:00" in answer.flat


def test_in_dutch(typed: Type, log: Log) -> None:
    """With `--lang nl` the answer, its reason and the title of its source are Dutch."""
    answer = typed("assess", log.first, "--db", log.place, *QUESTION, "--lang", "nl")

    assert answer.out.splitlines()[0] == "Strafrechtelijke weg: GESLOTEN"
    assert "Overtreding van dit bevel is geen strafbaar feit. [no_offence]" in answer.flat
