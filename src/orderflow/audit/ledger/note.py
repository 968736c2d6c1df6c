"""Signed notes (C2SP signed-note): a text, a blank line, and a line for each signature.

Reads strictly and checks no signature; `trust` does. What is read is written back byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from orderflow.audit.ledger.encoding import decoded, encoded
from orderflow.errors import NotWellFormed

KEY_ID_SIZE: Final = 4

MOST_SIGNATURES: Final = 100
LARGEST_NOTE: Final = 1_000_000
"""Size in bytes above which nothing is read."""

_NAME: Final = re.compile(r"[^\s+]+")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_DASH: Final = "— "


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below a note.

    Attributes:
        name: Name of the key.
        key_id: Four bytes that tell keys of one name apart.
        value: The signature, in the form that its kind has.
    """

    name: str
    key_id: bytes
    value: bytes

    @classmethod
    def parse(cls, line: str) -> Self:
        """Return the signature that a line writes.

        Raises:
            NotWellFormed: It writes none.
        """
        name, _, value = line.removeprefix(_DASH).partition(" ")
        if not line.startswith(_DASH) or not is_name(name):
            msg = "a line below a note is not a signature"
            raise NotWellFormed(msg)
        content = decoded(value)
        if len(content) <= KEY_ID_SIZE:
            msg = "a signature is too short"
            raise NotWellFormed(msg)
        return cls(name, content[:KEY_ID_SIZE], content[KEY_ID_SIZE:])

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {encoded(self.key_id + self.value)}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text with signatures, none of them checked yet.

    Attributes:
        text: The text, which ends in a line feed.
        signatures: The signatures in the order of their lines.
    """

    text: str
    signatures: tuple[Signature, ...]

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Return the note that `content` is.

        Raises:
            NotWellFormed: It is none.
        """
        text, separator, lines = _readable(content).rpartition("\n\n")
        if not separator or not lines.endswith("\n"):
            msg = "a note has a text, a blank line, and lines of signatures"
            raise NotWellFormed(msg)
        signatures = lines[:-1].split("\n")
        if len(signatures) > MOST_SIGNATURES:
            raise _too_many()
        return cls(f"{text}\n", tuple(Signature.parse(line) for line in signatures))

    def encode(self) -> bytes:
        """Return the note as it is sent and kept."""
        lines = "".join(f"{signature}\n" for signature in self.signatures)
        return f"{self.text}\n{lines}".encode()

    def joined(self, others: tuple[Signature, ...]) -> Note:
        """Return the note with further signatures; those that it has are not repeated.

        Raises:
            NotWellFormed: There would be more of them than anybody reads.
        """
        new = tuple(one for one in others if one not in self.signatures)
        if len(self.signatures) + len(new) > MOST_SIGNATURES:
            raise _too_many()
        return Note(self.text, self.signatures + new)


def is_name(text: str) -> bool:
    """Tell whether `text` may be the name of a key: not empty, no spaces, no plus sign."""
    return _NAME.fullmatch(text) is not None and not _CONTROL.search(text)


def _too_many() -> NotWellFormed:
    return NotWellFormed(f"a note with more than {MOST_SIGNATURES} signatures")


def _readable(content: bytes) -> str:
    if len(content) > LARGEST_NOTE:
        msg = f"a note of more than {LARGEST_NOTE} bytes"
        raise NotWellFormed(msg)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if _CONTROL.search(text):
        msg = "a note is plain text in UTF-8"
        raise NotWellFormed(msg)
    return text
