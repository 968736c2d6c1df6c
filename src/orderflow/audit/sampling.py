"""Draws a sample that anybody can draw again: from the same log and seed the same orders.

No random source is used. Each order gets as many tickets as its weight says; a ticket is the
SHA-256 of seed, order id and ticket number, and the orders with the lowest tickets are drawn. With
one ticket each, every order is as likely as any other; by risk, an order is as many times as likely
to be drawn next as its score is higher. Neither the place in the log nor the order of reading
matters, so that an order that is added later never changes which of the others goes before which.
"""

from __future__ import annotations

import hashlib
import heapq
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from orderflow.audit.log import Laws, histories
from orderflow.audit.result import Result
from orderflow.audit.risk import RiskMark, marks_of, score

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orderflow.audit.log import Log
    from orderflow.law import RegimeRegister


class Drawn(Result):
    """An order that was drawn.

    Attributes:
        order_id: The order.
        ticket: The lowest of its tickets, in hexadecimal.
        score: Its risk score; None where the draw does not look at risk.
        marks: What the score is made of.
    """

    order_id: UUID
    ticket: str
    score: int | None = None
    marks: tuple[RiskMark, ...] = ()


class Sample(Result):
    """What was drawn, and from what.

    Attributes:
        seed: The seed.
        size: How many were asked for.
        by_risk: Whether orders with more marks were more likely.
        at: The moment at which terms were checked; None for that of each order's last record.
        orders: How many orders there were to draw from.
        points: The scores of all of them together; None where the draw does not look at risk.
        drawn: The orders, lowest ticket first.
    """

    seed: str
    size: int
    by_risk: bool
    at: datetime | None
    orders: int
    points: int | None
    drawn: tuple[Drawn, ...]


def sample(
    log: Log,
    *,
    seed: str | int,
    size: int,
    by_risk: bool = False,
    at: datetime | None = None,
    known_at: datetime | None = None,
    regimes: RegimeRegister | None = None,
) -> Sample:
    """Return a sample; no more than it holds is kept in memory.

    Args:
        log: The log.
        seed: Any text; the same seed draws the same orders.
        size: How many orders to draw, at least 1; all of them where there are fewer.
        by_risk: Whether orders with a higher risk score are more likely to be drawn.
        at: The moment at which terms are checked, for the score; None takes that of each order's
            last known record.
        known_at: Leaves out what was recorded after this moment.
        regimes: The regimes there are; by default those that ship with the package.

    Raises:
        ValueError: `size` is below 1, or a moment has no time zone.
        EventLogError: Events cannot be read faithfully.
    """
    if size < 1:
        msg = "a sample has at least one order"
        raise ValueError(msg)
    urn = _Urn(size, _tickets(log, str(seed), by_risk, (at, known_at), Laws(regimes)))
    return Sample(
        seed=str(seed),
        size=size,
        by_risk=by_risk,
        at=at,
        orders=urn.orders,
        points=urn.points if by_risk else None,
        drawn=urn.drawn(),
    )


class _Urn:
    """Keeps the orders with the lowest tickets, and counts all that were put in."""

    def __init__(self, size: int, tickets: Iterable[Drawn]) -> None:
        self.orders = self.points = 0
        self._size = size
        self._lowest: list[tuple[int, str, Drawn]] = []  # A heap; the highest ticket is on top.
        for one in tickets:
            self._put(one)

    def drawn(self) -> tuple[Drawn, ...]:
        return tuple(sorted((one for *_, one in self._lowest), key=lambda one: one.ticket))

    def _put(self, one: Drawn) -> None:
        self.orders += 1
        self.points += one.score or 0
        entry = (-int(one.ticket, 16), one.order_id.hex, one)
        if len(self._lowest) < self._size:
            heapq.heappush(self._lowest, entry)
        else:
            heapq.heappushpop(self._lowest, entry)


def ticket(seed: str, order_id: UUID, number: int = 0) -> str:
    """Return a ticket of an order: SHA-256 of `seed/order id/number`, in hexadecimal."""
    return hashlib.sha256(f"{seed}/{order_id}/{number}".encode()).hexdigest()


def _tickets(
    log: Log,
    seed: str,
    by_risk: bool,  # noqa: FBT001 - handed on as it was asked
    moments: tuple[datetime | None, datetime | None],
    laws: Laws,
) -> Iterator[Drawn]:
    at, known_at = moments
    for order_id, history in histories(log, None, known_at):
        if not by_risk:
            yield Drawn(order_id=order_id, ticket=ticket(seed, order_id))
            continue
        moment = (at or history[-1].recorded_at).astimezone(UTC)
        marks = marks_of(order_id, history, moment, laws)
        weight = score(marks)
        yield Drawn(
            order_id=order_id,
            ticket=min(ticket(seed, order_id, number) for number in range(weight)),
            score=weight,
            marks=marks,
        )
