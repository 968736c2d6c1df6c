"""Tells of the request, the order itself, and how it changes."""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.telling.events import Teller, tells


@tells(e.OrderRequested)
def _requested(event: e.OrderRequested, t: Teller) -> str:
    harms = t.list(t.word(harm) for harm in event.harms)
    protected = t.names(person.id for person in event.protected_persons)
    respondents = t.names(person.id for person in event.respondents)
    said = [
        t(
            f"An order against {harms} was considered of the authority's own motion,"
            f" to protect {protected} from {respondents}.",
            f"Een bevel tegen {harms} werd ambtshalve overwogen, om {protected} te beschermen"
            f" tegen {respondents}.",
        )
        if event.own_motion
        else t(
            f"An order against {harms} was asked for, to protect {protected} from {respondents}.",
            f"Om een bevel tegen {harms} werd gevraagd, om {protected} te beschermen tegen"
            f" {respondents}.",
        )
    ]
    if event.without_notice:
        said.append(t("Asked without hearing them.", "Gevraagd zonder de wederpartij te horen."))
    if event.permission_needed:
        said.append(t("The applicant needs permission.", "De verzoeker heeft toestemming nodig."))
    said.append(t(f"Law: {event.regime.id}", f"Recht: {event.regime.id}"))
    if event.regime.as_if_in_force:
        said[-1] += t(", as if it had been in force", ", alsof het toen had gegolden")
    return " ".join(said) + "."


@tells(e.PermissionRequested)
def _permission_requested(event: e.PermissionRequested, t: Teller) -> str:
    spoken = t.list(t.word(one) for one in event.addressed) or t("nothing", "niets")
    return t(
        f"Permission to apply was asked for; the request speaks of: {spoken}.",
        f"Om toestemming werd gevraagd; het verzoek noemt: {spoken}.",
    )


@tells(e.PermissionGranted)
def _permission_granted(_event: e.PermissionGranted, t: Teller) -> str:
    return t("Permission to apply was given.", "Toestemming om te verzoeken werd gegeven.")


@tells(e.PermissionRefused)
def _permission_refused(_event: e.PermissionRefused, t: Teller) -> str:
    return t(
        "Permission to apply was refused; there is no order.",
        "Toestemming om te verzoeken werd geweigerd; er komt geen bevel.",
    )


@tells(e.RequestWithdrawn)
def _withdrawn(_event: e.RequestWithdrawn, t: Teller) -> str:
    return t("The request was withdrawn.", "Het verzoek werd ingetrokken.")


@tells(e.OrderRefused)
def _refused(_event: e.OrderRefused, t: Teller) -> str:
    return t("The authority made no order.", "De autoriteit gaf geen bevel.")


@tells(e.UndertakingAccepted)
def _undertaking(event: e.UndertakingAccepted, t: Teller) -> str:
    who, what = t.names(event.given_by), t.terms(event.terms)
    until = t.until(event.ends_at)
    return t(
        f"Instead of an order the court accepted a promise of {who}, {until}: {what}.",
        f"In plaats van een bevel aanvaardde de rechter een toezegging van {who}, {until}: {what}.",
    )


@tells(e.WishesRecorded)
def _wishes(event: e.WishesRecorded, t: Teller) -> str:
    wishes = t.word(event.wishes)
    return t(
        f"The wishes of {event.person} were recorded: {wishes}.",
        f"De wens van {event.person} werd vastgelegd: {wishes}.",
    )


@tells(e.SupportArranged)
def _support(event: e.SupportArranged, t: Teller) -> str:
    support = t.word(event.support)
    return t(
        f"Support was arranged for {event.person}: {support}.",
        f"Hulp werd geregeld voor {event.person}: {support}.",
    )


@tells(e.HearingListed)
def _hearing(event: e.HearingListed, t: Teller) -> str:
    at = t.at(event.hearing_at)
    return t(f"A hearing was listed for {at}.", f"Een zitting werd bepaald op {at}.")


@tells(e.OrderGranted)
def _granted(event: e.OrderGranted, t: Teller) -> str:
    notice = (
        t(", before the respondents were heard", ", voordat de wederpartij was gehoord")
        if event.without_notice
        else ""
    )
    return t(
        f"The order was made{notice}, {t.until(event.ends_at)}. Terms: {t.terms(event.terms)}.",
        f"Het bevel werd gegeven{notice}, {t.until(event.ends_at)}."
        f" Bepalingen: {t.terms(event.terms)}.",
    )


@tells(e.ReturnHearingListed)
def _return_hearing(event: e.ReturnHearingListed, t: Teller) -> str:
    if event.hearing_at is None:
        return t(
            "A hearing of the respondents must follow; its day is not fixed yet.",
            "De wederpartij moet nog worden gehoord; de dag is nog niet bepaald.",
        )
    at = t.at(event.hearing_at)
    return t(
        f"A hearing of the respondents was listed for {at}.",
        f"Een zitting om de wederpartij te horen werd bepaald op {at}.",
    )


@tells(e.OrderSealed)
def _sealed(event: e.OrderSealed, t: Teller) -> str:
    due, what = event.police_notice_due_at, t.both("sealed", event.what)
    said = t(
        f"Sealed: {what}, version {event.version}",
        f"Opgemaakt: {what}, versie {event.version}",
    )
    if due is None:
        return said + "."
    return said + t(
        f"; the police must be told by {t.at(due)}.",
        f"; de politie moet uiterlijk {t.at(due)} zijn ingelicht.",
    )


@tells(e.OrderVaried)
def _varied(event: e.OrderVaried, t: Teller) -> str:
    who, until, terms = t.word(event.asked_by), t.until(event.ends_at), t.terms(event.terms)
    return t(
        f"The order was varied at the request of: {who}. Version {event.version} holds,"
        f" {until}. Terms: {terms}.",
        f"Het bevel werd gewijzigd op verzoek van: {who}. Versie {event.version} geldt,"
        f" {until}. Bepalingen: {terms}.",
    )


@tells(e.OrderConfirmed)
def _confirmed(event: e.OrderConfirmed, t: Teller) -> str:
    return t(
        f"After hearing the respondents the court left version {event.version} as it was.",
        f"Na het horen van de wederpartij liet de rechter versie {event.version} zoals die was.",
    )


@tells(e.OrderExtended)
def _extended(event: e.OrderExtended, t: Teller) -> str:
    until = t.until(event.ends_at)
    return t(f"The order was extended {until}.", f"Het bevel werd verlengd {until}.")


@tells(e.EndRecounted)
def _recounted(event: e.EndRecounted, t: Teller) -> str:
    at = t.at(event.ends[-1])
    return t(
        "The end was counted anew, because the service or notice it is counted from is now"
        f" known: the order ends on {at}.",
        "Het einde werd herrekend, omdat de betekening of mededeling waarvan het wordt geteld nu"
        f" bekend is: het bevel eindigt op {at}.",
    )


@tells(e.ChangeRefused)
def _change_refused(event: e.ChangeRefused, t: Teller) -> str:
    change, who = t.both("Decision", event.change), t.word(event.asked_by)
    return t(
        f"Asked for by the {who}, {change} was refused; the order stays as it was.",
        f"Op verzoek van: {who}. Geweigerd: {change}; het bevel blijft zoals het was.",
    )


@tells(e.ConflictFlagged)
def _conflict(event: e.ConflictFlagged, t: Teller) -> str:
    terms = t.list(event.terms)
    return t(
        f"Order {event.other_order} conflicts with: {terms}. A court must say which prevails.",
        f"Bevel {event.other_order} is in strijd met: {terms}."
        " De rechter moet zeggen welk voorgaat.",
    )


@tells(e.ContactDetailsWithheld)
def _withheld(event: e.ContactDetailsWithheld, t: Teller) -> str:
    return t(
        f"The contact details of {event.person} are kept from the respondents.",
        f"De contactgegevens van {event.person} worden de verweerders onthouden.",
    )
