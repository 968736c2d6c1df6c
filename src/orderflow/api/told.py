"""Whom an order is against hears no refusal that rests on what they were not told (N5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.api.seeing import law_attached
from orderflow.order import decide
from orderflow.privacy.secrecy import as_told

if TYPE_CHECKING:
    from uuid import UUID

    from orderflow.api.seeing import Looked
    from orderflow.api.service import Service
    from orderflow.order.commands import Command


def refused_by_what_was_told(
    service: Service, looked: Looked, command: Command, command_id: UUID
) -> None:
    """Decide a respondent's command on the order as they were told of it; others' not at all.

    Nor is one that is on record under its id: whoever repeats it gets its first result.

    Raises:
        CommandRejected: What they were told refuses it; they may know why.
    """
    if not looked.as_respondent:
        return
    look = looked.look
    if any(one.command_id == str(command_id) for one in look.history):
        return
    told = as_told(look.history, look.part.names, look.told).order
    order = law_attached(service, told, looked.order_id)
    if order.law is not None:
        decide(command, order, order.law, service.orders.now())
