"""CSV and Parquet: one row an event, order by order."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.export.row import Row, row_of
from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.audit.export.chosen import ChosenLog

_GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")  # noqa: RUF001
"""What a spreadsheet takes for a formula when a cell begins with it; and the guard itself."""

_ROWS_AT_ONCE: Final = 5000


def rows(log: ChosenLog) -> Iterator[Row]:
    """Iterate over the events that are exported, as rows."""
    for order_id, steps in log.histories():
        for step in steps:
            if step.shown:
                yield row_of(order_id, step, simulated=log.simulated)


def write_csv(log: ChosenLog, path: Path) -> int:
    """Write rows as RFC 4180 has it, in UTF-8, and return how many.

    A cell that a spreadsheet would take for a formula has an apostrophe before it; so has one that
    begins with an apostrophe, so that taking one off gives what was there.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        table.writerow(Row._fields)
        for row in rows(log):
            table.writerow(_cells(row))
            count += 1
    return count


def _cells(row: Row) -> list[str]:
    texts = row._replace(
        occurred_at=moment_written(row.occurred_at),  # type: ignore[arg-type]  # text from here on
        recorded_at=moment_written(row.recorded_at),  # type: ignore[arg-type]
        law=" ".join(row.law),  # type: ignore[arg-type]
        simulated="true" if row.simulated else "false",  # type: ignore[arg-type]
    )
    return [_guarded("" if cell is None else str(cell)) for cell in texts]


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_GUARDED) else cell


def write_parquet(log: ChosenLog, path: Path) -> int:
    """Write rows as a Parquet file with typed columns, and return how many.

    Raises:
        ModuleNotFoundError: `pyarrow` is not installed; the message says how to get it.
    """
    arrow, parquet = _pyarrow()
    kinds = {
        "version": arrow.int64(),
        "position": arrow.int64(),
        "occurred_at": arrow.timestamp("us", tz="UTC"),
        "recorded_at": arrow.timestamp("us", tz="UTC"),
        "law": arrow.list_(arrow.string()),
        "simulated": arrow.bool_(),
    }
    schema = arrow.schema(
        [(name, kinds.get(name, arrow.string())) for name in Row._fields],
        metadata={"format": "orderflow/events/1", "source": log.head.source},
    )
    count, every = 0, rows(log)
    with parquet.ParquetWriter(path, schema, compression="zstd") as file:
        while some := list(islice(every, _ROWS_AT_ONCE)):
            columns = dict(zip(Row._fields, map(list, zip(*some, strict=True)), strict=True))
            file.write_table(arrow.Table.from_pydict(columns, schema=schema))
            count += len(some)
    return count


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: ICN001, PLC0415 - an extra that few need
        from pyarrow import parquet  # noqa: PLC0415
    except ModuleNotFoundError as error:
        msg = "Parquet needs the extra 'parquet': pip install 'orderflow[parquet]'"
        raise ModuleNotFoundError(msg, name="pyarrow") from error
    return pyarrow, parquet
