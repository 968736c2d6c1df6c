"""From a path straight to what answers it, past a framework's own layers of routing.

A request that is not found here, or is for an application below a prefix, goes the long way and is
answered there as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send


class Way(NamedTuple):
    """A route and what answers it.

    Attributes:
        method: Its method.
        path: Its whole path, with the parts that vary in braces.
        answers: What answers.
    """

    method: str
    path: str
    answers: ASGIApp


class Straight:
    """An application around another one, which answers some paths itself."""

    def __init__(self, app: ASGIApp, ways: Iterable[Way]) -> None:
        """Take the application around which it stands, and the ways, of which the first fits."""
        self._app = app
        self._ways: dict[tuple[str, int], list[tuple[list[str], ASGIApp]]] = {}
        for way in ways:
            parts = way.path.split("/")
            self._ways.setdefault((way.method, len(parts)), []).append((parts, way.answers))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        answers = None
        if scope["type"] == "http" and not scope.get("root_path"):
            answers = self._found(scope)
        await (answers or self._app)(scope, receive, send)

    def _found(self, scope: Scope) -> ASGIApp | None:
        """Return what answers, with the parts of the path that vary put where it looks for them."""
        asked = scope["path"].split("/")
        for parts, answers in self._ways.get((scope["method"], len(asked)), ()):
            varying = _fitting(parts, asked)
            if varying is not None:
                scope["path_params"] = varying
                return answers
        return None


def _fitting(parts: list[str], asked: list[str]) -> Mapping[str, str] | None:
    varying = {}
    for part, found in zip(parts, asked, strict=True):
        if part == found:
            continue
        if not found or not part.startswith("{"):
            return None
        varying[part[1:-1]] = found
    return varying
