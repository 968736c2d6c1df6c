"""The decision records keep their form, and what they decided holds."""

from __future__ import annotations

import inspect
import re
from itertools import count
from pathlib import Path

import pytest

from orderflow.order import ProtectionOrder, assess, commands, events
from orderflow.order.deciding.registry import DECIDERS
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.lifecycle import TRIGGERS

ADR = Path(__file__).resolve().parents[2] / "docs" / "adr"
RECORDS = sorted(ADR.glob("[0-9]*.md"))
SECTIONS = ["Context", "Decision", "Consequences", "Alternatives"]


def test_decisions_are_numbered_without_gaps() -> None:
    """The records are numbered from 1, and no number is missing or used twice."""
    expected = [f"{number:04}" for number, _ in zip(count(1), RECORDS, strict=False)]

    assert [record.name[:4] for record in RECORDS] == expected


def test_the_list_of_decisions_is_complete() -> None:
    """The list names every record, in order and by its own title."""
    listed = re.findall(
        r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", text(ADR / "README.md"), re.MULTILINE
    )

    assert listed == [(r.name[:4], r.name, title(r)) for r in RECORDS]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name[:4])
def test_a_record_has_the_form_of_one(record: Path) -> None:
    """A record has number, title, status, date and its four sections, on one page."""
    written = text(record)

    assert written.startswith(f"# {int(record.name[:4])}. ")
    assert re.search(r"^- Status: (accepted|superseded by \[\d{4}\]\(.+\))$", written, re.MULTILINE)
    assert re.search(r"^- Date: \d{4}-\d{2}-\d{2}$", written, re.MULTILINE)
    assert re.findall(r"^## (.+)$", written, re.MULTILINE) == SECTIONS
    assert len(written.splitlines()) <= 60


def test_asking_what_was_known_takes_another_order() -> None:
    """No assessment takes a moment of knowledge (decision 1)."""
    assert "known_at" not in inspect.signature(assess).parameters
    assert "known_at" not in inspect.signature(ProtectionOrder.assess).parameters


def test_every_command_and_event_has_its_function() -> None:
    """Each command has a decider and each event an applier, no more and no fewer (decision 7)."""
    assert set(DECIDERS) == set(commands.ALL)
    assert set(APPLIERS) == set(events.ALL) == set(TRIGGERS)


def test_the_later_acts_are_there() -> None:
    """The acts of decision 9 and what they record exist, each under the name it has there."""
    written = text(next(ADR.glob("0009-*.md")))
    rows = re.findall(r"^\| (`.+`) \| (`.+`) \| ", written, re.MULTILINE)
    asked = {name for row in rows for name in re.findall(r"`(\w+)`", row[0])}
    told = {name for row in rows for name in re.findall(r"`(\w+)`", row[1])}

    assert asked <= set(commands.BY_NAME)
    assert told <= {event.__name__ for event in events.ALL}


def test_an_order_has_no_bare_state() -> None:
    """Whoever asks for the state says which question they ask (decision 10)."""
    assert not hasattr(ProtectionOrder, "state")
    assert hasattr(ProtectionOrder, "recorded_state")
    assert hasattr(ProtectionOrder, "state_at")


def text(page: Path) -> str:
    """Return what stands on a page."""
    return page.read_text(encoding="utf-8")


def title(record: Path) -> str:
    """Return the title of a record without its number."""
    return text(record).partition("\n")[0].partition(". ")[2]
