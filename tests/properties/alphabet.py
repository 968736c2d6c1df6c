"""The alphabet of the histories: every act, with what it may be about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from orderflow.law import Capacity, InformMethod, ServiceMethod
from orderflow.order import Code, Place, ProtectionOrder
from orderflow.order import commands as c
from orderflow.order.kinds_access import RestrictionKind
from orderflow.order.values import CivilOutcome, Decision, ProsecutionOutcome, Term
from tests.properties.picks import Picks, usually
from tests.properties.worlds import MAN, World
from tests.unit.order import acts

T = TypeVar("T")

NAMES: Final = (*(acts.UNCLE, acts.MOTHER) * 3, acts.AUNT, MAN, acts.COUSIN, acts.SISTER)
EVERYBODY: Final = (*NAMES[4:], acts.DAUGHTER)
INCIDENTS: Final = ("first", "second", "third", "fourth")
WEIGHED: Final = (
    *(code for code in Code if code.endswith("review")),
    Code.ACQUITTED_BEFORE,
    Code.CONTEMPT_UNPUNISHED,
)


@dataclass(frozen=True)
class Scene:
    """Where and when an act takes place, and the choices that make it."""

    world: World
    picks: Picks
    at: datetime
    order: ProtectionOrder

    def one(self, choices: Sequence[T]) -> T:
        """Return one of them."""
        return self.picks.one(choices)


Act = Callable[[Scene], c.Command]


def _bound(order: ProtectionOrder) -> tuple[str, ...]:
    return (*(binding.person for binding in order.bindings), *NAMES[:2]) * 2 + NAMES


def _reported(order: ProtectionOrder) -> tuple[str, ...]:
    return tuple(incident.id for incident in order.incidents) or INCIDENTS[:1]


def _versions_of(order: ProtectionOrder) -> tuple[int, ...]:
    return (
        (*usually(*(version.number for version in order.versions)), 2) if order.versions else (1,)
    )


def _on_appeal(scene: Scene) -> c.DetermineAppeal:
    outcome, effect = scene.one(
        (
            ("allowed", "restored"),
            ("dismissed", "none"),
            ("allowed", "set_aside"),
            ("allowed", "none"),
        )
    )
    again = (None, acts.until(scene.world.begins + timedelta(days=30)))
    duration = scene.one(again) if effect == "restored" else None
    return acts.determine(
        scene.at,
        outcome,
        scene.world.court,
        appeal=scene.one((1, 2)),
        effect=effect,
        duration=duration,
    )


def _versions(world: World) -> tuple[tuple[Term, ...], ...]:
    first = world.terms[:1]
    changed = (first[0].model_copy(update={"review_at": world.begins}), *world.terms[1:])
    narrow = (first[0].model_copy(update={"binds": (acts.UNCLE,)}),)
    return (world.terms, first, changed, narrow)


ACTS: Final[tuple[Act, ...]] = (
    lambda s: acts.inform(
        s.at,
        s.one(NAMES),
        version=s.one(_versions_of(s.order)),
        terms_told=s.one((True, False)),
        method=s.one((*s.world.regime.service.inform_methods.decided(), InformMethod.TELEPHONE)),
    ),
    lambda s: acts.report(
        s.at,
        s.one(INCIDENTS),
        s.one(_bound(s.order)),
        term=s.one((*s.world.terms, *s.world.terms, acts.HELP)).id,
        conduct_at=s.at - timedelta(hours=s.one((0, 0, 0, 0, 1, 24, 240))),
        place=s.one(usually(*Place)),
        same_conduct_as=s.one(usually((), *((one.id,) for one in s.order.incidents))),
        same_conduct_elsewhere=s.one(usually((), ("order-2/call",))),
    ),
    lambda s: acts.serve(
        s.at,
        s.one(NAMES),
        acts.BAILIFF,
        version=s.one(_versions_of(s.order)),
        method=s.one((*s.world.regime.service.methods.decided(), ServiceMethod.SUBSTITUTED)),
    ),
    lambda s: acts.refer(
        s.at,
        s.one(_reported(s.order)),
        s.one(usually(acts.POLICE, acts.THE_DAUGHTER)),
        weighed=s.one((WEIGHED, WEIGHED, ())),
    ),
    lambda s: acts.pursue(
        s.at,
        s.one(_reported(s.order)),
        s.one(usually(acts.THE_DAUGHTER, acts.POLICE, acts.THE_MOTHER)),
        weighed=s.one((WEIGHED, WEIGHED, ())),
    ),
    lambda s: acts.prosecuted(
        s.at,
        s.one(tuple(ProsecutionOutcome)),
        s.one(_reported(s.order)),
        s.one(usually(acts.PROSECUTOR, acts.POLICE)),
    ),
    lambda s: acts.enforced(
        s.at,
        s.one(tuple(CivilOutcome)),
        s.one(_reported(s.order)),
        s.one(usually(s.world.authority, acts.BAILIFF)),
    ),
    lambda s: acts.vary(
        s.at,
        *s.one(_versions(s.world)),
        by=s.one(usually(s.world.authority, acts.POLICE)),
        asked_by=s.one((Capacity.PROTECTED_PERSON, Capacity.AUTHORITY)),
        duration=s.one(usually(None, *s.world.durations())),
        without_notice=s.one((False, True)),
    ),
    lambda s: acts.extend(
        s.at, s.one(s.world.durations()), s.one(usually(s.world.authority, acts.ASSISTANT))
    ),
    lambda s: acts.discharge(
        s.at,
        s.one(usually(s.world.authority, acts.THE_MOTHER)),
        asked_by=s.one((Capacity.PROTECTED_PERSON, Capacity.AUTHORITY)),
    ),
    lambda s: acts.expire(s.at, s.one((acts.CLOCK, acts.THE_MOTHER))),
    lambda s: acts.appeal(s.at, s.one(tuple(Decision)), s.one((acts.THE_MOTHER, acts.SCHOOL))),
    _on_appeal,
    lambda s: acts.dismiss(
        s.at, s.one(_reported(s.order)), s.one((acts.POLICE, acts.PROSECUTOR, acts.THE_MOTHER))
    ),
    lambda s: acts.invalidate(s.at, s.one((1, 2, 3)), s.one(usually(s.world.court, acts.POLICE))),
    lambda s: acts.set_aside(s.at, s.one(usually(s.world.court, acts.POLICE))),
    lambda s: acts.supersede(s.at, s.one((s.world.authority, acts.POLICE))),
    lambda s: acts.link(s.at, s.one(EVERYBODY), s.one(EVERYBODY)),
    lambda s: acts.unlink(s.at, s.one(EVERYBODY), s.one(EVERYBODY)),
    lambda s: acts.identify(s.at, MAN, s.one(EVERYBODY)),
    lambda s: acts.release(s.at, s.one((acts.SISTER, acts.DAUGHTER)), s.world.authority),
    lambda s: acts.die(s.at, s.one((acts.SISTER, acts.DAUGHTER))),
    lambda s: acts.flag_conflict(s.at, s.one([term.id for term in s.world.terms])),
    lambda s: acts.hold_hearing(
        s.at, s.one(("confirmed", "set_aside")), s.one((s.world.authority, s.world.court))
    ),
    lambda s: acts.hold_hearing(s.at, "varied", s.world.authority, terms=s.one(_versions(s.world))),
    lambda s: acts.authorise(
        s.at,
        s.one(NAMES),
        s.one(("substituted", "dispensed")),
        s.one((s.world.authority, s.world.court)),
    ),
    lambda s: acts.attempt(s.at, s.one(NAMES)),
    lambda s: acts.reassess(s.at, s.one(_reported(s.order))),
    lambda s: acts.withdraw_complaint(s.at, s.one(_reported(s.order))),
    lambda s: acts.seal(s.at, s.one((1, 2))),
    lambda s: acts.notify_police(s.at, version=s.one((1, 2))),
    lambda s: acts.correct(s.at, s.one((1, 2, 9))),
    lambda s: acts.surrender(s.at, s.one(NAMES)),
    lambda s: acts.give_back(s.at, s.one(NAMES)),
    lambda s: acts.transfer(s.at, s.one(("office-2", "office-3")), s.world.authority),
    lambda s: acts.certify(s.at, s.world.authority),
    lambda s: acts.wish(s.at),
    lambda s: acts.support(s.at),
    lambda s: acts.withhold(s.at, s.one(EVERYBODY)),
    lambda s: acts.check_copy(
        s.at,
        s.one(NAMES),
        version=s.one((*_versions_of(s.order), None)),
        redacted=s.one((True, False)),
    ),
    lambda s: acts.restrict(s.at, s.one(tuple(RestrictionKind))),
    lambda s: acts.lift(s.at, s.one((1, 2))),
    lambda s: acts.list_hearing(s.at),
    lambda s: acts.serve_application(s.at, person=s.one(NAMES)),
    lambda s: acts.refuse(s.at, s.world.authority),
    lambda s: acts.withdraw(s.at, permitted=s.one((True, False))),
    lambda s: acts.undertake(s.at, s.world.authority, terms=s.world.terms),
    lambda s: acts.ask_permission(s.at),
    lambda s: acts.decide_permission(s.at),
    lambda s: acts.grant(s.at, s.world.authority, terms=s.world.terms),
)
"""Every act but the request, the most telling first."""

OFTEN: Final = (*ACTS[:2] * 6, *ACTS[:7] * 9, *ACTS[10:14] * 2, *ACTS)
"""The acts, with the more telling ones more than once."""
