"""What the ledger raises; public as names of `orderflow.errors`."""

from __future__ import annotations

from orderflow.errors.base import OrderflowError


class LedgerError(OrderflowError):
    """The ledger proves nothing as it stands, or must not sign; nothing was signed."""


class NotWellFormed(LedgerError):
    """A checkpoint, proof, leaf or key is not written in the one way that it must be."""


class NotTrusted(LedgerError):
    """A key that was asked for has not signed, or its signature is wrong."""


class NotProven(LedgerError):
    """The hashes of a proof do not lead to the checkpoint."""


class NotCovered(LedgerError):
    """No checkpoint speaks of the event yet, or there is no such event."""


class LogContradicted(LedgerError):
    """The log no longer extends what was signed of it; nothing was signed."""


class LedgerDamaged(LedgerError):
    """Hashes that the ledger keeps are missing or altered."""


class KeyFileError(LedgerError):
    """There is no such key, it is another one, or others can read it; none was made instead."""
