"""What can be seen of a write-ahead log that lost what was acknowledged.

SQLite reads its write-ahead log up to the first frame that does not fit, takes that for the end,
and writes over the rest. So it must: a write that power cut short looks the same. But a frame that
was written after a later commit proves that the earlier ones were on disk once. Only that is taken
for damage; a log that lost its last write, or its end, cannot be told from one that was cut short.

The format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_MAGIC: Final = 0x377F0682
_SUMMED: Final = 24
"""How much of the header its own checksum covers."""
_COUNTED: Final = 8
"""How much of the head of a frame its checksum covers."""
_MASK: Final = 0xFFFFFFFF
_SMALLEST, _LARGEST = 512, 65536

_Sum = tuple[int, int]


class _Frame(NamedTuple):
    head: bytes
    page: bytes

    @property
    def commits(self) -> bool:
        return bool(_FRAME.unpack(self.head)[1])

    @property
    def salts(self) -> tuple[int, int]:
        return _FRAME.unpack(self.head)[2:4]

    @property
    def checksum(self) -> _Sum:
        return _FRAME.unpack(self.head)[4:6]

    def follows(self, checksum: _Sum, order: str) -> bool:
        counted = _summed(self.head[:_COUNTED], order, checksum)
        return _summed(self.page, order, counted) == self.checksum


def lost_a_commit(path: Path) -> bool:
    """Tell whether a write-ahead log provably holds a commit that SQLite will not find.

    Args:
        path: The write-ahead log. Somebody may be writing it.
    """
    try:
        return _lost(path)
    except OSError:
        return False  # Nobody needs it any more.


def _lost(path: Path) -> bool:
    header = _begin(path)
    if len(header) < _HEADER.size:
        return False
    magic, _, size, _, *salts, first, second = _HEADER.unpack(header)
    size = _LARGEST if size == 1 else size
    if magic & ~1 != _MAGIC or not _SMALLEST <= size <= _LARGEST:
        return False
    order = ">" if magic & 1 else "<"
    last: _Sum | None = (first, second)
    intact, committed = _summed(header[:_SUMMED], order, (0, 0)) == last, False
    for frame in _frames(path, size):
        ours = frame.salts == tuple(salts)
        follows = ours and last is not None and frame.follows(last, order)
        if follows and committed and not intact:
            # Whoever began the file anew meanwhile wrote another header first.
            return _begin(path) == header
        intact = intact and follows
        last, committed = (frame.checksum, frame.commits) if ours else (None, False)
    return False


def _begin(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADER.size)


def _frames(path: Path, size: int) -> Iterator[_Frame]:
    with path.open("rb") as file:
        file.seek(_HEADER.size)
        while len(read := file.read(_FRAME.size + size)) == _FRAME.size + size:
            yield _Frame(read[: _FRAME.size], read[_FRAME.size :])


def _summed(data: bytes, order: str, start: _Sum) -> _Sum:
    """Return SQLite's checksum of `data`, continued from that of what comes before."""
    first, second = start
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for even, odd in zip(words, words, strict=True):
        first = (first + even + second) & _MASK
        second = (second + odd + first) & _MASK
    return first, second
