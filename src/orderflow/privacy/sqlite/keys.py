"""Keys in an SQLite file of their own, beside the log and under other rights.

A key is read each time it is needed and kept nowhere else, so that no process seals or opens with a
key that another has destroyed. Several processes and threads may use one file.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, Self

from orderflow.errors import KeyStoreError
from orderflow.privacy import crypto
from orderflow.privacy.checks import markedly, readable, served, writable
from orderflow.privacy.keys import Erasure, KeyState, KeyStatus
from orderflow.privacy.sqlite.files import existing, made, wipe
from orderflow.privacy.sqlite.schema import create, require_key_store
from orderflow.store.sqlite.logfile import closed_on_failure

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from orderflow.order.confidential import Sealed
    from orderflow.store.sealing import SealedPlace

_COLUMNS: Final = "SELECT person, state, id, erasure, destroyed_at FROM keys"
_KEY: Final = "SELECT person, state, id, erasure, destroyed_at, key FROM keys WHERE person = ?"
_ONE: Final = f"{_COLUMNS} WHERE person = ?"
_ALL: Final = f"{_COLUMNS} ORDER BY person"
_META: Final = "SELECT value FROM meta WHERE name = ?"
_NEW: Final = "INSERT INTO keys (person, state, id, key) VALUES (?, 'live', ?, ?)"
_TOMBSTONE: Final = "INSERT INTO keys (person, state, erasure) VALUES (?, 'marked', ?)"
_MARK: Final = "UPDATE keys SET state = 'marked', erasure = ? WHERE person = ?"
_UNMARK: Final = "UPDATE keys SET state = 'live', erasure = NULL WHERE person = ?"
_FORGET: Final = "DELETE FROM keys WHERE person = ?"
_DESTROY: Final = (
    "UPDATE keys SET state = 'destroyed', key = NULL, destroyed_at = ? WHERE person = ?"
)
_WIPED: Final = "UPDATE keys SET state = 'erased' WHERE person = ? AND state = 'destroyed'"


class SQLiteKeys:
    """A key store in one file; satisfies `Sealer`, `Opener` and `Shredder`."""

    def __init__(self, path: Path) -> None:
        """Open a key store that was begun.

        Raises:
            KeyStoreError: It was not, it is of a newer version, or others can read it.
            StoreUnavailable: It is locked or cannot be read.
        """
        self._file = existing(path)
        with closed_on_failure(self._file):
            self._file.read(lambda cursor: require_key_store(cursor, path.name))

    @classmethod
    def begin(cls, path: Path, *, after_loss: bool = False) -> Self:
        """Make a new key store, which serves the first log that is opened with it.

        Args:
            path: Where; there must be nothing yet.
            after_loss: Whether the log may hold what is sealed under keys that were lost, and that
                nobody will ever read again.

        Raises:
            KeyStoreError: There is something at `path` already, or it cannot be made.
        """
        file = made(path)
        try:
            file.write(lambda cursor: create(cursor, path.name, after_loss=after_loss))
        finally:
            file.close()
        return cls(path)

    def __repr__(self) -> str:
        return f"SQLiteKeys({self._file.path.name!r})"

    def serve(self, log: str, holds_sealed: Callable[[], bool]) -> None:
        """See `Sealer.serve`."""

        def work(cursor: sqlite3.Cursor) -> None:
            now, lost = _meta(cursor, "log"), _meta(cursor, "after_loss")
            if served(now, log, (lambda: False) if lost else holds_sealed) != now:
                cursor.execute("INSERT INTO meta VALUES ('log', ?)", (log,))

        if self._file.read(lambda cursor: _meta(cursor, "log")) != log:
            self._file.write(work)

    def seal(self, text: str, place: SealedPlace) -> Sealed:
        """See `Sealer.seal`."""
        person = place.person
        status, key = self._key(person)
        if status is None:
            self._file.write(lambda cursor: _made_for(cursor, person))
            status, key = self._key(person)
        return crypto.seal(text, place, key, writable(status))

    def fingerprint(self, content: bytes, person: str) -> bytes:
        """See `Sealer.fingerprint`."""
        status, key = self._key(person)
        writable(status)
        return crypto.fingerprint(content, key)

    def open(self, sealed: Sealed, place: SealedPlace) -> str:
        """See `Opener.open`."""
        status, key = self._key(place.person)
        return crypto.unseal(sealed, place, key, readable(status))

    def status(self, person: str) -> KeyStatus | None:
        """See `Shredder.status`."""
        return self._file.read(lambda cursor: _status(cursor, person))

    def statuses(self) -> Iterator[KeyStatus]:
        """See `Shredder.statuses`."""
        yield from self._file.read(lambda cursor: [_read(row) for row in cursor.execute(_ALL)])

    def mark(self, erasure: Erasure) -> Erasure:
        """See `Shredder.mark`."""

        def work(cursor: sqlite3.Cursor) -> Erasure:
            status, written = _status(cursor, erasure.person), erasure.model_dump_json()
            if status is None:
                cursor.execute(_TOMBSTONE, (erasure.person, written))
            elif status.erasure is None:
                cursor.execute(_MARK, (written, erasure.person))
            return erasure if status is None else status.erasure or erasure

        return self._file.write(work)

    def withdraw(self, person: str) -> None:
        """See `Shredder.withdraw`."""

        def work(cursor: sqlite3.Cursor) -> None:
            status = _status(cursor, person)
            if status is not None and status.state is KeyState.MARKED:
                cursor.execute(_FORGET if status.key_id is None else _UNMARK, (person,))

        self._file.write(work)

    def destroy(self, person: str, at: datetime) -> KeyStatus:
        """See `Shredder.destroy`."""

        def remove(cursor: sqlite3.Cursor) -> KeyStatus:
            status = markedly(_status(cursor, person))
            if status.state is KeyState.MARKED:
                cursor.execute(_DESTROY, (at.astimezone(UTC).isoformat(), person))
            return status

        if self._file.write(remove).state is not KeyState.ERASED:
            wipe(self._file)
            self._file.write(lambda cursor: cursor.execute(_WIPED, (person,)))
        return markedly(self.status(person))

    def close(self) -> None:
        """Close every connection."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _key(self, person: str) -> tuple[KeyStatus | None, bytes]:
        row = self._file.read(lambda cursor: cursor.execute(_KEY, (person,)).fetchone())
        return (None, b"") if row is None else (_read(row), row[5] or b"")


def _made_for(cursor: sqlite3.Cursor, person: str) -> None:
    # Somebody else may have made it, or erased the person, since we looked.
    if _status(cursor, person) is None:
        cursor.execute(_NEW, (person, crypto.new_key_id(), crypto.new_key()))


def _meta(cursor: sqlite3.Cursor, name: str) -> str | None:
    row = cursor.execute(_META, (name,)).fetchone()
    return None if row is None else str(row[0])


def _status(cursor: sqlite3.Cursor, person: str) -> KeyStatus | None:
    row = cursor.execute(_ONE, (person,)).fetchone()
    return None if row is None else _read(row)


def _read(row: Any) -> KeyStatus:  # noqa: ANN401 - a row
    person, state, key_id, erasure, destroyed_at = row[:5]
    try:
        return KeyStatus(
            person=person,
            state=KeyState(state),
            key_id=key_id,
            erasure=None if erasure is None else Erasure.model_validate_json(erasure),
            destroyed_at=None if destroyed_at is None else datetime.fromisoformat(destroyed_at),
        )
    except (ValueError, TypeError):
        msg = "the key store holds what no version of orderflow writes"
        raise KeyStoreError(msg) from None
