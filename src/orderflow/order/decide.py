"""Deciding: a command becomes the events it causes, or is refused with its reason.

Pure: the moment comes in, nothing is read from outside. Whatever a rule computes is stored in the
event, so that replaying copies it. When new facts change what the law makes of an incident on
record, its new assessment is recorded in the same step, so that nobody has to remember to ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Role
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.assess import assess_incident
from orderflow.order.deciding import (
    access,
    binding,
    ending,
    enforcing,
    following,
    identifying,
    incidents,
    making,
    notifying,
    requesting,
)
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.deciding.registry import DECIDERS
from orderflow.order.evolve import evolve
from orderflow.order.lifecycle import permitted
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.law.regime import Regime
    from orderflow.order.commands import Command
    from orderflow.order.events import Event
    from orderflow.order.order import ProtectionOrder

_MODULES = (
    requesting,
    making,
    binding,
    ending,
    incidents,
    enforcing,
    following,
    identifying,
    notifying,
    access,
)

_CHANGES_THE_FACTS = (
    e.OrderVaried,
    e.OrderExtended,
    e.ServiceDispensed,
    e.OrderServed,
    e.PersonInformed,
    e.BindingInvalidated,
    e.PersonIdentified,
    e.PersonsLinked,
    e.PersonsUnlinked,
    e.OrderDischarged,
    e.OrderSetAside,
    e.OrderSuperseded,
    e.ProtectedPersonDied,
    e.OrderRestored,
    e.AppealLodged,
    e.ProtectedPersonReleased,
    e.EndRecounted,
    e.ConflictFlagged,
    e.RecordCorrected,
)


_OFFICES = frozenset(
    {
        Role.COURT,
        Role.COURT_OFFICER,
        Role.MAYOR,
        Role.ASSISTANT_PROSECUTOR,
        Role.PROSECUTOR,
        Role.CRIMINAL_COURT,
        Role.ATTORNEY_GENERAL,
        Role.POLICE,
        Role.BORDER_GUARD,
        Role.BAILIFF,
        Role.PROCESS_SERVER,
        Role.CLOCK,
    }
)
_NEEDS_AN_ORDER = frozenset(
    {
        "attempt_service",
        "authorise_service",
        "bind",
        "certify",
        "confirm",
        "discharge",
        "document",
        "expire",
        "extend",
        "flag_conflict",
        "invalidate_binding",
        "notify_police",
        "protected_person_died",
        "refuse_change",
        "release_protected_person",
        "seal",
        "set_aside",
        "supersede",
        "vary",
    }
)
"""Triggers that presuppose that an order was made: a refused request has lapsed too."""


def decide(
    command: Command, order: ProtectionOrder, regime: Regime, now: datetime
) -> tuple[Event, ...]:
    """Return the events that `command` causes; at least one.

    Args:
        command: What somebody did or asks.
        order: The order as on record; a new one (`ProtectionOrder.start`) for a request.
        regime: The law that the order pinned, or is to pin.
        now: When it is being recorded; with a time zone.

    Raises:
        CommandRejected: The law or the record refuses it; the error has a code and sources.
        NotDecided: The regime leaves open what the rule needs (N9).
        ValueError: `now` has no time zone, or `regime` is not the one that the order pinned.
    """
    if now.tzinfo is None:
        msg = "a command is decided at a moment with a time zone"
        raise ValueError(msg)
    if order.regime is not None and order.regime.id != regime.id:
        msg = f"the order pinned {order.regime.id}, and is not decided under {regime.id}"
        raise ValueError(msg)
    if command.occurred_at > now:
        refuse(Code.IN_THE_FUTURE)
    _must_not_judge_their_own_case(command, order)
    if order.requested_at is not None and command.occurred_at < order.requested_at:
        _must_be_able_to_come_first(command)
    decider = DECIDERS[type(command)]
    _must_be_permitted(decider.trigger_of(command), order)
    case = Case(order, regime, command, now)
    caused = decider.decide(command, case)
    return (*caused, *_reassessments(caused, case))


def _must_not_judge_their_own_case(command: Command, order: ProtectionOrder) -> None:
    """Refuse somebody of the case who acts in an office: nobody judges their own case."""
    actor = command.actor
    if actor.role not in _OFFICES or actor.person is None:
        return
    if any(order.person(name) is not None for name in order.known_as(actor.person)):
        refuse(Code.NOT_COMPETENT)


def _must_be_able_to_come_first(command: Command) -> None:
    """Refuse what follows from a request and lies before it; help and wishes may come first."""
    if not isinstance(command, (c.ArrangeSupport, c.RecordWishes, c.WithholdContactDetails)):
        refuse(Code.TOO_EARLY)


def _must_be_permitted(trigger: str, order: ProtectionOrder) -> None:
    state = order.recorded_state
    if state is None:
        if trigger != "request":
            refuse(Code.NOT_IN_THIS_STATE)
    elif (trigger, state) not in permitted() or (trigger in _NEEDS_AN_ORDER and not order.versions):
        refuse(Code.NOT_IN_THIS_STATE)


def _reassessments(caused: tuple[Event, ...], case: Case) -> Iterator[Event]:
    because = next((event for event in caused if isinstance(event, _CHANGES_THE_FACTS)), None)
    if because is None or not case.order.incidents:
        return
    order = case.order
    for event in caused:
        order = evolve(order, event)
    for incident in order.incidents:
        anew = assess_incident(order, case.regime, incident, with_outcomes=False)
        if anew.finding != incident.assessment.finding:
            # It is the assessing that happens now; the fact that changes it may be old.
            yield e.IncidentReassessed(
                occurred_at=case.now,
                law=case.breach_law(incident).criminal.source,
                incident=incident.id,
                assessment=anew,
                because=type(because).__name__,
            )
