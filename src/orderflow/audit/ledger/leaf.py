"""The bytes of a leaf: one event, exactly as stored.

    tag       17 bytes   "orderflow-leaf/1" and a line feed
    stream    4 bytes length, then the id of the stream as stored
    version   4 bytes length (always 8), then the version as 8 bytes
    topic     4 bytes length, then the type of the event as stored
    state     4 bytes length, then the payload with its envelope as stored

Every number is unsigned and big-endian. Each field says how long it is, so no two events share
their bytes; the tag says which of the forms this is. The position is not among the fields: the
place of the leaf in the tree is the order of the log.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final, NamedTuple

from orderflow.audit.ledger.merkle import LEAF_PREFIX
from orderflow.audit.ledger.source import StoredEvent
from orderflow.errors import NotWellFormed

TAG: Final = b"orderflow-leaf/1\n"

_HASHED_TAG: Final = LEAF_PREFIX + TAG

_LENGTH: Final = 4
_VERSION: Final = 8
_FIELDS: Final = 4
_ESCAPED: Final = "surrogateescape"
_VERSION_LENGTH: Final = _VERSION.to_bytes(_LENGTH, "big")


class Leaf(NamedTuple):
    """What a leaf says.

    Attributes:
        stream: Id of the stream.
        version: Number of the event within the stream.
        topic: Type of the event.
        state: Payload with its envelope, as stored.
    """

    stream: str
    version: int
    topic: str
    state: bytes


def leaf_of(event: StoredEvent) -> bytes:
    """Return the leaf of an event.

    Raises:
        OverflowError: The version is negative or does not fit in 8 bytes.
    """
    return b"".join((TAG, *_parts(event)))


def hash_of(event: StoredEvent) -> bytes:
    """Return the hash of the leaf of an event; the bytes of the leaf are copied only once.

    Raises:
        OverflowError: The version is negative or does not fit in 8 bytes.
    """
    return sha256(b"".join((_HASHED_TAG, *_parts(event)))).digest()


def _parts(event: StoredEvent) -> tuple[bytes, ...]:
    _, stream, version, topic, state = event
    name, kind = stream.encode("utf-8", _ESCAPED), topic.encode("utf-8", _ESCAPED)
    return (
        len(name).to_bytes(_LENGTH, "big"),
        name,
        _VERSION_LENGTH,
        version.to_bytes(_VERSION, "big"),
        len(kind).to_bytes(_LENGTH, "big"),
        kind,
        len(state).to_bytes(_LENGTH, "big"),
        state,
    )


def read_leaf(leaf: bytes) -> Leaf:
    """Return what a leaf says.

    Raises:
        NotWellFormed: These are not the bytes of a leaf.
    """
    if not leaf.startswith(TAG):
        msg = "not a leaf of a log of orderflow, or of a newer one"
        raise NotWellFormed(msg)
    fields, at = [], len(TAG)
    for _ in range(_FIELDS):
        start = at + _LENGTH
        at = start + int.from_bytes(leaf[at:start], "big")
        fields.append(leaf[start:at])
    stream, version, topic, state = fields
    # What was cut short, or goes on too long, is written differently than it was read.
    found = Leaf(
        stream.decode("utf-8", _ESCAPED),
        int.from_bytes(version[:_VERSION], "big"),
        topic.decode("utf-8", _ESCAPED),
        state,
    )
    if leaf_of(StoredEvent(0, *found)) != leaf:
        msg = "a leaf whose fields are not as long as they say"
        raise NotWellFormed(msg)
    return found
