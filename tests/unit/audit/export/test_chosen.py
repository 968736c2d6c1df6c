"""Part of a log: one order, or what was recorded within a time."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from orderflow.audit import InterchangeLog, Wanted, export_log
from orderflow.audit.export import ExportFormat
from orderflow.audit.export.chosen import ChosenLog
from orderflow.audit.export.tables import rows
from orderflow.audit.interchange import Selection
from orderflow.errors import OrderNotFound, UnreadableEvent
from tests.spec import ORDER
from tests.unit.audit.export.making import BEGIN
from tests.unit.audit.ledger.making import log_file, some_events

FROM, BEFORE = BEGIN + timedelta(minutes=5), BEGIN + timedelta(minutes=30)


def positions(log: Path, wanted: Wanted) -> tuple[list[int], list[int]]:
    """Return the positions of what is exported: as stored, and as read."""
    with closing(ChosenLog(log, wanted)) as chosen:
        stored = [one.position for one in chosen.stored()]
        return stored, sorted(row.position for row in rows(chosen))


def times(log: Path) -> dict[int, datetime]:
    """Return when each event was recorded, by its position."""
    with closing(ChosenLog(log, Wanted())) as chosen:
        return {row.position: row.recorded_at for row in rows(chosen)}


def test_a_time_begins_with_its_first_moment_and_ends_before_its_last(log: Path) -> None:
    """Both ways of reading a log choose the same."""
    known = times(log)
    assert FROM in known.values()
    assert BEFORE in known.values()
    for wanted, expected in (
        (Wanted(recorded_from=FROM), [at for at, time in known.items() if time >= FROM]),
        (Wanted(recorded_before=BEFORE), [at for at, time in known.items() if time < BEFORE]),
        (Wanted(known_at=BEFORE), [at for at, time in known.items() if time <= BEFORE]),
        (
            Wanted(recorded_from=FROM, recorded_before=BEFORE),
            [at for at, time in known.items() if FROM <= time < BEFORE],
        ),
        (Wanted(recorded_from=BEFORE, recorded_before=FROM), []),
    ):
        assert positions(log, wanted) == (sorted(expected), sorted(expected))


def test_one_order_is_all_of_it(log: Path) -> None:
    """And nothing of others; one that is not there is an error."""
    with closing(ChosenLog(log, Wanted())) as chosen:
        order_id, steps = list(chosen.histories())[1]
    own = [step.recorded.position for step in steps]

    assert positions(log, Wanted(order_id=order_id)) == (own, own)
    with pytest.raises(OrderNotFound):
        positions(log, Wanted(order_id=ORDER))


def test_a_file_says_what_was_chosen(log: Path, tmp_path: Path) -> None:
    """So that nobody takes part of a log for all of it."""
    with closing(ChosenLog(log, Wanted())) as chosen:
        order_id, _ = next(chosen.histories())
    wanted = Wanted(order_id, FROM, BEFORE, BEFORE)
    export_log(log, tmp_path / "part", ExportFormat.JSONL, wanted=wanted)

    assert InterchangeLog(tmp_path / "part").head.selection == Selection(
        order_id.hex, FROM, BEFORE, BEFORE
    )


def test_what_came_before_counts_though_it_is_not_shown(log: Path, tmp_path: Path) -> None:
    """The state after an event is that of the whole order, and objects are known from the first."""
    export_log(log, tmp_path / "all", ExportFormat.OCEL_JSON)
    wanted = Wanted(recorded_from=FROM)
    export_log(log, tmp_path / "part", ExportFormat.OCEL_JSON, wanted=wanted)
    whole, part = (json.loads((tmp_path / one).read_text()) for one in ("all", "part"))
    shown = {one["id"] for one in part["events"]}

    assert [one for one in whole["events"] if one["id"] in shown] == part["events"]
    objects = {one["id"]: one for one in whole["objects"]}
    assert all(objects[one["id"]] == one for one in part["objects"] if one["type"] != "office")


@pytest.mark.parametrize("to", list(ExportFormat))
def test_every_form_leaves_out_the_same(log: Path, tmp_path: Path, to: ExportFormat) -> None:
    """What was not asked for is not written, whatever it is written to."""
    wanted = Wanted(recorded_from=FROM, recorded_before=BEFORE)
    count = len(positions(log, wanted)[0])
    left_out = [at for at, time in times(log).items() if not FROM <= time < BEFORE]
    with closing(ChosenLog(log, Wanted())) as chosen:
        ids = {row.event_id for row in rows(chosen) if row.position in left_out}

    assert export_log(log, tmp_path / "part", to, wanted=wanted).events == count
    content = (tmp_path / "part").read_bytes()
    assert ids
    assert not any(one.encode() in content for one in ids)


def test_an_event_that_does_not_say_when_cannot_be_chosen_by_time(tmp_path: Path) -> None:
    """It is named, and neither left out nor put in; without a time it is exported as stored."""
    log = log_file(tmp_path / "log.db", some_events(2))

    with closing(ChosenLog(log, Wanted())) as chosen:
        assert [one.position for one in chosen.stored()] == [1, 2]
    chosen = ChosenLog(log, Wanted(known_at=BEFORE))
    with closing(chosen), pytest.raises(UnreadableEvent, match="when it was") as caught:
        list(chosen.stored())
    assert caught.value.position == 1
