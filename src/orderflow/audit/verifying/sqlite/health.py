"""Whether a file is whole as SQLite keeps it, and still refuses what it must refuse."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.sqlite import schema as of_ledger
from orderflow.audit.verifying.finding import FindingKind, NoteKind
from orderflow.store.sqlite import schema as of_log
from orderflow.store.sqlite.faults import SQLiteDamaged

if TYPE_CHECKING:
    from orderflow.audit.verifying.collected import Findings
    from orderflow.store.sqlite.logfile import LogFile

_Made = tuple[str, str, str, str | None]
"""Kind, name, table and statement of something in a schema."""

_FAULTS: Final = 100
"""How many faults of a file SQLite is asked for."""

_WHOLE: Final = "ok"
_SPACE: Final = re.compile(r"\s+")
_SCHEMA: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master"
_MARK: Final = "SELECT name, value, typeof(value) FROM meta"
_SAID: Final = {"format", "clock", "created_at"}
_BOUNDS: Final = (
    "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'stored_events'),"
    " (SELECT MAX(position) FROM stored_events)"
)


def check_file(file: LogFile, findings: Findings, *, ledger: bool = False) -> None:
    """Find where a file is not whole: pages, indexes, constraints, and what it must refuse."""
    name = file.path.name if ledger else None
    tables, form = _wanted(ledger=ledger)
    try:
        faults = file.read(_integrity)
        schema = file.read(lambda cursor: cursor.execute(_SCHEMA).fetchall())
        version = file.read(lambda cursor: cursor.execute("PRAGMA user_version").fetchone()[0])
    except SQLiteDamaged as error:
        findings.add(FindingKind.DAMAGED, f"{error}.", file=name)
        return
    for fault in faults:
        findings.add(FindingKind.DAMAGED, f"SQLite says: {fault}.", file=name)
    if version != form:
        sentence = f"The file says that it has form {version}, and is read as form {form}."
        findings.add(FindingKind.SCHEMA_CHANGED, sentence, file=name)
    _check_schema(set(schema), _schema_of(tables), findings, name)


def check_sequence(file: LogFile, findings: Findings) -> None:
    """Find a log that would give a position again, and note one that gave some for nothing."""
    given, last = file.read(lambda cursor: cursor.execute(_BOUNDS).fetchone())
    given, last = given or 0, last or 0
    if not isinstance(given, int) or given < last:
        findings.add(
            FindingKind.POSITION_GIVEN_AGAIN,
            f"The log says that it gave positions up to {given}, and has events up to {last}.",
            position=last,
        )
    elif given > last:
        findings.note(
            NoteKind.POSITIONS_UNUSED,
            f"The log gave positions up to {given}; its last event stands at {last}."
            " Events at its end may have been taken away.",
            position=last,
        )


def check_mark(file: LogFile, findings: Findings) -> None:
    """Find a log that does not say of itself what, and how, a log says."""
    rows = file.read(lambda cursor: cursor.execute(_MARK).fetchall())
    said = {name: (value, kind) for name, value, kind in rows}
    if said.keys() != _SAID or said["format"] != (str(of_log.FORMAT), "text"):
        sentence = "What the log says of itself is not written as it was when it was made."
        findings.add(FindingKind.SCHEMA_CHANGED, sentence)


def _integrity(cursor: sqlite3.Cursor) -> list[str]:
    rows = cursor.execute(f"PRAGMA integrity_check({_FAULTS})").fetchall()
    return [_SPACE.sub(" ", str(row[0])).strip() for row in rows if row[0] != _WHOLE]


def _wanted(*, ledger: bool) -> tuple[tuple[str, ...], int]:
    if ledger:
        return of_ledger.TABLES, of_ledger.FORMAT
    return of_log.TABLES, of_log.FORMAT


@cache
def _schema_of(tables: tuple[str, ...]) -> frozenset[_Made]:
    """Return what SQLite makes of these statements, as it writes it down."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in tables:
            connection.execute(statement)
        return frozenset(connection.execute(_SCHEMA).fetchall())


def _check_schema(
    found: set[_Made], wanted: frozenset[_Made], findings: Findings, name: str | None
) -> None:
    ours = {table for _, _, table, _ in wanted}
    for kind, one, _, _ in sorted(wanted - found, key=str):
        refuses = ": the file may no longer refuse to be edited" if kind == "trigger" else ""
        sentence = f"The {kind} {one} is gone or is not as it was made{refuses}."
        findings.add(FindingKind.SCHEMA_CHANGED, sentence, file=name)
    for kind, one, table, _ in sorted(found - wanted, key=str):
        # A projection may keep tables of its own in the file.
        if table in ours or kind not in {"table", "index"}:
            sentence = f"The {kind} {one} was not made by us."
            findings.add(FindingKind.SCHEMA_CHANGED, sentence, file=name)
