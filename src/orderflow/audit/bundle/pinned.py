"""The law in a bundle: is it, to the last value, the one that the orders pinned?"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from orderflow.audit.interchange.payload import json_object
from orderflow.errors import NotProven, RegimeFileError, UnknownRegime
from orderflow.law import RegimeRegister
from orderflow.law.files import files_of
from orderflow.law.sources import read_references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.audit.bundle.reading import Bundle

_LAW: Final = "law/"
_REGIMES: Final = "law/regimes"
_OWN: Final = "law/own"

_MOST_DOTS: Final = 100
"""In one line of a file of law: for a key of thousands of parts a TOML reader needs gigabytes."""


def pinned_in(state: bytes) -> set[tuple[str, str]]:
    """Return id and digest of the regime that a request pins, as they are stored; or nothing."""
    said = json_object(state) or {}
    event = said.get("event")
    regime = event.get("regime") if isinstance(event, dict) else None
    if not isinstance(regime, dict):
        return set()
    return {(str(regime.get("id")), str(regime.get("digest")))}


def require_pinned(bundle: Bundle, pinned: Iterable[tuple[str, str]]) -> None:
    """Return if the bundle holds every law that was pinned, unchanged.

    Raises:
        NotProven: It does not.
    """
    with TemporaryDirectory() as folder:
        register = _register(bundle, Path(folder))
        for regime_id, digest in sorted(pinned):
            try:
                same = register.get(regime_id).digest == digest
            except (UnknownRegime, RegimeFileError, ValueError, RecursionError):
                # Huge numbers, and lists within lists, are more than Python reads.
                same = False
            if not same:
                msg = f"the bundle does not hold the law {regime_id} as it was pinned"
                raise NotProven(msg)


def _register(bundle: Bundle, folder: Path) -> RegimeRegister:
    for name in ("law/regimes", _OWN):
        (folder / name).mkdir(parents=True)
    for one in bundle.manifest.files:
        path = folder / one.name
        if one.name.startswith(_LAW) and path.parent.is_dir() and not path.is_dir():
            path.write_bytes(_harmless(bundle.content(one.name), one.name))
    try:
        known = read_references(folder / _OWN, read_references(folder / "law"))
    except (RegimeFileError, ValueError, RecursionError) as error:
        why = f": {error}" if isinstance(error, RegimeFileError) else ""
        msg = f"the sources of the law in the bundle cannot be read{why}"
        raise NotProven(msg) from None
    return RegimeRegister(files_of(folder / _REGIMES), known)


def _harmless(content: bytes, name: str) -> bytes:
    if any(line.count(b".") > _MOST_DOTS for line in content.splitlines()):
        msg = f"{name} in the bundle has a line with more than {_MOST_DOTS} dots"
        raise NotProven(msg)
    return content
