"""How a value is sealed: AES-256-GCM under the key of a person, bound to its place.

The place is associated data: a ciphertext that is moved to another order, event, field or person
does not open. Texts are filled up to multiples of 64 bytes, so that the length of what is sealed
does not tell a short name from a long one once nobody can read it.
"""

from __future__ import annotations

import hmac
import os
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from orderflow.errors import NoKey, NotUnsealed
from orderflow.order.confidential import Sealed

try:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ModuleNotFoundError as error:
    _MISSING = "sealing needs the extra 'privacy': pip install 'orderflow[privacy]'"
    raise ModuleNotFoundError(_MISSING, name=error.name) from None

if TYPE_CHECKING:
    from orderflow.store.sealing import SealedPlace

KEY_SIZE: Final = 32
NONCE_SIZE: Final = 12
"""96 random bits: for as many values as one person will ever have, none is drawn twice."""

_FORM: Final = b"orderflow/sealed/1"
_DIGESTING: Final = b"orderflow/digest/1"
_LENGTH: Final = 4
_BLOCK: Final = 64


def new_key() -> bytes:
    """Return a random key."""
    return os.urandom(KEY_SIZE)


def new_key_id() -> str:
    """Return a random name for a key."""
    return os.urandom(16).hex()


def seal(text: str, place: SealedPlace, key: bytes, key_id: str) -> Sealed:
    """Return a text sealed in its place; twice the same text is never sealed alike."""
    nonce = os.urandom(NONCE_SIZE)
    box = nonce + AESGCM(key).encrypt(nonce, _filled(text), _associated(place, key_id))
    return Sealed(key=key_id, box=b64encode(box).decode("ascii"))


def unseal(sealed: Sealed, place: SealedPlace, key: bytes, key_id: str) -> str:
    """Return the text that is sealed in this place.

    Raises:
        NoKey: It is sealed under another key.
        NotUnsealed: It was altered, or sealed in another place.
    """
    if sealed.key != key_id:
        raise NoKey(_ANOTHER_KEY)
    box = b64decode(sealed.box)
    # Only one spelling of the same bytes is the one that was written.
    if b64encode(box).decode("ascii") != sealed.box:
        raise NotUnsealed(_ALTERED)
    try:
        nonce, ciphertext = box[:NONCE_SIZE], box[NONCE_SIZE:]
        filled = AESGCM(key).decrypt(nonce, ciphertext, _associated(place, key_id))
    except (InvalidTag, ValueError):
        raise NotUnsealed(_ALTERED) from None
    length = int.from_bytes(filled[:_LENGTH], "big")
    return filled[_LENGTH : _LENGTH + length].decode()


def fingerprint(content: bytes, key: bytes) -> bytes:
    """Return 32 bytes that only who has the key can tell a content by."""
    digesting = hmac.digest(key, _DIGESTING, sha256)
    return hmac.digest(digesting, content, sha256)


_ANOTHER_KEY: Final = "the value is sealed under a key that is not in this key store"
_ALTERED: Final = "the sealed value was altered, or does not stand where it was sealed"


def _filled(text: str) -> bytes:
    content = text.encode()
    whole = len(content).to_bytes(_LENGTH, "big") + content
    return whole + bytes(-len(whole) % _BLOCK)


def _associated(place: SealedPlace, key_id: str) -> bytes:
    parts = (
        _FORM,
        place.stream.hex.encode(),
        str(place.version).encode(),
        place.event.encode(),
        place.field.encode(),
        place.person.encode(),
        key_id.encode(),
    )
    # Each with its length before it: no two places are written alike.
    return b"".join(len(part).to_bytes(_LENGTH, "big") + part for part in parts)
