"""Personal data: sealed where they are recorded, read with the keys, and erased for good.

`SQLiteKeys` keeps the keys, `Vault` reads, `Eraser` erases, `due` and `show` tell how people stand.
It needs the extra `privacy`.
"""

from __future__ import annotations

from orderflow.law.retention import RetentionSchedule
from orderflow.privacy.due import PersonDue, Retention, due
from orderflow.privacy.erasing import Erased, Eraser
from orderflow.privacy.keys import Erasure, KeyState, KeyStatus, Opener, Shredder
from orderflow.privacy.memory import MemoryKeys
from orderflow.privacy.showing import PersonShown, show
from orderflow.privacy.sqlite.keys import SQLiteKeys
from orderflow.privacy.vault import Revealed, Vault, whole_file
from orderflow.store.sealing import SealedPlace, Sealer

__all__ = [
    "Erased",
    "Eraser",
    "Erasure",
    "KeyState",
    "KeyStatus",
    "MemoryKeys",
    "Opener",
    "PersonDue",
    "PersonShown",
    "Retention",
    "RetentionSchedule",
    "Revealed",
    "SQLiteKeys",
    "SealedPlace",
    "Sealer",
    "Shredder",
    "Vault",
    "due",
    "show",
    "whole_file",
]
