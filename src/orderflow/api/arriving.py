"""What arrives: a plain path, each name of the query once, a body of bounded size and time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from orderflow.api.problems import Fault, Kind, Problem
from orderflow.api.tokens import bearer_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from orderflow.api.operations import Operation
    from orderflow.api.settings import Limits

_PLAIN: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/@+")
_LONGEST_QUERY: Final = 2000
_MOST_FIELDS: Final = 20
_CLOSE: Final = {"Connection": "close"}


def must_be_plain(request: Request) -> None:
    """Raise if the path is written so that somebody in between could read another one.

    Nothing here needs an escape, an empty segment or dots; whoever sends them is told what whoever
    asks for a wrong address is told.

    Raises:
        Problem: `not_found`.
    """
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    path = raw.partition(b"?")[0]
    dots = {b".", b"..", b""}
    if not _PLAIN.issuperset(path) or not dots.isdisjoint(path.split(b"/")[1:]):
        raise Problem(Kind.NOT_FOUND)


def must_be_ours(request: Request, hosts: tuple[str, ...]) -> None:
    """Raise unless the request is for one of our hosts, where they are named.

    Raises:
        Problem: `host_not_served`.
    """
    if not hosts:
        return
    sent = [value for name, value in request.scope["headers"] if name == b"host"]
    host = sent[0].decode("latin-1").lower() if len(sent) == 1 else ""
    if host not in hosts and host.rpartition(":")[0] not in hosts:
        raise Problem(Kind.HOST_NOT_SERVED)


def mounted_at(request: Request) -> str:
    """Return what stands before `/v1` in the address, whatever put it there."""
    root: str = request.scope.get("root_path", "")
    path: str = request.scope["path"]
    return root + path.removeprefix(root).rpartition("/v1/")[0]


def headers_of(request: Request) -> Mapping[str, tuple[str, ...]]:
    """Return the headers by their names in small letters, each with every value."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in request.scope["headers"]:
        key = name.decode("latin-1").lower()
        found[key] = (*found.get(key, ()), value.decode("latin-1"))
    return found


def query_of(request: Request) -> Mapping[str, str]:
    """Return the query.

    Raises:
        Problem: `not_well_formed`: it is too long, not UTF-8, or says something twice.
    """
    raw: bytes = request.scope.get("query_string", b"")
    if not raw:
        return {}
    try:
        pairs = parse_qsl(
            raw[: _LONGEST_QUERY + 1].decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise Problem(Kind.NOT_WELL_FORMED) from None
    found = dict(pairs)
    if len(raw) > _LONGEST_QUERY or len(found) != len(pairs):
        raise Problem(Kind.NOT_WELL_FORMED, faults=(Fault("", "a parameter stands twice"),))
    return found


async def body_of(request: Request, limits: Limits) -> bytes:
    """Return the body, or stop reading as soon as it is too large or too late.

    Raises:
        Problem: `media_type_not_supported`, `body_too_large` or `request_timeout`.
    """
    _must_be_json(request)
    declared = request.headers.get("content-length", "0")
    if not declared.isascii() or not declared.isdigit() or int(declared[:18]) > limits.body:
        raise Problem(Kind.BODY_TOO_LARGE, headers=_CLOSE)
    found = bytearray()
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for chunk in request.stream():
                found += chunk
                if len(found) > limits.body:
                    raise Problem(Kind.BODY_TOO_LARGE, headers=_CLOSE)
    except TimeoutError:
        raise Problem(Kind.REQUEST_TIMEOUT, headers=_CLOSE) from None
    return bytes(found)


def _must_be_json(request: Request) -> None:
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    written = parameters.strip().lower().replace('"', "")
    plain = kind.strip().lower() == "application/json" and written in {"", "charset=utf-8"}
    if not plain or "content-encoding" in request.headers:
        raise Problem(Kind.MEDIA_TYPE_NOT_SUPPORTED, headers={"Accept": "application/json"})


def query_for(request: Request, operation: Operation) -> Mapping[str, str]:
    """Return the query; a route that takes none is asked without one.

    Raises:
        Problem: `not_valid` or `not_well_formed`.
    """
    query = query_of(request)
    if query and operation.query is None:
        raise Problem(Kind.NOT_VALID, faults=tuple(Fault(one, "is not known") for one in query))
    return query


def token_of(request: Request) -> bytes:
    """Return the bearer token.

    Raises:
        Problem: `token_not_valid`: there is none, or not one alone.
    """
    return bearer_of(
        [value for name, value in request.scope["headers"] if name == b"authorization"]
    )


def traceparent_of(request: Request) -> str | None:
    """Return which trace the caller says that they are a part of, if they say it once."""
    found = request.headers.getlist("traceparent")
    return found[0] if len(found) == 1 else None
