"""Following a log that other processes write too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eventsourcing.persistence import (
    ApplicationRecorder,
    ListenNotifySubscription,
    Subscription,
)

from orderflow.store.recorder import OrderRecorder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from threading import Event

POLL_SECONDS: Final = 0.05
"""Seconds that a follower may be late for what another process recorded."""


class FollowedRecorder(OrderRecorder):
    """A recorder that tells followers in its own process when it has recorded something."""

    def __init__(self) -> None:
        """Begin with nobody to tell."""
        self._listeners: set[Event] = set()

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Return the events after position `gt` as they come, from whatever process."""
        return LogSubscription(self, gt, topics)

    def listen(self, event: Event) -> None:
        """Set `event` each time this process records something."""
        self._listeners.add(event)

    def unlisten(self, event: Event) -> None:
        """No longer set `event`."""
        self._listeners.discard(event)

    def tell(self) -> None:
        """Set the events of all who listen."""
        for listener in tuple(self._listeners):
            listener.set()


class LogSubscription(ListenNotifySubscription[ApplicationRecorder]):
    """The library's subscription, which also looks by itself from time to time."""

    def __init__(self, recorder: FollowedRecorder, gt: int | None, topics: Sequence[str]) -> None:
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
