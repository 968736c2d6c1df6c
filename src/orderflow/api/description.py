"""The OpenAPI 3.1 description of the interface, made from the forms themselves."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from orderflow.api.competence import PERMITTED
from orderflow.api.examples import ANSWERS, EXAMPLES
from orderflow.api.operations import COMMAND, FILING, OPERATIONS
from orderflow.api.problems import MEDIA_TYPE, STATUSES, Kind
from orderflow.api.settings import API_VERSION
from orderflow.api.shapes import MARK, ProblemShown
from orderflow.api.wording import WORDING
from orderflow.order import commands as c

if TYPE_CHECKING:
    from orderflow.api.operations import Operation

Schema = dict[str, Any]

_REF: Final = "#/components/schemas/{model}"
_UUID: Final = {"type": "string", "format": "uuid"}
_PATH_PARTS: Final[dict[str, Schema]] = {
    "order_id": _UUID,
    "regime_id": {"type": "string", "pattern": r"^[a-z0-9@+-]{1,80}$"},
    "version": {"type": "string", "pattern": "^[1-9][0-9]{0,8}$"},
    "size": {"type": "string", "pattern": "^(0|[1-9][0-9]{0,17})$"},
}
_EVERYWHERE: Final = (
    Kind.NOT_WELL_FORMED,
    Kind.TOKEN_NOT_VALID,
    Kind.ROLE_NOT_PERMITTED,
    Kind.NOT_FOUND,
    Kind.HOST_NOT_SERVED,
    Kind.NOT_VALID,
    Kind.TOO_MANY_REQUESTS,
    Kind.DEFECT,
    Kind.STORE_UNAVAILABLE,
)
_WITH_A_BODY: Final = (Kind.REQUEST_TIMEOUT, Kind.BODY_TOO_LARGE, Kind.MEDIA_TYPE_NOT_SUPPORTED)
_ACTING: Final = (Kind.ASK_THE_COURT, Kind.ORDER_CHANGED, Kind.IF_MATCH_NEEDED)


@cache
def described() -> bytes:
    """Return the description as JSON."""
    return json.dumps(description(), ensure_ascii=False).encode()


def description() -> Schema:
    """Return the description."""
    paths: Schema = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "orderflow",
            "version": API_VERSION,
            "description": "The life of a hybrid protection order, from request to enforcement.",
            "contact": {"name": "The orderflow contributors"},
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/v1"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": _schemas(),
            "headers": {
                "API-Version": {"schema": {"type": "string"}, "example": API_VERSION},
            },
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


def _operation(operation: Operation) -> Schema:
    found: Schema = {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": f"{operation.work.__doc__}\n\nRoles: "
        + ", ".join(sorted(PERMITTED[operation.name])),
        "parameters": _parameters(operation),
        "responses": _responses(operation),
    }
    if operation.body is not None:
        name = operation.body if isinstance(operation.body, str) else operation.body.__name__
        content: Schema = {"schema": {"$ref": _REF.format(model=name)}}
        if operation.name in EXAMPLES:
            content["examples"] = EXAMPLES[operation.name]
        found["requestBody"] = {"required": True, "content": {"application/json": content}}
    return found


def _parameters(operation: Operation) -> list[Schema]:
    found = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in _PATH_PARTS.items()
        if f"{{{name}}}" in operation.path
    ]
    if operation.query is not None:
        properties = operation.query.model_json_schema(ref_template=_REF)["properties"]
        found += [
            {"name": name, "in": "query", "required": False, "schema": _not_null(schema)}
            for name, schema in properties.items()
        ]
    if operation.name == "follow_events":
        last = {"type": "string", "pattern": MARK}
        found.append({"name": "Last-Event-ID", "in": "header", "required": False, "schema": last})
    if operation.name in {"file_order", "command_order"}:
        key = {"type": "string", "pattern": r"^[!#-\[\]-~]{1,100}$"}
        found.append({"name": "Idempotency-Key", "in": "header", "required": True, "schema": key})
    if operation.name == "command_order":
        tag = {"type": "string", "pattern": r'^(\*|"[!#-~]{1,64}")$'}
        found.append({"name": "If-Match", "in": "header", "required": True, "schema": tag})
    return found


def _not_null(schema: Schema) -> Schema:
    """Return a schema without null: a query leaves out what it does not say."""
    kept = {name: value for name, value in schema.items() if name not in {"anyOf", "default"}}
    choices = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if len(choices) > 1:
        return {**kept, "anyOf": choices}
    return {**kept, **choices[0]} if choices else schema


def _responses(operation: Operation) -> Schema:
    kinds = [*_EVERYWHERE]
    if operation.method == "POST":
        kinds += _WITH_A_BODY
    if operation.name == "command_order":
        kinds += _ACTING
    good: Schema = {operation.media_type: {"schema": {"type": "string"}}}
    if operation.answer is not None:
        ref = _REF.format(model=operation.answer.__name__)
        good = {"application/json": {"schema": {"$ref": ref}}}
        if operation.name in ANSWERS:
            good["application/json"]["examples"] = ANSWERS[operation.name]
    headers = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
    status = "201" if operation.name == "file_order" else "200"
    found: Schema = {status: {"description": "Done.", "headers": headers, "content": good}}
    for kind in kinds:
        found[str(STATUSES[kind])] = {
            "description": WORDING[kind][0],
            "headers": headers,
            "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="ProblemShown")}}},
        }
    if operation.name in {"file_order", "command_order"}:
        found["409"] = {**found["404"], "description": "The law or the record refuses it."}
    return dict(sorted(found.items()))


def _schemas() -> Schema:
    answers = {one.answer for one in OPERATIONS if one.answer} | {ProblemShown}
    asked = {one.body for one in OPERATIONS if isinstance(one.body, type)}
    asked |= {one.query for one in OPERATIONS if one.query}
    acts: set[type[BaseModel]] = set(c.ALL)
    _, whole = models_json_schema(
        [
            *((one, "serialization") for one in sorted(answers, key=_name)),
            *((one, "validation") for one in sorted(asked | acts, key=_name)),
        ],
        ref_template=_REF,
    )
    schemas: Schema = whole["$defs"]
    names = [kind.__name__ for kind in c.ALL if kind is not c.RequestOrder]
    for name in (*names, "RequestOrder"):
        schemas[name] = _as_sent(schemas[name], name)
    schemas[FILING] = {"$ref": _REF.format(model="RequestOrder")}
    schemas[COMMAND] = {
        "oneOf": [{"$ref": _REF.format(model=name)} for name in names],
        "discriminator": {"propertyName": "type"},
    }
    return schemas


def _as_sent(schema: Schema, name: str) -> Schema:
    """Return a command as it is sent: with its name, and without what token and path say."""
    properties = {
        field: one for field, one in schema["properties"].items() if field not in _NOT_SENT
    }
    required = [one for one in schema.get("required", ()) if one not in _NOT_SENT]
    if name != "RequestOrder":
        required = ["type", *required]
    return {
        **schema,
        "properties": {"type": {"const": name}, **properties},
        "required": required,
    }


_NOT_SENT: Final = frozenset({"actor", "order_id"})


def _name(model: type[BaseModel]) -> str:
    return model.__name__
