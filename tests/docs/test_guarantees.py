"""Every guarantee names tests, and they are there."""

from __future__ import annotations

import re

from tests.docs.pages import DOCS, ROOT

PAGE = DOCS / "embedding" / "guarantees.md"


def claims() -> list[str]:
    """Return the rows of the tables, without their heads."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    return [
        line for line in lines if line.startswith("|") and not line.startswith(("|---", "| claim"))
    ]


def named(row: str) -> list[str]:
    """Return the tests that a row names, in its last cell."""
    return re.findall(r"`([^`]+)`", row.strip("| ").rpartition(" | ")[2])


def is_there(test: str) -> bool:
    """Tell whether a file of tests is there, and the function in it that is named."""
    file, _, name = test.partition("::")
    path = ROOT / "tests" / file
    return path.exists() and (not name or f"\ndef {name}(" in path.read_text(encoding="utf-8"))


def test_every_row_names_tests_that_are_there() -> None:
    """Whoever reads a claim can run what proves it."""
    assert [test for row in claims() for test in named(row) if not is_there(test)] == []
    assert len(claims()) > 40


def test_every_claim_has_a_test() -> None:
    """No row promises something and names nothing."""
    assert [row for row in claims() if not named(row)] == []
