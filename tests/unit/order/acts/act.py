"""How every act of the cast becomes a command."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
)
from tests.spec import ORDER

C = TypeVar("C", bound=c.Command)


def act(command: type[C], when: datetime, by: Actor, usual: object, changes: object) -> C:
    """Return the command with the usual content, changed as asked."""
    content = {"occurred_at": when, "actor": by, "order_id": ORDER}
    for more in (usual, changes):
        assert isinstance(more, dict)
        content |= more
    return command.model_validate(content)
