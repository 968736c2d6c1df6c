"""A bundle as a log: its events can be replayed, explained and judged again like any other."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from orderflow.audit.bundle.making import EVENTS
from orderflow.audit.bundle.reading import Bundle
from orderflow.audit.interchange import InterchangeLog

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from orderflow.store.recorder import LogMark
    from orderflow.store.streams import Placed


class BundleLog:
    """The events of a bundle; satisfies `Records` for a `LogReader`.

    That they are what the manifest names has been checked; who signed it has not: see `check`.
    """

    def __init__(self, path: Path) -> None:
        """Take the events out, into a folder that `close` removes.

        Raises:
            NotWellFormed: It is no bundle, or not written in the one way that it must be.
            NotProven: A file in it is not the one that the manifest names.
            EventLogError: The events are not those of a log.
        """
        self._folder = TemporaryDirectory()
        events = Path(self._folder.name) / EVENTS
        try:
            with Bundle.open(path) as bundle, events.open("wb") as file:
                file.writelines(bundle.lines(EVENTS))
            self._log = InterchangeLog(events)
        except BaseException:
            self._folder.cleanup()
            raise

    @property
    def mark(self) -> LogMark:
        """What the log says of itself."""
        return self._log.mark

    def select_order_ids(self, after: int, limit: int) -> Sequence[tuple[int, UUID]]:
        """See `OrderRecorder.select_order_ids`."""
        return self._log.select_order_ids(after, limit)

    def select_stream(self, order_id: UUID) -> Sequence[Placed]:
        """See `OrderRecorder.select_stream`.

        Raises:
            UnreadableEvent: The bundle is one of a period, and lacks what came before it.
        """
        return self._log.select_stream(order_id)

    def close(self) -> None:
        """Remove what was taken out."""
        self._log.close()
        self._folder.cleanup()
