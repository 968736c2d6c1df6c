"""Keys in memory: for tests and simulations, and a model for a KMS. They end with the process."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from orderflow.privacy import crypto
from orderflow.privacy.checks import markedly, readable, served, writable
from orderflow.privacy.keys import KeyState, KeyStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from orderflow.order.confidential import Sealed
    from orderflow.privacy.keys import Erasure
    from orderflow.store.sealing import SealedPlace


class MemoryKeys:
    """A key store in memory; satisfies `Sealer`, `Opener` and `Shredder`."""

    def __init__(self) -> None:
        """Begin without keys, for the first log that is served."""
        self._lock = Lock()
        self._log: str | None = None
        self._keys: dict[str, bytes] = {}
        self._known: dict[str, KeyStatus] = {}

    def __repr__(self) -> str:
        return f"MemoryKeys({len(self._known)} persons)"

    def serve(self, log: str, holds_sealed: Callable[[], bool]) -> None:
        """See `Sealer.serve`."""
        with self._lock:
            self._log = served(self._log, log, holds_sealed)

    def seal(self, text: str, place: SealedPlace) -> Sealed:
        """See `Sealer.seal`."""
        with self._lock:
            status = self._known.get(place.person)
            if status is None:
                key_id = crypto.new_key_id()
                status = KeyStatus(place.person, KeyState.LIVE, key_id)
                self._known[place.person] = status
                self._keys[key_id] = crypto.new_key()
            key_id = writable(status)
            return crypto.seal(text, place, self._keys[key_id], key_id)

    def fingerprint(self, content: bytes, person: str) -> bytes:
        """See `Sealer.fingerprint`."""
        with self._lock:
            return crypto.fingerprint(content, self._keys[writable(self._known.get(person))])

    def open(self, sealed: Sealed, place: SealedPlace) -> str:
        """See `Opener.open`."""
        with self._lock:
            key_id = readable(self._known.get(place.person))
            return crypto.unseal(sealed, place, self._keys[key_id], key_id)

    def status(self, person: str) -> KeyStatus | None:
        """See `Shredder.status`."""
        with self._lock:
            return self._known.get(person)

    def statuses(self) -> Iterator[KeyStatus]:
        """See `Shredder.statuses`."""
        with self._lock:
            known = sorted(self._known.values(), key=lambda status: status.person)
        yield from known

    def mark(self, erasure: Erasure) -> Erasure:
        """See `Shredder.mark`."""
        with self._lock:
            status = self._known.get(erasure.person)
            if status is not None and status.erasure is not None:
                return status.erasure
            status = status or KeyStatus(erasure.person, KeyState.MARKED, None)
            marked = status._replace(state=KeyState.MARKED, erasure=erasure)
            self._known[erasure.person] = marked
            return erasure

    def withdraw(self, person: str) -> None:
        """See `Shredder.withdraw`."""
        with self._lock:
            status = self._known.get(person)
            if status is None or status.state is not KeyState.MARKED:
                return
            if status.key_id is None:
                del self._known[person]
            else:
                self._known[person] = status._replace(state=KeyState.LIVE, erasure=None)

    def destroy(self, person: str, at: datetime) -> KeyStatus:
        """See `Shredder.destroy`."""
        with self._lock:
            status = markedly(self._known.get(person))
            if status.state is KeyState.MARKED:
                self._keys.pop(status.key_id or "", None)
                status = status._replace(state=KeyState.ERASED, destroyed_at=at)
                self._known[person] = status
            return status
