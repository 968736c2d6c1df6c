"""A log with every event there is, and its exports, made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.export import ExportFormat, export_log
from orderflow.audit.export.chosen import ChosenLog, Wanted
from tests.unit.audit.export.making import lived

Made = Callable[[ExportFormat], Path]
"""Returns the file of an export of the whole log."""


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a log that nobody changes."""
    return lived(tmp_path_factory.mktemp("lived") / "orders.db")


@pytest.fixture(scope="session")
def made(log: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what makes an export."""
    folder = tmp_path_factory.mktemp("exports")
    endings = {ExportFormat.OCEL_JSON: "json", ExportFormat.OCEL_SQLITE: "sqlite"}

    def make(to: ExportFormat) -> Path:
        path = folder / f"{to}.{endings.get(to, to.value)}"
        if not path.exists():
            export_log(log, path, to)
        return path

    return make


@pytest.fixture
def chosen(log: Path) -> Iterator[ChosenLog]:
    """Return the whole log as exports read it."""
    with closing(ChosenLog(log, Wanted())) as found:
        yield found
