"""What the commands about ledgers and bundles share: which files and keys are meant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.visible import visible
from orderflow.store.address import is_server

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from orderflow.api.accesses.log import AccessFile
    from orderflow.audit.interchange.file import InterchangeLog
    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.audit.ledger.postgres.log import PostgresLog
    from orderflow.audit.ledger.sqlite.log import SQLiteLog
    from orderflow.audit.ledger.trust import Opened, Trust

_LARGEST: Final = 2**26
"""In bytes. The formats themselves ask for far less; this much is held in memory."""


def with_keys(act: Callable[[Namespace], None], arguments: Namespace) -> int:
    """Run an act that needs the extra for signatures, and return the exit code.

    Raises:
        WrongUse: The extra is not installed.
    """
    try:
        act(arguments)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in {"cryptography", "psycopg"}:
            raise
        raise WrongUse(str(error)) from None
    return DONE


def log_of(arguments: Namespace) -> str:
    """Return where the log that is meant is: a file, or the address of a server.

    Raises:
        WrongUse: There is none.
    """
    from orderflow.cli.logs import place_of

    place = place_of(arguments).removeprefix("sqlite:///")
    if is_server(place):
        return place
    if "://" in place or place == ":memory:":
        msg = "a ledger is kept of a log in a file or on PostgreSQL; name one with --db"
        raise WrongUse(msg)
    if not Path(place).exists():
        msg = f"no event log at '{place}'; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    return place


def stored_at(place: str) -> SQLiteLog | InterchangeLog | PostgresLog | AccessFile:
    """Return the log at a place as the ledger reads it, byte for byte; an access log is one too.

    Raises:
        WrongUse: No log can be there.
        EventLogError: It cannot be opened; the class says why.
    """
    from orderflow.audit.interchange import source_at
    from orderflow.cli.signing import accesses_at, is_access_log

    if is_access_log(place):
        return accesses_at(Path(place))
    try:
        return source_at(place)
    except ValueError as error:
        raise WrongUse(str(error)) from None


def ledger_of(arguments: Namespace, place: str) -> Path:
    """Return the file of the ledger: `--ledger`, or else beside the log.

    Raises:
        WrongUse: It is not named, and the log is not in a file.
    """
    if arguments.ledger:
        return Path(arguments.ledger)
    if is_server(place):
        msg = "name with --ledger the file in which the ledger of this log is kept"
        raise WrongUse(msg)
    return Path(f"{place}.ledger")


def trust_in(arguments: Namespace, log: VerifierKey, quorum: int | None = None) -> Trust:
    """Return whom the arguments believe.

    Raises:
        WrongUse: The keys and the quorum do not fit together.
    """
    from orderflow.audit.ledger.trust import Trust

    witnesses = tuple(verifier_of(text) for text in getattr(arguments, "witness", ()))
    wanted = quorum if quorum is not None else arguments.quorum
    try:
        return Trust(log, witnesses, len(witnesses) if wanted is None else wanted)
    except ValueError as error:
        raise WrongUse(str(error)) from None


def verifier_of(text: str) -> VerifierKey:
    """Return the public key that is written, or that a file holds.

    Raises:
        NotWellFormed: None is; perhaps it is the private key.
    """
    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.errors import NotWellFormed

    # A key is mostly no name of a file, and may be too long for one.
    if "+" in text and not os.path.exists(text):  # noqa: PTH110 - does not raise
        return VerifierKey.parse(text)
    try:
        return VerifierKey.parse(content_of(text).decode("utf-8", "replace").strip())
    except NotWellFormed as error:
        msg = f"'{visible(text)}' holds no public key: {error}"
        raise NotWellFormed(msg) from None


def content_of(name: str) -> bytes:
    """Return what a file holds.

    Raises:
        WrongUse: It is larger than any checkpoint, proof, key or event, or has no end.
    """
    with Path(name).open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        msg = f"'{name}' is too large for what it ought to hold"
        raise WrongUse(msg)
    return content


def tell_witnesses(opened: Opened) -> None:
    """Print who cosigned a checkpoint, and when."""
    for key, at in opened.cosigned_at.items():
        print(f"  cosigned    {at.isoformat()} by {visible(key.partition('+')[0])}")
    if not opened.cosigned_at:
        print("  cosigned    by nobody: this rests on the key of the log alone")
