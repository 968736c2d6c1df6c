"""What sealing and erasing raise; public as names of `orderflow.errors`."""

from __future__ import annotations

from orderflow.errors.base import OrderflowError


class PrivacyError(OrderflowError):
    """What is confidential cannot be kept, read or erased as it stands."""


class KeysNeeded(PrivacyError):
    """The log was opened without the keys of its people; nothing was recorded."""


class KeyStoreError(PrivacyError):
    """There is no key store, it is another one, or others can read it; none was made instead."""


class NoKey(PrivacyError):
    """There is no such key: it is the wrong key store, or one from an older backup."""


class NotUnsealed(PrivacyError):
    """A sealed value was altered, or stands where it was not sealed."""


class DataErased(PrivacyError):
    """The key was destroyed, or is about to be; what it sealed is read by nobody any more."""


class LinkedPersons(PrivacyError):
    """A person has other pseudonyms, and it was not said what is to become of their data."""


class ErasureUnfinished(PrivacyError):
    """An erasure is recorded in some orders and refused in others; the key is still there."""
