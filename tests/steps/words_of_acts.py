"""Words of what is done with an order, each with its Dutch term."""

from __future__ import annotations

from orderflow.law.vocabulary import InformMethod, NotifiedFact, ServiceMethod
from orderflow.order.values import CivilOutcome, Decision, DocumentKind, State
from orderflow.order.values import ProsecutionOutcome as Ended
from tests.steps.grammar import words

words(
    "method",
    {
        ServiceMethod.PERSONAL: ("in person", "in persoon"),
        ServiceMethod.BAILIFF: ("by bailiff's writ", "bij exploot"),
        ServiceMethod.SUBSTITUTED: ("by substituted service", "op vervangende wijze"),
        ServiceMethod.HANDED_OVER: ("by handing it over", "door uitreiking"),
    },
)
words(
    "how",
    {
        InformMethod.TELEPHONE: ("by telephone", "per telefoon"),
        InformMethod.ORAL_ANNOUNCEMENT: ("by word of mouth", "mondeling"),
        InformMethod.ELECTRONIC_MESSAGE: ("by message", "per bericht"),
        InformMethod.OTHER: ("in another way", "op een andere wijze"),
    },
)
words(
    "notified",
    {
        NotifiedFact.MADE: ("the order was made", "het bevel is gegeven"),
        NotifiedFact.VARIED: ("the order was varied", "het bevel is gewijzigd"),
        NotifiedFact.EXTENDED: ("the order was extended", "het bevel is verlengd"),
        NotifiedFact.DISCHARGED: ("the order was discharged", "het bevel is ingetrokken"),
    },
)
words(
    "told_of",
    {
        NotifiedFact.SERVED: ("was served", "betekening kreeg"),
        NotifiedFact.INFORMED: ("was informed", "is ingelicht"),
    },
)
words(
    "verdict",
    {
        Ended.CONVICTED: ("convicted", "veroordeeld"),
        Ended.ACQUITTED: ("acquitted", "vrijgesproken"),
        Ended.NO_FURTHER_ACTION: ("took no further action against", "geen verdere vervolging"),
        Ended.DISCONTINUED: ("discontinued the prosecution of", "vervolging gestaakt"),
    },
)
words(
    "finding",
    {
        CivilOutcome.NOT_PROVED: ("found no breach proved against", "niets bewezen"),
        CivilOutcome.PROVED_WITHOUT_PENALTY: ("imposed no penalty on", "bewezen zonder straf"),
        CivilOutcome.PUNISHED: ("punished", "bestraft"),
    },
)
words(
    "document",
    {
        DocumentKind.PASSPORT: ("the passport", "het paspoort"),
        DocumentKind.IDENTITY_CARD: ("the identity card", "de identiteitskaart"),
    },
)
words(
    "decision",
    {
        Decision.GRANT: ("the making of the order", "het geven van het bevel"),
        Decision.REFUSAL: ("the refusal of the order", "de weigering van het bevel"),
        Decision.VARIATION: ("the variation of the order", "de wijziging van het bevel"),
        Decision.EXTENSION: ("the extension of the order", "de verlenging van het bevel"),
        Decision.DISCHARGE: ("the discharge of the order", "de intrekking van het bevel"),
    },
)
words(
    "state",
    {
        State.REQUESTED: ("requested", "verzocht"),
        State.GRANTED: ("granted", "gegeven"),
        State.SERVED: ("served", "betekend"),
        State.BREACHED: ("breached", "overtreden"),
        State.REFERRED: ("referred", "ingezonden"),
        State.LAPSED: ("lapsed", "vervallen"),
    },
)
words("leave", {True: ("the permission", "toestemming")})
words("timing", {False: ("in time", "op tijd"), True: ("late", "te laat")})
words(
    "change",
    {
        "variation": ("to vary the order", "het bevel te wijzigen"),
        "extension": ("to extend the order", "het bevel te verlengen"),
        "discharge": ("to discharge the order", "het bevel in te trekken"),
    },
)
words(
    "sealed",
    {
        "order": ("the order", "het bevel"),
        "extension": ("the extension of the order", "de verlenging van het bevel"),
        "discharge": ("the discharge of the order", "de intrekking van het bevel"),
    },
)
