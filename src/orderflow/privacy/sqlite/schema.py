"""What a key store looks like as an SQLite file.

A key is written once and removed once. A person whose key is gone stays in the file, so that no
other key is ever made for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.errors import KeyStoreError
from orderflow.store.sqlite.belonging import what_is_not_ours

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID: Final = int.from_bytes(b"ordk", "big")
"""In the header of every key store, for us and for tools such as `file`."""

FORMAT: Final = 1
"""Version of everything below. A file of a higher one is left alone."""

# A file that holds anything made by other words is refused: a changed statement needs its old form
# kept beside it, for the files that were made with that.
TABLES: Final = (
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE keys (
        person TEXT NOT NULL PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('live', 'marked', 'destroyed', 'erased')),
        id TEXT UNIQUE CHECK (length(id) = 32),
        key BLOB CHECK (length(key) = 32),
        erasure TEXT,
        destroyed_at TEXT,
        CHECK (state <> 'live' OR (key IS NOT NULL AND erasure IS NULL)),
        CHECK (state <> 'marked' OR (id IS NULL) = (key IS NULL)),
        CHECK (state NOT IN ('destroyed', 'erased') OR (key IS NULL AND destroyed_at IS NOT NULL))
    )""",
    """CREATE TRIGGER keys_are_never_replaced BEFORE UPDATE ON keys
    WHEN NEW.id IS NOT OLD.id OR (NEW.key IS NOT OLD.key AND NEW.key IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'a key is never replaced by another'); END""",
    """CREATE TRIGGER the_erased_stay_erased BEFORE UPDATE ON keys
    WHEN OLD.state IN ('destroyed', 'erased') AND NEW.state NOT IN ('destroyed', 'erased')
    BEGIN SELECT RAISE(ABORT, 'who was erased stays erased'); END""",
    """CREATE TRIGGER persons_stay_known BEFORE DELETE ON keys
    WHEN OLD.state <> 'marked' OR OLD.id IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'whose key is known stays known'); END""",
    """CREATE TRIGGER the_log_is_for_ever BEFORE UPDATE ON meta
    BEGIN SELECT RAISE(ABORT, 'a key store serves one log'); END""",
)


def create(cursor: sqlite3.Cursor, name: str, *, after_loss: bool) -> None:
    """Make an empty file a key store, within the transaction of `cursor`.

    Raises:
        KeyStoreError: There is something in it already.
    """
    if cursor.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
        msg = f"'{name}' is there already; a key store is begun once"
        raise KeyStoreError(msg)
    for statement in TABLES:
        cursor.execute(statement)
    if after_loss:
        cursor.execute("INSERT INTO meta VALUES ('after_loss', 'yes')")
    cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    cursor.execute(f"PRAGMA user_version = {FORMAT}")


def require_key_store(cursor: sqlite3.Cursor, name: str) -> None:
    """Return if the file is a key store that this version can read.

    Raises:
        KeyStoreError: It is none, one of a newer version, or not as we make them.
    """
    if cursor.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise no_key_store(name)
    if cursor.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        msg = f"'{name}' was written by a newer version of orderflow; update to read it"
        raise KeyStoreError(msg)
    strange = what_is_not_ours(cursor, TABLES)
    if strange is not None:
        # A trigger could keep a second copy of each key, which no erasure would reach.
        msg = f"'{name}' is no key store as orderflow makes it: it has a {strange} of somebody else"
        raise KeyStoreError(msg)


def no_key_store(name: str) -> KeyStoreError:
    """Return the error for a file that is something else."""
    return KeyStoreError(f"'{name}' is not a key store")
