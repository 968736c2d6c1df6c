"""Two regimes side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from orderflow.law.regime import Regime


class Difference(NamedTuple):
    """One provision of which two regimes have different values.

    Attributes:
        field: Dotted name of the provision.
        value_a: Value under the first regime; None where it is not decided.
        value_b: Value under the second regime; None where it is not decided.
        sources: Keys of the sources of both, each once, those of the first regime first.
    """

    field: str
    value_a: Any
    value_b: Any
    sources: tuple[str, ...]


def differences(one: Regime, other: Regime) -> tuple[Difference, ...]:
    """Return each provision of which two regimes have different values, in schema order."""
    return tuple(
        Difference(field, a.value, b.value, tuple(dict.fromkeys((*a.source, *b.source))))
        for (field, a), (_, b) in zip(one.provisions(), other.provisions(), strict=True)
        if a.value != b.value
    )
