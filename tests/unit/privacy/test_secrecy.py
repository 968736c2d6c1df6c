"""What somebody whom an order is against may know of it, fact by fact (N5)."""

from __future__ import annotations

import pytest

from orderflow.law import InformMethod, Moment, NotifiedFact, PeriodValue, Role
from orderflow.order.commands import Command
from orderflow.order.values import Actor, Decision
from orderflow.privacy import NOTHING, Reader, Seen, seen_by
from orderflow.privacy.audience import Audience, AudienceTable
from orderflow.privacy.secrecy import KNOWN
from tests.spec import FMPO, law_with
from tests.unit.audit.support import lived
from tests.unit.order import acts
from tests.unit.privacy.people import MOTHER, UNCLE, person

UNHEARD = (acts.request(without_notice=True), acts.grant_unheard(return_hearing_at=acts.day(7)))
TOLD = (*UNHEARD, acts.inform(acts.day(1)))
MEANWHILE = (acts.CONTACT, acts.REMOVAL)


def seen(who: Reader, *commands: Command, regime: object = FMPO) -> Seen:
    """Return what somebody sees after these commands."""
    return seen_by(who, lived(*commands, regime=regime))  # type: ignore[arg-type]


def kinds(who: Reader, *commands: Command) -> list[str]:
    """Return the kinds of events that somebody sees after these commands."""
    return [one.event for one in seen(who, *commands).events]


def test_the_table_and_the_rules_speak_of_the_same_events() -> None:
    """An event is for respondents when both say so; neither alone opens one."""
    rows = AudienceTable.packaged().events
    theirs = {name for name, seen in rows.items() if Audience.RESPONDENT in seen["event"]}

    assert {kind.__name__ for kind in KNOWN} == theirs


@pytest.mark.parametrize(
    "telling",
    [
        acts.inform(acts.day(1)),
        acts.inform(acts.day(1), terms_told=False),
        acts.serve(acts.day(1)),
        acts.serve_application(acts.ASKED),
        acts.inform(acts.MADE, by=acts.COURT, method=InformMethod.PRESENT_WHEN_MADE),
    ],
    ids=["terms", "existence", "served", "application", "present"],
)
def test_who_is_told_may_know(telling: Command) -> None:
    """By service of the order or the application, by word of an office, or by being there."""
    before = [UNHEARD[0], telling] if telling.occurred_at == acts.ASKED else [*UNHEARD, telling]

    assert seen(MOTHER, *before) != NOTHING
    assert seen(UNCLE, *before) == NOTHING
    assert seen(MOTHER, *UNHEARD) == NOTHING


@pytest.mark.parametrize(
    "not_telling",
    [
        acts.authorise(acts.day(1), how="dispensed"),
        acts.attempt(acts.day(1)),
        acts.authorise(acts.day(1)),
        acts.inform(acts.day(1), by=acts.THE_DAUGHTER),
        acts.inform(acts.day(1), by=acts.THE_MOTHER),
        acts.serve_application(acts.day(1), acts.THE_MOTHER, hearing_at=acts.day(9)),
        acts.serve(acts.day(1), acts.UNCLE),
        acts.surrender(acts.day(1)),
        acts.withhold(acts.day(1), acts.MOTHER),
        acts.appeal(acts.day(1), by=acts.THE_MOTHER),
        acts.report(acts.day(1), "call", conduct_at=acts.day(1)),
        acts.list_hearing(acts.day(1)),
    ],
    ids=lambda command: type(command).__name__,
)
def test_nothing_else_tells_anybody(not_telling: Command) -> None:
    """Neither what is done about them, nor anybody's mere word, nor an act of their own."""
    assert seen(MOTHER, *UNHEARD, not_telling) == NOTHING


def test_substituted_service_tells() -> None:
    """The court allowed it so that the order may reach them; what it proves is another question."""
    allowed = (acts.authorise(acts.day(1)), acts.substitute(acts.day(2)))

    assert "OrderServed" in kinds(MOTHER, *UNHEARD, *allowed)


@pytest.mark.parametrize("end", [acts.refuse(acts.MADE), acts.withdraw(acts.MADE)])
def test_an_application_that_came_to_nothing_stays_secret(end: Command) -> None:
    """Whoever was never told of it is never told that it was there; whoever was, learns the end."""
    asked = acts.request(without_notice=True)
    served = acts.serve_application(acts.ASKED)

    assert seen(MOTHER, asked, end) == NOTHING
    assert kinds(MOTHER, asked, served, end)[:2] == ["OrderRequested", "ApplicationServed"]
    assert len(kinds(MOTHER, asked, served, end)) == 3


def test_permission_refused_ends_what_was_served() -> None:
    """Whoever was served with the application learns that it came to nothing."""
    record = (
        acts.request(by=acts.POLICE),
        acts.ask_permission(),
        acts.serve_application(acts.ASKED),
        acts.decide_permission(acts.MADE, granted=False),
    )

    assert kinds(MOTHER, *record)[-1] == "PermissionRefused"
    assert "PermissionRequested" not in kinds(MOTHER, *record)


@pytest.mark.edge("EC13")
def test_whoever_promised_was_there() -> None:
    """An undertaking is known to those who gave it, and to nobody else."""
    record = (acts.request(without_notice=True), acts.undertake())
    (_, promised) = seen(MOTHER, *record).events

    assert promised.fields["given_by"] == [acts.MOTHER]
    assert [term["binds"] for term in promised.fields["terms"]] == [[acts.MOTHER]] * 2
    assert seen(UNCLE, *record) == NOTHING


@pytest.mark.edge("EC40")
@pytest.mark.parametrize("ground", ["wrong_person", "wrong_document", "defective"])
def test_a_service_that_does_not_count_tells_nobody_any_more(ground: str) -> None:
    """What was seen was seen; from then on the order is as hidden as before."""
    false = acts.invalidate(acts.day(2)).model_copy(update={"ground": ground})

    assert seen(MOTHER, *TOLD) != NOTHING
    assert seen(MOTHER, *TOLD, false) == NOTHING
    assert seen(MOTHER, *TOLD, false, acts.serve(acts.day(3))) != NOTHING


@pytest.mark.edge("EC42")
@pytest.mark.parametrize("ground", ["wrong_order", "wrong_person"])
@pytest.mark.parametrize(
    "telling", [acts.serve_application(acts.day(1)), acts.serve(acts.day(1), acts.MOTHER)]
)
def test_an_entry_of_another_case_or_person_tells_nobody_any_more(
    telling: Command, ground: str
) -> None:
    """Marked as wrong it told nobody; a slip of the pen leaves them told."""
    entry = lived(*UNHEARD)[-1].version + 1
    record = (*UNHEARD, telling)

    assert seen(MOTHER, *record, acts.correct(acts.day(2), entry, ground=ground)) == NOTHING
    slip = acts.correct(acts.day(2), entry, ground="clerical_error")
    assert seen(MOTHER, *record, slip) == seen(MOTHER, *record) != NOTHING


def test_somebody_described_is_nobody_until_identified_and_told() -> None:
    """The placeholder has no reader; whoever it turns out to be is told first."""
    man = acts.person("man", described=True)
    asked = acts.request(without_notice=True, respondents=(acts.person(acts.MOTHER), man))
    term = acts.CONTACT.model_copy(update={"binds": (acts.MOTHER, "man")})
    known = (
        asked,
        acts.grant_unheard(terms=(term,)),
        acts.identify(acts.day(1), "man", acts.COUSIN),
    )
    cousin = person(acts.COUSIN)

    assert seen(cousin, *known) == NOTHING
    told = seen(cousin, *known, acts.serve(acts.day(2), acts.COUSIN))
    assert told.events[0].fields["respondents"] == [{"id": acts.COUSIN}]
    assert '"man"' not in told.model_dump_json()


@pytest.mark.edge("EC43")
def test_what_one_name_was_told_the_other_knows() -> None:
    """Two pseudonyms of one human being know the same, as long as they are joined."""
    joined = (*TOLD, acts.link(acts.day(2), acts.MOTHER, acts.COUSIN))
    parted = (*joined, acts.unlink(acts.day(3), acts.MOTHER, acts.COUSIN))

    seen_as_cousin = seen(person(acts.COUSIN), *joined)
    assert seen_as_cousin.copies[0].person == acts.COUSIN
    assert f'"{acts.MOTHER}"' not in seen_as_cousin.model_dump_json()
    assert seen(person(acts.COUSIN), *parted) == NOTHING


def test_one_reader_may_have_several_names() -> None:
    """Under whichever of them the order knows them, they see it under the first."""
    both = person("somebody-else", acts.MOTHER)
    copy = seen(both, *TOLD).copies[0]

    assert copy.person == "somebody-else"
    assert [term.binds for term in copy.terms] == [("somebody-else",)] * 3


def test_a_change_made_unheard_is_secret_until_they_are_told_of_it() -> None:
    """Nothing of it, nor of what hangs on it; then all of it."""
    secretly = (
        *TOLD,
        acts.vary(acts.day(2), *MEANWHILE, without_notice=True, return_hearing_at=acts.day(9)),
        acts.seal(acts.day(2), 2),
        acts.notify_police(acts.day(2), of=NotifiedFact.VARIED, version=2),
        acts.serve(acts.day(2), acts.UNCLE, version=2),
    )

    assert seen(MOTHER, *secretly) == seen(MOTHER, *TOLD)
    assert [copy.version for copy in seen(UNCLE, *secretly).copies] == [1, 2]
    told = seen(MOTHER, *secretly, acts.serve(acts.day(3), version=2))
    assert [copy.version for copy in told.copies] == [1, 2]
    assert [one.event for one in told.events].count("ReturnHearingListed") == 2


def test_a_change_made_on_notice_is_shown_when_they_are_told_of_it_too() -> None:
    """A version is known by being told of it, however it was made."""
    varied = (*TOLD, acts.vary(acts.day(2), *MEANWHILE))

    assert seen(MOTHER, *varied) == seen(MOTHER, *TOLD)
    assert len(seen(MOTHER, *varied, acts.inform(acts.day(3), version=2)).copies) == 2


def test_how_the_order_went_on_is_known_to_those_told() -> None:
    """Extended, discharged, set aside: they learn that they are bound for longer, or no more."""
    ends = acts.until(acts.day(30))
    made = (acts.request(), acts.grant(duration=ends), acts.serve(acts.day(1)))
    longer = (*made, acts.extend(acts.day(2), acts.until(acts.day(60))))

    assert kinds(MOTHER, *longer)[-1] == "OrderExtended"
    assert kinds(MOTHER, *longer, acts.discharge(acts.day(3)))[-1] == "OrderDischarged"
    assert kinds(MOTHER, *longer, acts.set_aside(acts.day(3)))[-1] == "OrderSetAside"
    assert seen(UNCLE, *longer, acts.discharge(acts.day(3))) == NOTHING


def test_what_only_a_secret_makes_possible_is_secret() -> None:
    """After the end they know of, in a time they know nothing of, there is nothing to see."""
    made = (
        acts.request(),
        acts.grant(duration=acts.until(acts.day(5))),
        acts.serve(acts.day(1)),
    )
    longer = acts.vary(
        acts.day(2), acts.CONTACT, duration=acts.until(acts.day(50)), without_notice=True
    )
    shorter = acts.vary(
        acts.day(2), acts.CONTACT, duration=acts.until(acts.day(3)), without_notice=True
    )
    endless = acts.vary(acts.day(2), acts.CONTACT, duration=None, without_notice=True)

    known = seen(MOTHER, *made)
    for hidden in (acts.discharge(acts.day(20)), acts.set_aside(acts.day(20))):
        assert seen(MOTHER, *made, longer, hidden) == known
    extended = acts.extend(acts.day(20), acts.until(acts.day(90)))
    assert seen(MOTHER, *made, longer, extended) == known
    to_day_4 = acts.extend(acts.day(2, "12:00"), acts.until(acts.day(4)))
    assert seen(MOTHER, *made, shorter, to_day_4) == known
    assert seen(MOTHER, *made, endless) == known


def test_an_extension_of_what_has_no_end_known_to_them_is_secret() -> None:
    """An order without an end cannot be extended; one with a secret end can."""
    made = (acts.request(), acts.grant(), acts.serve(acts.day(1)))
    ended = acts.vary(
        acts.day(2), acts.CONTACT, duration=acts.until(acts.day(30)), without_notice=True
    )
    extended = acts.extend(acts.day(3), acts.until(acts.day(60)))

    assert seen(MOTHER, *made, ended, extended) == seen(MOTHER, *made)


@pytest.mark.edge("EC44")
def test_an_order_that_comes_back_does_so_for_those_who_saw_it_end() -> None:
    """Restored on appeal within the time it had, they learn that; later than that, they do not."""
    ends = acts.until(acts.day(30))
    ended = (
        acts.request(),
        acts.grant(duration=ends),
        acts.serve(acts.day(1)),
        acts.discharge(acts.day(2)),
        acts.appeal(acts.day(3), Decision.DISCHARGE, by=acts.THE_DAUGHTER),
    )
    back = acts.determine(acts.day(4), effect="restored")
    late = acts.determine(acts.day(40), effect="restored", duration=acts.until(acts.day(90)))
    (restored,) = seen(MOTHER, *ended, back).events[-1:]

    assert (restored.event, restored.fields) == ("OrderRestored", {})
    assert kinds(MOTHER, *ended, late)[-1] == "OrderDischarged"
    again = (*ended, back, acts.discharge(acts.day(5)))
    assert kinds(MOTHER, *again)[-2:] == ["OrderRestored", "OrderDischarged"]


def test_an_order_that_came_back_ends_when_they_know_it_to() -> None:
    """A secret end that it kept shows in nothing that was done after the end they know."""
    back = (
        acts.request(),
        acts.grant(duration=acts.until(acts.day(30))),
        acts.serve(acts.day(1)),
        acts.vary(
            acts.day(2), acts.CONTACT, duration=acts.until(acts.day(90)), without_notice=True
        ),
        acts.discharge(acts.day(3)),
        acts.appeal(acts.day(4), Decision.DISCHARGE, by=acts.THE_DAUGHTER),
        acts.determine(acts.day(5), effect="restored"),
    )

    assert kinds(MOTHER, *back)[-1] == "OrderRestored"
    assert kinds(MOTHER, *back, acts.discharge(acts.day(20)))[-1] == "OrderDischarged"
    assert seen(MOTHER, *back, acts.discharge(acts.day(50))) == seen(MOTHER, *back)


def test_an_end_that_they_did_not_see_does_not_come_back() -> None:
    """Superseded by an order that is none of their business, restored: nothing happened to them."""
    ended = (
        acts.request(),
        acts.grant(),
        acts.serve(acts.day(1)),
        acts.supersede(acts.day(2)),
        acts.appeal(acts.day(3), Decision.GRANT, by=acts.THE_DAUGHTER),
        acts.determine(acts.day(4), effect="restored", duration=acts.until(acts.day(90))),
    )

    assert seen(MOTHER, *ended) == seen(MOTHER, *ended[:3])


def test_an_end_that_is_counted_from_notice_is_given_as_the_period() -> None:
    """A date that moves with what others were told would tell of them; and would be wrong."""
    regime = law_with(
        FMPO,
        duration__anchor=Moment.NOTIFIED,
        duration__no_maximum=False,
        duration__open_ended=False,
        duration__initial=PeriodValue("P14D"),
        duration__max_total=PeriodValue("P40D"),
    )
    record = (
        acts.request(),
        acts.grant(duration=acts.for_("P10D")),
        acts.serve(acts.day(1), acts.UNCLE),
        acts.serve(acts.day(3)),
    )
    view = seen(MOTHER, *record, regime=regime)

    granted = next(one for one in view.events if one.event == "OrderGranted")
    assert (granted.fields["ends_at"], granted.fields["counted"]) == (None, "P10D")
    assert (view.copies[0].ends_at, view.copies[0].counted) == (None, "P10D")
    assert "EndRecounted" not in [one.event for one in view.events]


def test_what_they_handed_in_they_see() -> None:
    """Their own documents, once they know of the order; nobody else's."""
    handed = (acts.surrender(acts.day(2)), acts.surrender(acts.day(2), acts.UNCLE))
    back = acts.give_back(acts.day(3), acts.MOTHER)

    shown = [one.fields for one in seen(MOTHER, *TOLD, *handed, back).events[-2:]]
    assert shown == [{"person": acts.MOTHER, "document": "passport"}] * 2
    served = (UNHEARD[0], acts.serve_application(acts.ASKED), UNHEARD[1])
    assert "DocumentSurrendered" not in kinds(MOTHER, *served, *handed)


def test_a_return_hearing_is_that_of_the_version_they_know() -> None:
    """It is shown with the order that it follows, and not with one that they were not told of."""
    (hearing,) = (one for one in seen(MOTHER, *TOLD).events if "hearing_at" in one.fields)

    assert hearing.fields == {"hearing_at": "2025-01-13T10:00:00Z"}
    application_only = (UNHEARD[0], acts.serve_application(acts.ASKED), UNHEARD[1])
    assert "ReturnHearingListed" not in kinds(MOTHER, *application_only)


def test_the_lawyer_who_tells_a_client_does_not_open_the_order() -> None:
    """Somebody acting for a respondent is that respondent; their record proves nothing to us."""
    lawyer = Actor(role=Role.LEGAL_REPRESENTATIVE, person="lawyer-1", on_behalf_of=acts.MOTHER)

    assert seen(MOTHER, *UNHEARD, acts.inform(acts.day(1), by=lawyer)) == NOTHING
