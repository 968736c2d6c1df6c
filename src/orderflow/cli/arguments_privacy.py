"""What each part of `orderflow privacy` takes."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

from orderflow.cli.arguments_shared import add_command, add_log

Commands = Any  # argparse gives no public name to what add_subparsers returns

GROUNDS: Final = ("retention_over", "request_granted", "unlawful", "ordered")


def privacy(commands: Commands) -> None:
    """Add `orderflow privacy` with its parts."""
    parser = add_command(
        commands,
        "privacy",
        "personal data: begin a key store, erase a person, see who is due and what was erased",
        "orderflow privacy begin\n"
        "  orderflow privacy due --holder police\n"
        "  orderflow privacy erase person-17 --ground request_granted --as court_officer/court-1\n"
        "  orderflow privacy show",
    )
    acts = parser.add_subparsers(dest="act", metavar="begin|erase|due|show", required=True)
    for add in (begin, erase, due, show):
        add(acts)


def begin(acts: Commands) -> None:
    """Add `orderflow privacy begin`."""
    parser = add_command(
        acts,
        "begin",
        "make a new key store for a log, for its owner's eyes only",
        "orderflow privacy begin --db orders.db --keys /srv/keys/orders.keys",
    )
    _keys(parser)
    parser.add_argument(
        "--after-loss",
        action="store_true",
        help="the old keys are lost for good: what they sealed is never read again",
    )
    add_log(parser)


def erase(acts: Commands) -> None:
    """Add `orderflow privacy erase`."""
    parser = add_command(
        acts,
        "erase",
        "make the sealed data of a person unreadable for ever, in every copy of the log",
        "orderflow privacy erase person-17 --ground request_granted --as court_officer/court-1\n"
        "  orderflow privacy erase person-17 --ground retention_over --as clock --holder police",
    )
    parser.add_argument("person", metavar="PERSON", help="pseudonym of the person")
    parser.add_argument("--ground", required=True, choices=GROUNDS, help="on what ground")
    parser.add_argument(
        "--as",
        dest="actor",
        required=True,
        metavar="ROLE[/OFFICE]",
        help="who decides, such as court_officer/court-1",
    )
    linked = parser.add_mutually_exclusive_group()
    linked.add_argument(
        "--with-linked",
        dest="linked",
        action="store_const",
        const=True,
        help="erase everybody whom an order links with the person too",
    )
    linked.add_argument(
        "--without-linked",
        dest="linked",
        action="store_const",
        const=False,
        help="leave linked pseudonyms as they are",
    )
    _judged_by(parser)
    _at(parser, "when it is decided, in a simulated log (default: the moment of its last record)")
    _keys(parser)
    add_log(parser)


def due(acts: Commands) -> None:
    """Add `orderflow privacy due`."""
    parser = add_command(
        acts,
        "due",
        "whose data are to be erased, since when, by which rule, and who cannot be judged",
        "orderflow privacy due --holder police\n"
        "  orderflow privacy due --retention our-periods.toml --at 2031-01-01T00:00+01:00",
    )
    _judged_by(parser)
    _at(parser, "as of this moment (default: now; in a simulated log, that of its last record)")
    add_log(parser)


def show(acts: Commands) -> None:
    """Add `orderflow privacy show`."""
    parser = add_command(
        acts,
        "show",
        "what is sealed and what was erased, on what ground, and what is unfinished",
        "orderflow privacy show\n  orderflow privacy show person-17 --json",
    )
    parser.add_argument("person", nargs="?", metavar="PERSON", help="only this person")
    _keys(parser)
    add_log(parser)


def _keys(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--keys", metavar="FILE", help="the key store (default: beside the log, in LOG.keys)"
    )


def _judged_by(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--holder",
        default="court",
        metavar="ROLE",
        help="in which role the record is kept, such as police (default: court)",
    )
    parser.add_argument(
        "--retention",
        metavar="FILE",
        help="periods of your own, with their sources, before those that ship",
    )


def _at(parser: ArgumentParser, about: str) -> None:
    parser.add_argument("--at", metavar="MOMENT", help=about)
