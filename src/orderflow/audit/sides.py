"""The two laws that are laid side by side, and what they differ in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from orderflow.audit.canonical import plain
from orderflow.audit.rejudged import ProvisionDiffers, ReasonJudged, RouteJudged
from orderflow.law.compare import Difference, differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.law import Regime
    from orderflow.order.assessment import Reason, Route


@dataclass(frozen=True)
class Sides:
    """The law of an order, and the law it is judged again by.

    Attributes:
        recorded: The law that it pinned; None where that is not at hand unchanged.
        under: The other law.
        as_if: Whether that counts as in force at the time.
    """

    recorded: Regime | None
    under: Regime
    as_if: bool

    @cached_property
    def alternatives(self) -> tuple[tuple[ProvisionDiffers, Regime], ...]:
        """Each value in which the laws differ, with the other law as it would be but for that."""
        if self.recorded is None:
            return ()
        return tuple(
            (_differs(one), _but_for(one.field, self.recorded, self.under))
            for one in differences(self.recorded, self.under)
        )

    def because(self, test: Callable[[Regime], bool]) -> tuple[ProvisionDiffers, ...]:
        """Return the values but for which the other law would not make the difference.

        Each is taken by itself: where two values would each bring it about, neither is named.

        Args:
            test: Tells whether the difference is gone under a law.
        """
        return tuple(one for one, regime in self.alternatives if test(regime))


def _differs(one: Difference) -> ProvisionDiffers:
    return ProvisionDiffers(
        field=one.field,
        recorded=plain(one.value_a),
        under=plain(one.value_b),
        law=one.sources,
    )


def _but_for(field: str, recorded: Regime, under: Regime) -> Regime:
    """Return `under` with one value as `recorded` has it."""
    section_name, _, name = field.partition(".")
    value = getattr(getattr(recorded, section_name), name)
    section = getattr(under, section_name).model_copy(update={name: value})
    return under.model_copy(update={section_name: section})


def route_judged(route: Route) -> RouteJudged:
    """Return a route with its reasons in full."""
    return RouteJudged(
        status=route.status,
        reasons=tuple(map(reason_judged, route.reasons)),
        max_sanction=route.max_sanction,
        may_act=route.may_act,
    )


def reason_judged(reason: Reason) -> ReasonJudged:
    """Return a reason in full."""
    return ReasonJudged(
        code=reason.code,
        sentence=reason.sentence,
        sentence_nl=reason.sentence_nl,
        law=reason.law,
        question=reason.question,
    )
