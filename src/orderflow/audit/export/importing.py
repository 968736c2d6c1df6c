"""Makes a log of an interchange file again, event for event and with the same root."""

from __future__ import annotations

import os
from contextlib import closing
from errno import EEXIST
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.export.files import whole_file
from orderflow.audit.interchange import InterchangeLog
from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.errors import NotAnEventLog, UnreadableEvent
from orderflow.store.sqlite.filling import fill

if TYPE_CHECKING:
    from orderflow.audit.ledger.source import LogSource


class Imported(NamedTuple):
    """What was imported.

    Attributes:
        events: How many events.
        root: RFC 6962 root of the tree over them, that of the log they came from; 32 bytes.
        simulated: Whether the log is simulated, for ever.
    """

    events: int
    root: bytes
    simulated: bool


def import_log(file: str | os.PathLike[str], db: str | os.PathLike[str]) -> Imported:
    """Make a new log of an interchange file; there is all of it, or none.

    Every line is checked, every event read, and what was written is read back and compared. A
    simulated log stays a simulated one. The new log can be written like any other, so there are
    two of them from now on: decide which goes on.

    Args:
        file: The interchange file, of a whole log.
        db: Where the new log is to be; nothing may be there yet.

    Raises:
        FileExistsError: There is something at `db`, or what belongs to a log lies beside it.
        NotAnEventLog: It is no interchange file, or holds only part of a log.
        BrokenLine: A line is not written as it must be, or lines are missing.
        UnreadableEvent: An event does not fit its published form, or is not in its place.
        UnknownEventType: An event is of a type that this version does not know.
        EventLogError: The new log cannot be written; the class says why.
    """
    log, target = InterchangeLog(Path(file)), Path(db)
    if log.head.selection is not None:
        msg = f"'{Path(file).name}' holds part of a log; it can be read as it is, not imported"
        raise NotAnEventLog(msg)
    for beside in ("-wal", "-shm", "-journal"):
        if os.path.lexists(f"{target}{beside}"):
            raise FileExistsError(
                EEXIST, "what belongs to a log lies there already", f"{db}{beside}"
            )
    with whole_file(target) as new:
        fill(new, log.mark, log.events_from(0))
        with closing(SQLiteLog(new)) as filled:
            events, root = _tree(filled)
        if (events, root) != _tree(log):
            msg = "the events that were written are not those of the file"
            raise UnreadableEvent(msg)
        return Imported(events, root, log.head.simulated)


def _tree(log: LogSource) -> tuple[int, bytes]:
    tree = Frontier()
    for event in log.events_from(0):
        tree.append(hash_of(event))
    return tree.size, tree.root()
