"""`orderflow audit`: one module per part; each prints what `orderflow.audit` answers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from orderflow.cli.ledger_parser import BUNDLE_ACTS, LEDGER_ACTS

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Run one part and return its exit code."""
    part = "ledger" if arguments.act in LEDGER_ACTS else f"audit.{arguments.act}"
    if arguments.act in BUNDLE_ACTS:
        part = "audit.bundle"
    code: int = import_module(f"orderflow.cli.{part}").run(arguments)
    return code
