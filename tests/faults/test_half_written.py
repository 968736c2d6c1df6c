"""Exports, imports, bundles, keys and checkpoints on a full disk, cut off, and two at once.

Nothing half-written passes for whole, what was there before survives, what went wrong is said in a
sentence, and once there is room the same act does what it would have done.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.faults.typist import KEY, LEDGER, Typist, is_told
from tests.unit.privacy.making import ORDER

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.kill

EXPORTS = ("jsonl", "csv", "parquet", "ocel-json", "ocel-sqlite", "xes", "cloudevents", "prov-json")


class Act(NamedTuple):
    """Something that makes a file.

    Attributes:
        words: The command line.
        product: The file.
    """

    words: tuple[str, ...]
    product: str

    def keep(self, folder: Path, typist: Typist) -> Any:  # noqa: ANN401 - whatever compares
        """Return what the product holds once it was made without any limit; and take it away."""
        assert typist.type(*self.words).code == 0
        size, held = (folder / self.product).stat().st_size, self.held(folder)
        (folder / self.product).unlink()
        return size, held

    def held(self, folder: Path) -> object:
        """Return what the product holds: its bytes, or what is in a database."""
        path = folder / self.product
        content = path.read_bytes()
        if not content.startswith(b"SQLite"):
            return content
        with closing(sqlite3.connect(path)) as connection:
            rows = list(connection.iterdump())
        return [row for row in rows if "created_at" not in row]


ACTS = {
    "bundle": Act(("audit", "bundle", ORDER.hex, *LEDGER, *KEY, "--out", "order.tar"), "order.tar"),
    "import": Act(("audit", "import", "orders.jsonl", "--db", "new.db"), "new.db"),
    **{
        to: Act(("audit", "export", "--to", to, "--out", f"out.{to}"), f"out.{to}")
        for to in EXPORTS
    },
}


@pytest.fixture(params=ACTS)
def act(request: pytest.FixtureRequest, folder: Path, typist: Typist) -> Act:
    """Each act; where it needs something, that is there."""
    if request.param == "import":
        assert typist.type("audit", "export", "--to", "jsonl", "--out", "orders.jsonl").code == 0
    found: Act = ACTS[request.param]
    return found


def names_in(folder: Path) -> set[str]:
    """Return what lies in a folder, beside what SQLite keeps while it works."""
    return {one.name for one in folder.iterdir() if not one.name.endswith(("-wal", "-shm"))}


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_file_is_there_whole_or_not_at_all(
    folder: Path, typist: Typist, act: Act, cut: bool
) -> None:
    """Wherever the disk is full, or the process is killed, in it or in what it is made from."""
    size, whole = act.keep(folder, typist)
    before = names_in(folder)
    for limit in sorted({0, 1, 4096, size // 3, size // 2, size - 1}):
        said = typist.type(*act.words, limit=limit, cut=cut)
        left = names_in(folder) - before

        assert said.code is None if cut else is_told(said), (limit, said)
        assert act.product not in left
        assert all(name.startswith(".") for name in left) if cut else not left
    assert typist.type(*act.words).code == 0
    assert act.held(folder) == whole


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_what_was_there_survives_a_replacement_that_fails(
    folder: Path, typist: Typist, cut: bool
) -> None:
    """`--force` gives up the old export for a whole new one, and for nothing less."""
    for to in EXPORTS:
        words = (*ACTS[to].words, "--force")
        old = folder / ACTS[to].product
        old.write_bytes(b"old")
        said = typist.type(*words, limit=4096, cut=cut)

        assert said.code is None if cut else is_told(said)
        assert old.read_bytes() == b"old"
        assert typist.type(*words).code == 0
        assert len(old.read_bytes()) > 4096


def test_a_file_is_whole_whenever_its_maker_is_killed(
    folder: Path, typist: Typist, act: Act
) -> None:
    """At ten moments from its beginning to its end."""
    begin = time.monotonic()
    _, whole = act.keep(folder, typist)
    took, before = time.monotonic() - begin, names_in(folder)
    for moment in range(10):
        typist.kill(*act.words, after=took * moment / 10)
        left = names_in(folder) - before

        assert all(name.startswith(".") for name in left - {act.product})
        if act.product in left:
            assert act.held(folder) == whole
            (folder / act.product).unlink()
    assert typist.type(*act.words).code == 0
    assert act.held(folder) == whole


def test_one_of_several_makes_it(folder: Path, typist: Typist, act: Act) -> None:
    """At the same time: one file, whole; the others are told that it is there."""
    _, whole = act.keep(folder, typist)
    before = names_in(folder)
    said = [one() for one in [typist.start(*act.words) for _ in range(4)]]

    assert sorted(one.code or 0 for one in said) in ([0, 2, 2, 2], [0, 1, 1, 1])
    assert all("already" in one.err for one in said if one.code)
    assert act.held(folder) == whole
    assert names_in(folder) - before == {act.product}


def test_several_that_replace_leave_a_whole_one(folder: Path, typist: Typist) -> None:
    """Whoever comes last, the file is one of theirs and nothing of two."""
    act = ACTS["jsonl"]
    _, whole = act.keep(folder, typist)
    said = [one() for one in [typist.start(*act.words, "--force") for _ in range(4)]]

    assert {one.code for one in said} == {0}
    assert act.held(folder) == whole
