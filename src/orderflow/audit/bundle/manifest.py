"""The manifest: what a bundle says of itself, and the hash of every file in it.

It is the text of a signed note, and the first file of the archive. Its first line tells it from a
checkpoint, so that a key may sign both and neither can be taken for the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple, Self

from orderflow.audit.bundle.archive import LARGEST, is_proper
from orderflow.audit.interchange import Selection
from orderflow.audit.interchange.payload import is_moment
from orderflow.audit.ledger.encoding import number
from orderflow.audit.ledger.keys import Kind, SigningKey, VerifierKey
from orderflow.audit.ledger.note import Note, Signature
from orderflow.errors import NotTrusted, NotWellFormed
from orderflow.order.writing import moment_written

NAME: Final = "MANIFEST"
FORMAT: Final = "orderflow-bundle/1"

_ABOUT: Final = re.compile(r"order ([0-9a-f]{32})|period (\S+) (\S+)")
_FILE: Final = re.compile(r"file ([0-9a-f]{64}) (\S+) (\S+)")
_COUNT: Final = re.compile(r"events (\S+) of (\S+)")
_HEAD: Final = 5


class Listed(NamedTuple):
    """One file of a bundle.

    Attributes:
        name: Its name.
        size: Its size in bytes.
        digest: SHA-256 of its content, in hexadecimal.
    """

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in a manifest.

    Attributes:
        made_by: The program that made the bundle, with its version.
        origin: Which log the events are of.
        events: How many events there are in the bundle.
        size: Of how many events of the log its checkpoint speaks.
        selection: Of which order, or recorded in which period, the events are; all those among the
            first `size` of the log.
        files: The other files, in the order of their names.
    """

    made_by: str
    origin: str
    events: int
    size: int
    selection: Selection
    files: tuple[Listed, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return what the text of a manifest says.

        Raises:
            NotWellFormed: It is none, or not written in the one way that it must be.
        """
        lines = text.split("\n")
        if lines[0] != FORMAT or len(lines) <= _HEAD:
            msg = "not the manifest of a bundle, or of a newer one"
            raise NotWellFormed(msg)
        _, made, origin, count, about, *files = lines[:-1]
        counted = _COUNT.fullmatch(count)
        if not counted:
            msg = "a manifest without the number of its events"
            raise NotWellFormed(msg)
        found = cls(
            made_by=made.removeprefix("made by "),
            origin=origin.removeprefix("log "),
            events=number(counted[1]),
            size=number(counted[2]),
            selection=_selection(about),
            files=tuple(map(_listed, files)),
        )
        names = [NAME, *(one.name for one in found.files)]
        if found.text != text or names != sorted(set(names)):
            msg = "a manifest whose lines are not as they must be, or not in their order"
            raise NotWellFormed(msg)
        return found

    @property
    def text(self) -> str:
        """The manifest as it is signed."""
        lines = (
            FORMAT,
            f"made by {self.made_by}",
            f"log {self.origin}",
            f"events {self.events} of {self.size}",
            about(self.selection),
            *(f"file {one.digest} {one.size} {one.name}" for one in self.files),
        )
        return "".join(f"{line}\n" for line in lines)


def about(selection: Selection) -> str:
    """Return the line that says which events these are.

    Raises:
        ValueError: Neither an order nor a period with both its ends.
    """
    order, begin, before = selection.order, selection.recorded_from, selection.recorded_before
    if order is not None and begin is None and before is None:
        return f"order {order}"
    if order is None and begin is not None and before is not None:
        return f"period {moment_written(begin)} {moment_written(before)}"
    msg = "a bundle is of one order, or of a period with both its ends"
    raise ValueError(msg)


def signed(manifest: Manifest, key: SigningKey) -> bytes:
    """Return the manifest with the signature of whoever made the bundle.

    Raises:
        ValueError: It is no key for notes.
    """
    if key.kind is not Kind.NOTE:
        msg = "a bundle is signed with a key for notes"
        raise ValueError(msg)
    text = manifest.text
    signature = Signature(key.name, key.verifier.key_id, key.sign(text.encode()))
    return Note(text, (signature,)).encode()


def require_signed(note: Note, signer: VerifierKey) -> None:
    """Return if a manifest bears one signature, and it is that of `signer`.

    A signature of somebody unknown would be bytes that nobody answers for.

    Raises:
        NotTrusted: It does not.
    """
    if [(one.name, one.key_id) for one in note.signatures] != [(signer.name, signer.key_id)]:
        msg = f"the bundle is not signed with the key {signer.name}, and with no other"
        raise NotTrusted(msg)
    if not signer.signed(note.text.encode(), note.signatures[0].value):
        msg = f"the signature over the bundle in the name of {signer.name} is wrong"
        raise NotTrusted(msg)


def _listed(line: str) -> Listed:
    found = _FILE.fullmatch(line)
    size = number(found[2]) if found else LARGEST + 1
    if not found or size > LARGEST or not is_proper(found[3]):
        msg = "a line of a manifest that is no file"
        raise NotWellFormed(msg)
    return Listed(found[3], size, found[1])


def _selection(line: str) -> Selection:
    found = _ABOUT.fullmatch(line)
    if found and found[1]:
        return Selection(order=found[1])
    if not found or not all(map(is_moment, found.groups()[1:])):
        msg = "a manifest that does not say of which order or period the events are"
        raise NotWellFormed(msg)
    begin, before = map(datetime.fromisoformat, found.groups()[1:])
    return Selection(recorded_from=begin, recorded_before=before)
