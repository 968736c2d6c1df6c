"""What must never happen, said once more and in other words than the rules say it."""

from __future__ import annotations

from orderflow.law import KnowledgeScope, Regime, Role, end_of
from orderflow.order import ProtectionOrder
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.values import CIVIL_PUNISHMENTS, ProsecutionOutcome

COMPETENCE: dict[type[c.Command], str] = {
    c.GrantOrder: "grant",
    c.RefuseOrder: "refuse",
    c.VaryOrder: "vary",
    c.ExtendOrder: "extend",
    c.DischargeOrder: "discharge",
    c.ReleaseProtectedPerson: "discharge",
    c.SupersedeOrder: "discharge",
    c.SetAsideOrder: "set_aside",
    c.DetermineAppeal: "determine_appeal",
    c.AuthoriseService: "authorise_service",
    c.InvalidateBinding: "invalidate_binding",
    c.DecidePermission: "permission",
}


def check(
    before: ProtectionOrder,
    after: ProtectionOrder,
    command: c.Command,
    events: tuple[e.Event, ...],
    regime: Regime,
) -> None:
    """Require N1, N2, N3, N4, N6 and N8 of one accepted command."""
    for event in events:
        if isinstance(event, e.IncidentReferred):
            _referred_rightly(before, regime, event)
    _punished_once(after, regime)
    _ends_in_time(after, regime, events)
    _earlier_incidents_stay(before, after, events)
    _competent(command, regime)


def _referred_rightly(order: ProtectionOrder, regime: Regime, event: e.IncidentReferred) -> None:
    incident = order.incident(event.incident)
    assert incident is not None
    at = incident.conduct_at
    held = order.version_at(at)
    assert order.period_at(at) is not None, "N1: in force"
    assert held is not None
    term = held.term(incident.term)
    assert term is not None, "N1: the version has the term"
    breach = regime.breach_law(at.astimezone(regime.zone).date())
    assert breach.criminal.decided(), "N1: an offence"
    assert term.kind in breach.covers.decided(), "N1: the offence covers it"
    scope = breach.knowledge_applies_to.decided()
    unheard = all(version.without_notice for version in order.versions)
    if scope is KnowledgeScope.ALL_ORDERS or (
        scope is KnowledgeScope.WITHOUT_NOTICE_ORDERS and unheard
    ):
        names = order.known_as(incident.person)
        assert any(
            binding.person in names and not binding.invalidated and binding.at <= at
            for binding in order.bindings
        ), "N2: known at or before"


def _punished_once(order: ProtectionOrder, regime: Regime) -> None:
    exclusion = regime.exclusion
    if not exclusion.conviction_bars_civil_punishment.value:
        return
    for one in order.incidents:
        for other in order.incidents:
            same = one is other or (
                order.known_as(one.person) == order.known_as(other.person)
                and (one.id in other.same_conduct_as or other.id in one.same_conduct_as)
            )
            if same:
                both = (
                    ProsecutionOutcome.CONVICTED in one.prosecution_outcomes
                    and other.civil_outcomes & CIVIL_PUNISHMENTS
                )
                assert not both, f"N3: {one.id}, {other.id}"


def _ends_in_time(order: ProtectionOrder, regime: Regime, events: tuple[e.Event, ...]) -> None:
    longest = regime.duration.max_total.value
    if longest is None:
        return
    for event in events:
        ends_at = getattr(event, "ends_at", None)
        if ends_at is not None and order.versions:
            latest = max(
                end_of(moment, longest, regime.zone)
                for moment in (
                    order.versions_in_time[0].made_at,
                    *(b.at for b in order.bindings),
                )
            )
            assert ends_at <= latest, "N6"


def _earlier_incidents_stay(
    before: ProtectionOrder, after: ProtectionOrder, events: tuple[e.Event, ...]
) -> None:
    cause = events[0]
    ends = (e.OrderExpired, e.OrderDischarged, e.OrderSuperseded, e.OrderVaried, e.OrderExtended)
    if not isinstance(cause, ends):
        return
    for incident in before.incidents:
        if incident.conduct_at < cause.occurred_at:
            assert after.incident(incident.id) == incident, "N4"


def _competent(command: c.Command, regime: Regime) -> None:
    field = COMPETENCE.get(type(command))
    if field is not None:
        assert command.actor.role in getattr(regime.competence, field).decided(), "N8"
    if isinstance(command, c.ReferIncident):
        assert command.actor.role is Role.POLICE, "N8"
