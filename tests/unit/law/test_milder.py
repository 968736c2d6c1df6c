"""The milder of two maximum penalties."""

from __future__ import annotations

import pytest

from orderflow.law import Breach, Period, PeriodValue, Provision, milder_penalty

SOURCE = ("nl/sr/art-1/lid-2",)


def breach(maximum: str | None, *, milder: bool | None = True) -> Breach:
    """Write a breach law with a maximum."""
    found = None if maximum is None else PeriodValue(maximum)
    return Breach(
        max_penalty=Provision[Period](value=found, source=SOURCE),
        milder_law=Provision[bool](value=milder, source=SOURCE),
    )


@pytest.mark.parametrize(
    "pinned, other, applies",
    [
        ("P2Y", "P1Y", "P1Y"),
        ("P1Y", "P2Y", "P1Y"),
        ("P24M", "P2Y", "P24M"),
        ("P2Y", None, "P2Y"),
        (None, "P2Y", None),
    ],
)
def test_the_shorter_maximum_applies(
    pinned: str | None, other: str | None, applies: str | None
) -> None:
    """A later shorter maximum replaces the pinned one; a longer, equal or absent one does not."""
    assert milder_penalty(breach(pinned), breach(other)).value == applies


@pytest.mark.parametrize("milder", [False, None])
def test_without_a_milder_law_rule_the_pinned_maximum_stays(milder: bool | None) -> None:
    """Where the law of the conduct knows no such rule, later law changes nothing."""
    assert milder_penalty(breach("P5Y", milder=milder), breach("P1Y")).value == "P5Y"
