"""Tells how people come to be bound and to be known, of documents, and of the police."""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.ApplicationServed)
def _application_served(event: e.ApplicationServed, t: Teller) -> str:
    at = t.at(event.hearing_at)
    said = t(
        f"The application was served on {event.person}, for the hearing on {at}",
        f"Het verzoek werd betekend aan {event.person}, voor de zitting op {at}",
    )
    return said + ("." if event.valid else t("; not as the rules ask.", "; niet naar de regels."))


@tells(e.ServiceAttemptFailed)
def _failed(event: e.ServiceAttemptFailed, t: Teller) -> str:
    evading = t(", who evades service", ", die betekening ontwijkt") if event.evading else ""
    return t(
        f"Serving version {event.version} on {event.person}{evading} failed.",
        f"Betekening van versie {event.version} aan {event.person}{evading} mislukte.",
    )


@tells(e.SubstitutedServiceAuthorised)
def _substituted(event: e.SubstitutedServiceAuthorised, t: Teller) -> str:
    return t(
        f"Service on {event.person} by substitute was allowed.",
        f"Vervangende betekening aan {event.person} werd toegestaan.",
    )


@tells(e.ServiceDispensed)
def _dispensed(event: e.ServiceDispensed, t: Teller) -> str:
    return t(
        f"Service of version {event.version} on {event.person} was dispensed with; that shows"
        " nothing about what they know.",
        f"Betekening van versie {event.version} aan {event.person} hoefde niet; dat toont niets"
        " over wat die persoon weet.",
    )


@tells(e.OrderServed)
def _served(event: e.OrderServed, t: Teller) -> str:
    said = t(
        f"Version {event.version} of the order was served on {event.person},"
        f" {t.word(event.method)}.",
        f"Versie {event.version} van het bevel werd betekend aan {event.person},"
        f" {t.word(event.method)}.",
    )
    if event.knowledge is None:
        return said
    known = t.word(event.knowledge)
    return said + t(f" It shows that they knew {known}.", f" Die persoon wist daarmee {known}.")


@tells(e.PersonInformed)
def _informed(event: e.PersonInformed, t: Teller) -> str:
    method = t.word(event.method)
    said = t(
        f"Version {event.version} of the order was made known to {event.person} ({method}).",
        f"Versie {event.version} van het bevel werd bekend aan {event.person} ({method}).",
    )
    if event.knowledge is None:
        return said + t(
            " Whether they knew is for a human to weigh.",
            " Of die persoon het wist, moet een mens wegen.",
        )
    known = t.word(event.knowledge)
    return said + t(f" It shows that they knew {known}.", f" Die persoon wist daarmee {known}.")


@tells(e.BindingInvalidated)
def _invalidated(event: e.BindingInvalidated, t: Teller) -> str:
    ground = t.both("ground", event.ground)
    return t(
        f"Service or notice number {event.binding} counts for nothing from now on: {ground}.",
        f"Betekening of mededeling nummer {event.binding} telt vanaf nu niet mee: {ground}.",
    )


@tells(e.PersonIdentified)
def _identified(event: e.PersonIdentified, t: Teller) -> str:
    return t(
        f"Known by description only until then, {event.described} was identified as"
        f" {event.person}.",
        f"Tot dan alleen omschreven, werd {event.described} geïdentificeerd als {event.person}.",
    )


@tells(e.PersonsLinked)
def _linked(event: e.PersonsLinked, t: Teller) -> str:
    return t(
        f"One and the same person: {event.person} and {event.same_as}.",
        f"Een en dezelfde persoon: {event.person} en {event.same_as}.",
    )


@tells(e.PersonsUnlinked)
def _unlinked(event: e.PersonsUnlinked, t: Teller) -> str:
    return t(
        f"Two persons after all: {event.person} and {event.same_as}.",
        f"Toch twee personen: {event.person} en {event.same_as}.",
    )


@tells(e.PoliceNotified)
def _police(event: e.PoliceNotified, t: Teller) -> str:
    what = t.word(event.of)
    about = f" ({event.person})" if event.person else ""
    late = t(" This was late.", " Dit was te laat.") if event.late else ""
    return t(
        f"The police were told: version {event.version} {what}{about}.{late}",
        f"De politie werd ingelicht: versie {event.version} {what}{about}.{late}",
    )


@tells(e.DocumentSurrendered)
def _surrendered(event: e.DocumentSurrendered, t: Teller) -> str:
    document = t.word(event.document)
    return t(
        f"Handed in by {event.person}: {document}.", f"Ingeleverd door {event.person}: {document}."
    )


@tells(e.DocumentReturned)
def _returned(event: e.DocumentReturned, t: Teller) -> str:
    document = t.word(event.document)
    return t(
        f"Given back to {event.person}: {document}.",
        f"Teruggegeven aan {event.person}: {document}.",
    )


@tells(e.CaseTransferred)
def _transferred(event: e.CaseTransferred, t: Teller) -> str:
    return t(f"The case went to {event.to_office}.", f"De zaak ging naar {event.to_office}.")


@tells(e.OrderCertifiedForAbroad)
def _certified(_event: e.OrderCertifiedForAbroad, t: Teller) -> str:
    return t(
        "A certificate for other states was issued.",
        "Een certificaat voor andere staten werd afgegeven.",
    )


@tells(e.TermExceeded)
def _term_exceeded(event: e.TermExceeded, t: Teller) -> str:
    what, due = t.word(event.kind), t.at(event.due_at)
    about = "" if event.term is None else t(f" (term {event.term})", f" (bepaling {event.term})")
    return t(
        f"A term was over, and nothing on record showed that it was kept: {what}{about},"
        f" due on {due}.",
        f"Een termijn was om, en uit niets bleek dat die was gehaald: {what}{about},"
        f" uiterlijk {due}.",
    )
