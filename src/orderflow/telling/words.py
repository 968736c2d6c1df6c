"""The words of the record in plain English and Dutch.

Keyed by the name of the vocabulary and the value, so that nothing needs to be imported to look a
word up. No word here decides anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.telling.words_confidential import CONFIDENTIAL_WORDS
from orderflow.telling.words_law import LAW_WORDS

if TYPE_CHECKING:
    from enum import StrEnum

    from orderflow.telling.tongue import Both

_YES_NO: Final = (("no", "nee"), ("yes", "ja"))

_ABROAD: Final[dict[bool | None, Both]] = {
    None: ("silent on place", "zwijgt over de plaats"),
    False: ("not abroad", "niet in het buitenland"),
    True: ("abroad too", "ook in het buitenland"),
}

_ORDER_WORDS: Final[dict[str, dict[str, Both]]] = {
    "State": {
        "requested": ("requested", "verzocht"),
        "granted": ("granted", "gegeven"),
        "served": ("served", "bekendgemaakt"),
        "breached": ("breached (alleged)", "overtreden (gesteld)"),
        "referred": ("referred", "ingezonden"),
        "lapsed": ("lapsed", "vervallen"),
    },
    "RouteStatus": {
        "open": ("OPEN", "OPEN"),
        "closed": ("CLOSED", "GESLOTEN"),
        "needs_review": ("A HUMAN MUST WEIGH", "EEN MENS MOET WEGEN"),
    },
    "Residence": {
        "in_jurisdiction": ("lives where this law holds", "woont waar dit recht geldt"),
        "elsewhere": ("lives elsewhere", "woont elders"),
        "unknown": ("residence unknown", "woonplaats onbekend"),
    },
    "BindingMethod": {
        "served_personally": ("served in person", "in persoon betekend"),
        "served_by_substitute": ("served by substitute", "vervangend betekend"),
        "present_when_made": ("present when it was made", "aanwezig toen het werd gegeven"),
        "informed": ("informed", "op de hoogte gebracht"),
        "dispensed": ("service dispensed with", "van betekening vrijgesteld"),
    },
    "Place": {
        "home_country": ("in the country itself", "in het land zelf"),
        "abroad": ("abroad", "in het buitenland"),
        "unknown": ("at an unknown place", "op een onbekende plaats"),
    },
    "ProsecutionOutcome": {
        "no_further_action": ("no further action", "niet verder vervolgd"),
        "discontinued": ("prosecution discontinued", "vervolging gestaakt"),
        "acquitted": ("acquitted", "vrijgesproken"),
        "convicted": ("convicted", "veroordeeld"),
    },
    "CivilOutcome": {
        "not_proved": ("not proved", "niet bewezen"),
        "proved_without_penalty": ("proved, without penalty", "bewezen, zonder straf"),
        "punished": ("punished", "bestraft"),
        "penalty_collected": ("penalty payment collected", "dwangsom geïnd"),
    },
    "Wishes": {
        "supports": ("supports the order", "steunt het bevel"),
        "opposes": ("opposes the order", "verzet zich tegen het bevel"),
        "not_ascertained": ("wishes not ascertained", "wensen niet vastgesteld"),
    },
    "DocumentKind": {
        "passport": ("passport", "paspoort"),
        "identity_card": ("identity card", "identiteitskaart"),
        "travel_document": ("travel document", "reisdocument"),
    },
    "Decision": {
        "grant": ("the making of the order", "het geven van het bevel"),
        "refusal": ("the refusal", "de weigering"),
        "variation": ("the variation", "de wijziging"),
        "extension": ("the extension", "de verlenging"),
        "discharge": ("the discharge", "de intrekking"),
        "refused_change": ("the refusal of a change", "de weigering van een verandering"),
    },
    "DeadlineKind": {
        "police_notice": ("Notice to the police", "Bericht aan de politie"),
        "return_hearing": (
            "Hearing after an order without notice",
            "Zitting na een bevel zonder horen",
        ),
        "listed_hearing": ("Hearing on the day listed", "Zitting op de bepaalde dag"),
        "application_notice": (
            "Notice between application and hearing",
            "Oproeptermijn tussen verzoek en zitting",
        ),
        "certificate": ("Certificate of service", "Bewijs van betekening"),
        "extension": ("New end before the old one", "Nieuw einde voor het oude"),
        "term_review": ("Review of a term", "Herziening van een bepaling"),
    },
    "EndCause": {
        "refused": ("the request was refused", "het verzoek is afgewezen"),
        "withdrawn": ("the request was withdrawn", "het verzoek is ingetrokken"),
        "permission_refused": ("permission to apply was refused", "de toestemming is geweigerd"),
        "undertaking": (
            "an undertaking was accepted instead",
            "in plaats daarvan is een toezegging aanvaard",
        ),
        "expired": ("its time ran out", "de termijn is verstreken"),
        "age_limit": ("a person reached the age at which it ends", "de leeftijdsgrens is bereikt"),
        "discharged": ("it was discharged", "het is ingetrokken"),
        "set_aside": ("it was set aside", "het is vernietigd"),
        "superseded": ("another order took its place", "een ander bevel is ervoor in de plaats"),
        "protected_person_died": (
            "the protected person died",
            "de beschermde persoon is overleden",
        ),
        "suspended_on_appeal": (
            "it is suspended while an appeal is pending",
            "het is geschorst zolang het beroep loopt",
        ),
    },
    "ground": {
        "wrong_person": ("wrong person", "verkeerde persoon"),
        "wrong_document": ("wrong document", "verkeerd stuk"),
        "did_not_happen": ("it did not happen", "het heeft niet plaatsgevonden"),
        "defective": ("it was defective", "het was gebrekkig"),
        "no_breach": ("no breach", "geen overtreding"),
        "no_evidence": ("no evidence", "geen bewijs"),
        "not_in_public_interest": ("not in the public interest", "niet in het algemeen belang"),
        "duplicate": ("entered twice", "dubbel vastgelegd"),
        "clerical_error": ("clerical error", "schrijffout"),
        "wrong_order": ("wrong order", "verkeerd bevel"),
        "wrong_moment": ("wrong moment", "verkeerd tijdstip"),
    },
    "sealed": {
        "order": ("the order", "het bevel"),
        "extension": ("the extension", "de verlenging"),
        "discharge": ("the discharge", "de intrekking"),
    },
    "RestrictionKind": {
        "private": ("the offices of the case", "de instanties van de zaak"),
        "restricted": ("the users it names", "de gebruikers die het noemt"),
        "excluded": ("all but those it names", "allen behalve wie het noemt"),
    },
    "outcome": {
        "allowed": ("allowed", "gegrond verklaard"),
        "dismissed": ("dismissed", "ongegrond verklaard"),
    },
    "other_offence": {
        "forced_marriage": ("forced marriage", "huwelijksdwang"),
        "fgm": ("female genital mutilation", "vrouwelijke genitale verminking"),
        "abduction": ("abduction", "onttrekking"),
        "assault": ("assault", "mishandeling"),
    },
    "permission": {
        "not_needed": ("not needed", "niet nodig"),
        "needed": ("needed, not yet asked", "nodig, nog niet gevraagd"),
        "asked": ("asked, not yet decided", "gevraagd, nog niet beslist"),
        "granted": ("given", "gegeven"),
        "refused": ("refused", "geweigerd"),
    },
}

WORDS: Final[dict[str, dict[str, Both]]] = {**_ORDER_WORDS, **LAW_WORDS, **CONFIDENTIAL_WORDS}
"""For each vocabulary the words for its values."""


def both(vocabulary: str, value: str) -> Both:
    """Return the words for a value; the value itself where a later version knows more."""
    return WORDS.get(vocabulary, {}).get(value, (value, value))


def word(value: StrEnum) -> Both:
    """Return the words for a value of one of the vocabularies."""
    return both(type(value).__name__, value.value)


def reaching(abroad: bool | None) -> Both:  # noqa: FBT001 - None is a third answer
    """Return whether a term governs conduct abroad, where it says so."""
    return _ABROAD[abroad]


def yes_no(value: bool) -> Both:  # noqa: FBT001 - the value is all there is
    """Return yes or no."""
    return _YES_NO[value]
