"""Answering: what a loaded order says of conduct, and how soon the program speaks."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

from orderflow import ProtectionOrders
from tests.benchmarks.figures import Figure, interleaved
from tests.contracts.cases import whole_case

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTIONS = 500


def figures() -> Iterator[Figure]:
    """Yield the time of one assessment, and of `--help` beside a Python that does nothing."""
    yield _assessment()
    yield from _help()


def _assessment() -> Figure:
    orders, order_id = ProtectionOrders.open(), uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    order = orders.get(order_id)
    incident = order.incidents[0]

    def ask() -> None:
        for _ in range(QUESTIONS):
            order.assess(person=incident.person, term=incident.term, conduct_at=incident.conduct_at)

    (taken,) = interleaved(20, ask)
    return Figure("assess on a loaded order", taken / QUESTIONS * 1e6, unit="µs", at_most=50)


def _help() -> Iterator[Figure]:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    bare, spoken = interleaved(
        7, lambda: run("-c", "pass"), lambda: run("-m", "orderflow", "--help")
    )
    yield Figure("orderflow --help", spoken, unit="s", at_most=0.3)
    yield Figure("orderflow --help against a bare Python", spoken / bare)
