"""Choices made by a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def usually(valid: T, *others: T) -> tuple[T, ...]:
    """Return choices of which the first is as likely as all others together, or more."""
    return (valid,) * max(3, len(others)) + others


class Picks:
    """Choices made by one number."""

    def __init__(self, number: int) -> None:
        self._left = number

    def one(self, choices: Sequence[T]) -> T:
        """Return one of them; the first for the smallest number."""
        self._left, index = divmod(self._left, len(choices))
        return choices[index]
