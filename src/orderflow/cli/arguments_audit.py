"""What each part of `orderflow audit` takes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Final

from orderflow.cli.arguments_export import add_order, export, import_
from orderflow.cli.arguments_shared import Commands, add_command, add_known_at, add_ledger, add_log
from orderflow.cli.ledger_parser import add_ledger_acts, add_witnesses


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


def verify(acts: Commands) -> None:
    """Add `orderflow audit verify`."""
    parser = add_command(
        acts,
        "verify",
        "read a whole log once, and name whatever is missing, doubled, moved or changed",
        "orderflow audit verify --db orders.db --key log.pub\n"
        "  orderflow audit verify --file orders.jsonl --checkpoint last-year.checkpoint\n"
        "  orderflow audit verify --jobs 4 --json > report.json",
    )
    parser.add_argument(
        "--file", metavar="FILE", help="an interchange file instead, as --db takes one too"
    )
    parser.add_argument(
        "--checkpoint",
        action="append",
        default=[],
        metavar="FILE",
        help="a checkpoint that you kept; may be given more than once",
    )
    add_ledger(parser)
    parser.add_argument("--key", metavar="KEY", help="public key of the log, or a file with it")
    add_witnesses(parser)
    parser.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="how many processes share the work"
    )
    parser.add_argument(
        "--at-most",
        type=int,
        default=100,
        metavar="N",
        help="how many findings are listed; the others are counted (default: 100)",
    )
    add_log(parser)


def replay(acts: Commands) -> None:
    """Add `orderflow audit replay`."""
    parser = add_command(
        acts, "replay", "states and positions at any moment, as known at any other"
    )
    _at(parser)
    add_known_at(parser)
    add_order(parser)
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
    add_order(parser)
    add_log(parser)


def explain(acts: Commands) -> None:
    """Add `orderflow audit explain`."""
    parser = add_command(
        acts, "explain", "the whole history of an order in plain sentences, with sources"
    )
    parser.add_argument("order", metavar="ORDER", help="id of the order, or its first characters")
    add_known_at(parser)
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
    add_order(parser)
    add_log(parser)


def terms(acts: Commands) -> None:
    """Add `orderflow audit terms`."""
    parser = add_command(acts, "terms", "which order exceeded which term, by which calendar")
    _at(parser)
    add_known_at(parser)
    parser.add_argument(
        "--all", action="store_true", help="also terms that were kept, run, or are set by no law"
    )
    add_order(parser)
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
    add_known_at(parser)
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
    add_order(parser)
    add_log(parser)


def digest(acts: Commands) -> None:
    """Add `orderflow audit digest`."""
    parser = add_command(
        acts, "digest", "digests of all states: keep them, or compare with those that were kept"
    )
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--out", metavar="FILE", help="keep them in this new file")
    either.add_argument("--against", metavar="FILE", help="compare with those in this file")
    add_known_at(parser)
    add_log(parser)


def _at(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        help="as things stood at this moment (default: now; in a simulated log, the moment of each"
        " order's last record)",
    )


PARTS: Final = (
    verify,
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
