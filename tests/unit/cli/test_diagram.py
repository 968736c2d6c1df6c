"""`orderflow diagram`: the picture says what the machine says, no more and no less."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from orderflow.order.lifecycle import STEPS, permitted
from orderflow.order.values import State
from orderflow.telling.lifecycle import _DUTCH, ARROWS
from tests.unit.cli.support import Type

SVG = "{http://www.w3.org/2000/svg}"


def test_every_arrow_of_the_machine_is_drawn_and_no_other() -> None:
    """The arrows of the picture, frame by frame, are the moves of the machine exactly."""
    drawn = {
        (trigger, source, dest)
        for arrow in ARROWS
        for trigger in arrow.triggers()
        for source, dest in product(arrow.sources, arrow.dests)
    }
    moves = {(step.trigger, step.source, step.dest) for step in STEPS if step.source != step.dest}

    assert drawn == moves
    assert {trigger for trigger, _ in permitted()} >= {trigger for trigger, _, _ in drawn}


def test_every_trigger_has_a_dutch_name() -> None:
    """Every trigger that is drawn can be read in Dutch."""
    assert {trigger for arrow in ARROWS for trigger in arrow.triggers()} <= set(_DUTCH)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_mermaid_names_states_and_triggers(typed: Type, lang: str) -> None:
    """The Mermaid text declares the six states and opens no frame that it does not close."""
    drawn = typed("diagram", "--lang", lang)

    assert drawn.code == 0
    assert drawn.out.startswith("stateDiagram-v2\n")
    assert all(f"    {state.value} : " in drawn.out for state in State)
    assert drawn.out.count("{") == drawn.out.count("}") == 2
    assert drawn.out.count(" --> ") == len(ARROWS) + 1


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_picture_is_a_whole_svg_document(typed: Type, lang: str) -> None:
    """The SVG parses, needs nothing from elsewhere, has a title and names all six states."""
    drawn = typed("diagram", "--format", "svg", "--lang", lang)
    root = ET.fromstring(drawn.out)  # noqa: S314 - our own

    names = [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "name"]
    assert len(names) == len(State)
    assert root.find(f"{SVG}title") is not None
    assert drawn.out.isascii()
    assert "href" not in drawn.out


def test_labels_stay_within_the_picture(typed: Type) -> None:
    """No label begins or ends outside the picture, reckoned generously per character."""
    for lang in ("en", "nl"):
        root = ET.fromstring(typed("diagram", "--format", "svg", "--lang", lang).out)  # noqa: S314
        for text in root.iter(f"{SVG}text"):
            left, width = float(text.get("x", 0)), 7.6 * len(text.text or "")
            ends = {"end": (left - width, left)}.get(text.get("text-anchor", ""))
            begins, stops = ends or (left, left + width)
            if text.get("class") in {"name", "means"}:
                begins, stops = left - width / 2, left + width / 2

            assert 0 <= begins <= stops <= 1180, text.text


def test_a_file_is_written(typed: Type) -> None:
    """`--out` writes the file and prints nothing."""
    drawn = typed("diagram", "--format", "svg", "--out", "lifecycle.svg")

    assert (drawn.code, drawn.out) == (0, "")
    assert Path("lifecycle.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_a_place_that_cannot_be_written_is_told(typed: Type) -> None:
    """A folder that is not there is named, without a traceback."""
    drawn = typed("diagram", "--out", "nowhere/lifecycle.mmd")

    assert drawn.code == 2
    assert "no such file: 'nowhere/lifecycle.mmd'" in drawn.err
