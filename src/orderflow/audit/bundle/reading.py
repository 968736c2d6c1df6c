"""Opens a bundle: every byte of it is found to be what its manifest says, before any is used."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from orderflow.audit.bundle import archive
from orderflow.audit.bundle.manifest import NAME, Manifest
from orderflow.audit.ledger.note import LARGEST_NOTE, Note
from orderflow.errors import NotProven, NotWellFormed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST_LINE: Final = 4 * 1024 * 1024


class Bundle:
    """A bundle, open to be read. Whose it is, `checking` finds out."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the whole of it once, in constant memory.

        Args:
            file: The bundle, at its beginning; a file in which one can go back.

        Raises:
            NotWellFormed: It is no bundle, or not written in the one way that it must be.
            NotProven: A file in it is not the one that the manifest names.
        """
        self._file = file
        self.note = Note.parse(archive.first(file, NAME, LARGEST_NOTE))
        self.manifest = Manifest.parse(self.note.text)
        self._places: dict[str, tuple[int, int]] = {}
        for one in self.manifest.files:
            self._places[one.name] = (file.tell() + archive.BLOCK, one.size)
            digest = sha256()
            for piece in archive.following(file, one.name, one.size):
                digest.update(piece)
            if digest.hexdigest() != one.digest:
                msg = f"{one.name} in the bundle is not what its manifest names"
                raise NotProven(msg)
        archive.end(file)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return the bundle in a file.

        Raises:
            NotWellFormed: As for a bundle that is open.
            NotProven: As for a bundle that is open.
            OSError: It cannot be read.
        """
        file = path.open("rb")
        try:
            return cls(file)
        except BaseException:
            file.close()
            raise

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def content(self, name: str) -> bytes:
        """Return a file that is short.

        Raises:
            NotWellFormed: The bundle has none of that name, or it is not short.
        """
        size = self._go_to(name)
        if size > LARGEST_NOTE:
            msg = f"{name} in the bundle has more than {LARGEST_NOTE} bytes"
            raise NotWellFormed(msg)
        return self._file.read(size)

    def lines(self, name: str) -> Iterator[bytes]:
        """Iterate over the lines of a file; one that is far too long comes in pieces.

        Raises:
            NotWellFormed: The bundle has none of that name.
        """
        rest = self._go_to(name)
        at = self._file.tell()
        while rest:
            self._file.seek(at)  # Others are read in between.
            line = self._file.readline(min(rest, _LONGEST_LINE + 1))
            at += len(line)
            rest -= len(line)
            yield line

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _go_to(self, name: str) -> int:
        if name not in self._places:
            msg = f"the bundle has no {name}"
            raise NotWellFormed(msg)
        start, size = self._places[name]
        self._file.seek(start)
        return size
