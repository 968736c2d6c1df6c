"""Tells whoever holds connections that they are in a child process now."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class HoldsConnections(Protocol):
    """What must not use, or even close, in a child process what its parent opened."""

    def leave_to_parent(self) -> None:
        """Begin anew in a child process."""


_holders: WeakSet[HoldsConnections] = WeakSet()


def watch(holder: HoldsConnections) -> None:
    """Have `leave_to_parent` called in every child process, as long as the holder lives."""
    _holders.add(holder)


def _after_fork() -> None:
    for holder in list(_holders):
        holder.leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
