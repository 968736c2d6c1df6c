"""Every event in both languages: sentences that begin and end as sentences do."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from orderflow.law.vocabulary import Harm, Role, TermKind, TermSubject
from orderflow.order import events as e
from orderflow.order.assessment import Assessment, Reason, Route, RouteStatus
from orderflow.order.confidential import Sealed
from orderflow.order.events.base import Event
from orderflow.order.reasons import Code
from orderflow.order.values import Actor, Person, Place, Term
from orderflow.telling.events import Teller, told

AT = datetime(2025, 3, 3, 13, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CLOSED = Route(status=RouteStatus.CLOSED, reasons=(Reason(code=Code.NO_OFFENCE),))
PLACES: dict[str, Any] = {
    "assessment": Assessment(
        regime="nl-huisverbod@2009",
        person="father",
        term="t1",
        conduct_at=AT,
        place=Place.HOME_COUNTRY,
        in_force=None,
        bound=None,
        criminal=Route(status=RouteStatus.OPEN, max_sanction="P2Y"),
        civil=CLOSED,
    ),
    "terms": (Term(id="t1", kind=TermKind.PROHIBITION, subject=TermSubject.NO_CONTACT),),
    "regime": e.RegimeRef(id="nl-huisverbod@2009", digest="0", as_if_in_force=True),
    "applicant": Actor(role=Role.POLICE),
    "protected_persons": (Person(id="daughter"),),
    "respondents": (Person(id="father"), Person(id="uncle")),
    "given_by": ("father",),
    "weighed": (Code.AWARENESS_REVIEW,),
    "harms": (Harm.FGM,),
    "addressed": (),
    "value": Sealed(key="0" * 32, box="AAAA"),
    "text": Sealed(key="0" * 32, box="AAAA"),
}


def example(kind: type[Event]) -> Event:
    """Return an event of a kind, with something in every field that must be filled."""
    fields = {
        name: PLACES.get(name, value(field.annotation))
        for name, field in kind.model_fields.items()
        if field.default is PydanticUndefined or name in PLACES
    }
    if kind is e.ConflictFlagged:
        fields["terms"] = ("t1",)
    return kind.model_validate(fields)


def value(annotation: Any) -> Any:  # noqa: ANN401 - of any field
    """Return some value of a type."""
    if str(annotation).startswith("tuple[") and "datetime" in str(annotation).lower():
        return (AT,)
    if "datetime" in str(annotation).lower():
        return AT
    if annotation in (int, float, bool):
        return annotation(1)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return next(iter(annotation))
    choices = [one for one in get_args(annotation) if isinstance(one, str)]
    if choices:
        return choices[0]
    members = [one for one in get_args(annotation) if hasattr(one, "__members__")]
    return next(iter(members[0])) if members else "father"


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("kind", e.ALL, ids=lambda kind: kind.__name__)
def test_an_event_is_told_in_whole_sentences(kind: type[Event], lang: str) -> None:
    """A sentence begins with a capital, ends with a full stop, and shows no code or gap."""
    said = told(example(kind), Teller(lang, AMSTERDAM))

    assert re.match(r"[A-Z]", said)
    assert said.endswith(".")
    assert not re.search(r"None|  |\.\.| ,|_|\{|[a-z]\(", said)
