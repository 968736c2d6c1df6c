"""Bearer tokens: what a signed token must be before a word of it is believed (RFC 9068, 8725).

Keeps these rules. Only asymmetric algorithms that are listed here, each with its own kind of key,
so that neither `none` nor a public key used as a secret passes. The key is named by `kid` and taken
from the issuer's own set, never from the token: a header that brings or points to a key is refused.
Issuer and audience are exactly ours; every moment is checked within a bounded skew.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import time
from collections import OrderedDict
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from joserfc import jws
from joserfc.errors import JoseError, SecurityWarning
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from orderflow.api.callers import Caller
from orderflow.api.problems import Kind, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from orderflow.api.keys import KeySource

SKEW: Final = 30
"""Seconds by which the clocks of issuer and service may differ."""

LONGEST_LIFE: Final = 24 * 3600
"""Seconds between issue and expiry of a token, at most."""

_LARGEST: Final = 8192
_TYPES: Final = frozenset({"at+jwt", "application/at+jwt", "jwt"})
_HEADERS: Final = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
_COMPACT: Final = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_REMEMBERED: Final = 10_000

Seconds = Annotated[float, Field(ge=0, le=32_503_680_000, allow_inf_nan=False)]


class _Claims(BaseModel):
    """What we read of a token; other claims are the issuer's business."""

    model_config = ConfigDict(frozen=True, strict=True, hide_input_in_errors=True)

    iss: str
    sub: str
    aud: str | list[str]
    exp: Seconds
    iat: Seconds
    nbf: Seconds = 0
    orderflow: dict[str, object]


class _Verified(NamedTuple):
    caller: Caller
    claims: _Claims
    keys: int


class Tokens:
    """Verifies the tokens of one issuer for one audience."""

    def __init__(
        self,
        keys: KeySource,
        *,
        issuer: str,
        audience: str,
        now: Callable[[], float] = time.time,
    ) -> None:
        """Take whose tokens are believed, and for whom they must be.

        Args:
            keys: The issuer's public keys.
            issuer: Exactly what `iss` must be.
            audience: What `aud` must be or hold.
            now: Returns the present moment in seconds since 1970.
        """
        self._keys = keys
        self._issuer = issuer
        self._audience = audience
        self._now = now
        self._known: OrderedDict[bytes, _Verified] = OrderedDict()
        self._lock = Lock()

    def remembered(self, token: bytes) -> Caller | None:
        """Return whom a token names that was verified before, if nothing has changed since.

        Quick, and waits for nobody; a token that has to be verified anew gives None.

        Raises:
            Problem: `token_not_valid`: it has expired meanwhile.
        """
        digest = sha256(token).digest()
        with self._lock:
            found = self._known.get(digest)
        if found is None or found.keys != self._keys.generation or self._keys.stale:
            return None  # Its key may have been withdrawn.
        self._require_now(found.claims)
        return found.caller

    def caller(self, token: bytes) -> Caller:
        """Return whom a token names; may fetch the issuer's keys, and so take a while.

        Raises:
            Problem: `token_not_valid`, or `keys_unavailable` where no key was ever had.
        """
        generation = self._keys.generation
        claims = self._verified(token)
        if claims.iss != self._issuer:
            raise _refused(why="iss")
        audiences = [claims.aud] if isinstance(claims.aud, str) else claims.aud
        if self._audience not in audiences:
            raise _refused(why="aud")
        self._require_now(claims)
        caller = _named(claims)
        with self._lock:
            self._known[sha256(token).digest()] = _Verified(caller, claims, generation)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return caller

    def _verified(self, token: bytes) -> _Claims:
        if len(token) > _LARGEST or _COMPACT.fullmatch(token) is None:
            raise _refused(why="form")
        algorithm, kid = _header(token)
        key = self._keys.find(kid, algorithm)
        if key is None:
            raise _refused(why="kid")
        try:
            content = jws.deserialize_compact(token, key, algorithms=[algorithm])
            return _Claims.model_validate_json(content.payload or b"")
        except (JoseError, ValidationError, ValueError, SecurityWarning):
            raise _refused(why="signature or claims") from None

    def _require_now(self, claims: _Claims) -> None:
        now = self._now()
        if now >= claims.exp + SKEW:
            raise _refused(why="exp")
        if now < claims.nbf - SKEW or now < claims.iat - SKEW:
            raise _refused(why="nbf or iat")
        if claims.exp - claims.iat > LONGEST_LIFE:
            raise _refused(why="lifetime")


def _named(claims: _Claims) -> Caller:
    try:
        return Caller.named(claims.iss, claims.sub, claims.orderflow)
    except ValueError:
        raise _refused(why="orderflow") from None


def _header(token: bytes) -> tuple[str, str]:
    """Return algorithm and key id; a header that says more than we understand is refused."""
    encoded = token.partition(b".")[0]
    try:
        header = json.loads(base64.urlsafe_b64decode(encoded + b"=" * (-len(encoded) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise _refused(why="header") from None
    if not isinstance(header, dict) or not header.keys() <= _HEADERS:
        raise _refused(why="header")
    algorithm, kid, kind = header.get("alg"), header.get("kid"), header.get("typ")
    if not (isinstance(algorithm, str) and isinstance(kid, str) and isinstance(kind, str)):
        raise _refused(why="header")
    if kind.lower() not in _TYPES:
        raise _refused(why="typ")
    return algorithm, kid


def _refused(*, why: str) -> Problem:
    """Return the one problem that every bad token gets; `why` is for our own log alone."""
    problem = Problem(
        Kind.TOKEN_NOT_VALID,
        headers={"WWW-Authenticate": 'Bearer realm="orderflow", error="invalid_token"'},
    )
    problem.add_note(why)
    return problem


def bearer_of(values: list[bytes]) -> bytes:
    """Return the token of a request's `Authorization` headers.

    Raises:
        Problem: `token_missing`: there is none, more than one, or another scheme.
    """
    scheme, _, token = values[0].partition(b" ") if len(values) == 1 else (b"", b"", b"")
    if scheme.lower() != b"bearer" or not token:
        raise Problem(Kind.TOKEN_MISSING, headers={"WWW-Authenticate": 'Bearer realm="orderflow"'})
    return token
