"""`orderflow privacy`: begins, erases, tells who is due and what was erased, and nothing sealed."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

import orderflow.cli.privacy
from orderflow.casefile import open_simulated
from orderflow.cli.schema import schema_of
from orderflow.order import commands as c
from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.contracts.cases import OFFICER, after, request
from tests.unit.cli.support import without
from tests.unit.privacy.making import ORDER, SAFE, SAID, confide, detail, end, erasure

if TYPE_CHECKING:
    from tests.unit.cli.support import Type, Typed

DB = ("--db", "orders.db")
ERASE = ("privacy", "erase", "ana", "--as", "court_officer/court-1", *DB)
OWN = """
[[rule]]
name = "our-archive"
title = { en = "Our archive", nl = "Ons archief" }
regimes = ["uk-ew-fmpo"]
counted_from = { value = "end", source = "gb-eaw/uk-gdpr/art-5" }
period = { value = "P10D", source = "gb-eaw/uk-gdpr/art-5" }
until_age = { value = 0, source = "gb-eaw/uk-gdpr/art-5" }
open_matters = { value = true, source = "gb-eaw/uk-gdpr/art-5" }
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A log of the real clock with an ended order, and its keys beside it."""
    with (
        SQLiteKeys.begin(tmp_path / "orders.db.keys") as keys,
        ProtectionOrders.open(tmp_path / "orders.db", keys=keys) as orders,
    ):
        end(orders, confide(orders, ORDER))
    (tmp_path / "ours.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


def fits(printed: Typed) -> bool:
    """Tell whether a document is one that `orderflow schema privacy` describes."""
    Draft202012Validator(schema_of("privacy")).validate(printed.document)
    return not any(text in printed.out for text in (SAFE, SAID))


def test_begin_makes_a_key_store_once(typed: Type, tmp_path: Path) -> None:
    """Beside the log or where it is told to; what is there stays."""
    made = typed("privacy", "begin", *DB)
    assert (made.code, made.err) == (0, "")
    assert "orders.db.keys" in made.out
    assert (tmp_path / "orders.db.keys").stat().st_mode & 0o777 == 0o600

    again = typed("privacy", "begin", *DB)
    assert (again.code, again.out) == (1, "")
    assert "already" in again.err
    other = typed(
        "privacy", "begin", "--keys", "other.keys", "--after-loss", "--json", "--db", ":memory:"
    )
    assert fits(other)
    assert other.document["after_loss"] is True
    assert "Sleutelbestand" in typed("privacy", "begin", "--db", "b.db", "--lang", "nl").flat
    assert typed("privacy", "begin", "--db", ":memory:").code == 2


def test_erase_says_what_was_done(typed: Type, kept: Path) -> None:
    """In words and as JSON, once and again; and the show says the same."""
    done = typed(*ERASE, "--ground", "request_granted")
    assert (done.code, done.err) == (0, "")
    assert "ana is erased" in done.flat
    assert str(ORDER) in done.flat
    assert "Backups of the key store still hold the key" in done.flat

    again = typed(*ERASE, "--ground", "request_granted", "--json")
    assert fits(again)
    (person,) = again.document["persons"]
    assert (person["key"], person["repeated"], person["orders"]) == ("erased", True, [str(ORDER)])
    dutch = typed(*ERASE, "--ground", "unlawful", "--lang", "nl")
    assert "ana was al gewist" in dutch.flat
    shown = typed("privacy", "show", *DB)
    assert "can be read by nobody" in shown.flat
    assert "UK GDPR, art. 17" in shown.flat
    assert "can be read with the key" in shown.flat
    assert "A detail of ana was recorded under seal" in typed("history", str(ORDER), *DB).flat


@pytest.mark.parametrize(
    "argv, code, says",
    [
        ((*ERASE, "--ground", "retention_over"), 1, "'retention.period'"),
        (("privacy", "erase", "eve", *ERASE[3:], "--ground", "ordered"), 1, "no_such_person"),
        ((*ERASE, "--ground", "mercy"), 2, "invalid choice"),
        ((*ERASE, "--ground", "ordered", "--as", "queen"), 2, "is no role"),
        ((*ERASE, "--ground", "ordered", "--as", "court/no office"), 2, "is no office"),
        ((*ERASE, "--ground", "ordered", "--as", "school/s-1"), 1, "not_competent"),
        ((*ERASE, "--ground", "ordered", "--at", "2026-01-01T00:00Z"), 2, "simulated clock"),
        ((*ERASE, "--ground", "ordered", "--holder", "king"), 2, "--holder 'king' is no role"),
        ((*ERASE, "--ground", "ordered", "--keys", "no.keys"), 1, "no key store 'no.keys'"),
        (("privacy", "due", *DB, "--retention", "no.toml"), 2, "no such file"),
        (("privacy", "due", "--db", "no.db"), 2, "no event log"),
        (("privacy", "show", *DB, "--keys", "no.keys"), 1, "no key store"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    typed: Type, kept: Path, argv: tuple[str, ...], code: int, says: str
) -> None:
    """With its exit code, and nothing erased."""
    asked = typed(*argv)

    assert (asked.code, asked.out) == (code, "")
    assert says in asked.err
    assert asked.err.count("\n") == 1
    assert "can be read by nobody" not in typed("privacy", "show", *DB).flat


def test_who_is_due_is_told_with_the_rule(typed: Type, kept: Path) -> None:
    """By a schedule of one's own; without it, that nobody can be judged."""
    due = typed("privacy", "due", *DB, "--retention", "ours.toml")
    assert (due.code, due.err) == (0, "")
    assert "DUE" in due.flat
    assert "our-archive: gb-eaw/uk-gdpr/art-5" in due.flat
    open_question = typed("privacy", "due", *DB, "--lang", "nl")
    assert "NIET TE BEOORDELEN: open staat retention.period (uk-ew-record)" in open_question.flat
    early = typed(
        "privacy", "due", *DB, "--retention", "ours.toml", "--at", "2025-03-14T14:00Z", "--json"
    )
    assert fits(early)
    assert {one["status"] for one in early.document["persons"]} == {"kept"}
    police = typed("privacy", "due", *DB, "--holder", "police")
    assert "uk-ew-record" in police.flat
    erased = typed(*ERASE, "--ground", "retention_over", "--retention", "ours.toml")
    assert "due since 14 March 2025, 15:00 (UTC) rule our-archive" in erased.flat
    assert fits(typed(*ERASE, "--ground", "retention_over", "--json"))
    told = typed("history", str(ORDER), *DB).flat
    assert "is over, since 14 March 2025, 15:00, by rule our-archive." in told
    assert "since 14 March 2025" in typed("privacy", "show", "ana", *DB).flat


def test_a_law_without_a_rule_is_named(typed: Type, kept: Path) -> None:
    """Also where the rules leave out that law."""
    text = OWN.replace("uk-ew-fmpo", "uk-ew-fgmpo")
    (kept / "ours.toml").write_text(text, encoding="utf-8")

    asked = typed("privacy", "due", *DB, "--retention", "ours.toml")
    assert "retention.period" in asked.flat


def test_an_empty_log_says_so(typed: Type, tmp_path: Path) -> None:
    """In both languages."""
    ProtectionOrders.open(tmp_path / "orders.db").close()

    for argv in (("privacy", "due", *DB), ("privacy", "show", *DB)):
        assert "Nothing is sealed of anybody." in typed(*argv).flat
        assert "Van niemand is iets verzegeld." in typed(*argv, "--lang", "nl").flat


def test_show_without_keys_says_that_it_does_not_know(typed: Type, kept: Path) -> None:
    """What is on record is shown all the same."""
    (kept / "orders.db.keys").rename(kept / "away")

    shown = typed("privacy", "show", *DB)
    assert shown.code == 0
    assert "no key store at hand" in shown.flat
    assert fits(typed("privacy", "show", "ana", *DB, "--json"))


def test_what_is_unfinished_fails(typed: Type, kept: Path) -> None:
    """So that whoever watches over it is told; erasing again mends it."""
    with SQLiteKeys(kept / "orders.db.keys") as keys:
        keys.mark(erasure())

    shown = typed("privacy", "show", *DB)
    assert shown.code == 1
    assert "decided, not yet carried out: erase again" in shown.flat
    assert typed(*ERASE, "--ground", "ordered").code == 0
    assert typed("privacy", "show", *DB).code == 0


def test_linked_pseudonyms_must_be_spoken_of(typed: Type, kept: Path) -> None:
    """One flag or the other."""
    with closing(ProtectionOrders.open(kept / "orders.db")) as orders:
        orders.handle(
            c.LinkPersons(
                occurred_at=after(31), actor=OFFICER, order_id=ORDER, person="ana", same_as="ann"
            )
        )
    asked = typed(*ERASE, "--ground", "ordered")
    assert (asked.code, asked.out) == (1, "")
    assert "ann" in asked.err
    assert "linked with ann" in typed("privacy", "show", *DB).flat
    assert "ann is erased" not in typed(*ERASE, "--ground", "ordered", "--without-linked").flat
    assert "ann is erased" in typed(*ERASE, "--ground", "ordered", "--with-linked").flat


def test_a_simulated_log_is_erased_on_its_own_clock(typed: Type, tmp_path: Path) -> None:
    """At the moment of its last record, or at one that is named."""
    with SQLiteKeys.begin(tmp_path / "orders.db.keys") as keys:
        orders, clock = open_simulated(tmp_path / "orders.db", keys=keys)
        with closing(orders):
            clock.set(after(30))
            end(orders, confide(orders, ORDER))
    found = typed("privacy", "due", *DB, "--json").document
    assert found["simulated"] is True
    assert datetime.fromisoformat(found["at"]) == after(30)

    one = typed(*ERASE, "--ground", "request_granted", "--json").document["persons"][0]
    assert datetime.fromisoformat(one["decided_at"]) == after(30)
    later = after(30) + timedelta(days=9)
    rob = ("privacy", "erase", "rob", *ERASE[3:], "--ground", "ordered", "--json")
    two = typed(*rob, "--at", later.isoformat()).document
    assert datetime.fromisoformat(two["persons"][0]["decided_at"]) == later.astimezone(UTC)
    assert two["simulated"] is True


def test_keys_of_another_log_are_refused(typed: Type, kept: Path) -> None:
    """A pseudonym of another log is somebody else."""
    with ProtectionOrders.open(kept / "other.db") as other:
        other.handle(request())

    asked = typed(*ERASE[:-1], "other.db", "--keys", "orders.db.keys", "--ground", "ordered")
    assert (asked.code, asked.out) == (1, "")
    assert "another log" in asked.err


def test_without_the_extra_it_says_what_to_install(
    typed: Type, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing library is named with the extra that brings it; a defect is not taken for it."""
    with without("cryptography", "orderflow.privacy", "orderflow.cli.privacy."):
        asked = typed("privacy", "show", *DB)
    assert asked.code == 2
    assert "sealing needs the extra 'privacy': pip install 'orderflow[privacy]'" in asked.err

    def missing(_: str) -> None:
        raise ModuleNotFoundError(name="orderflow.something")

    monkeypatch.setattr(orderflow.cli.privacy, "import_module", missing)
    assert "defect" in typed("privacy", "show", *DB).err


def test_other_commands_say_nothing_of_it(typed: Type, kept: Path) -> None:
    """The position of an order does not rest on what is sealed."""
    shown = typed("show", str(ORDER), *DB, "--json")

    assert shown.code == 0
    assert not any(text in shown.out for text in (SAFE, SAID))
    assert detail(ORDER).order_id == ORDER
