"""What several commands take, and how a command is added."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

Commands = Any  # argparse gives no public name to what add_subparsers returns


def add_command(commands: Commands, name: str, about: str, examples: str = "") -> ArgumentParser:
    """Add a command, what it is about, and examples; return its parser."""
    parser: ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}" + ("" if about.endswith("?") else "."),
        epilog=f"examples:\n  {examples}" if examples else None,
    )
    return parser


def add_known_at(parser: ArgumentParser) -> None:
    """Add the moment up to which something must have been recorded to count."""
    parser.add_argument(
        "--known-at", metavar="MOMENT", help="leave out what was recorded after this moment"
    )


def add_database(parser: ArgumentParser) -> None:
    """Add the log of a command that takes no interchange file for one."""
    parser.add_argument(
        "--db", metavar="PLACE", help="the event log (default: ORDERFLOW_DB, else orders.db)"
    )


def add_ledger(parser: ArgumentParser) -> None:
    """Add the ledger of a log that was named before."""
    parser.add_argument(
        "--ledger", metavar="FILE", help="its ledger (default: beside the log, in LOG.ledger)"
    )


def add_log(parser: ArgumentParser) -> None:
    """Add what every command that reads a log takes."""
    parser.add_argument(
        "--db",
        metavar="PLACE",
        help="the event log, or an interchange file of one (default: ORDERFLOW_DB, else orders.db)",
    )
    add_output(parser)


def add_output(parser: ArgumentParser) -> None:
    """Add what every command takes that prints sentences, or JSON instead."""
    add_language(parser)
    _json(parser)


def add_language(parser: ArgumentParser) -> None:
    """Add the language in which sentences are printed."""
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language of sentences")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document and nothing else"
    )
