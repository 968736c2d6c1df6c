"""What does not belong into a file of ours: a view in the place of a table, a trigger of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_ALL: Final = "SELECT type, name, sql FROM sqlite_master"
_OWN_NAMES: Final = ("sqlite_sequence", "sqlite_stat")
"""Tables that SQLite makes for itself."""

_NO_TABLE: Final = """
    SELECT lower(name) FROM sqlite_master AS found
    WHERE type IN ('table', 'view') AND lower(name) IN (SELECT value FROM json_each(?))
    AND (type = 'view' OR sql NOT LIKE 'CREATE TABLE %'
        OR EXISTS (SELECT 1 FROM pragma_table_xinfo(found.name) WHERE hidden))
"""


def no_table(cursor: sqlite3.Cursor, names: Iterable[str]) -> str | None:
    """Return which of these is read as a table, but does not store what it shows.

    Args:
        cursor: The file.
        names: Names of tables, in small letters.

    Returns:
        The name of a view, of a virtual table, or of a table with a column that is computed; None
        if there is none.
    """
    found = cursor.execute(_NO_TABLE, (json.dumps(list(names)),)).fetchone()
    return None if found is None else str(found[0])


def what_is_not_ours(cursor: sqlite3.Cursor, statements: Iterable[str]) -> str | None:
    """Return what kind of thing stands in a file that these statements did not put there.

    A view may go on for ever or show what was never stored. A trigger writes on in the name of
    whoever writes: a second copy of a key, for one. Each of our statements is kept by SQLite as it
    was given, so whatever is kept with other words is another's. What is missing is not told.

    Args:
        cursor: The file.
        statements: All that ever made anything in it.

    Returns:
        "table", "view", "trigger" or "index"; None if everything is ours.
    """
    ours = set(statements)
    for kind, name, sql in cursor.execute(_ALL):
        by_itself = (kind == "index" and sql is None) or (
            kind == "table" and str(name).startswith(_OWN_NAMES)
        )
        if sql not in ours and not by_itself:
            return str(kind)
    return None
