"""IdentifyPerson, LinkPersons and UnlinkPersons: who is who."""

from __future__ import annotations

import pytest

from orderflow.order import events as e
from orderflow.order.values import State
from tests.spec import Given, given
from tests.unit.order.acts import (
    ASKED,
    AUNT,
    CONTACT,
    COUSIN,
    DAUGHTER,
    MOTHER,
    SCHOOL,
    SISTER,
    STRANGER,
    UNCLE,
    day,
    die,
    grant,
    grant_unheard,
    identify,
    inform,
    link,
    person,
    release,
    report,
    request,
    unlink,
)

MAN, WOMAN = "man-in-car", "woman-in-car"
PEOPLE = (person(MOTHER), person(UNCLE), person(MAN, described=True), person(WOMAN, described=True))
MEN = CONTACT.model_copy(update={"binds": (MOTHER, MAN, WOMAN)})
DESCRIBED = given(request(respondents=PEOPLE), grant_unheard(terms=(MEN,)))
KNOWN = given(
    request(respondents=PEOPLE), grant_unheard(terms=(MEN,)), identify(day(1), MAN, COUSIN)
)


@pytest.mark.edge("EC42")
def test_somebody_known_by_description_is_bound_once_identified() -> None:
    """Not before: nobody can be told who nobody knows."""
    DESCRIBED.when(inform(day(1), MAN)).then_refused("person_not_identified")
    KNOWN.when(inform(day(2), COUSIN)).then(e.PersonInformed).and_state(State.SERVED)
    KNOWN.when(inform(day(2), MAN)).then(e.PersonInformed).and_state(State.SERVED)


@pytest.mark.edge("EC42")
def test_what_binds_the_description_binds_who_it_is() -> None:
    """The term still names the placeholder; both names are one human being."""
    told = KNOWN.when(inform(day(2), COUSIN)).then(e.PersonInformed)

    now = Given(told.order, told.regime, day(2))
    now.conduct(COUSIN, "contact", day(3)).both("open")
    now.conduct(MAN, "contact", day(3)).both("open")


def test_two_descriptions_of_one_person_identify_nobody() -> None:
    """That the man and the woman are one tells nobody who it is (EC42)."""
    linked = given(
        request(respondents=PEOPLE), grant_unheard(terms=(MEN,)), link(day(1), MAN, WOMAN)
    )

    linked.when(inform(day(2), MAN)).then_refused("person_not_identified")
    known = linked.when(identify(day(2), MAN, COUSIN)).then(e.PersonIdentified)
    now = Given(known.order, known.regime, day(2))
    now.when(inform(day(3), WOMAN)).then(e.PersonInformed)


def test_identification_is_of_a_description_by_those_who_investigate() -> None:
    """A known person needs none, and nobody is identified twice, as themselves or as protected."""
    DESCRIBED.when(identify(day(1), MOTHER, COUSIN)).then_refused("no_such_person")
    DESCRIBED.when(identify(day(1), MAN, COUSIN, by=SCHOOL)).then_refused("not_competent")
    DESCRIBED.when(identify(day(1), MAN, DAUGHTER)).then_refused("no_such_person")
    KNOWN.when(identify(day(2), MAN, UNCLE)).then_refused("already_on_record")
    DESCRIBED.when(identify(day(1), MAN, MAN)).then_refused("already_on_record")


def test_somebody_may_be_identified_while_the_order_is_considered() -> None:
    """There need not be an order yet."""
    asked = given(request(respondents=PEOPLE))

    asked.when(identify(ASKED, MAN, COUSIN)).then(e.PersonIdentified).and_state(State.REQUESTED)


@pytest.mark.edge("EC43")
def test_two_names_of_one_person_share_what_binds_her() -> None:
    """The incident keeps the name under which it was recorded."""
    other = given(
        request(), grant_unheard(), inform(day(1)), report(day(2), name="amina", term="contact")
    )
    other.incident("call").both("closed", "not_addressed")

    linked = other.when(link(day(3), MOTHER, "amina"))
    after = linked.then(e.PersonsLinked, e.IncidentReassessed).and_state(State.BREACHED)
    incident = after.order.incident("call")
    assert incident is not None
    assert incident.person == "amina"
    assert after.order.known_as("amina") == {"amina", MOTHER}


@pytest.mark.edge("EC43")
def test_a_link_can_be_undone() -> None:
    """What rested on it is assessed again."""
    linked = given(
        request(),
        grant_unheard(),
        inform(day(1)),
        link(day(2), MOTHER, "amina"),
        report(day(3), name="amina"),
    )

    undone = linked.when(unlink(day(4), "amina", MOTHER))
    undone.then(e.PersonsUnlinked, e.IncidentReassessed).and_state(State.SERVED)
    linked.when(unlink(day(4), MOTHER, UNCLE)).then_refused("no_such_link")
    linked.when(unlink(day(4), MOTHER, "amina", by=SCHOOL)).then_refused("not_competent")


def test_names_are_linked_through_others() -> None:
    """A name of a name is a name, and more than two may be one person."""
    chain = given(request(), grant(), link(day(1), MOTHER, "amina"), link(day(2), "amina", "mina"))

    assert chain.order.known_as(MOTHER) == {MOTHER, "amina", "mina"}
    chain.when(link(day(3), "mina", MOTHER)).then_refused("already_on_record")
    chain.when(link(day(3), STRANGER, COUSIN)).then_refused("no_such_person")
    chain.when(link(day(3), MOTHER, "other", by=SCHOOL)).then_refused("not_competent")


@pytest.mark.parametrize("way", [(DAUGHTER, MOTHER), (MOTHER, DAUGHTER)])
def test_nobody_is_protected_from_themselves(way: tuple[str, str]) -> None:
    """A protected person and a respondent are never one human being, straight or roundabout."""
    one, other = way
    roundabout = given(request(), grant(), link(day(1), one, "x"))

    given(request(), grant()).when(link(day(1), one, other)).then_refused("no_such_link")
    roundabout.when(link(day(2), other, "x")).then_refused("no_such_link")
    roundabout.when(link(day(2), "x", other)).then_refused("no_such_link")


def test_a_protected_person_may_have_two_names() -> None:
    """Then neither can be bound."""
    linked = given(request(), grant(), link(day(1), DAUGHTER, "dina"))

    linked.when(inform(day(2), "dina")).then_refused("no_such_person")
    linked.conduct("dina", "arrange", day(3)).both("closed", "not_addressed")


def test_an_aunt_who_turns_out_to_be_the_sister_is_not_bound() -> None:
    """Nor when the sister is no longer protected: what she did was not done against herself."""
    two = (person(DAUGHTER), person(SISTER))
    sister = given(
        request(protected_persons=two), grant(), inform(day(1), AUNT), link(day(2), SISTER, AUNT)
    )

    assert sister.order.recorded_state is State.GRANTED
    sister.when(release(day(3))).then(e.ProtectedPersonReleased).and_state(State.GRANTED)
    sister.when(die(day(3), SISTER)).then(e.ProtectedPersonDied)
