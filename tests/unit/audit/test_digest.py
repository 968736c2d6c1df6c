"""State digests: kept, compared, and what they tell of a difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

import pytest

from orderflow.audit import LogReader, compare, digests, kept_lines
from orderflow.audit.canonical import plain
from orderflow.audit.kept import read_kept
from orderflow.errors import OrderNotFound, UnreadableEvent
from orderflow.order import events as e
from orderflow.store import RecordedEvent
from tests.golden import generate
from tests.unit.audit.support import Logged, lived, numbered, published
from tests.unit.order import acts

HISTORY = lived(acts.request(), acts.grant(), acts.inform(acts.day(1)))


def test_the_golden_log_folds_to_the_digests_that_were_kept() -> None:
    """Today's code reads the log of the released version as that version did."""
    with generate.replayed() as orders:
        found = compare(LogReader.of(orders), generate.STATES.read_text().splitlines())

    assert found.differences == ()
    assert found.ok
    assert found.digest_now == found.digest_then
    assert (found.same, found.grown, found.newer) == (found.orders, 0, 0)


def test_a_log_that_has_grown_is_compared_as_far_as_it_was() -> None:
    """Later events and later orders are counted, and are no difference."""
    kept = list(kept_lines(digests(Logged(HISTORY[:2]))))
    found = compare(Logged(HISTORY, HISTORY), kept)

    assert found.ok
    assert (found.orders, found.same, found.grown, found.newer) == (1, 1, 1, 1)


def test_a_later_event_that_cannot_be_read_is_later_all_the_same() -> None:
    """What came after the digests were kept does not matter to them."""

    class Broken(Logged):
        def read(
            self, order_id: UUID, *, known_at: datetime | None = None
        ) -> Iterator[RecordedEvent]:
            yield from super().read(order_id, known_at=known_at)
            msg = "broken"
            raise UnreadableEvent(msg)

    kept = list(kept_lines(digests(Logged(HISTORY))))

    assert compare(Broken(HISTORY), kept).grown == 1
    found = compare(Broken(HISTORY[:2]), kept)
    assert [one.kind for one in found.differences] == ["unreadable"]
    assert (found.differences[0].fault, found.digest_now) == ("broken", None)


def test_a_difference_is_told_by_the_part_it_lies_in() -> None:
    """An order that is read otherwise is named with the parts that differ."""
    kept = list(kept_lines(digests(Logged(HISTORY))))
    informed = HISTORY[2]
    changed = informed.event.model_copy(update={"person": acts.UNCLE})
    found = compare(Logged((*HISTORY[:2], replace(informed, event=changed))), kept)

    (difference,) = found.differences
    assert (difference.kind, difference.version) == ("changed", 3)
    assert difference.parts[0] == "bindings"
    assert found.digest_now != found.digest_then


def test_an_order_that_is_gone_is_missing() -> None:
    """An order with fewer events than were folded is a difference."""
    kept = list(kept_lines(digests(Logged(HISTORY))))

    assert [one.kind for one in compare(Logged(HISTORY[:1]), kept).differences] == ["missing"]


@pytest.mark.parametrize(
    "lines, says",
    [
        ([], "no kept digests"),
        (["{}"], "no kept digests"),
        (["{}", '{"orders":0,"events":0,"digest":"x"}'], "no kept digests"),
        (['{"orders":1,"events":0,"digest":"x"}'], "do not add up"),
    ],
)
def test_a_file_that_holds_no_digests_is_refused(lines: list[str], says: str) -> None:
    """What is no file of kept digests, or was changed, is not compared with."""
    with pytest.raises(ValueError, match=says):
        read_kept(lines)


def test_the_digest_of_an_order_that_is_not_there_is_asked_in_vain() -> None:
    """One order can be asked for, and one that is not on record is an error."""
    log = published("re-k-2020")

    (order_id,) = log.order_ids()
    assert [one.order_id for one in digests(log, order_id=order_id)] == [order_id]
    with pytest.raises(OrderNotFound):
        list(digests(log, order_id=numbered(9)))


def test_the_canonical_form_knows_what_an_order_is_made_of() -> None:
    """A day is written as a day, an open set in order; anything unknown is a defect."""

    @dataclass(frozen=True)
    class Unknown:
        pass

    assert plain(date(2025, 1, 6)) == "2025-01-06"
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
    assert plain(True) is True
    assert plain(e.RegimeRef(id="x", digest="y")) == {"id": "x", "digest": "y"}
    with pytest.raises(TypeError, match="Unknown"):
        plain(Unknown())
    with pytest.raises(TypeError, match="float"):
        plain(1.5)
