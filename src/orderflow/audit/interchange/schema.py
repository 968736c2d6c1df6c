"""The JSON Schema of a line, for those who read one with other means than ours."""

from __future__ import annotations

from typing import Any, Final

from orderflow.audit.interchange.marks import FORMAT
from orderflow.audit.interchange.names import PREFIX

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_MOMENT: Final[Schema] = {"type": "string", "format": "date-time", "pattern": "Z$"}
_TEXT: Final[Schema] = {"type": "string", "minLength": 1}
_SOURCE: Final[Schema] = {"type": "string", "format": "uri", "pattern": "^urn:", "maxLength": 200}
_JSON: Final[Schema] = {"const": "application/json"}
_SIMULATED: Final[Schema] = {
    "const": True,
    "description": "Present on every line of a log that follows a simulated clock.",
}


def line_schema() -> Schema:
    """Return the schema of one line: the first, that of an event, or the last."""
    return {
        "$schema": _DIALECT,
        "title": f"One line of {FORMAT}",
        "oneOf": [_begin(), _event(), _end()],
    }


def _event() -> Schema:
    found = _object(
        "An event, as stored. `data`, or `data_base64` in its place, is the last member.",
        id={
            **_TEXT,
            "description": "Its event_id; `position-` and its sequence where it gives none.",
        },
        type={
            **_TEXT,
            "pattern": rf"^{PREFIX.replace('.', '[.]')}[.]"
            r"([A-Za-z][A-Za-z0-9]*[.]v[1-9][0-9]*|other-type[.].+)$",
            "description": "The stored type.",
        },
        subject={**_TEXT, "description": "The stream, percent-encoded: the order."},
        time={**_MOMENT, "description": "When it was recorded; absent where it does not say."},
        sequence={
            "type": "string",
            "pattern": "^[0-9]{19}$",
            "description": "Position within the log.",
        },
        streamversion={
            "type": "string",
            "pattern": "^(0|[1-9][0-9]{0,19})$",
            "description": "Number of the event within its stream.",
        },
        datacontenttype={"enum": ["application/json", "application/octet-stream"]},
        data={"type": "object", "description": "The stored payload, byte for byte."},
        data_base64={"type": "string", "contentEncoding": "base64"},
    )
    found["required"] = [
        name for name in found["required"] if name not in ("time", "data", "data_base64")
    ]
    found["oneOf"] = [{"required": ["data"]}, {"required": ["data_base64"]}]
    return found


def _begin() -> Schema:
    nothing_or = {"anyOf": [_MOMENT, {"type": "null"}]}
    chosen = _closed(
        order={"type": ["string", "null"]},
        recorded_from=nothing_or,
        recorded_before=nothing_or,
        known_at=nothing_or,
    )
    data = _closed(
        format={"const": FORMAT},
        simulated={"type": "boolean"},
        created_at=_MOMENT,
        selection={"anyOf": [{"type": "null"}, chosen]},
    )
    return _object(
        "The first line: what log it is.",
        id={"const": "begin"},
        type={"const": f"{PREFIX}.log-begin.v1"},
        time=_MOMENT,
        datacontenttype=_JSON,
        data=data,
    )


def _end() -> Schema:
    data = _closed(
        events={"type": "string", "pattern": "^(0|[1-9][0-9]*)$"},
        root={"type": "string", "contentEncoding": "base64", "minLength": 44, "maxLength": 44},
        sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    )
    return _object(
        "The last line: how many events there are, and two digests of all before it.",
        id={"const": "end"},
        type={"const": f"{PREFIX}.log-end.v1"},
        datacontenttype=_JSON,
        data=data,
    )


def _object(description: str, **properties: Schema) -> Schema:
    """Return a line with what every line has besides; `simulated` may be left out."""
    found = _closed(specversion={"const": "1.0"}, source=_SOURCE, **properties)
    found["properties"]["simulated"] = _SIMULATED
    return {"description": description, **found}


def _closed(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
