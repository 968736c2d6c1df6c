"""Runs one PostgreSQL server for as long as somebody holds our standard input.

A process of its own, so that the server ends and its files go with the tests, however they end:
killed, they can clean up nothing. Reads a line to act on, and answers each with a line:

    start       starts the server and waits until it takes connections
    stop MODE   stops it: `smart`, `fast` or `immediate` (which is a crash)
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.servers.binaries import Binaries, account

SIGNALS = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}
PATIENCE = 60.0


class Keeper:
    """Keeps one server."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the server: `data`, `log` and what else belongs to it."""
        self._folder = folder
        self._binaries = Binaries.found(folder)
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it."""
        data, account_ = self._folder / "data", account()
        with (self._folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [self._binaries.path("postgres"), "-D", data],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                user=account_,
                group=account_,
                extra_groups=None if account_ is None else [],
            )
        self._wait_until_ready(data / "postmaster.pid")

    def stop(self, mode: str) -> None:
        """Stop it, if it runs."""
        if self._server is None:
            return
        with suppress(ProcessLookupError):
            self._server.send_signal(SIGNALS[mode])
        self._server.wait(PATIENCE)
        self._server = None

    def _wait_until_ready(self, pid_file: Path) -> None:
        assert self._server is not None
        give_up_at = time.monotonic() + PATIENCE
        while time.monotonic() < give_up_at:
            assert self._server.poll() is None, (self._folder / "log").read_text()
            with suppress(FileNotFoundError, IndexError):
                lines = pid_file.read_text().splitlines()
                # The last line is the state; the first, of which process.
                if int(lines[0]) == self._server.pid and lines[7].strip() in {"ready", "standby"}:
                    return
            time.sleep(0.01)
        msg = "the server does not become ready"
        raise TimeoutError(msg)


def main(folder: Path) -> None:
    """Do as told until nobody tells anything any more."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)  # What interrupts the tests closes our input, too.
    keeper = Keeper(folder)
    try:
        for line in sys.stdin:
            act, *rest = line.split()
            if act == "start":
                keeper.start()
            else:
                keeper.stop(*rest)
            print("done", flush=True)
    finally:
        keeper.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
