"""Exports, imports, bundles, keys and checkpoints on a full disk, cut off, and two at once.

Nothing half-written passes for whole, what was there before survives, what went wrong is said in a
sentence, and once there is room the same act does what it would have done.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import pytest

from orderflow.audit import verify
from orderflow.audit.interchange import source_at
from orderflow.audit.ledger.keyfile import write_key
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.audit.ledger.trust import Trust
from orderflow.privacy import SQLiteKeys, Vault, whole_file
from orderflow.store import ProtectionOrders
from tests.contracts.cases import request, whole_case
from tests.faults.conftest import Nursery, alive, must_be_sound
from tests.unit.audit.ledger.making import LOG_KEY, WITNESS_KEY
from tests.unit.privacy.making import ORDER, SAFE, detail, statement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.kill

TRUST = Trust(LOG_KEY.verifier)
KEY = ("--key", "log.key")
LEDGER = ("--ledger", "orders.ledger")
EXPORTS = ("jsonl", "csv", "parquet", "ocel-json", "ocel-sqlite", "xes", "cloudevents", "prov-json")


class Said(NamedTuple):
    """What a command line came to; None in place of a code if it was cut off."""

    code: int | None
    out: str = ""
    err: str = ""


@pytest.fixture(scope="module")
def limited() -> Iterator[Nursery]:
    """A process that forks children under a limit."""
    started = Nursery("tests.faults.limited")
    yield started
    started.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with keys beside it, a ledger of its first half, and what was made of it."""
    folder = tmp_path_factory.mktemp("made")
    write_key(folder / "log.key", LOG_KEY)
    write_key(folder / "witness.key", WITNESS_KEY)
    (folder / "log.pub").write_text(f"{LOG_KEY.verifier}\n")
    log = folder / "orders.db"
    with (
        SQLiteKeys.begin(folder / "orders.db.keys") as keys,
        ProtectionOrders.open(log, keys=keys) as orders,
    ):
        for command in (request(ORDER), detail(ORDER), statement(ORDER)):
            orders.handle(command)
        checkpoint(folder, begin=True)
        for _ in range(60):
            for command in whole_case(uuid4()):
                orders.handle(command)
    return folder


def checkpoint(folder: Path, *, begin: bool = False) -> bytes:
    """Make a checkpoint."""
    place = folder / "orders.ledger"
    store = SQLiteLedger.begin(place, LOG_KEY.verifier) if begin else SQLiteLedger(place)
    with closing(store), closing(source_at(folder / "orders.db")) as log:
        return Ledger(store, log).checkpoint(LOG_KEY).note


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it, to be worked in."""
    for one in made.iterdir():
        shutil.copy(one, tmp_path)
    return tmp_path


class Typist:
    """Types command lines in a folder, each in a process of its own."""

    def __init__(self, nursery: Nursery, folder: Path, notes: Path) -> None:
        """Take where."""
        self._nursery, self._folder, self._notes = nursery, folder, notes
        self._numbers = count()

    def start(self, *argv: str, limit: int = -1, cut: bool = False, act: str = "typed"):  # type: ignore[no-untyped-def]  # noqa: ANN201
        """Begin, and return what waits for the end and returns what was said."""
        said = self._notes / str(next(self._numbers))
        child = self._nursery.start(act, str(self._folder), str(said), limit, cut, *argv)

        def ended() -> Said:
            self._nursery.wait(child)
            return Said(*json.loads(said.read_text())) if said.exists() else Said(None)

        return ended

    def type(self, *argv: str, **how: object) -> Said:
        """Type one, and wait."""
        return self.start(*argv, **how)()  # type: ignore[no-any-return, arg-type]

    def kill(self, *argv: str, after: float) -> None:
        """Type one, and kill it after so many seconds, unless it is done by then."""
        said = self._notes / str(next(self._numbers))
        child = self._nursery.start("typed", str(self._folder), str(said), -1, False, *argv)
        time.sleep(after)
        if alive(child):
            self._nursery.kill(child)


@pytest.fixture
def typist(limited: Nursery, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Typist:
    """Somebody who types in the folder."""
    return Typist(limited, folder, tmp_path_factory.mktemp("notes"))


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


def is_told(said: Said) -> bool:
    """Tell whether a failure was said in one sentence, and is not a defect of ours."""
    plain = "defect" not in said.err and "Traceback" not in said.err
    return said.code == 1 and plain and said.err.strip() != "" and said.err.count("\n") == 1


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


def test_checkpoints_are_whole_whenever_their_maker_is_killed(folder: Path, typist: Typist) -> None:
    """The ledger verifies after each of twenty kills, and gives the next checkpoint."""
    first, kept = last_checkpoint(folder), (folder / "orders.ledger").read_bytes()
    begin = time.monotonic()
    assert typist.type(*CHECKPOINT).code == 0
    took, whole = time.monotonic() - begin, last_checkpoint(folder)
    for moment in range(20):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        (folder / "orders.ledger").write_bytes(kept)
        typist.kill(*CHECKPOINT, after=took * moment / 20)

        assert last_checkpoint(folder) in {first, whole}
        assert typist.type(*CHECKPOINT).code == 0
        assert (folder / "now").read_bytes() == whole


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


def last_checkpoint(folder: Path) -> bytes:
    """Return the last checkpoint of the ledger, which must hold as far as it goes."""
    with closing(SQLiteLedger(folder / "orders.ledger")) as store:
        note: bytes | None = store.read(lambda pages: pages.checkpoint())
    assert note is not None
    verified = verify(str(folder / "orders.db"), ledger=folder / "orders.ledger", trust=TRUST)
    assert verified.sound
    return note


CHECKPOINT = ("audit", "checkpoint", *LEDGER, *KEY, "--out", "now")


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_checkpoint_is_made_or_not(folder: Path, typist: Typist, cut: bool) -> None:
    """The ledger holds the last one or the next, with all its hashes, and goes on from there."""
    first = last_checkpoint(folder)
    kept = (folder / "orders.ledger").read_bytes()
    assert typist.type(*CHECKPOINT).code == 0
    whole = last_checkpoint(folder)
    assert whole != first
    failed = 0
    for limit in (0, 100, 4096, 8192, 20_000, 32_768, 36_000, 40_000, 100_000):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        (folder / "orders.ledger").write_bytes(kept)
        (folder / "now").unlink(missing_ok=True)
        said = typist.type(*CHECKPOINT, limit=limit, cut=cut)

        assert said.code in ({None, 0} if cut else {0, 1}), said
        assert said.code != 1 or is_told(said)
        failed += said.code != 0
        assert last_checkpoint(folder) in ((whole,) if said.code == 0 else (first, whole))
        assert typist.type(*CHECKPOINT).code == 0
        assert (folder / "now").read_bytes() == whole
    assert 2 < failed < 9


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_ledger_is_begun_or_not(folder: Path, typist: Typist, cut: bool) -> None:
    """What is left of a beginning is taken up again, with or without `--begin`."""
    assert typist.type(*CHECKPOINT).code == 0
    whole = (folder / "now").read_bytes()
    outcomes = set()
    for limit in (0, 100, 4096, 5000, 9000, 20_000, 30_000, 50_000):
        for one in folder.glob("orders.ledger*"):
            one.unlink()
        said = typist.type(*CHECKPOINT, "--begin", limit=limit, cut=cut)
        assert said.code in ({None, 0} if cut else {0, 1}), said
        assert said.code != 1 or is_told(said)
        again = typist.type(*CHECKPOINT, "--begin")
        if again.code:
            assert "already" in again.err
            again = typist.type(*CHECKPOINT)

        assert again.code == 0
        assert last_checkpoint(folder) == (folder / "now").read_bytes() == whole
        outcomes.add(said.code)
    assert len(outcomes) == 2


def test_a_checkpoint_that_cannot_be_given_is_kept(folder: Path, typist: Typist) -> None:
    """It is signed and in the ledger; with room it is given, byte for byte the same."""
    said = typist.type(*CHECKPOINT[:-1], "/dev/full")
    kept = last_checkpoint(folder)

    assert is_told(said)
    assert typist.type(*CHECKPOINT).code == 0
    assert (folder / "now").read_bytes() == kept


def test_several_checkpoints_at_once_are_one(folder: Path, typist: Typist) -> None:
    """Each process gives the same, and a ledger that all would begin is begun once."""
    words = CHECKPOINT[:-1]
    for begin, codes in (((), [0, 0, 0, 0]), (("--begin",), [0, 1, 1, 1])):
        running = [typist.start(*words, f"now-{n}", *begin) for n in range(4)]
        said = [one() for one in running]
        notes = {one.read_bytes() for one in folder.glob("now-*")}

        assert sorted(one.code or 0 for one in said) == codes, said
        assert all("already" in one.err for one in said if one.code)
        assert notes == {last_checkpoint(folder)}
        for one in (*folder.glob("orders.ledger*"), *folder.glob("now-*")):
            one.unlink()


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_witness_remembers_or_does_not_cosign(folder: Path, typist: Typist, cut: bool) -> None:
    """No cosignature is given away of what was not put on disk before."""
    checkpoint(folder)
    assert typist.type("audit", "prove", "--from-nothing", *LEDGER, "--out", "growth").code == 0
    words = ("audit", "witness", "growth", "--log", "log.pub", "--key", "witness.key")
    given = 0
    # What SQLite keeps beside a log in use has 32,768 bytes from the first moment on.
    for limit in (0, 100, 4096, 8192, 12_288, 32_768, 100_000):
        for one in (*folder.glob("seen*"), *folder.glob("cosigned")):
            one.unlink()
        SQLiteMemory.begin(folder / "seen").close()
        said = typist.type(*words, "--memory", "seen", "--out", "cosigned", limit=limit, cut=cut)
        with closing(sqlite3.connect(folder / "seen")) as connection:
            (remembered,) = connection.execute("SELECT COUNT(*) FROM cosigned").fetchone()

        assert said.code != 1 or is_told(said)
        assert (folder / "cosigned").exists() <= (remembered == 1)
        given += (folder / "cosigned").exists()
    assert 0 < given < 7


@pytest.mark.parametrize("cut", [False, True], ids=["full", "cut off"])
def test_a_new_key_is_kept_or_nothing_is_sealed(folder: Path, typist: Typist, cut: bool) -> None:
    """No event is on record that the key store cannot open; every older key is still there."""
    kept = {name: (folder / name).read_bytes() for name in ("orders.db", "orders.db.keys")}
    codes = set()
    for limit in (0, 1, 512, 4096, 9000, 20_480, 24_000, 40_000, 100_000):
        for name, content in kept.items():
            for suffix in ("", "-wal", "-shm", "-journal"):
                (folder / f"{name}{suffix}").unlink(missing_ok=True)
            (folder / name).write_bytes(content)
            (folder / name).chmod(0o600)
        said = typist.type(limit=limit, cut=cut, act="sealed")
        codes.add(said.code)
        with (
            SQLiteKeys(folder / "orders.db.keys") as keys,
            ProtectionOrders.open(folder / "orders.db", keys=keys) as orders,
        ):
            values = Vault(orders, keys, may_read=whole_file).read(ORDER)

            assert all(value.text for value in values)
            assert values[0].text == SAFE
            assert len(values) in ({3} if said.code == 4 else {2, 3} if cut else {2}), said
        assert typist.type(act="sealed").code == 4
        must_be_sound(folder / "orders.db", ["rob"])
    assert 4 in codes
    assert len(codes) == 2
