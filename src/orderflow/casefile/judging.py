"""Judging: what came of a step, set against what the file says of it.

Under the law that the file names, what the file says binds. Under another law it says what would
have been the same, except where a step tells what must come of it under that very law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.casefile.asking import compare
from orderflow.casefile.expectations import Refused
from orderflow.casefile.report import Answer, ReasonGiven, StepResult, Verdict
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from orderflow.casefile.asking import Found
    from orderflow.casefile.case import Case, Life
    from orderflow.casefile.expectations import Expected
    from orderflow.casefile.format import Act, Check
    from orderflow.errors import CommandRejected

Answers = tuple[Answer, ...]

_SAYS_AN_EARLIER_STEP_IS_MISSING: Final = frozenset(
    {
        Code.BEFORE_THE_ORDER,
        Code.NOT_A_RETURN_HEARING,
        Code.NOT_IN_FORCE,
        Code.NOT_IN_THIS_STATE,
        Code.NOT_PURSUED,
        Code.NOT_REFERRED,
        Code.NO_SUCH_APPEAL,
        Code.NO_SUCH_BINDING,
        Code.NO_SUCH_DOCUMENT,
        Code.NO_SUCH_EVENT,
        Code.NO_SUCH_INCIDENT,
        Code.NO_SUCH_LINK,
        Code.NO_SUCH_VERSION,
        Code.PERMISSION_NOT_ASKED,
    }
)


class Lived(NamedTuple):
    """What came of a step in which somebody acts.

    Attributes:
        outcome: `accepted`, or `refused: ` with the code; None when its order was never requested.
        events: Names of the events recorded.
        reasons: Why it was refused, or why a route is not open.
        code: Code of the refusal.
        repeated: Whether the store held it already.
    """

    outcome: str | None
    events: tuple[str, ...] = ()
    reasons: tuple[ReasonGiven, ...] = ()
    code: Code | None = None
    repeated: bool = False


def outcome_of_refusal(refusal: CommandRejected) -> Lived:
    """Return what came of a step that was refused."""
    reasons = (ReasonGiven.of_refusal(refusal),)
    return Lived(f"refused: {refusal.code}", reasons=reasons, code=Code(refusal.code))


class Judge:
    """Sets what came of each step of one life against the file, in order."""

    def __init__(self, case: Case, life: Life) -> None:
        """Take the case, and the law that it is lived under."""
        self._case = case
        self._life = life
        self._first_change: dict[str, str] = {}

    def act(self, act: Act, lived: Lived) -> StepResult:
        """Return the result of a step; the run adds its number, its moment and the state."""
        own = _of_act(act.expect, act.events, lived)
        under = act.expect_under.get(self._life.regime or "")
        bound = own if self._own(act) else None if under is None else _of_act(under, None, lived)
        changes = self._changes(act, own)
        verdict = _verdict(bound, changes)
        if lived.outcome is None or self._follows(act, lived, verdict, changes):
            verdict = Verdict.IMPOSSIBLE
        return self._result(
            act,
            verdict,
            bound,
            own,
            changes,
            kind=act.do,
            outcome=lived.outcome or "impossible",
            events=lived.events,
            reasons=lived.reasons,
            repeated=lived.repeated,
            assumed=act.assumed,
            reason=act.reason,
        )

    def check(self, check: Check, found: Found | None) -> StepResult:
        """Return the result of a check; the run adds its number, its moment and the state."""
        zone = self._case.zone
        under = check.expect_under.get(self._life.regime or "")
        changes: Answers = ()
        if found is None:
            asks = _nothing_to_ask(tuple(check.expect.model_fields_set))
            bound = asks if self._own(check) or under is not None else None
            verdict, own = Verdict.IMPOSSIBLE, asks
        else:
            own = compare(check.expect, found, zone)
            other = None if under is None else compare(under, found, zone)
            bound = own if self._own(check) else other
            changes = self._changes(check, own)
            verdict = _verdict(bound, changes)
        return self._result(
            check,
            verdict,
            bound,
            own,
            changes,
            kind=f"check: {check.check}",
            outcome="answered" if found else "impossible",
            known_at=check.known_at,
            reasons=found.reasons if found else (),
        )

    def _result(
        self,
        step: Act | Check,
        verdict: Verdict,
        bound: Answers | None,
        own: Answers,
        changes: Answers,
        **parts: object,
    ) -> StepResult:
        order = self._case.order_of(step)
        because = self._first_change.get(order) if verdict is Verdict.IMPOSSIBLE else None
        if changes or verdict in {Verdict.NOT_AS_EXPECTED, Verdict.IMPOSSIBLE}:
            self._first_change.setdefault(order, step.name)
        told: dict[str, object] = {
            "number": 0,
            "name": step.name,
            "order": order,
            "at": getattr(step, "at", None),
            "recorded_at": self._case.starts_at(),
            "verdict": verdict,
            "binds": bound is not None,
            "answers": own if bound is None else bound,
            "changes": changes,
            "because": because,
            "note": step.note,
        }
        return StepResult.model_validate({**told, **parts})

    def _own(self, step: Act | Check) -> bool:
        return self._life.own or bool(step.only_under)

    def _changes(self, step: Act | Check, own: Answers) -> Answers:
        if self._own(step):
            return ()
        return tuple(answer for answer in own if not answer.agrees)

    def _follows(self, act: Act, lived: Lived, verdict: Verdict, changes: Answers) -> bool:
        """Tell whether a refusal says no more than that an earlier step did not happen."""
        return (
            lived.code in _SAYS_AN_EARLIER_STEP_IS_MISSING
            and verdict is not Verdict.AS_EXPECTED
            and bool(changes)
            and self._case.order_of(act) in self._first_change
        )


def _verdict(bound: Answers | None, changes: Answers) -> Verdict:
    if bound is None:
        return Verdict.DIFFERS if changes else Verdict.SAME
    agrees = all(answer.agrees for answer in bound)
    return Verdict.AS_EXPECTED if agrees else Verdict.NOT_AS_EXPECTED


def _of_act(expect: Expected, events: tuple[str, ...] | None, lived: Lived) -> Answers:
    said = f"refused: {expect.refused}" if isinstance(expect, Refused) else expect
    outcome = Answer(field="outcome", expected=said, got=lived.outcome or "impossible")
    if events is None or lived.outcome != "accepted":
        return (outcome,)
    recorded = Answer(field="events", expected=", ".join(events), got=", ".join(lived.events))
    return (outcome, recorded)


def _nothing_to_ask(fields: tuple[str, ...]) -> Answers:
    return tuple(
        Answer(field=field, expected="an answer", got="nothing to ask it of")
        for field in sorted(fields)
    )
