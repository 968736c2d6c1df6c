"""The law as data: everything that a rule may ask of one version of one instrument.

A regime is immutable. Each value is a `Provision` with its source; a value that is absent or null
is not decided, and whatever needs it raises `NotDecided`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final, Self
from zoneinfo import ZoneInfo

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from orderflow.law.contradictions import CONTRADICTION, contradictions
from orderflow.law.provision import Provision, RegimeId
from orderflow.law.section import Section, Title
from orderflow.law.sections import (
    Abroad,
    Access,
    Appeal,
    Applicants,
    Arrest,
    Breach,
    Civil,
    Competence,
    Duration,
    Exclusion,
    Form,
    LaterBreachLaw,
    PoliceNotification,
    Respondents,
    Scope,
    Service,
    SetAside,
    Support,
    Terms,
    Undertaking,
    Variation,
    WithoutNotice,
)
from orderflow.law.zones import zone_named

__all__ = [
    "SECTIONS",
    "Abroad",
    "Access",
    "Appeal",
    "Applicants",
    "Arrest",
    "Breach",
    "Civil",
    "Competence",
    "Duration",
    "Exclusion",
    "Form",
    "LaterBreachLaw",
    "PoliceNotification",
    "Provision",
    "Regime",
    "RegimeId",
    "Respondents",
    "Scope",
    "Service",
    "SetAside",
    "Support",
    "Terms",
    "Title",
    "Undertaking",
    "Variation",
    "WithoutNotice",
]


class Regime(Section):
    """One version of one legal instrument.

    Attributes:
        id: Name and version; what an order pins when it is requested.
        time_zone: Zone in which every period of this regime is counted.
        in_force_from: First day on which an order can be requested under it; None for a draft.
        in_force_until: First day on which it no longer can; None while it is in force.
        draft: Whether it is a proposal and nobody's law.
        digest: SHA-256 of the values that hold, in hexadecimal, so that a replay years later can
            tell whether it reads the same law.
    """

    id: RegimeId
    title: Title
    jurisdiction: str
    time_zone: str
    in_force_from: date | None = None
    in_force_until: date | None = None
    draft: bool = False
    digest: str = ""
    form: Form = Form()
    scope: Scope = Scope()
    applicants: Applicants = Applicants()
    access: Access = Access()
    support: Support = Support()
    competence: Competence = Competence()
    without_notice: WithoutNotice = WithoutNotice()
    terms: Terms = Terms()
    respondents: Respondents = Respondents()
    undertaking: Undertaking = Undertaking()
    service: Service = Service()
    police_notification: PoliceNotification = PoliceNotification()
    duration: Duration = Duration()
    variation: Variation = Variation()
    breach: Breach = Breach()
    civil: Civil = Civil()
    exclusion: Exclusion = Exclusion()
    set_aside: SetAside = SetAside()
    appeal: Appeal = Appeal()
    arrest: Arrest = Arrest()
    abroad: Abroad = Abroad()
    later_breach: Breach | None = None

    @cached_property
    def zone(self) -> ZoneInfo:
        """Time zone of the regime."""
        return zone_named(self.time_zone)

    @property
    def name(self) -> str:
        """Id without the version, the same for every version of one instrument."""
        return self.id.partition("@")[0]

    def breach_law(self, conduct_on: date) -> Breach:
        """Return the law of breach that governs conduct on a day in the regime's zone.

        A case keeps its regime for past conduct; where a later version also governs orders made
        before it, conduct from its first day on is judged by that version (EC47).
        """
        later = self.breach.later_law
        if later is not None and self.later_breach is not None and conduct_on >= later.conduct_from:
            return self.later_breach
        return self.breach

    def provisions(self) -> Iterator[tuple[str, Provision[Any]]]:
        """Yield every value that a regime may have, decided or not, with its dotted field."""
        for section_name in SECTIONS:
            section = getattr(self, section_name)
            for field in SECTIONS[section_name]:
                yield f"{section_name}.{field}", getattr(section, field)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        for field, reason in contradictions(self):
            where = {"field": field, "reason": reason}
            raise PydanticCustomError(CONTRADICTION, "{field}: {reason}", where)
        return self


def _sections() -> dict[str, tuple[str, ...]]:
    found = {}
    for name, field in Regime.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            inside = field.annotation.model_fields.items()
            found[name] = tuple(one for one, of in inside if isinstance(of.default, Provision))
    return {name: fields for name, fields in found.items() if fields}


SECTIONS: Final = _sections()
"""Sections of a regime, each with the fields that hold a provision, in the order of the schema."""

PROVISION_FIELDS: Final = tuple(
    f"{name}.{one}" for name, fields in SECTIONS.items() for one in fields
)
"""Dotted name of every field that holds a provision."""
