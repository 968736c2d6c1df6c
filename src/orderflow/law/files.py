"""Files of the law: read, parsed, and refused with the place of the fault.

Keeps one rule: a file is either understood as a whole or refused with file, field and reason. This
is the only module of `law` that touches a file.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from orderflow.errors import RegimeFileError
from orderflow.law.problems import first_problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable
    from pathlib import Path

Table = dict[str, Any]
"""A TOML table as parsed, not yet checked."""

M = TypeVar("M", bound=BaseModel)


def files_of(folder: Path | Traversable) -> dict[str, Path | Traversable]:
    """Return the TOML files of a folder by name without the ending, sorted."""
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {f.name.removesuffix(".toml"): f for f in found if f.name.endswith(".toml")}


def read_toml(file: Path | Traversable) -> Table:
    """Return the content of a TOML file.

    Raises:
        RegimeFileError: The file is no TOML, or no text.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegimeFileError(file.name, "", f"not readable as TOML: {error}") from error


def as_json(table: Mapping[str, Any]) -> str:
    """Return a table as canonical JSON: keys sorted, dates in ISO 8601, no spaces."""
    return json.dumps(
        table, default=_plain, ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def build(model: type[M], table: Mapping[str, Any], *, file: str, under: str = "") -> M:
    """Return `table` as a checked model; lists become tuples, words become members.

    Args:
        model: What the table has to be.
        table: The table as parsed.
        file: Name of the file, for the error.
        under: Where in the file the table stands, for the error.

    Raises:
        RegimeFileError: The table does not fit; the error names the first field that does not.
    """
    try:
        return model.model_validate_json(as_json(table))
    except ValidationError as error:
        field, reason = first_problem(error, model)
        place = ".".join(part for part in (under, field) if part)
        raise RegimeFileError(file, place, reason) from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)
