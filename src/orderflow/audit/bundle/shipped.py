"""What ships with `orderflow` beside its code: features, normative pages, the verifier.

A wheel has them below `orderflow/shipped`. Where the package is imported from a checkout, those of
the checkout hold: a copy could be older than the code.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

_CHECKOUT: Final = Path(__file__).resolve().parents[4]
_PAGES: Final = ("bundle.md", "event-log.md", "ledger.md")
_VERIFIER: Final = "verify_bundle.py"
_REGIMES: Final = "regimes"


def features(regimes: set[str]) -> dict[str, bytes]:
    """Return the feature files by their place: those of all law, and those of some regimes.

    Args:
        regimes: Names of regimes, without a version; features of others are left out.
    """
    found = dict(_below(_features(), "features"))
    own = {name: tuple(name.split("/")[1:3]) for name in found}
    return {
        name: content
        for name, content in found.items()
        if own[name][0] != _REGIMES or own[name][1] in regimes
    }


def pages() -> dict[str, bytes]:
    """Return the normative pages, and the verifier that shares no code with us."""
    docs, verifier = _docs()
    found = {f"docs/{name}": (docs / name).read_bytes() for name in _PAGES}
    return {**found, _VERIFIER: verifier.read_bytes()}


def in_checkout(root: Path) -> bool:
    """Tell whether this is the root of a checkout."""
    return (root / "src" / "orderflow").is_dir() and (root / "features").is_dir()


def _features() -> Traversable:
    return _CHECKOUT / "features" if in_checkout(_CHECKOUT) else _shipped() / "features"


def _docs() -> tuple[Traversable, Traversable]:
    if in_checkout(_CHECKOUT):
        docs = _CHECKOUT / "docs" / "auditing"
        return docs, docs / _VERIFIER
    return _shipped() / "docs", _shipped() / _VERIFIER


def _shipped() -> Traversable:
    return files("orderflow") / "shipped"


def _below(folder: Traversable, place: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        name = f"{place}/{one.name}"
        if one.is_dir():
            yield from _below(one, name)
        elif one.name.endswith((".feature", ".md")):
            yield name, one.read_bytes()
