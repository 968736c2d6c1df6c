"""The JSON Schema of the format, for editors and for those who generate case files.

A case file is TOML; the schema describes what TOML parses to, with moments and days as text. It
knows the form of each command. What only the whole file can tell, such as a name that stands for
nobody, it leaves to `load_case`.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from orderflow.casefile.commanding import GIVEN_BY_THE_STEP, PEOPLE
from orderflow.casefile.format import CaseFile
from orderflow.order.commands import BY_NAME

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_BY_DEFAULT_FROM_THE_FILE: Final = ("regime", *PEOPLE)

Schema = dict[str, Any]


def case_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a case file; a new copy each time."""
    models: list[type[BaseModel]] = [CaseFile, *BY_NAME.values()]
    _, whole = models_json_schema([(model, "validation") for model in models])
    parts: dict[str, Schema] = whole["$defs"]
    forms = {name: _written_in_with(name, parts[name]) for name in BY_NAME}
    parts.update(forms)
    parts["Act"]["allOf"] = [_if_it_does(name, form) for name, form in forms.items()]
    file = parts.pop("CaseFile")
    return {
        "$schema": _DIALECT,
        **file,
        "title": "A case file of orderflow",
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _written_in_with(name: str, form: Schema) -> Schema:
    """Return the form of a command as its step writes it: without what the step says itself."""
    fields = {
        field: part for field, part in form["properties"].items() if field not in GIVEN_BY_THE_STEP
    }
    needed = [field for field in form.get("required", ()) if field in fields]
    if name == "RequestOrder":
        people = {"type": "array", "items": {"type": "string"}}
        fields |= {
            field: {**people, "description": f"By default everybody who stands as {stands}."}
            for field, stands in PEOPLE.items()
        }
        needed = [field for field in needed if field not in _BY_DEFAULT_FROM_THE_FILE]
    return {**form, "properties": fields, "required": needed}


def _if_it_does(name: str, form: Schema) -> Schema:
    then: Schema = {"properties": {"with": {"$ref": f"#/$defs/{name}"}}}
    if form["required"]:
        then["required"] = ["with"]
    return {"if": {"properties": {"do": {"const": name}}, "required": ["do"]}, "then": then}
