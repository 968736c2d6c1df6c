"""Pieces of Markdown that the generated pages share."""

from __future__ import annotations

from collections.abc import Iterable

Row = tuple[str, ...]


def table(*head: str, rows: Iterable[Row]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    cells = (" | ".join(" ".join(c.replace("|", "\\|").split()) for c in line) for line in lines)
    return "\n".join(f"| {line} |" for line in cells)


def code(words: Iterable[object]) -> str:
    """Return words as code, with commas between."""
    return ", ".join(f"`{word}`" for word in words)
