"""What whoever works unseen says: a JSON object a line, ids and moments, no personal data.

Nothing is said twice: a fault that stays is said when it appears and when it is gone.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable

    from orderflow.store.follower import Fault

LOGGER: Final = logging.getLogger("orderflow.notes")


class Notes:
    """Says things once."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._said: set[tuple[str, Hashable]] = set()

    def say(self, what: str, *, level: int = logging.INFO, **facts: object) -> None:
        """Say that something happened."""
        LOGGER.log(level, "%s", Note(what, facts))

    def say_once(self, what: str, about: Hashable, *, level: int, **facts: object) -> None:
        """Say that something is so, unless that was said and it has been so ever since."""
        if (what, about) not in self._said:
            self._said.add((what, about))
            self.say(what, level=level, **facts)

    def parked(self, view: str, fault: Fault) -> None:
        """Say once that an event could not be taken into a view, and was put by."""
        self.say_once(
            "event_parked",
            (view, fault.position),
            level=logging.ERROR,
            view=view,
            position=fault.position,
            order=fault.order_id,
            version=fault.version,
            error=fault.error,
        )

    def no_longer(self, what: str, about: Hashable, said: str = "") -> None:
        """Say that something is no longer so, if it was said to be."""
        if (what, about) in self._said:
            self._said.discard((what, about))
            if said:
                self.say(said)


class Note:
    """One thing that is said; written out only when somebody listens.

    Attributes:
        what: What happened, as a word for machines.
        facts: With which ids, moments and numbers.
    """

    def __init__(self, what: str, facts: dict[str, object]) -> None:
        """Take what happened."""
        self.what = what
        self.facts = facts

    def __str__(self) -> str:
        facts = {name: _plain(value) for name, value in self.facts.items() if value is not None}
        return json.dumps({"event": self.what, **facts})


class Lines(logging.Formatter):
    """Formats every record of the logger as one JSON object, with its moment and level."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said = record.args[0] if isinstance(record.args, tuple) and record.args else None
        note = said if isinstance(said, Note) else Note(record.getMessage(), {})
        facts = json.loads(str(note))
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="milliseconds")
        return json.dumps({"at": at, "level": record.levelname.lower(), **facts})


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 3)
    if isinstance(value, int | float | str | bool):
        return value
    return str(value)
