"""Tokens that are forged, borrowed, expired or clever."""

from __future__ import annotations

import base64
import hmac
import json
import time
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.errors import SecurityWarning
from joserfc.jwk import ECKey, Key, RSAKey

from orderflow.api import FixedKeys, Tokens
from orderflow.api.issuer import AUDIENCE, ISSUER
from orderflow.api.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.serving import World

KEY = ECKey.generate_key("P-256", {"kid": "k"})
ROGUE = ECKey.generate_key("P-256", {"kid": "k"})
RSA = RSAKey.generate_key(2048, {"kid": "r"})
with warnings.catch_warnings():
    warnings.simplefilter("ignore", SecurityWarning)
    SMALL = RSAKey.generate_key(1024, {"kid": "s"}, auto_kid=False)
SAID = {"role": "court", "office": "court-1", "purpose": "test"}


def public(*keys: Key) -> bytes:
    """Return the public halves as a JWK set."""
    return json.dumps({"keys": [key.as_dict(private=False) for key in keys]}).encode()


TOKENS = Tokens(FixedKeys(public(KEY, RSA, SMALL)), issuer=ISSUER, audience=AUDIENCE)


def claims(**changes: object) -> dict[str, Any]:
    """Return what a good token says, changed; None takes a claim out."""
    now = int(time.time())
    good = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "judge",
        "iat": now,
        "exp": now + 600,
        "orderflow": SAID,
    }
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def signed(
    key: Key = KEY, alg: str = "ES256", header: dict[str, Any] | None = None, **changes: object
) -> bytes:
    """Return a token."""
    head = {"alg": alg, "kid": "k", "typ": "at+jwt", **(header or {})}
    head = {name: value for name, value in head.items() if value is not None}
    return jwt.encode(head, claims(**changes), key, algorithms=[alg]).encode()


def unsigned(header: dict[str, Any], signature: bytes = b"") -> bytes:
    """Return a token put together by hand."""
    parts = (json.dumps(header).encode(), json.dumps(claims()).encode(), signature)
    return b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)


def confused() -> bytes:
    """Return a token signed with the public key, used as if it were a shared secret."""
    signing = unsigned({"alg": "HS256", "kid": "k", "typ": "at+jwt"}).rstrip(b".")
    secret = KEY.as_pem(private=False)
    mac = hmac.new(secret, signing, "sha256").digest()
    return signing + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")


def test_a_good_token_names_its_caller() -> None:
    """What the claim says is who calls."""
    caller = TOKENS.caller(signed())

    assert (caller.subject, caller.roles) == ("judge", frozenset({"court"}))


NOW = int(time.time())
BAD: dict[str, Callable[[], bytes]] = {
    "none": lambda: unsigned({"alg": "none", "kid": "k", "typ": "at+jwt"}),
    "none in capitals": lambda: unsigned({"alg": "NONE", "kid": "k", "typ": "JWT"}, b"x"),
    "public key as secret": confused,
    "another key": lambda: signed(ROGUE),
    "the key brought along": lambda: signed(ROGUE, header={"jwk": ROGUE.as_dict(private=False)}),
    "an address of keys": lambda: signed(ROGUE, header={"jku": "https://evil.example/keys"}),
    "a certificate": lambda: signed(ROGUE, header={"x5u": "https://evil.example/cert"}),
    "a critical extension": lambda: unsigned(
        {"alg": "ES256", "kid": "k", "typ": "JWT", "crit": ["exp"], "exp": 1}, b"x"
    ),
    "an unknown kid": lambda: signed(header={"kid": "../../etc/passwd"}),
    "no kid": lambda: unsigned({"alg": "ES256", "typ": "JWT"}, b"x" * 64),
    "a kid that is a list": lambda: unsigned({"alg": "ES256", "kid": ["k"], "typ": "JWT"}, b"x"),
    "the wrong kind of key": lambda: signed(RSA, "RS256"),
    "too small a key": lambda: unsigned({"alg": "RS256", "kid": "s", "typ": "JWT"}, b"x" * 128),
    "another type": lambda: signed(header={"typ": "logout+jwt"}),
    "no type": lambda: unsigned({"alg": "ES256", "kid": "k"}, b"x" * 64),
    "expired": lambda: signed(exp=NOW - 60, iat=NOW - 600),
    "not yet": lambda: signed(nbf=int(time.time()) + 120),
    "issued tomorrow": lambda: signed(iat=NOW + 86400, exp=NOW + 90000),
    "good for a year": lambda: signed(exp=NOW + 365 * 86400),
    "without end": lambda: signed(exp=None),
    "an end that is text": lambda: signed(exp="tomorrow"),
    "another issuer": lambda: signed(iss="https://evil.example"),
    "the issuer and a slash": lambda: signed(iss=ISSUER + "/"),
    "for somebody else": lambda: signed(aud="another-service"),
    "for nobody": lambda: signed(aud=[]),
    "no claim of ours": lambda: signed(orderflow=None),
    "the clock": lambda: signed(orderflow={**SAID, "role": "clock"}),
    "an unknown role": lambda: signed(orderflow={**SAID, "role": "emperor"}),
    "no role": lambda: signed(orderflow={"purpose": "test"}),
    "no purpose": lambda: signed(orderflow={"role": "court"}),
    "a misspelt claim": lambda: signed(orderflow={**SAID, "linkd_to": ["rob"]}),
    "a client of a judge": lambda: signed(orderflow={**SAID, "on_behalf_of": "ana"}),
    "cut short": lambda: signed()[:-4],
    "four parts": lambda: signed() + b".e30",
    "not base64": lambda: b"a*b.c.d",
    "too large": lambda: signed(orderflow={**SAID, "linked_to": ["p"] * 4000}),
    "nothing": lambda: b"..",
}


@pytest.mark.parametrize("make", BAD.values(), ids=BAD.keys())
def test_a_bad_token_is_refused(make: Callable[[], bytes]) -> None:
    """Every bad token gets one and the same refusal, whatever is wrong with it."""
    with pytest.raises(Problem) as refused:
        TOKENS.caller(make())

    assert (refused.value.code, refused.value.status) == ("token_not_valid", 401)


def test_a_remembered_token_expires_all_the_same() -> None:
    """That a token was good a moment ago does not make it good now."""
    moment = [float(NOW)]
    tokens = Tokens(FixedKeys(public(KEY)), issuer=ISSUER, audience=AUDIENCE, now=lambda: moment[0])
    token = signed(iat=NOW, exp=NOW + 100)
    tokens.caller(token)
    assert tokens.remembered(token) is not None
    moment[0] += 131

    with pytest.raises(Problem):
        tokens.remembered(token)


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("Authorization", "Bearer ")],
        [("Authorization", "Basic am9obg==")],
        [("Authorization", "Bearer a.b.c"), ("Authorization", "Bearer d.e.f")],
    ],
)
def test_a_request_without_one_token_is_told_so(
    world: World, headers: list[tuple[str, str]]
) -> None:
    """No token, another scheme or two tokens: 401, with how to authenticate."""
    answer = world.client.get("/v1/orders", headers=headers)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
