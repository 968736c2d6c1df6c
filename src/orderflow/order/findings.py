"""Collects why a route is closed, or what a human must weigh before taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orderflow.errors import NotDecided
from orderflow.order.assessment import Reason, Route, RouteStatus
from orderflow.order.reasons import Code
from orderflow.order.values import BindingMethod

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.law.provision import Provision
    from orderflow.law.vocabulary import Capacity, Knowledge, Role
    from orderflow.order.assess_facts import Facts


class Findings:
    """Reasons found so far on one route.

    One reason that closes the route outweighs every doubt; a question that the law leaves open is
    a doubt, and hides no reason that closes.
    """

    def __init__(self, facts: Facts) -> None:
        """Begin with what is doubtful on both routes."""
        self._closing: list[Reason] = []
        self._reviewing: list[Reason] = []
        for code, law in facts.reviews:
            self.review(code, law)

    def close(self, code: Code, law: tuple[str, ...] = ()) -> None:
        """Note a reason that closes the route."""
        self._closing.append(Reason(code=code, law=law))

    def review(self, code: Code, law: tuple[str, ...] = (), question: str | None = None) -> None:
        """Note a reason that a human must weigh; the same code is noted once."""
        if question is None and any(reason.code is code for reason in self._reviewing):
            return
        self._reviewing.append(Reason(code=code, law=law, question=question))

    def ask(self, check: Callable[[Findings], object]) -> None:
        """Make a check; where the law leaves open what it needs, note the question."""
        try:
            check(self)
        except NotDecided as open_question:
            self.review(Code.NOT_DECIDED, open_question.law, open_question.question)

    def needs(self, provision: Provision[Any]) -> None:
        """Note the question, where the law leaves open what the route rests on."""
        self.ask(lambda _: provision.decided())

    def must_know(
        self, facts: Facts, level: Knowledge, missing: Code, law: tuple[str, ...]
    ) -> None:
        """Close the route unless a binding shows that the person knew as much as `level`.

        Substituted service, and the word of somebody without office, show nothing by themselves
        and leave the question to a human (INT-006, INT-056).
        """
        known = [binding.knowledge for binding in facts.bindings if binding.knowledge is not None]
        if any(knowledge.rank >= level.rank for knowledge in known):
            return
        unproven = {b.by for b in facts.bindings if b.knowledge is None}
        informed = missing is Code.NOT_AWARE and BindingMethod.INFORMED in unproven
        if informed or BindingMethod.SERVED_BY_SUBSTITUTE in unproven:
            self.review(Code.AWARENESS_REVIEW, law)
        elif missing is Code.NOT_AWARE and known:
            self.close(Code.TERMS_NOT_KNOWN, law)
        elif missing is Code.NOT_AWARE and facts.knew_earlier_version:
            self.close(Code.VARIATION_NOT_KNOWN, law)
        else:
            self.close(missing, law)

    def route(self, max_sanction: str | None, may_act: tuple[Role | Capacity, ...]) -> Route:
        """Return the route that the reasons leave."""
        if self._closing:
            return closed(*self._closing)
        status = RouteStatus.NEEDS_REVIEW if self._reviewing else RouteStatus.OPEN
        return Route(
            status=status,
            reasons=tuple(self._reviewing),
            max_sanction=max_sanction,
            may_act=tuple(str(who) for who in may_act),
        )


def closed(*reasons: Reason) -> Route:
    """Return a closed route."""
    return Route(status=RouteStatus.CLOSED, reasons=reasons)


def was_told_nothing(facts: Facts) -> bool:
    """Tell whether nothing on record brought the order to the person; dispensing does not."""
    return all(binding.by is BindingMethod.DISPENSED for binding in facts.bindings)
