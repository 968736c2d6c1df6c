"""What a command writes comes whole, and never over the record."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orderflow.audit.ledger.keyfile import write_key
from orderflow.cli.faults import WrongUse
from orderflow.cli.files import put
from tests.unit.audit.ledger.making import LOG_KEY
from tests.unit.cli.support import real_log

if TYPE_CHECKING:
    from tests.unit.cli.support import Log, Type


def test_what_was_there_makes_place(tmp_path: Path) -> None:
    """Yesterday's file, and also one that a link leads to; the link stays."""
    out, link = tmp_path / "out", tmp_path / "link"
    out.write_text("yesterday, and longer")
    link.symlink_to(out)

    put(str(link), b"today")

    assert (out.read_bytes(), link.is_symlink()) == (b"today", True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link", "out"]


def test_logs_keys_and_folders_stay(tmp_path: Path) -> None:
    """What nobody can make again is not replaced."""
    real_log(tmp_path / "orders.db")
    write_key(tmp_path / "log.key", LOG_KEY)
    (tmp_path / "folder").mkdir()
    before = {one: one.is_file() and one.read_bytes() for one in tmp_path.iterdir()}

    for name in ("orders.db", "log.key", "folder"):
        with pytest.raises(WrongUse, match="is not replaced"):
            put(str(tmp_path / name), b"new")
    assert {one: one.is_file() and one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_pipe_takes_it(tmp_path: Path) -> None:
    """As it takes what is printed."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=put, args=(str(pipe), b"through"))
    writer.start()
    taken = pipe.read_bytes()
    writer.join()

    assert (taken, pipe.is_fifo()) == (b"through", True)


def test_a_drawing_is_not_put_over_a_log(typed: Type, log: Log) -> None:
    """A slip of the hand costs no record."""
    before = Path(log.place).read_bytes()
    printed = typed("diagram", "--out", log.place)

    assert (printed.code, "is not replaced" in printed.err) == (2, True)
    assert Path(log.place).read_bytes() == before
