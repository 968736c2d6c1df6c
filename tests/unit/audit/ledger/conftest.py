"""What every test of the ledger shares."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orderflow.store.sqlite.logfile import LogFile


@pytest.fixture(autouse=True)
def _all_files_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Close what a test opened, so that no connection is left for the collector to find."""
    files: list[LogFile] = []
    begin = LogFile._begin_anew

    def noted(self: LogFile) -> None:
        files.append(self)
        begin(self)

    monkeypatch.setattr(LogFile, "_begin_anew", noted)
    yield
    for file in files:
        file.close()
