"""What each command takes: its arguments, their help, and examples."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any, Final

Commands = Any  # argparse gives no public name to what add_subparsers returns

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
    _language(parser)
    _json(parser)


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
    _language(parser)
    _json(parser)


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
    _known_at(parser)
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
    _known_at(parser)
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
    _known_at(parser)
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
        _language(one)
        _json(one)


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
    _language(parser)


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


def add_command(commands: Commands, name: str, about: str, examples: str = "") -> ArgumentParser:
    """Add a command, what it is about, and examples; return its parser."""
    parser: ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}" + ("" if about.endswith("?") else "."),
        epilog=f"examples:\n  {examples}" if examples else None,
    )
    return parser


def _one_order(parser: ArgumentParser) -> None:
    parser.add_argument(
        "order",
        metavar="ORDER",
        help="id of the order, or its first characters if no other has them",
    )


def _known_at(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--known-at", metavar="MOMENT", help="leave out what was recorded after this moment"
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
    _language(parser)
    _json(parser)


def _language(parser: ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("en", "nl"), default="en", help="language of sentences")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document and nothing else"
    )


ALL: Final = (demo, run, show, history, assess, regimes, diagram, schema)
"""What adds each command, in the order of the help."""
