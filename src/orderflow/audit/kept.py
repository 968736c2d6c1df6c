"""Digests that were kept, and what a replay with today's code makes of the same events.

A log may have grown since: of each order as many events are folded as were folded then. Orders
that came later are counted, and are no difference.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, Literal
from uuid import UUID

from pydantic import ValidationError

from orderflow.audit.digest import LogDigest, StateDigest, state_digest
from orderflow.audit.result import Result
from orderflow.errors import EventLogError
from orderflow.order import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orderflow.audit.log import Log
    from orderflow.store import RecordedEvent

FORMAT: Final = "orderflow/state-digests/1"


class KeptTotal(Result):
    """The last line of kept digests.

    Attributes:
        orders: How many lines stand before it.
        events: How many events were folded.
        digest: The digest of the whole log.
    """

    format: Literal["orderflow/state-digests/1"] = FORMAT
    orders: int
    events: int
    digest: str


class Difference(Result):
    """An order that today's code does not read as it was read then.

    Attributes:
        order_id: The order.
        version: Number of events folded then.
        kind: `changed`, `missing` (not on record, or with fewer events), or `unreadable`.
        parts: Names of the parts that differ, where it is `changed`.
        fault: Why it is unreadable.
    """

    order_id: UUID
    version: int
    kind: Literal["changed", "missing", "unreadable"]
    parts: tuple[str, ...] = ()
    fault: str | None = None


class Compared(Result):
    """What came of a comparison with kept digests.

    Attributes:
        orders: How many orders were compared.
        same: How many of them are read as they were then.
        grown: How many of them have later events.
        newer: How many orders came on record since.
        digest_then: The digest of the log then.
        digest_now: The digest of the same events now; None where one of them cannot be read.
        differences: Every order that is read otherwise.
    """

    orders: int
    same: int
    grown: int
    newer: int
    digest_then: str
    digest_now: str | None
    differences: tuple[Difference, ...]

    @property
    def ok(self) -> bool:
        """Whether every order is read as it was read then."""
        return not self.differences


def kept_lines(found: Iterable[StateDigest]) -> Iterator[str]:
    """Yield the lines of a file that keeps digests, the total last."""
    total = LogDigest()
    for one in found:
        total.add(one)
        yield one.model_dump_json()
    yield KeptTotal(orders=total.orders, events=total.events, digest=total.digest).model_dump_json()


def read_kept(lines: Iterable[str]) -> tuple[tuple[StateDigest, ...], KeptTotal]:
    """Return the digests that a file keeps, and its total.

    Raises:
        ValueError: The lines are no kept digests, or do not add up to their total.
    """
    *orders, last = [line for line in lines if line.strip()] or [""]
    try:
        total = KeptTotal.model_validate_json(last)
        kept = tuple(StateDigest.model_validate_json(line) for line in orders)
    except ValidationError:
        msg = f"these are no kept digests of the form {FORMAT}"
        raise ValueError(msg) from None
    again = LogDigest()
    for one in kept:
        again.add(one)
    if (again.orders, again.events, again.digest) != (total.orders, total.events, total.digest):
        msg = "the kept digests do not add up to their total; the file was changed"
        raise ValueError(msg)
    return kept, total


def compare(log: Log, lines: Iterable[str]) -> Compared:
    """Return where today's code reads a log otherwise than the kept digests say.

    Args:
        log: The log.
        lines: The lines of the kept digests.

    Raises:
        ValueError: The lines are no kept digests, or do not add up to their total.
    """
    kept, then = read_kept(lines)
    now, grown = LogDigest(), 0
    differences: list[Difference] = []
    readable = True
    for one in kept:
        found, later = _again(log, one)
        grown += later
        if isinstance(found, Difference):
            differences.append(found)
            readable = False
            continue
        now.add(found)
        if found.digest != one.digest:
            differences.append(_changed(one, found))
    known = {one.order_id for one in kept}
    return Compared(
        orders=len(kept),
        same=len(kept) - len(differences),
        grown=grown,
        newer=sum(order_id not in known for order_id in log.order_ids()),
        digest_then=then.digest,
        digest_now=now.digest if readable else None,
        differences=tuple(differences),
    )


def _again(log: Log, kept: StateDigest) -> tuple[StateDigest | Difference, bool]:
    """Return the digest of the same events now, and whether there are later ones."""
    rest = log.read(kept.order_id)
    try:
        order = fold(kept.order_id, (one.event for one in islice(rest, kept.version)))
    except EventLogError as error:
        return _difference(kept, "unreadable", fault=str(error)), False
    if order.version < kept.version:
        return _difference(kept, "missing"), False
    return state_digest(order), _has_more(rest)


def _has_more(rest: Iterator[RecordedEvent]) -> bool:
    try:
        return next(rest, None) is not None
    except EventLogError:
        return True  # Whatever it is, it came later.


def _changed(kept: StateDigest, found: StateDigest) -> Difference:
    names = sorted({*kept.parts, *found.parts})
    differ = tuple(name for name in names if kept.parts.get(name) != found.parts.get(name))
    return _difference(kept, "changed", parts=differ)


def _difference(
    kept: StateDigest,
    kind: Literal["changed", "missing", "unreadable"],
    *,
    parts: tuple[str, ...] = (),
    fault: str | None = None,
) -> Difference:
    return Difference(
        order_id=kept.order_id, version=kept.version, kind=kind, parts=parts, fault=fault
    )
