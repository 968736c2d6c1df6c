"""`orderflow schema`: the JSON Schema (draft 2020-12) of what goes in and of what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping

    from pydantic import BaseModel

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def run(arguments: Namespace) -> int:
    """Print one schema."""
    print_document(schema_of(arguments.kind, arguments.name))
    return DONE


def schema_of(kind: str, name: str | None = None) -> Schema:
    """Return the schema of a kind, or of one command or event by its name.

    Raises:
        WrongUse: There is no command or event of that name, or the kind has no names.
    """
    match kind:
        case "case":
            from orderflow.casefile import case_schema

            _no_name(kind, name)
            return case_schema()
        case "command":
            from orderflow.order.commands import BY_NAME

            return _of_several("A command of orderflow", BY_NAME, kind, name)
        case "event":
            from orderflow.order.events import ALL

            by_name = {event.__name__: event for event in ALL}
            return _of_several("An event of orderflow", by_name, kind, name, "serialization")
        case "assessment":
            from orderflow.order import Assessment

            _no_name(kind, name)
            return _whole(TypeAdapter(Assessment).json_schema(mode="serialization"))
        case "interchange":
            from orderflow.audit.interchange.schema import line_schema

            _no_name(kind, name)
            return line_schema()
        case _:
            _no_name(kind, name)
            return _whole(TypeAdapter(_printed(kind)).json_schema(mode="serialization"))


def _printed(kind: str) -> Any:  # noqa: ANN401 - a model, or a union of models
    from orderflow.cli import shapes_audit, shapes_run
    from orderflow.showing import shapes, shapes_law

    if kind == "privacy":
        from orderflow.cli.shapes_privacy import PrivacyShown

        return PrivacyShown

    return {
        "show": shapes.OrderShown,
        "history": shapes.HistoryShown,
        "assess": shapes.AssessmentShown,
        "run": shapes_run.CasesRun | shapes_run.CasesListed,
        "demo": shapes_run.DemoShown,
        "regimes": shapes_law.RegimesListed | shapes_law.RegimeInFull | shapes_law.RegimesCompared,
        "audit": shapes_audit.AuditShown,
    }[kind]


def _of_several(
    title: str,
    models: Mapping[str, type[BaseModel]],
    kind: str,
    name: str | None,
    mode: Any = "validation",  # noqa: ANN401 - a word of pydantic
) -> Schema:
    if name is not None:
        if name not in models:
            msg = f"no {kind} '{name}'{_near(name, models)}"
            raise WrongUse(msg)
        return _whole(models[name].model_json_schema(mode=mode))
    from pydantic.json_schema import models_json_schema

    _, whole = models_json_schema([(model, mode) for model in models.values()])
    choices = [{"$ref": f"#/$defs/{one}"} for one in models]
    return {"$schema": _DIALECT, "title": title, "anyOf": choices, **whole}


def _near(name: str, models: Mapping[str, object]) -> str:
    from orderflow.law.problems import hint

    return hint(name, models)


def _no_name(kind: str, name: str | None) -> None:
    if name is not None:
        msg = f"'{kind}' is one schema; leave out '{name}'"
        raise WrongUse(msg)


def _whole(schema: Schema) -> Schema:
    return {"$schema": _DIALECT, **schema}
