"""Every promise about what follows the log names tests that are there."""

from __future__ import annotations

import re

from tests.docs.pages import DOCS, ROOT, prose

PAGE = DOCS / "embedding" / "guarantees-following.md"


def test_every_promise_names_a_test_that_is_there() -> None:
    """A reader who doubts a promise finds the test that proves it."""
    named = set(re.findall(r"`(test_\w+)`", prose(PAGE)))
    there = {
        found
        for file in (ROOT / "tests").rglob("test_*.py")
        for found in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert len(named) > 20
    assert named - there == set()
