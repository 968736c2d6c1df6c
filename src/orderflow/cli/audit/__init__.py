"""`orderflow audit`: one module per part; each prints what `orderflow.audit` answers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Run one part and return its exit code."""
    code: int = import_module(f"orderflow.cli.audit.{arguments.act}").run(arguments)
    return code
