"""Which function decides which command, and which trigger it pulls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from orderflow.order.commands import Command

if TYPE_CHECKING:
    from orderflow.order.deciding.case import Case
    from orderflow.order.events import Event

C = TypeVar("C", bound=Command)
Events = tuple["Event", ...]


class Decider(NamedTuple):
    """How a command is decided.

    Attributes:
        trigger: Name of the step in the lifecycle, or how to tell it from the command.
        decide: Gives the events, or refuses.
    """

    trigger: str | Callable[[Any], str]
    decide: Callable[[Any, Case], Events]

    def trigger_of(self, command: Command) -> str:
        """Return the trigger that this command would pull."""
        return self.trigger if isinstance(self.trigger, str) else self.trigger(command)


DECIDERS: dict[type[Command], Decider] = {}
"""For each command, how it is decided."""


def decides(
    command_type: type[C], trigger: str | Callable[[C], str]
) -> Callable[[Callable[[C, Case], Events]], Callable[[C, Case], Events]]:
    """Register the function that decides commands of one type."""

    def register(function: Callable[[C, Case], Events]) -> Callable[[C, Case], Events]:
        DECIDERS[command_type] = Decider(trigger, function)
        return function

    return register
