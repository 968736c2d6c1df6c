"""Lists of orders: each caller's own, whatever the log holds besides.

A list is made of what the caller sees and of nothing else: what is hidden is neither counted, nor
matched by a filter, nor named by a cursor. No person stands in an address; looking for one is a
question with a body of its own.
"""

from __future__ import annotations

import base64
import binascii
from heapq import merge
from typing import TYPE_CHECKING, Any
from uuid import UUID

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import document
from orderflow.api.problems import Kind, Problem
from orderflow.api.seeing import held_look
from orderflow.api.shapes import ListQuery, OrderLine, OrderList, SearchQuery
from orderflow.privacy import What, seen_by
from orderflow.views import OrdersWanted
from orderflow.views.reading import MOST
from orderflow.views.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.service import Service
    from orderflow.privacy import AccessDecision
    from orderflow.views import Views

    Found = tuple[OrderLine, dict[str, Any], AccessDecision]


def list_orders(service: Service, asked: Asked) -> Answer:
    """Answer with a page of the orders that the caller may see."""
    query: ListQuery = asked.parameters(ListQuery)
    wanted = SearchQuery(**query.model_dump())
    return _page(service, asked, wanted, Access())


def search_orders(service: Service, asked: Asked) -> Answer:
    """Answer with a page of the orders that know a person, or bear a reference."""
    query: SearchQuery = asked.question(SearchQuery)
    return _page(service, asked, query, Access(person=query.person))


def _page(service: Service, asked: Asked, query: SearchQuery, access: Access) -> Answer:
    service.index.catch_up()
    limit = min(query.limit, service.settings.limits.page)
    after = opened_cursor(service, asked, query.cursor)
    lines: list[OrderLine] = []
    looks = [access]
    behind = None
    for line, seen, decision in _seen(service, asked, _candidates(service, query, after)):
        if not _matches(line, seen, query):
            continue
        if len(lines) == limit:
            behind = cursor_of(lines[-1].order_id)
            break
        lines.append(line)
        looks.append(Access(line.order_id, decision, What.RECORD, query.person))
    return document(OrderList(orders=tuple(lines), next=behind), *looks)


def _candidates(service: Service, query: SearchQuery, after: UUID | None) -> Iterable[UUID]:
    if query.person is not None:
        found = service.index.of_person(query.person)
        if after is None:
            return found
        return found[found.index(after) + 1 :] if after in found else ()
    if query.case_reference is not None:
        return _of_the_case(service, query.case_reference, after)
    return service.index.after(after)


def _of_the_case(service: Service, reference: str, after: UUID | None) -> Iterator[UUID]:
    """Yield the orders that may bear a reference, earliest request first, from the register.

    A reference is given with the request and never changes; so no order that a caller sees to bear
    it is missing. An order that the register could not take in may bear any. What they bear, and
    who sees it, is asked of the record itself.
    """
    views = service.views.caught_up()
    index = service.index
    before = None if after is None else index.get(after)
    place = 0 if before is None else before.history[0].position
    parked = {one.order_id for one in views.parked() if one.view == Register.name}
    held = ((index.get(one), one) for one in parked if one is not None)
    unknown = sorted((one.history[0].position, order_id) for one, order_id in held if one)
    found = merge(
        (one for one in unknown if one[0] > place), _bearing(views, reference, str(place))
    )
    yield from dict.fromkeys(order_id for _, order_id in found)


def _bearing(views: Views, reference: str, place: str | None) -> Iterator[tuple[int, UUID]]:
    while place is not None:
        page = views.search(OrdersWanted(case_reference=reference), after=place, limit=MOST)
        yield from ((row.position, row.order_id) for row in page.rows)
        place = page.after


def _seen(service: Service, asked: Asked, candidates: Iterable[UUID]) -> Iterator[Found]:
    at = service.orders.now()
    for order_id in candidates:
        held = service.index.get(order_id)
        if held is None:
            continue
        decision = held_look(asked.caller, held).decision(What.RECORD)
        if not decision.allowed:
            continue
        seen = seen_by(asked.caller.reader, held.history, order_id=order_id).order or {}
        state = held.order.state_at(at) if "recorded_state" in seen else None
        regime = seen.get("regime") or {}
        yield (
            OrderLine.model_validate(
                {
                    "order_id": order_id,
                    "state": state,
                    "regime": regime.get("id"),
                    **{one: seen.get(one) for one in ("case_reference", "requested_at", "ends_at")},
                }
            ),
            seen,
            decision,
        )


def _matches(line: OrderLine, seen: dict[str, Any], query: SearchQuery) -> bool:
    asked_for = (
        (query.state, line.state),
        (query.regime, line.regime),
        (query.case_reference, line.case_reference),
    )
    if any(wanted is not None and wanted != found for wanted, found in asked_for):
        return False
    return query.person is None or query.person in _persons(seen)


def _persons(seen: dict[str, Any]) -> set[str]:
    """Return every person that the caller sees in an order."""
    parts = ("protected_persons", "respondents", "other_persons")
    found = {person["id"] for part in parts for person in seen.get(part) or ()}
    found |= {binding["person"] for binding in seen.get("bindings") or ()}
    found |= {name for link in seen.get("links") or () for name in link}
    found |= {
        name
        for version in seen.get("versions") or ()
        for term in version.get("terms", ())
        for name in term.get("binds", ())
    }
    return found | set(seen.get("once_protected") or ())


def cursor_of(order_id: UUID) -> str:
    """Return the cursor of the page behind an order: that order, and nothing of the log."""
    return base64.urlsafe_b64encode(order_id.bytes).rstrip(b"=").decode()


def opened_cursor(service: Service, asked: Asked, cursor: str | None) -> UUID | None:
    """Return the order that a page begins behind.

    Raises:
        Problem: `cursor_not_valid`: it names none that the caller may see.
    """
    if cursor is None:
        return None
    try:
        order_id = UUID(bytes=base64.urlsafe_b64decode(cursor + "=="))
    except (binascii.Error, ValueError):
        raise Problem(Kind.CURSOR_NOT_VALID) from None
    held = service.index.get(order_id)
    if held is None or not held_look(asked.caller, held).decision(What.RECORD).allowed:
        raise Problem(Kind.CURSOR_NOT_VALID)
    return order_id
