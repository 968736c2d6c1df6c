"""The sentences, in English and Dutch, of the reasons that an assessment gives."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code

ASSESSING: Final[dict[Code, tuple[str, str]]] = {
    Code.NOT_IN_FORCE: (
        "No order was in force at that moment.",
        "Op dat moment was geen bevel van kracht.",
    ),
    Code.TERM_NOT_IN_VERSION: (
        "The version in force at that moment does not contain this term.",
        "De versie die op dat moment gold, bevat deze bepaling niet.",
    ),
    Code.TERM_ENDED: (
        "The term itself had ended by then.",
        "De bepaling zelf was toen al geëindigd.",
    ),
    Code.NOT_ADDRESSED: (
        "The term is not addressed to this person.",
        "De bepaling is niet tot deze persoon gericht.",
    ),
    Code.REQUIREMENT_ONLY: (
        "The term demands something; failing to do it is not the offence.",
        "De bepaling is een gebod; het nalaten ervan is niet het strafbare feit.",
    ),
    Code.NOT_COVERED: (
        "This route does not reach terms of this kind.",
        "Deze weg staat niet open voor bepalingen van deze soort.",
    ),
    Code.NOT_AWARE: (
        "Nothing on record shows that the person knew of the order at that moment.",
        "Uit niets blijkt dat de persoon het bevel op dat moment kende.",
    ),
    Code.TERMS_NOT_KNOWN: (
        "Nothing on record shows that the person knew what the order says.",
        "Uit niets blijkt dat de persoon de inhoud van het bevel kende.",
    ),
    Code.VARIATION_NOT_KNOWN: (
        "Nothing on record shows that the person knew of the variation that added this term.",
        "Uit niets blijkt dat de persoon de wijziging kende die deze bepaling toevoegde.",
    ),
    Code.NOT_SERVED: (
        "The order had not been served on this person at that moment.",
        "Het bevel was op dat moment niet aan deze persoon betekend.",
    ),
    Code.NO_OFFENCE: (
        "Breach of this order is no criminal offence.",
        "Overtreding van dit bevel is geen strafbaar feit.",
    ),
    Code.OFFENCE_NOT_YET_COMMENCED: (
        "The conduct came before breach became an offence.",
        "De gedraging vond plaats voordat overtreding strafbaar werd.",
    ),
    Code.NO_CIVIL_ROUTE: (
        "There is no civil route to enforce this order.",
        "Er is geen civiele weg om dit bevel te handhaven.",
    ),
    Code.UNDERTAKING_ONLY: (
        "There is an undertaking instead of an order; its breach is contempt only.",
        "Er is een toezegging, geen bevel; schending is alleen minachting van de rechter.",
    ),
    Code.PUNISHED_AS_CONTEMPT: (
        "The same conduct was already punished on the civil route.",
        "Voor dezelfde gedraging is al langs civiele weg gestraft of een dwangsom geïnd.",
    ),
    Code.ALREADY_CONVICTED: (
        "The person was already convicted of the same conduct.",
        "De persoon is al veroordeeld voor dezelfde gedraging.",
    ),
    Code.ALREADY_ACQUITTED: (
        "The person was already acquitted of the same conduct.",
        "De persoon is al vrijgesproken van dezelfde gedraging.",
    ),
    Code.NO_STANDING: (
        "Whoever asks has no standing to enforce this order.",
        "Wie het vraagt, is niet gerechtigd dit bevel te handhaven.",
    ),
    Code.TERM_HOME_ONLY: (
        "The term does not govern conduct abroad.",
        "De bepaling ziet niet op gedragingen in het buitenland.",
    ),
    Code.OFFENCE_HOME_ONLY: (
        "The offence does not reach conduct abroad.",
        "Het strafbare feit omvat geen gedragingen in het buitenland.",
    ),
    Code.SET_ASIDE_WORKS_BACK: (
        "The order was set aside with effect from its beginning.",
        "Het bevel is met terugwerkende kracht vernietigd.",
    ),
    Code.REASONABLE_EXCUSE_REVIEW: (
        "Never served on the record: a human must weigh whether there was a reasonable excuse.",
        "Volgens het dossier nooit betekend: een mens moet een redelijke verontschuldiging wegen.",
    ),
    Code.AWARENESS_REVIEW: (
        "Nothing on record proves by itself that the person knew: a human must weigh it.",
        "Niets bewijst op zichzelf dat de persoon het bevel kende: een mens moet dat wegen.",
    ),
    Code.JURISDICTION_REVIEW: (
        "Conduct abroad: whether the term or the offence reaches it is unsettled.",
        "Gedraging in het buitenland: of bepaling en strafbaar feit zover reiken, staat niet vast.",
    ),
    Code.PLACE_UNKNOWN_REVIEW: (
        "Where the conduct took place is not on record.",
        "Waar de gedraging plaatsvond, is niet vastgelegd.",
    ),
    Code.ACQUITTED_BEFORE: (
        "The person was acquitted of the same conduct; the text does not bar this route.",
        "De persoon is van dezelfde gedraging vrijgesproken; de tekst sluit deze weg niet uit.",
    ),
    Code.CONTEMPT_UNPUNISHED: (
        "The conduct went the civil route without punishment; the text does not bar this route.",
        "De gedraging is civiel behandeld zonder straf; de tekst sluit deze weg niet uit.",
    ),
    Code.SET_ASIDE_REVIEW: (
        "The order was later set aside; a human must weigh what that means for this conduct.",
        "Het bevel is later vernietigd; een mens moet wegen wat dat voor deze gedraging betekent.",
    ),
    Code.SAME_CONDUCT_ELSEWHERE_REVIEW: (
        "The same conduct is on record under another order; see whether it was punished there.",
        "Dezelfde gedraging is onder een ander bevel vastgelegd; ga na of zij daar is bestraft.",
    ),
    Code.RECORD_CORRECTED_REVIEW: (
        "An event of this order is marked as wrong; a human must see what rests on it.",
        "Een gebeurtenis van dit bevel is als onjuist gemerkt; een mens moet zien wat erop rust.",
    ),
    Code.CONFLICTING_ORDER_REVIEW: (
        "Another order conflicts with this term; the court must say which prevails.",
        "Een ander bevel is met deze bepaling in strijd; de rechter moet zeggen welk voorgaat.",
    ),
    Code.NOT_DECIDED: (
        "What the law says here has not been established.",
        "Wat het recht hier zegt, is niet vastgesteld.",
    ),
}
