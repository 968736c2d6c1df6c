"""`orderflow audit verify`, as typed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orderflow.cli.progress import Bar
from orderflow.cli.schema import schema_of
from tests.faults.tampering import Files, made, mixed, opened, update
from tests.unit.audit.ledger.making import LOG_KEY, WITNESS_KEY
from tests.unit.cli.support import Type, real_log, without


@pytest.fixture
def files(typed: Type) -> Files:
    """A log of eleven events with its ledger, in the current directory, and the keys beside it."""
    files = made(Path.cwd(), mixed())
    Path("log.pub").write_text(f"{LOG_KEY.verifier}\n")
    with opened(files.ledger) as ledger:
        (note,) = ledger.execute("SELECT note FROM checkpoints ORDER BY size").fetchone()
    Path("kept").write_bytes(note)
    return files


def test_a_sound_log(typed: Type, files: Files) -> None:
    """The verdict comes first, and the exit code is 0."""
    found = typed("audit", "verify", "--key", "log.pub", "--checkpoint", "kept")

    assert (found.code, found.err) == (0, "")
    assert "SOUND: 11 events of 3 orders were read, and nothing is wrong." in found.flat
    assert "ledger: 11 events, holds, signature right" in found.flat
    assert "kept: 6 events, holds, signature right" in found.flat


def test_an_empty_log(typed: Type) -> None:
    """Is sound, and has no positions."""
    real_log(Path("empty.db"))
    found = typed("audit", "verify", "--db", "empty.db")

    assert found.code == 0
    assert "SOUND: 0 events of 0 orders" in found.flat
    assert "positions" not in found.flat.partition("To be known")[0]


def test_an_unsound_log(typed: Type, files: Files) -> None:
    """The findings follow by position, in both languages, and the exit code is 1."""
    with opened(files.log) as log:
        update(log, "state", b"{}", 4)
        log.execute("DELETE FROM commands WHERE command_id = 'c-8'")
    english, dutch = typed("audit", "verify"), typed("audit", "verify", "--lang", "nl")

    assert (english.code, dutch.code) == (1, 1)
    assert english.flat.index("[unreadable]") < english.flat.index("[without_command]")
    assert "position 4 · 00000000000040008000000000000010 · event 3" in english.flat
    assert "NOT SOUND: 5 findings" in english.flat
    assert "NIET IN ORDE: 5 bevindingen" in dutch.flat
    assert "does NOT hold" in english.flat
    assert "klopt NIET" in dutch.flat


def test_more_findings_than_are_listed(typed: Type, files: Files) -> None:
    """Are counted."""
    with opened(files.log) as log:
        for position in range(1, 9):
            update(log, "state", b"{}", position)
    page = typed("audit", "verify", "--at-most", "2")
    document = typed("audit", "verify", "--at-most", "2", "--json").document

    assert f"and {document['more']} more" in page.flat
    assert len(document["findings"]) == 2
    assert document["more"] == sum(document["found"].values()) - 2


def test_the_report_as_json(typed: Type, files: Files) -> None:
    """Fits its schema, sound or not."""
    for code in (0, 1):
        found = typed("audit", "verify", "--json", "--key", "log.pub")
        assert found.code == code
        Draft202012Validator(schema_of("audit")).validate(found.document)
        assert found.document["sound"] is (code == 0)
        with opened(files.log) as log:
            log.execute("DELETE FROM stored_events WHERE position = 3")


def test_a_file_of_lines(typed: Type, files: Files) -> None:
    """Is named with --file, or with --db; a broken line is named by its number."""
    typed("audit", "export", "--to", "jsonl", "--out", "orders.jsonl")
    more = ("--ledger", "orders.db.ledger")
    assert typed("audit", "verify", "--file", "orders.jsonl", *more).code == 0
    assert typed("audit", "verify", "--db", "orders.jsonl", *more).code == 0
    lines = Path("orders.jsonl").read_bytes().splitlines(keepends=True)
    Path("orders.jsonl").write_bytes(b"".join([*lines[:3], b"{}\n", *lines[4:]]))

    found = typed("audit", "verify", "--file", "orders.jsonl")
    assert found.code == 1
    assert "line 4" in found.flat
    assert "[broken_line]" in found.flat
    assert "Not all of it could be read." in found.flat


def test_cosignatures_that_are_asked_for(typed: Type, files: Files) -> None:
    """A checkpoint without them is not to be believed."""
    witness = str(WITNESS_KEY.verifier)
    found = typed(
        "audit", "verify", "--key", "log.pub", "--witness", witness, "--checkpoint", "kept"
    )

    assert found.code == 1
    assert "signature NOT to be believed" in found.flat


def test_a_checkpoint_without_a_key(typed: Type, files: Files) -> None:
    """Is compared, and the page says that its signature was not."""
    files.ledger.unlink()
    found = typed("audit", "verify", "--checkpoint", "kept")

    assert found.code == 0
    assert "kept: 6 events, holds, signature not checked" in found.flat


@pytest.mark.parametrize(
    "argv",
    [
        ("--db", "nothing.db"),
        ("--file", "nothing.jsonl"),
        ("--db", "orders.db", "--file", "orders.db"),
        ("--db", ":memory:"),
        ("--db", "postgresql://x"),
        ("--db", "garbage"),
        ("--jobs", "0"),
        ("--at-most", "0"),
        ("--checkpoint", "nothing"),
        ("--witness", "x+y"),
        ("--quorum", "1"),
        ("--key", "log.pub", "--quorum", "1"),
        ("--file", "late.jsonl"),
    ],
)
def test_wrong_use(typed: Type, files: Files, argv: tuple[str, ...]) -> None:
    """Exit code 2, and one sentence."""
    Path("garbage").write_bytes(b"garbage")
    moment = "2026-01-05T09:00:05Z"
    typed("audit", "export", "--to", "jsonl", "--out", "late.jsonl", "--from", moment)
    found = typed("audit", "verify", *argv)

    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("orderflow audit: ")
    assert found.err.count("\n") == 1


@pytest.mark.parametrize("argv", [("--ledger", "nothing"), ("--key", "kept")])
def test_what_cannot_be_believed(typed: Type, files: Files, argv: tuple[str, ...]) -> None:
    """Exit code 1, and one sentence."""
    found = typed("audit", "verify", *argv)

    assert (found.code, found.out) == (1, "")


def test_without_the_extra(typed: Type, files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is signed asks for it by name; any other missing module is a defect."""
    signed = ("orderflow.audit.ledger.", "orderflow.audit.verifying.checkpoints")
    with without("cryptography.exceptions", *signed):
        found = typed("audit", "verify")
    assert found.code == 2
    assert "pip install 'orderflow[audit]'" in found.err

    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(name="orderflow.something")

    monkeypatch.setattr("orderflow.cli.audit.verify.verify", missing)
    assert "defect" in typed("audit", "verify").err


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows how far it is, not too often, and is wiped in the end; in a pipe there is none."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("orderflow.cli.progress._SHOWN_EVERY", 0)
    bar = Bar("events")
    bar.told(500, 2000)
    bar.told(700, 0)
    monkeypatch.setattr("orderflow.cli.progress._SHOWN_EVERY", 1000)
    bar.told(800, 0)
    bar.told(900, 0)
    bar.wipe()

    assert "[######                  ] 25%  500 events" in terminal.getvalue()
    assert "900 events" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")

    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    quiet = Bar("events")
    quiet.told(1, 2)
    quiet.wipe()
    assert pipe.getvalue() == ""
