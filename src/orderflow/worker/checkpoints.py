"""Signs a ledger every so many entries, or when one has waited for so long.

Of a log of orders, and of an access log alike: both grow, and both are covered by a ledger.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

from orderflow.errors import LedgerError
from orderflow.views.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.keys import SigningKey
    from orderflow.audit.ledger.ledger import Ledger, Signed


class Growing(Protocol):
    """A log that a ledger is kept of."""

    def last_position(self) -> int:
        """Return the position of the last entry; 0 where there is none."""


class Often(NamedTuple):
    """How often to sign.

    Attributes:
        events: After so many new positions.
        seconds: Or when something new has waited for so long.
    """

    events: int = 1000
    seconds: float = 300.0


class Checkpoints:
    """Makes checkpoints of one log; any number of workers may, for the ledger signs once."""

    def __init__(
        self, ledger: Ledger, key: SigningKey, log: Growing, often: Often | None = None
    ) -> None:
        """Take the ledger, which must be begun, and the key that it was begun with."""
        self._ledger = ledger
        self._key = key
        self._log = log
        self._often = often or Often()
        self._covered: int | None = None
        self._last: Checkpoint | None = None
        self._since: float | None = None

    def make_if_due(self, *, at_once: bool = False) -> Signed | None:
        """Return a new checkpoint, if one is due and the log has something new.

        Args:
            at_once: Do not wait for more events or time.

        Raises:
            LedgerError: Nothing was signed; the class says why.
            StoreUnavailable: The log or the ledger cannot be reached; nothing was signed.
        """
        last = self._log.last_position()
        if last == self._covered:
            self._since = None
            return None
        now = time.monotonic()
        self._since = now if self._since is None else self._since
        waited = now - self._since >= self._often.seconds
        new = last - (self._covered or 0)
        # What was new before this worker began has waited for long enough; and what is shorter
        # than it was is for the ledger to refuse.
        begins = self._covered is None or new < 0
        if not (at_once or begins or waited or new >= self._often.events):
            return None
        # Log and ledger may both have been put back meanwhile; what this process signed, it knows.
        signed = self._ledger.checkpoint(self._key, extends=self._last)
        self._covered, self._since, self._last = last, None, signed.checkpoint
        return signed if signed.hashed else None


class Signing:
    """Signs an access log each turn in which that is due; a `Task` of a worker.

    A ledger that refuses is said once: nothing was signed, and nothing may be until somebody has
    looked. Whatever else there is to do goes on.
    """

    def __init__(self, checkpoints: Checkpoints, notes: Notes | None = None) -> None:
        """Take what signs."""
        self._checkpoints = checkpoints
        self._notes = notes or Notes()

    def turn(self, stop: Callable[[], bool]) -> int:  # noqa: ARG002 - soon done
        """See `Task.turn`; what was signed calls for no other turn."""
        self.sign()
        return 0

    def sign(self, *, at_once: bool = False) -> None:
        """Sign if that is due, and say so.

        Raises:
            StoreUnavailable: The log or the ledger cannot be reached; nothing was signed.
        """
        try:
            signed = self._checkpoints.make_if_due(at_once=at_once)
        except LedgerError as error:
            name = type(error).__name__
            level = logging.ERROR
            self._notes.say_once("accesses_not_signed", name, level=level, error=name)
            return
        if signed is not None:
            size = signed.checkpoint.size
            self._notes.say("accesses_checkpoint", size=size, new=signed.hashed)
