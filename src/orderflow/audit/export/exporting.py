"""Takes a log to other tools: one file in a form that they read."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.audit.export.chosen import ChosenLog, Wanted
from orderflow.audit.export.files import whole_file
from orderflow.audit.export.lines_out import write_batch, write_lines
from orderflow.audit.export.ocel_json import write_ocel_json
from orderflow.audit.export.ocel_sqlite import write_ocel_sqlite
from orderflow.audit.export.prov import write_prov
from orderflow.audit.export.tables import write_csv, write_parquet
from orderflow.audit.export.xes import write_xes

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping


class ExportFormat(StrEnum):
    """What a log can be exported to."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    OCEL_JSON = "ocel-json"
    OCEL_SQLITE = "ocel-sqlite"
    XES = "xes"
    CLOUDEVENTS = "cloudevents"
    PROV_JSON = "prov-json"


_WRITERS: Final[Mapping[ExportFormat, Callable[[ChosenLog, Path], int]]] = {
    ExportFormat.JSONL: write_lines,
    ExportFormat.CSV: write_csv,
    ExportFormat.PARQUET: write_parquet,
    ExportFormat.OCEL_JSON: write_ocel_json,
    ExportFormat.OCEL_SQLITE: write_ocel_sqlite,
    ExportFormat.XES: write_xes,
    ExportFormat.CLOUDEVENTS: write_batch,
    ExportFormat.PROV_JSON: write_prov,
}
"""What writes each of them; it returns how many events it wrote."""


class Exported(NamedTuple):
    """What was exported.

    Attributes:
        events: How many events were written.
        simulated: Whether the log follows a simulated clock; the file says so too.
        source: The URN that tells the log from others.
    """

    events: int
    simulated: bool
    source: str


def export_log(
    log: str | os.PathLike[str],
    out: str | os.PathLike[str],
    to: ExportFormat,
    *,
    wanted: Wanted | None = None,
    source: str = "",
    replace: bool = False,
) -> Exported:
    """Write a log, or part of it, to a new file; the log stays as it is.

    The file is there whole or not at all, and only its owner can read it. What is sealed in the
    log is written sealed. What is recorded meanwhile may be in the file or not.

    Args:
        log: Where the log is: a database or an interchange file.
        out: The new file.
        to: The form.
        wanted: Which part; by default all of it.
        source: A URN that tells this log from others; by default one that follows from the log.
        replace: Whether `out` may be replaced if it is there.

    Raises:
        FileExistsError: `out` is there already; a log or a ledger is never replaced.
        ValueError: `source` is no URN.
        ModuleNotFoundError: The form needs a package that is not installed.
        OrderNotFound: The order that is wanted is not on record.
        EventLogError: The log cannot be read faithfully.
        OSError: `out` cannot be written.
    """
    with (
        whole_file(Path(out), replace=replace) as new,
        closing(ChosenLog(Path(log), wanted or Wanted(), source)) as chosen,
    ):
        count = _WRITERS[to](chosen, new)
        return Exported(count, chosen.simulated, chosen.head.source)
