"""What can be typed after `orderflow audit` about the ledger. Knows the words and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.cli.arguments_shared import Commands, add_command, add_database, add_ledger

if TYPE_CHECKING:
    from argparse import ArgumentParser


LEDGER_ACTS: Final = ("keygen", "checkpoint", "prove", "check-proof", "witness")
"""What they are called, in the order of the help."""


def add_ledger_acts(acts: Commands) -> None:
    """Add them."""
    for add in (_keygen, _checkpoint, _prove, _check_proof, _witness, _bundle, _check_bundle):
        add(acts)


def _keygen(acts: Commands) -> None:
    parser = add_command(
        acts,
        "keygen",
        "make a signing key in a new file that only you can read, and print its public key",
        "orderflow audit keygen example.org/orders --out log.key\n"
        "  orderflow audit keygen auditor.example/1 --witness --out witness.key",
    )
    parser.add_argument("name", metavar="NAME", help="name of the key, as a URL without a scheme")
    parser.add_argument("--out", required=True, metavar="FILE", help="the new key file")
    parser.add_argument("--witness", action="store_true", help="a key to cosign with, as a witness")


def _checkpoint(acts: Commands) -> None:
    parser = add_command(
        acts,
        "checkpoint",
        "hash what is new in the log, and print a signed checkpoint over all of it",
        "orderflow audit checkpoint --key log.key --begin\n"
        "  orderflow audit checkpoint --key log.key --extends last-year.checkpoint\n"
        "  orderflow audit checkpoint --key log.key --add cosigned.checkpoint --witness w.pub",
    )
    _log(parser)
    parser.add_argument("--key", required=True, metavar="FILE", help="key file of the log")
    parser.add_argument("--begin", action="store_true", help="begin a new ledger with this key")
    parser.add_argument(
        "--extends", metavar="FILE", help="sign only if it extends this checkpoint, too"
    )
    parser.add_argument(
        "--add", metavar="FILE", help="keep the cosignatures that a checkpoint came back with"
    )
    add_witnesses(parser)
    _out(parser)


def _prove(acts: Commands) -> None:
    parser = add_command(
        acts,
        "prove",
        "prove that an event is in the log, or that the log only grew since a checkpoint",
        "orderflow audit prove 3f2a… 7 --out event.tlog-proof\n"
        "  orderflow audit prove --since last-year.checkpoint --out growth.proof",
    )
    _log(parser)
    _order(parser)
    parser.add_argument("version", nargs="?", type=int, metavar="N", help="which of its events")
    parser.add_argument("--without-event", action="store_true", help="leave the event itself out")
    parser.add_argument("--since", metavar="FILE", help="an earlier checkpoint")
    parser.add_argument(
        "--from-nothing", action="store_true", help="for a witness that has seen nothing yet"
    )
    _out(parser)


def _check_proof(acts: Commands) -> None:
    parser = add_command(
        acts,
        "check-proof",
        "check a proof with public keys alone, without the log",
        "orderflow audit check-proof event.tlog-proof --key log.pub --witness w.pub --quorum 1\n"
        "  orderflow audit check-proof growth.proof --key log.pub --since last-year.checkpoint",
    )
    parser.add_argument("proof", metavar="PROOF", help="the proof")
    _public_key(parser)
    add_witnesses(parser)
    parser.add_argument("--since", metavar="FILE", help="the earlier checkpoint, as you kept it")
    parser.add_argument(
        "--leaf", metavar="FILE", help="the event, as the bytes of its leaf, if you have it"
    )


def _witness(acts: Commands) -> None:
    parser = add_command(
        acts,
        "witness",
        "cosign the checkpoint of a proof, if it extends all that you cosigned before",
        "orderflow audit witness growth.proof --log log.pub --key w.key --memory w.seen --begin",
    )
    parser.add_argument("proof", metavar="PROOF", help="proof that the log only grew")
    parser.add_argument("--log", required=True, metavar="KEY", help="public key of the log")
    parser.add_argument("--key", required=True, metavar="FILE", help="your key file")
    parser.add_argument("--memory", required=True, metavar="FILE", help="what you cosigned last")
    parser.add_argument("--begin", action="store_true", help="you have cosigned nothing yet")
    _out(parser)


def _bundle(acts: Commands) -> None:
    parser = add_command(
        acts,
        "bundle",
        "write one signed file to keep: an order or a period, with proofs, law and features",
        "orderflow audit bundle 3f2a1c9e --key log.key --out order.tar\n"
        "  orderflow audit bundle --from 2025-01-01T00:00Z --to 2026-01-01T00:00Z"
        " --key log.key --out 2025.tar",
    )
    _order(parser)
    parser.add_argument(
        "--from", dest="begin", metavar="MOMENT", help="what was recorded at this moment or later"
    )
    parser.add_argument(
        "--to", dest="before", metavar="MOMENT", help="what was recorded before this moment"
    )
    parser.add_argument(
        "--key",
        required=True,
        metavar="FILE",
        help="key file that signs it; mostly that of the log",
    )
    parser.add_argument("--out", required=True, metavar="FILE", help="the new file")
    parser.add_argument(
        "--since", metavar="FILE", help="an earlier checkpoint; proves that the log only grew since"
    )
    parser.add_argument(
        "--witness",
        action="append",
        default=[],
        metavar="KEY",
        help="public key of a witness, to be found in it; may be given more than once",
    )
    parser.add_argument(
        "--regimes", metavar="FOLDER", help="law of your own that orders were decided under"
    )
    _log(parser)


def _check_bundle(acts: Commands) -> None:
    parser = add_command(
        acts,
        "check-bundle",
        "check a bundle with public keys alone: every byte, every event, the law",
        "orderflow audit check-bundle order.tar --key log.pub --witness w.pub --quorum 1",
    )
    parser.add_argument("bundle", metavar="FILE", help="the bundle")
    _public_key(parser)
    add_witnesses(parser)
    parser.add_argument("--since", metavar="FILE", help="an earlier checkpoint, as you kept it")
    parser.add_argument(
        "--signer", metavar="KEY", help="public key of whoever signed it, if not that of the log"
    )


def _log(parser: ArgumentParser) -> None:
    add_database(parser)
    add_ledger(parser)


def _order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "order", nargs="?", metavar="ORDER", help="id of the order, or its first characters"
    )


def _public_key(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--key", required=True, metavar="KEY", help="public key of the log, or a file with it"
    )


def add_witnesses(parser: ArgumentParser) -> None:
    """Add whose cosignatures are known, and how many must be there."""
    parser.add_argument(
        "--witness",
        action="append",
        default=[],
        metavar="KEY",
        help="public key of a witness, or a file with it; may be given more than once",
    )
    parser.add_argument(
        "--quorum",
        type=int,
        metavar="N",
        help="how many of them must have cosigned (default: all)",
    )


def _out(parser: ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE", help="write it to this file instead")
