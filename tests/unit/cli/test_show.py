"""`orderflow show`: what is on record of an order, and what the law makes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderflow.casefile import open_simulated, published_cases, read_case, run_case
from orderflow.law.vocabulary import Channel, Harm, Role
from orderflow.order.commands import RequestOrder
from orderflow.order.values import Actor, Person
from orderflow.store import ProtectionOrders
from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST
from tests.unit.cli.support import Log, Type, real_log


@pytest.fixture(scope="module")
def shown_log(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return a log with every published case, and the ids of its orders by case."""
    place = tmp_path_factory.mktemp("all") / "all.db"
    orders, clock = open_simulated(place)
    with orders:
        reports = [run_case(case, orders, clock=clock) for case in published_cases()]
    found = {
        f"{report.case}/{name}": str(order_id)
        for report in reports
        for name, order_id in report.orders.items()
    }
    return {"db": str(place), **found}


def test_a_page_tells_state_terms_people_and_routes(typed: Type, log: Log) -> None:
    """The page shows position, law, terms, who is bound, and each incident with both routes."""
    page = typed("show", log.first, "--db", log.place)

    assert page.code == 0
    assert "Position breached (alleged), on 20 May 2013, 12:00" in page.flat
    assert "Who is bound: 1 of 1 persons, version 1" in page.out
    assert "no-ceremony: prohibition, cause or permit no marriage ceremony" in page.flat
    assert "with power of arrest" in page.flat
    assert "Criminal route: CLOSED" in page.out
    assert "[no_offence] Bedfordshire Police v RU [2013] EWHC 2350 (Fam)" in page.flat
    assert "Civil route: OPEN – at most 2 years in custody" in page.out


@pytest.mark.parametrize(
    "said, english, dutch, plain",
    [
        ("", "silent on place", "zwijgt over de plaats", None),
        ("abroad = false", "not abroad", "niet in het buitenland", False),
        ("abroad = true", "abroad too", "ook in het buitenland", True),
    ],
)
def test_a_term_tells_what_it_says_of_place(
    typed: Type, tmp_path: Path, said: str, english: str, dutch: str, plain: bool | None
) -> None:
    """Silent on place is another thing than confined to the country."""
    orders, clock = open_simulated(tmp_path / "ours.db")
    case = read_case(HEAD + REQUEST + GRANT + said, file="ours.toml")
    with orders:
        report = run_case(case, orders, clock=clock)
    (order,) = report.orders.values()
    argv = ("show", str(order), "--db", str(tmp_path / "ours.db"))

    assert f"; binds father; {english}" in typed(*argv).flat
    assert f"; bindt father; {dutch}" in typed(*argv, "--lang", "nl").flat
    assert typed(*argv, "--json").document["versions"][0]["terms"][0]["abroad"] is plain


def test_breached_is_called_an_allegation(typed: Type, log: Log) -> None:
    """Where the state is shown as breached, the page says that nobody has found so."""
    assert "is an allegation with a route open to it, not a finding" in (
        typed("show", log.first, "--db", log.place).flat
    )


def test_a_simulation_says_so(typed: Type, log: Log) -> None:
    """A simulated log is named as such at the top, and so is where the moment comes from."""
    page = typed("show", log.first, "--db", log.place)

    assert "SIMULATION" in page.out.splitlines()[2]
    assert "the moment of the last record" in page.flat


def test_no_line_is_wider_than_the_page(typed: Type, shown_log: dict[str, str]) -> None:
    """Every published case fits in 80 columns, in both languages."""
    for order in [value for key, value in shown_log.items() if key != "db"]:
        for lang in ("en", "nl"):
            for command in ("show", "history"):
                page = typed(command, order, "--db", shown_log["db"], "--lang", lang)

                assert page.code == 0
                assert max(map(len, page.out.splitlines())) <= 80


def test_another_moment_gives_another_position(typed: Type, log: Log) -> None:
    """`--at` asks for the legal position at that moment, whoever is bound by then."""
    before = typed("show", log.first, "--db", log.place, "--at", "2013-01-01T00:00Z", "--json")
    none = typed("show", log.first, "--db", log.place, "--at", "2012-01-01T00:00Z")

    assert before.document["state"] == "granted"
    assert before.document["state_by_record"] == "breached"
    assert before.document["binding"]["bound"] == 0
    assert before.document["at_is"] == "given"
    assert "not yet requested" in none.flat


def test_what_was_known_leaves_out_what_came_later(typed: Type, log: Log) -> None:
    """`--known-at` shows the order as it was known, and says so."""
    known = typed("show", log.first, "--db", log.place, "--known-at", "2013-05-01T00:00Z")
    document = typed(
        "show", log.first, "--db", log.place, "--known-at", "2013-05-01T00:00Z", "--json"
    ).document

    assert "As known on 1 May 2013, 01:00; what was recorded later is left out." in known.flat
    assert document["state_by_record"] == "served"
    assert document["incidents"] == []


def test_other_law_is_named_as_hypothetical(typed: Type, log: Log) -> None:
    """An order lived under law that was not in force says so beside its law."""
    assert "[uk-ew-fmpo@2014]; as if it had been in force" in (
        typed("show", log.second, "--db", log.place).flat
    )


def test_dutch_is_dutch(typed: Type, log: Log) -> None:
    """With `--lang nl` labels, words and reasons are Dutch."""
    page = typed("show", log.first, "--db", log.place, "--lang", "nl").flat

    assert "Rechtspositie overtreden (gesteld)" in page
    assert (
        "Strafrechtelijke weg: GESLOTEN Overtreding van dit bevel is geen strafbaar feit." in page
    )
    for english in ("Criminal", "bound", "Request", "until"):
        assert english not in page


def test_a_real_log_is_shown_as_of_now(typed: Type) -> None:
    """In a log with a real clock the position is that of now, and nothing says simulation."""
    real_log(Path("real.db"))
    with ProtectionOrders.open("real.db", create=False) as orders:
        done = orders.handle(
            RequestOrder(
                occurred_at=datetime.now(UTC),
                actor=Actor(role=Role.PROTECTED_PERSON, person="daughter"),
                regime="uk-ew-fmpo",
                harms=(Harm.FORCED_MARRIAGE,),
                protected_persons=(Person(id="daughter"),),
                respondents=(Person(id="father"),),
                has_lawyer=True,
                channel=Channel.PAPER,
            )
        )

    page = typed("show", str(done.order_id), "--db", "real.db")

    assert page.code == 0
    assert "SIMULATION" not in page.out
    assert ", now, " in page.flat
    assert "requested" in page.flat
