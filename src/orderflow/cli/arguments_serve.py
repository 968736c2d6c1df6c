"""What `orderflow serve` takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.arguments_shared import add_command, add_database

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from orderflow.cli.arguments_shared import Commands


def serve(commands: Commands) -> None:
    """Add `orderflow serve`."""
    parser = add_command(
        commands,
        "serve",
        "answer over HTTP: file and drive orders, and the question at the gate",
        "orderflow serve --dev\n  orderflow serve --db orders.db"
        " --issuer https://login.example --audience orderflow\n"
        "    --jwks https://login.example/keys --access-log access.db",
    )
    add_database(parser)
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (%(default)s)")
    parser.add_argument(
        "--port", type=int, default=8000, metavar="NUMBER", help="0 for any (%(default)s)"
    )
    _believed(parser)
    _files(parser)
    add_access_signing(parser)
    parser.add_argument(
        "--origin", action="append", default=[], help="a web page may call from here; repeatable"
    )
    parser.add_argument(
        "--served-host", action="append", default=[], help="answer for this name only; repeatable"
    )
    parser.add_argument(
        "--rate",
        type=float,
        default=50.0,
        metavar="NUMBER",
        help="requests of one caller a second; four times as many at once (%(default)s)",
    )
    parser.add_argument(
        "--drain", type=float, default=5.0, metavar="SECONDS", help="be unready before stopping"
    )
    parser.add_argument(
        "--metrics-port", type=int, metavar="NUMBER", help="figures for Prometheus, on 127.0.0.1"
    )
    parser.add_argument(
        "--dev",
        action="store_true",
        help="give tokens to anybody, on this machine alone; for a log without orders",
    )


def _believed(parser: ArgumentParser) -> None:
    parser.add_argument("--issuer", metavar="NAME", help="whose tokens are believed: their 'iss'")
    parser.add_argument("--audience", metavar="NAME", help="for whom they must be: their 'aud'")
    parser.add_argument("--jwks", metavar="URL|FILE", help="the issuer's public keys, as a JWK set")


def _files(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--access-log",
        metavar="FILE",
        help="who saw what (default: the log's name and .access, beside a log in a file)",
    )
    parser.add_argument(
        "--ledger", metavar="FILE", help="the ledger of the log (default: its name and .ledger)"
    )
    parser.add_argument(
        "--keys", metavar="FILE", help="the key store; without it nothing confidential is recorded"
    )


def add_access_signing(parser: ArgumentParser) -> None:
    """Add with what an access log is signed."""
    parser.add_argument(
        "--access-key", metavar="FILE", help="sign checkpoints of the access log with this key"
    )
    parser.add_argument(
        "--access-ledger",
        metavar="FILE",
        help="its ledger (default: the name of the access log and .ledger)",
    )
    parser.add_argument(
        "--access-checkpoint-seconds",
        type=float,
        default=300.0,
        metavar="SECONDS",
        help="sign when an entry has waited for so long, or after 1000 (default: 300)",
    )
