"""A token issuer for development: it gives anybody any token. Never for real orders.

Its key lives in the memory of one process, so that no token of it is good anywhere else or later.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter
from joserfc import jwt
from joserfc.jwk import ECKey
from pydantic import Field
from starlette.responses import Response

from orderflow.api.arriving import body_of, must_be_ours
from orderflow.api.callers import Caller
from orderflow.api.exchange import Answer, parsed
from orderflow.api.keys import FixedKeys
from orderflow.api.language import preferred
from orderflow.api.leaving import headers_for, problem_content
from orderflow.api.problems import MEDIA_TYPE, Fault, Kind, Problem
from orderflow.api.refusals import problem_of
from orderflow.showing.shapes import Shape

if TYPE_CHECKING:
    from starlette.requests import Request

    from orderflow.api.settings import Settings

__all__ = ["AUDIENCE", "ISSUER", "LocalIssuer"]

ISSUER: Final = "urn:orderflow:development"
AUDIENCE: Final = "orderflow-development"
_LIFE: Final = 3600
_KID: Final = "development"


class TokenQuestion(Shape):
    """Whom a token is to name: `sub`, and what else a token's claim `orderflow` may say."""

    sub: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$")]


class LocalIssuer:
    """Signs tokens with a key that nobody keeps."""

    def __init__(self) -> None:
        """Make the key."""
        self._key = ECKey.generate_key("P-256", {"kid": _KID})

    @property
    def public(self) -> str:
        """The public key, as a JWK set."""
        return json.dumps({"keys": [self._key.as_dict(private=False)]})

    @property
    def keys(self) -> FixedKeys:
        """The public key, as whoever verifies tokens wants it."""
        return FixedKeys(self.public.encode())

    def token(self, subject: str, said: dict[str, Any], *, life: int = _LIFE) -> str:
        """Return a token.

        Args:
            subject: Whom it names.
            said: What its claim `orderflow` says.
            life: Seconds until it expires.
        """
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": subject,
            "iat": now,
            "exp": now + life,
            "orderflow": said,
        }
        return jwt.encode({"alg": "ES256", "kid": _KID, "typ": "at+jwt"}, claims, self._key)


def issuer_router(issuer: LocalIssuer, settings: Settings) -> APIRouter:
    """Return `POST /dev/token`: whom the body names, with whatever it claims."""
    router = APIRouter(redirect_slashes=False)

    async def token(request: Request) -> Response:
        try:
            must_be_ours(request, settings.hosts)
            given = _given(issuer, parsed(await body_of(request, settings.limits)))
        except Exception as error:  # noqa: BLE001 - every error is an answer
            problem = problem_of(error)
            language = preferred(request.headers.get("accept-language"))
            content = problem_content(problem, language)
            answer = Answer(content, problem.status, problem.headers, media_type=MEDIA_TYPE)
        else:
            answer = Answer(given)
        headers = headers_for(answer, "", settings)
        return Response(answer.content, answer.status, headers, answer.media_type)

    router.add_route("/dev/token", token, methods=["POST"])
    return router


def _given(issuer: LocalIssuer, body: dict[str, Any]) -> bytes:
    subject = TokenQuestion(sub=body.pop("sub", "")).sub
    try:
        Caller.named(ISSUER, subject, body)
    except ValueError:
        what = "role, purpose and whatever else the claim may say, each in its form"
        raise Problem(Kind.NOT_VALID, faults=(Fault("", what),)) from None
    answer = {
        "access_token": issuer.token(subject, body),
        "token_type": "Bearer",
        "expires_in": _LIFE,
    }
    return json.dumps(answer).encode()
