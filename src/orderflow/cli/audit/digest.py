"""`orderflow audit digest`: digests of all states, to be kept or compared with those kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.audit import LogDigest, compare, digests, kept_lines
from orderflow.audit.export.files import whole_file
from orderflow.cli.audit.asked import asked, begun, order_line, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.audit import Compared
    from orderflow.cli.audit.asked import Asked


def run(arguments: Namespace) -> int:
    """Print the digest of the log, or what differs from the digests kept; 1 where one does."""
    with asked(arguments) as one:
        if arguments.against is not None:
            return _compared(arguments, one)
        if arguments.out is not None:
            return _kept(arguments, one)
        return _told(arguments, one)


def _told(arguments: Namespace, one: Asked) -> int:
    total = LogDigest()
    for state in digests(one.log, known_at=one.known_at):
        total.add(state)
    if arguments.json:
        head = {"format": "orderflow/audit/digest/1", "simulated": one.log.simulated}
        counted = {"orders": total.orders, "events": total.events, "digest": total.digest}
        print_document({**head, **counted})
        return DONE
    t = teller(arguments, None)
    page = begun(t("State digest", "Staatsdigest"), one.log, t)
    page.field(t("orders", "bevelen"), str(total.orders))
    page.field(t("events", "gebeurtenissen"), str(total.events))
    page.field("SHA-256", total.digest)
    return DONE


def _kept(arguments: Namespace, one: Asked) -> int:
    try:
        with (
            whole_file(Path(arguments.out), private=False) as new,
            new.open("w", encoding="utf-8") as file,
        ):
            lines = kept_lines(digests(one.log, known_at=one.known_at))
            file.writelines(f"{line}\n" for line in lines)
    except FileExistsError:
        msg = f"'{arguments.out}' is there already, and is not replaced"
        raise WrongUse(msg) from None
    return DONE


def _compared(arguments: Namespace, one: Asked) -> int:
    with Path(arguments.against).open(encoding="utf-8") as lines:
        try:
            found = compare(one.log, lines)
        except ValueError as error:
            raise WrongUse(str(error)) from error
    if arguments.json:
        head = {"format": "orderflow/audit/digest/compared/1", "simulated": one.log.simulated}
        print_document({**head, "same_as_kept": found.ok, **found.model_dump(mode="json")})
    else:
        _print(arguments, one, found)
    return DONE if found.ok else FAILED


def _print(arguments: Namespace, one: Asked, found: Compared) -> None:
    t = teller(arguments, None)
    page = begun(t("State digest", "Staatsdigest"), one.log, t)
    for order in found.differences:
        order_line(page, order.order_id, order.kind, t)
        page.text(order.fault or ", ".join(order.parts), 2, style="bad")
    page.line()
    page.text(
        t(
            f"{found.same} of {found.orders} orders are read as they were then;"
            f" {found.grown} have grown since, {found.newer} are newer.",
            f"{found.same} van {found.orders} bevelen worden gelezen zoals toen;"
            f" {found.grown} zijn sindsdien gegroeid, {found.newer} zijn nieuwer.",
        )
    )
    page.field(t("then", "toen"), found.digest_then)
    page.field(t("now", "nu"), found.digest_now or "–")
