"""What leaves: the headers that every answer has, and problems as RFC 9457 writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from orderflow.api.problems import TYPE_PREFIX
from orderflow.api.settings import API_VERSION
from orderflow.showing import citing

if TYPE_CHECKING:
    from orderflow.api.exchange import Answer
    from orderflow.api.language import Language
    from orderflow.api.problems import Problem
    from orderflow.api.settings import Settings

SECURITY: Final = {
    "API-Version": API_VERSION,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Vary": "Accept-Language, Authorization, Origin",
}
"""Headers of every answer."""

DEVELOPMENT: Final = {"Orderflow-Development": "this server gives tokens to anybody"}


def headers_for(answer: Answer, request_id: str, settings: Settings) -> dict[str, str]:
    """Return the headers of an answer."""
    marked = DEVELOPMENT if settings.development else {}
    return {**SECURITY, **marked, "Request-Id": request_id, **answer.headers}


def problem_content(problem: Problem, language: Language) -> bytes:
    """Return a problem as JSON, in one language."""
    nl = language == "nl"
    content: dict[str, Any] = {
        "type": TYPE_PREFIX + problem.code,
        "title": problem.title[1 if nl else 0],
        "status": problem.status,
        "code": problem.code,
    }
    if problem.question is not None:
        content["question"] = problem.question
    if problem.law:
        content["sources"] = [
            {"key": one.key, "title": one.title_nl if nl else one.title, "uri": one.uri}
            for one in citing.sources(problem.law)
        ]
    if problem.faults:
        content["faults"] = [{"where": one.where, "what": one.what} for one in problem.faults]
    return json.dumps(content, ensure_ascii=False).encode()
