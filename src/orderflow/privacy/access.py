"""Whether somebody may see an order: a pure decision, with its reason. Default deny.

Whoever may not see an order is answered as if there were none: `outward` is one and the same value
for an order that is hidden, closed or not there. The true reason is for the record of reads.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final
from uuid import UUID

from orderflow.order import fold
from orderflow.order.values import Value
from orderflow.privacy.access_office import closed_to, is_excluded, office_of
from orderflow.privacy.access_sentences import ACCESS_LAW, ACCESS_SENTENCES, AccessCode
from orderflow.privacy.access_standing import Part, part_of
from orderflow.privacy.audience import Audience, Audiences
from orderflow.privacy.secrecy import Told, told_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orderflow.order import ProtectionOrder
    from orderflow.privacy.reader import Reader
    from orderflow.store import RecordedEvent

_NO_ID: Final = UUID(int=0)
_AT_THE_GATE: Final = frozenset({Audience.COURT, Audience.POLICE, Audience.PROSECUTOR})


class What(StrEnum):
    """What somebody asks to see.

    `gate` is the question whether conduct can be acted upon: an answer, and nothing of the record.
    """

    RECORD = "record"
    GATE = "gate"


class AccessDecision(Value):
    """Whether somebody may see an order, and why.

    Attributes:
        allowed: Whether they may.
        code: Why, or why not.
        audiences: As what they read it, by name; empty where they may not.
    """

    allowed: bool
    code: AccessCode
    audiences: tuple[Audience, ...] = ()

    @property
    def law(self) -> tuple[str, ...]:
        """Source keys that it rests on; empty where it rests on readings of ours."""
        return ACCESS_LAW.get(self.code, ())

    @property
    def sentence(self) -> str:
        """The reason as one plain sentence in English."""
        return ACCESS_SENTENCES[self.code][0]

    @property
    def sentence_nl(self) -> str:
        """The reason as one plain sentence in Dutch."""
        return ACCESS_SENTENCES[self.code][1]

    @property
    def outward(self) -> AccessDecision:
        """What the reader may be told: every denial is that of an order that is not there."""
        return self if self.allowed else NO_SUCH_ORDER


def _denied(code: AccessCode) -> AccessDecision:
    return AccessDecision(allowed=False, code=code)


def _granted(audiences: Audiences) -> AccessDecision:
    found = tuple(sorted(audiences))
    return AccessDecision(allowed=True, code=AccessCode.GRANTED, audiences=found)


NO_SUCH_ORDER: Final = _denied(AccessCode.NO_SUCH_ORDER)


def may_see(
    reader: Reader, history: Sequence[RecordedEvent], *, what: What = What.RECORD
) -> AccessDecision:
    """Return whether a reader may see an order, by its record as it stands.

    Args:
        reader: Who asks.
        history: Everything on record of the order, earliest first; empty where there is none.
        what: What they ask to see.

    Source:
        gb-eaw/fla-1996/s-63d, gb-eaw/fpr-2010/r-29-1; choices INT-063 to INT-069.
    """
    return Look(reader, history).decision(what)


class Look:
    """One reader and one order; each question about them is answered once."""

    def __init__(self, reader: Reader, history: Sequence[RecordedEvent]) -> None:
        """Take who reads, and everything on record."""
        self.reader = reader
        self.history = history

    @cached_property
    def order(self) -> ProtectionOrder:
        """The order by the whole record."""
        return fold(_NO_ID, (recorded.event for recorded in self.history))

    @cached_property
    def part(self) -> Part:
        """The part that the reader has in the case."""
        return part_of(self.reader, self.order)

    @cached_property
    def told(self) -> Told:
        """What the reader was told of the order, where it is against them."""
        return told_to(self.history, self.part.names)

    def decision(self, what: What) -> AccessDecision:
        """Return whether the reader may see it."""
        if not self.history:
            return NO_SUCH_ORDER
        if self.part.against:
            return self._as_a_respondent(what)
        if self.part.audiences:
            return self._as_a_party(self.part.audiences, what)
        if self.part.close:
            return _denied(AccessCode.CONFLICT_OF_INTEREST)
        if is_excluded(self.reader, self.order):
            return _denied(AccessCode.EXCLUDED)
        if self.part.for_client:
            return self._as_a_party(self.part.for_client, what)
        return self._in_an_office(what)

    def _as_a_respondent(self, what: What) -> AccessDecision:
        if not self.told.tellings:
            return _denied(AccessCode.NOT_TOLD)
        return self._as_a_party(frozenset({Audience.RESPONDENT}), what)

    @staticmethod
    def _as_a_party(audiences: Audiences, what: What) -> AccessDecision:
        # The gate is a question of those who act upon conduct.
        return _granted(audiences) if what is What.RECORD else _denied(AccessCode.NO_PART)

    def _in_an_office(self, what: What) -> AccessDecision:
        office = office_of(self.reader, self.order, self.history)
        if what is What.GATE:
            # Secrecy must not take protection away: no restriction closes the gate (INT-069).
            asking = office.audiences & _AT_THE_GATE
            return _granted(asking) if asking else _denied(office.otherwise)
        if not office.audiences:
            return _denied(office.otherwise)
        closed = closed_to(self.reader, self.order, office)
        return _granted(office.audiences) if closed is None else _denied(closed)
