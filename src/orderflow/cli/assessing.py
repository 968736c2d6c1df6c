"""`orderflow assess`: the question at the gate, with the answer first.

A closed route is an answer, so the exit code is 0; it is 1 only when there is no answer.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, NoAnswer, WrongUse
from orderflow.cli.logs import opened
from orderflow.cli.moments import moment
from orderflow.cli.page import Page
from orderflow.cli.page_parts import (
    actor_in_words,
    law_in_words,
    print_route,
    print_warnings,
)
from orderflow.law.vocabulary import Role
from orderflow.order.values import Actor, Place
from orderflow.showing.assessments import assessment_shown
from orderflow.telling.tongue import Tongue
from orderflow.telling.words import word

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.cli.logs import Opened
    from orderflow.order import ProtectionOrder
    from orderflow.showing.shapes import AssessmentShown


def run(arguments: Namespace) -> int:
    """Print whether conduct can be enforced, by which route, and why."""
    with opened(arguments) as found:
        shown = _shown(arguments, found)
    if arguments.json:
        print_document(shown)
    else:
        _print(shown, Tongue(arguments.lang))
    return DONE


def _shown(arguments: Namespace, found: Opened) -> AssessmentShown:
    order = found.order
    _must_be_known(order, arguments.person, arguments.term)
    asked_by = _actor(arguments.actor, order)
    if order.law is None:
        named = order.regime.id if order.regime else "?"
        msg = f"the law that this order pinned ({named}) is not at hand unchanged"
        raise NoAnswer(msg)
    answer = order.assess(
        person=arguments.person,
        term=arguments.term,
        conduct_at=moment(arguments.conduct_at, "--conduct-at", found.zone).astimezone(UTC),
        place=Place(arguments.place),
        asked_by=asked_by,
    )
    return assessment_shown(
        order, answer, simulated=found.log.simulated, known_at=found.known_at, asked_as=asked_by
    )


def _must_be_known(order: ProtectionOrder, person: str, term: str) -> None:
    """Refuse names that nobody has recorded: a slip of the pen must not look like an answer."""
    everybody = (*order.protected_persons, *order.respondents, *order.other_persons)
    people = {someone.id for someone in everybody} | {b.person for b in order.bindings}
    people |= {name for link in order.links for name in link}
    if person not in people:
        msg = f"no person '{person}' in this order; there are: {', '.join(sorted(people))}"
        raise WrongUse(msg)
    promised = order.undertaking.terms if order.undertaking else ()
    terms = {t.id for version in order.versions for t in version.terms} | {t.id for t in promised}
    if term not in terms:
        there_are = ", ".join(sorted(terms)) or "none, no order was made"
        msg = f"no term '{term}' in any version of this order; there are: {there_are}"
        raise WrongUse(msg)


def _actor(text: str | None, order: ProtectionOrder) -> Actor | None:
    if text is None:
        return None
    role_text, _, name = text.partition("/")
    try:
        role = Role(role_text.replace("-", "_"))
    except ValueError:
        msg = f"--as '{role_text}' is no role; there are: {', '.join(one.value for one in Role)}"
        raise WrongUse(msg) from None
    if not name:
        return Actor(role=role)
    try:
        if order.person(name) is not None:
            return Actor(role=role, person=name)
        return Actor(role=role, office=name)
    except ValueError:
        msg = f"--as '{text}': '{name}' is neither a person of this order nor an office"
        raise WrongUse(msg) from None


def _print(shown: AssessmentShown, t: Tongue) -> None:
    page, zone = Page(), ZoneInfo(shown.regime.time_zone)
    print_route(page, t("Criminal route", "Strafrechtelijke weg"), shown.criminal, t)
    print_route(page, t("Civil route", "Civiele weg"), shown.civil, t)
    page.line()
    conduct = t.moment(shown.conduct_at, zone)
    page.field(
        t("Asked", "Gevraagd"),
        t(
            f"conduct of {shown.person} against term {shown.term}, {conduct} ({zone.key}),",
            f"gedraging van {shown.person} tegen bepaling {shown.term}, {conduct} ({zone.key}),",
        )
        + f" {t.of(word(shown.place))}",
    )
    if shown.asked_as:
        page.field(t("Asked as", "Gevraagd als"), actor_in_words(shown.asked_as, t))
    page.field(t("In force", "Van kracht"), _in_force(shown, t, zone))
    page.field(t("Bound", "Gebonden"), _bound(shown, t, zone))
    page.field(t("Law", "Recht"), law_in_words(shown.regime, t))
    if shown.known_at is not None:
        page.field(t("As known on", "Zoals bekend op"), t.moment(shown.known_at, zone))
    page.field(t("Order", "Bevel"), str(shown.order_id))
    page.line()
    print_warnings(page, shown.regime, t, simulated=shown.simulated)
    page.text(
        t(
            "An open route is not a finding that the order was broken, only that this route may be"
            " taken.",
            "Een open weg is geen vaststelling dat het bevel is overtreden, alleen dat deze weg"
            " kan worden bewandeld.",
        ),
        style="faint",
    )


def _in_force(shown: AssessmentShown, t: Tongue, zone: ZoneInfo) -> str:
    if shown.in_force is None:
        return t("no order at that moment", "geen bevel op dat moment")
    since = t.moment(shown.in_force.since, zone)
    until = shown.in_force.until
    ends = t.moment(until, zone) if until else t("no end set", "geen einddatum")
    version = shown.in_force.version
    return t(
        f"version {version}, from {since}, until: {ends}",
        f"versie {version}, vanaf {since}, tot: {ends}",
    )


def _bound(shown: AssessmentShown, t: Tongue, zone: ZoneInfo) -> str:
    if shown.bound is None:
        return t("nothing on record by then", "niets vastgelegd op dat moment")
    since = t.moment(shown.bound.since, zone)
    return f"{t.of(word(shown.bound.how))}, {since}"
