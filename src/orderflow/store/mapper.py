"""Between the library's stored events and our log entries.

Replaces the library's own mapper, which stores Python paths, imports what a stored path names and
checks no types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from eventsourcing.persistence import Mapper, StoredEvent

from orderflow.errors import UnreadableEvent
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import LogEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from eventsourcing.domain import DomainEventProtocol
    from eventsourcing.persistence import Cipher, Compressor, Transcoder

    from orderflow.order.events import Event

_new = tuple.__new__


class OrderMapper(Mapper[UUID]):
    """The mapper of `ProtectionOrders`; honours the library's compressor and cipher settings."""

    def __init__(
        self,
        transcoder: Transcoder,
        compressor: Compressor | None = None,
        cipher: Cipher | None = None,
        *,
        codec: EventCodec | None = None,
    ) -> None:
        """Take what the library passes; `transcoder` is not used, pydantic writes the JSON."""
        super().__init__(transcoder, compressor, cipher)
        self.codec = codec or EventCodec.packaged()
        self._plain = compressor is None and cipher is None

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Return the entry as it is stored.

        Raises:
            TypeError: It is no `LogEntry`, or holds an event of no known type.
        """
        if not isinstance(domain_event, LogEntry):
            msg = f"the log of orders takes LogEntry objects, not {type(domain_event).__name__}"
            raise TypeError(msg)
        topic, state = self.codec.encode(domain_event.envelope)
        if self.compressor:
            state = self.compressor.compress(state)
        if self.cipher:
            state = self.cipher.encrypt(state)
        return StoredEvent(
            originator_id=domain_event.originator_id,
            originator_version=domain_event.originator_version,
            topic=topic,
            state=state,
        )

    def to_domain_event(self, stored_event: StoredEvent) -> LogEntry:
        """Return the entry that is stored.

        Raises:
            UnknownEventType: The type is unknown to this version of `orderflow`.
            UnreadableEvent: The payload does not fit the published form of its type.
        """
        state = stored_event.state if self._plain else self._opened(stored_event)
        envelope = self.codec.decode(stored_event, state)
        # As LogEntry(…), in a third of the time.
        return _new(
            LogEntry, (stored_event.originator_id, stored_event.originator_version, envelope)
        )

    def entries(self, stored_events: Iterable[StoredEvent]) -> list[LogEntry]:
        """Return the entries that are stored, in the same order."""
        return [self.to_domain_event(stored) for stored in stored_events]

    def events(self, stored_events: Iterable[StoredEvent]) -> Iterator[Event]:
        """Iterate over the events alone, in the same order; envelopes are left unread."""
        if not self._plain:
            stored_events = (replace(one, state=self._opened(one)) for one in stored_events)
        return self.codec.events(stored_events)

    def _opened(self, stored: StoredEvent) -> bytes:
        state = stored.state
        try:
            if self.cipher:
                state = self.cipher.decrypt(state)
            if self.compressor:
                state = self.compressor.decompress(state)
        except Exception as error:
            # Ciphers and compressors are the user's own and raise what they like.
            msg = "an event cannot be decrypted or decompressed"
            raise UnreadableEvent(
                msg,
                stream=str(stored.originator_id),
                version=stored.originator_version,
                position=getattr(stored, "id", None),
            ) from error
        return state
