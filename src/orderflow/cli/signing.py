"""What signs an access log: by a worker, or by the service that writes it."""

from __future__ import annotations

import logging
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import WrongUse

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from orderflow.api.accesses.log import AccessFile
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.worker.checkpoints import Signing

_MAGIC: Final = b"orda"
_MAGIC_AT: Final = 68
"""Where SQLite keeps the application id, in the header of every file."""

_EVERY: Final = 1.0


def is_access_log(place: str) -> bool:
    """Tell whether a file is an access log, by its header."""
    if "://" in place or not Path(place).is_file():
        return False
    with Path(place).open("rb") as file:
        file.seek(_MAGIC_AT)
        return file.read(len(_MAGIC)) == _MAGIC


def accesses_at(path: Path) -> AccessFile:
    """Return an access log that is there, to be read.

    Raises:
        WrongUse: The extra of the service is not installed.
        EventLogError: It cannot be read, or is something else.
    """
    try:
        from orderflow.api.accesses.log import AccessFile
    except ModuleNotFoundError as error:
        msg = f"an access log is read with {error.name}: pip install 'orderflow[api]'"
        raise WrongUse(msg) from None
    return AccessFile.read_only(path)


def signing_of(
    arguments: Namespace,
    accesses: AccessFile,
    path: Path,
    open_now: ExitStack,
    *,
    key_of_orders: str | None = None,
) -> Signing:
    """Return what signs an access log with `--access-key`.

    A ledger is begun by itself only with the first entry: one that is missing later was lost, or
    is elsewhere, and a second one would sign a second history. One key signs one log: two histories
    under one name look to a witness as if one were forged.

    Args:
        arguments: With `access_key` and `access_ledger`.
        accesses: The access log.
        path: Where it is.
        open_now: Closes the ledger in the end.
        key_of_orders: The public key of the log of orders, if that is known.

    Raises:
        WrongUse: It is not begun, and the access log has entries; the key is that of orders; or
            never is no interval.
        LedgerError: The key or the ledger is none.
    """
    from orderflow.audit.ledger.keyfile import read_key
    from orderflow.audit.ledger.keys import Kind
    from orderflow.audit.ledger.ledger import Ledger
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.worker.checkpoints import Checkpoints, Often, Signing

    key = read_key(Path(arguments.access_key), Kind.NOTE)
    if arguments.access_checkpoint_seconds <= 0:
        msg = "--access-checkpoint-seconds is a number above 0"
        raise WrongUse(msg)
    often = Often(seconds=arguments.access_checkpoint_seconds)
    if str(key.verifier) == key_of_orders:
        msg = "--access-key is the key of the log of orders; make another one for the access log"
        raise WrongUse(msg)
    place = Path(arguments.access_ledger or f"{path}.ledger")
    store: SQLiteLedger
    if not place.exists() and not accesses.last_position():
        store = open_now.enter_context(closing(SQLiteLedger.begin(place, key.verifier)))
    elif not place.exists():
        msg = (
            f"there is no ledger '{place.name}' of an access log that has entries; begin one:"
            f" orderflow audit checkpoint --db {path.name} --key KEY --begin"
        )
        raise WrongUse(msg)
    else:
        store = open_now.enter_context(closing(SQLiteLedger(place)))
    return Signing(Checkpoints(Ledger(store, accesses), key, accesses, often))


@contextmanager
def signing_beside(signing: Signing) -> Iterator[None]:
    """Sign whenever that is due while the block runs, and what is new once it has ended."""
    stop = Event()
    thread = Thread(target=_sign_until, args=(signing, stop), name="orderflow-signing")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _sign_until(signing: Signing, stop: Event) -> None:
    from orderflow.errors import EventLogError
    from orderflow.views.notes import Notes

    notes = Notes()
    while True:
        ending = stop.is_set()
        try:
            signing.sign(at_once=ending)
        except EventLogError as error:
            # Tried again; what was not covered is by the next one.
            name = type(error).__name__
            notes.say_once("accesses_unavailable", name, level=logging.WARNING, error=name)
        if ending:
            return
        stop.wait(_EVERY)
