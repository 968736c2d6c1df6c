"""The keys of an issuer that rotates them, is away, or publishes too much."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey

from orderflow.api import fetching
from orderflow.api.fetching import fetcher, is_loopback
from orderflow.api.issuer import AUDIENCE, ISSUER
from orderflow.api.keys import LONGEST_UNSEEN, LOOK_AGAIN, FetchedKeys, FixedKeys
from orderflow.api.problems import Problem
from orderflow.api.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


def published(*keys: ECKey, private: bool = False) -> bytes:
    """Return a key set as an issuer publishes it."""
    return json.dumps({"keys": [key.as_dict(private=private) for key in keys]}).encode()


def good_token(key: ECKey) -> bytes:
    """Return a token that this key signed, good for an hour."""
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": "ann", "iat": now, "exp": now + 3600}
    said = {"orderflow": {"role": "court", "office": "court-1", "purpose": "hearing"}}
    header = {"alg": "ES256", "kid": key.kid, "typ": "at+jwt"}
    return jwt.encode(header, {**claims, **said}, key).encode()


A, B = (ECKey.generate_key("P-256", {"kid": kid}) for kid in ("a", "b"))


class Issuer:
    """An issuer, and a clock."""

    def __init__(self) -> None:
        """Begin with one key."""
        self.content: bytes | None = published(A)
        self.asked = 0
        self.now = 0.0

    def fetch(self) -> bytes:
        """Answer, or be away."""
        self.asked += 1
        if self.content is None:
            msg = "away"
            raise OSError(msg)
        return self.content


@pytest.fixture
def issuer() -> Issuer:
    """An issuer with one key."""
    return Issuer()


@pytest.fixture
def keys(issuer: Issuer) -> FetchedKeys:
    """Its keys."""
    return FetchedKeys(issuer.fetch, clock=lambda: issuer.now)


def test_the_set_is_fetched_once(issuer: Issuer, keys: FetchedKeys) -> None:
    """Many tokens cost one look."""
    assert [keys.find("a", "ES256") is not None for _ in range(5)] == [True] * 5
    assert issuer.asked == 1


def test_a_new_key_is_found_when_it_is_used(issuer: Issuer, keys: FetchedKeys) -> None:
    """An unknown key id makes us look again, but not more often than the bound."""
    keys.find("a", "ES256")
    issuer.content = published(A, B)
    assert keys.find("b", "ES256") is None
    issuer.now += LOOK_AGAIN + 1

    assert keys.find("b", "ES256") is not None
    for _ in range(10):
        assert keys.find("nobody", "ES256") is None
    assert issuer.asked == 2


def test_the_last_good_set_stays_while_the_issuer_is_away(
    issuer: Issuer, keys: FetchedKeys
) -> None:
    """Neither silence nor nonsense takes a key away."""
    keys.find("a", "ES256")
    for content in (None, b"<html>", b'{"keys": []}'):
        issuer.content = content
        issuer.now += LONGEST_UNSEEN + 1
        assert keys.find("a", "ES256") is not None
    assert keys.failures == 3


def test_a_key_withdrawn_is_soon_no_good(issuer: Issuer, keys: FetchedKeys) -> None:
    """After the longest time unseen, a key that is no longer published verifies nothing."""
    keys.find("a", "ES256")
    before = keys.generation
    issuer.content = published(B)
    issuer.now += LONGEST_UNSEEN + 1

    assert keys.find("a", "ES256") is None
    assert keys.generation > before


def test_a_token_that_was_verified_does_not_outlive_its_key(
    issuer: Issuer, keys: FetchedKeys
) -> None:
    """It is verified anew when the set is due to be looked at, although nobody else asks."""
    keys.find("a", "ES256")
    tokens = Tokens(keys, issuer=ISSUER, audience=AUDIENCE)
    token = good_token(A)
    tokens.caller(token)
    issuer.now += LONGEST_UNSEEN
    assert tokens.remembered(token) is not None
    issuer.content = published(B)
    issuer.now += 1

    assert tokens.remembered(token) is None
    with pytest.raises(Problem, match="token_not_valid"):
        tokens.caller(token)


def test_while_the_issuer_is_away_a_verified_token_is_remembered_again(
    issuer: Issuer, keys: FetchedKeys
) -> None:
    """One look in vain, and it costs no more looks until the next is due."""
    keys.find("a", "ES256")
    tokens = Tokens(keys, issuer=ISSUER, audience=AUDIENCE)
    token = good_token(A)
    tokens.caller(token)
    issuer.content = None
    issuer.now += LONGEST_UNSEEN + 1
    assert tokens.remembered(token) is None
    tokens.caller(token)

    assert tokens.remembered(token) is not None
    assert issuer.asked == 2


def test_without_any_set_nothing_is_verified(issuer: Issuer, keys: FetchedKeys) -> None:
    """Before the issuer was ever reached the answer is that it cannot be."""
    issuer.content = None

    with pytest.raises(Problem, match="keys_unavailable"):
        keys.find("a", "ES256")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"keys": {}}',
        b'{"keys": [1, {"kty": "EC"}, {"kid": "x", "kty": "what"}]}',
        published(A, private=True),
        json.dumps({"keys": [OctKey.generate_key(256, {"kid": "s"}).as_dict(private=True)]}),
        json.dumps({"keys": [{**A.as_dict(private=False), "use": "enc"}]}),
    ],
    ids=["empty", "list", "no list", "no keys", "private", "secret", "encryption"],
)
def test_a_set_without_a_public_signing_key_is_none(content: bytes | str) -> None:
    """A secret, a private key, one for encryption, or none at all is no key set."""
    with pytest.raises(ValueError, match="JWK set"):
        FixedKeys(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("algorithm", ["RS256", "EdDSA", "HS256", "none", "ES384"])
def test_a_key_is_used_with_its_own_algorithm_alone(algorithm: str) -> None:
    """An elliptic key of one curve verifies one algorithm."""
    assert FixedKeys(published(A)).find("a", algorithm) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://keys.example/set",
        "ftp://keys.example/set",
        "https://user@keys.example/set",
        "keys.json",
        "https:///set",
    ],
)
def test_keys_are_fetched_from_a_safe_address(url: str) -> None:
    """Over TLS, or from this machine; nothing else."""
    with pytest.raises(ValueError, match="https"):
        fetcher(url)


def test_a_host_that_only_looks_local_is_not() -> None:
    """`localhost` and loopback numbers are this machine; a name that begins like one is not."""
    assert [
        is_loopback(h) for h in ("localhost", "127.0.0.1", "::1", "127.0.0.1.evil.example")
    ] == [
        True,
        True,
        True,
        False,
    ]


class Publisher(BaseHTTPRequestHandler):
    """Publishes what its path names."""

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/keys")
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        if self.path == "/drops":
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b" ")
                    time.sleep(0.05)
            return
        self.wfile.write(published(A) if self.path == "/keys?v=1" else b"x" * 300_000)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    """A real server on this machine."""
    server = HTTPServer(("127.0.0.1", 0), Publisher)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_set_is_fetched_from_a_real_server(address: str) -> None:
    """The address is asked as it stands, query and all."""
    assert FetchedKeys(fetcher(f"{address}/keys?v=1")).find("a", "ES256") is not None


@pytest.mark.parametrize("path", ["/moved", "/huge"])
def test_a_redirect_or_a_flood_is_no_set(address: str, path: str) -> None:
    """Keys come from the address that was named, in a bounded size."""
    with pytest.raises(OSError, match="status"):
        fetcher(address + path)()


def test_an_answer_that_drips_is_given_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However steadily its bytes come: nobody waits for an issuer for longer than was set."""
    monkeypatch.setattr(fetching, "_IN_ALL", 0.3)
    began = time.monotonic()

    with pytest.raises(OSError, match="took longer"):
        fetcher(address + "/drops")()
    assert time.monotonic() - began < 2
