"""`orderflow audit import`: a new log of an interchange file."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from orderflow.audit import import_log
from orderflow.cli.audit.asked import begun, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Make the log and say what is in it."""
    try:
        found = import_log(arguments.file, arguments.db)
    except FileExistsError as error:
        msg = f"'{error.filename}': {error.strerror}"
        raise WrongUse(msg) from None
    root = b64encode(found.root).decode("ascii")
    if arguments.json:
        head = {"format": "orderflow/audit/import/1", "simulated": found.simulated}
        print_document({**head, "events": found.events, "root": root})
        return DONE
    t = teller(arguments, None)
    page = begun(t("Import", "Invoer"), found, t)
    page.field(t("events", "gebeurtenissen"), str(found.events))
    page.field(t("log", "logboek"), arguments.db)
    page.field(t("root", "wortel"), root)
    return DONE
