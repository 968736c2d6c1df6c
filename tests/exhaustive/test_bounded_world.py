"""Two persons, two terms, two incidents, two versions: nothing that must never happen does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from orderflow.law import Regime
from orderflow.order import ProtectionOrder, State
from orderflow.order.lifecycle import STEPS
from orderflow.order.values import Decision, Term
from tests import spec
from tests.exhaustive.walk import Act, Walk, walk
from tests.unit.order import acts

CALL, TRIP = "call", "trip"
FIRST, BOTH = (acts.CONTACT,), (acts.CONTACT, acts.REMOVAL)
END = acts.MADE + timedelta(days=90)
LATE = {"tell mother", "serve uncle", "report call", "discharge", "vary", "extend"}


CONDUCT: Mapping[str, Act] = {
    "tell mother": lambda t: acts.inform(t, acts.MOTHER),
    "serve uncle": lambda t: acts.serve(t, acts.UNCLE),
    "invalidate 1": lambda t: acts.invalidate(t, 1),
    "report call": lambda t: acts.report(t, CALL),
    "report trip": lambda t: acts.report(
        t, TRIP, acts.MOTHER, term=acts.REMOVAL.id, same_conduct_as=(CALL,)
    ),
    "refer call": lambda t: acts.refer(t, CALL),
    "refer trip": lambda t: acts.refer(t, TRIP),
    "pursue call": lambda t: acts.pursue(t, CALL),
    "drop": lambda t: acts.prosecuted(t, "no_further_action", CALL),
    "acquit": lambda t: acts.prosecuted(t, "acquitted", CALL),
    "convict": lambda t: acts.prosecuted(t, "convicted", CALL),
    "not proved": lambda t: acts.enforced(t, "not_proved", CALL),
    "punish": lambda t: acts.enforced(t, "punished", CALL),
    "dismiss call": lambda t: acts.dismiss(t, CALL, acts.PROSECUTOR),
    "discharge": acts.discharge,
}
"""What becomes of conduct, while the order is in force and after."""

ENDS: Mapping[str, Act] = {
    "tell mother": lambda t: acts.inform(t, acts.MOTHER),
    "extend": lambda t: acts.extend(t, acts.until(END + timedelta(days=30))),
    "set aside": acts.set_aside,
    "discharge": acts.discharge,
    "expire": lambda t: acts.expire(max(t, END)),
    "appeal": lambda t: acts.appeal(t, Decision.GRANT),
    "restore": lambda t: acts.determine(t, effect="restored"),
    "uphold": lambda t: acts.determine(t, "dismissed"),
    "quash": lambda t: acts.determine(t, effect="set_aside"),
    "died": acts.die,
}
"""What ends an order and what brings it back."""

CHANGES: Mapping[str, Act] = {
    "tell mother": lambda t: acts.inform(t, acts.MOTHER),
    "serve uncle": lambda t: acts.serve(t, acts.UNCLE),
    "invalidate 1": lambda t: acts.invalidate(t, 1),
    "report call": lambda t: acts.report(t, CALL),
    "refer call": lambda t: acts.refer(t, CALL),
    "dismiss call": lambda t: acts.dismiss(t, CALL, acts.PROSECUTOR),
    "vary": lambda t: acts.vary(t, *BOTH, without_notice=True),
    "shorten": lambda t: acts.vary(t, *FIRST, duration=acts.until(END - timedelta(days=30))),
    "extend": lambda t: acts.extend(t, acts.until(END + timedelta(days=30))),
    "hear": lambda t: acts.hold_hearing(t, "confirmed"),
    "expire": lambda t: acts.expire(max(t, END)),
    "discharge": acts.discharge,
}
"""What changes an order, and what becomes of an incident meanwhile."""


def small(order: ProtectionOrder) -> bool:
    """Tell whether an order has no more than two of anything, and one appeal."""
    incidents = order.incidents
    return (
        len(order.bindings) <= 2
        and len(order.versions) <= 2
        and len(order.appeals) <= 1
        and order.extensions <= 1
        and all(len(incident.referrals) <= 2 for incident in incidents)
        and all(len(incident.pursuits) <= 2 for incident in incidents)
        and all(len(incident.dismissals) <= 1 for incident in incidents)
    )


def begin(regime: Regime, *terms: Term) -> spec.Given:
    """An order made unheard, for ninety days."""
    return spec.given(
        acts.request(as_if_in_force=True),
        acts.grant_unheard(terms=terms, duration=acts.until(END)),
        regime=regime,
    )


def test_every_course_of_conduct_in_a_small_order() -> None:
    """Whatever is reported, referred, pursued and decided, nobody is punished twice or unaware."""
    done = walk(begin(spec.law(spec.FMPO), *BOTH), CONDUCT, late=LATE, within=small, states=12_000)

    _tell("conduct", done)
    assert done.arrows <= {(t, str(s), str(d)) for t, s, d in STEPS}
    assert done.refusals["punished_as_contempt"]
    assert done.refusals["already_convicted"]
    assert done.refusals["not_aware"]


@pytest.mark.parametrize("suspensive", [False, True], ids=["appeals", "suspensive appeals"])
def test_every_end_of_a_small_order(suspensive: bool) -> None:
    """Whatever ends and restores it, in time or late, it stays on the arrows."""
    regime = spec.law_with(spec.FMPO, appeal__suspensive=suspensive)

    done = walk(begin(regime, *FIRST), ENDS, late=LATE, within=small, states=8_000)

    _tell("ends, suspensive appeals" if suspensive else "ends", done)
    assert done.arrows <= {(t, str(s), str(d)) for t, s, d in STEPS}
    assert ("restore", str(State.LAPSED), str(State.SERVED)) in done.arrows


def test_every_change_of_a_small_order() -> None:
    """Whatever changes it, in time or late, no incident is judged by another version."""
    done = walk(begin(spec.law(spec.FMPO), *FIRST), CHANGES, late=LATE, within=small, states=12_000)

    _tell("changes", done)
    assert done.arrows <= {(t, str(s), str(d)) for t, s, d in STEPS}
    assert done.refusals["not_aware"]


def _tell(what: str, done: Walk) -> None:
    end = "all there are" if done.complete else f"as far as depth {done.depth}"
    print(f"\n{what}: {done.states} states, {done.steps} steps, {end}")  # noqa: T201
