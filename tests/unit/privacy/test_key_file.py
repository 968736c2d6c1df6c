"""The key store in a file: whose it is, and what is left in it of a key that is gone."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.errors import KeyStoreError, StoreUnavailable
from orderflow.privacy import KeyState, SQLiteKeys
from orderflow.privacy.sqlite import files
from orderflow.privacy.sqlite import keys as module
from orderflow.store.sqlite.faults import SQLiteUnavailable
from tests.contracts.cases import after
from tests.unit.privacy.making import LOG, PLACE, SAFE, erasure

PEOPLE = [f"person-{number}" for number in range(60)]


def key_of(path: Path, person: str) -> bytes:
    """Return the bytes of a key, as somebody who may read the file can."""
    with closing(sqlite3.connect(path)) as connection:
        row = connection.execute("SELECT key FROM keys WHERE person = ?", (person,)).fetchone()
        return bytes(row[0])


def lies_about(folder: Path, content: bytes) -> list[str]:
    """Return the files of a folder that hold these bytes."""
    return sorted(file.name for file in folder.iterdir() if content in file.read_bytes())


def test_the_file_is_its_owners_alone(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """And is no longer opened once others may read it."""
    path = tmp_path / "orders.db.keys"
    assert path.stat().st_mode & 0o777 == 0o600

    file_keys.close()
    path.chmod(0o640)
    with pytest.raises(KeyStoreError, match="0600"):
        SQLiteKeys(path)


def test_a_key_store_is_begun_once(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """Whatever is there already stays as it is."""
    file_keys.seal(SAFE, PLACE)

    with pytest.raises(KeyStoreError, match="already"):
        SQLiteKeys.begin(tmp_path / "orders.db.keys")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KeyStoreError, match="already"):
        SQLiteKeys.begin(link)
    assert [status.person for status in file_keys.statuses()] == ["ana"]
    with pytest.raises(KeyStoreError, match="cannot be made"):
        SQLiteKeys.begin(tmp_path / "no" / "folder")


def test_a_missing_key_store_is_never_made(tmp_path: Path) -> None:
    """Opening makes nothing, and says what to do."""
    with pytest.raises(KeyStoreError, match="begin one"):
        SQLiteKeys(tmp_path / "keys")

    assert list(tmp_path.iterdir()) == []


def test_something_else_is_no_key_store(tmp_path: Path) -> None:
    """A folder, a text, another database, or a file of a later form."""
    with pytest.raises(KeyStoreError, match="not a file"):
        SQLiteKeys(tmp_path)
    text = tmp_path / "text"
    text.write_text("no database" * 100)
    text.chmod(0o600)
    with pytest.raises(Exception, match=r"not a database|damaged"):
        SQLiteKeys(text)
    for number, pragma in enumerate(("application_id = 7", "user_version = 99")):
        path = tmp_path / f"{number}.keys"
        SQLiteKeys.begin(path).close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA {pragma}")
        with pytest.raises(KeyStoreError, match=r"not a key store|newer"):
            SQLiteKeys(path)


def test_what_is_there_is_not_made_a_key_store(tmp_path: Path) -> None:
    """Also where it came into being between two steps."""
    from orderflow.privacy.sqlite.schema import (  # noqa: PLC0415 - not public
        create,
        require_key_store,
    )

    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE other (x)")
        with pytest.raises(KeyStoreError, match="already"):
            create(connection.cursor(), "other.db", after_loss=False)
        with pytest.raises(KeyStoreError, match="not a key store"):
            require_key_store(connection.cursor(), "other.db")


def test_after_a_loss_new_keys_may_serve(tmp_path: Path) -> None:
    """Only when somebody said that the old ones are gone."""
    with SQLiteKeys.begin(tmp_path / "keys", after_loss=True) as begun:
        begun.serve(LOG, lambda: True)
    with SQLiteKeys(tmp_path / "keys") as again, pytest.raises(KeyStoreError):
        again.serve("another", lambda: True)


def test_nothing_is_left_of_a_destroyed_key(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """Not in the file, nor in any that SQLite keeps beside it; every other key is still there."""
    path = tmp_path / "orders.db.keys"
    for person in PEOPLE:
        file_keys.seal(SAFE, PLACE._replace(person=person))
    found = {person: key_of(path, person) for person in PEOPLE}
    assert lies_about(tmp_path, found[PEOPLE[7]]) == [path.name]

    for person in PEOPLE[::3]:
        file_keys.mark(erasure(person))
        file_keys.destroy(person, after(41))

    for number, person in enumerate(PEOPLE):
        assert lies_about(tmp_path, found[person]) == ([] if number % 3 == 0 else [path.name])
    assert sorted(file.name for file in tmp_path.iterdir()) == [path.name]


def test_a_key_that_is_destroyed_and_not_wiped_is_wiped_again(
    file_keys: SQLiteKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was cut short between the two is known, refused to everybody, and finished later."""
    sealed = file_keys.seal(SAFE, PLACE)
    key = key_of(tmp_path / "orders.db.keys", "ana")
    file_keys.mark(erasure())
    with monkeypatch.context() as cut:
        cut.setattr(module, "wipe", _cut_short)
        with pytest.raises(StoreUnavailable):
            file_keys.destroy("ana", after(41))

    status = file_keys.status("ana")
    assert status is not None
    assert status.state is KeyState.DESTROYED
    with pytest.raises(Exception, match="destroyed"):
        file_keys.open(sealed, PLACE)
    done = file_keys.destroy("ana", after(50))
    assert (done.state, done.destroyed_at) == (KeyState.ERASED, after(41))
    assert lies_about(tmp_path, key) == []


def test_a_file_that_is_locked_is_wiped_later(
    file_keys: SQLiteKeys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody reads it for long: the error says so, and nothing is half done."""
    file_keys.seal(SAFE, PLACE)
    file_keys.mark(erasure())
    monkeypatch.setattr("orderflow.privacy.sqlite.files.LOCK_TIMEOUT", 0.01)
    remove = module.SQLiteKeys.destroy
    with closing(sqlite3.connect(tmp_path / "orders.db.keys", isolation_level=None)) as reader:
        wipe = files.wipe

        def locked(file: object) -> None:
            reader.execute("BEGIN EXCLUSIVE")
            try:
                wipe(file)  # type: ignore[arg-type]
            finally:
                reader.execute("ROLLBACK")

        monkeypatch.setattr(module, "wipe", locked)
        with pytest.raises(SQLiteUnavailable, match="locked"):
            remove(file_keys, "ana", after(41))
        monkeypatch.setattr(module, "wipe", wipe)
    assert remove(file_keys, "ana", after(41)).state is KeyState.ERASED


def test_the_file_refuses_what_no_version_does(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """No statement replaces a key, revives an erased person, or forgets one."""
    file_keys.serve(LOG, lambda: False)
    file_keys.seal(SAFE, PLACE)
    file_keys.seal(SAFE, PLACE._replace(person="rob"))
    file_keys.mark(erasure("rob"))
    file_keys.destroy("rob", after(41))
    statements = (
        "UPDATE keys SET key = zeroblob(32) WHERE person = 'ana'",
        "UPDATE keys SET id = lower(hex(zeroblob(16))) WHERE person = 'ana'",
        "UPDATE keys SET key = NULL WHERE person = 'ana'",
        "UPDATE keys SET state = 'live', key = zeroblob(32), erasure = NULL WHERE person = 'rob'",
        "UPDATE keys SET state = 'marked' WHERE person = 'rob'",
        "DELETE FROM keys WHERE person = 'ana'",
        "DELETE FROM keys WHERE person = 'rob'",
        "UPDATE meta SET value = 'another'",
    )
    with closing(sqlite3.connect(tmp_path / "orders.db.keys")) as connection:
        for statement in statements:
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_somebody_else_makes_the_key_first(
    file_keys: SQLiteKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looked before the other had made it seals with the other's key."""
    first = file_keys.seal(SAFE, PLACE)
    looked = iter([(None, b"")])
    really = file_keys._key
    monkeypatch.setattr(file_keys, "_key", lambda person: next(looked, None) or really(person))

    assert file_keys.seal(SAFE, PLACE).key == first.key


def test_a_row_that_nobody_wrote_is_an_error(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """Without repeating what stands there."""
    file_keys.seal(SAFE, PLACE)
    file_keys.mark(erasure())
    with closing(sqlite3.connect(tmp_path / "orders.db.keys")) as connection, connection:
        connection.execute('UPDATE keys SET erasure = \'{"name": "hushed"}\'')

    with pytest.raises(KeyStoreError) as raised:
        list(file_keys.statuses())
    assert "hushed" not in f"{raised.value} {raised.value.__cause__}"


def _cut_short(_file: object) -> None:
    msg = "cut short"
    raise StoreUnavailable(msg)


def _seals(path: Path, number: int) -> str:
    with SQLiteKeys(path) as keys:
        return keys.seal(SAFE, PLACE._replace(version=number)).key


@pytest.mark.kill
def test_several_processes_make_one_key(file_keys: SQLiteKeys, tmp_path: Path) -> None:
    """Each opens the file for itself, and they all seal under the same key."""
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        path = tmp_path / "orders.db.keys"
        names = pool.starmap(_seals, [(path, number) for number in range(24)])

    assert len(set(names)) == 1
    assert [status.key_id for status in file_keys.statuses()] == [names[0]]
