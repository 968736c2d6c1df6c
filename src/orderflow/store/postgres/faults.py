"""What PostgreSQL reports, as errors that say what it means for the log.

Each of them is at once an error of `orderflow` and the matching error of the `eventsourcing`
library. None repeats what the server or its driver wrote: that may hold an address with a piece of
a password, or the values of a row.
"""

from __future__ import annotations

from typing import Final

import psycopg
from eventsourcing.persistence import DatabaseError, DataError, IntegrityError, OperationalError

from orderflow.errors import EventLogError, OutcomeUnknown, StoreUnavailable

_READ_ONLY: Final = "25006"

_SENTENCES: Final = {
    "25001": "its transactions do not read what is committed; see default_transaction_isolation",
    _READ_ONLY: "it may only be read; it is a standby, or set to be read only",
    "42501": "access to it is not permitted",
    "53100": "the disk is full",
    "53200": "the server is out of memory",
    "53300": "the server has no connection left",
    "55P03": "another transaction keeps it locked",
    "57014": "it took longer than the server allows",
    "57P03": "the server is starting or stopping",
    "58030": "the disk cannot be read or written",
}

_DAMAGED: Final = {
    "XX001": "what it reads is corrupted",
    "XX002": "an index is corrupted",
    "3F000": "its schema is missing",
    "42P01": "a table is missing",
    "42703": "a column is missing",
    "42883": "a function is missing",
}

_CERTAIN_CLASSES: Final = ("22", "23", "25", "3F", "42")
_CERTAIN: Final = frozenset({"53300", "55P03", "57P03"})
"""What is refused before anything is recorded."""

_LOST_CLASS: Final = "08"
_INTEGRITY_CLASS: Final = "23"
_DATA_CLASS: Final = "22"
_LOST: Final = frozenset({"57P01", "57P02", "57P03", "57P05"})
_PASSING: Final = frozenset({"40001", "40P01"})
"""On a standby, a query is ended where it keeps what the primary wrote from being applied."""


class PostgresUnavailable(StoreUnavailable, OperationalError):
    """The server is locked, full or gone; nothing was acknowledged."""


class PostgresOutcomeUnknown(OutcomeUnknown, OperationalError):
    """The connection was lost before the answer came."""


class PostgresDamaged(EventLogError, DatabaseError):
    """What the database holds is damaged or incomplete."""


def is_lost(error: psycopg.Error) -> bool:
    """Tell whether the connection is gone, and with it the answer."""
    code = error.sqlstate
    if code is None:
        return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
    return code.startswith(_LOST_CLASS) or code in _LOST


def is_certain(error: psycopg.Error) -> bool:
    """Tell whether nothing was recorded; otherwise it may be, and the wait for the disk failed."""
    code = error.sqlstate
    if code is None:
        return isinstance(error, psycopg.DataError | psycopg.ProgrammingError)
    return code.startswith(_CERTAIN_CLASSES) or code in _CERTAIN


def is_passing(error: psycopg.Error) -> bool:
    """Tell whether what was only read may be read again at once."""
    return is_lost(error) or error.sqlstate in _PASSING


def is_no_primary(error: psycopg.Error) -> bool:
    """Tell whether the server refuses to write because it is none to write to."""
    return error.sqlstate == _READ_ONLY


def unavailable(name: str, why: str) -> PostgresUnavailable:
    """Return the error for a log `name` that cannot be used just now."""
    return PostgresUnavailable(f"'{name}' is not available: {why}")


def no_connection(name: str, error: psycopg.Error) -> PostgresUnavailable:
    """Return the error for a server that lets nobody in."""
    text = str(error)
    why = "there is no connection to the server"
    if "password authentication failed" in text or "no password supplied" in text:
        why = "the server refuses the login"
    elif "FATAL" in text and "does not exist" in text:
        why = "the server has no such database or role"
    return unavailable(name, why)


def outcome_unknown(
    name: str, command_id: str | None, error: psycopg.Error | None = None
) -> PostgresOutcomeUnknown:
    """Return the error for a transaction of which nobody knows how it ended.

    Args:
        name: What to call the log.
        command_id: The command that it was about, if it was about one.
        error: What was reported; None for a wait that was cut short.
    """
    why = "the wait for the standby was cut short"
    if error is not None:
        why = "the connection was lost before the answer came"
        if not is_lost(error):
            why = _sentence(error)
    about = "" if command_id is None else f"; hand in command '{command_id}' again to learn it"
    msg = f"'{name}': {why}, and it is not known whether it was recorded{about}"
    return PostgresOutcomeUnknown(msg, command_id=command_id)


def translated(error: psycopg.Error, name: str) -> Exception:
    """Return the error to raise for what the driver reports about the log `name`."""
    code = error.sqlstate or ""
    if code.startswith(_INTEGRITY_CLASS):
        return IntegrityError(f"'{name}': what was to be recorded contradicts the log ({code})")
    if code in _DAMAGED:
        return PostgresDamaged(f"'{name}' is damaged: {_DAMAGED[code]}")
    if code.startswith(_DATA_CLASS) or isinstance(error, psycopg.DataError):
        return DataError(f"'{name}' cannot keep a value that was given to it ({code or 'driver'})")
    if is_lost(error):
        return unavailable(name, "the connection was lost")
    return unavailable(name, _sentence(error))


def _sentence(error: psycopg.Error) -> str:
    return _SENTENCES.get(error.sqlstate or "", f"the server reports {error.sqlstate}")
