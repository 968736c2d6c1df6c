"""A generated log with a ledger, for the tests of verifying."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from tests.benchmarks.generated_log import write_log
from tests.faults.tampering import Files
from tests.unit.audit.ledger.making import LOG_KEY

SIZE = 17_000
"""More than one process hashes in one piece."""


@pytest.fixture(scope="session")
def generated_once(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """A log of some twenty thousand events with its ledger, to be copied."""
    place = tmp_path_factory.mktemp("generated") / "orders.db"
    write_log(place, SIZE)
    ledger = place.with_name("orders.db.ledger")
    with (
        closing(SQLiteLog(place)) as log,
        closing(SQLiteLedger.begin(ledger, LOG_KEY.verifier)) as store,
    ):
        Ledger(store, log).checkpoint(LOG_KEY)
    return Files(place, ledger)


@pytest.fixture
def generated(generated_once: Files, tmp_path: Path) -> Files:
    """A copy of it."""
    return Files(
        *(Path(shutil.copy(file, tmp_path / file.name)) for file in generated_once),
    )
