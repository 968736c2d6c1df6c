"""`orderflow privacy`: one module per part. None of them prints what is sealed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from orderflow.cli.faults import WrongUse

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Run one part and return its exit code.

    Raises:
        WrongUse: The extra that it needs is not installed.
    """
    try:
        module = import_module(f"orderflow.cli.privacy.{arguments.act}")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "cryptography":
            raise
        raise WrongUse(str(error)) from None
    code: int = module.run(arguments)
    return code
