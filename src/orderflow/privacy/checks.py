"""What every key store refuses, whatever it keeps its keys in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.errors import DataErased, KeyStoreError, NoKey
from orderflow.privacy.keys import KeyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.privacy.keys import KeyStatus


def served(now: str | None, log: str, holds_sealed: Callable[[], bool]) -> str:
    """Return the log that keys serve from now on; see `Sealer.serve`."""
    if now is None and holds_sealed():
        msg = "the key store is new, but the log holds what is sealed under other keys"
        raise KeyStoreError(msg)
    if now not in (None, log):
        msg = "the key store belongs to another log; a pseudonym there is somebody else"
        raise KeyStoreError(msg)
    return log


def writable(status: KeyStatus | None) -> str:
    """Return the name of the key to seal with.

    Raises:
        NoKey: There is none.
        DataErased: It is destroyed, or about to be.
    """
    if status is not None and status.state is KeyState.MARKED:
        msg = "the person's data are about to be erased"
        raise DataErased(msg)
    return readable(status)


def readable(status: KeyStatus | None) -> str:
    """Return the name of the key to open with.

    Raises:
        NoKey: There is none.
        DataErased: It is destroyed.
    """
    if status is not None and status.state in {KeyState.DESTROYED, KeyState.ERASED}:
        msg = "the key of the person was destroyed"
        raise DataErased(msg)
    if status is None or status.key_id is None:
        msg = "there is no key of this person in this key store"
        raise NoKey(msg)
    return status.key_id


def markedly(status: KeyStatus | None) -> KeyStatus:
    """Return the status of somebody who is marked, or beyond.

    Raises:
        KeyStoreError: Nobody decided to erase the person's data.
    """
    if status is None or status.erasure is None:
        msg = "no key is destroyed before it is decided on what ground"
        raise KeyStoreError(msg)
    return status
