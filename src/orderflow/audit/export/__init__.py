"""A log taken to other tools, and taken back from its own lines.

    chosen                      which part of a log
    exporting, importing        the two acts
    files, spool                files that are whole or not there, and documents of any size
    lines_out                   the interchange format, and CloudEvents as a batch
    row, tables                 CSV and Parquet
    xes                         XES
    ocel_events, ocel_objects, ocel_attributes
                                what OCEL tells of a log
    ocel_json, ocel_sqlite      the two files of it
    prov                        W3C PROV-JSON

`docs/auditing/exports.md` says what each of them holds, and what it leaves out.
"""

from __future__ import annotations

from orderflow.audit.export.chosen import Wanted
from orderflow.audit.export.exporting import Exported, ExportFormat, export_log
from orderflow.audit.export.importing import Imported, import_log

__all__ = ["ExportFormat", "Exported", "Imported", "Wanted", "export_log", "import_log"]
