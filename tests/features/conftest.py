"""Lets pytest-bdd run the features: every step is looked up in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytest_bdd import given, then, when
from pytest_bdd.parsers import StepParser

from tests.steps.vocabulary import Spoken, understand
from tests.steps.world import World


class _Vocabulary(StepParser):
    """Recognises the sentences of one mood."""

    def is_matching(self, name: str) -> bool:
        return len(understand(name, self.name)) == 1

    def parse_arguments(self, name: str) -> dict[str, Any]:
        return {"spoken": understand(name, self.name)[0]}


@pytest.fixture
def world() -> Iterator[World]:
    """Return an empty world; a refusal that nobody looked at fails the scenario."""
    empty = World()
    yield empty
    empty.settle()


@given(_Vocabulary("given"))
def _given(world: World, spoken: Spoken, datatable: list[list[str]] | None = None) -> None:
    spoken.happen(world, "given", datatable)


@when(_Vocabulary("when"))
def _when(world: World, spoken: Spoken, datatable: list[list[str]] | None = None) -> None:
    spoken.happen(world, "when", datatable)


@then(_Vocabulary("then"))
def _then(world: World, spoken: Spoken, datatable: list[list[str]] | None = None) -> None:
    spoken.happen(world, "then", datatable)
