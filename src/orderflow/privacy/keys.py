"""What is asked of a key store: to seal, to open, to shred. Three roles, and nobody needs two.

Who writes events needs a `Sealer` (`orderflow.store.sealing`), who reads personal data an
`Opener`, who erases a `Shredder`. The key stores that ship with the package are all three; a KMS
may give each role to another account.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol
from uuid import UUID

from orderflow.law.provision import SourceKey
from orderflow.law.vocabulary import ErasureGround
from orderflow.order.values import Actor, Instant, PersonId, Reference, Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from orderflow.order.confidential import Sealed
    from orderflow.store.sealing import SealedPlace


class KeyState(StrEnum):
    """How the key of a person stands; it moves on in this order, and only a mark is taken back."""

    LIVE = "live"
    MARKED = "marked"
    DESTROYED = "destroyed"
    ERASED = "erased"


class Erasure(Value):
    """A decision to erase, as the key store keeps it until it is carried out, and after.

    Attributes:
        id: Identity of the decision; the ids of its commands follow from it.
        person: Whose data.
        ground: On what ground.
        decided_at: When.
        actor: Who decided.
        due_since: First moment at which the time was over, where that is the ground.
        rule: Name of the rule that says so.
        basis: Sources of that rule.
    """

    id: UUID
    person: PersonId
    ground: ErasureGround
    decided_at: Instant
    actor: Actor
    due_since: Instant | None = None
    rule: Reference | None = None
    basis: tuple[SourceKey, ...] = ()


class KeyStatus(NamedTuple):
    """How the key of one person stands.

    Attributes:
        person: The person.
        state: `live`; `marked`: nothing more is sealed; `destroyed`: the key is gone, and what it
            lay in is still to be wiped; `erased`: wiped too.
        key_id: Name of the key; None where there never was one.
        erasure: The decision, once there is one.
        destroyed_at: When the key was destroyed.
    """

    person: str
    state: KeyState
    key_id: str | None
    erasure: Erasure | None = None
    destroyed_at: datetime | None = None


class Opener(Protocol):
    """Opens what is sealed."""

    def open(self, sealed: Sealed, place: SealedPlace) -> str:
        """Return the text that is sealed in a place.

        Raises:
            DataErased: The key was destroyed.
            NoKey: The person has no key, or another one.
            NotUnsealed: The value was altered, or sealed in another place.
            KeyStoreError: The keys cannot be had.
        """


class Shredder(Protocol):
    """Destroys keys, and knows which were destroyed. Sees no key and opens nothing."""

    def status(self, person: str) -> KeyStatus | None:
        """Return how the key of a person stands; None where nothing is known of them."""

    def statuses(self) -> Iterator[KeyStatus]:
        """Iterate over everybody that is known, by pseudonym."""

    def mark(self, erasure: Erasure) -> Erasure:
        """Return the decision that stands for its person: this one, or an earlier one.

        From then on nothing is sealed for the person, by no process. What is sealed still opens.
        """

    def withdraw(self, person: str) -> None:
        """Take a mark back; what is destroyed stays destroyed."""

    def destroy(self, person: str, at: datetime) -> KeyStatus:
        """Return the status of a person whose key is gone for good.

        Whoever was marked and had no key has none ever after. Doing it again finishes what was
        interrupted, and else changes nothing.

        Raises:
            KeyStoreError: The person is not marked, or the store cannot be written.
        """
