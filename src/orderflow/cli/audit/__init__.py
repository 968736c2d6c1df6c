"""`orderflow audit`: one module per part; each prints what `orderflow.audit` answers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from orderflow.cli.ledger_parser import LEDGER_ACTS

if TYPE_CHECKING:
    from argparse import Namespace


_MODULES: Final = {"import": "importing", "export": "exporting"}
"""The module of a part, where it does not bear its name."""


def run(arguments: Namespace) -> int:
    """Run one part and return its exit code."""
    act = arguments.act
    part = "ledger" if act in LEDGER_ACTS else f"audit.{_MODULES.get(act, act)}"
    code: int = import_module(f"orderflow.cli.{part}").run(arguments)
    return code
