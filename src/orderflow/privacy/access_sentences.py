"""Why somebody may or may not see an order, with its sentence in English and Dutch."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class AccessCode(StrEnum):
    """Why somebody may see an order, or why not."""

    GRANTED = "granted"
    NO_SUCH_ORDER = "no_such_order"
    NOT_TOLD = "not_told"
    NO_PART = "no_part"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    EXCLUDED = "excluded"
    NOT_NAMED = "not_named"
    NOT_OF_THE_CASE = "not_of_the_case"
    NOT_YET = "not_yet"
    COUNTS_ONLY = "counts_only"


ACCESS_SENTENCES: Final[dict[AccessCode, tuple[str, str]]] = {
    AccessCode.GRANTED: (
        "The reader has a part in the case or an office that reads it.",
        "De lezer heeft een plaats in de zaak, of een ambt waarin die gelezen wordt.",
    ),
    AccessCode.NO_SUCH_ORDER: (
        "There is no such order.",
        "Dat bevel is er niet.",
    ),
    AccessCode.NOT_TOLD: (
        "The order is against the reader, who is not on record as told of it.",
        "Het bevel richt zich tegen de lezer, die er niet aantoonbaar over is ingelicht.",
    ),
    AccessCode.NO_PART: (
        "The reader has no part in the case and no office that reads it.",
        "De lezer heeft geen plaats in de zaak en geen ambt waarin die gelezen wordt.",
    ),
    AccessCode.CONFLICT_OF_INTEREST: (
        "The reader is close to somebody of the case.",
        "De lezer staat dicht bij iemand in de zaak.",
    ),
    AccessCode.EXCLUDED: (
        "The court keeps this reader out of the order.",
        "De rechter houdt deze lezer buiten het bevel.",
    ),
    AccessCode.NOT_NAMED: (
        "Only the users whom the court named may read this order.",
        "Alleen de gebruikers die de rechter noemde, mogen dit bevel lezen.",
    ),
    AccessCode.NOT_OF_THE_CASE: (
        "Only the offices of the case may read this order.",
        "Alleen de instanties van de zaak mogen dit bevel lezen.",
    ),
    AccessCode.NOT_YET: (
        "In this office the order is not read before it concerns that office.",
        "In dit ambt wordt het bevel niet gelezen voordat het dat ambt aangaat.",
    ),
    AccessCode.COUNTS_ONLY: (
        "Research sees counts and no single order.",
        "Onderzoek ziet aantallen en geen afzonderlijk bevel.",
    ),
}
"""For each code its sentence in English and in Dutch."""

ACCESS_LAW: Final[dict[AccessCode, tuple[str, ...]]] = {
    AccessCode.NOT_TOLD: ("gb-eaw/fla-1996/s-63d",),
}
"""Source keys of the codes that rest on a text; the others rest on readings of ours."""
