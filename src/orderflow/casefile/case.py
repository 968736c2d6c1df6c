"""A case: what a case file tells, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from orderflow.casefile.format import Act, CastPerson, Check, Head

if TYPE_CHECKING:
    from orderflow.law.section import Title

_IDS: Final = UUID("0b3a9f52-6c1e-5f4d-8a27-5a3f3c9d7e10")
"""Namespace of the ids that follow from a case."""

SOLE_ORDER: Final = "order"
"""Name of the order in a file that has only one and does not name it."""


@dataclass(frozen=True)
class Life:
    """Under which law a case is lived.

    Attributes:
        regime: Regime by id or name; None for the case's own.
        as_if: Whether that law counts as in force at the time.
    """

    regime: str | None = None
    as_if: bool = False

    @property
    def own(self) -> bool:
        """Whether it is the law that the file itself names."""
        return self.regime is None and not self.as_if


@dataclass(frozen=True)
class Case:
    """A whole history that a person can read, and a machine can run.

    Attributes:
        name: Name of its file without the ending.
        file: Name of its file.
        head: What stands above the cast and the steps.
        zone: Zone in which its moments are shown.
        cast: Everybody in it, by role.
        steps: What happens and what is checked, in order.
    """

    name: str
    file: str
    head: Head
    zone: ZoneInfo
    cast: tuple[CastPerson, ...]
    steps: tuple[Act | Check, ...]

    @property
    def title(self) -> Title:
        """What the case is called, in both languages."""
        return self.head.title

    @property
    def regime(self) -> str:
        """Regime under which its orders are requested, by id or by name."""
        return self.head.regime

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the judgments and other sources that it follows."""
        return self.head.sources

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The steps in which somebody acts."""
        return tuple(step for step in self.steps if isinstance(step, Act))

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """Names of its orders, as they are requested."""
        requests = (act for act in self.acts if act.do == "RequestOrder")
        return tuple(dict.fromkeys(act.order or SOLE_ORDER for act in requests))

    @cached_property
    def people(self) -> dict[str, CastPerson]:
        """Everybody in it, by their id."""
        return {person.id: person for person in self.cast}

    @cached_property
    def incidents(self) -> frozenset[str]:
        """Names of the incidents that a step reports."""
        reports = (act for act in self.acts if act.do == "ReportIncident")
        return frozenset(str(act.with_.get("incident")) for act in reports)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Names of the terms that a step makes."""
        written = (act.with_.get("terms") for act in self.acts)
        every = (term for terms in written if isinstance(terms, list) for term in terms)
        return frozenset(str(term.get("id")) for term in every if isinstance(term, dict))

    def order_of(self, step: Act | Check) -> str:
        """Return the name of the order that a step is about."""
        return step.order or (self.orders[0] if len(self.orders) == 1 else SOLE_ORDER)

    def order_id(self, order: str, life: Life) -> UUID:
        """Return the id of an order of this case, the same in every run under the same law."""
        return uuid5(_IDS, self._key(life, f"order/{order}"))

    def command_id(self, number: int, life: Life) -> UUID:
        """Return the command id of step `number`, the same in every run under the same law."""
        return uuid5(_IDS, self._key(life, f"step/{number}"))

    def starts_at(self) -> datetime:
        """Return when its first step is recorded."""
        return self.acts[0].moment_recorded

    def regimes_named(self) -> tuple[str, ...]:
        """Return every other regime that one of its steps speaks of, sorted."""
        found = {regime for step in self.steps for regime in (*step.expect_under, *step.only_under)}
        return tuple(sorted(found))

    def _key(self, life: Life, what: str) -> str:
        return f"{self.name}/{life.regime or ''}/{'as-if' if life.as_if else ''}/{what}"
