"""Takes a recorded decision again: under its own law, and under another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.acts import ASSUMED, commands_of
from orderflow.audit.canonical import plain
from orderflow.audit.rejudged import DecisionRejudged, FieldDiffers, ReasonJudged
from orderflow.errors import CommandRejected, NotDecided
from orderflow.order import decide
from orderflow.order import events as e
from orderflow.order.commands import RequestOrder
from orderflow.order.reasons import Code

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from orderflow.audit.acts import Act
    from orderflow.audit.rejudged import Outcome
    from orderflow.audit.sides import Sides
    from orderflow.law import Regime
    from orderflow.order import ProtectionOrder
    from orderflow.order.commands import Command

_NOT_COMPARED: Final = frozenset({"law", "regime", "assessment"})
"""Sources and regimes always differ, and that is no difference in what was decided. What a law
makes of conduct is told incident by incident.
"""

Content = dict[tuple[str, int], dict[str, Any]]
"""What events say, by their names, numbered where one name occurs twice."""


class Redecider:
    """Takes decisions again under one pair of laws."""

    def __init__(self, sides: Sides) -> None:
        """Take the laws."""
        self._sides = sides

    def decide(self, act: Act, order: ProtectionOrder) -> DecisionRejudged:
        """Return what the other law makes of an act; `order` is what was on record before it."""
        command, reproduced = self._command(act, order)
        outcome, reason, found = self._found(command, act, order, self._sides.under)

        def is_gone(regime: Regime) -> bool:
            _, why, differences = self._found(command, act, order, regime)
            if reason is not None:
                return why is None or why.code != reason.code
            return why is None and len(differences) < len(found)

        return DecisionRejudged(
            command=act.command.__name__,
            first=act.first.version,
            last=act.events[-1].version,
            occurred_at=act.first.event.occurred_at,
            recorded_at=act.first.recorded_at,
            actor=act.first.actor,
            outcome=outcome,
            reason=reason,
            differences=found,
            because=self._sides.because(is_gone) if outcome != "same" else (),
            assumed=ASSUMED.get(act.command, ()),
            reproduced=reproduced,
        )

    def _command(self, act: Act, order: ProtectionOrder) -> tuple[Command, bool | None]:
        """Return the command that gives what is on record, and whether one does."""
        own = self._sides.recorded
        candidates = list(commands_of(act, order, (own or self._sides.under).zone))
        if own is None:
            return candidates[0], None
        recorded = tuple(one.event for one in act.events)
        for candidate in candidates:
            if _gives(candidate, order, own, act.first.recorded_at, recorded):
                return candidate, True
        return candidates[0], False

    def _found(
        self, command: Command, act: Act, order: ProtectionOrder, regime: Regime
    ) -> tuple[Outcome, ReasonJudged | None, tuple[FieldDiffers, ...]]:
        """Return what comes of a command under a law, compared with what is on record."""
        if isinstance(command, RequestOrder):
            asked = {"regime": regime.id, "as_if_in_force": self._sides.as_if}
            command = command.model_copy(update=asked)
        if order.regime is not None:  # As if it had pinned the law that decides here.
            pinned = e.RegimeRef(id=regime.id, digest=regime.digest)
            order = order.changed(regime=pinned)
        try:
            events = decide(command, order, regime, act.first.recorded_at)
        except NotDecided as refusal:
            return "not_decided", _reason(refusal, refusal.question), ()
        except CommandRejected as refusal:
            return "refused", _reason(refusal), ()
        recorded = _without_reassessments(one.event for one in act.events)
        found = tuple(_differences(recorded, _without_reassessments(events)))
        return ("otherwise" if found else "same"), None, found


def _gives(
    command: Command,
    order: ProtectionOrder,
    regime: Regime,
    now: datetime,
    recorded: tuple[e.Event, ...],
) -> bool:
    try:
        return decide(command, order, regime, now) == recorded
    except CommandRejected:
        return False


def _reason(refusal: CommandRejected, question: str | None = None) -> ReasonJudged:
    return ReasonJudged(
        code=Code(refusal.code),
        sentence=refusal.sentence,
        sentence_nl=refusal.sentence_nl,
        law=refusal.law,
        question=question,
    )


def _without_reassessments(events: Iterable[e.Event]) -> Content:
    """Return what events say; what follows for incidents is judged incident by incident."""
    first, *rest = events
    kept = [first, *(one for one in rest if not isinstance(one, e.IncidentReassessed))]
    found: Content = {}
    for event in kept:
        name = type(event).__name__
        found[name, sum(other == name for other, _ in found)] = _content(event)
    return found


def _content(event: e.Event) -> dict[str, Any]:
    names = (name for name in type(event).model_fields if name not in _NOT_COMPARED)
    return {name: plain(getattr(event, name)) for name in names}


def _differences(recorded: Content, under: Content) -> Iterable[FieldDiffers]:
    if list(recorded) != list(under):
        names = [[name for name, _ in content] for content in (recorded, under)]
        yield FieldDiffers(event="", field="events", recorded=names[0], under=names[1])
    for key in recorded:
        before, after = recorded[key], under.get(key, recorded[key])
        for field, value in before.items():
            if after[field] != value:
                yield FieldDiffers(event=key[0], field=field, recorded=value, under=after[field])
