"""A command on its way into the log: its id, its content, and the order it is about."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID, uuid4, uuid5

from orderflow.order.commands import Command, OrderCommand, RequestOrder
from orderflow.order.confidential import DIGESTED, Plain, Sealed, confidential_fields
from orderflow.order.events import Event
from orderflow.store.envelope import LogEntry, envelope_of
from orderflow.store.recorder import HandledCommand
from orderflow.store.sealing import required

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from orderflow.store.sealing import Sealer

_ORDER_IDS: Final = UUID("6f7d5b3e-0c52-5d0b-9a39-3f0e9d1c7a54")
"""Namespace in which the id of a requested order follows from the id of the command."""

_LONGEST_ID: Final = 200


class Submission(NamedTuple):
    """One command as it was handed in.

    Attributes:
        command: The command.
        command_id: Its id.
        digest: SHA-256 of its content; empty for a confidential one before it is `keyed`.
        order_id: The order that it is about.
        causation_id: What caused it, where the caller said.
        correlation_id: What it belongs to, where the caller said.
        expected_version: Version that the order must be at, where the caller said.
    """

    command: Command
    command_id: str
    digest: bytes
    order_id: UUID
    causation_id: str | None
    correlation_id: str | None
    expected_version: int | None = None

    @classmethod
    def of(
        cls,
        command: Command,
        *,
        command_id: str | UUID | None = None,
        causation_id: str | UUID | None = None,
        correlation_id: str | UUID | None = None,
        expected_version: int | None = None,
    ) -> Submission:
        """Return the command with its ids; a random id where none is given.

        Raises:
            ValueError: An id is empty or longer than 200 characters, or something is sealed
                already, and so for another place.
            TypeError: `command` is no command.
        """
        own_id = _as_text(command_id, "command_id") or str(uuid4())
        order_id = order_id_of(command, own_id)
        _must_be_in_the_clear(command)
        return cls(
            command,
            own_id,
            b"" if confidential_fields(type(command)) else content_digest(command),
            order_id,
            _as_text(causation_id, "causation_id"),
            _as_text(correlation_id, "correlation_id"),
            expected_version,
        )

    @property
    def confidential(self) -> bool:
        """Whether the command says something confidential."""
        return bool(confidential_fields(type(self.command)))

    def keyed(self, sealer: Sealer | None) -> Submission:
        """Return the command with its digest, made under the person's key where it must be.

        Nobody without that key can find out by trying what a confidential command said.

        Raises:
            KeysNeeded: Something is confidential, and nobody has the keys.
            NoKey: The person has no key yet.
            DataErased: The person's data are erased.
        """
        if not self.confidential:
            return self
        person = self.command.person  # type: ignore[attr-defined]  # Each such command has one.
        content = _canonical(self.command, {DIGESTED: Plain.reveal})
        return self._replace(digest=required(sealer).fingerprint(content, person))

    def entries(
        self, events: Sequence[Event], *, after: int, recorded_at: datetime
    ) -> list[LogEntry]:
        """Return the events as they go into the log, numbered from `after` + 1."""
        return [
            LogEntry(
                self.order_id,
                version,
                envelope_of(type(event))(
                    event_id=uuid4(),
                    recorded_at=recorded_at,
                    command_id=self.command_id,
                    actor=self.command.actor,
                    causation_id=self.causation_id,
                    correlation_id=self.correlation_id,
                    event=event,
                ),
            )
            for version, event in enumerate(events, start=after + 1)
        ]

    def handled(self, entries: Sequence[LogEntry]) -> HandledCommand:
        """Return what to keep of the command besides these events."""
        return HandledCommand(
            self.command_id,
            self.digest,
            self.order_id,
            entries[0].originator_version,
            entries[-1].originator_version,
        )


def content_digest(command: Command) -> bytes:
    """Return the SHA-256 of what a command says, whoever sends it and however often.

    Fields that hold their default are left out, so that a later version of `orderflow` with one
    field more still knows the command again.
    """
    return hashlib.sha256(_canonical(command)).digest()


def _canonical(command: Command, context: dict[str, Any] | None = None) -> bytes:
    written = command.__pydantic_serializer__.to_json(
        command, exclude_defaults=True, context=context
    )
    canonical = json.dumps(json.loads(written), sort_keys=True, separators=(",", ":"))
    return f"{type(command).__name__} {canonical}".encode()


def _must_be_in_the_clear(command: Command) -> None:
    """Raise where something is sealed already: it would open in no other place than its own.

    Raises:
        ValueError: Something is.
    """
    if any(isinstance(getattr(command, f), Sealed) for f in confidential_fields(type(command))):
        msg = "a command says in the clear what it says; the store seals it"
        raise ValueError(msg)


def order_id_of(command: Command, command_id: str) -> UUID:
    """Return the order that a command is about; that of a request follows from its command id.

    Raises:
        TypeError: It is no command.
    """
    match command:
        case RequestOrder():
            return command.order_id or uuid5(_ORDER_IDS, command_id)
        case OrderCommand():
            return command.order_id
        case _:
            msg = f"{type(command).__name__} is no command"
            raise TypeError(msg)


def _as_text(given: str | UUID | None, name: str) -> str | None:
    if given is None:
        return None
    text = str(given)
    if not 0 < len(text) <= _LONGEST_ID or not text.isprintable():
        msg = f"{name} must have 1 to {_LONGEST_ID} printable characters"
        raise ValueError(msg)
    return text
