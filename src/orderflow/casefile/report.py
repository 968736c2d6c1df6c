"""What came of a case: one result for each step and each check."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic import AwareDatetime

from orderflow.law.section import Title
from orderflow.order.reasons import Code
from orderflow.order.sentences import SENTENCES
from orderflow.order.values import State, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.errors import CommandRejected
    from orderflow.order.assessment import Reason


class Verdict(StrEnum):
    """How what came of a step compares with what the file says of it."""

    AS_EXPECTED = "as_expected"
    NOT_AS_EXPECTED = "not_as_expected"
    SAME = "same"
    """Under another law, of which the file says nothing: the same as under its own."""
    DIFFERS = "differs"
    """Under another law, of which the file says nothing: different from its own."""
    IMPOSSIBLE = "impossible"
    """It could not happen, because an earlier step came to something else."""


class Answer(Value):
    """One thing that the file says of a step, and what it came to.

    Attributes:
        field: What is compared, such as `outcome`, `events` or `criminal`.
        expected: What the file says.
        got: What it came to.
    """

    field: str
    expected: str
    got: str

    @property
    def agrees(self) -> bool:
        """Whether it came to what the file says."""
        return self.expected == self.got


class ReasonGiven(Value):
    """A reason in plain words.

    Attributes:
        code: Stable code.
        law: Keys of the sources it rests on.
        en: One sentence in English.
        nl: The same sentence in Dutch.
    """

    code: Code
    law: tuple[str, ...]
    en: str
    nl: str

    @classmethod
    def of_refusal(cls, refusal: CommandRejected) -> ReasonGiven:
        """Return the reason of a refusal."""
        return cls(
            code=Code(refusal.code),
            law=refusal.law,
            en=refusal.sentence,
            nl=refusal.sentence_nl,
        )

    @classmethod
    def of_routes(cls, reasons: Iterable[Reason]) -> tuple[ReasonGiven, ...]:
        """Return the reasons of an assessment in plain words, each code once."""
        found: dict[Code, ReasonGiven] = {}
        for reason in reasons:
            en, nl = SENTENCES[reason.code]
            found.setdefault(reason.code, cls(code=reason.code, law=reason.law, en=en, nl=nl))
        return tuple(found.values())


class StepResult(Value):
    """What came of one step or check.

    Attributes:
        number: Its number within the file, from 1.
        name: Its name within the file.
        kind: Name of the command, or `check: ` and the word of the check.
        order: Name of the order within the file.
        at: The moment in the world that it is about; None for a check on an incident or on what
            was known.
        recorded_at: When it was recorded, or would have been; for a check, the last recording.
        known_at: What was recorded after this moment was left out of a check; None otherwise.
        verdict: How it compares with the file.
        binds: Whether the file says what must come of it under the law it was lived under.
        answers: What the file says of it, with what it came to.
        changes: Under another law, what came out differently from the file's own law.
        outcome: `accepted` or `refused: ` with the code; for a check `answered`.
        events: Names of the events recorded.
        state: Legal position of the order when the step was recorded, or at the moment that the
            check asks about; None before the request.
        reasons: Why it was refused, or why a route is not open.
        repeated: Whether the store held it already, and nothing was recorded now.
        because: Name of the earlier step because of which it could not happen.
        assumed: Whether it, or a fact in it, does not stand in the sources.
        reason: Why it is assumed.
        note: What the source says of it.
    """

    number: int
    name: str
    kind: str
    order: str
    at: AwareDatetime | None
    recorded_at: AwareDatetime
    known_at: AwareDatetime | None = None
    verdict: Verdict
    binds: bool
    answers: tuple[Answer, ...]
    changes: tuple[Answer, ...] = ()
    outcome: str
    events: tuple[str, ...] = ()
    state: State | None = None
    reasons: tuple[ReasonGiven, ...] = ()
    repeated: bool = False
    because: str | None = None
    assumed: bool = False
    reason: str | None = None
    note: str | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing that the file demands is wanting."""
        return not self.binds or self.verdict is Verdict.AS_EXPECTED


class CaseReport(Value):
    """What came of a case under one law.

    Attributes:
        case: Name of the case.
        title: What it is called, in both languages.
        sources: Keys of the judgments and other sources that it follows.
        regime: Regime that it was lived under, by id or by name.
        own_law: Whether that is the law that the file itself names.
        as_if: Whether that law counted as in force at the time.
        time_zone: Zone in which to show moments.
        orders: Id of each order, by its name within the file.
        steps: One result for each step and check that was lived, in order.
    """

    case: str
    title: Title
    sources: tuple[str, ...]
    regime: str
    own_law: bool
    as_if: bool
    time_zone: str
    orders: dict[str, UUID]
    steps: tuple[StepResult, ...]

    @property
    def ok(self) -> bool:
        """Whether everything came to what the file demands under this law."""
        return all(step.ok for step in self.steps)

    @property
    def failed(self) -> tuple[StepResult, ...]:
        """What did not come to what the file demands."""
        return tuple(step for step in self.steps if not step.ok)

    @property
    def changed(self) -> tuple[StepResult, ...]:
        """What came out differently than under the file's own law, or could not happen."""
        return tuple(
            step for step in self.steps if step.changes or step.verdict is Verdict.IMPOSSIBLE
        )

    @property
    def repeated(self) -> bool:
        """Whether the store held every accepted step already."""
        accepted = [step for step in self.steps if step.outcome == "accepted"]
        return bool(accepted) and all(step.repeated for step in accepted)
