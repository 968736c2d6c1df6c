"""One value of a regime, with the source it rests on.

Keeps one rule: a value that the law leaves open is never guessed (N9). Whoever needs it asks
`decided()`, and either gets it or learns which question is open.
"""

from __future__ import annotations

from typing import Annotated, Generic, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from orderflow.errors import NotDecided

T = TypeVar("T")

SourceKey = Annotated[str, Field(pattern=r"^[a-z0-9.-]+(/[a-z0-9.-]+)+$")]
"""Key of a legal source: jurisdiction/act/article[/paragraph], lower case."""

ChoiceNumber = Annotated[str, Field(pattern=r"^INT-[0-9]{3}$")]
"""Number of one of our readings of the law, as in `choices.toml`."""


RegimeId = Annotated[str, Field(pattern=r"^[a-z0-9-]+@[0-9]{4}(-[0-9]{2})?(\+[a-z0-9-]+)?$")]
"""Name, version and, for a scenario, its name: `uk-ew-fmpo@2014`, `nl-hybrid-draft@2025+civil`."""


def _as_tuple(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


class Provision(BaseModel, Generic[T]):
    """One value of a regime, with its source.

    Attributes:
        value: What the law says, or None where it says nothing or is not decided.
        source: Keys of the sources it rests on; at least one when there is a value.
        verified: Whether it was read in the source named, or in a secondary source that we list. A
            lawyer must check the others.
        choice: Number of our reading, where the source leaves room.
        question: Key of the open question, where the value waits for a decision of others.
        assumed: Whether a scenario fixed it, so that it is nobody's law.
        name: Dotted name of the field, filled in when the file is loaded.
        regime: Id of the regime it belongs to, filled in when the file is loaded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    value: T | None = None
    source: Annotated[tuple[SourceKey, ...], BeforeValidator(_as_tuple)] = ()
    verified: bool = False
    choice: ChoiceNumber | None = None
    question: str | None = None
    assumed: bool = False
    name: str = ""
    regime: str = ""

    @model_validator(mode="after")
    def _value_has_a_source(self) -> Self:
        if self.value is not None and not self.source:
            msg = "a value needs a source"
            raise ValueError(msg)
        return self

    def decided(self) -> T:
        """Return the value.

        Raises:
            NotDecided: The regime leaves the value open; the error names the question.
        """
        if self.value is None:
            raise NotDecided(
                self.question or self.name,
                field=self.name,
                regime=self.regime,
                law=self.source,
            )
        return self.value
