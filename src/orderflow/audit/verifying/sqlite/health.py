"""Whether a file is whole as SQLite keeps it, and still refuses what it must refuse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from orderflow.audit.ledger.sqlite import schema as of_ledger
from orderflow.audit.verifying.finding import FindingKind, NoteKind
from orderflow.store.sqlite import schema as of_log
from orderflow.store.sqlite.faults import SQLiteDamaged

if TYPE_CHECKING:
    import sqlite3

    from orderflow.audit.verifying.collected import Findings
    from orderflow.store.sqlite.logfile import LogFile

_FAULTS: Final = 100
"""How many faults of a file SQLite is asked for."""

_WHOLE: Final = "ok"
_SPACE: Final = re.compile(r"\s+")
_MADE: Final = re.compile(r"CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) (\w+)")
_SCHEMA: Final = (
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_BOUNDS: Final = (
    "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'stored_events'),"
    " (SELECT MAX(position) FROM stored_events)"
)


def check_file(file: LogFile, findings: Findings, *, ledger: bool = False) -> None:
    """Find where a file is not whole: pages, indexes, constraints, and what it must refuse."""
    name = file.path.name if ledger else None
    try:
        faults = file.read(_integrity)
        schema = file.read(lambda cursor: cursor.execute(_SCHEMA).fetchall())
    except SQLiteDamaged as error:
        findings.add(FindingKind.DAMAGED, f"{error}.", file=name)
        return
    for fault in faults:
        findings.add(FindingKind.DAMAGED, f"SQLite says: {fault}.", file=name)
    _check_schema(schema, of_ledger.TABLES if ledger else of_log.TABLES, findings, name)


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


def _integrity(cursor: sqlite3.Cursor) -> list[str]:
    rows = cursor.execute(f"PRAGMA integrity_check({_FAULTS})").fetchall()
    return [_SPACE.sub(" ", str(row[0])).strip() for row in rows if row[0] != _WHOLE]


def _check_schema(
    found: list[tuple[str, str, str | None]],
    wanted: tuple[str, ...],
    findings: Findings,
    name: str | None,
) -> None:
    there = {(kind, one): _plain(sql or "") for kind, one, sql in found}
    for statement in wanted:
        made = _MADE.match(statement)
        assert made is not None  # noqa: S101 - a statement of ours
        kind, one = made[1].lower(), made[2]
        if there.pop((kind, one), None) != _plain(statement):
            findings.add(
                FindingKind.SCHEMA_CHANGED,
                f"The {kind} {one} is gone or is not as a log has it"
                f"{_REFUSES if kind == 'trigger' else ''}.",
                file=name,
            )
    for kind, one in sorted(there):
        if kind == "trigger":
            findings.add(
                FindingKind.SCHEMA_CHANGED, f"The trigger {one} is not one of ours.", file=name
            )


_REFUSES: Final = ": the file may no longer refuse to be edited"


def _plain(sql: str) -> str:
    return _SPACE.sub(" ", sql).strip()
