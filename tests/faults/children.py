"""Processes that write a log and are killed while they do.

Run as a program, this is a nursery: a process of one thread that has imported everything once and
forks a child for each line it reads. So a child starts in milliseconds, and tests can kill many.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from orderflow.store import ProtectionOrders
from orderflow.store.sqlite import logfile
from orderflow.views import Views
from tests.contracts.cases import grant, notify, request

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")


def order_named(name: str) -> UUID:
    """Return the id of the order that a writer of that name writes."""
    return uuid5(NAMES, name)


def write_for_ever(path: str, name: str, acks: str) -> None:
    """Hand in one command after the other; note each id once it is acknowledged."""
    order_id = order_named(name)
    noted = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    with ProtectionOrders.open(path) as orders:
        for connection in orders.factory.file._connections:  # type: ignore[attr-defined]
            # So that writers are also killed while the log is moved into the file.
            connection.execute("PRAGMA wal_autocheckpoint = 20").close()
        number = 0
        while True:
            orders.handle(command_number(order_id, number), command_id=f"{name}-{number}")
            os.write(noted, f"{name}-{number}\n".encode())
            number += 1


def command_number(order_id: UUID, number: int) -> Any:  # noqa: ANN401
    """Return the n-th command of a writer."""
    if number == 0:
        return request(order_id)
    return grant(order_id) if number == 1 else notify(order_id, 4 + number / 3600)


def die_at_step(path: str, name: str, number: int, step: int) -> None:
    """Open the log and handle one command, and die right before the n-th step of SQLite.

    Args:
        path: The log.
        name: Name of the writer.
        number: Number of its command; -1 to do nothing but open the log.
        step: Which step; a child that needs fewer leaves a file behind to say that it is done.
    """
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        if steps >= step:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    connect = sqlite3.connect

    def counting(*args: Any, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
        connection: sqlite3.Connection = connect(*args, **options)
        connection.set_progress_handler(count, 1)
        return connection

    logfile.sqlite3.connect = counting  # type: ignore[attr-defined]
    with ProtectionOrders.open(path) as orders:
        if number >= 0:
            order_id = order_named(name)
            orders.handle(command_number(order_id, number), command_id=f"{name}-{number}")
    Path(f"{path}.done").touch()


def write_from_threads(path: str, name: str, acks: str, threads: int, each: int) -> None:
    """Hand in commands from several threads, half of them on an order that all share."""
    noted = os.open(acks, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    shared, own = order_named("shared"), order_named(name)
    with ProtectionOrders.open(path) as orders:
        orders.handle(request(own), command_id=f"{name}-request")
        orders.handle(grant(own), command_id=f"{name}-grant")

        def write(thread: int) -> None:
            for number in range(each):
                about = (shared, own)[number % 2]
                command_id = f"{name}-{thread}-{number}"
                orders.handle(notify(about, 4), command_id=command_id, max_attempts=1000)
                os.write(noted, f"{command_id}\n".encode())

        running = [threading.Thread(target=write, args=(n,)) for n in range(threads)]
        for thread in running:
            thread.start()
        for thread in running:
            thread.join()


def build_views(path: str) -> None:
    """Keep the views up, one event at a time, and rebuild one in between, until killed."""
    with ProtectionOrders.open(path) as orders, Views(orders) as views:
        while True:
            views.catch_up(page=3)
            views.rebuild("register", page=20)


ACTIONS: dict[str, Callable[..., None]] = {
    action.__name__: action
    for action in (write_for_ever, die_at_step, write_from_threads, build_views)
}


def nursery(actions: dict[str, Callable[..., None]]) -> None:
    """Fork a child for each line of standard input, and print its process id."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Nobody waits for the children.
    for line in sys.stdin:
        action, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                actions[action](*arguments)
                code = 0
            finally:
                sys.stderr.flush()
                os._exit(code)
        print(child, flush=True)  # noqa: T201 - read by the test


if __name__ == "__main__":
    nursery(ACTIONS)
