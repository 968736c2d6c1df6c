"""The form of what `orderflow privacy … --json` prints. Stable: fields are added, never changed.

Nothing here holds what is sealed: no part of `orderflow privacy` opens anything.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from orderflow.law.vocabulary import ErasureGround, Role
from orderflow.privacy.duty import PersonDue
from orderflow.privacy.keys import KeyState
from orderflow.privacy.showing import PersonShown
from orderflow.showing.shapes import Shape


class KeysBegun(Shape):
    """A key store that was made; `after_loss`: what older keys sealed stays unread."""

    format: Literal["orderflow/privacy/begin/1"]
    keys: str
    after_loss: bool


class PersonErased(Shape):
    """What came of erasing one person; `repeated`: it had been done before."""

    person: str
    ground: ErasureGround
    decided_at: datetime
    due_since: datetime | None
    rule: str | None
    key: KeyState
    orders: tuple[UUID, ...]
    repeated: bool


class ErasedShown(Shape):
    """Everybody who was erased by one command."""

    format: Literal["orderflow/privacy/erase/1"]
    simulated: bool
    persons: tuple[PersonErased, ...]


class DueShown(Shape):
    """How the data of everybody stand of whom something is sealed and not erased."""

    format: Literal["orderflow/privacy/due/1"]
    simulated: bool
    at: datetime
    holder: Role
    persons: tuple[PersonDue, ...]


class SealedPersonsShown(Shape):
    """What is sealed and erased, person by person; `keys` null where no key store was found."""

    format: Literal["orderflow/privacy/show/1"]
    simulated: bool
    keys: str | None
    persons: tuple[PersonShown, ...]


PrivacyShown = KeysBegun | ErasedShown | DueShown | SealedPersonsShown
"""Whatever a part of `orderflow privacy` prints."""
