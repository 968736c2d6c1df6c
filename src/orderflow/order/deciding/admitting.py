"""Whether a regime admits a request: its scope, its applicants, its respondents.

Source:
    gb-eaw/fla-1996/s-63c, gb-eaw/fgma-2003/sch-2/para-2, nl/wth/art-2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.vocabulary import Role
from orderflow.order.capacity import stands_for
from orderflow.order.deciding.case import Case, refuse
from orderflow.order.reasons import Code
from orderflow.order.values import Actor

if TYPE_CHECKING:
    from orderflow.law.provision import Provision
    from orderflow.order import commands as c
    from orderflow.order.values import Person

_ADULT = 18


def admit(command: c.RequestOrder, case: Case) -> bool:
    """Return whether the applicant needs permission first; refuse what the regime does not admit.

    Raises:
        CommandRejected: The regime is not in force, or does not admit the harm, a person's age,
            the applicant, the way the request came in, or the respondents.
        NotDecided: The regime leaves one of these open.
    """
    _in_force(command, case)
    _distinct_people(command)
    _scope(command, case)
    _respondents(command, case)
    without_notice = case.regime.without_notice.allowed
    if command.without_notice and not without_notice.decided():
        refuse(Code.WITHOUT_NOTICE_NOT_ALLOWED, without_notice.source)
    if command.own_motion:
        _own_motion(command, case)
        return False
    _access(command, case)
    return _applicant(command, case)


def _in_force(command: c.RequestOrder, case: Case) -> None:
    regime = case.regime
    if command.as_if_in_force:
        return
    if regime.draft:
        refuse(Code.HYPOTHETICAL_ONLY)
    day = command.occurred_at.astimezone(regime.zone).date()
    early = regime.in_force_from is None or day < regime.in_force_from
    late = regime.in_force_until is not None and regime.in_force_until <= day
    if early or late:
        refuse(Code.REGIME_NOT_IN_FORCE)


def _distinct_people(command: c.RequestOrder) -> None:
    everybody = (*command.protected_persons, *command.respondents, *command.other_persons)
    names = [person.id for person in everybody]
    if len(set(names)) != len(names):
        refuse(Code.ALREADY_ON_RECORD)


def _scope(command: c.RequestOrder, case: Case) -> None:
    scope = case.regime.scope
    if not set(command.harms) <= set(scope.harms.decided()):
        refuse(Code.HARM_OUT_OF_SCOPE, scope.harms.source)
    for person in command.protected_persons:
        _old_enough(person, scope.min_age)
        # An upper bound that no file names is no bound.
        oldest = scope.max_age.value
        if oldest is not None and person.age.youngest > oldest:
            refuse(Code.AGE_OUT_OF_SCOPE, scope.max_age.source)
    consent = scope.adult_consent_required
    adults = {p.id for p in command.protected_persons if p.age.youngest >= _ADULT}
    agreed = {*command.consents, *stands_for(command.actor)}
    if adults and consent.decided() and not adults <= agreed:
        refuse(Code.CONSENT_NEEDED, consent.source)


def _old_enough(person: Person, least: Provision[int]) -> None:
    if person.age.oldest < least.decided():
        refuse(Code.AGE_OUT_OF_SCOPE, least.source)


def _access(command: c.RequestOrder, case: Case) -> None:
    access = case.regime.access
    if access.lawyer_required.decided() and not command.has_lawyer:
        refuse(Code.LAWYER_REQUIRED, access.lawyer_required.source)
    channels = access.channels.decided()
    if command.channel is not None and command.channel not in channels:
        refuse(Code.CHANNEL_NOT_OPEN, access.channels.source)


def _respondents(command: c.RequestOrder, case: Case) -> None:
    rule = case.regime.respondents
    for person in command.respondents:
        _old_enough(person, rule.min_age)
    if len(command.respondents) > 1 and not rule.several.decided():
        refuse(Code.RESPONDENTS_NOT_ALLOWED, rule.several.source)
    if any(person.described for person in command.respondents) and not rule.described.decided():
        refuse(Code.RESPONDENTS_NOT_ALLOWED, rule.described.source)
    if command.other_persons and not rule.other_persons.decided():
        refuse(Code.OTHER_PERSONS_NOT_ALLOWED, rule.other_persons.source)


def _own_motion(command: c.RequestOrder, case: Case) -> None:
    rule = case.regime.applicants
    if not rule.own_motion.decided():
        refuse(Code.OWN_MOTION_NOT_ALLOWED, rule.own_motion.source)
    case.must_be_competent(case.regime.competence.grant)
    needs = rule.own_motion_needs
    if not set(needs.decided()) <= set(command.own_motion_needs):
        refuse(Code.OWN_MOTION_NOT_ALLOWED, needs.source)


def _applicant(command: c.RequestOrder, case: Case) -> bool:
    rule = case.regime.applicants
    role = applicant_of(command).role
    if command.actor.person is None and command.actor.office is None:
        refuse(Code.APPLICANT_NOT_NAMED)
    if not stands_for(command.actor).isdisjoint(person.id for person in command.respondents):
        refuse(Code.NOT_ADMITTED, rule.as_of_right.source)
    if role is Role.PROTECTED_PERSON:
        themselves = stands_for(command.actor)
        if themselves.isdisjoint(person.id for person in command.protected_persons):
            refuse(Code.NO_SUCH_PERSON)
    if role in rule.as_of_right.decided():
        return False
    if role not in rule.with_permission.decided():
        refuse(Code.NOT_ADMITTED, rule.as_of_right.source)
    return True


def applicant_of(command: c.RequestOrder) -> Actor:
    """Return who asks: the person to be protected, where their lawyer asks for them."""
    actor = command.actor
    client = actor.on_behalf_of
    protected = {person.id for person in command.protected_persons}
    if actor.role is Role.LEGAL_REPRESENTATIVE and client in protected:
        return Actor(role=Role.PROTECTED_PERSON, person=client)
    return actor
