"""Makes a bundle: gathers everything first, signs last, and never replaces a file that is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from orderflow.audit.bundle import archive, readme
from orderflow.audit.bundle.choosing import Source, chosen, pinned_by
from orderflow.audit.bundle.contents import contents
from orderflow.audit.bundle.covering import Covered, cover, growth, write_proof
from orderflow.audit.bundle.manifest import NAME, Listed, Manifest, about, signed
from orderflow.audit.export.files import whole_file
from orderflow.audit.interchange import LogHead, Selection, lines_of, read, write
from orderflow.law import RegimeRegister

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orderflow.audit.ledger.checkpoint import Checkpoint
    from orderflow.audit.ledger.keys import SigningKey, VerifierKey
    from orderflow.audit.ledger.store import LedgerStore

CHECKPOINT: Final = "checkpoint"
EVENTS: Final = "events.jsonl"
PROOF: Final = "proof.txt"
GROWTH: Final = "growth.proof"


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes into a bundle beside the events.

    Attributes:
        register: Where the law of the orders is.
        own_law: Folder of regimes that do not ship, for their sources and choices.
        witnesses: Public keys of witnesses, for a reader to compare.
        since: An older checkpoint; the bundle then proves that the log only grew since.
    """

    register: RegimeRegister | None = None
    own_law: Path | None = None
    witnesses: tuple[VerifierKey, ...] = ()
    since: Checkpoint | None = None


def make(
    out: Path,
    selection: Selection,
    source: Source,
    ledger: LedgerStore,
    key: SigningKey,
    beside: Beside | None = None,
) -> Manifest:
    """Write a signed bundle to a new file, and return what its manifest says.

    The same log, ledger, key and version of `orderflow` give the same bytes. The file is there
    whole or not at all, and only its owner can read it.

    Args:
        out: The new file.
        selection: One order, or a period with both its ends.
        source: The log.
        ledger: Its ledger; the last checkpoint must speak of every event that is chosen.
        key: Signs the bundle; the key of the log, or another one for notes.
        beside: What else goes into it.

    Raises:
        ValueError: Neither an order nor a period, or the key is that of a witness.
        OrderNotFound: There is no such order.
        NotCovered: No event is meant, or no checkpoint speaks of one of them yet.
        LogContradicted: An event is not what was hashed, or the log does not extend `since`.
        UnknownRegime: A law that was pinned is not at hand unchanged.
        FileExistsError: There is something at `out` already.
        EventLogError: The log cannot be read faithfully.
        LedgerError: The ledger cannot be read.
    """
    about(selection)
    wanted = beside or Beside()
    with TemporaryDirectory() as folder:
        covered, files = _proven(Path(folder), selection, source, ledger)
        if wanted.since is not None:
            files[GROWTH] = growth(covered, wanted.since, ledger)
        files |= _gathered(source, files[EVENTS], key.verifier, wanted)
        whole = Manifest(
            made_by=f"orderflow {version('orderflow')}",
            origin=covered.checkpoint.origin,
            events=len(covered.places),
            size=covered.checkpoint.size,
            selection=selection,
            files=(),
        )
        files[readme.NAME] = readme.readme(whole, simulated=source.reader.simulated)
        listed = tuple(_listed(name, files[name]) for name in sorted(files))
        whole = replace(whole, files=listed)
        _write(out, signed(whole, key), whole, files)
    return whole


def _proven(
    folder: Path, selection: Selection, source: Source, ledger: LedgerStore
) -> tuple[Covered, dict[str, bytes | Path]]:
    """Return where the events stand, and the files that the ledger proves."""
    head = LogHead(
        simulated=source.reader.simulated,
        created_at=source.reader.created_at,
        selection=selection,
    )
    events, proof = folder / EVENTS, folder / PROOF
    with events.open("wb") as file:
        covered = cover(
            chosen(source, selection),
            source.stored,
            ledger,
            lambda found: file.writelines(write(found, head)),
        )
    with proof.open("wb") as file:
        write_proof(covered, ledger, file)
    return covered, {CHECKPOINT: covered.note, EVENTS: events, PROOF: proof}


def _gathered(
    source: Source, events: bytes | Path, signer: VerifierKey, beside: Beside
) -> dict[str, bytes]:
    """Return the files that whoever signs answers for."""
    assert isinstance(events, Path)  # noqa: S101 - a log may be larger than memory
    with events.open("rb") as file:
        streams = dict.fromkeys(event.stream for event in read(lines_of(file)))
    pinned = dict.fromkeys(one for stream in streams for one in pinned_by(source, stream))
    register = beside.register or RegimeRegister.packaged()
    keys = {"signer": signer, **{f"witness-{n}": k for n, k in enumerate(beside.witnesses, 1)}}
    return {
        **contents(pinned, register, beside.own_law),
        **{f"keys/{name}.pub": f"{one}\n".encode() for name, one in keys.items()},
    }


def _listed(name: str, content: bytes | Path) -> Listed:
    if isinstance(content, bytes):
        return Listed(name, len(content), sha256(content).hexdigest())
    with content.open("rb") as file:
        return Listed(name, content.stat().st_size, file_digest(file, "sha256").hexdigest())


def _write(out: Path, note: bytes, manifest: Manifest, files: Mapping[str, bytes | Path]) -> None:
    with whole_file(out) as new, new.open("wb") as file:
        archive.add(file, NAME, note, len(note))
        for one in manifest.files:
            content = files[one.name]
            if isinstance(content, bytes):
                archive.add(file, one.name, content, one.size)
            else:
                with content.open("rb") as opened:
                    archive.add(file, one.name, opened, one.size)
        archive.finish(file)
