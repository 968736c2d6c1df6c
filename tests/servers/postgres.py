"""A real PostgreSQL server for the tests, and a standby that follows one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import psycopg

from tests.servers.binaries import Binaries, account

if TYPE_CHECKING:
    from types import TracebackType

PATIENCE = 30.0

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "wal_retrieve_retry_interval": "200ms",
    "log_min_messages": "fatal",
    "log_statement": "none",
}

# Passwords are asked of roles that have one; the owner comes in without.
ACCESS = """\
host all,replication owner 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
"""


class PostgresServer:
    """A server, from `initdb` to the deletion of its files."""

    def __init__(self, settings: dict[str, str] | None = None, *, port: int | None = None) -> None:
        """Make its files.

        Args:
            settings: Of `postgresql.conf`, besides ours.
            port: Where it listens; by default on a free port.
        """
        self.folder = Path(tempfile.mkdtemp(prefix="orderflow-postgres-"))
        self.port = port or _free_port()
        _give_away(self.folder)
        self.binaries = Binaries.found(self.folder)
        self._keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.servers.keeper", str(self.folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        try:
            self._fill({**SETTINGS, **(settings or {})})
        except BaseException:
            self.close()
            raise

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / "data"

    def address(
        self, database: str = "postgres", *, user: str = "owner", password: str = ""
    ) -> str:
        """Return the address of a database."""
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def start(self) -> Self:
        """Start it, and wait until it takes connections."""
        self._tell("start")
        return self

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is a crash."""
        self._tell(f"stop {mode}")

    def close(self) -> None:
        """Stop it and delete its files."""
        assert self._keeper.stdin is not None
        assert self._keeper.stdout is not None
        self._keeper.stdin.close()
        self._keeper.wait(90)
        self._keeper.stdout.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def run(self, *statements: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run statements as the owner, each on its own; return the rows of the last."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            rows: list[tuple[Any, ...]] = []
            for statement in statements:
                cursor = connection.execute(statement.encode())
                rows = cursor.fetchall() if cursor.description else []
            return rows

    def _fill(self, settings: dict[str, str]) -> None:
        options = (
            "--no-instructions",
            "--no-sync",
            "--locale-provider=builtin",
            "--locale=C.UTF-8",
        )
        self.binaries.run(
            "initdb", "-D", self.data, "-U", "owner", "-E", "UTF8", "-A", "trust", *options
        )
        self._set(settings)
        (self.data / "pg_hba.conf").write_text(ACCESS)

    def _set(self, settings: dict[str, str]) -> None:
        lines = [f"{name} = '{value}'\n" for name, value in settings.items()]
        with (self.data / "postgresql.conf").open("a") as file:
            file.writelines((*lines, f"port = {self.port}\n"))

    def _tell(self, act: str) -> None:
        assert self._keeper.stdin is not None
        assert self._keeper.stdout is not None
        self._keeper.stdin.write(f"{act}\n")
        self._keeper.stdin.flush()
        answer = self._keeper.stdout.readline()
        assert answer == "done\n", f"the server did not {act}"


class Standby(PostgresServer):
    """A server that follows another one."""

    def __init__(self, primary: PostgresServer, *, port: int | None = None) -> None:
        """Take a base backup of a primary that runs."""
        self._primary = primary
        super().__init__(port=port)

    def promote(self) -> None:
        """Make it a primary that waits for nobody."""
        self.run("SELECT pg_promote()")
        _wait_for(self, "")

    def be_waited_for(self) -> None:
        """Let the primary acknowledge nothing any more that is not on disk here, too."""
        _wait_for(self._primary, "*")
        query = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"
        give_up_at = time.monotonic() + PATIENCE
        while self._primary.run(query) != [(1,)]:
            assert time.monotonic() < give_up_at, "the standby does not follow"
            time.sleep(0.02)

    def _fill(self, settings: dict[str, str]) -> None:
        where = f"host=127.0.0.1 port={self._primary.port} user=owner application_name=standby"
        self.binaries.run("pg_basebackup", "-D", self.data, "-d", where, "-R", "--checkpoint=fast")
        self._set(settings)


def _wait_for(server: PostgresServer, standbys: str) -> None:
    server.run(
        f"ALTER SYSTEM SET synchronous_standby_names = '{standbys}'", "SELECT pg_reload_conf()"
    )


def _give_away(folder: Path) -> None:
    who = account()
    if who is not None:
        shutil.chown(folder, who, who)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
