"""Checks what a log of protection orders proves, without the software that wrote the log.

    python verify_bundle.py bundle FILE --key log.pub      a bundle: events and proofs in one file
    python verify_bundle.py proof FILE --key log.pub       a proof of one event
    python verify_bundle.py proof FILE --key log.pub --since OLD     a proof that a log only grew
    python verify_bundle.py log FILE --key log.pub --checkpoint C    a copy of a whole log

This is one file. It needs Python 3.9 or newer and the library `cryptography`, and nothing of
`orderflow`. It was written from the pages bundle.md, event-log.md and ledger.md alone; if it and
`orderflow` ever disagree, one of them is wrong, and you have found something.

Bring the public key of the log (--key) yourself, from somebody whom you trust: a key that lies in
the file you are checking proves nothing. Keys of witnesses (--witness) and an old checkpoint, as
you kept it (--since), let you rely on less.

Exit code 0: all that was asked holds. 1: something does not, and it is said what and where. 2: the
question was not put well: no such file, no such key, a library is missing.
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
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ModuleNotFoundError:
    print("This program needs the library 'cryptography': pip install cryptography")
    sys.exit(2)

MOST_BYTES = 1_000_000  # A checkpoint, proof or manifest has fewer. Nothing longer is read.
LONGEST_LINE = 4 * 1024 * 1024  # One event is one line.
MOST_FINDINGS = 100  # So many are printed; all are counted.


class Refused(Exception):
    """Something does not hold. The text says what, and where."""


class WrongUse(Exception):
    """The question cannot be put like this."""


def need(holds: object, otherwise: str) -> None:
    """Refuse, unless this holds."""
    if not holds:
        raise Refused(otherwise)


def shown(text: object) -> str:
    """Text of others, short and harmless for a terminal."""
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
    return json.dumps(text[:120])[1:-1]


def read(path: str) -> bytes:
    """The content of a file that is short."""
    with open(path, "rb") as file:
        content = file.read(MOST_BYTES + 1)
    need(len(content) <= MOST_BYTES, f"{shown(path)} is far too long")
    return content


# --- Base 64 and numbers -------------------------------------------------------------------------
# Whatever can be written in two ways can be changed unseen, so only one way is accepted of each.


def bytes_of(text: str, what: str) -> bytes:
    """The bytes that are written in Base 64."""
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        value = b""
    need(value and base64.b64encode(value).decode() == text, f"{what} is not written in Base 64")
    return value


def hash_of(text: str, what: str) -> bytes:
    """The hash of 32 bytes that is written in Base 64."""
    value = bytes_of(text, what)
    need(len(value) == 32, f"{what} is no hash of 32 bytes")
    return value


def number(text: str, what: str) -> int:
    """The number that is written in decimal digits, without sign or leading zeroes."""
    need(re.fullmatch("0|[1-9][0-9]{0,17}", text, re.ASCII), f"{what} is no number")
    return int(text)


# --- Keys, notes and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature) -----------

LOG, WITNESS = 1, 4  # What a key signs: notes of a log, or cosignatures.


class Key(NamedTuple):
    """A public key, written as name+id+key."""

    name: str
    key_id: bytes
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
    parts = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})", written)
    if not parts:
        raise WrongUse(f"{shown(text)} is no public key, written as name+id+key")
    name, content = parts[1], base64.b64decode(parts[3])
    key_id = hashlib.sha256(name.encode() + b"\n" + content).digest()[:4]
    if key_id.hex() != parts[2] or content[0] != kind:
        whose = "a log" if kind == LOG else "a witness"
        raise WrongUse(f"{shown(text)} is no Ed25519 key of {whose}, or its id is another's")
    return Key(name, key_id, content[1:])


class Note(NamedTuple):
    """A signed text, and who says to have signed it: name, id of the key, signature."""

    text: str
    signatures: list[tuple[str, bytes, bytes]]

    def by(self, key: Key) -> list[bytes]:
        """The signatures in the name of a key; not yet checked."""
        return [one[2] for one in self.signatures if one[:2] == (key.name, key.key_id)]


def read_note(content: bytes, what: str) -> Note:
    """A text, an empty line, and a line for each signature."""
    text = content.decode("utf-8", "replace")
    plain = text.encode() == content and not re.search(r"[\x00-\x09\x0b-\x1f]", text)
    body, blank, below = text.rpartition("\n\n")
    lines = below[:-1].split("\n")
    whole = plain and blank and below.endswith("\n") and len(lines) <= 100
    need(whole, f"{what} is no note: a text, an empty line, and lines of signatures")
    signatures = []
    for line in lines:
        parts = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        value = bytes_of(parts[2], f"a signature of {what}") if parts else b""
        need(parts and len(value) > 4, f"{what} has a line that is no signature")
        signatures.append((parts[1] if parts else "", value[:4], value[4:]))
    return Note(body + "\n", signatures)


class Trust(NamedTuple):
    """Whom you believe: the key of the log, and so many of these witnesses."""

    log: Key
    witnesses: list[Key]
    quorum: int


class Checkpoint(NamedTuple):
    """So many first events of a log have this root; and which witnesses saw that, and when."""

    origin: str
    size: int
    root: bytes
    cosigned: list[str]

    def lines(self) -> list[str]:
        """On whose word it all rests."""
        by = self.cosigned or ["nobody: this rests on the key of the log alone"]
        root = base64.b64encode(self.root).decode()
        return [say("checkpoint", f"{self.size} events, root {root}")] + [
            say("cosigned", one) for one in by
        ]


def read_checkpoint(content: bytes, trust: Trust, what: str) -> Checkpoint:
    """A checkpoint, once its signatures have been found to be right."""
    note, name = read_note(content, what), shown(trust.log.name)
    mine = note.by(trust.log)
    need(mine, f"{what} is not signed with the key of {name} that you gave")
    right = all(trust.log.signed(note.text.encode(), one) for one in mine)
    need(right, f"{what} has a wrong signature of {name}")
    cosigned = [line for key in trust.witnesses for line in cosignature(key, note, what)]
    wanted = f"{what} is cosigned by {len(cosigned)} of your witnesses, not {trust.quorum}"
    need(len(cosigned) >= trust.quorum, wanted)
    lines = note.text[:-1].split("\n")
    need(len(lines) >= 3 and all(lines), f"{what} has no origin, size and root")
    need(lines[0] == trust.log.name, f"{what} is one of another log, {shown(lines[0])}")
    size, root = number(lines[1], f"the size in {what}"), hash_of(lines[2], f"the root in {what}")
    need(size or root == hashlib.sha256(b"").digest(), f"{what} is of no events, yet has a root")
    return Checkpoint(lines[0], size, root, cosigned)


def cosignature(key: Key, note: Note, what: str) -> list[str]:
    """When a witness first cosigned, as one line; nothing if it did not."""
    times = []
    for value in note.by(key):
        seconds = int.from_bytes(value[:8], "big")
        message = f"cosignature/v1\ntime {seconds}\n{note.text}".encode()
        right = key.signed(message, value[8:]) and seconds < 1 << 37
        need(right, f"{what} has a wrong signature of {shown(key.name)}")
        times.append(datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds))
    return [f"{min(times):%Y-%m-%dT%H:%M:%SZ} by {shown(key.name)}"] if times else []


# --- The tree (RFC 6962) -------------------------------------------------------------------------
# Each function follows the definition in the RFC, from the root down.


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
    need(bool(path) == (size > 1), "the proof has more or fewer hashes than such a place needs")
    if size == 1:
        return leaf
    left = split(size)
    if index < left:
        return node_hash(root_from_leaf(leaf, index, left, path[:-1]), path[-1])
    return node_hash(path[-1], root_from_leaf(leaf, index - left, size - left, path[:-1]))


def roots_from_old(
    whole: bytes | None, old: int, new: int, path: list[bytes]
) -> tuple[bytes, bytes]:
    """The roots over the first `old` and over all `new` leaves.

    Known are a path and, as long as the first `old` leaves begin this tree, the root over them.
    """
    if old == new and len(path) == (whole is None):
        return (whole or path[0],) * 2
    need(old < new and path, "the proof has more or fewer hashes than such a growth needs")
    left, last = split(new), path[-1]
    if old <= left:
        before, after = roots_from_old(whole, old, left, path[:-1])
        return before, node_hash(after, last)
    before, after = roots_from_old(None, old - left, new - left, path[:-1])
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
            width, found = width * 2, node_hash(self.full.pop()[1], found)
        self.full.append((width, found))

    def root(self) -> bytes:
        """The root over all leaves so far."""
        found = self.full[-1][1] if self.full else hashlib.sha256(b"").digest()
        for _, left in reversed(self.full[:-1]):
            found = node_hash(left, found)
        return found


# --- Events (event-log.md) -----------------------------------------------------------------------

KNOWN_TYPES = """
    AccessRestricted AppealDetermined AppealLodged ApplicationServed BindingInvalidated
    CaseTransferred ChangeRefused CivilEnforcementConcluded CivilEnforcementPursued
    ComplaintWithdrawn ConfidentialityChecked ConflictFlagged ContactDetailsWithheld
    DocumentReturned DocumentSurrendered EndRecounted HearingListed IncidentDismissed
    IncidentReassessed IncidentReferred IncidentReported OrderCertifiedForAbroad OrderConfirmed
    OrderDischarged OrderExpired OrderExtended OrderGranted OrderRefused OrderRequested
    OrderRestored OrderSealed OrderServed OrderSetAside OrderSuperseded OrderVaried
    PermissionGranted PermissionRefused PermissionRequested PersonDetailsRecorded
    PersonIdentified PersonInformed PersonalDataErased PersonsLinked PersonsUnlinked
    PoliceNotified ProsecutionConcluded ProtectedPersonDied ProtectedPersonReleased
    RecordCorrected RequestWithdrawn RestrictionLifted ReturnHearingListed ServiceAttemptFailed
    ServiceDispensed StatementRecorded SubstitutedServiceAuthorised SupportArranged
    TermExceeded UndertakingAccepted WishesRecorded
"""
"""Each is the type orderflow/NAME/1. A newer log may have others; they are named, not skipped."""

ENVELOPE = ["event_id", "recorded_at", "command_id", "actor", "causation_id", "correlation_id"]
TAG = b"orderflow-leaf/1\n"


class Event(NamedTuple):
    """One event exactly as it is stored."""

    position: int
    stream: bytes
    version: int
    topic: bytes
    state: bytes

    def leaf(self) -> bytes:
        """The bytes that are hashed: a tag, then each field behind its length."""
        fields = (self.stream, self.version.to_bytes(8, "big"), self.topic, self.state)
        return TAG + b"".join(len(one).to_bytes(4, "big") + one for one in fields)

    def where(self) -> str:
        """Where it stands, in words."""
        return f"position {self.position}, stream {shown(self.stream)}, version {self.version}"


def read_leaf(leaf: bytes) -> Event:
    """The event whose leaf these bytes are; its position is not among them."""
    fields, at = [], len(TAG)
    for _ in range(4):
        start = at + 4
        at = start + int.from_bytes(leaf[at:start], "big")
        fields.append(leaf[start:at])
    event = Event(0, fields[0], int.from_bytes(fields[1][:8], "big"), fields[2], fields[3])
    need(event.leaf() == leaf, "the event in the proof is not written as a leaf of such a log")
    return event


def strict_json(content: bytes) -> Any:
    """The object that is written in JSON, where every reader finds the same; else ValueError."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError
        return dict(pairs)

    try:
        # Numbers stay text: none of them matters here, and some have thousands of digits. What is
        # no number in JSON, such as NaN, is looked up in an empty list, and so is a ValueError.
        loose: Any = {"parse_int": str, "parse_float": str, "parse_constant": [].index}
        found = json.loads(content.decode("utf-8"), object_pairs_hook=unique, **loose)
    except RecursionError:
        raise ValueError from None
    if not isinstance(found, dict):
        raise ValueError
    return found


def moment(text: object) -> str:
    """A moment in a form that sorts; nothing, unless it is written in ISO 8601 in UTC."""
    date, time = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[0-9]{2}:[0-5][0-9]:[0-5][0-9]"
    parts = re.fullmatch(rf"({date}T{time})(?:\.([0-9]{{1,6}}))?Z", str(text))
    try:
        datetime.fromisoformat(parts[1] if parts else "")
    except ValueError:
        return ""
    return f"{parts[1]}.{(parts[2] or '').ljust(6, '0')}" if parts else ""


class Story:
    """Looks at one event after another and keeps a list of what does not fit."""

    def __init__(self, *, whole: bool = True) -> None:
        """Begin before the first event; what is not whole may begin in the middle of an order."""
        self.findings: list[str] = []
        self.count = self.found = self.clock_went_back = 0
        self.streams: dict[bytes, tuple[int, str]] = {}  # last version, and when it was recorded
        self._whole, self._position, self._recorded = whole, -1, ""

    def find(self, where: str, what: str, *, holds: object = False) -> None:
        """Keep that something does not fit, unless it holds."""
        if not holds:
            self.found += 1
            self.findings += [f"{where}: {what}"] if self.found <= MOST_FINDINGS else []

    def tell(self, event: Event) -> str:
        """Look at the next event; return when it was recorded, in a form that sorts."""
        self.count += 1
        where, topic = event.where(), event.topic.decode("utf-8", "replace")
        last, earlier = self.streams.get(event.stream, (0 if self._whole else None, ""))
        last = event.version - 1 if last is None else last
        name, position = topic[len("orderflow/") : -len("/1")], self._position
        known = topic == f"orderflow/{name}/1" and name in KNOWN_TYPES.split()
        recorded, occurred = self._times(event, where)
        for holds, what in (
            (event.position > position, f"stands behind position {position}: out of order"),
            (event.version > last, f"version {last} of this order came before it already"),
            (event.version <= last + 1, f"versions {last + 1} to {event.version - 1} are missing"),
            (re.fullmatch(rb"[0-9a-f]{32}", event.stream), "the order's id is no 32 digits"),
            (known, f"this program does not know the type {shown(topic)}"),
            (
                not known or (name == "OrderRequested") == (event.version == 1),
                "the first event of an order, and no other, is its request",
            ),
            (occurred <= recorded, "was recorded before it occurred"),
            (not recorded or recorded >= earlier, "was recorded before the event it follows"),
        ):
            self.find(where, what, holds=holds)
        # Between orders the clock of a log may go back. It is no fault, but it is told.
        self.clock_went_back += bool(recorded) and recorded < self._recorded
        self._position, self._recorded = max(event.position, position), recorded or self._recorded
        self.streams[event.stream] = (max(event.version, last), max(recorded, earlier))
        return recorded

    def _times(self, event: Event, where: str) -> tuple[str, str]:
        try:
            said = strict_json(event.state)
            fact = said.get("event")
            if list(said) != [*ENVELOPE, "event"] or not isinstance(fact, dict):
                raise ValueError
        except ValueError:
            self.find(where, "the payload is not the envelope of an event, in JSON")
            return "", ""
        times = moment(said["recorded_at"]), moment(fact.get("occurred_at"))
        what = "does not say when it occurred and was recorded, in UTC"
        self.find(where, what, holds=all(times))
        return times


# --- The interchange format (event-log.md) -------------------------------------------------------

HEAD = re.compile(
    rb'\{"specversion":"1\.0","id":"(begin|end)","source":"([^"\\]+)","type":'
    rb'"nl\.protection-order\.log-(begin|end)\.v1"(?:,"time":"[^"\\]+")?(?:,"simulated":true)?'
    rb',"datacontenttype":"application/json","data":(\{.*\})\}\n'
)
LINE = re.compile(
    rb'\{"specversion":"1\.0","id":"[0-9a-z-]+","source":"[^"\\]+","type":"([^"\\]+)"'
    rb',"subject":"([^"\\]+)"(?:,"time":"[^"\\]+")?(?:,"simulated":true)?'
    rb',"sequence":"([0-9]{19})","streamversion":"(0|[1-9][0-9]{0,18})","datacontenttype":'
    rb'"application/(?:json","data":(\{.*\})|octet-stream","data_base64":"([A-Za-z0-9+/=]*)")\}\n',
    re.DOTALL,
)
URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:[A-Za-z0-9()+,\-.:=@;$_!*'/%~]+")
UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Part:
    """A file, or a file within a file; several of one file may be read in turns."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        """Take where it begins, and how many bytes it has."""
        self._file, self._at, self.rest = file, start, size

    def line(self, longest: int) -> bytes:
        """The next line, or as much of it as may be read; nothing at the end."""
        self._file.seek(self._at)
        line = self._file.readline(min(longest, self.rest))
        self._at, self.rest = self._at + len(line), self.rest - len(line)
        return line

    def short(self) -> bytes:
        """All of it."""
        need(self.rest <= MOST_BYTES, "a file of the bundle is far too long")
        self._file.seek(self._at)
        return self._file.read(self.rest)


class Lines:
    """A log, or a part of one, as a file of lines: a head, one line an event, an end."""

    def __init__(self, file: Part) -> None:
        """Read the head."""
        self._file, self._number, self._source = file, 0, b""
        self._digest, self._before = hashlib.sha256(), ""
        self.head: dict[str, Any] = {}
        self.head = self._mark(self._line(), b"begin")
        of_ours = self.head.get("format") == "orderflow/interchange/1"
        need(of_ours, "line 1 is of another version of the interchange format")

    def events(self) -> Iterator[Event]:
        """Iterate over the events, and make sure at the end that nothing was cut off."""
        tree, count, line = GrowingTree(), 0, self._line()
        while not line.startswith(b'{"specversion":"1.0","id":"end"'):
            event = self._event(line)
            tree.add(leaf_hash(event.leaf()))
            yield event
            count, line = count + 1, self._line()
        root, before = base64.b64encode(tree.root()).decode(), self._before
        same = self._mark(line, b"end") == {"events": str(count), "root": root, "sha256": before}
        need(same, f"line {self._number} is not the end of those above it: one is changed or gone")
        need(not self._file.rest, "something follows behind the last line")

    def _line(self) -> bytes:
        line = self._file.line(LONGEST_LINE + 1)
        self._number += 1
        self._before = self._digest.hexdigest()  # of all lines above this one
        self._digest.update(line)
        need(line.endswith(b"\n"), f"line {self._number} is missing, cut off, or far too long")
        return line

    def _mark(self, line: bytes, name: bytes) -> dict[str, Any]:
        parts = HEAD.fullmatch(line)
        mine = parts and parts[1] == parts[3] == name and parts[2] == (self._source or parts[2])
        try:
            found = strict_json(parts[4] if parts and mine else b"")
        except ValueError:
            found = {}
        simulated = (found if name == b"begin" else self.head).get("simulated") is True
        source = parts[2].decode("utf-8", "replace") if parts else ""
        again = mark_of(name.decode(), source, found, simulated=simulated)
        need(again == line, f"line {self._number} is not the {name.decode()} of such a log")
        self._source = parts[2] if parts else b""
        return dict(found)

    def _event(self, line: bytes) -> Event:
        parts = LINE.fullmatch(line)
        if not parts:
            raise Refused(f"line {self._number} is no event in the interchange format")
        kind, subject, place, version, data, coded = parts.groups()
        state = data if coded is None else b""
        if coded:
            state = bytes_of(coded.decode(), f"the payload in line {self._number}")
        event = Event(int(place), plain(subject), int(version), topic_of(kind), state)
        # What a line says for its readers must be what the event in it says, and there is one way
        # to write it.
        again = line_of(event, self._source, simulated=bool(self.head["simulated"]))
        same = again == line and 0 < event.position < 1 << 63
        need(same, f"line {self._number} says otherwise than the event in it ({event.where()})")
        return event


def in_a_line(state: bytes) -> dict[str, Any] | None:
    """The object that a payload is; nothing, if it may only stand in a line in Base 64."""
    if state[:1] + state[-1:] != b"{}" or b"\n" in state or b"\r" in state:
        return None
    try:
        found = strict_json(state)
    except ValueError:
        return None
    level, depth = [found], 0
    while level:
        depth += 1
        inside = [x for one in level for x in (one.values() if isinstance(one, dict) else one)]
        level = [one for one in inside if isinstance(one, (dict, list))]
    if depth > 64:
        return None
    halves = re.search("[\ud800-\udfff]", json.dumps(found, ensure_ascii=False))
    return None if halves else found


def line_of(event: Event, source: bytes, *, simulated: bool) -> bytes:
    """The one line that an event may be written in."""
    said = in_a_line(event.state)
    at, identity = str((said or {}).get("recorded_at")), str((said or {}).get("event_id"))
    identity = identity if UUID.fullmatch(identity) else f"position-{event.position:019}"
    members = [
        b'{"specversion":"1.0","id":"%b","source":"%b"' % (identity.encode(), source),
        b'"type":"%b","subject":"%b"' % (kind_of(event.topic), escaped(event.stream)),
        *([b'"time":"%b"' % at.encode()] if moment(at) else []),
        *([b'"simulated":true'] if simulated else []),
        b'"sequence":"%019d","streamversion":"%d"' % (event.position, event.version),
        b'"datacontenttype":"application/json","data":%b}\n' % event.state,
    ]
    if said is None:
        coded = base64.b64encode(event.state)
        members[-1] = b'"datacontenttype":"application/octet-stream","data_base64":"%b"}\n' % coded
    return b",".join(members)


def mark_of(name: str, source: str, data: dict[str, Any], *, simulated: bool) -> bytes:
    """The one line that the begin or the end of a log may be written in, with this in it."""
    if not URN.fullmatch(source) or len(source) > 200:
        return b""
    line = {"specversion": "1.0", "id": name, "source": source}
    line["type"] = f"nl.protection-order.log-{name}.v1"
    if name == "begin":
        part = data.get("selection")
        moments = [data.get("created_at")]
        moments += [part.get(one) for one in PERIOD] if isinstance(part, dict) else []
        clear = all(one is None or shortest(one) for one in moments) and moments[0]
        clear = clear and isinstance(data.get("simulated"), bool)
        clear = clear and list(data) == ["format", "simulated", "created_at", "selection"]
        if not clear or not (part is None or list(part) == ["order", *PERIOD]):
            return b""
        line["time"] = str(data["created_at"])
    flag = {"simulated": True} if simulated else {}
    rest = {**flag, "datacontenttype": "application/json", "data": data}
    return json.dumps({**line, **rest}, separators=(",", ":")).encode() + b"\n"


PERIOD = ["recorded_from", "recorded_before", "known_at"]


def shortest(text: object) -> bool:
    """Whether this is a moment in the one form that a mark or manifest has."""
    whole = bool(moment(text)) and isinstance(text, str)
    return whole and (len(str(text)) == 20 or (len(str(text)) == 27 and ".000000" not in str(text)))


def escaped(stored: bytes) -> bytes:
    """Bytes with percent signs, as `plain` reads them."""
    return re.sub(rb"[^A-Za-z0-9._~-]", lambda found: b"%%%02X" % found[0][0], stored) or b"%"


def kind_of(topic: bytes) -> bytes:
    """The name that a line has for a stored type."""
    ours = re.fullmatch(rb"orderflow/([A-Za-z][A-Za-z0-9]*)/([1-9][0-9]*)", topic)
    if ours:
        return b"nl.protection-order.%b.v%b" % ours.groups()
    return b"nl.protection-order.other-type." + escaped(topic)


def plain(written: bytes) -> bytes:
    """The bytes that are written with percent signs, as in an address."""
    if written == b"%":
        return b""
    return re.sub(rb"%([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode()), written)


def topic_of(kind: bytes) -> bytes:
    """The stored type that a line names: nl.protection-order.OrderGranted.v1 is OrderGranted/1."""
    ours = re.fullmatch(rb"nl\.protection-order\.([A-Za-z0-9]+)\.v([1-9][0-9]*)", kind)
    return b"orderflow/%b/%b" % ours.groups() if ours else plain(kind.rpartition(b"other-type.")[2])


# --- Bundles (bundle.md) -------------------------------------------------------------------------


def tar_header(name: str, size: int) -> bytes:
    """The only header that a file of this name and size may have in a bundle."""
    front = name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2
    front += b"%011o\0" % size + b"00000000000\0"
    back = b"0".ljust(101, b"\0") + b"ustar\x0000".ljust(72, b"\0")
    back += b"0000000\0" * 2 + bytes(167)
    return front + b"%06o\0 " % (sum(front) + sum(back) + 8 * ord(" ")) + back


def proper(name: str) -> bool:
    """Whether a name stays within the folder that an archive is unpacked into."""
    part = "[A-Za-z0-9_@+][A-Za-z0-9_@+.-]*"
    return len(name) <= 100 and bool(re.fullmatch(f"{part}(/{part})*", name))


class Bundle:
    """An archive of which every byte is signed, or follows from what is signed."""

    def __init__(self, file: BinaryIO, signer: Key) -> None:
        """Read the manifest, then every file, and compare each with its hash in the manifest."""
        self._file, name = file, shown(signer.name)
        self.places: dict[str, tuple[int, int]] = {}
        note = read_note(self._manifest(), "the manifest")
        alone = len(note.signatures) == len(note.by(signer)) == 1
        need(alone, f"the bundle is not signed with the key of {name}, or not with it alone")
        right = signer.signed(note.text.encode(), note.by(signer)[0])
        need(right, f"the signature of {name} over the manifest is wrong: it was changed")
        self.said = note.text[:-1].split("\n")
        need(self.said[0] == "orderflow-bundle/1", "this is no bundle of version 1")
        last = "MANIFEST"
        for line in self.said[5:]:
            parts = re.fullmatch(r"file ([0-9a-f]{64}) (0|[1-9][0-9]{0,9}) (\S+)", line)
            digest, size, name = parts.groups() if parts else ("", "", "")
            need(proper(name) and name > last, f"the manifest has a wrong line: {shown(line)}")
            self._content(name, int(size), digest)
            last = name
        need(file.read(1025) == bytes(1024), "the archive does not end behind its last file")

    def _manifest(self) -> bytes:
        header = self._file.read(512)
        size = int(header[124:135], 8) if re.fullmatch(rb"[0-7]{11}", header[124:135]) else 0
        ours = header == tar_header("MANIFEST", size) and size <= MOST_BYTES
        need(ours, "this is no bundle: it does not begin with a manifest")
        content = self._file.read(size)
        self._padding("MANIFEST", size)
        return content

    def _content(self, name: str, size: int, expected: str) -> None:
        header = self._file.read(512)
        need(header == tar_header(name, size), f"in the place of {name} stands something else")
        self.places[name] = (self._file.tell(), size)
        digest, rest = hashlib.sha256(), size
        while piece := self._file.read(min(rest, 1 << 20)):
            digest.update(piece)
            rest -= len(piece)
        same = not rest and digest.hexdigest() == expected
        need(same, f"{name} is not what was signed: it was changed, or cut off")
        self._padding(name, size)

    def _padding(self, name: str, size: int) -> None:
        padding = self._file.read(-size % 512)
        need(padding == bytes(-size % 512), f"behind {name} stands what does not belong there")

    def part(self, name: str) -> Part:
        """One of its files."""
        need(name in self.places, f"the bundle has no {name}")
        return Part(self._file, *self.places[name])


class Excerpt:
    """The tree over a whole log, of which some events and the hashes of all else are known."""

    def __init__(self, file: Part, leaves: Iterator[bytes]) -> None:
        """Take the lines that say what is known of which places, and the hashes of the events."""
        self.places: list[str] = []  # Of which places the events are known, counted from 1.
        self._pieces, self._leaves = self._read(file), leaves
        self._piece = next(self._pieces)

    def root(self, low: int, high: int) -> bytes:
        """The root over the places from `low` up to, and not including, `high`."""
        start, end, known = self._piece
        if known and (start, end) == (low, high):
            self._piece = next(self._pieces)
            return known
        if high - low > 1:
            middle = low + split(high - low)
            left = self.root(low, middle)
            return node_hash(left, self.root(middle, high))
        here = not known and start <= low < end
        leaf = next(self._leaves, b"") if here else b""
        need(leaf, f"the bundle does not say what stands at place {low + 1} of the log")
        self.places += [f"{start + 1} to {end}"] if low == start else []
        if high == end:
            self._piece = next(self._pieces)
        return leaf

    def done(self) -> None:
        """Make sure that nothing is left."""
        rest = self._piece != (0, 0, b"") or next(self._leaves, None)
        need(not rest, "the bundle has more events or hashes than its checkpoint speaks of")

    @staticmethod
    def _read(file: Part) -> Iterator[tuple[int, int, bytes]]:
        first = file.line(200)
        need(first == b"orderflow-bundle-proof/1\n", "proof.txt is of another version")
        at = 0
        while line := file.line(200):
            words = line.decode("ascii", "replace").split(" ")
            form = {"events": 3, "hash": 4}.get(words[0]) == len(words) and line.endswith(b"\n")
            need(form, f"proof.txt has a wrong line: {shown(line)}")
            words[-1] = words[-1][:-1]
            low, high = number(words[1], "a place"), number(words[2], "a place")
            need(low == at < high, "proof.txt does not speak of one place after the other")
            at = high
            yield low, high, hash_of(words[3], "a hash of proof.txt") if words[3:] else b""
        while True:  # Behind the last piece nothing is known.
            yield 0, 0, b""


def told(lines: Lines, story: Story, about: list[str]) -> Iterator[bytes]:
    """Look at each event of a bundle; iterate over the hashes of their leaves."""
    period = [moment(one) for one in about[1:]]
    for event in lines.events():
        recorded = story.tell(event)
        if about[0] == "order":
            fits = event.stream == about[1].encode()
        else:
            # A payload that no line can hold as it is has no moment that every reader finds.
            readable = in_a_line(event.state) is not None
            fits = readable and period[0] <= recorded < period[1]
        story.find(event.where(), "is not of the order or period of this bundle", holds=fits)
        yield leaf_hash(event.leaf())


def check_bundle(options: argparse.Namespace, trust: Trust) -> tuple[list[str], Story]:
    """Check a bundle from its first byte to its last."""
    signer = read_key(options.signer, LOG) if options.signer else trust.log
    with open(options.file, "rb") as file:
        bundle = Bundle(file, signer)
        checkpoint = read_checkpoint(bundle.part("checkpoint").short(), trust, "the checkpoint")
        answer, story = proven_by(bundle, checkpoint, shown(signer.name))
        if options.since:
            old = trust._replace(quorum=0)
            then, now = read_checkpoint(read(options.since), old, "the old checkpoint"), checkpoint
            if then[:3] != now[:3]:
                now = check_growth(bundle.part("growth.proof").short(), then, trust)
            need(now[:3] == checkpoint[:3], "growth.proof leads to another checkpoint")
            answer.append(say("growth", f"it only extends the checkpoint of {then.size} events"))
    return answer, story


def proven_by(bundle: Bundle, checkpoint: Checkpoint, signer: str) -> tuple[list[str], Story]:
    """What the events of a bundle prove, once they are found to lead to its checkpoint."""
    about = (*bundle.said, "", "", "", "", "")[4].split(" ")
    of_order = about[0] == "order" and len(about) == 2
    clear = of_order or (about[0] == "period" and len(about) == 3 and all(map(shortest, about[1:])))
    need(clear, "the manifest does not say of which order or period the events are")
    lines, story = Lines(bundle.part("events.jsonl")), Story(whole=of_order)
    part: dict[str, Any] = {"order": None, **dict.fromkeys(PERIOD)}
    part.update({"order": about[1]} if of_order else {PERIOD[0]: about[1], PERIOD[1]: about[2]})
    need(
        lines.head["selection"] == part,
        "events.jsonl says otherwise than the manifest of which order or period it is",
    )
    excerpt = Excerpt(bundle.part("proof.txt"), told(lines, story, about))
    same = excerpt.root(0, checkpoint.size) == checkpoint.root
    need(same, "the events and hashes of the bundle do not lead to its checkpoint")
    excerpt.done()
    claims = [f"log {checkpoint.origin}", f"events {story.count} of {checkpoint.size}"]
    same = bundle.said[2:4] == claims and bundle.said[1].startswith("made by ")
    need(same, "the manifest says otherwise than what is in the bundle")
    last = "event of the order" if of_order else "event of that period"
    more = ", ..." if excerpt.places[20:] else ""
    return [
        f"these {story.count} events stand in the log {shown(checkpoint.origin)}",
        say("of", " ".join(about)),
        say("places", f"{', '.join(excerpt.places[:20])}{more} of {checkpoint.size}"),
        say("complete", f"without a gap; that no other {last} was among those"),
        say("", f"{checkpoint.size} is the word of {signer}, who signed every byte"),
        say("made by", shown(bundle.said[1][len("made by ") :])),
        *([say("SIMULATION", "of a simulated clock")] if lines.head.get("simulated") else []),
        *checkpoint.lines(),
    ], story


# --- Proofs (ledger.md) --------------------------------------------------------------------------


def parts_of(content: bytes) -> tuple[list[str], bytes]:
    """The lines of a proof, and the checkpoint below them."""
    head, blank, checkpoint = content.partition(b"\n\n")
    whole = blank and head.isascii()
    need(whole, "this is no proof: lines of hashes, an empty line, and a checkpoint")
    return head.decode("ascii", "replace").split("\n"), checkpoint


def check_growth(content: bytes, then: Checkpoint, trust: Trust) -> Checkpoint:
    """The newer checkpoint, once it is found to extend the older one."""
    (first, *hashes), note = parts_of(content)
    now = read_checkpoint(note, trust, "the newer checkpoint")
    need(first == f"old {then.size}", f"this is no proof of growth from {then.size} events")
    path = [hash_of(one, "a hash of the proof") for one in hashes]
    if then.size == 0:
        need(not path, "to begin from nothing, a log needs no hashes")
        return now
    grown = roots_from_old(then.root, then.size, now.size, path) == (then.root, now.root)
    need(grown, f"the log of {now.size} events does not extend the one of {then.size}")
    return now


def check_proof(options: argparse.Namespace, trust: Trust) -> tuple[list[str], Story]:
    """Check a proof of one event, or of growth."""
    lines, note = parts_of(read(options.file))
    if lines[0].startswith("old "):
        if not options.since:
            raise WrongUse("a proof of growth is checked against the older checkpoint: --since")
        then = read_checkpoint(read(options.since), trust._replace(quorum=0), "the old checkpoint")
        now = check_growth(read(options.file), then, trust)
        verdict = f"the log of {now.size} events only extends the one of {then.size}"
        return [verdict, *now.lines()], Story()
    need(lines.pop(0) == "c2sp.org/tlog-proof@v1", "this is no proof of an event or of growth")
    if not lines or not lines[0].startswith("extra "):
        raise WrongUse("this proof does not carry its event; ask for one that does")
    leaf = bytes_of(lines.pop(0)[len("extra ") :], "the event in the proof")
    need(lines and lines[0].startswith("index "), "the proof does not say at which place it is")
    index = number(lines.pop(0)[len("index ") :], "the place")
    path = [hash_of(one, "a hash of the proof") for one in lines]
    now = read_checkpoint(note, trust, "the checkpoint")
    same = index < now.size and root_from_leaf(leaf_hash(leaf), index, now.size, path) == now.root
    need(same, "the hashes do not lead from this event to the checkpoint")
    event = read_leaf(leaf)
    verdict = f"event {event.version} of {shown(event.stream)} is in the log {shown(now.origin)}"
    type_and_place = [say("type", shown(event.topic)), say("place", f"{index + 1} of {now.size}")]
    return [verdict, *type_and_place, *now.lines()], Story()


# --- A copy of a whole log -----------------------------------------------------------------------


def rows(path: str, query: str) -> Iterator[Any]:
    """Iterate over the rows of a database. Nothing is written, not even beside the file."""
    # A copy that nobody is writing, and so has no -wal file beside it, needs no lock.
    alone = "" if os.path.exists(path + "-wal") else "&immutable=1"
    address = pathlib.Path(path).resolve().as_uri() + "?mode=ro" + alone
    try:
        database = sqlite3.connect(address, uri=True)
        database.execute("PRAGMA trusted_schema = OFF")
        try:
            # A view may go on for ever, or show what is not stored.
            kind = "SELECT type FROM sqlite_master WHERE lower(name) IN ('stored_events', 'tiles')"
            kinds = database.execute(kind).fetchall()
            need(("view",) not in kinds, f"{shown(path)} has a view in the place of a table")
            yield from database.execute(query)
        finally:
            database.close()
    except sqlite3.Error as error:
        raise Refused(f"{shown(path)} cannot be read as a database: {shown(error)}") from None


def events_in(path: str) -> Iterator[Event]:
    """Iterate over the events of a log, in the order of positions, as they are stored."""
    with open(path, "rb") as file:
        if file.read(15) != b"SQLite format 3":
            lines = Lines(Part(file, 0, os.fstat(file.fileno()).st_size))
            part = lines.head.get("selection")
            need(part is None, "this is a part of a log; a checkpoint speaks of the whole")
            yield from lines.events()
            return
    # As blobs: text that is not UTF-8 is evidence, and no reason to stop.
    query = (
        "SELECT position, CAST(originator_id AS BLOB), originator_version, CAST(topic AS BLOB),"
        " state FROM stored_events ORDER BY position"
    )
    for row in rows(path, query):
        as_stored = [type(value) for value in row] == [int, bytes, int, bytes, bytes]
        need(as_stored and row[2] >= 0, f"position {shown(row[0])} is not stored as an event is")
        yield Event(*row)


def signed_leaves(path: str, checkpoint: Checkpoint) -> list[bytes]:
    """The hashes that a ledger keeps, once they are found to be those of the checkpoint."""
    query = "SELECT CAST(hashes AS BLOB) FROM tiles WHERE level = 0 ORDER BY number"
    kept = b"".join(one or b"" for (one,) in rows(path, query))
    leaves = [kept[at : at + 32] for at in range(0, 32 * checkpoint.size, 32)]
    tree = GrowingTree()
    for leaf in leaves:
        tree.add(leaf)
    need(tree.root() == checkpoint.root, "the ledger holds other hashes than the checkpoint signs")
    return leaves


def check_log(options: argparse.Namespace, trust: Trust) -> tuple[list[str], Story]:
    """Check every event of a copy, and the first ones against the checkpoint."""
    checkpoint = read_checkpoint(read(options.checkpoint), trust, "the checkpoint")
    signed = signed_leaves(options.ledger, checkpoint) if options.ledger else []
    story, tree = Story(), GrowingTree()
    root = tree.root()
    for event in events_in(options.file):
        story.tell(event)
        leaf = leaf_hash(event.leaf())
        if story.count <= len(signed) and leaf != signed[story.count - 1]:
            story.find(event.where(), "this, or one that stood before it, is not what was signed")
            signed = []  # What follows may only have moved.
        tree.add(leaf)
        root = tree.root() if story.count == checkpoint.size else root
    size, origin = checkpoint.size, shown(checkpoint.origin)
    lost = f"the checkpoint speaks of {size} events, and {story.count} are here"
    story.find(origin, lost, holds=story.count >= size)
    changed = f"the first {size} events are not those that were signed"
    story.find(origin, changed, holds=story.count < size or root == checkpoint.root)
    return [
        f"the first {size} events of this copy are those of the log {origin}",
        say("events", f"{story.count}, of {len(story.streams)} orders"),
        say("unsigned", f"{story.count - size} came after the checkpoint"),
        say("clock", f"went back {story.clock_went_back} times between orders"),
        *checkpoint.lines(),
    ], story


# --- What is asked, and what is answered ---------------------------------------------------------


def say(name: str, what: str) -> str:
    """One line of an answer."""
    return f"  {name:<11} {what}"


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
            part.add_argument("--ledger", help="its ledger, to name the first event that differs")
        else:
            part.add_argument("--since", metavar="CHECKPOINT", help="an older one, as you kept it")
        if name == "bundle":
            part.add_argument("--signer", help="public key of who signed it, if not of the log")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Answer what is asked, and return the exit code."""
    options = asked(arguments)
    try:
        witnesses = [read_key(one, WITNESS) for one in options.witness]
        quorum = len(witnesses) if options.quorum is None else options.quorum
        different = len({one.public for one in witnesses})
        if different < len(witnesses) or not 0 <= quorum <= different:
            raise WrongUse("give each witness once, and at least as many as the quorum")
        log = read_key(options.key, LOG)
        if log.public in [one.public for one in witnesses]:
            raise WrongUse("a log is no witness of itself: this witness has the key of the log")
        answer, story = options.check(options, Trust(log, witnesses, quorum))
    except Refused as error:
        print(f"REFUSED: {error}")
        return 1
    except (WrongUse, OSError) as error:
        print(f"verify_bundle.py: {error}", file=sys.stderr)
        return 2
    if story.found:
        answer = [f"REFUSED: {story.found} findings", *(f"  {one}" for one in story.findings)]
        answer += [f"  ... and {story.found - MOST_FINDINGS} more"][: story.found > MOST_FINDINGS]
    else:
        answer[0] = f"VERIFIED: {answer[0]}"
    print("\n".join(answer))
    return 1 if story.found else 0


if __name__ == "__main__":
    sys.exit(main())
