"""Makes lean twins of models: types of `msgspec` with the same fields, which check as much.

A twin has every check that its model has, but for patterns of texts that stand straight in it:
those are quicker checked beside it. A form that could not be kept so (a check that is a function
of ours, a type not listed here) has no twin, or the twin takes only `null` in its place.
"""

from __future__ import annotations

import json
from datetime import datetime
from enum import Enum
from functools import cache
from types import FunctionType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    TypeGuard,
    Union,
    get_args,
    get_origin,
)
from uuid import UUID

from annotated_types import Ge
from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter
from pydantic.fields import FieldInfo

from orderflow.law.periods import PeriodValue
from orderflow.order.values import Instant, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import msgspec
except ModuleNotFoundError:  # pragma: no cover - tried in a process of its own
    msgspec = None  # type: ignore[assignment]

__all__ = ["NoTwin", "is_model", "msgspec", "own_value", "pattern_of", "twin_of"]

_PLAIN: Final = (str, int, bool, UUID, type(None))
_CHECKED: Final = get_args(Instant)[1:]


class NoTwin(Exception):
    """A form has no twin."""


class _Moment(datetime):
    """A moment that a function of ours has checked and brought to UTC, as the models ask."""


_INSTANT: Final = TypeAdapter[datetime](Instant, config=ConfigDict(strict=True))


def own_value(kind: type[PeriodValue | _Moment], text: object) -> PeriodValue | _Moment:
    """Read what is seldom there by the function that the models use."""
    if not isinstance(text, str):
        raise TypeError
    if issubclass(kind, PeriodValue):
        return kind(text)
    return kind.fromisoformat(_INSTANT.validate_json(json.dumps(text)).isoformat())


@cache
def twin_of(model: type[BaseModel], *, alone: bool) -> type:
    """Return the twin of a model.

    Args:
        model: The model.
        alone: Whether the twin must check every text itself. Where it stands straight in an
            envelope, down to any depth, `lean` finds what is to be checked.

    Raises:
        NoTwin: It has none.
    """
    decorators = model.__pydantic_decorators__
    if decorators.field_validators or decorators.model_validators or decorators.validators:
        raise NoTwin
    if model.model_config.get("extra") != "forbid" or not model.model_config.get("strict"):
        raise NoTwin
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for name, field in model.model_fields.items():
        kind = _field(field, alone=alone)
        if field.is_required():
            fields.append((name, kind))
        elif field.default_factory is not None or isinstance(field.default, (BaseModel, list)):
            raise NoTwin
        else:
            fields.append((name, kind, field.default))
    twin = msgspec.defstruct(
        f"{model.__name__}{'Alone' if alone else ''}Twin",
        fields,
        namespace=_answers(model),
        module=__name__,
        frozen=True,
        kw_only=True,
        gc=False,
        forbid_unknown_fields=True,
    )
    # Under its name here, so that an order that is put aside can be pickled.
    globals()[twin.__name__] = twin
    return twin


def _answers(model: type[BaseModel]) -> dict[str, Any]:
    """Return the methods and properties of ours that a model has; a twin answers by the same."""
    return {
        name: member
        for name, member in vars(model).items()
        if not name.startswith("_")
        and isinstance(member, (FunctionType, property))
        and issubclass(model, Value)
    }


def _field(field: FieldInfo, *, alone: bool) -> Any:  # noqa: ANN401 - a type
    wanted, metadata = field.annotation, tuple(field.metadata)
    if not alone and is_model(wanted) and not metadata:
        return twin_of(wanted, alone=False)
    # What `lean` finds is checked there, and here it is any text.
    checked = not alone and pattern_of(field) is not None
    kind = _kind(wanted, metadata, checked=checked)
    if kind is None:
        if type(None) in get_args(field.annotation):
            return None
        raise NoTwin
    return kind


def _kind(annotation: Any, metadata: tuple[Any, ...], *, checked: bool = False) -> Any:  # noqa: ANN401
    """Return the type by which a twin reads a field; None if it cannot."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0], (*metadata, *_flat(arguments[1:])), checked=checked)
    if origin in {Union, UnionType}:
        parts = [_kind(one, (), checked=checked) for one in arguments if one is not type(None)]
        if None in parts or metadata:
            return None
        return Union[(*parts, type(None))] if type(None) in arguments else Union[tuple(parts)]  # noqa: UP007
    if annotation is PeriodValue:
        # All that pydantic is told of it is to call the type itself.
        return PeriodValue
    if annotation is AwareDatetime and metadata == _CHECKED:
        return _Moment
    if annotation is AwareDatetime:
        return None if metadata else Annotated[datetime, msgspec.Meta(tz=True)]
    if origin is tuple and arguments[1:] == (...,) and not metadata:
        inner = _kind(arguments[0], ())
        return None if inner is None else _several(inner)
    if origin is Literal and not metadata:
        return annotation
    if is_model(annotation) and not metadata:
        return twin_of(annotation, alone=True)
    if isinstance(annotation, type) and issubclass(annotation, Enum) and not metadata:
        return annotation
    if annotation in _PLAIN:
        return _constrained(annotation, metadata, checked=checked)
    return None


def _constrained(plain: Any, metadata: tuple[Any, ...], *, checked: bool) -> Any:  # noqa: ANN401
    kind = plain
    for one in metadata:
        pattern = _pattern_in(one)
        if isinstance(one, Ge):
            kind = Annotated[kind, msgspec.Meta(ge=_number(one.ge))]
        elif pattern is None:
            return None
        elif not checked:
            # In Python `$` also stands before a last line feed.
            kind = Annotated[kind, msgspec.Meta(pattern=pattern.removesuffix("$") + r"\Z")]
    return kind


def _several(inner: Any) -> Any:  # noqa: ANN401 - types
    return tuple.__class_getitem__((inner, ...))


def _number(bound: object) -> int:
    if type(bound) is not int:
        raise NoTwin
    return bound


def pattern_of(field: FieldInfo) -> str | None:
    """Return the pattern of a field that is one text, or perhaps none."""
    wanted = field.annotation
    metadata = list(field.metadata)
    if get_origin(wanted) in {Union, UnionType}:
        for one in get_args(wanted):
            if get_origin(one) is Annotated and get_args(one)[0] is str:
                metadata += _flat(get_args(one)[1:])
    return next(filter(None, map(_pattern_in, metadata)), None)


def is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
    """Tell whether it is a model."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Iterate over constraints, those that pydantic keeps in a field within the field included."""
    for one in metadata:
        if isinstance(one, FieldInfo):
            yield from one.metadata
        else:
            yield one


def _pattern_in(constraint: object) -> str | None:
    pattern = getattr(constraint, "pattern", None)
    return pattern if isinstance(pattern, str) else None
