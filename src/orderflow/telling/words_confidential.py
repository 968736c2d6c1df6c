"""Words for what is kept under seal, and why it is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orderflow.telling.tongue import Both

CONFIDENTIAL_WORDS: Final[dict[str, dict[str, Both]]] = {
    "DetailKind": {
        "name": ("name", "naam"),
        "birth_date": ("date of birth", "geboortedatum"),
        "address": ("address", "adres"),
        "contact": ("contact details", "contactgegevens"),
        "safe_contact": ("safe way to be reached", "veilige contactweg"),
        "description": ("description", "beschrijving"),
    },
    "StatementKind": {
        "account": ("account of what happened", "relaas van wat er gebeurde"),
        "reasons": ("reasons for the application", "redenen van het verzoek"),
        "wishes": ("wishes in their own words", "wensen in eigen woorden"),
        "observation": ("observation", "waarneming"),
        "defence": ("defence", "verweer"),
    },
    "ErasureGround": {
        "retention_over": (
            "the time for which they may be kept is over",
            "de bewaartermijn is verstreken",
        ),
        "request_granted": ("a request was granted", "een verzoek is toegewezen"),
        "unlawful": ("they ought never to have been kept", "ze hadden nooit bewaard mogen worden"),
        "ordered": (
            "a court or supervisor ordered it",
            "een rechter of toezichthouder heeft het bevolen",
        ),
    },
    "CountedFrom": {
        "request": ("from the request", "vanaf het verzoek"),
        "end": ("from the end of the order", "vanaf het einde van het bevel"),
    },
}
