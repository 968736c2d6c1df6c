"""Every route of the interface: its name, method and path, and what is done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel

from orderflow.api import shapes
from orderflow.api.routes import acting, due, events, gate, law, ledger, listing, reading
from orderflow.api.streaming import MEDIA_TYPE
from orderflow.showing.shapes import AssessmentShown
from orderflow.showing.shapes_law import RegimeInFull, RegimesListed

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.service import Service

FILING: Final = "FilingBody"
COMMAND: Final = "CommandBody"


class Operation(NamedTuple):
    """A route and what is done for it.

    Attributes:
        name: Its operation id; the key of the table of roles.
        method: `GET` or `POST`.
        path: Its path below `/v1`, with the parts that vary in braces.
        work: What is done, in a thread of its own; it may block.
        summary: What it is for, in one line.
        answer: Form of the answer; None for text.
        query: Form of the query; None where there is none.
        body: Form of the body, or its name in the description; None where there is none.
        media_type: What an answer without a form is.
        unhurried: Whether the answer waits as that about an order that is not there does, because
            the work depends on which orders fit that the caller may not see (N5).
        from_memory: Whether the work only computes, so that several threads would merely take
            turns and hinder one another.
    """

    name: str
    method: str
    path: str
    work: Callable[[Service, Asked], Answer]
    summary: str
    answer: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    body: type[BaseModel] | str | None = None
    media_type: str = "text/plain"
    unhurried: bool = False
    from_memory: bool = False


_ORDER: Final = "/orders/{order_id}"

OPERATIONS: Final = (
    # First, because routes are tried in turn and this question must be answered soonest.
    Operation(
        "ask_enforceability",
        "POST",
        "/enforceability",
        gate.ask_enforceability,
        "May I act, now, against this person?",
        shapes.Enforceability,
        body=shapes.EnforceabilityQuestion,
        from_memory=True,
    ),
    Operation(
        "file_order",
        "POST",
        "/orders",
        acting.file_order,
        "File a request for an order",
        shapes.Recorded,
        body=FILING,
    ),
    Operation(
        "list_orders",
        "GET",
        "/orders",
        listing.list_orders,
        "List the orders that you may see",
        shapes.OrderList,
        query=shapes.ListQuery,
    ),
    Operation(
        "search_orders",
        "POST",
        "/order-searches",
        listing.search_orders,
        "Look for orders by person or reference",
        shapes.OrderList,
        body=shapes.SearchQuery,
        unhurried=True,
    ),
    Operation(
        "read_order",
        "GET",
        _ORDER,
        reading.read_order,
        "Read an order as you may see it",
        shapes.OrderSeen,
        query=shapes.MomentsQuery,
    ),
    Operation(
        "command_order",
        "POST",
        f"{_ORDER}/commands",
        acting.command_order,
        "Act on an order",
        shapes.Recorded,
        body=COMMAND,
    ),
    Operation(
        "read_history",
        "GET",
        f"{_ORDER}/history",
        reading.read_history,
        "Read what happened, event by event",
        shapes.HistorySeen,
        query=shapes.HistoryQuery,
    ),
    Operation(
        "assess_conduct",
        "POST",
        f"{_ORDER}/assessments",
        reading.assess_conduct,
        "Ask what the law makes of conduct against a term",
        AssessmentShown,
        body=shapes.AssessmentQuestion,
    ),
    Operation(
        "list_due",
        "GET",
        "/due",
        due.list_due,
        "List what is due",
        shapes.DueList,
        query=shapes.DueQuery,
        unhurried=True,
    ),
    Operation(
        "follow_events",
        "GET",
        "/events",
        events.follow_events,
        "Follow what is published",
        media_type=MEDIA_TYPE,
        query=shapes.FollowQuery,
    ),
    Operation("list_regimes", "GET", "/regimes", law.list_regimes, "List the laws", RegimesListed),
    Operation(
        "read_regime",
        "GET",
        "/regimes/{regime_id}",
        law.read_regime,
        "Read one law, value by value, with its sources",
        RegimeInFull,
    ),
    Operation(
        "read_checkpoint",
        "GET",
        "/ledger/checkpoint",
        ledger.read_checkpoint,
        "Read the last signed checkpoint of the log",
    ),
    Operation(
        "prove_extension",
        "GET",
        "/ledger/proofs/extensions/{size}",
        ledger.prove_extension,
        "Prove that the log only grew since a checkpoint",
    ),
    Operation(
        "prove_event",
        "GET",
        "/ledger/proofs/events/{order_id}/{version}",
        ledger.prove_event,
        "Prove that an event is in the log",
    ),
    Operation(
        "read_audit_state",
        "GET",
        "/audit/state",
        ledger.read_audit_state,
        "Read how much of the log the last checkpoint covers",
        shapes.AuditState,
    ),
)
"""All of them. `GET /v1/openapi.json` comes on top, and asks for no token."""
