"""A log with the published case lived under both laws, and a way to type commands."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from orderflow.cli import main
from tests.unit.cli.support import Log, Type, Typed, lived_twice


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Type:
    """Return a function that runs one command line in this process."""

    def run(*argv: str) -> Typed:
        code = main(argv)
        printed = capsys.readouterr()
        return Typed(code, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    """Return a log that nobody changes."""
    return lived_twice(tmp_path_factory.mktemp("log") / "lived.db")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the environment of whoever runs the tests out of them."""
    for name in ("ORDERFLOW_DB", "ORDERFLOW_DEBUG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    # A demo without a place of its own must leave nothing on the machine.
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
