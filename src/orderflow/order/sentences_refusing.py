"""The sentences, in English and Dutch, of refused commands."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code

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
        "A term that takes the freedom to travel needs an end or a review date of its own.",
        "Een bepaling die het reizen belemmert, vraagt een eigen einddatum of herzieningsdatum.",
    ),
    Code.POWER_OF_ARREST_NOT_ALLOWED: (
        "The court cannot attach a power of arrest under this regime.",
        "Onder dit regime kan de rechter geen bevoegdheid tot aanhouding toevoegen.",
    ),
    Code.NO_SUCH_PERSON: (
        "This person is not on record in this order.",
        "Deze persoon staat niet in dit bevel.",
    ),
    Code.NO_SUCH_VERSION: (
        "The order has no such version.",
        "Het bevel heeft geen zodanige versie.",
    ),
    Code.NO_SUCH_INCIDENT: (
        "No such incident is on record.",
        "Zo'n overtreding is niet vastgelegd.",
    ),
    Code.NO_SUCH_BINDING: (
        "No such service or notice is on record, or it is already invalid.",
        "Zo'n betekening of mededeling is niet vastgelegd, of is al ongeldig.",
    ),
    Code.NO_SUCH_DOCUMENT: (
        "No such document has been surrendered.",
        "Zo'n document is niet ingeleverd.",
    ),
    Code.NO_SUCH_APPEAL: ("No such appeal is pending.", "Zo'n beroep is niet aanhangig."),
    Code.NO_SUCH_DECISION: (
        "There is no such decision to appeal against.",
        "Er is niet zo'n beslissing om tegen in beroep te gaan.",
    ),
    Code.NO_SUCH_EVENT: (
        "There is no such event in this order.",
        "Zo'n gebeurtenis staat niet in dit bevel.",
    ),
    Code.NO_SUCH_LINK: (
        "These two persons are not linked.",
        "Deze twee personen zijn niet aan elkaar verbonden.",
    ),
    Code.ALREADY_ON_RECORD: ("This is already on record.", "Dit is al vastgelegd."),
    Code.END_TOO_LATE: (
        "The end lies beyond the maximum of the regime.",
        "Het einde ligt voorbij het maximum van het regime.",
    ),
    Code.END_TOO_EARLY: (
        "The regime fixes how long an order lasts at first; this is shorter.",
        "Het regime bepaalt hoe lang een bevel eerst duurt; dit is korter.",
    ),
    Code.END_NOT_LATER: (
        "An extension must end later than the order does now.",
        "Een verlenging moet later eindigen dan het bevel nu.",
    ),
    Code.END_IN_THE_PAST: (
        "The order would end before it begins.",
        "Het bevel zou eindigen voordat het begint.",
    ),
    Code.END_NEEDED: ("The regime asks for an end.", "Het regime vraagt een einde."),
    Code.NOT_EXTENDABLE: (
        "The regime does not know extension.",
        "Het regime kent geen verlenging.",
    ),
    Code.TOO_MANY_EXTENSIONS: (
        "The order was extended as often as the regime allows.",
        "Het bevel is zo vaak verlengd als het regime toestaat.",
    ),
    Code.NOT_YET_ENDED: ("The end has not been reached.", "Het einde is nog niet bereikt."),
    Code.METHOD_NOT_VALID: (
        "The regime does not know this method.",
        "Het regime kent deze wijze niet.",
    ),
    Code.SERVICE_NOT_AUTHORISED: (
        "Substituted service was not authorised for this person.",
        "Vervangende betekening is voor deze persoon niet toegestaan.",
    ),
    Code.PERSON_NOT_IDENTIFIED: (
        "The person is known by description only and must be identified first.",
        "De persoon is alleen omschreven en moet eerst worden geïdentificeerd.",
    ),
    Code.BEFORE_THE_ORDER: (
        "This lies before that version of the order was made.",
        "Dit ligt voordat die versie van het bevel is gegeven.",
    ),
    Code.PERIOD_OVER: (
        "That period in force is over, and the order has been restored since.",
        "Die periode is voorbij en het bevel is sindsdien hersteld.",
    ),
    Code.LAST_PROTECTED_PERSON: (
        "This is the last protected person; the order itself would have to be discharged.",
        "Dit is de laatste beschermde persoon; dan moet het bevel zelf worden ingetrokken.",
    ),
    Code.NOT_A_RETURN_HEARING: (
        "A return hearing follows an order made without notice only.",
        "Een nadere zitting volgt alleen op een bevel zonder de wederpartij te horen.",
    ),
    Code.HEARING_TOO_LATE: (
        "The hearing lies beyond the term of the regime.",
        "De zitting ligt voorbij de termijn van het regime.",
    ),
    Code.INCIDENT_CONCLUDED: ("The incident has been concluded.", "De overtreding is afgedaan."),
    Code.INCIDENT_DISMISSED: (
        "The incident has been dismissed.",
        "De melding van de overtreding is terzijde gelegd.",
    ),
    Code.ALREADY_REFERRED: (
        "The incident has already been referred.",
        "De overtreding is al verwezen.",
    ),
    Code.NOT_REFERRED: (
        "The incident is not with the prosecutor.",
        "De overtreding ligt niet bij het openbaar ministerie.",
    ),
    Code.ALREADY_PURSUED: (
        "The incident is already on the civil route.",
        "De overtreding wordt al langs civiele weg behandeld.",
    ),
    Code.NOT_PURSUED: (
        "The incident is not on the civil route.",
        "De overtreding wordt niet langs civiele weg behandeld.",
    ),
    Code.REVIEW_NEEDED: (
        "A human must weigh the named reasons first and say so.",
        "Een mens moet eerst de genoemde redenen wegen en dat vastleggen.",
    ),
    Code.NOTHING_TO_RESTORE: (
        "There is no ended order to restore.",
        "Er is geen geëindigd bevel om te herstellen.",
    ),
    Code.NO_APPEAL: ("The regime does not know this appeal.", "Het regime kent dit beroep niet."),
    Code.NOT_CERTIFIABLE: (
        "The regime does not certify orders for other states.",
        "Het regime geeft geen certificaat voor andere staten.",
    ),
    Code.NO_SUCH_DUTY: (
        "The regime does not know this notice.",
        "Het regime kent deze mededeling niet.",
    ),
    Code.NO_CHANGE: ("Nothing would change.", "Er zou niets veranderen."),
}
