"""From a step of a case file to the command that it gives.

The command's own model checks every field; an error is told by the field of the file. What the
step or the head says already (when, who, which order, under which law) is not written again.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from orderflow.casefile.case import Life
from orderflow.casefile.faults import Fault, checked, refuse
from orderflow.law.problems import hint
from orderflow.order.commands import BY_NAME, Command

if TYPE_CHECKING:
    from orderflow.casefile.case import Case
    from orderflow.casefile.format import Act

GIVEN_BY_THE_STEP: Final = {"occurred_at": "at", "actor": "actor", "order_id": "order"}
"""Fields of a command that a step writes itself, and where."""

PEOPLE: Final = {
    "protected_persons": "protected_person",
    "respondents": "respondent",
    "other_persons": "other",
}
"""Fields of a request that name people of the cast, and as what these stand there."""

OWN = Life()


def command_of(case: Case, act: Act, life: Life = OWN) -> Command:
    """Return the command that a step gives when the case is lived under some law.

    Raises:
        Fault: A field does not fit, with its place within the step.
    """
    fields = dict(act.with_)
    for field, place in GIVEN_BY_THE_STEP.items():
        if field in fields:
            refuse(f"with.{field}", f"is given by the step itself, as '{place}'")
    if act.do == "RequestOrder":
        fields |= _request(case, fields, life)
    fields |= {
        "occurred_at": act.at,
        "actor": act.actor.model_dump(mode="json"),
        "order_id": case.order_id(case.order_of(act), life),
    }
    form = BY_NAME[act.do]
    try:
        command = checked(_adapter(form), form, fields, case.zone, GIVEN_BY_THE_STEP)
    except Fault as fault:
        place = f"with.{fault.field}" if fault.field else "with"
        raise Fault(place, fault.reason) from None
    assert isinstance(command, Command)  # noqa: S101 - the adapter makes nothing else
    return command


def _request(case: Case, fields: dict[str, Any], life: Life) -> dict[str, Any]:
    found: dict[str, Any] = {"regime": life.regime or fields.get("regime") or case.regime}
    if life.as_if:
        found["as_if_in_force"] = True
    if "case_reference" not in fields and case.head.case_reference is not None:
        found["case_reference"] = case.head.case_reference
    for field, stands in PEOPLE.items():
        found[field] = [
            person.as_person().model_dump(mode="json")
            for person in _people(case, fields, field, stands)
        ]
    return found


def _people(case: Case, fields: dict[str, Any], field: str, stands: str) -> list[Any]:
    if field not in fields:
        return [person for person in case.cast if person.stands == stands]
    named = fields[field]
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        refuse(f"with.{field}", "is a list of people of the cast, by their id")
    cast = {person.id: person for person in case.cast}
    for one in named:
        if one not in cast:
            refuse(f"with.{field}", f"nobody in the cast is '{one}'{hint(one, cast)}")
    return [cast[one] for one in named]


@cache
def _adapter(form: type[Command]) -> TypeAdapter[Command]:
    return TypeAdapter(form)
