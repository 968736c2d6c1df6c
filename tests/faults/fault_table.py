"""The table of faults in `docs/auditing/verify.md`: what the tests count must stand there."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

PAGE: Final = Path(__file__).parents[2] / "docs" / "auditing" / "verify.md"
_CELLS: Final = 4


class Row(NamedTuple):
    """One row: which fault, how it is tried, how many times, and with which result."""

    fault: str
    how: str
    times: str
    result: str


def rows() -> dict[str, Row]:
    """Return the rows of the table by the fault they are about."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == _CELLS:
            found[cells[0]] = Row(*cells)
    return found


def must_say(fault: str, times: int, result: str) -> None:
    """Require that the page says of a fault what a test has just found."""
    row = rows().get(fault)
    assert row is not None, f"the table has no row '{fault}': {times:,} times, {result}"
    assert (row.times, row.result) == (f"{times:,}", result)
