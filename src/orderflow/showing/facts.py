"""What else is on record of an order, each in a sentence, in the order in which it happened."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from orderflow.showing.shapes import FactShown
from orderflow.telling.tongue import Tongue
from orderflow.telling.words import both, word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, tzinfo

    from orderflow.order import ProtectionOrder
    from orderflow.telling.tongue import Both

    Fact = tuple[datetime | None, Both]


def facts(order: ProtectionOrder, zone: tzinfo) -> tuple[FactShown, ...]:
    """Return the facts that are no term, binding or incident; those without a moment last."""
    every = [
        *_in_court(order),
        *_with_the_police(order, zone),
        *_service(order),
        *_around(order),
        *_about_the_record(order),
    ]
    dated = sorted(((at, said) for at, said in every if at is not None), key=itemgetter(0))
    undated = ((at, said) for at, said in every if at is None)
    return tuple(
        FactShown(at=at, sentence=en, sentence_nl=nl) for at, (en, nl) in (*dated, *undated)
    )


def _in_court(order: ProtectionOrder) -> Iterator[Fact]:
    yield from _undertaking(order)
    for at in order.hearings:
        yield at, ("Hearing on the application.", "Zitting over het verzoek.")
    if order.return_hearing is not None:
        yield _return_hearing(*order.return_hearing)
    yield from _appeals(order)
    for other, term in order.conflicts:
        yield (
            None,
            (
                f"Order {other} conflicts with term {term}; the court must say which prevails.",
                (
                    f"Bevel {other} is in strijd met bepaling {term};"
                    " de rechter moet zeggen welk voorgaat."
                ),
            ),
        )
    if order.certified_at is not None:
        yield order.certified_at, ("Certified for other states.", "Gewaarmerkt voor andere staten.")
    if order.set_aside is not None:
        en, nl = both("SetAsideEffect", order.set_aside.effect)
        yield order.set_aside.at, (f"Set aside, {en}.", f"Vernietigd, {nl}.")


def _undertaking(order: ProtectionOrder) -> Iterator[Fact]:
    given = order.undertaking
    if given is None:
        return
    who = ", ".join(given.given_by)
    yield (
        given.given_at,
        (
            (
                f"Instead of an order, {who} gave the court an undertaking;"
                " its breach is contempt of court, never the criminal route."
            ),
            (
                f"In plaats van een bevel deed {who} de rechter een toezegging; schending"
                " daarvan is minachting van de rechter, nooit de strafrechtelijke weg."
            ),
        ),
    )


def _return_hearing(at: datetime | None, held: bool) -> Fact:  # noqa: FBT001 - as it is kept
    if held:
        return at, ("Return hearing, held.", "Nadere zitting, gehouden.")
    if at is None:
        return None, ("Return hearing: not fixed yet.", "Nadere zitting: nog niet bepaald.")
    return at, ("Return hearing, listed.", "Nadere zitting, bepaald.")


def _appeals(order: ProtectionOrder) -> Iterator[Fact]:
    for appeal in order.appeals:
        en, nl = word(appeal.against)
        outcome = both("outcome", appeal.outcome or "")
        suffix = (": " + outcome[0], ": " + outcome[1]) if appeal.outcome else ("", "")
        yield (
            appeal.at,
            (
                f"Appeal {appeal.number} against {en}{suffix[0] or ', pending'}.",
                f"Beroep {appeal.number} tegen {nl}{suffix[1] or ', nog niet beslist'}.",
            ),
        )


def _with_the_police(order: ProtectionOrder, zone: tzinfo) -> Iterator[Fact]:
    en, nl = Tongue("en"), Tongue("nl")
    for seal in order.seals:
        due, what = seal.police_notice_due_at, both("sealed", seal.what)
        by = en.moment(due, zone) if due else "", nl.moment(due, zone) if due else ""
        yield (
            seal.at,
            (
                f"Sealed: {what[0]}, version {seal.version}"
                + (f"; the police must be told by {by[0]}." if due else "."),
                f"Opgemaakt: {what[1]}, versie {seal.version}"
                + (f"; de politie moet uiterlijk {by[1]} zijn ingelicht." if due else "."),
            ),
        )
    for notice in order.police_notices:
        en_of, nl_of = word(notice.of)
        late = (", late", ", te laat") if notice.late else ("", "")
        yield (
            notice.at,
            (
                f"Police told: version {notice.version} {en_of}{late[0]}.",
                f"Politie ingelicht: versie {notice.version} {nl_of}{late[1]}.",
            ),
        )


def _service(order: ProtectionOrder) -> Iterator[Fact]:
    for person, failed_at in order.failed_services:
        yield (
            failed_at,
            (f"Service on {person} failed.", f"Betekening aan {person} mislukt."),
        )
    for person, allowed_at in order.substituted_service:
        yield (
            allowed_at,
            (
                f"Substituted service on {person} was allowed.",
                f"Vervangende betekening aan {person} werd toegestaan.",
            ),
        )
    for binding in order.bindings:
        en, nl = word(binding.by)
        bad = binding.invalidated
        yield (
            binding.at,
            (
                f"Binding {binding.number}: {binding.person}, version {binding.version}, {en}"
                + ("; later found bad, and counts for nothing." if bad else "."),
                f"Binding {binding.number}: {binding.person}, versie {binding.version}, {nl}"
                + ("; later ondeugdelijk bevonden, en telt niet mee." if bad else "."),
            ),
        )


def _around(order: ProtectionOrder) -> Iterator[Fact]:
    for held in order.documents:
        en, nl = word(held.document)
        yield (
            held.since,
            (f"{held.person} handed in: {en}.", f"{held.person} leverde in: {nl}."),
        )
    for support in order.support:
        en, nl = word(support.support)
        yield (
            support.at,
            (f"Support for {support.person}: {en}.", f"Hulp voor {support.person}: {nl}."),
        )
    for wish in order.wishes:
        en, nl = word(wish.wishes)
        yield wish.at, (f"{wish.person}: {en}.", f"{wish.person}: {nl}.")


def _about_the_record(order: ProtectionOrder) -> Iterator[Fact]:
    for person in sorted(order.withheld_contacts):
        yield (
            None,
            (
                f"Contact details of {person} are kept from the respondents.",
                f"Contactgegevens van {person} worden de verweerders onthouden.",
            ),
        )
    for restriction in order.restrictions:
        en, nl = word(restriction.kind)
        ended = ("; lifted.", "; opgeheven.") if restriction.lifted else (".", ".")
        yield (
            None,
            (
                f"Access, restriction {restriction.number}: {en} may read it{ended[0]}",
                f"Toegang, beperking {restriction.number}: {nl} mogen het lezen{ended[1]}",
            ),
        )
    for number in order.corrected:
        yield (
            None,
            (
                f"Event {number} is marked as wrong; it stays on record.",
                f"Gebeurtenis {number} is als onjuist gemarkeerd; zij blijft vastgelegd.",
            ),
        )
