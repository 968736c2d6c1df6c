"""What can be typed after `orderflow`. Knows the words of the command line and nothing else."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final, NoReturn

from orderflow.cli.arguments import ALL
from orderflow.cli.arguments_audit import audit
from orderflow.cli.arguments_privacy import privacy
from orderflow.cli.arguments_serve import serve
from orderflow.cli.arguments_service import publish, worker

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH: Final = 78
_ABOUT: Final = "The life of a hybrid protection order, from request to enforcement."
_EPILOG: Final = """\
start with:
  orderflow demo                    a real published case, lived under two laws
  orderflow regimes list            the laws that ship with orderflow
  orderflow COMMAND --help          what a command takes, with examples

exit codes: 0 done; 1 refused, failed, or a check failed; 2 wrong use"""


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return what was typed.

    Raises:
        SystemExit: Help or the version was asked for (0), or the arguments do not fit (2).
    """
    return _parser().parse_args(argv)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as every other page, however wide the terminal is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDTH)


class _Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - those of argparse
        settings.setdefault("formatter_class", _Help)
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        from orderflow.cli.visible import visible

        said = visible(f"{self.prog}: {message}{_nearest(message)} (see {self.prog} --help)")
        self.exit(2, f"{said}\n")


class _Version(argparse.Action):
    """Prints the version; reads it only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> NoReturn:
        from orderflow import __version__

        print(f"orderflow {__version__}")
        parser.exit(0)


def _nearest(message: str) -> str:
    if "invalid choice" not in message:
        return ""
    import re
    from difflib import get_close_matches

    wrong, *choices = re.findall(r"'([^']+)'|(?<=[(, ])([a-z]+)(?=[,)])", message)
    near = get_close_matches("".join(wrong), ["".join(choice) for choice in choices], n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _parser() -> _Parser:
    parser = _Parser(prog="orderflow", description=_ABOUT, epilog=_EPILOG)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, parser_class=_Parser, title="commands"
    )
    for add in (*ALL, audit, privacy, serve, worker, publish):
        add(commands)
    return parser
