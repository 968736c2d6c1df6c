"""The public keys of a token issuer: from a file, or fetched and kept.

A set that was had stays in use while the issuer is away. An unknown key id makes us look again, at
a bounded rate whatever callers send. A secret key, or one for another use, is never taken in.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Protocol

from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import ECKey, JWKRegistry, Key, OKPKey, RSAKey

from orderflow.api.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

ALGORITHMS: Final[dict[str, tuple[type[Key], str | None]]] = {
    "ES256": (ECKey, "P-256"),
    "EdDSA": (OKPKey, "Ed25519"),
    "Ed25519": (OKPKey, "Ed25519"),
    "RS256": (RSAKey, None),
    "PS256": (RSAKey, None),
}
"""Each algorithm with the one kind of key, and curve, that it is used with."""

_SHORTEST_RSA: Final = 2048
_PRIVATE: Final = frozenset({"d", "k", "p", "q"})

LOOK_AGAIN: Final = 30.0
"""Seconds between two looks for an unknown key, at least."""

LONGEST_UNSEEN: Final = 600.0
"""Seconds after which a set is looked at again, so that a key withdrawn is soon no good."""

_LARGEST: Final = 256 * 1024

Keys = dict[str, tuple[Key, str | None]]


class KeySource(Protocol):
    """Where the keys come from."""

    generation: int
    """Changes whenever the set does."""

    @property
    def stale(self) -> bool:
        """Whether the set must be looked at again before a word of it is believed."""

    def find(self, kid: str, algorithm: str) -> Key | None:
        """Return the key of that name if it may be used with that algorithm."""


class FixedKeys:
    """A set that stays what it is."""

    generation = 0
    stale = False

    def __init__(self, content: bytes) -> None:
        """Take a JWK set.

        Raises:
            ValueError: It is none, or has no key that could be used.
        """
        self._keys = key_set(content)

    @classmethod
    def of_file(cls, path: Path) -> FixedKeys:
        """Return the set that a file holds.

        Raises:
            OSError: It cannot be read.
            ValueError: It holds none.
        """
        return cls(path.read_bytes())

    def find(self, kid: str, algorithm: str) -> Key | None:
        """See `KeySource.find`."""
        return usable(self._keys.get(kid), algorithm)


class FetchedKeys:
    """A set that is fetched when it is needed."""

    def __init__(
        self, fetch: Callable[[], bytes], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Take how to fetch it; nothing is fetched yet.

        Args:
            fetch: Returns the set as the issuer publishes it, or raises `OSError`.
            clock: Returns seconds that only grow.
        """
        self._fetch = fetch
        self._clock = clock
        self._keys: Keys = {}
        self._looked_at: float | None = None
        self._lock = Lock()
        self.generation = 0
        self.failures = 0

    @property
    def stale(self) -> bool:
        """See `KeySource.stale`."""
        age = self._age()
        return age is None or age > LONGEST_UNSEEN

    def find(self, kid: str, algorithm: str) -> Key | None:
        """See `KeySource.find`; looks at the issuer again where that may help.

        Raises:
            Problem: `keys_unavailable`: no set was ever had.
        """
        age = self._age()
        if self.stale or age is None or (kid not in self._keys and age > LOOK_AGAIN):
            self._look(age)
        if not self._keys:
            raise Problem(Kind.KEYS_UNAVAILABLE, headers={"Retry-After": str(int(LOOK_AGAIN))})
        return usable(self._keys.get(kid), algorithm)

    def _age(self) -> float | None:
        return None if self._looked_at is None else self._clock() - self._looked_at

    def _look(self, seen: float | None) -> None:
        with self._lock:
            age = self._age()
            if age is not None and (seen is None or age < seen):
                return  # Somebody else looked while we waited.
            self._looked_at = self._clock()
            try:
                found = key_set(self._fetch())
            except (OSError, ValueError):
                self.failures += 1
                return
            if found.keys() != self._keys.keys() or any(
                found[kid][0].as_dict(private=False) != self._keys[kid][0].as_dict(private=False)
                for kid in found
            ):
                self._keys = found
                self.generation += 1


def key_set(content: bytes) -> Keys:
    """Return the keys of a JWK set by their ids; those that we cannot use are passed over.

    Raises:
        ValueError: It is no JWK set, or none of its keys can be used.
    """
    try:
        listed = json.loads(content)["keys"] if len(content) <= _LARGEST else None
    except (ValueError, KeyError, TypeError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        msg = "not a JWK set: an object with a list 'keys'"
        raise ValueError(msg)  # noqa: TRY004 - the content is wrong, not the type of a value
    found: Keys = {}
    for entry in listed:
        kept = _imported(entry)
        if kept is not None:
            found.setdefault(entry["kid"], kept)
    if not found:
        msg = "the JWK set has no public signing key with a kid for ES256, EdDSA, RS256 or PS256"
        raise ValueError(msg)
    return found


def _imported(entry: Any) -> tuple[Key, str | None] | None:  # noqa: ANN401 - what somebody wrote
    if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str):
        return None
    if not _PRIVATE.isdisjoint(entry) or entry.get("use", "sig") != "sig":
        return None
    try:
        key = JWKRegistry.import_key(entry)
    except (JoseError, ValueError, TypeError, KeyError, SecurityWarning):
        return None
    algorithm = entry.get("alg")
    return key, algorithm if isinstance(algorithm, str) else None


def usable(found: tuple[Key, str | None] | None, algorithm: str) -> Key | None:
    """Return the key if it is of the one kind that the algorithm is used with."""
    if found is None or algorithm not in ALGORITHMS:
        return None
    key, own = found
    kind, curve = ALGORITHMS[algorithm]
    if not isinstance(key, kind) or (own is not None and own != algorithm):
        return None
    if isinstance(key, RSAKey):
        return key if key.raw_value.key_size >= _SHORTEST_RSA else None
    return key if getattr(key, "curve_name", None) == curve else None
