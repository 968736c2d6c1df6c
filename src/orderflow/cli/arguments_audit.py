"""What each part of `orderflow audit` takes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

from orderflow.cli.arguments import add_command, add_log, add_output
from orderflow.cli.ledger_parser import add_ledger_acts

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

Commands = Any  # argparse gives no public name to what add_subparsers returns


def audit(commands: Commands) -> None:
    """Add `orderflow audit` with its parts."""
    parser = add_command(
        commands,
        "audit",
        "read a log as an auditor does: replay it, explain it, judge it again, prove it unchanged",
        "orderflow audit replay --at 2013-06-01T12:00+01:00\n"
        "  orderflow audit explain 3f2a1c9e --lang nl\n"
        "  orderflow audit rejudge --regime uk-ew-fmpo@2014 --as-if\n"
        "  orderflow audit checkpoint --key log.key",
    )
    acts = parser.add_subparsers(dest="act", metavar="PART", required=True)
    for add in PARTS:
        add(acts)
    add_ledger_acts(acts)


def replay(acts: Commands) -> None:
    """Add `orderflow audit replay`."""
    parser = add_command(
        acts, "replay", "states and positions at any moment, as known at any other"
    )
    _at(parser)
    _known_at(parser)
    _order(parser)
    add_log(parser)


def diff(acts: Commands) -> None:
    """Add `orderflow audit diff`."""
    parser = add_command(acts, "diff", "what was learned between two moments, and what it changed")
    parser.add_argument(
        "--known-at",
        nargs=2,
        required=True,
        metavar=("A", "B"),
        help="what was recorded after A, up to and including B",
    )
    _order(parser)
    add_log(parser)


def explain(acts: Commands) -> None:
    """Add `orderflow audit explain`."""
    parser = add_command(
        acts, "explain", "the whole history of an order in plain sentences, with sources"
    )
    parser.add_argument("order", metavar="ORDER", help="id of the order, or its first characters")
    _known_at(parser)
    add_log(parser)


def conformance(acts: Commands) -> None:
    """Add `orderflow audit conformance`."""
    parser = add_command(acts, "conformance", "every recorded step against the published lifecycle")
    parser.add_argument(
        "--file", metavar="FILE", help="a log of another system instead, in JSON Lines"
    )
    parser.add_argument(
        "--type",
        action="append",
        default=[],
        metavar="THEIRS=OURS",
        help="with --file: their name for one of our events; may be repeated",
    )
    _order(parser)
    add_log(parser)


def terms(acts: Commands) -> None:
    """Add `orderflow audit terms`."""
    parser = add_command(acts, "terms", "which order exceeded which term, by which calendar")
    _at(parser)
    _known_at(parser)
    parser.add_argument(
        "--all", action="store_true", help="also terms that were kept, run, or are set by no law"
    )
    _order(parser)
    add_log(parser)


def sample(acts: Commands) -> None:
    """Add `orderflow audit sample`."""
    parser = add_command(acts, "sample", "draw orders to look at, so that anybody can draw them")
    parser.add_argument("--seed", required=True, metavar="TEXT", help="the same draws the same")
    parser.add_argument("--size", required=True, type=int, metavar="N", help="how many orders")
    parser.add_argument(
        "--by-risk", action="store_true", help="let orders with more to look at be drawn sooner"
    )
    _at(parser)
    _known_at(parser)
    add_log(parser)


def rejudge(acts: Commands) -> None:
    """Add `orderflow audit rejudge`."""
    parser = add_command(
        acts, "rejudge", "which incidents and decisions another law would have made otherwise"
    )
    parser.add_argument(
        "--regime",
        metavar="ID",
        help="the other law, with its version (default: each order's own, with today's code)",
    )
    parser.add_argument(
        "--as-if",
        action="store_true",
        help="let that law count as in force at the time, drafts included",
    )
    parser.add_argument("--all", action="store_true", help="also what comes out the same")
    _order(parser)
    add_log(parser)


def digest(acts: Commands) -> None:
    """Add `orderflow audit digest`."""
    parser = add_command(
        acts, "digest", "digests of all states: keep them, or compare with those that were kept"
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--out", metavar="FILE", help="keep them in this new file")
    either.add_argument("--against", metavar="FILE", help="compare with those in this file")
    _known_at(parser)
    add_log(parser)


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
    _order(parser)
    parser.add_argument(
        "--from", dest="since", metavar="MOMENT", help="only what was recorded then or later"
    )
    parser.add_argument("--to-time", metavar="MOMENT", help="only what was recorded before then")
    _known_at(parser)
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


def _order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--order", metavar="ORDER", help="only this order, by its id or its first characters"
    )


def _at(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        help="as things stood at this moment (default: now; in a simulated log, the moment of each"
        " order's last record)",
    )


def _known_at(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--known-at", metavar="MOMENT", help="leave out what was recorded after this moment"
    )


PARTS: Final = (
    replay,
    diff,
    explain,
    conformance,
    terms,
    sample,
    rejudge,
    digest,
    export,
    import_,
)
"""What adds each part, in the order of the help."""
