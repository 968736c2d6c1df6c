"""The form of what `orderflow regimes … --json` prints. Stable: fields are added, never changed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from orderflow.showing.shapes import Shape, SourceShown


class RegimeLine(Shape):
    """One law in the list. A `scenario` answers a draft's open questions by assumption."""

    id: str
    title: str
    title_nl: str
    jurisdiction: str
    time_zone: str
    in_force_from: date | None
    in_force_until: date | None
    draft: bool
    scenario: bool


class RegimesListed(Shape):
    """What `orderflow regimes list --json` prints."""

    format: Literal["orderflow/regimes/list/1"] = "orderflow/regimes/list/1"
    regimes: tuple[RegimeLine, ...]


class ProvisionShown(Shape):
    """One value of a law.

    Attributes:
        field: Dotted name, as in the regime file.
        value: What the law says, as in the regime file; null where it says nothing.
        words: The same in words.
        verified: Whether the text was read in its source; a lawyer must check the others.
        choice: Number of our reading, where the source leaves room.
        question: Key of the open question of the lawgiver, where it is not decided.
        assumed: Whether a scenario fixed it, so that it is nobody's law.
    """

    field: str
    label: str
    label_nl: str
    value: object
    words: str
    words_nl: str
    sources: tuple[str, ...]
    verified: bool
    choice: str | None
    question: str | None
    assumed: bool


class ChoiceShown(Shape):
    """One numbered reading of ours."""

    number: str
    status: Literal["taken", "open"]
    question: str
    question_nl: str
    answer: str
    answer_nl: str


class QuestionShown(Shape):
    """One question of the letter, and the values that wait for its answer."""

    key: str
    title: str
    title_nl: str
    waiting: tuple[str, ...]


class LaterLawShown(Shape):
    """The version that governs breach of orders made under this one, by conduct from a day on."""

    conduct_from: date
    regime: str
    source: str
    choice: str | None


class RegimeInFull(Shape):
    """What `orderflow regimes show --json` prints."""

    format: Literal["orderflow/regimes/show/1"] = "orderflow/regimes/show/1"
    regime: RegimeLine
    digest: str
    provisions: tuple[ProvisionShown, ...]
    later_breach_law: LaterLawShown | None
    sources: tuple[SourceShown, ...]
    choices: tuple[ChoiceShown, ...]
    questions: tuple[QuestionShown, ...]


class ProvisionsCompared(Shape):
    """One value under two laws."""

    field: str
    label: str
    label_nl: str
    same: bool
    a: ProvisionShown
    b: ProvisionShown


class RegimesCompared(Shape):
    """What `orderflow regimes compare --json` prints; equal values only with `--all`."""

    format: Literal["orderflow/regimes/compare/1"] = "orderflow/regimes/compare/1"
    a: RegimeLine
    b: RegimeLine
    different: int
    equal: int
    provisions: tuple[ProvisionsCompared, ...]
    sources: tuple[SourceShown, ...]


class GroundsShown(Shape):
    """What of a law enforcing an order rests on.

    Attributes:
        criminal: Sources of what makes a breach an offence, of which terms, and who may act.
        civil: Sources of the civil route, and of who may take it.
        unverified: Values among these that a lawyer must check, by their names in the law.
    """

    criminal: tuple[SourceShown, ...]
    civil: tuple[SourceShown, ...]
    unverified: tuple[str, ...]
