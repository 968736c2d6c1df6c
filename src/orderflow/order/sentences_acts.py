"""The sentences, in English and Dutch, of acts refused once an order is on record."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code

REFUSED_ACTS: Final[dict[Code, tuple[str, str]]] = {
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
        "Zo'n melding is niet vastgelegd.",
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
    Code.INCIDENT_CONCLUDED: ("The incident has been concluded.", "De melding is afgedaan."),
    Code.INCIDENT_DISMISSED: (
        "The incident has been dismissed.",
        "De melding is terzijde gelegd.",
    ),
    Code.ALREADY_REFERRED: (
        "The incident has already been referred.",
        "De melding is al ingezonden.",
    ),
    Code.NOT_REFERRED: (
        "The incident is not with the prosecutor.",
        "De melding ligt niet bij het openbaar ministerie.",
    ),
    Code.ALREADY_PURSUED: (
        "The incident is already on the civil route.",
        "De melding wordt al langs civiele weg behandeld.",
    ),
    Code.NOT_PURSUED: (
        "The incident is not on the civil route.",
        "De melding wordt niet langs civiele weg behandeld.",
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
    Code.NO_SUCH_RESTRICTION: (
        "There is no such restriction of access, or no longer.",
        "Die beperking van de toegang is er niet, of niet meer.",
    ),
    Code.CONFIDENTIALITY_UNCHECKED: (
        "Details are withheld, and nobody checked this copy for them.",
        "Er zijn gegevens afgeschermd, en niemand heeft dit afschrift daarop nagezien.",
    ),
    Code.NO_CHANGE: ("Nothing would change.", "Er zou niets veranderen."),
}
