"""What became of conduct, on either route.

The double-jeopardy rule looks at the conduct and the person, not at the term or the report: two
incidents of one order that name each other as the same conduct count as one (N3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from orderflow.order.incident import Incident
    from orderflow.order.order import ProtectionOrder
    from orderflow.order.values import CivilOutcome, ProsecutionOutcome


class Outcomes(NamedTuple):
    """Every outcome that the same conduct of the same person had.

    Attributes:
        elsewhere: Whether the conduct is on record under another order too, whose outcomes this
            order does not know (EC29).
    """

    criminal: frozenset[ProsecutionOutcome] = frozenset()
    civil: frozenset[CivilOutcome] = frozenset()
    elsewhere: bool = False


def outcomes_of(order: ProtectionOrder, incident: Incident) -> Outcomes:
    """Return the outcomes of an incident and of those recorded as the same conduct."""
    same = _same_conduct(order, incident)
    return Outcomes(
        frozenset(outcome for one in same for outcome in one.prosecution_outcomes),
        frozenset(outcome for one in same for outcome in one.civil_outcomes),
        any(one.same_conduct_elsewhere for one in same),
    )


def _same_conduct(order: ProtectionOrder, incident: Incident) -> tuple[Incident, ...]:
    person = order.known_as(incident.person)
    found, names = [incident], {incident.id, *incident.same_conduct_as}
    rest = [one for one in order.incidents if one.person in person and one.id != incident.id]
    while joined := [one for one in rest if not names.isdisjoint({one.id, *one.same_conduct_as})]:
        found += joined
        names |= {name for one in joined for name in (one.id, *one.same_conduct_as)}
        rest = [one for one in rest if one not in joined]
    return tuple(found)
