"""The sentences, in English and Dutch, of refused commands."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code
from orderflow.order.sentences_acts import REFUSED_ACTS
from orderflow.order.sentences_confidential import CONFIDENTIAL

REFUSING: Final[dict[Code, tuple[str, str]]] = {
    Code.IN_THE_FUTURE: (
        "A fact lies in the past; this one lies in the future.",
        "Een feit ligt in het verleden; dit ligt in de toekomst.",
    ),
    Code.TOO_EARLY: (
        "This lies before what it follows from.",
        "Dit ligt vóór datgene waar het op volgt.",
    ),
    Code.NOT_IN_THIS_STATE: (
        "The order is not in a state in which this can happen.",
        "Het bevel verkeert niet in een toestand waarin dit kan gebeuren.",
    ),
    Code.NOT_COMPETENT: (
        "Whoever acts is not competent to do this under the regime.",
        "Wie handelt, is daartoe onder dit regime niet bevoegd.",
    ),
    Code.REGIME_NOT_IN_FORCE: (
        "This version of the law is not in force on that day.",
        "Deze versie van de wet geldt niet op die dag.",
    ),
    Code.HYPOTHETICAL_ONLY: (
        "An order under law that is not in force can only be lived in a simulation.",
        "Een bevel naar recht dat niet geldt, kan alleen in een simulatie bestaan.",
    ),
    Code.NOT_ADMITTED: (
        "The regime does not let this applicant ask for an order.",
        "Het regime laat deze verzoeker geen bevel vragen.",
    ),
    Code.APPLICANT_NOT_NAMED: (
        "An applicant is a person or an office on record.",
        "Een verzoeker is een persoon of een instantie met een naam in het dossier.",
    ),
    Code.HARM_OUT_OF_SCOPE: (
        "The regime does not protect against this harm.",
        "Het regime beschermt niet tegen dit gevaar.",
    ),
    Code.AGE_OUT_OF_SCOPE: (
        "The regime does not reach persons of this age.",
        "Het regime geldt niet voor personen van deze leeftijd.",
    ),
    Code.CONSENT_NEEDED: (
        "An adult is protected under this regime only when they ask for it.",
        "Een meerderjarige wordt onder dit regime alleen op eigen verzoek beschermd.",
    ),
    Code.PERMISSION_NEEDED: (
        "This applicant needs permission first.",
        "Deze verzoeker heeft eerst toestemming nodig.",
    ),
    Code.PERMISSION_TO_WITHDRAW_NEEDED: (
        "A request is withdrawn only with the permission of the court.",
        "Een verzoek wordt alleen met toestemming van de rechter ingetrokken.",
    ),
    Code.PERMISSION_NOT_NEEDED: (
        "This applicant needs no permission.",
        "Deze verzoeker heeft geen toestemming nodig.",
    ),
    Code.PERMISSION_NOT_ASKED: (
        "Nobody has asked for permission, or it is already decided.",
        "Er is geen toestemming gevraagd, of er is al over beslist.",
    ),
    Code.CRITERIA_MISSING: (
        "The application does not speak of all that the regime asks for.",
        "Het verzoek noemt niet alles wat het regime vraagt.",
    ),
    Code.OWN_MOTION_NOT_ALLOWED: (
        "The authority cannot act of its own motion here.",
        "De autoriteit kan hier niet ambtshalve handelen.",
    ),
    Code.LAWYER_REQUIRED: ("The regime asks for a lawyer.", "Het regime vraagt om een advocaat."),
    Code.CHANNEL_NOT_OPEN: (
        "The regime does not take applications this way.",
        "Het regime neemt verzoeken niet langs deze weg aan.",
    ),
    Code.RESPONDENTS_NOT_ALLOWED: (
        "The regime does not allow these respondents.",
        "Het regime staat deze verweerders niet toe.",
    ),
    Code.OTHER_PERSONS_NOT_ALLOWED: (
        "The regime does not bind persons who are not respondents.",
        "Het regime bindt geen personen die geen verweerder zijn.",
    ),
    Code.SUPPORT_NOT_OFFERED: (
        "Support that the regime asks for has not been offered.",
        "Hulp die het regime vereist, is niet aangeboden.",
    ),
    Code.WITHOUT_NOTICE_NOT_ALLOWED: (
        "The regime does not allow an order without notice.",
        "Het regime staat geen bevel toe zonder de wederpartij te horen.",
    ),
    Code.UNDERTAKING_NOT_SUPPORTED: (
        "The regime does not accept an undertaking instead of an order.",
        "Het regime aanvaardt geen toezegging in plaats van een bevel.",
    ),
    Code.UNDERTAKING_BARRED: (
        "There was violence or threat of it and an order is needed to make breach an offence.",
        "Er was geweld of dreiging; een bevel is nodig om overtreding strafbaar te maken.",
    ),
    Code.TERM_NOT_ALLOWED: (
        "The regime does not know a term like this.",
        "Het regime kent zo'n bepaling niet.",
    ),
    Code.TERM_NOT_ABROAD: (
        "The regime does not let a term govern conduct abroad.",
        "Het regime laat een bepaling niet op het buitenland zien.",
    ),
    Code.TRAVEL_TERM_NEEDS_END: (
        (
            "A term that takes the freedom to travel needs an end or a review of its own, unless"
            " the court finds the case most exceptional."
        ),
        (
            "Een bepaling die het reizen belemmert, vraagt een eigen einde of toetsing, tenzij de"
            " rechter het geval hoogst uitzonderlijk vindt."
        ),
    ),
    Code.POWER_OF_ARREST_NOT_ALLOWED: (
        "The court cannot attach a power of arrest under this regime.",
        "Onder dit regime kan de rechter geen bevoegdheid tot aanhouding toevoegen.",
    ),
    **REFUSED_ACTS,
    **CONFIDENTIAL,
}
