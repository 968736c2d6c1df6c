"""A PostgreSQL server for all tests of a process, and a place for a log of its own for each."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.nats import NatsServer
    from tests.servers.postgres import PostgresServer

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server that runs as long as the tests of this process do; each worker has its own.

    It does not wait for the disk: tests that crash servers start theirs with the usual settings.
    """
    from tests.servers.postgres import PostgresServer  # noqa: PLC0415 - not all tests need it

    with PostgresServer({"fsync": "off"}) as server:
        yield server


@pytest.fixture
def postgres_address(postgres: PostgresServer) -> str:
    """An address at which there is no log yet."""
    return f"{postgres.address()}?schema=log_{next(_numbers)}"


@pytest.fixture
def nats_server(tmp_path: Path) -> Iterator[NatsServer]:
    """A server of NATS that runs."""
    from tests.servers.nats import NatsServer, free_ports  # noqa: PLC0415 - not all tests need it

    (port,) = free_ports(1)
    started = NatsServer(tmp_path / "nats", port)
    started.start()
    yield started
    started.kill()
