"""What a bundle proves, to somebody who holds the key of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orderflow.audit.bundle.choosing import within
from orderflow.audit.bundle.excerpt import Excerpt, decode
from orderflow.audit.bundle.making import CHECKPOINT, EVENTS, GROWTH, PROOF
from orderflow.audit.bundle.manifest import Manifest, require_signed
from orderflow.audit.bundle.pinned import pinned_in, require_pinned
from orderflow.audit.interchange import read
from orderflow.audit.interchange.marks import read_head
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.proof_file import ConsistencyProof
from orderflow.errors import NotProven

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.audit.bundle.reading import Bundle
    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.keys import VerifierKey
    from orderflow.audit.ledger.source import StoredEvent
    from orderflow.audit.ledger.trust import Opened, Trust


class Checked(NamedTuple):
    """What was found to hold.

    Attributes:
        manifest: What the bundle says of itself.
        opened: Its checkpoint, with who cosigned.
        places: Runs of places of the log, from 0, of which the bundle has the events: the first
            of each, and the one behind its last.
        simulated: Whether the log follows a simulated clock.
        since: The older checkpoint that it extends, if one was asked for.
    """

    manifest: Manifest
    opened: Opened
    places: tuple[tuple[int, int], ...]
    simulated: bool
    since: Checkpoint | None


def check(
    bundle: Bundle,
    trust: Trust,
    *,
    signer: VerifierKey | None = None,
    since: Checkpoint | None = None,
) -> Checked:
    """Return what a bundle proves, once all of it has been found to hold.

    Args:
        bundle: The bundle.
        trust: Whom to believe of its checkpoint.
        signer: Whom to believe of the bundle; by default the log.
        since: An older checkpoint that is believed already.

    Raises:
        NotTrusted: A signature that was asked for is missing or wrong.
        NotProven: Events, hashes, law or manifest do not agree.
        NotWellFormed: Something is not written as it must be.
        EventLogError: The events are not those of a log.
    """
    require_signed(bundle.note, signer or trust.log)
    opened = trust.open(bundle.content(CHECKPOINT))
    head = read_head(next(bundle.lines(EVENTS), b""))
    facts = _Facts(bundle.manifest)
    excerpt = Excerpt(decode(bundle.lines(PROOF)), facts.leaves(read(bundle.lines(EVENTS))))
    if excerpt.root(opened.checkpoint.size) != opened.checkpoint.root:
        msg = "the events and hashes of the bundle do not lead to its checkpoint"
        raise NotProven(msg)
    said = bundle.manifest
    claimed = (said.origin, said.size, said.events, said.selection)
    if claimed != (opened.checkpoint.origin, opened.checkpoint.size, facts.count, head.selection):
        msg = "the manifest says otherwise than what is in the bundle"
        raise NotProven(msg)
    require_pinned(bundle, facts.pinned)
    grown = None if since is None else _grown(bundle, trust, since, opened)
    return Checked(said, opened, tuple(excerpt.runs), head.simulated, grown)


class _Facts:
    """What the events of a bundle say, as they go by."""

    def __init__(self, manifest: Manifest) -> None:
        self._selection = manifest.selection
        self.count = 0
        self.pinned: set[tuple[str, str]] = set()
        self._versions: dict[str, int] = {}

    def leaves(self, events: Iterator[StoredEvent]) -> Iterator[bytes]:
        for event in events:
            self.count += 1
            if not self._belongs(event):
                msg = f"event {event.version} of {event.stream} does not belong in this bundle"
                raise NotProven(msg)
            if event.version == 1:
                self.pinned |= pinned_in(event.state)
            yield hash_of(event)

    def _belongs(self, event: StoredEvent) -> bool:
        order = self._selection.order
        before = self._versions.get(event.stream, 0 if order else event.version - 1)
        self._versions[event.stream] = event.version
        # Within an order it is recorded later and later, so that no period cuts a gap.
        if event.version != before + 1:
            return False
        return event.stream == order if order else within(event, self._selection)


def _grown(bundle: Bundle, trust: Trust, since: Checkpoint, opened: Opened) -> Checkpoint:
    if since == opened.checkpoint:
        return since
    if GROWTH not in bundle:
        msg = f"the bundle does not say whether the log extends the checkpoint of {since.size}"
        raise NotProven(msg)
    later = ConsistencyProof.parse(bundle.content(GROWTH)).check(trust, since)
    if later.checkpoint != opened.checkpoint:
        msg = "the proof of growth in the bundle is one of another checkpoint"
        raise NotProven(msg)
    return since
