"""Hashes and numbers as C2SP writes them, each in exactly one way.

Whatever can be written in two ways can be changed without being noticed, so all else is refused.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from typing import Final

from orderflow.audit.ledger.merkle import HASH_SIZE
from orderflow.errors import NotWellFormed

_DECIMAL: Final = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_LARGEST: Final = 2**63 - 1


def encoded(value: bytes) -> str:
    """Return bytes in Base 64."""
    return b64encode(value).decode("ascii")


def decoded(text: str) -> bytes:
    """Return the bytes that are written in Base 64.

    Raises:
        NotWellFormed: They are not, or not in the one way that is allowed.
    """
    try:
        value = b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        value = b""
    if not value or encoded(value) != text:
        msg = "something that ought to be Base 64 is not"
        raise NotWellFormed(msg)
    return value


def decoded_hash(text: str) -> bytes:
    """Return the hash that is written in Base 64.

    Raises:
        NotWellFormed: It is none.
    """
    value = decoded(text)
    if len(value) != HASH_SIZE:
        msg = f"a hash has {HASH_SIZE} bytes, not {len(value)}"
        raise NotWellFormed(msg)
    return value


def number(text: str) -> int:
    """Return a number that is written in decimal digits without leading zeroes.

    Raises:
        NotWellFormed: It is not, or is larger than any log.
    """
    if not _DECIMAL.fullmatch(text) or int(text) > _LARGEST:
        msg = "something that ought to be a number is not"
        raise NotWellFormed(msg)
    return int(text)
