"""Keeps one view up with the log: pages of events in, rows and checkpoint out, together.

Any number of processes may do this at once. Each page is computed outside of a transaction and
written in one that moves the checkpoint from where it was read; whoever finds that another has
moved it writes nothing. So each event has counted exactly once, wherever somebody was killed.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from orderflow.store.follower import Fault, Known
from orderflow.views.database import text_of
from orderflow.views.view import Seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from orderflow.audit.log import Laws
    from orderflow.store.follower import LogFollower, Stored
    from orderflow.views.database import Transaction, ViewDatabase
    from orderflow.views.view import View

PAGE: Final = 500
"""Events that are read, and written, at a time."""


class Step(Enum):
    """What came of one attempt to go on."""

    MOVED = "moved"
    UP_TO_DATE = "up_to_date"
    OVERTAKEN = "overtaken"
    """Another process wrote these events first."""
    OTHER_LOG = "other_log"
    """The log does not hold what the view was built from: it was put back, or is another."""


class Place(NamedTuple):
    """How far one generation of a view has come.

    Attributes:
        generation: Which generation.
        position: Position up to which the log has been read; 0 at the beginning.
        digest: What stands there, by `Stored.digest`; empty at the beginning, and after a fault.
    """

    generation: int
    position: int
    digest: str


class Projector:
    """Keeps the generations of one view."""

    def __init__(
        self,
        view: View,
        log: LogFollower,
        database: ViewDatabase,
        laws: Laws,
        clock: Callable[[], datetime],
    ) -> None:
        """Take the view, the log, where rows are kept, the law, and the clock for what is parked.

        `clock` says only when an event was parked; no row of the view depends on it.
        """
        self.view = view
        self._log = log
        self._database = database
        self._laws = laws
        self._clock = clock

    def step(
        self, generation: int | None = None, page: int = PAGE
    ) -> tuple[Step, tuple[Fault, ...]]:
        """Go on by one page; return what came of it and which events were parked.

        Args:
            generation: Which generation; by default the one that serves.
            page: How many events at most.

        Raises:
            StoreUnavailable: The log or the database cannot be reached; nothing was written.
        """
        place = self._database.read(lambda rows: self.place(rows, generation))
        start = place.position if place.digest else place.position + 1
        found = self._log.page(start, page + 1)
        if place.digest:
            first, found = (found[0] if found else None), found[1:]
            if first is None or isinstance(first, Fault) or first.digest != place.digest:
                return Step.OTHER_LOG, ()
        if not found:
            return Step.UP_TO_DATE, ()
        upto = _position(found[-1])
        orders = dict.fromkeys(one.order_id for one in found if one.order_id is not None)
        seen = self._computed(orders, upto)
        faults = self._faults(found, seen, upto)
        digest = "" if isinstance(found[-1], Fault) else found[-1].digest

        def work(rows: Transaction) -> bool:
            if not self._moved(rows, place, upto, digest):
                return False
            self._write(rows, place.generation, seen, faults, upto)
            return True

        return (Step.MOVED, faults) if self._database.write(work) else (Step.OVERTAKEN, ())

    def retry(self) -> tuple[int, tuple[Fault, ...]]:
        """Read the parked orders of the serving generation again.

        For a program that was updated and may read now what it could not.

        Returns:
            How many orders are whole now, and what still cannot be read.
        """
        place, parked = self._database.read(
            lambda rows: (
                place := self.place(rows, None),
                self._parked_orders(rows, place.generation),
            )
        )
        seen = self._computed(parked, place.position)
        faults = self._faults((), seen, place.position)

        def work(rows: Transaction) -> bool:
            # The same checkpoint again: written only if nobody has gone on meanwhile.
            if not self._moved(rows, place, place.position, place.digest):
                return False
            self._write(rows, place.generation, seen, faults, place.position)
            return True

        if not seen or not self._database.write(work):
            return 0, ()
        return len(seen) - len({fault.order_id for fault in faults}), faults

    def place(self, rows: Transaction, generation: int | None) -> Place:
        """Return how far a generation has come; by default the one that serves."""
        which, value = ("generation = ?", generation) if generation else ("serving = ?", 1)
        found = rows.rows(
            "SELECT generation, position, digest FROM view_generations"  # noqa: S608
            f" WHERE view = ? AND form = ? AND {which}",
            self.view.name,
            self.view.form,
            value,
        )
        return Place(*found[0])

    def _computed(self, orders: Iterable[UUID], upto: int) -> list[tuple[Seen, Any]]:
        found = []
        for order_id in orders:
            seen = Seen(self._log.known(order_id, upto), self._laws)
            try:
                found.append((seen, self.view.computed(seen, upto)))
            except Exception as error:  # noqa: BLE001 - one order must not stop all the others
                # Whatever could be read of it leads nowhere: it counts as not read at all.
                place = seen.history[-1].position
                fault = Fault(place, order_id, seen.history[-1].version, type(error).__name__)
                nothing = Known(order_id, (), fault, seen.known.began_at)
                unread = Seen(nothing, self._laws)
                found.append((unread, self.view.computed(unread, upto)))
        return found

    def _faults(
        self, found: Sequence[Stored | Fault], seen: Sequence[tuple[Seen, Any]], upto: int
    ) -> tuple[Fault, ...]:
        faults = {one.position: one for one in found if isinstance(one, Fault)}
        for one, _ in seen:
            if one.fault is not None:
                place = one.fault.position
                if place is None or place > upto:
                    # Something is missing: named by the last event of the order that was read.
                    place = one.history[-1].position if one.history else upto
                faults[place] = one.fault._replace(position=place, order_id=one.order_id)
        return tuple(faults.values())

    def _moved(self, rows: Transaction, place: Place, upto: int, digest: str) -> bool:
        return bool(
            rows.execute(
                "UPDATE view_generations SET position = ?, digest = ?"
                " WHERE view = ? AND generation = ? AND position = ? AND digest = ?",
                upto,
                digest,
                self.view.name,
                place.generation,
                place.position,
                place.digest,
            )
        )

    def _write(
        self,
        rows: Transaction,
        generation: int,
        seen: Sequence[tuple[Seen, Any]],
        faults: Sequence[Fault],
        upto: int,
    ) -> None:
        for one, _ in seen:
            rows.execute(
                "DELETE FROM view_parked WHERE view = ? AND generation = ? AND order_id = ?",
                self.view.name,
                generation,
                str(one.order_id),
            )
        self.view.put(rows, generation, seen, upto)
        now = text_of(self._clock())
        rows.many(
            "INSERT INTO view_parked VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (view, generation, position) DO NOTHING",
            [
                (
                    self.view.name,
                    generation,
                    fault.position,
                    None if fault.order_id is None else str(fault.order_id),
                    fault.version,
                    fault.error,
                    now,
                )
                for fault in faults
            ],
        )

    def _parked_orders(self, rows: Transaction, generation: int) -> list[UUID]:
        found = rows.rows(
            "SELECT DISTINCT order_id FROM view_parked"
            " WHERE view = ? AND generation = ? AND order_id IS NOT NULL ORDER BY order_id",
            self.view.name,
            generation,
        )
        return [UUID(row[0]) for row in found]


def _position(one: Stored | Fault) -> int:
    assert one.position is not None  # noqa: S101 - whatever stands in a page has one
    return one.position
