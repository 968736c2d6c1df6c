"""The interchange format: a log as a file of lines that anybody can read, and that stays a log.

    names, payload    what a line says, and how a stored payload stands in it
    line              one event
    marks             the first and the last line
    lines             all of them, written and read in constant memory
    file              a file as a log: for the ledger, and for whatever reads orders

`docs/auditing/event-log.md` is normative for what stands in such a file.
"""

from __future__ import annotations

from orderflow.audit.interchange.file import (
    InterchangeLog,
    is_interchange,
    open_log,
    source_at,
)
from orderflow.audit.interchange.line import LONGEST
from orderflow.audit.interchange.lines import lines_of, read, scan, write
from orderflow.audit.interchange.marks import FORMAT, LogHead, Selection

__all__ = [
    "FORMAT",
    "LONGEST",
    "InterchangeLog",
    "LogHead",
    "Selection",
    "is_interchange",
    "lines_of",
    "open_log",
    "read",
    "scan",
    "source_at",
    "write",
]
