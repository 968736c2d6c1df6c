"""What a ledger looks like as an SQLite file.

The file is its own, beside the log. What was kept is never altered: a tile only grows, a checkpoint
only gains signatures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.tiles import WHOLE
from orderflow.errors import LedgerError
from orderflow.store.sqlite.belonging import no_table, what_is_not_ours

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID: Final = int.from_bytes(b"ordl", "big")
"""In the header of every ledger, for us and for tools such as `file`."""

FORMAT: Final = 1
"""Version of everything below. A file of a higher one is left alone."""

# A file that holds anything made by other words is refused: a changed statement needs its old form
# kept beside it, for the files that were made with that.
TABLES: Final = (
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    f"""CREATE TABLE tiles (
        level INTEGER NOT NULL CHECK (level >= 0),
        number INTEGER NOT NULL CHECK (number >= 0),
        hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND {WHOLE}),
        first_position INTEGER CHECK (level = 0 OR first_position IS NULL),
        last_position INTEGER CHECK (level = 0 OR last_position IS NULL),
        PRIMARY KEY (level, number)
    )""",
    "CREATE UNIQUE INDEX positions ON tiles (first_position) WHERE first_position IS NOT NULL",
    """CREATE TABLE checkpoints (
        size INTEGER NOT NULL PRIMARY KEY,
        note BLOB NOT NULL
    )""",
    """CREATE TRIGGER the_key_is_for_ever BEFORE UPDATE ON meta
    BEGIN SELECT RAISE(ABORT, 'a ledger keeps the key that it was begun with'); END""",
    """CREATE TRIGGER tiles_only_grow BEFORE UPDATE ON tiles
    WHEN substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
    BEGIN SELECT RAISE(ABORT, 'a hash on record is never edited'); END""",
    """CREATE TRIGGER tiles_are_never_deleted BEFORE DELETE ON tiles
    BEGIN SELECT RAISE(ABORT, 'a hash on record is never deleted'); END""",
    """CREATE TRIGGER checkpoints_only_gain_signatures BEFORE UPDATE ON checkpoints
    WHEN NEW.size <> OLD.size OR substr(NEW.note, 1, length(OLD.note)) <> OLD.note
    BEGIN SELECT RAISE(ABORT, 'a checkpoint on record is never edited'); END""",
    """CREATE TRIGGER checkpoints_are_never_deleted BEFORE DELETE ON checkpoints
    BEGIN SELECT RAISE(ABORT, 'a checkpoint on record is never deleted'); END""",
)


def create(cursor: sqlite3.Cursor, key: str, name: str) -> None:
    """Make an empty file a ledger, within the transaction of `cursor`.

    Raises:
        LedgerError: There is something in it already.
    """
    if cursor.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        raise begun_already(name)
    for statement in TABLES:
        cursor.execute(statement)
    cursor.execute("INSERT INTO meta VALUES ('key', ?)", (key,))
    cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    cursor.execute(f"PRAGMA user_version = {FORMAT}")


def read_key(cursor: sqlite3.Cursor, name: str) -> str:
    """Return the public key that a ledger was begun with.

    Raises:
        LedgerError: It is no ledger, one of a newer version, or not as we make them.
    """
    if cursor.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise no_ledger(name)
    if cursor.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        msg = f"'{name}' was written by a newer version of orderflow; update to read it"
        raise LedgerError(msg)
    found = no_table(cursor, ("meta", "tiles", "checkpoints"))
    if found is not None:
        msg = f"'{name}' is no ledger: '{found}' is not a table as orderflow makes it"
        raise LedgerError(msg)
    row = cursor.execute("SELECT value FROM meta WHERE name = 'key'").fetchone()
    if row is None:
        msg = f"'{name}' does not say with which key it was begun"
        raise LedgerError(msg)
    return str(row[0])


def require_ours(cursor: sqlite3.Cursor, name: str) -> None:
    """Raise if something stands in a ledger that no version of `orderflow` puts there.

    Raises:
        LedgerError: There is, such as a trigger that writes on when we write.
    """
    strange = what_is_not_ours(cursor, TABLES)
    if strange is not None:
        msg = f"'{name}' is no ledger as orderflow makes it: it has a {strange} of somebody else"
        raise LedgerError(msg)


def no_ledger(name: str) -> LedgerError:
    """Return the error for a file that is something else."""
    return LedgerError(f"'{name}' is not a ledger")


def begun_already(name: str) -> LedgerError:
    """Return the error for a file that is to become a ledger and holds something."""
    return LedgerError(f"'{name}' is there already; a ledger is begun once")
