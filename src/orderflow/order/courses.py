"""The courses that an incident can take, as far as the state of its order goes.

Of an incident the state asks very little, and not when anything happened. Incidents that are alike
in that are on one course, and there are few. Where an event leads from a course is worked out
once, by the function that applies the event, and remembered.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from orderflow.law.vocabulary import Capacity
from orderflow.order import events as e
from orderflow.order import posture
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.incident import CivilPursuit, Dismissal, Incident, Referral
from orderflow.order.order import ProtectionOrder
from orderflow.order.values import Place, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from orderflow.order.evolving.registry import Changes

    Apply = Callable[[ProtectionOrder, Any], Changes]

BEGINS: Final = APPLIERS[e.IncidentReported]
"""What applies the event with which an incident begins."""

_JUDGING: Final = frozenset({BEGINS, APPLIERS[e.IncidentReassessed]})
_CONCLUDING: Final = frozenset(
    {APPLIERS[e.ProsecutionConcluded], APPLIERS[e.CivilEnforcementConcluded]}
)
MOVES: Final = (
    _JUDGING
    | _CONCLUDING
    | {
        APPLIERS[one]
        for one in (
            e.IncidentDismissed,
            e.ComplaintWithdrawn,
            e.IncidentReferred,
            e.CivilEnforcementPursued,
        )
    }
)
"""What applies the events of incidents, all of them."""

_ONCE: Final = datetime.min.replace(tzinfo=UTC)
_ANYBODY: Final = Capacity.APPLICANT
_NOWHERE: Final = -1
_NOBODY: Final = UUID(int=0)


class _Routes(NamedTuple):
    """All that the state asks of an assessment."""

    any_route: bool


_incidents: Final[list[Incident]] = []
"""For each course, an incident on it."""
_states: Final[list[State | None]] = []
"""For each course, what an incident on it makes of an order in force."""
_numbers: Final[dict[Incident, int]] = {}
_next: Final[dict[tuple[int, Apply, object], int]] = {}


def after(course: int | None, apply: Apply, event: Any) -> int:  # noqa: ANN401 - reads as an event
    """Return the course of an incident after an event of it; None is before the first.

    Args:
        course: A number that this function returned.
        apply: What applies the event, one of `MOVES`.
        event: The event, or anything that reads as it does.
    """
    # All that an event says which the course depends on.
    said: object = None
    if apply in _JUDGING:
        said = event.assessment.any_route
    elif apply in _CONCLUDING:
        said = event.outcome
    step = (_NOWHERE if course is None else course, apply, said)
    found = _next.get(step)
    if found is None:
        found = _next[step] = _number(_applied(course, apply, event))
    return found


def state_of(courses: Iterable[int]) -> State | None:
    """Return what incidents on these courses make of an order in force; see `posture`."""
    found: State | None = None
    for course in courses:
        state = _states[course]
        if state is State.REFERRED:
            return state
        found = found or state
    return found


def _applied(course: int | None, apply: Apply, event: Any) -> Incident:  # noqa: ANN401
    before = () if course is None else (_incidents[course]._replace(id=event.incident),)
    order = ProtectionOrder(_NOBODY, incidents=before)
    changed: tuple[Incident, ...] = apply(order, event)["incidents"]
    return _alike(changed[0])


def _number(incident: Incident) -> int:
    number = _numbers.get(incident)
    if number is None:
        number = _numbers[incident] = len(_incidents)
        _incidents.append(incident)
        order = ProtectionOrder(_NOBODY, incidents=(incident,))
        _states.append(posture.of_incidents(order, None))
    return number


def _alike(incident: Incident) -> Incident:
    """Return what all incidents have in common that are alike to the state."""
    referrals = [Referral(_ONCE, r.outcome, r.concluded_at and _ONCE) for r in incident.referrals]
    pursuits = [
        CivilPursuit(_ONCE, _ANYBODY, p.outcome, p.concluded_at and _ONCE)
        for p in incident.pursuits
    ]
    return incident._replace(
        id="",
        person="",
        term="",
        conduct_at=_ONCE,
        reported_at=_ONCE,
        place=Place.HOME_COUNTRY,
        assessment=_Routes(incident.assessment.any_route),  # type: ignore[arg-type]
        same_conduct_as=(),
        same_conduct_elsewhere=(),
        other_offences=(),
        referrals=_last_apart(referrals),
        pursuits=_last_apart(pursuits),
        # Lifted or not, and which, makes no difference but for one that stands.
        dismissals=(Dismissal(_ONCE),) if incident.dismissed else (),
        complaint_withdrawn=False,
    )


def _last_apart(tracks: list[Any]) -> tuple[Any, ...]:
    """Return each kind of track once, and the last, which may be concluded yet, at the end."""
    return (*sorted(set(tracks[:-1]), key=repr), *tracks[-1:])
