"""What every event carries."""

from __future__ import annotations

from pydantic import AwareDatetime

from orderflow.order.values import Value


class Event(Value):
    """A fact on record: what happened, when, and what a rule computed from it.

    When it was recorded, by which command and by whom stands in the envelope of the log. Events
    of one class never change their form once released.

    Attributes:
        occurred_at: When it happened in the world.
        law: Source keys that the step rests on.
    """

    occurred_at: AwareDatetime
    law: tuple[str, ...] = ()
