"""Nowhere but under the key: in no file, log, error or view, and in no copy once it is gone."""

from __future__ import annotations

import base64
import logging
import pickle
import shutil
import sqlite3
import traceback
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.audit import digests, explain, replay
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.cli import main
from orderflow.errors import KeysNeeded, NoKey, OrderflowError
from orderflow.order import fold
from orderflow.privacy import Eraser, MemoryKeys, SQLiteKeys, Vault, whole_file
from orderflow.store import LogReader, ProtectionOrders
from tests.contracts.cases import OFFICER, after, grant, request
from tests.unit.audit.ledger.making import LOG_KEY
from tests.unit.privacy.making import (
    NAMED,
    SAFE,
    SAID,
    confide,
    detail,
    end,
    erasure,
    statement,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.contracts.conftest import Clock

TEXTS = (SAFE, SAID, NAMED)
"""What must not be found: long enough that no chance makes it."""


def forms(text: str) -> Iterator[bytes]:
    """Yield the forms in which a text might lie in a file."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield text.encode(encoding)
    for shift in range(3):
        # As base64 has it, wherever in a group of three it begins.
        whole = base64.b64encode(b"\0" * shift + text.encode())
        yield whole[4 * (shift > 0) : -4]
    yield text.encode().hex().encode()
    yield text.encode()[::-1]


def found_in(content: bytes) -> list[str]:
    """Return which texts some bytes hold, in whatever form."""
    return [text for text in TEXTS if any(form in content for form in forms(text))]


def everything_in(folder: Path) -> bytes:
    """Return every byte of every file of a folder."""
    return b"\n".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_the_search_finds_what_is_there() -> None:
    """Nothing below could pass because nobody looks."""
    for text in TEXTS:
        for wrapped in (
            text.encode(),
            text.encode("utf-16-le"),
            base64.b64encode(b"xy" + text.encode()),
            text.encode().hex().encode(),
        ):
            assert found_in(b"before" + wrapped + b"after") == [text]


def test_no_file_holds_it(filed: ProtectionOrders, tmp_path: Path) -> None:
    """Neither the log, its write-ahead log and table of commands, nor the key store."""
    end(filed, confide(filed))

    assert (tmp_path / "orders.db-wal").stat().st_size
    assert found_in(everything_in(tmp_path)) == []
    filed.close()
    assert found_in(everything_in(tmp_path)) == []
    with closing(sqlite3.connect(tmp_path / "orders.db")) as connection:
        dumped = "\n".join(connection.iterdump())
    assert found_in(dumped.encode()) == []


def test_no_log_in_memory_holds_it() -> None:
    """Nor what it knows of its commands, nor a pickle of what is read from it."""
    with ProtectionOrders.open(keys=MemoryKeys()) as orders:
        made = confide(orders)
        stored = orders.recorder.select_notifications(1, 100)
        history = orders.history(made)
        commands = vars(orders.recorder)["_commands"]
        held = [*stored, *history, orders.get(made), *commands.values()]

    assert len(commands) == 4
    assert found_in(repr(held).encode()) == []
    assert found_in(b"".join(one.state for one in stored)) == []
    assert found_in(pickle.dumps([stored, history, commands])) == []


def test_no_output_holds_it(
    filed: ProtectionOrders, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command of the command line prints it, as text or JSON, before or after erasing."""
    made = confide(filed)
    end(filed, made)
    filed.close()
    log = ("--db", str(tmp_path / "orders.db"))
    commands: tuple[tuple[str, ...], ...] = (
        ("show", str(made)),
        ("history", str(made)),
        ("history", str(made), "--lang", "nl"),
        ("audit", "replay"),
        ("audit", "explain", str(made)),
        ("audit", "conformance"),
        ("audit", "rejudge"),
        ("audit", "digest"),
        ("audit", "sample", "--seed", "x", "--size", "5"),
        ("privacy", "show"),
        ("privacy", "due"),
        ("privacy", "erase", "ana", "--ground", "ordered", "--as", "court_officer/court-1"),
        ("privacy", "show"),
        ("history", str(made)),
    )
    for command in commands:
        for more in ((), ("--json",)):
            assert main((*command, *log, *more)) == 0, command
            printed = capsys.readouterr()
            assert found_in(f"{printed.out}{printed.err}".encode()) == [], command


def test_no_error_and_no_log_line_holds_it(
    filed: ProtectionOrders,
    file_keys: SQLiteKeys,
    clock: Clock,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever is refused about it: not the error, its trace, its pickle, nor what is logged."""
    caplog.set_level(logging.DEBUG)
    made = confide(filed)
    with ProtectionOrders.open(tmp_path / "bare.db", clock=clock) as bare:
        bare.handle(request(made))
        filed.handle(statement(made), command_id="x")
        attempts: tuple[Callable[[], object], ...] = (
            lambda: bare.handle(detail(made)),
            lambda: filed.handle(detail(made, "nobody")),
            lambda: filed.handle(detail(made), command_id="x"),
            lambda: detail(made, person="No Name"),
            lambda: detail(made, value=SAFE * 10_000),
            lambda: detail(made).model_dump_json(),
            lambda: filed.handle(detail(made, kind="birth_date")),  # type: ignore[arg-type]
        )
        for attempt in attempts:
            with pytest.raises((OrderflowError, ValueError)) as raised:
                attempt()
            told = "".join(traceback.format_exception(raised.value))
            assert found_in(f"{told}{raised.value!r}".encode()) == []
            if isinstance(raised.value, OrderflowError):
                assert found_in(pickle.dumps(raised.value)) == []
    assert found_in(caplog.text.encode()) == []


def erased(orders: ProtectionOrders, keys: SQLiteKeys) -> None:
    """Erase Ana."""
    Eraser(orders, keys).erase("ana", ground=erasure().ground, actor=OFFICER, at=after(24 * 14))


def test_no_copy_yields_it_once_the_key_is_gone(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path, clock: Clock
) -> None:
    """A copy made before, one made after, one put back, and one in memory: all the same."""
    made = confide(filed)
    with closing(sqlite3.connect(tmp_path / "orders.db")) as source:
        for name in ("before.db", "put-back.db"):
            with closing(sqlite3.connect(tmp_path / name)) as copy:
                source.backup(copy)
    in_memory = filed.recorder.select_notifications(1, 100)
    erased(filed, file_keys)
    with (
        closing(sqlite3.connect(tmp_path / "orders.db")) as source,
        closing(sqlite3.connect(tmp_path / "after.db")) as copy,
    ):
        source.backup(copy)

    for name in ("before.db", "after.db", "orders.db"):
        with LogReader.open(tmp_path / name) as reader:
            read = Vault(reader, file_keys, may_read=whole_file).read(made)
            assert [(one.text, one.unreadable) for one in read[:2]] == [(None, "erased")] * 2
            assert read[2].text == NAMED
    with ProtectionOrders.open(tmp_path / "put-back.db", clock=clock, keys=file_keys) as back:
        # A log put back from before the erasure knows nothing of it; the key store does.
        with pytest.raises(OrderflowError) as raised:
            back.handle(detail(made))
        assert getattr(raised.value, "code", None) == "person_erased"
    with ProtectionOrders.open() as other:
        other.recorder.insert_events(in_memory)
        assert [
            one.unreadable
            for one in Vault(other, file_keys, may_read=whole_file).read(made, person="ana")
        ] == ["erased"] * 2


def test_a_backup_of_the_keys_is_the_data(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path
) -> None:
    """What erasure does not promise: whoever kept a copy of the key still reads."""
    made = confide(filed)
    file_keys.close()
    shutil.copy(tmp_path / "orders.db.keys", tmp_path / "kept.keys")
    with SQLiteKeys(tmp_path / "orders.db.keys") as keys:
        erased(filed, keys)

    with SQLiteKeys(tmp_path / "kept.keys") as kept:
        read = Vault(filed, kept, may_read=whole_file).read(made, person="ana")
        assert [one.text for one in read] == [SAFE, SAID]


def test_views_and_digests_are_the_same_without_the_key(
    filed: ProtectionOrders, file_keys: SQLiteKeys
) -> None:
    """Nothing that is folded, told or proven rests on what is sealed."""
    made = confide(filed)
    history = filed.history(made)
    before = [
        list(digests(LogReader.of(filed))),
        list(replay(LogReader.of(filed), at=after(40))),
        filed.get(made),
    ]
    file_keys.mark(erasure())
    file_keys.destroy("ana", after(41))

    assert before == [
        list(digests(LogReader.of(filed))),
        list(replay(LogReader.of(filed), at=after(40))),
        filed.get(made),
    ]
    assert filed.history(made) == history
    assert fold(made, (one.event for one in history)).confided == {"ana", "rob"}
    assert found_in(repr(explain(LogReader.of(filed), made)).encode()) == []


def test_every_earlier_proof_still_verifies(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path
) -> None:
    """Checkpoints, proofs that an event is there, and proofs that the log only grew."""
    made = confide(filed)
    trust = Trust(LOG_KEY.verifier)
    with (
        closing(SQLiteLog(tmp_path / "orders.db")) as log,
        closing(SQLiteLedger.begin(tmp_path / "orders.db.ledger", LOG_KEY.verifier)) as store,
    ):
        ledger = Ledger(store, log)
        earlier = ledger.checkpoint(LOG_KEY)
        proofs = [ledger.prove(made.hex, version) for version in range(1, 5)]
        erased(filed, file_keys)
        later = ledger.checkpoint(LOG_KEY)

        assert later.checkpoint.size == earlier.checkpoint.size + 1
        assert trust.open(earlier.note).checkpoint == earlier.checkpoint
        for proof in proofs:
            again = InclusionProof.parse(proof.encode())
            assert again.leaf is not None
            assert again.check(trust, again.leaf).checkpoint == earlier.checkpoint
            assert found_in(proof.encode()) == []
        growth = ConsistencyProof.parse(ledger.prove_extension(earlier.checkpoint).encode())
        assert growth.check(trust, earlier.checkpoint).checkpoint == later.checkpoint
        event = ledger.prove(made.hex, 5)
        assert event.leaf is not None
        assert b"orderflow/PersonalDataErased/1" in event.leaf


def test_what_is_refused_leaves_no_trace(filed: ProtectionOrders, tmp_path: Path) -> None:
    """Nothing of a command that a log without keys refused is in any file."""
    made = filed.handle(request()).order_id
    filed.close()
    with ProtectionOrders.open(tmp_path / "orders.db") as bare:
        with pytest.raises(KeysNeeded):
            bare.handle(detail(made))
        bare.handle(grant(made))
        assert found_in(everything_in(tmp_path)) == []


def test_a_value_of_one_log_does_not_open_in_another(
    filed: ProtectionOrders, file_keys: SQLiteKeys, tmp_path: Path
) -> None:
    """The same pseudonym, order and place under another key store is another key."""
    made = confide(filed)
    with (
        SQLiteKeys.begin(tmp_path / "other.keys") as other_keys,
        ProtectionOrders.open(tmp_path / "other.db", keys=other_keys) as other,
    ):
        confide(other, made)
        with pytest.raises(NoKey):
            Vault(filed, other_keys, may_read=whole_file).reveal(made, 2)
        assert Vault(filed, file_keys, may_read=whole_file).reveal(made, 2) == SAFE
