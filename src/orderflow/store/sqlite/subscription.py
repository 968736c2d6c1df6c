"""Following a log that other processes write too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventsourcing.persistence import ApplicationRecorder, ListenNotifySubscription

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.store.sqlite.recorder import SQLiteLogRecorder

POLL_SECONDS: Final = 0.05
"""Seconds that a follower may be late for what another process recorded."""


class LogSubscription(ListenNotifySubscription[ApplicationRecorder]):
    """The library's subscription, which also looks by itself from time to time."""

    def __init__(self, recorder: SQLiteLogRecorder, gt: int | None, topics: Sequence[str]) -> None:
        """Begin to follow after position `gt`."""
        self._log = recorder
        self._last_position: int | None = None
        super().__init__(recorder, gt, topics)  # Starts the thread.
        recorder.listen(self._has_been_notified)

    def stop(self) -> None:
        """Stop following."""
        super().stop()
        self._log.unlisten(self._has_been_notified)

    def _loop_on_pull(self) -> None:
        try:
            while not self._has_been_stopped:
                self._has_been_notified.clear()
                self._pull_what_is_new()
                self._has_been_notified.wait(POLL_SECONDS)
        except BaseException as error:  # noqa: BLE001 - handed to the thread that follows
            self._thread_error = error
            self.stop()

    def _pull_what_is_new(self) -> None:
        last = self._log.max_notification_id()
        if last != self._last_position:
            self._last_position = last
            self._pull()
