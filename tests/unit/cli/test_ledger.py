"""`orderflow audit keygen | checkpoint | prove | check-proof | witness`, as typed."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.ledger.leaf import leaf_of
from orderflow.cli import ledger
from orderflow.cli.faults import told
from orderflow.cli.ledger_parser import add_ledger_acts
from tests.unit.audit.ledger.making import log_file, record, some_events, tampered
from tests.unit.cli.support import without

Run = Callable[..., tuple[int, str]]

EVENT = some_events(8)[7]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: object) -> Run:
    """Return what types a command, in a directory with a log of eight events."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ORDERFLOW_DB", raising=False)
    log_file(tmp_path / "orders.db", some_events(8))

    def typed(*words: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser(prog="orderflow audit")
        add_ledger_acts(parser.add_subparsers(dest="act", required=True))
        arguments = parser.parse_args(words)
        try:
            code, sentence = ledger.run(arguments), ""
        except Exception as error:  # noqa: BLE001 - as `orderflow.cli.main` does
            sentence, code = told(error)
        sys.stdout.flush()
        printed = capsysbinary.readouterr().out.decode()  # type: ignore[attr-defined]
        return code, printed + sentence

    return typed


@pytest.fixture
def begun(run: Run) -> Run:
    """Return the same, with keys of a log and a witness, and a first checkpoint."""
    for name, *more in (("log.example/orders",), ("witness.example/1", "--witness")):
        short = name.partition(".")[0]
        code, key = run("keygen", name, "--out", f"{short}.key", *more)
        assert code == 0
        Path(f"{short}.pub").write_text(key)
    assert run("checkpoint", "--key", "log.key", "--begin", "--out", "first") == (0, "")
    return run


def test_a_log_is_begun_proven_witnessed_and_checked(begun: Run) -> None:
    """The whole way, as an operator, a witness and an auditor walk it."""
    stream = EVENT.stream
    begun("prove", "--from-nothing", "--out", "growth")
    assert begun(
        "witness", "growth", "--log", "log.pub", "--key", "witness.key", "--memory", "seen",
        "--begin", "--out", "cosigned",
    ) == (0, "")  # fmt: skip
    assert (
        begun("checkpoint", "--key", "log.key", "--add", "cosigned", "--witness", "witness.pub")[0]
        == 0
    )
    begun("prove", stream, str(EVENT.version), "--out", "event.tlog-proof")
    code, said = begun(
        "check-proof", "event.tlog-proof", "--key", "log.pub", "--witness", "witness.pub"
    )

    assert code == 0
    assert f"event {EVENT.version} of {stream} is in the log log.example/orders" in said
    assert "8 of 8" in said
    assert "by witness.example/1" in said


def test_growth_since_a_kept_checkpoint_is_proven(begun: Run) -> None:
    """With new events the log extends the first checkpoint, and the proof says so."""
    with closing(sqlite3.connect("orders.db")) as connection:
        record(connection.cursor(), some_events(20)[8:])
        connection.commit()
    assert begun("checkpoint", "--key", "log.key", "--extends", "first", "--out", "second")[0] == 0
    assert begun("prove", "--since", "first", "--out", "growth")[0] == 0
    code, said = begun("check-proof", "growth", "--key", "log.pub", "--since", "first")

    assert code == 0
    assert "the log of 20 events only extends the one of 8" in said
    assert "by nobody" in said


def test_a_checkpoint_is_printed_byte_for_byte(begun: Run) -> None:
    """What is printed is the note itself, to be kept in a file."""
    code, printed = begun("checkpoint", "--key", "log.key")

    assert code == 0
    assert printed.encode() == Path("first").read_bytes()


def test_a_proof_without_the_event_takes_it_from_a_file(begun: Run) -> None:
    """The bytes of the leaf are asked for, and another event is refused."""
    begun("prove", EVENT.stream, str(EVENT.version), "--without-event", "--out", "proof")
    Path("leaf").write_bytes(leaf_of(EVENT))
    Path("other").write_bytes(leaf_of(some_events(1)[0]))

    assert begun("check-proof", "proof", "--key", "log.pub")[0] == 2
    assert begun("check-proof", "proof", "--key", "log.pub", "--leaf", "leaf")[0] == 0
    assert begun("check-proof", "proof", "--key", "log.pub", "--leaf", "other")[0] == 1


@pytest.mark.parametrize("name, why", [("log.key", "it is a private key"), ("broken", "Base 64")])
def test_what_holds_no_public_key_is_named(begun: Run, name: str, why: str) -> None:
    """The file is named, and nothing of what it holds; a private key typed is not repeated."""
    begun("prove", "--from-nothing", "--out", "growth")
    Path("broken").write_text("log.example/orders+1a2b3c4d+!!!")
    code, said = begun("check-proof", "growth", "--key", name)
    typed = begun("check-proof", "growth", "--key", Path("log.key").read_text())

    assert (code, f"'{name}' holds no public key: " in said, why in said) == (1, True, True)
    assert typed == (1, "it is a private key")


def test_a_public_key_may_be_typed(begun: Run) -> None:
    """In place of the name of a file."""
    begun("prove", EVENT.stream, str(EVENT.version), "--out", "proof")
    key = Path("log.pub").read_text().strip()

    assert begun("check-proof", "proof", "--key", key)[0] == 0
    assert begun("check-proof", "proof", "--key", key.replace("log.", "lag."))[0] == 1


def test_a_file_may_have_a_plus_sign_in_its_name(begun: Run) -> None:
    """It is taken for a file if there is one, and else for a key."""
    begun("prove", EVENT.stream, str(EVENT.version), "--out", "proof")
    Path("log+old.pub").write_text(Path("log.pub").read_text())

    assert begun("check-proof", "proof", "--key", "log+old.pub")[0] == 0
    assert begun("check-proof", "proof", "--key", "log+new.pub")[0] == 1


def test_a_changed_log_is_not_signed(begun: Run) -> None:
    """Exit code 1, and a sentence."""
    tampered(Path("orders.db"), "DELETE FROM stored_events WHERE position = 8")
    code, said = begun("checkpoint", "--key", "log.key")

    assert code == 1
    assert "nothing was signed" in said


@pytest.mark.parametrize(
    "words",
    [
        ("keygen", "two words", "--out", "new.key"),
        ("prove",),
        ("prove", "abc", "1"),
        ("prove", "0", "1"),
        ("prove", "abc"),
        ("prove", "abc", "1", "--since", "first"),
        ("prove", "--from-nothing", "--since", "first"),
        ("keygen", "log.example/\u202eorders", "--out", "new.key"),
        ("keygen", "log.example/\x7forders", "--out", "new.key"),
        ("check-proof", "growth", "--key", "log.pub"),
        ("check-proof", "nothing", "--key", "log.pub"),
        ("check-proof", "growth", "--key", "log.pub", "--quorum", "1"),
        ("check-proof", "growth", "--key", "log.pub", "--witness", "log.pub"),
        ("checkpoint", "--key", "log.key", "--add", "first"),
        ("checkpoint", "--key", "log.key", "--add", "first", "--witness", "witness.pub", "--begin"),
        ("checkpoint", "--key", "log.key", "--add", "a", "--witness", "w", "--extends", "first"),
        ("check-proof", "/dev/zero", "--key", "log.pub"),
        ("check-proof", "growth", "--key", "/dev/zero"),
        ("checkpoint", "--key", "log.key", "--extends", "/dev/zero"),
        ("checkpoint", "--key", "log.key", "--ledger", "log.key"),
        ("checkpoint", "--key", "log.key", "--out", "log.key"),
        ("prove", "--from-nothing", "--out", "orders.db.ledger"),
        ("checkpoint", "--key", "log.key", "--db", "nothing.db"),
        ("checkpoint", "--key", "log.key", "--db", ":memory:"),
        ("checkpoint", "--key", "log.key", "--db", "mysql://x"),
    ],
)
def test_wrong_use_is_told(begun: Run, words: tuple[str, ...]) -> None:
    """Exit code 2, and a sentence."""
    begun("prove", "--from-nothing", "--out", "growth")
    code, said = begun(*words)

    assert code == 2
    assert said


@pytest.mark.parametrize(
    "words",
    [
        ("keygen", "log.example/orders", "--out", "log.key"),
        ("prove", "f" * 32, "1"),
        ("prove", EVENT.stream, "0"),
        ("prove", EVENT.stream, "-1"),
        ("prove", EVENT.stream, str(2**63)),
        ("prove", EVENT.stream, "9" * 40),
        ("checkpoint", "--key", "nothing.key"),
        ("checkpoint", "--key", "witness.key"),
        ("checkpoint", "--key", "log.key", "--begin"),
        ("checkpoint", "--key", "log.key", "--ledger", "nothing"),
        ("checkpoint", "--key", "log.key", "--ledger", "orders.db"),
        ("checkpoint", "--key", "log.key", "--ledger", "orders.db", "--begin"),
        ("checkpoint", "--key", "log.key", "--ledger", "new", "--begin", "--extends", "growth"),
        ("prove", "--from-nothing", "--ledger", "orders.db"),
        ("witness", "growth", "--log", "log.pub", "--key", "witness.key", "--memory", "orders.db"),
        ("checkpoint", "--key", "log.key", "--extends", "growth"),
        ("checkpoint", "--key", "log.key", "--add", "first", "--witness", "witness.pub"),
        ("check-proof", "first", "--key", "log.pub", "--since", "first"),
        ("witness", "growth", "--log", "log.pub", "--key", "witness.key", "--memory", "none"),
    ],
)
def test_what_must_not_be_done_is_refused(begun: Run, words: tuple[str, ...]) -> None:
    """Exit code 1, and a sentence; nothing is made in passing."""
    begun("prove", "--from-nothing", "--out", "growth")
    before = sorted(Path().iterdir())
    code, said = begun(*words)

    assert code == 1
    assert said
    assert [one for one in sorted(Path().iterdir()) if one not in before] == []


@pytest.mark.parametrize(
    "words",
    [
        ("keygen", "a.example/b", "--out", "new.key"),
        ("checkpoint", "--key", "log.key"),
        ("prove", EVENT.stream, "1"),
        ("check-proof", "first", "--key", "log.pub"),
        ("witness", "first", "--log", "log.pub", "--key", "witness.key", "--memory", "seen"),
    ],
)
def test_without_the_extra_it_says_what_to_install(begun: Run, words: tuple[str, ...]) -> None:
    """A missing library is named with the extra that brings it."""
    with without("cryptography", "orderflow.audit.ledger"):
        code, said = begun(*words)

    assert code == 2
    assert said == "signatures need the extra 'audit': pip install 'orderflow[audit]'"


def test_a_defect_is_not_taken_for_a_missing_extra(
    begun: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any other missing module is a defect of ours."""

    def missing(_: object) -> None:
        raise ModuleNotFoundError(name="orderflow.something")

    monkeypatch.setitem(ledger._ACTS, "keygen", missing)

    assert "defect" in begun("keygen", "a", "--out", "b")[1]
