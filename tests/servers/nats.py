"""Real servers of NATS with JetStream, alone or three as a cluster, that end with the tests."""

from __future__ import annotations

import ctypes
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 20.0
_PR_SET_PDEATHSIG = 1


def free_ports(number: int) -> list[int]:
    """Return ports that nobody listened on a moment ago."""
    held = [socket.socket() for _ in range(number)]
    try:
        for one in held:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in held]
    finally:
        for one in held:
            one.close()


class NatsServer:
    """One server, whose files outlive its process."""

    def __init__(self, folder: Path, port: int, *cluster: str) -> None:
        """Take where it keeps its files, its port, and how it joins a cluster."""
        self.url = f"nats://127.0.0.1:{port}"
        self._port = port
        self._folder = folder
        self._arguments = cluster
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        self._folder.mkdir(parents=True, exist_ok=True)
        program = Path(sys.executable).with_name("nats-server")
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    program,
                    *("--addr", "127.0.0.1", "--port", str(self._port)),
                    *("--jetstream", "--store_dir", str(self._folder / "store")),
                    *self._arguments,
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - a child that starts no thread
            )
        self._wait()

    def kill(self) -> None:
        """Kill it, as a power cut would end its process."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stop it in an orderly way."""
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(PATIENCE)
            self._process = None

    def _wait(self) -> None:
        give_up_at = time.monotonic() + PATIENCE
        while True:
            assert self._process is not None
            assert self._process.poll() is None, (self._folder / "log").read_text()
            try:
                socket.create_connection(("127.0.0.1", self._port), 0.2).close()
            except OSError:
                assert time.monotonic() < give_up_at, "the server does not take connections"
                time.sleep(0.01)
            else:
                return


def cluster(folder: Path) -> list[NatsServer]:
    """Return three servers that are to form a cluster once they are started."""
    ports, routes = free_ports(3), free_ports(3)
    every = ",".join(f"nats://127.0.0.1:{route}" for route in routes)
    return [
        NatsServer(
            folder / f"n{number}",
            port,
            *("--name", f"n{number}", "--cluster_name", "orders"),
            *("--cluster", f"nats://127.0.0.1:{route}", "--routes", every),
        )
        for number, (port, route) in enumerate(zip(ports, routes, strict=True))
    ]


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
