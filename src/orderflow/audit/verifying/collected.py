"""Collects findings without ever holding more than a few, however much is wrong.

Of each kind the first are kept, by position, so that a log full of one fault still shows another.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice, zip_longest
from typing import Any, Final

from orderflow.audit.verifying.finding import Finding, FindingKind, Note, NoteKind

KEPT: Final = 1000
"""How many findings are kept unless somebody asks for more."""

_NOTES_OF_A_KIND: Final = 20


class Findings:
    """What was found so far.

    Attributes:
        found: How often each kind was found.
        noted: How often each kind of note was made.
    """

    def __init__(self, at_most: int = KEPT) -> None:
        """Begin with nothing; at most so many findings of each kind are kept meanwhile."""
        self.found: Counter[FindingKind] = Counter()
        self.noted: Counter[NoteKind] = Counter()
        self._at_most = at_most
        self._findings: dict[FindingKind, list[Finding]] = {}
        self._notes: list[Note] = []

    def add(self, kind: FindingKind, sentence: str, **where: Any) -> None:  # noqa: ANN401
        """Take one finding; `where` has other members of `Finding`, as far as they are known."""
        self.found[kind] += 1
        kept = self._findings.setdefault(kind, [])
        if len(kept) < self._at_most:
            kept.append(Finding(kind=kind, sentence=sentence, **where))

    def note(self, kind: NoteKind, sentence: str, **where: Any) -> None:  # noqa: ANN401
        """Take one note; `where` has `position`, `stream` or `version`."""
        self.noted[kind] += 1
        if self.noted[kind] <= _NOTES_OF_A_KIND:
            self._notes.append(Note(kind=kind, sentence=sentence, **where))

    def join(self, other: Findings) -> None:
        """Take what another found, that looked at another part."""
        self.found += other.found
        self.noted += other.noted
        for kind, found in other._findings.items():
            kept = [*self._findings.get(kind, ()), *found]
            self._findings[kind] = sorted(kept, key=_position)[: self._at_most]
        self._notes += other._notes

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings in order of position, at most as many as were asked for."""
        every = sorted((one for kept in self._findings.values() for one in kept), key=_position)
        if len(every) <= self._at_most:
            return tuple(every)
        # In turn the first of each kind, so that no fault hides behind a thousand of another.
        turns = chain.from_iterable(zip_longest(*self._findings.values()))
        some = islice((one for one in turns if one is not None), self._at_most)
        return tuple(sorted(some, key=_position))

    def notes(self) -> tuple[Note, ...]:
        """Return the notes that were kept, in order of position."""
        return tuple(sorted(self._notes, key=_position))


_FIRST: Final = -(2**63)


def _position(one: Finding | Note) -> tuple[int, str, str, int, str]:
    """Return what findings are ordered by: where they stand, then a fixed order of the rest."""
    position = _FIRST if one.position is None else one.position
    return (position, one.stream or "", one.kind, one.version or 0, one.sentence)
