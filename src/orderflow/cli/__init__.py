"""The command line: one module per command, and no rule of law in any of them.

A module here is imported when its command is given, so that `orderflow --help` loads neither the
law nor the log. Only this package prints.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Final

from orderflow.cli.parser import parsed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

_COMMANDS: Final = {
    "demo": "orderflow.cli.demo",
    "run": "orderflow.cli.running",
    "show": "orderflow.cli.show",
    "history": "orderflow.cli.history",
    "assess": "orderflow.cli.assessing",
    "regimes": "orderflow.cli.regimes",
    "diagram": "orderflow.cli.diagram",
    "schema": "orderflow.cli.schema",
    "audit": "orderflow.cli.audit",
    "privacy": "orderflow.cli.privacy",
    "worker": "orderflow.cli.working",
    "publish": "orderflow.cli.publishing",
    "serve": "orderflow.cli.serve",
}
"""The module of each command; its `run(arguments)` returns the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused or failed, 2 wrong use.

    Args:
        argv: The arguments; by default those of the process.
    """
    from orderflow.cli.faults import INTERRUPTED, PIPE_CLOSED

    try:
        code = _ran(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        print("orderflow: interrupted", file=sys.stderr)
        return INTERRUPTED
    return code


def _ran(argv: Sequence[str] | None) -> int:
    try:
        arguments = parsed(argv)
    except SystemExit as done:  # `--help`, `--version`, or arguments that do not fit
        return done.code if isinstance(done.code, int) else 0
    try:
        return _run(arguments)
    except BrokenPipeError:
        raise
    except Exception as error:
        return _reported(error, arguments)


def _run(arguments: Namespace) -> int:
    code: int = import_module(_COMMANDS[arguments.command]).run(arguments)
    return code


def _reported(error: Exception, arguments: Namespace) -> int:
    from orderflow.cli.faults import told
    from orderflow.cli.visible import visible

    sentence, code = told(error)
    if os.environ.get("ORDERFLOW_DEBUG"):
        import traceback

        where = "".join(traceback.format_exception(error))
        print(visible(where, keep="\n"), end="", file=sys.stderr)
    print(visible(f"orderflow {arguments.command}: {sentence}"), file=sys.stderr)
    return code


def _forget_output() -> None:
    """Let what is still buffered go nowhere; whoever read it has gone."""
    from contextlib import suppress

    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
