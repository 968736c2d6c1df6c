"""The lifecycle of an order: six states, and which event may lead from which to which.

Declared once, in one `transitions` machine. The table that decisions are checked against and
every diagram are read off that machine; nothing else repeats it. Where an act may lead to
several states, the facts that remain decide which (`posture`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from transitions import Machine

from orderflow.order import events as e
from orderflow.order.values import State

REQUESTED, GRANTED, SERVED = State.REQUESTED, State.GRANTED, State.SERVED
BREACHED, REFERRED, LAPSED = State.BREACHED, State.REFERRED, State.LAPSED
LIVE: Final = (GRANTED, SERVED, BREACHED, REFERRED)
"""States of an order in force, by the record."""


class Step(NamedTuple):
    """One arrow of the lifecycle."""

    trigger: str
    source: State
    dest: State


def _steps(trigger: str, arrows: Mapping[State, Iterable[State]]) -> tuple[Step, ...]:
    return tuple(Step(trigger, source, dest) for source, dests in arrows.items() for dest in dests)


_STAYS: Final = {state: (state,) for state in State}
_STAYS_ONCE_GRANTED: Final = {state: (state,) for state in (*LIVE, LAPSED)}
# Who is bound decides between granted and served; incidents outrank both.
_BY_BINDINGS: Final = {
    GRANTED: (GRANTED, SERVED),
    SERVED: (SERVED, GRANTED),
    BREACHED: (BREACHED,),
    REFERRED: (REFERRED,),
    LAPSED: (LAPSED,),
}
_BY_INCIDENTS: Final = {
    GRANTED: (GRANTED, BREACHED),
    SERVED: (SERVED, BREACHED),
    BREACHED: (BREACHED, SERVED, GRANTED),
    REFERRED: (REFERRED,),
    LAPSED: (LAPSED,),
}
_CLOSES_AN_INCIDENT: Final = {
    GRANTED: (GRANTED,),
    SERVED: (SERVED,),
    BREACHED: (BREACHED, SERVED, GRANTED),
    REFERRED: (REFERRED, BREACHED, SERVED, GRANTED),
    LAPSED: (LAPSED,),
}
# A change made while the order was in force may be recorded after its end, and prolong it, or
# show that an end on record came later than the change has it.
_CHANGES: Final = {
    **{state: (*_BY_BINDINGS[state], LAPSED) for state in LIVE},
    LAPSED: (LAPSED, *LIVE),
}
_ENDS: Final = dict.fromkeys((*LIVE, LAPSED), (LAPSED,))

STEPS: Final[tuple[Step, ...]] = (
    *_steps("permission", {REQUESTED: (REQUESTED,)}),
    *_steps("refuse_permission", {REQUESTED: (LAPSED,)}),
    *_steps("refuse", {REQUESTED: (LAPSED,)}),
    *_steps("withdraw", {REQUESTED: (LAPSED,)}),
    *_steps("accept_undertaking", {REQUESTED: (LAPSED,)}),
    *_steps("grant", {REQUESTED: (GRANTED,)}),
    *_steps("serve_application", _STAYS),
    *_steps("list_hearing", _STAYS),
    *_steps("record_wishes", _STAYS),
    *_steps("support", _STAYS),
    *_steps("withhold_contact_details", _STAYS),
    *_steps("check_confidentiality", _STAYS),
    *_steps("restrict_access", _STAYS),
    *_steps("transfer", _STAYS),
    *_steps("correct", _STAYS),
    *_steps("record_details", _STAYS),
    *_steps("record_statement", _STAYS),
    *_steps("erase_personal_data", _STAYS),
    *_steps("term_exceeded", _STAYS),
    *_steps("identify_person", {REQUESTED: (REQUESTED,), **_BY_BINDINGS}),
    *_steps("attempt_service", _STAYS_ONCE_GRANTED),
    *_steps("authorise_service", _STAYS_ONCE_GRANTED),
    *_steps("bind", _BY_BINDINGS),
    *_steps("invalidate_binding", _BY_BINDINGS),
    *_steps("seal", _STAYS_ONCE_GRANTED),
    *_steps("notify_police", _STAYS_ONCE_GRANTED),
    *_steps("document", _STAYS_ONCE_GRANTED),
    *_steps("certify", _STAYS_ONCE_GRANTED),
    *_steps("flag_conflict", _STAYS_ONCE_GRANTED),
    *_steps("confirm", _STAYS_ONCE_GRANTED),
    *_steps("refuse_change", _STAYS_ONCE_GRANTED),
    *_steps("release_protected_person", _BY_BINDINGS),
    *_steps("recount_end", _CHANGES),
    *_steps("vary", _CHANGES),
    *_steps("extend", _CHANGES),
    *_steps("appeal", {state: (state, LAPSED) for state in LIVE} | {LAPSED: (LAPSED,)}),
    *_steps("determine_appeal", {**_STAYS_ONCE_GRANTED, LAPSED: (LAPSED, *LIVE)}),
    *_steps("report_incident", {**_BY_INCIDENTS, BREACHED: (BREACHED,)}),
    *_steps("reassess_incident", _BY_INCIDENTS),
    *_steps("withdraw_complaint", _STAYS_ONCE_GRANTED),
    *_steps("dismiss_incident", _CLOSES_AN_INCIDENT),
    *_steps("refer", {**dict.fromkeys(LIVE, (REFERRED,)), LAPSED: (LAPSED,)}),
    *_steps(
        "pursue_civil",
        {
            GRANTED: (BREACHED,),
            SERVED: (BREACHED,),
            BREACHED: (BREACHED,),
            REFERRED: (REFERRED,),
            LAPSED: (LAPSED,),
        },
    ),
    *_steps("conclude", _CLOSES_AN_INCIDENT),
    *_steps("expire", _ENDS),
    *_steps("discharge", _ENDS),
    *_steps("set_aside", _ENDS),
    *_steps("supersede", _ENDS),
    *_steps("protected_person_died", {**_CHANGES, LAPSED: (LAPSED,)}),
    *_steps("restore", {LAPSED: (*LIVE, LAPSED)}),
)

TRIGGERS: Final[dict[type[e.Event], str]] = {
    e.OrderRequested: "request",
    e.PermissionRequested: "permission",
    e.PermissionGranted: "permission",
    e.PermissionRefused: "refuse_permission",
    e.RequestWithdrawn: "withdraw",
    e.OrderRefused: "refuse",
    e.UndertakingAccepted: "accept_undertaking",
    e.ApplicationServed: "serve_application",
    e.HearingListed: "list_hearing",
    e.ReturnHearingListed: "list_hearing",
    e.WishesRecorded: "record_wishes",
    e.SupportArranged: "support",
    e.OrderGranted: "grant",
    e.EndRecounted: "recount_end",
    e.OrderSealed: "seal",
    e.OrderVaried: "vary",
    e.OrderConfirmed: "confirm",
    e.OrderExtended: "extend",
    e.ChangeRefused: "refuse_change",
    e.ConflictFlagged: "flag_conflict",
    e.ContactDetailsWithheld: "withhold_contact_details",
    e.ServiceAttemptFailed: "attempt_service",
    e.SubstitutedServiceAuthorised: "authorise_service",
    e.ServiceDispensed: "bind",
    e.OrderServed: "bind",
    e.PersonInformed: "bind",
    e.BindingInvalidated: "invalidate_binding",
    e.PersonIdentified: "identify_person",
    e.PersonsLinked: "identify_person",
    e.PersonsUnlinked: "identify_person",
    e.PoliceNotified: "notify_police",
    e.OrderDischarged: "discharge",
    e.ProtectedPersonReleased: "release_protected_person",
    e.OrderSetAside: "set_aside",
    e.OrderExpired: "expire",
    e.OrderSuperseded: "supersede",
    e.ProtectedPersonDied: "protected_person_died",
    e.AppealLodged: "appeal",
    e.AppealDetermined: "determine_appeal",
    e.OrderRestored: "restore",
    e.IncidentReported: "report_incident",
    e.IncidentReassessed: "reassess_incident",
    e.IncidentDismissed: "dismiss_incident",
    e.ComplaintWithdrawn: "withdraw_complaint",
    e.IncidentReferred: "refer",
    e.CivilEnforcementPursued: "pursue_civil",
    e.ProsecutionConcluded: "conclude",
    e.CivilEnforcementConcluded: "conclude",
    e.RecordCorrected: "correct",
    e.DocumentSurrendered: "document",
    e.DocumentReturned: "document",
    e.CaseTransferred: "transfer",
    e.OrderCertifiedForAbroad: "certify",
    e.TermExceeded: "term_exceeded",
    e.ConfidentialityChecked: "check_confidentiality",
    e.AccessRestricted: "restrict_access",
    e.RestrictionLifted: "restrict_access",
    e.PersonDetailsRecorded: "record_details",
    e.StatementRecorded: "record_statement",
    e.PersonalDataErased: "erase_personal_data",
}
"""Which trigger each event pulls. `request` begins the life of an order and has no source."""


@cache
def machine() -> Machine:
    """Return the machine; it describes orders and drives none (`model=None`)."""
    return Machine(
        model=None,
        states=[state.value for state in State],
        initial=REQUESTED.value,
        transitions=[
            {"trigger": step.trigger, "source": step.source.value, "dest": step.dest.value}
            for step in STEPS
        ],
        auto_transitions=False,
    )


@cache
def permitted() -> dict[tuple[str, State], frozenset[State]]:
    """Return, read off the machine, where each trigger may lead from each state."""
    table: dict[tuple[str, State], set[State]] = {}
    for trigger, event in machine().events.items():
        for source, transitions in event.transitions.items():
            table[trigger, State(source)] = {State(str(step.dest)) for step in transitions}
    return {key: frozenset(dests) for key, dests in table.items()}
