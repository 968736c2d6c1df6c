"""Keeps people's data safe: who may see what of an order, and what is sealed, read and erased.

`may_see` decides whether a reader may see an order, `seen_by` gives what they see of it, and
`respondent_copy` the copy that may be served. These are pure; they read and write no log.

`SQLiteKeys` keeps the keys of people, `Vault` reads what is sealed, `Eraser` erases, `due` and
`show` tell how people stand. These need the extra `privacy`, and are loaded when first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from orderflow.privacy.access import NO_SUCH_ORDER, AccessDecision, What, may_see
from orderflow.privacy.access_record import AccessRecord
from orderflow.privacy.access_sentences import AccessCode
from orderflow.privacy.audience import Audience, AudienceTable
from orderflow.privacy.reader import Reader
from orderflow.privacy.seen import NOTHING, Seen, SeenEvent, seen_by
from orderflow.privacy.seen_copy import RespondentCopy, respondent_copy

if TYPE_CHECKING:
    from orderflow.law.retention import RetentionSchedule
    from orderflow.privacy.duty import PersonDue, Retention, due
    from orderflow.privacy.erasing import Erased, Eraser
    from orderflow.privacy.keys import Erasure, KeyState, KeyStatus, Opener, Shredder
    from orderflow.privacy.memory import MemoryKeys
    from orderflow.privacy.showing import PersonShown, show
    from orderflow.privacy.sqlite.keys import SQLiteKeys
    from orderflow.privacy.vault import Revealed, Vault, whole_file
    from orderflow.store.sealing import SealedPlace, Sealer

__all__ = [
    "NOTHING",
    "NO_SUCH_ORDER",
    "AccessCode",
    "AccessDecision",
    "AccessRecord",
    "Audience",
    "AudienceTable",
    "Erased",
    "Eraser",
    "Erasure",
    "KeyState",
    "KeyStatus",
    "MemoryKeys",
    "Opener",
    "PersonDue",
    "PersonShown",
    "Reader",
    "RespondentCopy",
    "Retention",
    "RetentionSchedule",
    "Revealed",
    "SQLiteKeys",
    "SealedPlace",
    "Sealer",
    "Seen",
    "SeenEvent",
    "Shredder",
    "Vault",
    "What",
    "due",
    "may_see",
    "respondent_copy",
    "seen_by",
    "show",
    "whole_file",
]

_HOMES: Final = {
    "orderflow.law.retention": "RetentionSchedule",
    "orderflow.privacy.duty": "PersonDue Retention due",
    "orderflow.privacy.erasing": "Erased Eraser",
    "orderflow.privacy.keys": "Erasure KeyState KeyStatus Opener Shredder",
    "orderflow.privacy.memory": "MemoryKeys",
    "orderflow.privacy.showing": "PersonShown show",
    "orderflow.privacy.sqlite.keys": "SQLiteKeys",
    "orderflow.privacy.vault": "Revealed Vault whole_file",
    "orderflow.store.sealing": "SealedPlace Sealer",
}
"""Where each name lives that is loaded when it is first asked for."""


def __getattr__(name: str) -> object:
    home = next((module for module, names in _HOMES.items() if name in names.split()), None)
    if home is None:
        msg = f"module 'orderflow.privacy' has no attribute {name!r}"
        raise AttributeError(msg)
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found
