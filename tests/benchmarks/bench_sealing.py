"""A command that seals one value on durable SQLite, against a sealer that does nothing."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from orderflow.order.confidential import Sealed
from orderflow.privacy import SQLiteKeys
from orderflow.store import ProtectionOrders
from tests.benchmarks.figures import Figure, interleaved
from tests.contracts.cases import request, whole_case
from tests.unit.privacy.making import detail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orderflow.store.sealing import SealedPlace

ROUNDS = 400
PER_ORDER = 4
"""Commands on each order, after the eight events of its case."""

_BOX = "A" * 128
"""As long as what a short text is sealed into."""


class NoSealer:
    """Seals nothing, and costs next to nothing."""

    def serve(self, log: str, holds_sealed: object) -> None:
        """Serve any log."""

    def seal(self, text: str, place: SealedPlace) -> Sealed:  # noqa: ARG002 - as a `Sealer`
        """Return something as long as what is sealed."""
        return Sealed(key="0" * 32, box=_BOX)

    def fingerprint(self, content: bytes, person: str) -> bytes:  # noqa: ARG002 - as a `Sealer`
        """Return a digest without a key."""
        return sha256(content).digest()


def figures() -> Iterator[Figure]:
    """Compare the two, for a person who has a key and for one who has none yet."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        keys = SQLiteKeys.begin(place / "sealed.db.keys")
        sealed = ProtectionOrders.open(place / "sealed.db", keys=keys)
        bare = ProtectionOrders.open(place / "bare.db", keys=NoSealer())
        known, without = interleaved(ROUNDS, _known(sealed), _known(bare))
        new, new_without = interleaved(ROUNDS // 4, _new(sealed), _new(bare))
        for one in (sealed, bare, keys):
            one.close()
    note = f"{known * 1e6:.0f} µs against {without * 1e6:.0f} µs; 8 to 11 events in the stream"
    yield Figure("sealing one value, of a known person", known / without, at_most=1.25, note=note)
    note = f"{new * 1e6:.0f} µs against {new_without * 1e6:.0f} µs; a key is made and on disk first"
    yield Figure("sealing the first value of a new person", new / new_without, note=note)


def _known(orders: ProtectionOrders) -> Callable[[], object]:
    calls = _in_turn(orders)

    def work() -> None:
        orders.handle(detail(next(calls)), command_id=uuid4())

    return work


def _new(orders: ProtectionOrders) -> Callable[[], object]:
    numbers = count()
    made = []
    for number in range(ROUNDS // 4):
        asked = request(uuid4())
        person = asked.protected_persons[0].model_copy(update={"id": f"new-{number}"})
        made.append(
            orders.handle(asked.model_copy(update={"protected_persons": (person,)})).order_id
        )

    def work() -> None:
        number = next(numbers)
        orders.handle(detail(made[number], f"new-{number}"), command_id=uuid4())

    return work


def _in_turn(orders: ProtectionOrders) -> Iterator[UUID]:
    made = [_lived(orders) for _ in range(ROUNDS // PER_ORDER)]
    return (order_id for _ in range(PER_ORDER) for order_id in made)


def _lived(orders: ProtectionOrders) -> UUID:
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    orders.handle(detail(order_id))
    return order_id
