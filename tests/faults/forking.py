"""A program that forks while it has a log open; parent and child both go on writing.

Run by a test in a process of its own, because a process that has threads must not fork.
"""

from __future__ import annotations

import os
import sys

from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, notify, request
from tests.faults.children import order_named

ORDER = order_named("forked")


def write(orders: ProtectionOrders, name: str) -> None:
    """Write a little."""
    for number in range(20):
        orders.handle(notify(ORDER, 4), command_id=f"{name}-{number}", max_attempts=100)


def main(path: str) -> None:
    """Open, write, fork, and write on both sides."""
    orders = ProtectionOrders.open(path)
    orders.handle(request(ORDER), command_id="request")
    orders.handle(grant(ORDER), command_id="grant")
    orders.get(ORDER)
    child = os.fork()
    write(orders, "child" if child == 0 else "parent")
    if child == 0:
        sys.exit()  # An ordinary end, which frees whatever was inherited.
    _, status = os.waitpid(child, 0)
    orders.handle(notify(ORDER, 4), command_id="parent-1")
    orders.close()
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(sys.argv[1])
