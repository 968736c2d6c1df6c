"""Key files: only for their owner, never overwritten, never made in passing."""

from __future__ import annotations

import os
import resource
import signal
import stat
from pathlib import Path

import pytest

from orderflow.audit.ledger import keyfile
from orderflow.audit.ledger.keyfile import read_key, write_key
from orderflow.audit.ledger.keys import Kind
from orderflow.errors import KeyFileError
from orderflow.store import naming
from tests.unit.audit.ledger.making import LOG_KEY, WITNESS_KEY


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return where the key is to be."""
    return tmp_path / "log.key"


def test_a_key_comes_back_from_its_file(place: Path) -> None:
    """The file has mode 0600, whatever the umask, and holds one line."""
    before = os.umask(0)
    try:
        write_key(place, LOG_KEY)
    finally:
        os.umask(before)

    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert place.read_text() == f"{LOG_KEY.reveal()}\n"
    assert read_key(place, Kind.NOTE) == LOG_KEY


def test_a_key_is_never_overwritten(place: Path) -> None:
    """Whatever stands there stays, also behind a symbolic link."""
    place.write_text("precious")
    link = place.with_name("link")
    link.symlink_to(place.with_name("nothing"))

    for taken in (place, link):
        with pytest.raises(KeyFileError, match="already"):
            write_key(taken, LOG_KEY)
    assert place.read_text() == "precious"
    assert not place.with_name("nothing").exists()


def test_a_file_that_cannot_be_made_is_said(place: Path) -> None:
    """Where there is no directory, no key is kept."""
    with pytest.raises(KeyFileError, match="cannot be made"):
        write_key(place / "below", LOG_KEY)


def test_a_full_disk_leaves_no_part_of_a_key(place: Path) -> None:
    """It is said, and the name is free for the key once there is room."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, limits[1]))
    try:
        with pytest.raises(KeyFileError, match="cannot be written"):
            write_key(place, LOG_KEY)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert not place.exists()
    write_key(place, LOG_KEY)


def test_a_missing_key_is_no_new_key(place: Path) -> None:
    """It is an error, and nothing is made."""
    with pytest.raises(KeyFileError, match="no key"):
        read_key(place, Kind.NOTE)
    assert not place.exists()


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660, 0o610, 0o601])
def test_a_key_that_others_can_read_is_refused(place: Path, mode: int) -> None:
    """Any right for anybody else."""
    write_key(place, LOG_KEY)
    place.chmod(mode)

    with pytest.raises(KeyFileError, match="0600"):
        read_key(place, Kind.NOTE)


def test_where_modes_say_nothing_they_are_not_asked(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On systems without POSIX modes the file is read."""
    write_key(place, LOG_KEY)
    place.chmod(0o644)
    monkeypatch.setattr("orderflow.audit.ledger.keyfile.os.name", "nt")
    found = read_key(place, Kind.NOTE)
    monkeypatch.undo()

    assert found == LOG_KEY


def test_a_key_for_something_else_is_refused(place: Path) -> None:
    """A witness's key signs no checkpoint, and a log's key cosigns none."""
    write_key(place, WITNESS_KEY)
    write_key(place.with_name("other"), LOG_KEY)

    with pytest.raises(KeyFileError, match="signing checkpoints"):
        read_key(place, Kind.NOTE)
    with pytest.raises(KeyFileError, match="cosigning"):
        read_key(place.with_name("other"), Kind.COSIGNATURE)


@pytest.mark.parametrize(
    "content", [b"", b"hello\n", b"\xff\xfe", LOG_KEY.reveal().encode() + b"\n\n"]
)
def test_a_file_without_a_key_is_refused(place: Path, content: bytes) -> None:
    """Nothing of what it holds is told."""
    write_key(place, LOG_KEY)
    place.write_bytes(content)

    with pytest.raises(KeyFileError, match="holds no key") as refused:
        read_key(place, Kind.NOTE)
    assert "PRIVATE" not in str(refused.value)


def test_what_is_no_file_is_no_key(place: Path) -> None:
    """A directory and a pipe are seen for what they are, and nobody waits for the pipe."""
    place.mkdir(mode=0o700)
    os.mkfifo(place / "pipe", mode=0o600)

    for other in (place, place / "pipe"):
        with pytest.raises(KeyFileError, match="not a file"):
            read_key(other, Kind.NOTE)


def test_a_key_behind_a_broken_path_is_said(place: Path) -> None:
    """A path through a file leads nowhere."""
    place.write_text("a file")

    with pytest.raises(KeyFileError, match="cannot be read"):
        read_key(place / "below", Kind.NOTE)


def test_the_name_of_a_key_file_is_on_disk_too(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only what is in it: a checkpoint may be signed with it before the power goes."""
    kept: list[int] = []
    fsync = os.fsync

    def noted(file: int) -> None:
        kept.append(os.fstat(file).st_ino)
        fsync(file)

    monkeypatch.setattr(os, "fsync", noted)
    write_key(place, LOG_KEY)

    assert kept == [place.stat().st_ino, place.parent.stat().st_ino]


def test_where_folders_are_no_files_names_are_not_kept_by_us(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere the system does it by itself."""
    monkeypatch.setattr("orderflow.store.naming.os.name", "nt")
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("a folder was synced"))

    naming.keep_name(place)


def test_a_name_that_the_disk_refuses_keeps_no_key(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, and the name is free again."""

    def refused(_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(keyfile, "keep_name", refused)
    with pytest.raises(KeyFileError, match="nothing was kept"):
        write_key(place, LOG_KEY)

    assert not place.exists()
