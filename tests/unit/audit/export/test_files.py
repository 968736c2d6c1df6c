"""A file is whole or not there, and nothing is lost for it."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from orderflow.audit.export import ExportFormat, export_log
from orderflow.audit.export.files import whole_file
from orderflow.audit.export.spool import Spool
from orderflow.audit.ledger.keyfile import write_key
from orderflow.errors import NotAnEventLog
from tests.unit.audit.export.making import lived, names_in
from tests.unit.audit.ledger.making import LOG_KEY


def test_a_file_comes_whole_and_for_its_owner_alone(tmp_path: Path) -> None:
    """It is there when all of it is, and not before."""
    path = tmp_path / "out"
    with whole_file(path) as new:
        new.write_text("all of it")
        assert not path.exists()

    assert path.read_text() == "all of it"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["out"]


def test_what_goes_wrong_leaves_nothing(tmp_path: Path) -> None:
    """Neither the file nor what was to become it."""

    def half() -> None:
        with whole_file(tmp_path / "out") as new:
            new.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert names_in(tmp_path) == []


def test_what_is_there_is_kept_unless_asked(tmp_path: Path) -> None:
    """Also where it came while we wrote."""
    path = tmp_path / "out"

    def late() -> None:
        with whole_file(path) as new:
            new.write_text("ours")
            path.write_text("theirs")

    with pytest.raises(FileExistsError):
        late()
    assert path.read_text() == "theirs"
    with pytest.raises(FileExistsError), whole_file(path):
        pass
    with whole_file(path, replace=True) as new:
        new.write_text("ours")
    assert path.read_text() == "ours"
    with pytest.raises(FileExistsError), whole_file(tmp_path, replace=True):
        pass


@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_who_may_read_it_is_said(tmp_path: Path, umask: int) -> None:
    """What is not private is as any other file of whoever made it."""
    before = os.umask(umask)
    try:
        with whole_file(tmp_path / "out", private=False) as new:
            new.write_text("for others")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o666 & ~umask


def test_where_no_file_can_be_its_name_is_told(tmp_path: Path) -> None:
    """The name that was asked for, and not the one it would have had meanwhile."""
    path = tmp_path / "none" / "out"

    with pytest.raises(FileNotFoundError) as refused, whole_file(path):
        pass
    assert refused.value.filename == str(path)


def test_keys_and_pipes_are_never_replaced(tmp_path: Path) -> None:
    """A key has no copy, and what waits at a pipe would wait for ever."""
    key, pipe = tmp_path / "log.key", tmp_path / "pipe"
    write_key(key, LOG_KEY)
    os.mkfifo(pipe)

    for place in (key, pipe):
        with pytest.raises(FileExistsError), whole_file(place, replace=True):
            pass
    assert key.read_text() == f"{LOG_KEY.reveal()}\n"
    assert pipe.is_fifo()


def test_where_there_are_no_links_it_is_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems know none."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    with whole_file(tmp_path / "out") as new:
        new.write_text("all of it")

    assert names_in(tmp_path) == ["out"]


@pytest.mark.parametrize("to", [ExportFormat.CSV, ExportFormat.JSONL])
def test_a_log_is_never_replaced(tmp_path: Path, to: ExportFormat) -> None:
    """Not by its own export, not by that of another, not by force."""
    log = lived(tmp_path / "orders.db")
    before = log.read_bytes()

    with pytest.raises(FileExistsError):
        export_log(log, log, to, replace=True)

    assert log.read_bytes() == before


def test_another_database_may_be_replaced(log: Path, tmp_path: Path) -> None:
    """An OCEL file of yesterday, for one."""
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (a)")
    other.close()

    assert export_log(log, path, ExportFormat.CSV, replace=True).events > 0
    assert path.read_bytes().startswith(b'"order_id"')


def test_no_log_no_file(tmp_path: Path) -> None:
    """An export of nothing is an error, and leaves nothing."""
    with pytest.raises(NotAnEventLog):
        export_log(tmp_path / "none.db", tmp_path / "out", ExportFormat.CSV)

    assert names_in(tmp_path) == []


def test_parts_come_in_the_order_asked_for(tmp_path: Path) -> None:
    """Whatever order they were added in; a part that nothing was added to is empty."""
    path = tmp_path / "out"
    with path.open("w") as file, Spool(path) as spool:
        spool.add("second", 1, key="a")
        spool.add("first", "é")
        spool.add("second", [2], key="b")
        for part in ("first", "none", "second"):
            file.write("<")
            spool.pour(part, file)
            file.write(">")

    assert path.read_text("utf-8") == '<"é"><><"a":1,\n"b":[2]>'
    assert names_in(tmp_path) == ["out"]


def test_the_name_of_a_whole_file_is_on_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its content first, then its name: no power cut leaves the name of half a file."""
    kept: list[int] = []
    fsync = os.fsync

    def noted(file: int) -> None:
        kept.append(os.fstat(file).st_ino)
        fsync(file)

    monkeypatch.setattr(os, "fsync", noted)
    with whole_file(tmp_path / "out") as new:
        new.write_text("whole")

    assert kept == [(tmp_path / "out").stat().st_ino, tmp_path.stat().st_ino]
