"""One way to write an order down, byte for byte the same on every machine and in every year.

Facts only: no text for readers, no order of keys that could differ, moments in UTC. What holds its
default is left out, so that a later version that knows one field more writes an old order alike.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from pydantic import BaseModel

from orderflow.order.writing import moment_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.order import ProtectionOrder

_LEFT_OUT: Final = frozenset({"law"})
"""The regime itself is no fact of the order; its id and digest are."""


def canonical_parts(order: ProtectionOrder) -> dict[str, Any]:
    """Return what is on record of an order, by field, as plain JSON values.

    Besides what was folded it holds what follows from it: the state by the record, and the periods
    in force. So a change of our code that reads the same facts otherwise is noticed too.
    """
    parts = {
        field.name: plain(value)
        for field in fields(order)
        if field.name not in _LEFT_OUT and (value := getattr(order, field.name)) != field.default
    }
    parts["derived.recorded_state"] = plain(order.recorded_state)
    parts["derived.periods"] = plain(order.periods)
    return parts


def canonical_bytes(value: Any) -> bytes:  # noqa: ANN401 - any JSON
    """Return plain JSON values as bytes: keys sorted, no spaces, UTF-8."""
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return written.encode()


def plain(value: Any) -> Any:  # noqa: ANN401 - any part of an order
    """Return a part of an order as plain JSON values.

    Raises:
        TypeError: It has a part of a type that no order has.
    """
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return value.value
        case str():
            return str(value)
        case datetime():
            return moment_written(value)
        case date():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return _composed(value)


def _composed(value: Any) -> Any:  # noqa: ANN401 - any part of an order
    match value:
        case BaseModel():
            return dict(_of_model(value))
        case tuple() if hasattr(value, "_asdict"):
            return dict(_of_named(value))
        case tuple():
            return [plain(one) for one in value]
        case frozenset():
            return sorted(plain(one) for one in value)
        case _:
            msg = f"an order has no part of type {type(value).__name__}"
            raise TypeError(msg)


def _of_model(model: BaseModel) -> Iterator[tuple[str, Any]]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if field.is_required() or value != field.get_default():
            yield name, plain(value)


def _of_named(value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - any named tuple
    for name, one in value._asdict().items():
        if name not in value._field_defaults or one != value._field_defaults[name]:
            yield name, plain(one)
