"""The sentences, in English and Dutch, of commands refused about sealed data."""

from __future__ import annotations

from typing import Final

from orderflow.order.reasons import Code

CONFIDENTIAL: Final[dict[Code, tuple[str, str]]] = {
    Code.PERSON_ERASED: (
        "The personal data under this pseudonym were erased; nothing is recorded under it again.",
        "De gegevens onder dit pseudoniem zijn gewist; er wordt niets meer onder vastgelegd.",
    ),
    Code.STILL_NEEDED: (
        "The order has not ended, or an incident or an appeal is open.",
        "Het bevel is niet geëindigd, of een incident of beroep staat open.",
    ),
    Code.NOT_YET_DUE: (
        "The time for which personal data are kept is not over.",
        "De termijn waarvoor persoonsgegevens worden bewaard is niet verstreken.",
    ),
    Code.NOT_A_DAY: (
        "A date of birth is a day, written as year, month and day.",
        "Een geboortedatum is een dag, geschreven als jaar, maand en dag.",
    ),
}
