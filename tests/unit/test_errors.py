"""Errors travel between processes, and repeat nothing that somebody put in by mistake."""

from __future__ import annotations

import pickle

import pytest

from orderflow import Person
from orderflow.errors import (
    CaseFileError,
    CommandRejected,
    EventLogError,
    NotDecided,
    OrderflowError,
    RegimeFileError,
)

ERRORS = (
    CommandRejected("not_aware", law=("gb/x",), sentence="A.", sentence_nl="B."),
    NotDecided("scope", field="scope.harms", regime="nl-x@2025", law=("nl/x",)),
    EventLogError("torn", stream="s", version=2, position=3),
    RegimeFileError("a.toml", "breach.criminal", "no source"),
    CaseFileError("a.toml", "step", "at", "no time zone"),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_survives_the_way_to_another_process(error: OrderflowError) -> None:
    """Its text and all that it carries arrive as they were sent."""
    arrived = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own

    assert type(arrived) is type(error)
    assert (str(arrived), vars(arrived)) == (str(error), vars(error))


def test_a_name_put_in_by_mistake_is_not_repeated() -> None:
    """The error names the field and what it must be, not what stood there."""
    with pytest.raises(ValueError, match="id") as caught:
        Person(id="Somebody, Some Street 12")

    assert "Somebody" not in str(caught.value)
