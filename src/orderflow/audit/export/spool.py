"""Parts of one JSON document that become known together and stand far apart.

Each part is written to a temporary file as it comes, and put in its place at the end. So a
document of any size is written in constant memory, and the log is read once.
"""

from __future__ import annotations

from contextlib import ExitStack
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Self

from orderflow.audit.export.row import compact

if TYPE_CHECKING:
    from pathlib import Path


class Spool:
    """The parts of a document, each a list or an object of many members."""

    def __init__(self, near: Path) -> None:
        """Keep the parts in the folder of `near`, where there is room for the document."""
        self._folder = near.parent
        self._files = ExitStack()
        self._parts: dict[str, IO[str]] = {}

    def add(self, part: str, value: object, *, key: str | None = None) -> None:
        """Add a value to a part; with a key where the part is an object."""
        file = self._parts.get(part)
        if file is None:
            file = self._files.enter_context(
                TemporaryFile("w+", encoding="utf-8", newline="\n", dir=self._folder)  # noqa: SIM115 - the stack closes it
            )
            self._parts[part] = file
        else:
            file.write(",\n")
        if key is not None:
            file.write(f"{compact(key)}:")
        file.write(compact(value))

    def pour(self, part: str, out: IO[str]) -> None:
        """Write everything that was added to a part, without what stands around it."""
        file = self._parts.get(part)
        if file is not None:
            file.seek(0)
            copyfileobj(file, out)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()
