"""Shows values as plain JSON, with the fields that an audience may see and no others."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from pydantic import BaseModel

from orderflow.order.writing import moment_written
from orderflow.privacy.audience import may

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.privacy.audience import Audiences, AudienceTable


class Shower:
    """Shows values to some audiences."""

    def __init__(self, table: AudienceTable, audiences: Audiences) -> None:
        """Take who may see what, and as what somebody reads."""
        self.table = table
        self.audiences = audiences

    def value(self, value: object) -> Any:  # noqa: ANN401 - plain JSON
        """Return a value as plain JSON; a composed one without what they may not see.

        Raises:
            TypeError: It is of a type that no order has.
        """
        match value:
            case None | bool() | int():
                return value
            case Enum():
                return value.value
            case str() | UUID():
                return str(value)
            case datetime():
                return moment_written(value)
            case frozenset():
                return sorted(self.value(one) for one in value)
            case _:
                return self._composed(value)

    def _composed(self, value: object) -> Any:  # noqa: ANN401 - plain JSON
        name = type(value).__name__
        if isinstance(value, BaseModel):
            return self.fields(
                name, ((one, getattr(value, one)) for one in type(value).model_fields)
            )
        if isinstance(value, tuple) and hasattr(value, "_asdict"):
            return self.fields(name, value._asdict().items())
        if isinstance(value, tuple):
            return [self.value(one) for one in value]
        msg = f"an order has no part of type {name}"
        raise TypeError(msg)

    def fields(self, name: str, fields: Iterable[tuple[str, object]]) -> dict[str, Any]:
        """Return the fields of a composed value that they may see, by name."""
        rows = self.table.values.get(name, {})
        return {
            field: self.value(value) for field, value in fields if may(rows, field, self.audiences)
        }
