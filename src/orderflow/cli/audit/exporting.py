"""`orderflow audit export`: a log for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit import ExportFormat, Wanted, export_log
from orderflow.cli.audit.asked import asked, begun, read, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.logs import place_of

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit import Exported


def run(arguments: Namespace) -> int:
    """Write the file and say what is in it."""
    with asked(arguments) as one:
        wanted = Wanted(
            one.order_id,
            read(arguments.since, "--from") if arguments.since else None,
            read(arguments.to_time, "--to-time") if arguments.to_time else None,
            one.known_at,
        )
        _show(arguments, _written(arguments, wanted))
    return DONE


def _written(arguments: Namespace, wanted: Wanted) -> Exported:
    try:
        return export_log(
            place_of(arguments).removeprefix("sqlite:///"),
            arguments.out,
            ExportFormat(arguments.to),
            wanted=wanted,
            source=arguments.source,
            replace=arguments.force,
        )
    except FileExistsError as error:
        msg = f"'{arguments.out}': {error.strerror}"
        raise WrongUse(msg) from None
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        raise WrongUse(str(error)) from None
    except ValueError as error:
        raise WrongUse(str(error)) from error


def _show(arguments: Namespace, found: Exported) -> None:
    if arguments.json:
        head = {"format": "orderflow/audit/export/1", "simulated": found.simulated}
        print_document({**head, "to": arguments.to, "source": found.source, "events": found.events})
        return
    t = teller(arguments, None)
    page = begun(t("Export", "Uitvoer"), found, t)
    page.field(t("events", "gebeurtenissen"), str(found.events))
    page.field(t("form", "vorm"), arguments.to)
    page.field(t("file", "bestand"), arguments.out)
