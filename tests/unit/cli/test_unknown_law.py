"""An order whose law is not at hand can be read, and says so; it is not judged."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderflow.law import Harm, RegimeRegister, Role
from orderflow.law.vocabulary import InformMethod, TermKind, TermSubject
from orderflow.order.commands import (
    GrantOrder,
    InformPerson,
    RefuseOrder,
    ReportIncident,
    RequestOrder,
)
from orderflow.order.values import Actor, OpenEnded, Person, Place, Term
from orderflow.store import ProtectionOrders
from tests.unit.cli.support import Type

COURT = Actor(role=Role.COURT)
SHE = Actor(role=Role.PROTECTED_PERSON, person="daughter")
LAW = """
id = "xx-own-law@2020"
extends = "uk-ew-fmpo@2014"
title = { en = "A law of their own", nl = "Een eigen wet" }
in_force_from = 2020-01-01
"""


def hour(number: int) -> datetime:
    """Return a moment on the day of the case."""
    return datetime(2024, 3, 4, number, tzinfo=UTC)


def request() -> RequestOrder:
    """Return the request."""
    return RequestOrder(
        occurred_at=hour(9),
        actor=SHE,
        regime="xx-own-law",
        harms=(Harm.FORCED_MARRIAGE,),
        protected_persons=(Person(id="daughter"),),
        respondents=(Person(id="father"),),
    )


@pytest.fixture
def own_law(tmp_path: Path) -> RegimeRegister:
    """Return a register with a law that does not ship."""
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "xx-own-law@2020.toml").write_text(LAW, encoding="utf-8")
    return RegimeRegister.from_folder(folder)


@pytest.fixture
def order(own_law: RegimeRegister) -> str:
    """Return an order under that law, with an incident, in `own.db`."""
    term = Term(
        id="t1", kind=TermKind.PROHIBITION, subject=TermSubject.NO_CONTACT, binds=("father",)
    )
    with ProtectionOrders.open("own.db", regimes=own_law) as orders:
        order_id = orders.handle(request()).order_id
        for command in (
            GrantOrder(
                occurred_at=hour(10),
                actor=COURT,
                order_id=order_id,
                terms=(term,),
                duration=OpenEnded(),
            ),
            InformPerson(
                occurred_at=hour(10),
                actor=COURT,
                order_id=order_id,
                person="father",
                version=1,
                method=InformMethod.PRESENT_WHEN_MADE,
                terms_told=True,
            ),
            ReportIncident(
                occurred_at=hour(12),
                actor=SHE,
                order_id=order_id,
                incident="i1",
                person="father",
                term="t1",
                conduct_at=hour(11),
                place=Place.HOME_COUNTRY,
            ),
        ):
            orders.handle(command)
    return str(order_id)


def test_it_is_shown_with_the_assessment_on_record(typed: Type, order: str) -> None:
    """The page says that the law is not at hand; moments are in UTC; the routes are as recorded."""
    page = typed("show", order, "--db", "own.db")
    document = typed("show", order, "--db", "own.db", "--json").document

    assert page.code == 0
    assert "The law that this order pinned is not at hand unchanged" in page.flat
    assert "Times are those of UTC." in page.out
    assert "[xx-own-law@2020]" in page.flat
    assert not document["regime"]["readable"]
    assert document["incidents"][0]["criminal"]["status"] == "open"


def test_its_history_is_told(typed: Type, order: str) -> None:
    """The history needs no law."""
    assert "The order was made" in typed("history", order, "--db", "own.db").flat


def test_it_is_not_judged(typed: Type, order: str) -> None:
    """There is no answer without the law: exit code 1, and the law is named."""
    question = ("--person", "father", "--term", "t1", "--conduct-at", "2024-03-04T11:00Z")

    asked = typed("assess", order, "--db", "own.db", *question)

    assert (asked.code, asked.out) == (1, "")
    assert "(xx-own-law@2020) is not at hand unchanged" in asked.err


def test_the_hint_for_a_moment_names_no_zone(typed: Type, order: str) -> None:
    """Without the law nobody knows its zone, and none is guessed."""
    asked = typed("show", order, "--db", "own.db", "--at", "2024-03-04T11:00")

    assert "add one, such as 2024-03-04T11:00+00:00" in asked.err


def test_a_refused_request_says_why_there_is_no_order(typed: Type, own_law: RegimeRegister) -> None:
    """An order that came to nothing is shown as lapsed, with the reason."""
    with ProtectionOrders.open("refused.db", regimes=own_law) as orders:
        order_id = orders.handle(request()).order_id
        orders.handle(RefuseOrder(occurred_at=hour(10), actor=COURT, order_id=order_id))

    page = typed("show", str(order_id), "--db", "refused.db")

    assert "lapsed (the request was refused), now," in page.flat
    assert "Who is bound" not in page.out
