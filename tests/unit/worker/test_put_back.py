"""A worker that signs knows what it signed, also where log and ledger have forgotten it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from orderflow.errors import LogContradicted
from orderflow.worker.checkpoints import Checkpoints, Often
from tests.unit.audit.ledger.making import LOG_KEY, MemoryLog, begun, some_events, tampered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from orderflow.store.follower import LogFollower


class Made(NamedTuple):
    """A worker that signed ten events, with the log and the place of the ledger."""

    making: Checkpoints
    log: MemoryLog
    place: Path


class Position:
    """Says where a log ends, as a follower does."""

    def __init__(self, log: MemoryLog) -> None:
        """Take the log."""
        self._log = log

    def last_position(self) -> int:
        """Return the position of the last event."""
        return self._log.events[-1].position


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """A worker that signed ten events."""
    ledger, store, log = begun(tmp_path / "ledger", some_events(10))
    follower: LogFollower = Position(log)  # type: ignore[assignment] # all that is asked of it
    making = Checkpoints(ledger, LOG_KEY, follower, Often(1, 0.0))
    signed = making.make_if_due()
    assert signed is not None
    assert signed.checkpoint.size == 10
    yield Made(making, log, tmp_path / "ledger")
    store.close()


def test_a_second_history_is_not_signed(made: Made) -> None:
    """Log and ledger were both put back, and the log went on differently."""
    tampered(made.place, "DELETE FROM checkpoints", "DELETE FROM tiles")
    other = [one._replace(state=b"{}") for one in some_events(12)[5:]]
    made.log.events = [*some_events(5), *other]

    with pytest.raises(LogContradicted):
        made.making.make_if_due()


def test_the_same_history_is_signed_again(made: Made) -> None:
    """A ledger that was begun anew over the whole log goes on."""
    tampered(made.place, "DELETE FROM checkpoints", "DELETE FROM tiles")
    made.log.events = some_events(12)
    signed = made.making.make_if_due()

    assert signed is not None
    assert signed.checkpoint.size == 12


def test_a_log_that_became_shorter_is_not_taken_for_one_without_news(made: Made) -> None:
    """It is told at once, and not when it has grown as long as it was."""
    made.log.events = some_events(4)

    with pytest.raises(LogContradicted):
        made.making.make_if_due()


def test_nothing_new_is_nothing_to_sign(made: Made) -> None:
    """Also once a moment has passed."""
    assert made.making.make_if_due() is None
    assert made.making.make_if_due(at_once=True) is None
