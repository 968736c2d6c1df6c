"""Where the log of a ledger is, and the ledger: of a log on a server it is a file of your own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.cli.faults import WrongUse
from orderflow.cli.logs import place_of
from orderflow.store.address import is_server

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit.ledger.postgres.log import PostgresLog
    from orderflow.audit.ledger.sqlite.log import SQLiteLog


def log_of(arguments: Namespace) -> SQLiteLog | PostgresLog:
    """Return the log, to be read as it is stored.

    Raises:
        WrongUse: There is none at that place, or what would read it is not installed.
        EventLogError: It cannot be opened; the class says why.
    """
    place = place_of(arguments)
    if is_server(place):
        try:
            from orderflow.audit.ledger.postgres.log import PostgresLog

            return PostgresLog(place)
        except (ModuleNotFoundError, ValueError) as error:
            raise WrongUse(str(error)) from None
    from orderflow.audit.ledger.sqlite.log import SQLiteLog

    return SQLiteLog(_file(place))


def ledger_of(arguments: Namespace) -> Path:
    """Return the file of the ledger: `--ledger`, or else beside the log.

    Raises:
        WrongUse: It is not named, and the log is not in a file.
    """
    if arguments.ledger:
        return Path(arguments.ledger)
    place = place_of(arguments)
    if is_server(place):
        msg = "name with --ledger the file in which the ledger of this log is kept"
        raise WrongUse(msg)
    file = _file(place)
    return file.with_name(f"{file.name}.ledger")


def _file(place: str) -> Path:
    name = place.removeprefix("sqlite:///")
    if "://" in name or name == ":memory:":
        msg = "a ledger is kept of a log in a file or on PostgreSQL; name one with --db"
        raise WrongUse(msg)
    if not Path(name).exists():
        msg = f"no event log at '{name}'; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    return Path(name)
