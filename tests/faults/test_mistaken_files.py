"""One file of ours named where another belongs: refused, and left byte for byte as it is.

A ledger, a memory of a witness, a key store, an access log and an event log are all SQLite files.
Only to open one as another would change how SQLite keeps it: a key store with a write-ahead log
keeps keys readable that were destroyed.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from orderflow.api.accesses.log import AccessFile
from orderflow.audit import verify
from orderflow.audit.ledger.sqlite.memory import SQLiteMemory
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.errors import EventLogError, KeyStoreError, LedgerError
from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.contracts.cases import after
from tests.unit.audit.ledger.making import LOG_KEY, log_file, some_events, tampered
from tests.unit.privacy.making import PLACE, SAFE, erasure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def make_theirs(path: Path) -> None:
    """Make a database of somebody else, without a mark in its header."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")


MAKERS: dict[str, Callable[[Path], object]] = {
    "log": lambda path: log_file(path, some_events(3)),
    "ledger": lambda path: SQLiteLedger.begin(path, LOG_KEY.verifier).close(),
    "memory": lambda path: SQLiteMemory.begin(path).close(),
    "keys": lambda path: SQLiteKeys.begin(path).close(),
    "accesses": lambda path: AccessFile.open(path).close(),
    "theirs": make_theirs,
}
OPENERS: dict[str, list[Callable[[Path], object]]] = {
    "log": [ProtectionOrders.open],
    "ledger": [SQLiteLedger, lambda path: SQLiteLedger.begin(path, LOG_KEY.verifier)],
    "memory": [SQLiteMemory, SQLiteMemory.begin],
    "keys": [SQLiteKeys, SQLiteKeys.begin],
    "accesses": [AccessFile.open, AccessFile.read_only],
}


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, with its content."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize(
    "there, wanted", [(one, other) for one in MAKERS for other in OPENERS if one != other]
)
def test_one_file_is_not_opened_as_another(tmp_path: Path, there: str, wanted: str) -> None:
    """Whichever is named in place of whichever, not a byte of the folder changes."""
    path = tmp_path / "file"
    MAKERS[there](path)
    path.chmod(0o600)
    before = snapshot(tmp_path)
    for opener in OPENERS[wanted]:
        with pytest.raises((EventLogError, LedgerError, KeyStoreError)):
            opener(path)

        assert snapshot(tmp_path) == before


def test_a_key_store_loses_a_write_ahead_log_that_others_gave_it(tmp_path: Path) -> None:
    """Whatever opened it before, a destroyed key lies neither in it nor beside it."""
    path = tmp_path / "orders.db.keys"
    SQLiteKeys.begin(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    with SQLiteKeys(path) as keys:
        keys.seal(SAFE, PLACE)
        with closing(sqlite3.connect(path)) as connection:
            (key,) = connection.execute("SELECT key FROM keys").fetchone()
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        keys.mark(erasure(PLACE.person))
        keys.destroy(PLACE.person, after(1))

        assert [name for name, content in snapshot(tmp_path).items() if key in content] == []


STRANGE = [
    "CREATE TRIGGER theirs AFTER INSERT ON {table} BEGIN SELECT 1; END",
    "CREATE TABLE theirs (x)",
    "CREATE VIEW theirs AS SELECT 1",
    "CREATE INDEX theirs ON {table} (rowid + 1)",
]


@pytest.mark.parametrize("statement", STRANGE)
@pytest.mark.parametrize(
    "name, table", [("ledger", "checkpoints"), ("memory", "cosigned"), ("keys", "keys")]
)
def test_what_somebody_put_into_a_file_refuses_it(
    tmp_path: Path, name: str, table: str, statement: str
) -> None:
    """A trigger, view, table or index that no version of ours makes is an error, not ignored."""
    path = tmp_path / name
    MAKERS[name](path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement.format(table=table).replace("rowid + 1", COLUMNS[name]))

    with pytest.raises((LedgerError, KeyStoreError), match=r"of somebody else|not the memory"):
        OPENERS[name][0](path)


COLUMNS = {"ledger": "size + 1", "memory": "origin || 1", "keys": "person || 1"}

ENDLESS = (
    "CREATE VIEW {table} AS WITH RECURSIVE more(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more)"
    " SELECT {columns} FROM more"
)


@pytest.mark.parametrize(
    "name, table, columns",
    [
        ("ledger", "meta", "'key' AS name, n AS value"),
        ("ledger", "tiles", "0 AS level, n AS number, zeroblob(32) AS hashes"),
        ("ledger", "checkpoints", "n AS size, zeroblob(99) AS note"),
        ("memory", "cosigned", "n AS origin, 'text' AS text"),
        ("keys", "keys", "n AS person, 'live' AS state, n AS id, zeroblob(32) AS key"),
        ("keys", "meta", "n AS name, 'x' AS value"),
    ],
)
def test_a_view_in_the_place_of_a_table_is_refused(
    tmp_path: Path, name: str, table: str, columns: str
) -> None:
    """At once, although reading it would never end."""
    path = tmp_path / name
    MAKERS[name](path)
    with closing(sqlite3.connect(path)) as connection:
        for kind, made, of in connection.execute(
            "SELECT type, name, tbl_name FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall():
            if of == table and kind == "trigger":
                connection.execute(f"DROP TRIGGER {made}")
        connection.execute(f"DROP TABLE {table}")
        connection.execute(ENDLESS.format(table=table, columns=columns))
        connection.commit()

    with pytest.raises((LedgerError, KeyStoreError)):
        OPENERS[name][0](path)


@pytest.mark.parametrize("table", ["meta", "tiles", "checkpoints"])
def test_verify_tells_of_a_ledger_with_a_view_and_reads_on(tmp_path: Path, table: str) -> None:
    """The log is verified all the same, without what never ends."""
    log, ledger = log_file(tmp_path / "orders.db", []), tmp_path / "ledger"
    MAKERS["ledger"](ledger)
    columns = {
        "meta": "'key' AS name, n AS value",
        "tiles": "0 AS level, n AS number, zeroblob(32) AS hashes",
        "checkpoints": "n AS size, zeroblob(99) AS note",
    }[table]
    tampered(ledger, f"DROP TABLE {table}", ENDLESS.format(table=table, columns=columns))
    found = verify(str(log), ledger=ledger)

    assert not found.sound
    assert "ledger_unreadable" in {one.kind for one in found.findings}


def test_a_trigger_that_keeps_keys_is_named(tmp_path: Path) -> None:
    """What would outlive an erasure is found before the first key is made."""
    path = tmp_path / "keys"
    SQLiteKeys.begin(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER persons_stay_known_2 AFTER INSERT ON keys"
            " BEGIN INSERT INTO meta VALUES (NEW.person, hex(NEW.key)); END"
        )

    with pytest.raises(KeyStoreError, match="trigger"):
        SQLiteKeys(path)


def test_all_that_we_make_is_ours(tmp_path: Path) -> None:
    """Also after SQLite has written the file anew and has counted its rows."""
    for name in ("ledger", "memory", "keys"):
        path = tmp_path / name
        MAKERS[name](path)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("VACUUM")
            connection.execute("ANALYZE")
        OPENERS[name][0](path).close()  # type: ignore[attr-defined] # as each of them can


@pytest.mark.parametrize("name", ["ledger", "memory", "keys"])
def test_nothing_is_begun_where_a_link_leads(tmp_path: Path, name: str) -> None:
    """Somebody else may have put it there: nothing is made in a place that they chose."""
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises((LedgerError, KeyStoreError), match="already"):
        MAKERS[name](tmp_path / "link")

    assert not (tmp_path / "elsewhere").exists()
