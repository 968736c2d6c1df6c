"""Terms of an order in words, and conduct against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Final, NamedTuple

from orderflow.law.vocabulary import TermKind, TermSubject
from orderflow.order.values import Place, Term
from tests.steps.grammar import KINDS, Kind, Language, Table, words

P, R, Q, O = (  # noqa: E741 - as short as a column of a table wants it
    TermKind.PROHIBITION,
    TermKind.RESTRICTION,
    TermKind.REQUIREMENT,
    TermKind.OTHER,
)
S = TermSubject


class Wording(NamedTuple):
    """A term in words: what the order says, and what somebody did against it.

    `~` stands for the protected person: Sara or Nora.
    """

    kind: TermKind
    subject: TermSubject
    term: tuple[str, str]
    conduct: tuple[str, str]


WORDINGS: Final = {
    w.subject.value.replace("_", "-") if w.kind is not R else "supervised-contact": w
    for w in (
        Wording(P, S.NO_CONTACT, ("not contact ~", "geen contact zoeken met ~"),
                ("contacted ~", "contact zocht met ~")),
        Wording(R, S.NO_CONTACT, ("see ~ only under supervision", "~ alleen onder toezicht zien"),
                ("saw ~ without supervision", "~ zonder toezicht zag")),
        Wording(P, S.NO_VIOLENCE, ("not threaten ~", "~ niet bedreigen"),
                ("threatened ~", "~ bedreigde")),
        Wording(P, S.EXCLUSION_ZONE, ("not come near ~'s school", "niet bij de school van ~ komen"),
                ("came near ~'s school", "bij de school van ~ kwam")),
        Wording(P, S.HOME_BAN, ("not enter the home", "de woning niet betreden"),
                ("entered the home", "de woning betrad")),
        Wording(P, S.EXIT_BAN, ("not take ~ abroad", "~ niet naar het buitenland brengen"),
                ("booked a flight for ~", "een vlucht voor ~ boekte")),
        Wording(P, S.NO_MARRIAGE_ARRANGEMENT,
                ("not arrange a marriage for ~", "geen huwelijk voor ~ regelen"),
                ("arranged a marriage for ~", "een huwelijk voor ~ regelde")),
        Wording(P, S.NO_MARRIAGE_CEREMONY,
                ("not have ~ take part in a wedding", "~ niet aan een bruiloft laten deelnemen"),
                ("held a wedding for ~", "een bruiloft voor ~ hield")),
        Wording(P, S.NO_FGM_ARRANGEMENT,
                ("not arrange genital mutilation of ~", "geen genitale verminking van ~ regelen"),
                ("arranged genital mutilation of ~", "genitale verminking van ~ regelde")),
        Wording(Q, S.PASSPORT_SURRENDER,
                ("hand in ~'s passport", "het paspoort van ~ inleveren"),
                ("kept ~'s passport", "het paspoort van ~ achterhield")),
        Wording(Q, S.REACHABLE_ADDRESS,
                ("give an address where to be reached", "een adres opgeven om bereikbaar te zijn"),
                ("gave no address", "geen adres opgaf")),
        Wording(Q, S.SCHOOL_SUPERVISION,
                ("cooperate with supervision of ~ at school",
                 "meewerken aan toezicht op ~ door school"),
                ("did not cooperate with supervision of ~ at school",
                 "niet meewerkte aan toezicht op ~ door school")),
        Wording(Q, S.PROTECTIVE_RELATIVE,
                ("cooperate with contact between ~ and a protective relative",
                 "meewerken aan contact van ~ met een beschermend familielid"),
                ("did not cooperate with contact between ~ and a protective relative",
                 "niet meewerkte aan contact van ~ met een beschermend familielid")),
        Wording(O, S.SUPPORT, ("be offered support", "hulp aangeboden krijgen"),
                ("did not take up support", "de hulp niet aannam")),
    )
}  # fmt: skip
"""Every term of the vocabulary, by its name within the order."""

_LIMITS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("also abroad", "only in this country", "with a power of arrest",
           "in a most exceptional case", "until ", "review on "),
    "nl": ("ook in het buitenland", "alleen in dit land", "met aanhoudingsbevoegdheid",
           "in een hoogst uitzonderlijk geval", "tot ", "toetsing op "),
}  # fmt: skip
_OTHERS: Final = {"others involved", "andere betrokkenen"}


def _declare(language: Language) -> None:
    column = ("en", "nl").index(language)
    for kind in ("term", "conduct"):
        said = {getattr(wording, kind)[column]: name for name, wording in WORDINGS.items()}
        pattern = "|".join(
            re.escape(text).replace(re.escape("~"), "(?:Sara|Nora)") for text in said
        )
        KINDS[language, kind] = Kind(
            pattern,
            lambda text, said=said: said[re.sub("Sara|Nora", "~", text)],  # type: ignore[misc]
        )


_declare("en")
_declare("nl")
words(
    "place",
    {
        Place.ABROAD: ("abroad", "in het buitenland"),
        Place.UNKNOWN: ("at an unknown place", "op een onbekende plaats"),
    },
)


def terms_in(table: Table, zone: tzinfo) -> tuple[Term, ...]:
    """Return the terms of a table with the columns who, term and, where there is one, limit."""
    language: Language = "nl" if table[0][0] == "wie" else "en"
    heads = ["wie", "bepaling"] if language == "nl" else ["who", "must"]
    assert list(table[0][:2]) == heads, table[0]
    return tuple(_term(row, language, zone) for row in table[1:])


def _term(row: Sequence[str], language: Language, zone: tzinfo) -> Term:
    who, what, *limit = row
    term = KINDS[language, "term"].read(what)
    wording = WORDINGS[term]
    others = who in _OTHERS
    abroad, home, arrest, exceptional, until, review = _LIMITS[language]
    said = [part for part in limit[0].split(", ") if part] if limit else []

    def moment(prefix: str) -> datetime | None:
        found = [part.removeprefix(prefix) for part in said if part.startswith(prefix)]
        return KINDS[language, "moment"].read(found[0]).replace(tzinfo=zone) if found else None

    return Term(
        id=term,
        kind=wording.kind,
        subject=wording.subject,
        binds=() if others else KINDS[language, "people"].read(who),
        binds_others=others,
        abroad=True if abroad in said else False if home in said else None,
        power_of_arrest=arrest in said,
        ends_at=moment(until),
        review_at=moment(review),
        exceptional=exceptional in said,
    )
