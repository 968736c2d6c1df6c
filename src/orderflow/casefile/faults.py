"""What is wrong with a table of a case file, in the words of that file.

Turns the first error of pydantic into the field that a person sees in the file and a reason, with
the nearest word where one was probably misspelt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, TypeAdapter, ValidationError

from orderflow.casefile.moments import MOMENT_ERRORS, moment_reason
from orderflow.law.files import as_json
from orderflow.law.problems import hint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic_core import ErrorDetails

_UTC = ZoneInfo("UTC")
_QUOTED = re.compile(r"'([^']*)'")
Loc = tuple[int | str, ...]


class Fault(Exception):
    """A table that cannot be what it should be; told to callers as a `CaseFileError`.

    Attributes:
        field: Dotted field within the table; empty when it is the table as a whole.
        reason: What is wrong.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def refuse(field: str, reason: str) -> NoReturn:
    """Refuse a table.

    Raises:
        Fault: Always.
    """
    raise Fault(field, reason)


def checked(
    adapter: TypeAdapter[Any],
    form: type[BaseModel],
    table: dict[str, Any],
    zone: ZoneInfo = _UTC,
    given_elsewhere: Collection[str] = (),
) -> Any:  # noqa: ANN401 - what the adapter makes
    """Return a TOML table as a checked model.

    Args:
        adapter: What makes the model.
        form: The model that the fields are looked up in, for hints.
        table: The table as parsed.
        zone: Zone of the case, for hints on moments.
        given_elsewhere: Fields of the model that are not written in this table.

    Raises:
        Fault: It does not fit; the first field that does not.
    """
    try:
        return adapter.validate_json(as_json(table))
    except ValidationError as error:
        found = error.errors(include_url=False)
        # A misspelt field is also missing under its right name; the misspelling says more.
        first = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
        loc = _in_the_file(first, table)
        reason = _reason(first, form, loc, zone, given_elsewhere)
        context = first.get("ctx", {})
        field = context.get("field") or context.get("discriminator", "").strip("'")
        raise Fault(".".join(map(str, (*loc, field) if field else loc)), reason) from None


def _in_the_file(error: ErrorDetails, table: dict[str, Any]) -> Loc:
    """Return the location without the tags by which pydantic tells forms apart."""
    at: object = table
    found: list[int | str] = []
    parts = error["loc"]
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        steps_in = isinstance(at, dict) and part in at
        if steps_in or (isinstance(at, list) and isinstance(part, int)):
            at = _part(at, part)
        elif not (last and error["type"] == "missing"):
            continue
        found.append(part)
    return tuple(found)


def _part(of: object, name: int | str) -> object:
    if isinstance(of, dict):
        return of[name]
    return of[name] if isinstance(of, list) and isinstance(name, int) else None


def _reason(
    error: ErrorDetails,
    form: type[BaseModel],
    loc: Loc,
    zone: ZoneInfo,
    given_elsewhere: Collection[str],
) -> str:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind == "extra_forbidden":
        known = set(_fields_at(form, loc[:-1])) - set(given_elsewhere)
        return "unknown field" + hint(loc[-1], known)
    if kind in {"enum", "literal_error"}:
        words = _QUOTED.findall(context["expected"])
        if not words:
            return f"must be {context['expected']}"
        return f"unknown word '{given}', not one of {', '.join(words)}" + hint(given, words)
    if kind in MOMENT_ERRORS:
        return moment_reason(given, zone)
    return _plain(kind, error["msg"], context)


def _plain(kind: str, message: str, context: dict[str, Any]) -> str:
    if kind in {"missing", "union_tag_not_found"}:
        return "is missing"
    if kind in {"model_type", "dict_type"}:
        return "must be a table, such as { ... }"
    if kind == "union_tag_invalid":
        words = _QUOTED.findall(context["expected_tags"])
        tag = context["tag"]
        return f"unknown word '{tag}', not one of {', '.join(words)}" + hint(tag, words)
    return message.removeprefix("Value error, ")


def _fields_at(form: type[BaseModel], loc: Loc) -> Iterator[str]:
    for model in _models_at(form, loc):
        for name, field in model.model_fields.items():
            yield field.alias or name


def _models_at(form: type[BaseModel], loc: Loc) -> list[type[BaseModel]]:
    models = [form]
    for part in loc:
        if isinstance(part, int):
            continue
        annotations = [
            field.annotation
            for model in models
            for name, field in model.model_fields.items()
            if part in {name, field.alias}
        ]
        models = [found for annotation in annotations for found in _models_in(annotation)]
    return models


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
