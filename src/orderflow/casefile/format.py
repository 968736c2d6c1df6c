"""The form of a case file: head, cast, and steps that act or check.

Says what may be written and nothing about how it is run. Every table is closed: a word that the
form does not know is refused. Nothing here may hold a name, an address or a date of birth.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from orderflow.casefile.checks import (
    AssessmentCheck,
    KnownCheck,
    PeriodCheck,
    StateCheck,
    TermCheck,
)
from orderflow.casefile.expectations import Expected, Refused, contradict
from orderflow.law.problems import hint
from orderflow.law.provision import SourceKey
from orderflow.law.section import Title
from orderflow.law.vocabulary import AgeBand
from orderflow.order import events
from orderflow.order.commands import BY_NAME
from orderflow.order.commands.requesting import RegimeName
from orderflow.order.values import Actor, Instant, Person, PersonId, Reference, Residence, Value

EVENT_NAMES = tuple(event.__name__ for event in events.ALL)

Text = Annotated[str, Field(min_length=1)]
Alias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")]
"""Name of an order within its file."""


def _known_command(name: str) -> str:
    if name not in BY_NAME:
        contradict("", f"unknown command '{name}'{hint(name, BY_NAME)}")
    return name


def _known_event(name: str) -> str:
    if name not in EVENT_NAMES:
        contradict("", f"unknown event '{name}'{hint(name, EVENT_NAMES)}")
    return name


CommandName = Annotated[
    str, AfterValidator(_known_command), WithJsonSchema({"enum": sorted(BY_NAME)})
]
EventName = Annotated[
    str, AfterValidator(_known_event), WithJsonSchema({"enum": sorted(EVENT_NAMES)})
]


class Head(Value):
    """What stands above the cast and the steps.

    Attributes:
        format: Version of this form.
        title: What the case is called, in both languages.
        sources: Keys of the judgments and other sources that it follows, as registered.
        regime: Law under which its orders are requested, by id or by name.
        time_zone: Zone in which moments are shown; by default that of the regime.
        case_reference: Reference that all orders of the case share.
        note: What a reader should know of the case as a whole.
    """

    format: Literal[1]
    title: Title
    sources: tuple[SourceKey, ...] = ()
    regime: RegimeName
    time_zone: Text | None = None
    case_reference: Reference | None = None
    note: Text | None = None


class CastPerson(Value):
    """A person of the case, by role and never by name.

    Attributes:
        id: Role in the case, such as `mother`.
        stands: As what the person is named in an application that names nobody itself;
            `outside` for somebody whom no application names.
        age: Age band when the order is requested.
        residence: Whether the person lives where the regime holds.
        described: Whether the person is known by description only.
    """

    id: PersonId
    stands: Literal["protected_person", "respondent", "other", "outside"]
    age: AgeBand = AgeBand.UNKNOWN
    residence: Residence = Residence.UNKNOWN
    described: bool = False

    def as_person(self) -> Person:
        """Return the person as an application names them."""
        return Person(id=self.id, age=self.age, residence=self.residence, described=self.described)


class Act(Value):
    """A step in which somebody acts.

    Attributes:
        name: One sentence that says what happens; unique within the file.
        do: Name of the command.
        order: Which order, where the file has several.
        at: When it happened in the world.
        recorded_at: When it was recorded; by default when it happened.
        actor: Who acts, in which role.
        with_: The command's own fields; in the file `with`.
        expect: What must come of it.
        expect_under: What must come of it when the case is lived under another regime.
        only_under: Regimes under which alone the step is lived; never its own.
        events: Names of the events that it must record, in order.
        assumed: Whether it, or a fact in it, does not stand in the sources.
        reason: Why it is assumed.
        note: What the source says of it.
    """

    name: Text
    do: CommandName
    order: Alias | None = None
    at: Instant
    recorded_at: Instant | None = None
    actor: Actor
    with_: dict[str, Any] = Field(default_factory=dict, alias="with")
    expect: Expected = "accepted"
    expect_under: dict[RegimeName, Expected] = Field(default_factory=dict)
    only_under: tuple[RegimeName, ...] = ()
    events: Annotated[tuple[EventName, ...], Field(min_length=1)] | None = None
    assumed: bool = False
    reason: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _says_what_it_assumes(self) -> Self:
        if self.assumed and self.reason is None:
            contradict("reason", "is missing: a step that is assumed says why")
        if self.reason is not None and not self.assumed:
            contradict("reason", "belongs to a step that is 'assumed = true'")
        if self.only_under and not self.assumed:
            reason = "a step of another law stands in no source: it needs 'assumed = true'"
            contradict("only_under", reason)
        if self.events is not None and isinstance(self.expect, Refused):
            contradict("events", "a step that is refused records no events")
        return self

    @property
    def moment_recorded(self) -> Instant:
        """When it was recorded."""
        return self.recorded_at or self.at


Check = StateCheck | AssessmentCheck | PeriodCheck | TermCheck | KnownCheck


def _kind_of_step(table: dict[str, object]) -> str:
    return str(table.get("check", "act"))


Step = Annotated[
    Annotated[Act, Tag("act")]
    | Annotated[StateCheck, Tag("state")]
    | Annotated[AssessmentCheck, Tag("assessment")]
    | Annotated[PeriodCheck, Tag("period")]
    | Annotated[TermCheck, Tag("term")]
    | Annotated[KnownCheck, Tag("known")],
    Discriminator(_kind_of_step),
]


class CaseFile(Head):
    """A case file as a whole, as its TOML tables name the parts."""

    person: Annotated[tuple[CastPerson, ...], Field(min_length=1)]
    step: Annotated[tuple[Step, ...], Field(min_length=1)]
