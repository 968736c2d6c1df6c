"""The fixed cast, and everybody who acts. The names are invented and mean nothing."""

from __future__ import annotations

from typing import Final

from orderflow.law.vocabulary import AgeBand, Capacity, Role
from orderflow.order.values import Actor, Residence
from tests.steps.grammar import KINDS, Kind, Language, lists, words

AGES: Final = {
    "sara": AgeBand.FROM_16_TO_17,
    "nora": AgeBand.FROM_12_TO_15,
    "adam": AgeBand.ADULT,
    "hanna": AgeBand.ADULT,
    "elias": AgeBand.ADULT,
    "eli": AgeBand.ADULT,
    "jonas": AgeBand.FROM_16_TO_17,
    "ruth": AgeBand.ADULT,
    "driver": AgeBand.ADULT,
}
"""The cast, with the age each has unless a scenario says otherwise."""

PROTECTED: Final = ("sara", "nora")
DESCRIBED: Final = "driver"
"""Somebody known by description only."""

_KIN: Final[dict[Language, str]] = {
    "en": "(?:her (?:sister|father|mother|uncle|cousin|aunt) )?",
    "nl": "(?:haar (?:zus|vader|moeder|oom|neef|tante) )?",
}
_DRIVER: Final[dict[Language, str]] = {
    "en": "the driver of the grey van",
    "nl": "de bestuurder van de grijze bus",
}
_INCIDENT: Final[dict[Language, str]] = {
    "en": r"the incident|\w+'s incident",
    "nl": r"het incident(?: van \w+)?",
}
NAMES: Final = "|".join(name.title() for name in AGES if name != DESCRIBED)

_OFFICES: Final = {
    Role.COURT: ("the court", "de rechter"),
    Role.COURT_OFFICER: ("the court officer", "de griffier"),
    Role.POLICE: ("the police", "de politie"),
    Role.PROSECUTOR: ("the prosecutor", "de officier van justitie"),
    Role.CRIMINAL_COURT: ("the criminal court", "de strafrechter"),
    Role.ATTORNEY_GENERAL: ("the Attorney General", "de Attorney General"),
    Role.LOCAL_AUTHORITY: ("the local authority", "de gemeente"),
    Role.CHILD_PROTECTION_BOARD: (
        "the Child Protection Board",
        "de Raad voor de Kinderbescherming",
    ),
    Role.VEILIG_THUIS: ("Veilig Thuis", "Veilig Thuis"),
    Role.SCHOOL: ("her school", "haar school"),
    Role.SUPPORT_AGENCY: ("the shelter", "de opvang"),
    Role.MAYOR: ("the mayor", "de burgemeester"),
    Role.ASSISTANT_PROSECUTOR: ("the assistant prosecutor", "de hulpofficier van justitie"),
    Role.BAILIFF: ("the bailiff", "de deurwaarder"),
    Role.PROCESS_SERVER: ("the process server", "de bezorger van de stukken"),
    Role.BORDER_GUARD: ("the border guard", "de grenswacht"),
    Role.LEGAL_REPRESENTATIVE: ("Sara's lawyer", "de advocaat van Sara"),
}


def _person(text: str) -> str:
    return DESCRIBED if text in _DRIVER.values() else text.rsplit(" ", 1)[-1].lower()


def _office(role: Role) -> Actor:
    client = "sara" if role is Role.LEGAL_REPRESENTATIVE else None
    return Actor(role=role, office=role.value.replace("_", "-"), on_behalf_of=client)


def _somebody(person: str) -> Actor:
    if person in PROTECTED:
        return Actor(role=Role.PROTECTED_PERSON, person=person)
    return Actor(role=Role.RELATIVE if person == "ruth" else Role.RESPONDENT, person=person)


def _incident(text: str) -> str | None:
    """Return whose incident is meant; None is the last one reported."""
    if text in {"the incident", "het incident"}:
        return None
    return text.removesuffix("'s incident").removeprefix("het incident van ").lower()


def _declare(language: Language) -> None:
    column = ("en", "nl").index(language)
    offices = {both[column]: _office(role) for role, both in _OFFICES.items()}
    force = ("the police of another force", "de politie van een ander korps")[column]
    offices[force] = Actor(role=Role.POLICE, office="another-force")
    person = f"{_KIN[language]}(?:{NAMES})|{_DRIVER[language]}"
    titles = "|".join(sorted(offices, key=len, reverse=True))
    KINDS[language, "person"] = Kind(person, _person)
    KINDS[language, "actor"] = Kind(
        f"{titles}|{person}", lambda text: offices.get(text) or _somebody(_person(text))
    )
    KINDS[language, "incident"] = Kind(_INCIDENT[language], _incident)


_declare("en")
_declare("nl")
lists("people", "person", {"en": " and ", "nl": " en "})

words(
    "age",
    {
        AgeBand.UNDER_12: ("under 12", "jonger dan 12"),
        AgeBand.FROM_12_TO_15: ("between 12 and 15", "tussen 12 en 15"),
        AgeBand.FROM_16_TO_17: ("16 or 17", "16 of 17"),
        AgeBand.ADULT: ("an adult", "meerderjarig"),
        AgeBand.UNKNOWN: ("of unknown age", "van onbekende leeftijd"),
    },
)
words(
    "residence",
    {
        Residence.IN_JURISDICTION: ("within the jurisdiction", "binnen het rechtsgebied"),
        Residence.ELSEWHERE: ("outside the jurisdiction", "buiten het rechtsgebied"),
    },
)
words(
    "capacity",
    {
        Capacity.APPLICANT: ("the applicant", "de verzoeker"),
        Capacity.RESPONDENT: ("a respondent", "een verweerder"),
        Capacity.PROTECTED_PERSON: ("the protected person", "de beschermde persoon"),
        Capacity.AFFECTED_PERSON: ("a person affected", "een betrokkene"),
        Capacity.AUTHORITY: ("nobody", "niemand"),
        Capacity.ATTORNEY_GENERAL: ("the Attorney General", "de Attorney General"),
    },
)
