"""`orderflow history`: each event in a sentence, with both times, who acted, and the law."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from orderflow.order import events as e
from orderflow.order.events.base import Event
from orderflow.telling.events import Teller, told, untold
from tests.unit.cli.support import Log, Type

AT = datetime(2025, 3, 3, 13, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


def test_every_event_can_be_told() -> None:
    """There is a sentence for every kind of event."""
    assert untold(e.ALL) == ()


def test_an_event_of_a_later_version_is_told_by_its_name() -> None:
    """An event that nobody wrote a sentence for is not left out."""

    class SomethingNew(Event):
        pass

    assert told(SomethingNew(occurred_at=AT), Teller("en", LONDON)) == "SomethingNew"


def test_history_tells_events_in_order_with_actor_and_source(typed: Type, log: Log) -> None:
    """Each event stands with its number, moment, sentence, actor and source by title and key."""
    page = typed("history", log.second, "--db", log.place)

    assert page.code == 0
    assert page.flat.index("An order against forced marriage was asked for") < page.flat.index(
        "Incident ceremony was referred to the prosecutor."
    )
    assert " 20 May 2013, 14:00" in page.flat
    assert "By: police (bedfordshire-police)" in page.out
    assert "s. 63CA: offence of breaching an order [gb-eaw/fla-1996/s-63ca]" in page.flat
    assert "A report is an allegation, not a finding." in page.flat


def test_history_in_dutch(typed: Type, log: Log) -> None:
    """With `--lang nl` the sentences, labels and titles are Dutch."""
    page = typed("history", log.second, "--db", log.place, "--lang", "nl").flat

    assert "Melding ceremony werd ingezonden bij het openbaar ministerie." in page
    assert "Door: politie (bedfordshire-police)" in page
    assert "overtreding van een bevel als misdrijf" in page


def test_history_as_it_was_known(typed: Type, log: Log) -> None:
    """`--known-at` leaves out what was recorded later, and says so."""
    page = typed("history", log.first, "--db", log.place, "--known-at", "2013-01-01T00:00Z")

    assert "As known on 1 January 2013, 00:00." in page.flat
    assert "Incident" not in page.out


def test_history_as_json_holds_the_events_as_recorded(typed: Type, log: Log) -> None:
    """The JSON holds each event with both times, its fields, and a sentence in both languages."""
    document = typed("history", log.second, "--db", log.place, "--json").document
    last = document["events"][-1]

    assert [event["version"] for event in document["events"]] == list(
        range(1, len(document["events"]) + 1)
    )
    assert last["type"] == "IncidentReferred"
    assert last["occurred_at"] == "2013-05-20T13:00:00Z"
    assert last["sentence_nl"].startswith("Melding ceremony werd ingezonden")
    assert last["event"]["incident"] == "ceremony"
