"""Which log, which order, which moment: everything that can be typed wrongly."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from orderflow.cli.faults import WrongUse, told
from orderflow.cli.logs import order_meant
from orderflow.cli.moments import moment
from orderflow.errors import CommandRejected, StoreUnavailable
from tests.unit.cli.support import QUESTION, Log, Type

READERS = [("show",), ("history",), ("assess", *QUESTION)]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader[0])
def test_a_missing_log_is_an_error_and_is_not_made(typed: Type, reader: tuple[str, ...]) -> None:
    """Reading a log that is not there names it, exits with 2 and leaves nothing behind."""
    asked = typed(reader[0], "3f2a", *reader[1:])

    assert (asked.code, asked.out) == (2, "")
    assert "no event log at 'orders.db'; name one with --db or ORDERFLOW_DB" in asked.err
    assert not Path("orders.db").exists()


def test_the_environment_names_the_log(
    typed: Type, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`ORDERFLOW_DB` is read where `--db` is not given, and `--db` goes before it."""
    monkeypatch.setenv("ORDERFLOW_DB", log.place)

    assert typed("show", log.first).code == 0
    assert "no event log at 'other.db'" in typed("show", log.first, "--db", "other.db").err


@pytest.mark.parametrize(
    "content, says",
    [
        ("Not a database at all, but a text that somebody wrote.", "is not a database"),
        (None, "is a database, but not an event log of orderflow"),
    ],
)
def test_a_file_of_somebody_else_is_left_alone(typed: Type, content: str | None, says: str) -> None:
    """A file that is no event log is named as such, and not changed."""
    place = Path("other.db")
    if content is None:
        with sqlite3.connect(place) as connection:
            connection.execute("CREATE TABLE theirs (one)")
        connection.close()
    else:
        place.write_text(content, encoding="utf-8")
    before = place.read_bytes()

    asked = typed("show", "3f2a", "--db", "other.db")

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err
    assert place.read_bytes() == before


def test_a_log_of_a_newer_version_says_so(typed: Type, log: Log) -> None:
    """A log written by a newer version fails with 1: it was asked for in the right way."""
    place = Path("newer.db")
    place.write_bytes(Path(log.place).read_bytes())
    with sqlite3.connect(place) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()

    asked = typed("show", log.first, "--db", "newer.db")

    assert (asked.code, asked.out) == (1, "")
    assert "newer version" in asked.err
    assert "Traceback" not in asked.err


@pytest.mark.parametrize("place", ["postgresql://host/db?bogus=1", "file:orders.db?mode=ro"])
def test_an_address_of_no_log_is_wrong_use(typed: Type, place: str) -> None:
    """An address that this version does not know is wrong use, in one line."""
    asked = typed("show", "3f2a", "--db", place)

    assert (asked.code, asked.err.count("\n")) == (2, 1)


def test_an_order_is_found_by_its_first_characters(typed: Type, log: Log) -> None:
    """An order is found by its whole id, with or without hyphens, and by a prefix of it."""
    for wanted in (log.first, log.first.replace("-", ""), log.first[:6], log.first[:9].upper()):
        assert log.first in typed("show", wanted, "--db", log.place).out


@pytest.mark.parametrize(
    "order, says",
    [
        ("ffffffff", "no order 'ffffffff' in "),
        ("7f0f7e5e-0000-4000-8000-000000000000", "7f0f7e5e"),
        ("mother", "'mother' is no order id"),
    ],
)
def test_an_unknown_order_is_wrong_use(typed: Type, log: Log, order: str, says: str) -> None:
    """An order that is not on record, and what is no id at all, are named as such."""
    asked = typed("show", order, "--db", log.place)

    assert (asked.code, asked.out) == (2, "")
    assert says in asked.err


def test_a_prefix_of_two_orders_is_refused(log: Log) -> None:
    """A prefix that two ids share is not guessed; both are named."""

    class Two:
        def order_ids(self) -> list[UUID]:
            return [UUID(int=1), UUID(int=2)]

    with pytest.raises(WrongUse, match="begins several order ids: 0000000, 0000000"):
        order_meant("000", Two(), "two.db")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text, hint",
    [
        ("2013-05-20T10:00", "Europe/London: write 2013-05-20T10:00+01:00"),
        ("2013-01-20 10:00", "Europe/London: write 2013-01-20T10:00+00:00"),
        ("2013-10-27T01:30", "write 2013-10-27T01:30+01:00 or 2013-10-27T01:30+00:00"),
        ("2013-05-20", "is a day, not a moment; this order's regime counts in Europe/London"),
        ("yesterday", "'yesterday' is not a date and time; write it like"),
    ],
)
@pytest.mark.parametrize("option", ["--at", "--known-at"])
def test_a_moment_without_time_zone_is_refused_with_a_hint(
    typed: Type, log: Log, option: str, text: str, hint: str
) -> None:
    """A moment that could be read in two ways is refused; the hint holds the regime's zone."""
    asked = typed("show", log.first, "--db", log.place, option, text)

    assert (asked.code, asked.out) == (2, "")
    assert f"{option} " in asked.err
    assert hint in asked.err


def test_without_a_law_the_hint_names_no_zone() -> None:
    """Where the law of an order is not known, the hint asks for an offset and guesses none."""
    with pytest.raises(WrongUse, match=r"add one, such as 2013-05-20T10:00\+00:00"):
        moment("2013-05-20T10:00", "--at", None)


def test_what_was_not_yet_on_record_is_told(typed: Type, log: Log) -> None:
    """An order that was not yet known at `--known-at` is named with that moment."""
    asked = typed("show", log.first, "--db", log.place, "--known-at", "2001-01-01T00:00Z")

    assert asked.code == 2
    assert "was not yet on record at 2001-01-01T00:00:00+00:00" in asked.err


def test_each_kind_of_error_has_its_exit_code() -> None:
    """A refusal and a store that is not available fail with 1; both are one sentence."""
    refusal = CommandRejected("no_offence", sentence="It is no offence.", sentence_nl="Niet.")

    assert told(refusal) == ("refused: It is no offence. [no_offence]", 1)
    assert told(StoreUnavailable("locked")) == ("locked", 1)
    assert told(PermissionError(13, "Permission denied", "x.svg")) == (
        "'x.svg': Permission denied",
        1,
    )
    assert told(OSError("full")) == ("OSError", 1)
