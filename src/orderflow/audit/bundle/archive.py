"""An archive with exactly one way to be written: POSIX ustar, of which every header is implied.

Whoever knows the name and the size of a file knows every byte that stands before and behind it. So
an archive holds nothing but its files, and what a signature over their hashes does not cover could
not be otherwise. Any `tar` unpacks it. Nothing is compressed: nothing can burst, and no later
version of a compressor makes other bytes of the same files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, Final

from orderflow.errors import NotWellFormed

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK: Final = 512
LONGEST_NAME: Final = 100
LARGEST: Final = 8**11 - 1
"""Size in bytes above which a file has no place in an archive."""

_END: Final = bytes(2 * BLOCK)
_PIECE: Final = 1 << 20
_PART: Final = re.compile(r"[A-Za-z0-9_@+][A-Za-z0-9_@+.-]*")
_SIZE: Final = slice(124, 135)
_DIGITS: Final = re.compile(rb"[0-7]{11}")


def is_proper(name: str) -> bool:
    """Tell whether a file may have this name: it stays within the folder it is unpacked into."""
    return len(name) <= LONGEST_NAME and all(_PART.fullmatch(part) for part in name.split("/"))


def header(name: str, size: int) -> bytes:
    """Return the only header that a file of this name and size has.

    Raises:
        ValueError: No file of an archive has this name or size.
    """
    if not is_proper(name) or not 0 <= size <= LARGEST:
        msg = f"an archive cannot hold a file '{name}' of {size} bytes"
        raise ValueError(msg)
    fields = (
        name.encode("ascii").ljust(LONGEST_NAME, b"\0"),
        b"0000644\0",  # anybody may read it
        b"0000000\0" * 2,  # nobody's
        b"%011o\0" % size,
        b"00000000000\0",  # of no day: the same input gives the same bytes
        b" " * 8,  # the checksum, counted as spaces
        b"0" + bytes(100),  # a file, and no link
        b"ustar\x0000" + bytes(64),
        b"0000000\0" * 2 + bytes(167),
    )
    whole = b"".join(fields)
    return whole[:148] + b"%06o\0 " % sum(whole) + whole[156:]


def padding(size: int) -> bytes:
    """Return what stands behind a file of this size."""
    return bytes(-size % BLOCK)


def add(archive: BinaryIO, name: str, content: bytes | BinaryIO, size: int) -> None:
    """Write one file at the end of an archive; a content that is a file is read from where it is.

    Raises:
        ValueError: No file of an archive has this name or size.
    """
    archive.write(header(name, size))
    if isinstance(content, bytes):
        archive.write(content)
    else:
        while piece := content.read(_PIECE):
            archive.write(piece)
    archive.write(padding(size))


def finish(archive: BinaryIO) -> None:
    """Write the end."""
    archive.write(_END)


def first(archive: BinaryIO, name: str, largest: int) -> bytes:
    """Return the first file of an archive, which has this name.

    Raises:
        NotWellFormed: It begins with something else, or that file is too large.
    """
    found = archive.read(BLOCK)
    digits = found[_SIZE]
    size = int(digits, 8) if _DIGITS.fullmatch(digits) else LARGEST
    if found != header(name, size):
        msg = f"not an archive that begins with {name}"
        raise NotWellFormed(msg)
    if size > largest:
        msg = f"{name} has more than {largest} bytes"
        raise NotWellFormed(msg)
    content = archive.read(size)
    _require(archive, padding(size), name)
    return content


def following(archive: BinaryIO, name: str, size: int) -> Iterator[bytes]:
    """Iterate over the content of the next file, piece by piece.

    Raises:
        NotWellFormed: Another file stands there, or the archive was cut off.
    """
    if archive.read(BLOCK) != header(name, size):
        msg = f"in the place of {name} stands something else"
        raise NotWellFormed(msg)
    rest = size
    while rest:
        piece = archive.read(min(rest, _PIECE))
        if not piece:
            msg = f"the archive is cut off within {name}"
            raise NotWellFormed(msg)
        rest -= len(piece)
        yield piece
    _require(archive, padding(size), name)


def end(archive: BinaryIO) -> None:
    """Return if the archive ends here.

    Raises:
        NotWellFormed: It does not, or goes on behind its end.
    """
    if archive.read(len(_END) + 1) != _END:
        msg = "the archive does not end behind its last file"
        raise NotWellFormed(msg)


def _require(archive: BinaryIO, expected: bytes, name: str) -> None:
    if archive.read(len(expected)) != expected:
        msg = f"behind {name} stands something that does not belong there"
        raise NotWellFormed(msg)
