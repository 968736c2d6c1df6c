"""Every byte of the files themselves, changed one at a time, whatever SQLite keeps in it.

The rule: after a change, the file is refused, or something is found, or SQLite still reads the very
same schema and the very same rows from it. The last is so where the byte lies in space that SQLite
does not use, or in a part of its header that says nothing of the content. Two columns are left out
of the comparison, because nothing in a log can vouch for them: the digest of a handled command,
whose content is not kept, and the moment at which the log says it was created.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from orderflow.errors import OrderflowError
from tests.faults.fault_table import must_say
from tests.faults.tampering import Files, made, mixed

pytestmark = pytest.mark.slow

PARTS = 4
"""Every fourth byte at a time, so that several processes can share the work."""

TRIED = range(PARTS if os.environ.get("ORDERFLOW_EVERY_BYTE") else 1)
"""All parts take some minutes, and are tried where `ORDERFLOW_EVERY_BYTE` is set."""

NOT_VOUCHED_FOR = {("commands", "digest")}


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """A log and its ledger in pages as small as there are, so that every byte can be tried."""
    files = made(tmp_path, mixed())
    for path in files:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA page_size = 512")
            connection.execute("VACUUM")
    return files


def content(path: Path) -> dict[str, Any]:
    """Return everything that SQLite reads from a file, but for what nothing can vouch for."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = bytes
        schema = connection.execute("SELECT * FROM sqlite_master ORDER BY type, name").fetchall()
        found: dict[str, Any] = {"": [row[:3] + row[4:] for row in schema]}
        for table in [row[1].decode() for row in schema if row[0] == b"table"]:
            names = [row[1].decode() for row in connection.execute(f"PRAGMA table_info({table})")]
            chosen = ", ".join(one for one in names if (table, one) not in NOT_VOUCHED_FOR)
            rows = connection.execute(f"SELECT {chosen} FROM {table}").fetchall()  # noqa: S608
            found[table] = [row for row in rows if row[0] != b"created_at"]
        return found


def every_byte(files: Files, path: Path, part: int) -> Counter[str]:
    """Change each byte of a part of a file and count what came of it."""
    whole, before = path.read_bytes(), content(path)
    counted: Counter[str] = Counter()
    with path.open("r+b", buffering=0) as file:
        for place, byte in islice(enumerate(whole), part, None, PARTS):
            file.seek(place)
            file.write(bytes([byte ^ 1]))
            counted[what_came_of_it(files, path, before, place)] += 1
            file.seek(place)
            file.write(bytes([byte]))
    assert files.verified().sound
    return counted


def what_came_of_it(files: Files, path: Path, before: dict[str, Any], place: int) -> str:
    """Return whether a change was found, refused, or is without effect; nothing else may be."""
    try:
        found = files.verified()
    except OrderflowError:
        return "refused"
    if not found.sound:
        return "found"
    assert content(path) == before, f"byte {place} was changed unseen"
    return "without effect"


@pytest.mark.parametrize("part", TRIED)
@pytest.mark.parametrize("name", ["log", "ledger"])
def test_every_byte_of_a_file(files: Files, name: str, part: int) -> None:
    """Is found or refused, or SQLite reads the same from the file as before."""
    counted = every_byte(files, getattr(files, name), part)

    must_say(
        f"a byte of the file of the {name}",
        counted.total() * PARTS,
        "all found or refused, or without effect on what SQLite reads",
    )
    # Much of such a small file is space that holds nothing; the rest is not without effect.
    assert counted["found"] > counted.total() / 3
