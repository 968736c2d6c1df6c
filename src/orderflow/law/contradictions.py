"""What a regime may not say at once, however it came about.

Each rule names the field to mend. A regime that passes may still be wrong about the law; it is
only not wrong about itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.law.periods import longer
from orderflow.law.vocabulary import ReturnHearing
from orderflow.law.zones import zone_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.law.regime import Regime

CONTRADICTION: Final = "contradiction"
"""Type of the error that a contradiction raises."""

Contradiction = tuple[str, str]
"""Dotted field and reason."""


def contradictions(regime: Regime) -> Iterator[Contradiction]:
    """Yield each field that contradicts another, with the reason."""
    yield from _about_the_version(regime)
    yield from _about_duration(regime)
    yield from _about_people(regime)
    yield from _about_procedure(regime)


def open_and_answered(regime: Regime) -> Iterator[Contradiction]:
    """Yield each value that stands beside an open question, or is assumed in law in force."""
    for field, provision in regime.provisions():
        if provision.value is None:
            continue
        if provision.assumed and not regime.draft:
            yield field, "a value of law in force cannot be assumed"
        if provision.question is not None and not provision.assumed:
            yield field, "a value answers an open question only when it is assumed"


def _about_the_version(regime: Regime) -> Iterator[Contradiction]:
    try:
        zone_named(regime.time_zone)
    except ValueError:
        yield "time_zone", f"no such time zone: '{regime.time_zone}'"
    since, until = regime.in_force_from, regime.in_force_until
    if regime.draft and since is not None:
        yield "in_force_from", "a draft is not in force: must be absent"
    if not regime.draft and since is None:
        yield "in_force_from", "is missing"
    if since is not None and until is not None and until <= since:
        yield "in_force_until", "must be later than in_force_from"
    yield from open_and_answered(regime)


def _about_duration(regime: Regime) -> Iterator[Contradiction]:
    duration = regime.duration
    initial, total = duration.initial.value, duration.max_total.value
    if duration.no_maximum.value and total is not None:
        yield "duration.no_maximum", "contradicts duration.max_total"
    if initial is not None and total is not None and longer(initial, total):
        yield "duration.initial", f"{initial} is longer than duration.max_total {total}"
    if duration.extendable.value is False and duration.extension_max_times.value is not None:
        yield "duration.extension_max_times", "contradicts duration.extendable = false"
    if duration.open_ended.value and total is not None:
        yield "duration.open_ended", "contradicts duration.max_total"


def _about_people(regime: Regime) -> Iterator[Contradiction]:
    youngest, oldest = regime.scope.min_age.value, regime.scope.max_age.value
    if youngest is not None and oldest is not None and youngest > oldest:
        yield "scope.min_age", f"{youngest} is above scope.max_age {oldest}"
    asking = regime.applicants
    both = set(asking.as_of_right.value or ()) & set(asking.with_permission.value or ())
    if both:
        names = ", ".join(sorted(both))
        yield "applicants.with_permission", f"{names} already in applicants.as_of_right"
    if asking.own_motion.value is False and asking.own_motion_needs.value:
        yield "applicants.own_motion_needs", "contradicts applicants.own_motion = false"


def _about_procedure(regime: Regime) -> Iterator[Contradiction]:
    unheard = regime.without_notice
    within = unheard.return_hearing_within.value
    hearing = unheard.return_hearing.value
    if (hearing is ReturnHearing.WITHIN_PERIOD) != (within is not None):
        yield "without_notice.return_hearing_within", "goes with return_hearing = within_period"
    if regime.police_notification.within.value and regime.police_notification.clock.value is None:
        yield "police_notification.clock", "is missing beside police_notification.within"
