"""Ed25519 keys in the encodings of C2SP signed-note.

A key belongs to a name and serves one kind of signature: `NOTE` for who keeps a log, `COSIGNATURE`
for a witness. Its id is the start of a hash over all three.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from hashlib import sha256
from typing import Final, Self

from orderflow.audit.ledger.encoding import decoded, encoded
from orderflow.audit.ledger.note import KEY_ID_SIZE, is_name
from orderflow.errors import NotWellFormed

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )
except ModuleNotFoundError as error:
    _MISSING = "signatures need the extra 'audit': pip install 'orderflow[audit]'"
    raise ModuleNotFoundError(_MISSING, name=error.name) from None

_SIZE: Final = 32
_PRIVATE: Final = "PRIVATE+KEY+"


class Kind(IntEnum):
    """What a key signs; the number is that of C2SP signed-note."""

    NOTE = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key, to be handed to everybody.

    Attributes:
        name: Name of the key; that of a log is its origin.
        kind: What it signs.
        public: The 32 bytes of the public key.
    """

    name: str
    kind: Kind
    public: bytes

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key that is written as `name+id+key`.

        Raises:
            NotWellFormed: None is, or its id is that of another.
        """
        if text.startswith(_PRIVATE):
            msg = "it is a private key"
            raise NotWellFormed(msg)
        name, kind, public, key_id = _parts(text)
        found = cls(name, kind, public)
        if found.key_id != key_id:
            msg = "the id of a key does not belong to the key"
            raise NotWellFormed(msg)
        return found

    def __str__(self) -> str:
        return _written(self.name, self.key_id, self.kind, self.public)

    @property
    def key_id(self) -> bytes:
        """Four bytes that tell keys of one name apart; not a fingerprint."""
        content = self.name.encode() + b"\n" + bytes((self.kind,)) + self.public
        return sha256(content).digest()[:KEY_ID_SIZE]

    def signed(self, message: bytes, signature: bytes) -> bool:
        """Tell whether the signature over `message` was made with this key."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key. Is never shown, and never stands in a database.

    Attributes:
        name: Name of the key.
        kind: What it signs.
        secret: The 32 bytes of the private key.
    """

    name: str
    kind: Kind
    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls, name: str, kind: Kind) -> Self:
        """Return a new key.

        Raises:
            ValueError: A key cannot have this name.
        """
        # A reader takes any name; we make none that looks like another on a screen.
        if not is_name(name) or not name.isprintable():
            msg = (
                "the name of a key has no spaces, no plus sign and nothing invisible,"
                " as in example.org/orders"
            )
            raise ValueError(msg)
        return cls(name, kind, Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the key that is written as `PRIVATE+KEY+name+id+key`.

        Raises:
            NotWellFormed: None is, or its id is that of another.
        """
        if not text.startswith(_PRIVATE):
            msg = "not a private key"
            raise NotWellFormed(msg)
        name, kind, secret, key_id = _parts(text.removeprefix(_PRIVATE))
        found = cls(name, kind, secret)
        if found.verifier.key_id != key_id:
            msg = "the id of a key does not belong to the key"
            raise NotWellFormed(msg)
        return found

    @property
    def verifier(self) -> VerifierKey:
        """The public key to it."""
        public = Ed25519PrivateKey.from_private_bytes(self.secret).public_key()
        return VerifierKey(self.name, self.kind, public.public_bytes_raw())

    def reveal(self) -> str:
        """Return the key in writing, for a key file and nothing else."""
        return _PRIVATE + _written(self.name, self.verifier.key_id, self.kind, self.secret)

    def sign(self, message: bytes) -> bytes:
        """Return the signature over `message`."""
        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message)


def _written(name: str, key_id: bytes, kind: Kind, key: bytes) -> str:
    return f"{name}+{key_id.hex()}+{encoded(bytes((kind,)) + key)}"


def _parts(text: str) -> tuple[str, Kind, bytes, bytes]:
    # The name and the id hold no plus sign, but Base 64 may.
    name, _, rest = text.partition("+")
    key_id, _, key = rest.partition("+")
    content = decoded(key)
    if not is_name(name) or len(content) != 1 + _SIZE or content[0] not in tuple(Kind):
        msg = "not an Ed25519 key for notes or cosignatures"
        raise NotWellFormed(msg)
    return name, Kind(content[0]), content[1:], _id_bytes(key_id)


def _id_bytes(text: str) -> bytes:
    try:
        value = bytes.fromhex(text)
    except ValueError:
        value = b""
    if value.hex() != text:
        msg = "the id of a key is written in small hexadecimal digits"
        raise NotWellFormed(msg)
    return value
