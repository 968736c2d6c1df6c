"""Every checkpoint against the log: those that the ledger keeps, and those kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.keys import VerifierKey
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.trust import Trust
from orderflow.audit.verifying.finding import CheckpointChecked, FindingKind, NoteKind
from orderflow.errors import LedgerError, NotTrusted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from orderflow.audit.verifying.collected import Findings
    from orderflow.audit.verifying.sqlite.kept import KeptLedger

_LEDGER = "ledger"


class Given(NamedTuple):
    """A checkpoint to be compared.

    Attributes:
        source: `ledger`, or the name of the file that it stands in.
        file: That file, or the file of the ledger.
        size: Under which size the ledger keeps it; None for a file.
        content: The signed note.
    """

    source: str
    file: str
    size: int | None
    content: object


def sizes_of(ledger: KeptLedger | None, checkpoints: Mapping[str, bytes]) -> list[int]:
    """Return the sizes of all trees of which a checkpoint speaks, as far as it can be read."""
    found = {size for size, _ in ledger.notes() if type(size) is int} if ledger else set()
    for content in checkpoints.values():
        try:
            found.add(Checkpoint.parse(Note.parse(content).text).size)
        except LedgerError:
            continue
    return sorted(size for size in found if size >= 0)


def every(ledger: KeptLedger | None, checkpoints: Mapping[str, bytes]) -> Iterator[Given]:
    """Iterate over all checkpoints to be compared."""
    if ledger is not None:
        for size, note in ledger.notes():
            yield Given(_LEDGER, ledger.name, size, note)
    for name, content in checkpoints.items():
        yield Given(name, name, None, content)


class Checkpoints:
    """Compares checkpoints one by one with the roots of the log.

    Attributes:
        compared: How many were compared.
        covered: How many events the largest one that holds speaks of; None without one.
        last: The last one of the ledger that can be believed, whether or not it holds.
        shown: Those that are worth showing: of the ledger the last, and every one given.
    """

    def __init__(
        self, findings: Findings, roots: Mapping[int, bytes], events: int, trust: Trust | None
    ) -> None:
        """Take the roots of the log at the sizes of all checkpoints, and whom to believe."""
        self.compared = 0
        self.covered: int | None = None
        self.last: Checkpoint | None = None
        self.shown: dict[str, CheckpointChecked] = {}
        self._findings = findings
        self._roots = roots
        self._events = events
        self._trust = trust

    def compare(self, one: Given, own: Trust | None) -> None:
        """Compare one; `own` is the key by which it can be checked if none was given."""
        self.compared += 1
        checkpoint = self._read(one)
        if checkpoint is None:
            return
        signed, cosigned = self._signatures(one, own)
        if one.size is not None and one.size != checkpoint.size:
            self._found(
                FindingKind.LEDGER_INCONSISTENT,
                one,
                checkpoint.size,
                f"The ledger keeps the checkpoint of {checkpoint.size} events"
                f" under the size {one.size}.",
            )
        holds = self._holds(one, checkpoint)
        if signed is not False:
            if holds:
                self.covered = max(self.covered or 0, checkpoint.size)
            if one.source == _LEDGER:
                self.last = checkpoint
        self.shown[one.source] = CheckpointChecked(
            source=one.source,
            size=checkpoint.size,
            holds=holds,
            signed=signed,
            cosigned=cosigned,
        )

    def _read(self, one: Given) -> Checkpoint | None:
        try:
            if not isinstance(one.content, bytes):
                self._unreadable(one, "it is no text")
                return None
            return Checkpoint.parse(Note.parse(one.content).text)
        except LedgerError as error:
            self._unreadable(one, str(error))
            return None

    def _unreadable(self, one: Given, why: str) -> None:
        sentence = f"A checkpoint cannot be read: {why}."
        self._found(FindingKind.CHECKPOINT_UNREADABLE, one, one.size, sentence)

    def _signatures(self, one: Given, own: Trust | None) -> tuple[bool | None, tuple[str, ...]]:
        trust = self._trust or own
        if trust is None or not isinstance(one.content, bytes):
            return None, ()
        if one.source == _LEDGER and self._trust is not None:
            # Cosignatures come later than checkpoints: only those given must have enough.
            trust = Trust(trust.log, trust.witnesses, 0)
        try:
            opened = trust.open(one.content)
        except NotTrusted as error:
            self._found(
                FindingKind.CHECKPOINT_NOT_TRUSTED,
                one,
                one.size,
                f"A checkpoint is not to be believed: {error}.",
            )
            return False, ()
        return True, tuple(key.partition("+")[0] for key in opened.cosigned_at)

    def _holds(self, one: Given, checkpoint: Checkpoint) -> bool:
        if checkpoint.size > self._events:
            self._found(
                FindingKind.CHECKPOINT_AHEAD,
                one,
                checkpoint.size,
                f"The checkpoint speaks of {checkpoint.size} events; the log has"
                f" {self._events}: events are gone, or this is an older copy.",
            )
            return False
        if self._roots.get(checkpoint.size) == checkpoint.root:
            return True
        self._found(
            FindingKind.CHECKPOINT_CONTRADICTED,
            one,
            checkpoint.size,
            f"The first {checkpoint.size} events of the log are not those that the checkpoint"
            " speaks of.",
        )
        return False

    def _found(self, kind: FindingKind, one: Given, place: int | None, sentence: str) -> None:
        known = place if type(place) is int else None
        self._findings.add(kind, sentence, place=known, file=one.file)


def own_trust(ledger: KeptLedger | None, trust: Trust | None, findings: Findings) -> Trust | None:
    """Return the key that the ledger itself names, by which its checkpoints can be checked.

    Tells where that key cannot be read, or is not the one that was given.
    """
    if ledger is None:
        return None
    try:
        key = VerifierKey.parse(ledger.key)
        found = Trust(key)
    except (LedgerError, ValueError) as error:
        text = f"The public key that the ledger names cannot be read: {error}."
        findings.add(FindingKind.LEDGER_UNREADABLE, text, file=ledger.name)
        return None
    if trust is None:
        findings.note(
            NoteKind.NO_KEY,
            "No key was given: signatures were checked with the key that the ledger itself names."
            " Whoever can write the ledger can write that key.",
        )
    elif trust.log != key:
        text = f"The ledger was begun with another key than that of {trust.log.name}."
        findings.add(FindingKind.LEDGER_INCONSISTENT, text, file=ledger.name)
    return found
