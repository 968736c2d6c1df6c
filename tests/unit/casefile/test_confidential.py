"""A case file may say something in confidence, where there are keys for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.casefile import open_simulated, run_case
from orderflow.cli import main
from orderflow.errors import CaseFileError, KeysNeeded
from orderflow.privacy import MemoryKeys, Vault, whole_file
from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.casefile.conftest import Read

DETAIL = """
[[step]]
name = "the school tells how she can be reached"
do = "RecordPersonDetails"
at = 2024-03-05T10:00:00+00:00
actor = { role = "school", office = "school-1" }
with = { person = "daughter", kind = "safe_contact", value = "through the library" }
"""
WHOLE = HEAD + REQUEST + GRANT + DETAIL


def test_a_case_is_lived_with_keys_and_lived_again(read: Read) -> None:
    """The second time nothing is recorded; what was said can be read with the keys."""
    keys = MemoryKeys()
    orders, clock = open_simulated(keys=keys)
    with orders:
        for report in [run_case(read(WHOLE), orders, clock=clock) for _ in range(2)]:
            assert report.ok, report.failed
            assert report.steps[-1].events == ("PersonDetailsRecorded",)
            assert "library" not in report.model_dump_json()
        (order_id,) = orders.order_ids()
        details = Vault(orders, keys, may_read=whole_file).details(order_id, "daughter")
    assert details == {"safe_contact": "through the library"}


def test_a_case_is_not_lived_without_keys(read: Read) -> None:
    """Nothing is said in the clear for want of a key."""
    with pytest.raises(KeysNeeded):
        run_case(read(WHOLE))


def test_a_fault_in_such_a_step_does_not_repeat_what_it_says(read: Read) -> None:
    """The place and the reason are told, and no more."""
    with pytest.raises(CaseFileError) as raised:
        read(HEAD + REQUEST + DETAIL.replace('"safe_contact"', '"through the wall"'))
    assert "with.kind" in str(raised.value)
    assert "wall" not in str(raised.value)
    assert "library" not in str(raised.value)


def test_run_lives_such_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In memory with keys in memory; in a file with the keys beside it, and not without."""
    file, log = tmp_path / "case.toml", tmp_path / "case.db"
    file.write_text(WHOLE, encoding="utf-8")

    assert main(["run", str(file)]) == 0
    assert main(["run", str(file), "--db", str(log)]) == 1
    assert "without the keys" in capsys.readouterr().err
    assert main(["privacy", "begin", "--db", str(log)]) == 0
    assert main(["run", str(file), "--db", str(log)]) == 0
    assert "library" not in capsys.readouterr().out
    assert b"library" not in log.read_bytes()
