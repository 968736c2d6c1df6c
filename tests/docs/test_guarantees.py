"""Every guarantee names a test, and the test is there."""

from __future__ import annotations

import re

from tests.docs.pages import DOCS, ROOT

PAGE = DOCS / "embedding" / "guarantees.md"


def rows() -> list[list[str]]:
    """Return the cells of each row below a head that ends in "proven by"."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.read_text().splitlines()]
    return [row for row in lines if len(row) >= 2 and row[-1].startswith("`")]


def test_every_row_names_a_test_that_is_there() -> None:
    """Whoever reads a claim can run what proves it."""
    missing = []
    for row in rows():
        file, _, name = row[-1].strip("` ").partition("::")
        path = ROOT / "tests" / file
        there = path.exists() and (
            not name or re.search(rf"^def {name}\(", path.read_text(), re.MULTILINE)
        )
        if not there:
            missing.append(row[-1])

    assert missing == []
    assert len(rows()) > 20


def test_every_claim_has_a_row_with_a_test() -> None:
    """No row promises something and names nothing."""
    claims = [
        line
        for line in PAGE.read_text().splitlines()
        if line.startswith("|") and not line.startswith(("|---", "| claim"))
    ]

    assert len(claims) == len(rows())
