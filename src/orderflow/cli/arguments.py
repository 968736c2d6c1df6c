"""What each command takes: its arguments, their help, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.cli.arguments_shared import (
    Commands,
    add_command,
    add_known_at,
    add_language,
    add_log,
    add_output,
)

if TYPE_CHECKING:
    from argparse import ArgumentParser

PLACES: Final = ("home_country", "abroad", "unknown")
SCHEMAS: Final = (
    "case",
    "command",
    "event",
    "interchange",
    "assessment",
    "show",
    "history",
    "assess",
    "run",
    "demo",
    "regimes",
    "audit",
    "privacy",
)


def demo(commands: Commands) -> None:
    """Add `orderflow demo`."""
    parser = add_command(
        commands,
        "demo",
        "live a real published case under two laws, and read it back from the log",
        "orderflow demo\n  orderflow demo --db demo.db --lang nl",
    )
    parser.add_argument(
        "--db",
        metavar="PLACE",
        help="keep the log in this new file (default: a temporary file, whose place is printed)",
    )
    add_output(parser)


def run(commands: Commands) -> None:
    """Add `orderflow run`."""
    parser = add_command(
        commands,
        "run",
        "run case files: every step and every check, with what came of it",
        "orderflow run --list\n  orderflow run CASE\n"
        "  orderflow run my-case.toml --regime uk-ew-fmpo@2014 --as-if --db trial.db",
    )
    parser.add_argument(
        "cases", nargs="*", metavar="CASE", help="name of a published case, or a case file"
    )
    parser.add_argument("--list", action="store_true", help="list the published cases and stop")
    parser.add_argument("--all", action="store_true", help="run every published case")
    parser.add_argument("--regime", metavar="ID", help="live the cases under this law instead")
    parser.add_argument(
        "--as-if",
        action="store_true",
        help="let the law count as in force at the time, drafts included",
    )
    parser.add_argument(
        "--db", metavar="PLACE", help="keep the simulated log in this file (default: in memory)"
    )
    add_output(parser)


def show(commands: Commands) -> None:
    """Add `orderflow show`."""
    parser = add_command(
        commands,
        "show",
        "show an order: state, terms, who is bound, incidents and what the law makes of them",
        "orderflow show 3f2a1c9e\n"
        "  orderflow show 3f2a1c9e --at 2013-05-20T10:00+01:00 --known-at 2013-05-21T09:00+01:00",
    )
    _one_order(parser)
    parser.add_argument(
        "--at",
        metavar="MOMENT",
        help="the legal position at this moment (default: now; in a simulated log, the moment of"
        " its last record)",
    )
    add_known_at(parser)
    add_log(parser)


def history(commands: Commands) -> None:
    """Add `orderflow history`."""
    parser = add_command(
        commands,
        "history",
        "tell what happened, event by event: when, by whom, on which source",
        "orderflow history 3f2a1c9e\n"
        "  orderflow history 3f2a1c9e --known-at 2013-05-21T09:00+01:00 --lang nl",
    )
    _one_order(parser)
    add_known_at(parser)
    add_log(parser)


def assess(commands: Commands) -> None:
    """Add `orderflow assess`."""
    parser = add_command(
        commands,
        "assess",
        "the question at the gate: may I act, against this person, for this conduct?",
        "orderflow assess 3f2a1c9e --person mother --term no-marriage"
        " --conduct-at 2013-05-20T10:00+01:00 --as police",
    )
    _one_order(parser)
    parser.add_argument("--person", required=True, metavar="ID", help="whose conduct")
    parser.add_argument("--term", required=True, metavar="ID", help="against which term")
    parser.add_argument(
        "--conduct-at", required=True, metavar="MOMENT", help="when, with a time zone"
    )
    parser.add_argument("--place", choices=PLACES, default="home_country", help="where")
    parser.add_argument(
        "--as",
        dest="actor",
        metavar="ROLE[/NAME]",
        help="who would act, such as police or protected_person/her-name, with the pseudonym or the"
        " office; a lack of standing closes a route",
    )
    add_known_at(parser)
    add_log(parser)


def regimes(commands: Commands) -> None:
    """Add `orderflow regimes`."""
    parser = add_command(
        commands,
        "regimes",
        "the laws: list them, read one, or lay two side by side",
        "orderflow regimes list\n"
        "  orderflow regimes show uk-ew-fmpo --date 2013-05-20\n"
        "  orderflow regimes compare uk-ew-fmpo@2008 uk-ew-fmpo@2014",
    )
    acts = parser.add_subparsers(dest="act", metavar="list|show|compare", required=True)
    listing = add_command(acts, "list", "list the laws that ship with orderflow")
    showing = add_command(acts, "show", "every value of one law, with its source")
    showing.add_argument("regime", metavar="ID", help="a regime, such as uk-ew-fmpo@2014")
    comparing = add_command(acts, "compare", "where two laws differ, value by value")
    comparing.add_argument("regime", metavar="A", help="a regime")
    comparing.add_argument("other", metavar="B", help="another regime")
    comparing.add_argument("--all", action="store_true", help="also show what is the same")
    for one in (showing, comparing):
        one.add_argument(
            "--date",
            metavar="DAY",
            help="pick the version in force on this day, for a name without a version",
        )
    for one in (listing, showing, comparing):
        add_output(one)


def diagram(commands: Commands) -> None:
    """Add `orderflow diagram`."""
    parser = add_command(
        commands,
        "diagram",
        "draw the six states and what leads from one to another",
        "orderflow diagram > lifecycle.mmd\n  orderflow diagram --format svg --out lifecycle.svg",
    )
    parser.add_argument("--format", choices=("mermaid", "svg"), default="mermaid")
    parser.add_argument("--out", metavar="FILE", help="write it to this file")
    add_language(parser)


def schema(commands: Commands) -> None:
    """Add `orderflow schema`."""
    parser = add_command(
        commands,
        "schema",
        "print the JSON Schema of case files, commands, events, lines of a log, or of what --json"
        " prints",
        "orderflow schema case\n  orderflow schema command GrantOrder\n  orderflow schema show",
    )
    parser.add_argument("kind", choices=SCHEMAS, metavar="KIND", help=", ".join(SCHEMAS))
    parser.add_argument("name", nargs="?", metavar="NAME", help="one command or event, by its name")


def _one_order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "order",
        metavar="ORDER",
        help="id of the order, or its first characters if no other has them",
    )


ALL: Final = (demo, run, show, history, assess, regimes, diagram, schema)
"""What adds each command, in the order of the help."""
