"""The sentence of each problem, in English and Dutch. It may be put better; the code stays."""

from __future__ import annotations

from typing import Final

WORDING: Final[dict[str, tuple[str, str]]] = {
    "idempotency_key_missing": (
        (
            "A request that records something needs one Idempotency-Key of 1 to 100 printable"
            " characters without spaces."
        ),
        (
            "Een verzoek dat iets vastlegt vraagt één Idempotency-Key van 1 tot 100 afdrukbare"
            " tekens zonder spaties."
        ),
    ),
    "not_well_formed": (
        "The request is not well formed.",
        "Het verzoek is niet goed gevormd.",
    ),
    "cursor_not_valid": (
        "The cursor is not one that this list gave you.",
        "De cursor is niet een die deze lijst u gaf.",
    ),
    "token_missing": (
        "The request needs one bearer token.",
        "Het verzoek vraagt één bearer-token.",
    ),
    "token_not_valid": (
        "The token is not valid for this service.",
        "Het token is niet geldig voor deze dienst.",
    ),
    "role_not_permitted": (
        "Your role may not make this request.",
        "Uw rol mag dit verzoek niet doen.",
    ),
    "not_you": (
        "The actor in the body is not who the token says you are; leave it out.",
        "De handelende in het bericht is niet wie u volgens het token bent; laat die weg.",
    ),
    "not_found": (
        "There is nothing at this address.",
        "Er is niets op dit adres.",
    ),
    "order_not_found": (
        "There is no such order for you.",
        "Er is voor u niet zo'n bevel.",
    ),
    "regime_not_found": (
        "There is no law of that id.",
        "Er is geen recht met die naam.",
    ),
    "proof_not_found": (
        "No checkpoint speaks of such an event.",
        "Geen controlepunt spreekt van zo'n gebeurtenis.",
    ),
    "method_not_allowed": (
        "This address does not know that method.",
        "Dit adres kent die methode niet.",
    ),
    "request_timeout": (
        "The request did not arrive in time.",
        "Het verzoek kwam niet op tijd binnen.",
    ),
    "ask_the_court": (
        "This cannot be recorded here; turn to the court.",
        "Dit kan hier niet worden vastgelegd; wend u tot de rechter.",
    ),
    "order_changed": (
        "The order is no longer as you saw it; look at it again and decide again.",
        "Het bevel is niet meer zoals u het zag; bekijk het opnieuw en beslis opnieuw.",
    ),
    "body_too_large": (
        "The body is larger than this service takes.",
        "Het bericht is groter dan deze dienst aanneemt.",
    ),
    "media_type_not_supported": (
        "A body must be application/json without an encoding of its own.",
        "Een bericht moet application/json zijn, zonder eigen codering.",
    ),
    "host_not_served": (
        "This service does not answer for that host.",
        "Deze dienst antwoordt niet voor die host.",
    ),
    "not_valid": (
        "A field of the request does not hold what it must.",
        "Een veld van het verzoek bevat niet wat het moet.",
    ),
    "idempotency_key_reused": (
        "The Idempotency-Key is on record with another request of yours.",
        "De Idempotency-Key staat vast bij een ander verzoek van u.",
    ),
    "if_match_needed": (
        "Say in If-Match which version of the order you decided on.",
        "Zeg in If-Match op welke versie van het bevel u besliste.",
    ),
    "too_many_requests": (
        "You ask more often than this service lets anybody.",
        "U vraagt vaker dan deze dienst iemand toestaat.",
    ),
    "headers_too_large": (
        "The headers are larger than this service takes.",
        "De kopregels zijn groter dan deze dienst aanneemt.",
    ),
    "defect": (
        "The service failed; nothing is certain to have been recorded. Try the same key again.",
        "De dienst faalde; of iets is vastgelegd is niet zeker. Probeer dezelfde sleutel opnieuw.",
    ),
    "record_not_readable": (
        "The record cannot be read faithfully; whoever guards it has to look.",
        "Het register is niet betrouwbaar te lezen; de beheerder moet kijken.",
    ),
    "not_offered": (
        "This service was started without the ledger of its log.",
        "Deze dienst is gestart zonder het grootboek van haar register.",
    ),
    "keys_needed": (
        "This service was started without the keys of people, so nothing confidential is recorded.",
        (
            "Deze dienst is gestart zonder de sleutels van personen; iets vertrouwelijks wordt niet"
            " vastgelegd."
        ),
    ),
    "data_erased": (
        "The data of this person were erased, so nothing more is sealed for them.",
        "De gegevens van deze persoon zijn gewist; er wordt niets meer voor hen verzegeld.",
    ),
    "key_store_unavailable": (
        "The keys of people cannot be reached; nothing was recorded. Try again later.",
        "De sleutels van personen zijn niet bereikbaar; niets is vastgelegd. Probeer het later.",
    ),
    "outcome_unknown": (
        (
            "Whether the request was recorded is not known."
            " Send it again with the same Idempotency-Key to learn it."
        ),
        (
            "Of het verzoek is vastgelegd, is niet bekend."
            " Stuur het opnieuw met dezelfde Idempotency-Key om het te weten."
        ),
    ),
    "store_unavailable": (
        "The record cannot be reached; nothing was acknowledged. Try again later.",
        "Het register is niet bereikbaar; niets is bevestigd. Probeer het later opnieuw.",
    ),
    "access_not_logged": (
        "The access log cannot be written, so nothing is shown. Try again later.",
        "Het inzageregister is niet te schrijven; er wordt niets getoond. Probeer het later.",
    ),
    "keys_unavailable": (
        "The keys of the token issuer cannot be reached. Try again later.",
        "De sleutels van de uitgever van tokens zijn niet bereikbaar. Probeer het later.",
    ),
    "took_too_long": (
        "The answer took too long. A request with the same Idempotency-Key is safe to repeat.",
        "Het antwoord duurde te lang. Herhalen met dezelfde Idempotency-Key is veilig.",
    ),
    "busy": (
        "Others recorded first each time. Try the same Idempotency-Key again.",
        "Anderen legden telkens eerder vast. Probeer dezelfde Idempotency-Key opnieuw.",
    ),
}
"""By code; the first is English, the second Dutch."""
