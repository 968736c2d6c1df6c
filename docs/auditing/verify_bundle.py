#!/usr/bin/env python3
"""Checks what a log of protection orders proves, without the software that wrote the log.

    python verify_bundle.py bundle FILE --key log.pub      a bundle: events, law, proofs in one file
    python verify_bundle.py proof FILE --key log.pub       a proof of one event
    python verify_bundle.py proof FILE --key log.pub --since OLD     a proof that a log only grew
    python verify_bundle.py log FILE --key log.pub --checkpoint C    a copy of a whole log

This is one file. It needs Python 3.9 or newer and the library `cryptography`, and nothing of
`orderflow`. It was written from the pages bundle.md, event-log.md and ledger.md alone; if it and
`orderflow` ever disagree, one of them is wrong, and you have found something.

What you must bring yourself is the public key of the log (--key), got from whoever keeps it by a
way that you trust; a key that lies in the file you are checking proves nothing. Public keys of
witnesses (--witness) and old checkpoints (--since), as you kept them, let you rely on less.

Exit code 0: everything that was asked holds. 1: something does not; each thing is named with its
place. 2: the question was not put well: no such file, no such key, a library is missing.
"""

from __future__ import annotations

import argparse
import base64
import binascii
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import sys
from datetime import datetime, timedelta, timezone
from typing import Any, BinaryIO, Iterator, NamedTuple

try:
    import tomllib
except ModuleNotFoundError:  # Before Python 3.11: the law in a bundle is then not compared.
    tomllib = None
try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ModuleNotFoundError:
    sys.exit("This program needs the library 'cryptography': pip install cryptography")

LARGEST_NOTE = 1_000_000  # A checkpoint, proof or manifest is short. More bytes are not read.
LARGEST_LINE = 64_000_000  # One event on one line.
MOST_FINDINGS = 100  # So many are printed; all are counted.


class Refused(Exception):
    """Something does not hold. The text says what, and where."""


class WrongUse(Exception):
    """The question cannot be put like this."""


def shown(text: object) -> str:
    """Text of others, made harmless for a terminal, and short."""
    return json.dumps(str(text)[:120])[1:-1]


# --- Base 64, numbers, hashes --------------------------------------------------------------------
# Whatever can be written in two ways can be changed unseen, so only one way is accepted of each.


def bytes_of(text: str, what: str) -> bytes:
    """The bytes that are written in Base 64."""
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        value = b""
    if not value or base64.b64encode(value).decode() != text:
        raise Refused(f"{what} is not written in Base 64")
    return value


def hash_of(text: str, what: str) -> bytes:
    """The hash of 32 bytes that is written in Base 64."""
    value = bytes_of(text, what)
    if len(value) != 32:
        raise Refused(f"{what} is no hash of 32 bytes")
    return value


def number(text: str, what: str) -> int:
    """The number that is written in decimal digits, without sign or leading zeroes."""
    if not re.fullmatch(r"0|[1-9][0-9]{0,17}", text, re.ASCII):
        raise Refused(f"{what} is no number")
    return int(text)


# --- Keys, notes and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) -----------

LOG, WITNESS = 1, 4  # What a key signs: notes of a log, or cosignatures.


class Key(NamedTuple):
    """A public key, written as name+id+key."""

    name: str
    key_id: bytes
    kind: int
    public: bytes

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Whether the signature over the message was made with this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


def read_key(text: str, kind: int) -> Key:
    """The public key that is typed, or that a file holds."""
    written = text if "+" in text else read(text).decode("utf-8", "replace").strip()
    parts = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+(\S+)", written)
    if not parts:
        raise WrongUse(f"{shown(text)} is no public key, written as name+id+key")
    try:
        content = bytes_of(parts[3], "a public key")
    except Refused as error:
        raise WrongUse(str(error)) from None
    key = Key(parts[1], bytes.fromhex(parts[2]), content[0], content[1:])
    whole = key.name.encode() + b"\n" + content
    if len(content) != 33 or hashlib.sha256(whole).digest()[:4] != key.key_id:
        raise WrongUse(f"{shown(text)} is no Ed25519 key, or its id is that of another")
    if key.kind != kind:
        raise WrongUse(f"{shown(key.name)} is no key of a {'log' if kind == LOG else 'witness'}")
    return key


class Note(NamedTuple):
    """A signed text, and who says to have signed it: name, id of the key, signature."""

    text: str
    signatures: list[tuple[str, bytes, bytes]]

    def by(self, key: Key) -> list[bytes]:
        """The signatures in the name of a key; not yet checked."""
        return [one[2] for one in self.signatures if one[:2] == (key.name, key.key_id)]


def read_note(content: bytes, what: str) -> Note:
    """A text, an empty line, and a line for each signature."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{what} is no text in UTF-8") from None
    if re.search(r"[\x00-\x09\x0b-\x1f]", text) or len(content) > LARGEST_NOTE:
        raise Refused(f"{what} holds what no note holds")
    body, blank, below = text.rpartition("\n\n")
    lines = below[:-1].split("\n")
    if not blank or not below.endswith("\n") or len(lines) > 100:
        raise Refused(f"{what} is no note: a text, an empty line, and lines of signatures")
    signatures = []
    for line in lines:
        parts = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        value = bytes_of(parts[2], f"a signature of {what}") if parts else b""
        if not parts or len(value) < 5:
            raise Refused(f"{what} has a line that is no signature")
        signatures.append((parts[1], value[:4], value[4:]))
    return Note(body + "\n", signatures)


class Trust(NamedTuple):
    """Whom you believe: the key of the log, and so many of these witnesses."""

    log: Key
    witnesses: list[Key]
    quorum: int


class Checkpoint(NamedTuple):
    """The first `size` events of a log have this root; and which witnesses saw that, when."""

    origin: str
    size: int
    root: bytes
    cosigned: list[str]


def read_checkpoint(content: bytes, trust: Trust, what: str) -> Checkpoint:
    """A checkpoint, once its signatures have been found to be right."""
    note = read_note(content, what)
    message = note.text.encode()
    mine = note.by(trust.log)
    if not mine:
        raise Refused(f"{what} is not signed with the key of {shown(trust.log.name)} that you gave")
    if not all(trust.log.signed(message, one) for one in mine):
        raise Refused(f"{what} has a wrong signature of {shown(trust.log.name)}")
    cosigned = [line for key in trust.witnesses for line in cosignature(key, note, what)]
    if len(cosigned) < trust.quorum:
        raise Refused(f"{what} is cosigned by {len(cosigned)} of your witnesses, not {trust.quorum}")
    lines = note.text[:-1].split("\n")
    if len(lines) < 3 or not all(lines):
        raise Refused(f"{what} has no origin, size and root")
    if lines[0] != trust.log.name:
        raise Refused(f"{what} is one of another log, {shown(lines[0])}")
    size, root = number(lines[1], f"the size in {what}"), hash_of(lines[2], f"the root in {what}")
    if size == 0 and root != hashlib.sha256(b"").digest():
        raise Refused(f"{what} speaks of no events and yet has a root")
    return Checkpoint(lines[0], size, root, cosigned)


def cosignature(key: Key, note: Note, what: str) -> list[str]:
    """When a witness cosigned, as one line; nothing if it did not."""
    times = []
    for value in note.by(key):
        seconds = int.from_bytes(value[:8], "big")
        message = f"cosignature/v1\ntime {seconds}\n{note.text}".encode()
        if not key.signed(message, value[8:]):
            raise Refused(f"{what} has a wrong signature of {shown(key.name)}")
        times.append(seconds)
    if not times:
        return []
    epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
    try:
        at = (epoch + timedelta(seconds=min(times))).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        raise Refused(f"{what} was cosigned at no moment of the calendar") from None
    return [f"{at} by {shown(key.name)}"]


# --- The tree (RFC 6962) -------------------------------------------------------------------------
# Each function follows the definition in the RFC word for word, from the root down.


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size: int) -> int:
    """The largest power of two below a size: so many leaves stand on the left."""
    return 1 << (size - 1).bit_length() - 1


def root_from_leaf(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes:
    """The root of a tree of `size` leaves, of which leaf `index` and a path are known."""
    if size == 1 or not path:
        if size != 1 or path:
            raise Refused("the proof has more or fewer hashes than such a place needs")
        return leaf
    left = split(size)
    if index < left:
        return node_hash(root_from_leaf(leaf, index, left, path[:-1]), path[-1])
    return node_hash(path[-1], root_from_leaf(leaf, index - left, size - left, path[:-1]))


def roots_from_old(
    old_root: bytes, old: int, new: int, path: list[bytes], *, whole: bool = True
) -> tuple[bytes, bytes]:
    """The roots over the first `old` and over all `new` leaves, of which a path is known."""
    if old == new and len(path) == (0 if whole else 1):
        known = old_root if whole else path[0]
        return known, known
    if old >= new or not path:
        raise Refused("the proof has more or fewer hashes than such a growth needs")
    left, last = split(new), path[-1]
    if old <= left:
        before, after = roots_from_old(old_root, old, left, path[:-1], whole=whole)
        return before, node_hash(after, last)
    before, after = roots_from_old(old_root, old - left, new - left, path[:-1], whole=False)
    return node_hash(last, before), node_hash(last, after)


class GrowingTree:
    """A tree that is given leaf after leaf, and remembers only the roots of its full subtrees."""

    def __init__(self) -> None:
        """Begin without leaves."""
        self.full: list[tuple[int, bytes]] = []

    def add(self, leaf: bytes) -> None:
        """Take one more leaf, by its hash."""
        width, found = 1, leaf
        while self.full and self.full[-1][0] == width:
            found = node_hash(self.full.pop()[1], found)
            width *= 2
        self.full.append((width, found))

    def root(self) -> bytes:
        """The root over all leaves so far."""
        found = self.full[-1][1] if self.full else hashlib.sha256(b"").digest()
        for _, left in reversed(self.full[:-1]):
            found = node_hash(left, found)
        return found


# --- Events (event-log.md) -----------------------------------------------------------------------

KNOWN_TYPES = frozenset(
    """
    AppealDetermined AppealLodged ApplicationServed BindingInvalidated CaseTransferred ChangeRefused
    CivilEnforcementConcluded CivilEnforcementPursued ComplaintWithdrawn ConflictFlagged
    ContactDetailsWithheld DocumentReturned DocumentSurrendered EndRecounted HearingListed
    IncidentDismissed IncidentReassessed IncidentReferred IncidentReported OrderCertifiedForAbroad
    OrderConfirmed OrderDischarged OrderExpired OrderExtended OrderGranted OrderRefused
    OrderRequested OrderRestored OrderSealed OrderServed OrderSetAside OrderSuperseded OrderVaried
    PermissionGranted PermissionRefused PermissionRequested PersonIdentified PersonInformed
    PersonsLinked PersonsUnlinked PoliceNotified ProsecutionConcluded ProtectedPersonDied
    ProtectedPersonReleased RecordCorrected RequestWithdrawn ReturnHearingListed
    ServiceAttemptFailed ServiceDispensed SubstitutedServiceAuthorised SupportArranged
    UndertakingAccepted WishesRecorded
    """.split()
)
"""Each is the topic orderflow/NAME/1. A newer log may have others; they are named, not skipped."""

ENVELOPE = "event_id recorded_at command_id actor causation_id correlation_id event".split()


class Event(NamedTuple):
    """One event exactly as it is stored; each is bytes but the two numbers."""

    position: int
    stream: bytes
    version: int
    topic: bytes
    state: bytes

    def leaf(self) -> bytes:
        """The bytes that are hashed: a tag, then each field behind its length."""
        fields = (self.stream, self.version.to_bytes(8, "big"), self.topic, self.state)
        return b"orderflow-leaf/1\n" + b"".join(len(f).to_bytes(4, "big") + f for f in fields)

    def where(self) -> str:
        """Where it stands, in words."""
        stream = shown(self.stream.decode("utf-8", "replace"))
        return f"position {self.position}, stream {stream}, version {self.version}"


def read_leaf(leaf: bytes) -> Event:
    """The event whose leaf these bytes are; its position is not among them."""
    fields, at = [], len(b"orderflow-leaf/1\n")
    for _ in range(4):
        start = at + 4
        at = start + int.from_bytes(leaf[at:start], "big")
        fields.append(leaf[start:at])
    event = Event(0, fields[0], int.from_bytes(fields[1][:8], "big"), fields[2], fields[3])
    if event.leaf() != leaf:
        raise Refused("the event in the proof is not written as a leaf of such a log")
    return event


def strict_json(content: bytes) -> Any:
    """The value that is written in JSON, where every reader finds the same; else ValueError."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError
        return dict(pairs)

    def constant(name: str) -> Any:
        raise ValueError(name)

    try:
        # Numbers are kept as text: none of them matters here, and some have thousands of digits.
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=unique, parse_constant=constant, parse_int=str, parse_float=str,
        )
    except RecursionError:
        raise ValueError from None


def moment(text: object) -> str | None:
    """A moment in a form that sorts; None unless it is written in ISO 8601 in UTC."""
    form = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z"
    parts = re.fullmatch(form, str(text), re.ASCII)
    try:
        datetime.fromisoformat(parts[1] if parts else "")
    except ValueError:
        return None
    return f"{parts[1]}.{(parts[2] or '').ljust(6, '0')}"


class Story:
    """Looks at one event after another and keeps a list of what does not fit."""

    def __init__(self) -> None:
        """Begin before the first event."""
        self.findings: list[str] = []
        self.found = 0
        self.clock_went_back = 0
        self.regimes: set[tuple[str, str]] = set()  # id and digest of the laws that were pinned
        self._position = -1
        self._recorded = ""
        self._streams: dict[bytes, tuple[int, str]] = {}  # last version, and when it was recorded

    def find(self, event: Event, what: str) -> None:
        """Keep that something does not fit."""
        self.found += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(f"{event.where()}: {what}")

    def tell(self, event: Event, *, begun: bool = True) -> str:
        """Look at the next event; return when it was recorded, in a form that sorts.

        Args:
            event: The event.
            begun: Whether everything before it was seen; an excerpt may begin in the middle.
        """
        if event.position <= self._position:
            self.find(event, f"stands after position {self._position}: out of order")
        self._position = max(event.position, self._position)
        before, earlier = self._streams.get(event.stream, (None, ""))
        if before is None and not begun:
            before = event.version - 1
        self._number(event, before or 0)
        recorded = self._payload(event)
        if recorded:
            if recorded < earlier:
                self.find(event, "was recorded before the event of its order that it follows")
            self.clock_went_back += recorded < self._recorded
            self._recorded = recorded
        self._streams[event.stream] = (max(event.version, before or 0), max(recorded, earlier))
        return recorded

    def lose(self, what: str) -> None:
        """Keep that something about the whole does not hold; it is told before all else."""
        self.found += 1
        self.findings.insert(0, what)

    def orders(self) -> int:
        """How many orders there are."""
        return len(self._streams)

    def _number(self, event: Event, before: int) -> None:
        if not re.fullmatch(rb"[0-9a-f]{32}", event.stream):
            self.find(event, "the id of the order is not 32 hexadecimal digits")
        if event.version <= before:
            self.find(event, f"this order has had version {before} already: twice, or out of order")
        elif event.version != before + 1:
            self.find(event, f"a gap: versions {before + 1} to {event.version - 1} are missing")
        parts = re.fullmatch(r"orderflow/(\w+)/1", event.topic.decode("utf-8", "replace"))
        if not parts or parts[1] not in KNOWN_TYPES:
            topic = shown(event.topic.decode("utf-8", "replace"))
            self.find(event, f"this program does not know the type {topic}")
        elif (parts[1] == "OrderRequested") != (event.version == 1):
            self.find(event, "the first event of an order, and no other, is its request")

    def _payload(self, event: Event) -> str:
        try:
            said = strict_json(event.state)
            fact = said["event"]
            if list(said) != ENVELOPE or not isinstance(fact, dict):
                raise ValueError
        except (ValueError, TypeError, KeyError):
            self.find(event, "the payload is not the envelope of an event, in JSON")
            return ""
        recorded, occurred = moment(said["recorded_at"]), moment(fact.get("occurred_at"))
        if recorded is None or occurred is None:
            self.find(event, "does not say when it occurred and was recorded, in UTC")
        elif occurred > recorded:
            self.find(event, "was recorded before it occurred")
        law = fact.get("regime")
        if event.version == 1 and isinstance(law, dict):
            self.regimes.add((str(law.get("id")), str(law.get("digest"))))
        return recorded or ""


UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LINE = re.compile(
    rb'\{"specversion":"1\.0","id":"([0-9a-z-]+)","source":"([^"\\]+)","type":"([^"\\]+)"'
    rb',"subject":"([^"\\]+)"(?:,"time":"([^"\\]+)")?(,"simulated":true)?'
    rb',"sequence":"([0-9]{19})","streamversion":"(0|[1-9][0-9]{0,19})","datacontenttype":'
    rb'"application/(?:json","data":(\{.*\})|octet-stream","data_base64":"([A-Za-z0-9+/=]*)")\}\n',
    re.DOTALL,
)


class Lines:
    """A log, or a part of one, in the interchange format: a head, one line an event, an end."""

    def __init__(self, file: BinaryIO, size: int | None = None) -> None:
        """Read the head; a file within a file ends after `size` bytes."""
        self._file, self._rest = file, sys.maxsize if size is None else size
        self._digest, self.number = hashlib.sha256(), 0
        self.head = self._mark(self._line(), "begin")
        if self.head["data"].get("format") != "orderflow/interchange/1":
            raise Refused("line 1 is of another version of the interchange format")
        self.selection = self.head["data"].get("selection")

    def events(self) -> Iterator[Event]:
        """Iterate over the events, and make sure at the end that nothing was cut off."""
        tree, count, line = GrowingTree(), 0, self._line()
        while not line.startswith(b'{"specversion":"1.0","id":"end"'):
            event = self._event(line)
            tree.add(leaf_hash(event.leaf()))
            yield event
            count, line = count + 1, self._line()
        end = {
            "events": str(count),
            "root": base64.b64encode(tree.root()).decode(),
            "sha256": self._before,
        }
        if self._mark(line, "end")["data"] != end:
            raise self._broken("is not the end of the lines above it: one was changed or is gone")
        if self._rest and self._file.read(1):
            raise self._broken("is the end, and yet something follows")

    def _line(self) -> bytes:
        line = self._file.readline(min(LARGEST_LINE, self._rest))
        self._rest -= len(line)
        self.number += 1
        self._before = self._digest.hexdigest()
        self._digest.update(line)
        if not line.endswith(b"\n"):
            raise self._broken("is cut off, or far too long")
        return line

    def _broken(self, what: str) -> Refused:
        return Refused(f"line {self.number} {what}")

    def _mark(self, line: bytes, name: str) -> dict[str, Any]:
        try:
            found = strict_json(line[:-1])
            again = json.dumps(found, separators=(",", ":")).encode() + b"\n"
            kind, data = found["type"], found["data"]
            same = again == line and found["id"] == name and isinstance(data, dict)
        except (ValueError, TypeError, KeyError):
            same = False
        if not same or kind != f"nl.protection-order.log-{name}.v1":
            raise self._broken(f"is not the {name} of a log in the interchange format")
        if name == "end" and found["source"] != self.head["source"]:
            raise self._broken("is of another log than the first line")
        return dict(found)

    def _event(self, line: bytes) -> Event:
        parts = LINE.fullmatch(line)
        if not parts:
            raise self._broken("is not an event in the interchange format")
        name, source, kind, subject, time, simulated, place, version, data, coded = parts.groups()
        state = data if coded is None else base64.b64decode(coded)
        try:
            said = strict_json(state)
        except ValueError:
            said = {}
        event = Event(int(place), plain(subject), int(version), topic_of(kind), state)
        at, identity = said.get("recorded_at"), str(said.get("event_id"))
        expected = (
            identity if re.fullmatch(UUID, identity) else f"position-{event.position:019}",
            at if moment(at) else None,
            (self.head["source"], self.head["data"].get("simulated")),
        )
        found = (name.decode(), time and time.decode(), (source.decode(), bool(simulated)))
        if found != expected:
            raise self._broken(f"says otherwise than the event in it ({event.where()})")
        return event


def plain(written: bytes) -> bytes:
    """The bytes that are written with percent signs, as in an address."""
    if written == b"%":
        return b""
    return re.sub(rb"%([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), written)


def topic_of(kind: bytes) -> bytes:
    """The stored type that a line names: nl.protection-order.OrderGranted.v1 is OrderGranted/1."""
    ours = re.fullmatch(rb"nl\.protection-order\.(\w+)\.v([1-9][0-9]*)", kind)
    return b"orderflow/%b/%b" % ours.groups() if ours else plain(kind.rpartition(b"other-type.")[2])


# --- Bundles (bundle.md) -------------------------------------------------------------------------


def tar_header(name: str, size: int) -> bytes:
    """The only header that a file of this name and size may have in a bundle."""
    front = name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2
    front += b"%011o\0" % size + b"00000000000\0"
    back = b"0".ljust(101, b"\0") + b"ustar\x0000".ljust(72, b"\0")
    back += b"0000000\0" * 2 + bytes(167)
    return front + b"%06o\0 " % (sum(front) + sum(back) + 8 * ord(" ")) + back


class Bundle:
    """An archive of which every byte is either signed, or could not be another."""

    def __init__(self, file: BinaryIO, signer: Key) -> None:
        """Read the manifest and then every file, each against its hash in the manifest."""
        self._file, self._places = file, {}
        note = read_note(self._manifest(), "the manifest")
        signatures = note.by(signer)
        if len(note.signatures) != 1 or len(signatures) != 1:
            raise Refused(f"the bundle is not signed by {shown(signer.name)}, and by nobody else")
        if not signer.signed(note.text.encode(), signatures[0]):
            raise Refused(f"the signature of {shown(signer.name)} over the manifest is wrong")
        lines = note.text[:-1].split("\n")
        self.said, files = lines[:5], lines[5:]
        if len(lines) < 5 or lines[0] != "orderflow-bundle/1":
            raise Refused("this is no bundle of version 1")
        last = "MANIFEST"
        for line in files:
            parts = re.fullmatch(r"file ([0-9a-f]{64}) (0|[1-9][0-9]{0,10}) (\S+)", line)
            if not parts or not proper(parts[3]) or parts[3] <= last:
                raise Refused(f"the manifest has a line that is no file in its order: {shown(line)}")
            last = parts[3]
            self._content(last, int(parts[2]), parts[1])
        if file.read(1024) != bytes(1024) or file.read(1):
            raise Refused("the archive does not end where its manifest ends")

    def _manifest(self) -> bytes:
        header = self._file.read(512)
        size = header[124:135]
        if not re.fullmatch(rb"[0-7]{11}", size) or header != tar_header("MANIFEST", int(size, 8)):
            raise Refused("this is no bundle: it does not begin with a manifest")
        if int(size, 8) > LARGEST_NOTE:
            raise Refused("the manifest is far too long")
        content = self._file.read(int(size, 8))
        self._padding("MANIFEST", int(size, 8))
        return content

    def _content(self, name: str, size: int, expected: str) -> None:
        if self._file.read(512) != tar_header(name, size):
            raise Refused(f"in the place of {name} stands something else, or a changed header")
        self._places[name] = (self._file.tell(), size)
        digest, rest = hashlib.sha256(), size
        while rest and (piece := self._file.read(min(rest, 1 << 20))):
            digest.update(piece)
            rest -= len(piece)
        if rest or digest.hexdigest() != expected:
            raise Refused(f"{name} is not what was signed: it was changed or cut off")
        self._padding(name, size)

    def _padding(self, name: str, size: int) -> None:
        if self._file.read(-size % 512) != bytes(-size % 512):
            raise Refused(f"behind {name} stands something that does not belong there")

    def names(self) -> list[str]:
        """The names of the files."""
        return list(self._places)

    def part(self, name: str) -> tuple[BinaryIO, int]:
        """A file, opened once more where the part begins; and the length of the part."""
        if name not in self._places:
            raise Refused(f"the bundle has no {name}")
        start, size = self._places[name]
        opened = open(self._file.name, "rb")  # noqa: SIM115 - closed when the program ends
        opened.seek(start)
        return opened, size

    def short(self, name: str) -> bytes:
        """The content of a file that is short."""
        file, size = self.part(name)
        if size > LARGEST_NOTE:
            raise Refused(f"{name} is far too long")
        return file.read(size)


def proper(name: str) -> bool:
    """Whether a name stays within the folder that an archive is unpacked into."""
    parts = name.split("/")
    return len(name) <= 100 and all(re.fullmatch(r"[\w@+][\w@+.-]*", p, re.ASCII) for p in parts)


class Excerpt:
    """The tree over a whole log, of which some events and the hashes of all else are known."""

    def __init__(self, file: BinaryIO, size: int, leaves: Iterator[bytes]) -> None:
        """Take the lines that say what is known of which places, and the hashes of the events."""
        self._pieces, self._leaves = self._read(file, size), leaves
        self._next()
        self.places: list[tuple[int, int]] = []  # Runs of places of which the events are known.

    def root(self, low: int, high: int) -> bytes:
        """The root over the places from `low` up to, and not including, `high`."""
        kind, start, end, found = self._piece
        if kind == "hash" and (start, end) == (low, high):
            self._next()
            return found
        if high - low > 1:
            middle = low + split(high - low)
            return node_hash(self.root(low, middle), self.root(middle, high))
        if kind != "events" or not start <= low < end:
            raise Refused(f"the proof does not say what stands at place {low + 1}")
        if low == start:
            self.places.append((start, end))
        if low + 1 == end:
            self._next()
        leaf = next(self._leaves, None)
        if leaf is None:
            raise Refused(f"the event of place {low + 1} is missing")
        return leaf

    def done(self) -> None:
        """Make sure that nothing is left."""
        if self._piece[0] or next(self._leaves, None) is not None:
            raise Refused("the bundle has more events or hashes than its proof speaks of")

    def _next(self) -> None:
        self._piece = next(self._pieces, ("", 0, 0, b""))

    @staticmethod
    def _read(file: BinaryIO, size: int) -> Iterator[tuple[str, int, int, bytes]]:
        first = file.readline(min(size, 200))
        if first != b"orderflow-bundle-proof/1\n":
            raise Refused("proof.txt is of another version")
        size -= len(first)
        at = 0
        while size:
            line = file.readline(min(size, 200))
            size -= len(line)
            form = rb"(hash|events) ([0-9]+) ([0-9]+)(?: ([A-Za-z0-9+/=]+))?\n"
            parts = re.fullmatch(form, line)
            if not parts or (parts[1] == b"hash") != bool(parts[4]):
                raise Refused(f"proof.txt has a line that is none: {shown(line.decode('latin-1'))}")
            low, high = (number(one.decode(), "a place in proof.txt") for one in parts.group(2, 3))
            if low != at or high <= low:
                raise Refused("proof.txt does not speak of one place after the other")
            at = high
            found = hash_of(parts[4].decode(), "a hash in proof.txt") if parts[4] else b""
            yield parts[1].decode(), low, high, found


def check_bundle(options: argparse.Namespace, trust: Trust) -> Report:
    """Check a bundle from its first byte to its last."""
    signer = read_key(options.signer, LOG) if options.signer else trust.log
    with open(options.file, "rb") as file:
        bundle = Bundle(file, signer)
        checkpoint = read_checkpoint(bundle.short("checkpoint"), trust, "the checkpoint")
        lines = Lines(*bundle.part("events.jsonl"))
        story, seen = Story(), []
        leaves = told(lines, story, bundle.said[4], seen)
        excerpt = Excerpt(*bundle.part("proof.txt"), leaves)
        if excerpt.root(0, checkpoint.size) != checkpoint.root:
            raise Refused("the events and hashes of the bundle do not lead to its checkpoint")
        excerpt.done()
        claims = [f"log {checkpoint.origin}", f"events {len(seen)} of {checkpoint.size}"]
        if bundle.said[2:4] != claims:
            raise Refused(f"the manifest says otherwise than what is in the bundle: {claims}")
        check_laws(bundle, story)
        grown = growth_in(bundle, options, trust, checkpoint)
    about = bundle.said[4]
    report = Report(f"these are {len(seen)} events of the log {shown(checkpoint.origin)}", story)
    runs = ", ".join(f"{low + 1} to {high}" for low, high in excerpt.places[:20])
    report.say("places", f"{runs}{' ...' if excerpt.places[20:] else ''} of {checkpoint.size}")
    report.say("of", about)
    if about.startswith("order "):
        report.say("complete", f"versions 1 to {len(seen)} without a gap; that none came after")
        report.say("", f"them in the first {checkpoint.size} events is the word of the signer")
    else:
        report.say("complete", "nothing is missing between places in a row; that no other event")
        report.say("", "was recorded in this period is the word of the signer")
    report.say("signed", f"every byte, by {shown(signer.name)}; {bundle.said[1]}")
    if lines.head["data"]["simulated"]:
        report.say("SIMULATION", "this log follows a simulated clock")
    report.checkpoint(checkpoint, grown)
    return report


def told(lines: Lines, story: Story, about: str, seen: list[int]) -> Iterator[bytes]:
    """Look at each event; iterate over the hashes of their leaves."""
    kind, *values = about.split(" ")
    limits = [moment(one) for one in values]
    whole = kind == "order" and len(values) == 1
    if not whole and not (kind == "period" and len(values) == 2 and all(limits)):
        raise Refused("the manifest does not say of which order or period the events are")
    for event in lines.events():
        recorded = story.tell(event, begun=whole)
        if whole and event.stream.decode("ascii", "replace") != values[0]:
            story.find(event, "is of another order than the manifest says")
        if not whole and not str(limits[0]) <= recorded < str(limits[1]):
            story.find(event, "was not recorded in the period that the manifest says")
        seen.append(event.position)
        yield leaf_hash(event.leaf())


def check_laws(bundle: Bundle, story: Story) -> None:
    """Compare each law that an order pinned with the file of it in the bundle."""
    for law, digest in sorted(story.regimes):
        name = f"law/regimes/{law}.toml"
        if name not in bundle.names():
            raise Refused(f"the bundle lacks a law that an order was decided under: {shown(name)}")
        if tomllib is not None and law_digest(law, bundle) != digest:
            raise Refused(f"{shown(name)} is not the law that was pinned: its values are others")


def law_table(law: str, bundle: Bundle, above: tuple[str, ...] = ()) -> tuple[Any, Any]:
    """The table of a law, and its values by section and name, with what it takes over."""
    try:
        table = tomllib.loads(bundle.short(f"law/regimes/{law}.toml").decode("utf-8"))
    except ValueError:
        raise Refused(f"law/regimes/{shown(law)}.toml is not readable as TOML") from None
    held: dict[str, Any] = {}
    if "extends" in table and table["extends"] not in above:
        base, held = law_table(table["extends"], bundle, (*above, law))
        table.setdefault("time_zone", base.get("time_zone"))
    for section, fields in table.items():
        for name, field in fields.items() if isinstance(fields, dict) else ():
            if isinstance(field, dict) and "value" in field:
                held[f"{section}.{name}"] = field["value"]
            elif isinstance(field, dict) and "question" in field:
                held[f"{section}.{name}"] = {"question": field["question"]}
    return table, held


def law_digest(law: str, bundle: Bundle) -> str:
    """SHA-256 over all that holds under a law: one line of JSON, its names in order."""
    table, held = law_table(law, bundle)
    covers = {k: table[k] for k in ("id", "time_zone", "in_force_from", "draft") if k in table}
    covers["provisions"] = held
    later = table.get("breach", {}).get("later_law")
    if later is not None:
        covers["later"] = [later["conduct_from"], later["regime"]]
        breach = law_table(later["regime"], bundle)[1].items()
        covers["later_breach"] = {name: value for name, value in breach if name[:7] == "breach."}
    form = {"ensure_ascii": False, "separators": (",", ":"), "sort_keys": True, "default": str}
    return hashlib.sha256(json.dumps(covers, **form).encode()).hexdigest()


def growth_in(
    bundle: Bundle, options: argparse.Namespace, trust: Trust, now: Checkpoint
) -> Checkpoint | None:
    """The older checkpoint that you kept, once the one of the bundle is found to extend it."""
    if not options.since:
        return None
    then = read_checkpoint(read(options.since), trust._replace(quorum=0), "the older checkpoint")
    if (then.size, then.root) != (now.size, now.root):
        if "growth.proof" not in bundle.names():
            raise WrongUse("the bundle has no proof of growth; ask for one, and check it by itself")
        check_growth(bundle.short("growth.proof"), then, trust)
    return then


# --- Proofs (ledger.md, rules 12 and 13) ---------------------------------------------------------


def parts_of(content: bytes) -> tuple[list[str], bytes]:
    """The lines of a proof, and the checkpoint below them."""
    head, blank, checkpoint = content.partition(b"\n\n")
    if not blank or len(content) > LARGEST_NOTE or not head.isascii():
        raise Refused("this is no proof: lines of hashes, an empty line, and a checkpoint")
    return head.decode().split("\n"), checkpoint


def check_growth(content: bytes, then: Checkpoint, trust: Trust) -> Checkpoint:
    """The newer checkpoint, once it is found to extend the older one."""
    (first, *hashes), note = parts_of(content)
    now = read_checkpoint(note, trust, "the newer checkpoint")
    if not first.startswith("old ") or number(first[4:], "the older size") != then.size:
        raise Refused(f"this is no proof of growth from {then.size} events")
    path = [hash_of(one, "a hash of the proof") for one in hashes]
    if then.size == 0 and not path:
        return now
    if roots_from_old(then.root, then.size, now.size, path) != (then.root, now.root):
        raise Refused(f"the log of {now.size} events does not extend the one of {then.size}")
    return now


def check_proof(options: argparse.Namespace, trust: Trust) -> Report:
    """Check a proof of one event, or of growth."""
    content = read(options.file)
    lines, note = parts_of(content)
    if lines[0].startswith("old "):
        if not options.since:
            raise WrongUse("a proof of growth is checked against the older checkpoint: --since")
        old = trust._replace(quorum=0)
        then = read_checkpoint(read(options.since), old, "the older checkpoint")
        now = check_growth(content, then, trust)
        report = Report(f"the log of {now.size} events only extends the one of {then.size}")
        report.checkpoint(now, None)
        return report
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Refused("this is no proof of an event, and none of growth")
    if not lines or not lines[0].startswith("extra "):
        raise WrongUse("this proof does not carry its event; ask for one that does")
    leaf = bytes_of(lines.pop(0)[6:], "the event in the proof")
    if not lines or not lines[0].startswith("index "):
        raise Refused("the proof does not say at which place the event stands")
    index, path = number(lines.pop(0)[6:], "the place"), [hash_of(h, "a hash") for h in lines]
    now = read_checkpoint(note, trust, "the checkpoint")
    if index >= now.size or root_from_leaf(leaf_hash(leaf), index, now.size, path) != now.root:
        raise Refused("the hashes do not lead from this event to the checkpoint")
    event = read_leaf(leaf)
    stream, topic = (shown(one.decode("utf-8", "replace")) for one in (event.stream, event.topic))
    report = Report(f"event {event.version} of {stream} is in the log {shown(now.origin)}")
    report.say("type", topic)
    report.say("place", f"{index + 1} of {now.size}")
    report.checkpoint(now, None)
    return report


# --- A copy of a whole log -----------------------------------------------------------------------


def rows(path: str) -> Iterator[Event]:
    """Iterate over the events of an SQLite log, in the order of positions, as they are stored."""
    # Nothing is written, not even beside the file. A copy that nobody writes needs no lock.
    alone = "" if os.path.exists(path + "-wal") else "&immutable=1"
    database = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro" + alone, uri=True)
    try:
        # As blobs: text that is not UTF-8 is evidence, and no reason to stop.
        for row in database.execute(
            "SELECT position, CAST(originator_id AS BLOB), originator_version,"
            " CAST(topic AS BLOB), state FROM stored_events ORDER BY position"
        ):
            kinds = [type(value) for value in row]
            if kinds != [int, bytes, int, bytes, bytes] or row[2] < 0:
                raise Refused(f"position {shown(row[0])}: the row is not stored as an event is")
            yield Event(*row)
    except sqlite3.Error as error:
        raise Refused(f"the file cannot be read as a log in SQLite: {error}") from None
    finally:
        database.close()


def signed_leaves(path: str, checkpoint: Checkpoint) -> list[bytes]:
    """The hashes that the ledger keeps, once they are found to be those of the checkpoint."""
    database = sqlite3.connect(pathlib.Path(path).resolve().as_uri() + "?mode=ro", uri=True)
    try:
        found = database.execute("SELECT hashes FROM tiles WHERE level = 0 ORDER BY number")
        kept = b"".join(one for (one,) in found)
    except (sqlite3.Error, TypeError) as error:
        raise Refused(f"the ledger cannot be read: {error}") from None
    finally:
        database.close()
    leaves = [kept[at : at + 32] for at in range(0, 32 * checkpoint.size, 32)]
    tree = GrowingTree()
    for leaf in leaves:
        tree.add(leaf)
    if tree.root() != checkpoint.root:
        raise Refused("the hashes in the ledger are not those of the checkpoint")
    return leaves


def check_log(options: argparse.Namespace, trust: Trust) -> Report:
    """Check every event of a copy, and the first ones against the checkpoint."""
    checkpoint = read_checkpoint(read(options.checkpoint), trust, "the checkpoint")
    signed = signed_leaves(options.ledger, checkpoint) if options.ledger else []
    with open(options.file, "rb") as file:
        in_sqlite = file.read(16) == b"SQLite format 3\0"
        file.seek(0)
        lines = None if in_sqlite else Lines(file)
        if lines and lines.selection is not None:
            raise WrongUse("this is a part of a log, and a checkpoint speaks of the whole")
        story, tree, count, root, differs = Story(), GrowingTree(), 0, GrowingTree().root(), False
        for event in lines.events() if lines else rows(options.file):
            story.tell(event)
            leaf = leaf_hash(event.leaf())
            if count < len(signed) and leaf != signed[count] and not differs:
                story.find(event, "the first event that is not the one that was signed there")
                differs = True
            tree.add(leaf)
            count += 1
            if count == checkpoint.size:
                root = tree.root()
    if count < checkpoint.size:
        story.lose(f"the checkpoint speaks of {checkpoint.size} events, and {count} are here")
    elif root != checkpoint.root:
        story.lose(f"the first {checkpoint.size} events are not those that were signed")
    report = Report(f"the log {shown(checkpoint.origin)} is as it was signed", story)
    report.say("events", f"{count}, of which the checkpoint speaks of {checkpoint.size}")
    report.say("orders", str(story.orders()))
    report.say("clock", f"went back {story.clock_went_back} times between orders")
    report.checkpoint(checkpoint, None)
    return report


# --- What is asked, and what is answered ---------------------------------------------------------


class Report:
    """What was found."""

    def __init__(self, verdict: str, story: Story | None = None) -> None:
        """Take what is proven if nothing was found against it."""
        self.verdict, self.lines = verdict, []
        self.findings, self.found = (story.findings, story.found) if story else ([], 0)

    def say(self, name: str, what: str) -> None:
        """Add a line."""
        self.lines.append(f"  {name:<11} {what}")

    def checkpoint(self, now: Checkpoint, then: Checkpoint | None) -> None:
        """Say on whose word all of this rests."""
        self.say("checkpoint", f"{now.size} events, root {base64.b64encode(now.root).decode()}")
        for line in now.cosigned or ["nobody: this rests on the key of the log alone"]:
            self.say("cosigned", line)
        if then:
            self.say("growth", f"it only extends the checkpoint of {then.size} events")

    def print(self) -> int:
        """Print it, and return the exit code."""
        if not self.found:
            print(f"VERIFIED: {self.verdict}")
            print("\n".join(self.lines))
            return 0
        print(f"REFUSED: {self.found} findings")
        print("\n".join(f"  {one}" for one in self.findings[:MOST_FINDINGS]))
        if self.found > MOST_FINDINGS:
            print(f"  ... and {self.found - MOST_FINDINGS} more")
        return 1


def read(path: str) -> bytes:
    """The content of a file that is short."""
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST_NOTE + 1)
    except OSError as error:
        raise WrongUse(f"'{shown(path)}' cannot be read: {error.strerror}") from None
    if len(content) > LARGEST_NOTE:
        raise Refused(f"'{shown(path)}' is far too long")
    return content


def asked(arguments: list[str] | None) -> argparse.Namespace:
    """What is asked on the command line."""
    parser = argparse.ArgumentParser(description="Checks what a log of protection orders proves.")
    parts = parser.add_subparsers(dest="part", required=True, metavar="bundle|proof|log")
    for name, check in (("bundle", check_bundle), ("proof", check_proof), ("log", check_log)):
        part = parts.add_parser(name)
        part.set_defaults(check=check)
        part.add_argument("file", metavar="FILE", help=f"the {name}")
        part.add_argument("--key", required=True, help="public key of the log, or a file with it")
        part.add_argument("--witness", action="append", default=[], help="public key of a witness")
        part.add_argument("--quorum", type=int, help="how many must have cosigned (default: all)")
        if name == "log":
            part.add_argument("--checkpoint", required=True, help="a checkpoint of the log")
            part.add_argument("--ledger", help="its ledger; then the first difference has a place")
        else:
            part.add_argument("--since", help="an older checkpoint, as you kept it")
        if name == "bundle":
            part.add_argument("--signer", help="public key that signed it, if not that of the log")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Answer what is asked, and return the exit code."""
    options = asked(arguments)
    try:
        witnesses = [read_key(one, WITNESS) for one in options.witness]
        quorum = len(witnesses) if options.quorum is None else options.quorum
        if not 0 <= quorum <= len({one.public for one in witnesses}) >= len(witnesses):
            raise WrongUse("as many different witnesses as the quorum, each once, must be given")
        trust = Trust(read_key(options.key, LOG), witnesses, quorum)
        return int(options.check(options, trust).print())
    except Refused as error:
        print(f"REFUSED: {error}")
        return 1
    except (WrongUse, OSError) as error:
        print(f"verify_bundle: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
