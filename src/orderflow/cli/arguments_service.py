"""What can be typed after `orderflow worker` and `orderflow publish`. Knows the words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.arguments_serve import add_access_signing
from orderflow.cli.arguments_shared import Commands, add_command, add_database, add_ledger

if TYPE_CHECKING:
    from argparse import ArgumentParser


def worker(commands: Commands) -> None:
    """Add `orderflow worker`."""
    parser = add_command(
        commands,
        "worker",
        "do what falls due: record ends and exceeded terms, keep views up, sign checkpoints",
        "orderflow worker --db orders.db --key log.key\n"
        "  orderflow worker --once\n"
        "  orderflow worker --db trial.db --simulated-until 2027-01-01T00:00+00:00",
    )
    add_database(parser)
    parser.add_argument(
        "--access-log", metavar="FILE", help="sign this access log, too, with --access-key"
    )
    add_access_signing(parser)
    parser.add_argument(
        "--every", type=float, default=1.0, metavar="SECONDS", help="look again after (default: 1)"
    )
    _signing(parser)
    parser.add_argument(
        "--grace",
        type=float,
        default=600.0,
        metavar="SECONDS",
        help="wait while somebody enters facts after they were due (default: 600)",
    )
    parser.add_argument(
        "--holder",
        metavar="ROLE",
        help="say whose data are to be erased, for a record kept in this role, such as police",
    )
    parser.add_argument(
        "--retention",
        metavar="FILE",
        help="with your own periods in this file (default: those that ship)",
    )
    _once(parser, "do what is due now, and stop")
    parser.add_argument(
        "--simulated-until",
        metavar="MOMENT",
        help="in a simulated log, let the clock go on to this moment, and stop",
    )


def _signing(parser: ArgumentParser) -> None:
    parser.add_argument("--key", metavar="FILE", help="sign checkpoints with this key of the log")
    add_ledger(parser)
    parser.add_argument(
        "--checkpoint-events",
        type=int,
        default=1000,
        metavar="N",
        help="sign after (default: 1000)",
    )
    parser.add_argument(
        "--checkpoint-seconds",
        type=float,
        default=300.0,
        metavar="SECONDS",
        help="or when something new has waited for so long (default: 300)",
    )


def publish(commands: Commands) -> None:
    """Add `orderflow publish`."""
    parser = add_command(
        commands,
        "publish",
        "publish what happened to NATS JetStream, once, in order, and no personal data",
        "orderflow publish --nats nats://localhost:4222\n"
        "  orderflow publish --nats tls://n1 --nats tls://n2 --replicas 3 --channel early",
    )
    add_database(parser)
    parser.add_argument(
        "--nats",
        action="append",
        default=[],
        metavar="URL",
        help="a server of the cluster; may be given more than once (default: ORDERFLOW_NATS)",
    )
    parser.add_argument(
        "--channel",
        action="append",
        choices=("open", "early"),
        default=[],
        help="to which audience; may be given more than once (default: open)",
    )
    parser.add_argument("--creds", metavar="FILE", help="credentials of NATS, in a file")
    parser.add_argument(
        "--prefix", default="orderflow", metavar="WORD", help="first word of every subject"
    )
    parser.add_argument(
        "--replicas", type=int, default=1, metavar="N", help="servers that keep each message"
    )
    _once(parser, "publish what there is, and stop")


def _once(parser: ArgumentParser, about: str) -> None:
    parser.add_argument("--once", action="store_true", help=about)
