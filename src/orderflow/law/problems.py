"""What is wrong with a file of the law, in the words of that file.

Turns the first error of pydantic into the dotted field that a person sees in the file, and a
reason with a hint where a word was probably misspelt.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from orderflow.law.contradictions import CONTRADICTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

_QUOTED = re.compile(r"'([^']*)'")


def first_problem(error: ValidationError, model: type[BaseModel]) -> tuple[str, str]:
    """Return the dotted field and the reason of the first error.

    The field of a contradiction between two fields is the one that the contradiction names.
    """
    first = error.errors()[0]
    context = first.get("ctx", {})
    if first["type"] == CONTRADICTION:
        return context["field"], context["reason"]
    parts = [str(part) for part in first["loc"]]
    if "value" in parts and first["type"] != "extra_forbidden":
        parts = parts[: parts.index("value")]
    return ".".join(parts), _reason(first, context, model)


def hint(word: object, known: Iterable[str]) -> str:
    """Return a clause that asks for the nearest known word; empty when none is near."""
    near = get_close_matches(str(word), list(known), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _reason(error: ErrorDetails, context: dict[str, Any], model: type[BaseModel]) -> str:
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        loc = error["loc"]
        return "unknown field" + hint(loc[-1], _fields_at(model, loc[:-1]))
    if kind == "missing":
        return "is missing"
    if kind == "model_type":
        return "must be a table"
    if kind in {"enum", "literal_error"}:
        words = _QUOTED.findall(context["expected"])
        return f"unknown word '{given}', not one of {', '.join(words)}" + hint(given, words)
    return error["msg"].removeprefix("Value error, ")


def _fields_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> Iterable[str]:
    for part in loc:
        annotation = model.model_fields[str(part)].annotation
        candidates = (annotation, *get_args(annotation))
        model = next(c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel))
    return model.model_fields
