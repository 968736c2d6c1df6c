"""The archive: any tar reads it, and it can be written in one way only."""

from __future__ import annotations

import tarfile
from io import BytesIO

import pytest

from orderflow.audit.bundle import archive
from orderflow.errors import NotWellFormed


def written(**files: bytes) -> BytesIO:
    """Return an archive of these files."""
    whole = BytesIO()
    for name, content in files.items():
        archive.add(whole, name, BytesIO(content), len(content))
    archive.finish(whole)
    whole.seek(0)
    return whole


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513, 1 << 21])
def test_any_tar_reads_it(size: int) -> None:
    """What Python's own reader finds is what was written: plain files of nobody and no day."""
    content = bytes(range(256)) * (size // 256 + 1)
    with tarfile.open(fileobj=written(one=content[:size], two=b"2")) as opened:
        first, second = opened.getmembers()
        read = opened.extractfile(first)
        assert read is not None
        found = read.read()

    assert found == content[:size]
    assert (first.name, second.name) == ("one", "two")
    assert (first.mode, first.mtime, first.uid, first.uname) == (0o644, 0, 0, "")
    assert first.isreg()


def test_a_header_is_that_of_the_standard_library() -> None:
    """Ours is what `tarfile` writes for the same file in the ustar form."""
    info = tarfile.TarInfo("law/regimes/nl-hybrid-draft@2025+civil.toml")
    info.size = 12345

    theirs = info.tobuf(tarfile.USTAR_FORMAT)
    ours = archive.header(info.name, info.size)

    # The standard library leaves the numbers of devices empty where there is no device.
    assert ours[:148] == theirs[:148]
    assert ours[156:329] == theirs[156:329]
    assert tarfile.TarInfo.frombuf(ours, "ascii", "strict").size == info.size


@pytest.mark.parametrize(
    "name", ["", "/a", "a/", "a//b", "..", "a/../b", ".a", "-a", "a b", "é", "a\\b", "x" * 101]
)
def test_a_name_stays_within_the_folder(name: str) -> None:
    """No name leads elsewhere, hides, or means something to a shell."""
    assert not archive.is_proper(name)
    with pytest.raises(ValueError, match="cannot hold"):
        archive.header(name, 1)


def test_a_file_too_large_is_refused() -> None:
    """A size that the header cannot write is not written otherwise."""
    with pytest.raises(ValueError, match="cannot hold"):
        archive.header("a", archive.LARGEST + 1)


def read(content: bytes) -> tuple[bytes, bytes]:
    """Read an archive of two files, strictly."""
    file = BytesIO(content)
    first = archive.first(file, "one", 100)
    second = b"".join(archive.following(file, "two", 3))
    archive.end(file)
    return first, second


def test_what_was_written_is_read() -> None:
    """Both files, and nothing else."""
    assert read(written(one=b"1", two=b"222").getvalue()) == (b"1", b"222")


def test_no_byte_but_those_of_the_files_can_be_another() -> None:
    """Every header, every padding and the end are implied."""
    good = written(one=b"1", two=b"222").getvalue()
    for at in range(len(good)):
        other = bytearray(good)
        other[at] ^= 1
        if at == 512:
            assert read(bytes(other))[0] == b"0"
        elif 512 * 3 <= at < 512 * 3 + 3:
            assert read(bytes(other))[1] != b"222"
        else:
            with pytest.raises(NotWellFormed):
                read(bytes(other))


def test_nothing_can_be_cut_off_or_added() -> None:
    """The archive ends where it ends."""
    good = written(one=b"1", two=b"222").getvalue()
    for other in (*(good[:size] for size in range(len(good))), good + b"\0", good + bytes(512)):
        with pytest.raises(NotWellFormed):
            read(other)


def test_a_first_file_may_not_be_too_large() -> None:
    """What says it is large is not read."""
    with pytest.raises(NotWellFormed, match="more than 100"):
        archive.first(written(one=bytes(101)), "one", 100)
