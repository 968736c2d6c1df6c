"""`orderflow audit sample`: draws orders to look at, so that anybody can draw them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.audit import sample
from orderflow.audit.risk import POINTS, WORDS
from orderflow.cli.audit.asked import asked, begun, order_line, teller
from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Print the sample."""
    if arguments.size < 1:
        msg = f"--size {arguments.size}: a sample has at least one order"
        raise WrongUse(msg)
    with asked(arguments) as one:
        found = sample(
            one.log,
            seed=arguments.seed,
            size=arguments.size,
            by_risk=arguments.by_risk,
            at=one.at,
            known_at=one.known_at,
        )
        if arguments.json:
            head = {"format": "orderflow/audit/sample/1", "simulated": one.log.simulated}
            print_document({**head, **found.model_dump(mode="json")})
            return DONE
        t = teller(arguments, None)
        page = begun(t("Sample", "Steekproef"), one.log, t)
        drawn, orders = len(found.drawn), found.orders
        page.text(
            t(
                f"{drawn} of {orders} orders, seed '{found.seed}'.",
                f"{drawn} van {orders} bevelen, zaad '{found.seed}'.",
            )
        )
        for order in found.drawn:
            about = f"{t('ticket', 'lot')} {order.ticket[:16]}…"
            order_line(page, order.order_id, about, t)
            if order.score is not None:
                page.field("score", str(order.score))
            for mark in order.marks:
                page.field(f"+{POINTS[mark]}", t.of(WORDS[mark]))
    return DONE
