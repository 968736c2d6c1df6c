"""What `orderflow audit export` and `orderflow audit import` take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.cli.arguments_shared import Commands, add_command, add_known_at, add_log, add_output

if TYPE_CHECKING:
    from argparse import ArgumentParser

FORMATS: Final = (
    "jsonl",
    "csv",
    "parquet",
    "ocel-json",
    "ocel-sqlite",
    "xes",
    "cloudevents",
    "prov-json",
)
"""What a log is exported to; typed here, so that `--help` loads nothing else."""


def export(acts: Commands) -> None:
    """Add `orderflow audit export`."""
    parser = add_command(
        acts,
        "export",
        "write a log, or part of it, to a file for other tools",
        "orderflow audit export --to jsonl --out orders.jsonl\n"
        "  orderflow audit export --to ocel-json --out orders.json --order 3f2a1c9e\n"
        "  orderflow audit export --to csv --out may.csv --from 2013-05-01T00:00+01:00"
        " --to-time 2013-06-01T00:00+01:00",
    )
    parser.add_argument("--to", required=True, choices=FORMATS, help="the form")
    parser.add_argument("--out", required=True, metavar="FILE", help="the new file")
    parser.add_argument(
        "--force", action="store_true", help="replace FILE if it is there; a log never is"
    )
    add_order(parser)
    parser.add_argument(
        "--from", dest="since", metavar="MOMENT", help="only what was recorded then or later"
    )
    parser.add_argument("--to-time", metavar="MOMENT", help="only what was recorded before then")
    add_known_at(parser)
    parser.add_argument(
        "--source",
        default="",
        metavar="URN",
        help="what tells this log from others, in jsonl, cloudevents, xes and prov-json (default:"
        " follows from the log)",
    )
    add_log(parser)


def import_(acts: Commands) -> None:
    """Add `orderflow audit import`."""
    parser = add_command(
        acts,
        "import",
        "make a new log of an interchange file, with the same root",
        "orderflow audit import orders.jsonl --db copy.db",
    )
    parser.add_argument("file", metavar="FILE", help="the file, as export --to jsonl writes it")
    parser.add_argument("--db", required=True, metavar="NEW", help="the new log")
    add_output(parser)


def add_order(parser: ArgumentParser) -> None:
    """Add the one order that is meant; without it, all of them are."""
    parser.add_argument(
        "--order", metavar="ORDER", help="only this order, by its id or its first characters"
    )
