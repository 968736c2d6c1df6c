"""Tells of copies that were checked, and of readers who are kept out.

Whom a restriction names is not told: the sentence may be read by somebody it is about.
"""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.ConfidentialityChecked)
def _checked(event: e.ConfidentialityChecked, t: Teller) -> str:
    what = (
        t("the application", "het verzoek")
        if event.version is None
        else t(f"version {event.version}", f"versie {event.version}")
    )
    found = (
        t("what is withheld was taken out", "wat is afgeschermd, is eruit gehaald")
        if event.redacted
        else t("nothing had to be taken out", "er hoefde niets uit")
    )
    return t(
        f"The copy of {what} for {event.person} was checked: {found}.",
        f"Het afschrift van {what} voor {event.person} werd nagezien: {found}.",
    )


@tells(e.AccessRestricted)
def _restricted(event: e.AccessRestricted, t: Teller) -> str:
    whom = t.word(event.kind)
    return t(
        f"Access was restricted (restriction {event.restriction}): in an office, {whom} may read"
        " this order.",
        f"De toegang werd beperkt (beperking {event.restriction}): ambtshalve mogen {whom} dit"
        " bevel lezen.",
    )


@tells(e.RestrictionLifted)
def _lifted(event: e.RestrictionLifted, t: Teller) -> str:
    return t(
        f"Restriction {event.restriction} of access was lifted.",
        f"Beperking {event.restriction} van de toegang werd opgeheven.",
    )
