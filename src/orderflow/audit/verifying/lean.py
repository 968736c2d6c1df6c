"""Reads payloads into lean twins of the models: the same fields and values, a fifth of the time.

Keeps one rule: a twin accepts nothing that its model refuses, and reads what it accepts as the
model does. What a twin refuses says nothing; the model must then be asked. A form for which that
rule could not be kept (a check that is a function of ours, a type not listed here) has no twin, or
the twin takes only `null` in its place. Tests hold both against every byte that can be changed.

Known difference: a moment with more than six digits after its second is rounded by one and cut
off by the other. No writer of ours writes such a moment.

Needs `msgspec`, which the extra `audit` brings; without it every payload is read by its model.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from enum import Enum
from functools import cache
from operator import attrgetter
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
    from collections.abc import Callable, Iterator


try:
    import msgspec
except ModuleNotFoundError:  # pragma: no cover - tried in a process of its own
    msgspec = None  # type: ignore[assignment]

_PLAIN: Final = (str, int, bool, UUID, type(None))

_WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
"""What every pattern of the models accepts: the strictest of them, for names of terms."""

_REFERENCE_PATTERN: Final = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$"
_REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")

_CHECKED: Final = get_args(Instant)[1:]
_KEPT_AT_MOST: Final = 50_000


class NoTwin(Exception):
    """A form has no twin."""


@cache
def lean_reader(envelope: type[BaseModel]) -> Callable[[bytes], Any] | None:
    """Return what reads payloads of that form into twins; None if it has none.

    What it returns reads as the model does. None from it says nothing: the model must be asked.
    """
    try:
        return _reader(envelope)
    except NoTwin:
        return None


def _reader(envelope: type[BaseModel]) -> Callable[[bytes], Any]:
    if msgspec is None:
        raise NoTwin
    twin = _twin(envelope, alone=False)
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(twin, dec_hook=_own_value).decode
    words, references = (tuple(_texts(envelope, reference=one)) for one in (False, True))
    texts = _getter((*words, *references))
    known, count = _known, len(words)

    def read(state: bytes) -> Any:  # noqa: ANN401 - a twin
        try:
            found = decode(state)
        except (ValueError, TypeError):
            return None
        written = texts(found)
        return found if known.issuperset(written) or _fit(written, count) else None

    return read


class _Moment(datetime):
    """A moment that a function of ours has checked and brought to UTC, as the models ask."""


_INSTANT: Final = TypeAdapter[datetime](Instant, config=ConfigDict(strict=True))


def _own_value(kind: type[PeriodValue | _Moment], text: object) -> PeriodValue | _Moment:
    """Read what is seldom there by the function that the models use."""
    if not isinstance(text, str):
        raise TypeError
    if issubclass(kind, PeriodValue):
        return kind(text)
    return kind.fromisoformat(_INSTANT.validate_json(json.dumps(text)).isoformat())


_known: set[object] = {None}
"""Texts that were seen and fit every pattern. Patterns cost more than all the rest of a payload."""


def _fit(texts: tuple[object, ...], words: int) -> bool:
    """Tell whether texts fit their patterns; so many are words, the others references."""
    if len(_known) > _KEPT_AT_MOST:
        _known.clear()
        _known.add(None)
    for number, text in enumerate(texts):
        if text is None:
            continue
        if _WORD.fullmatch(str(text)):
            _known.add(text)
        elif number < words or not _REFERENCE.fullmatch(str(text)):
            return False
    return True


def _getter(paths: tuple[str, ...]) -> Callable[[Any], tuple[object, ...]]:
    match paths:
        case ():
            return lambda _: ()
        case (path,):
            one = attrgetter(path)
            return lambda twin: (one(twin),)
        case _:
            return attrgetter(*paths)


def _texts(model: type[BaseModel], *, reference: bool, before: str = "") -> Iterator[str]:
    """Iterate over where texts with a pattern stand that the twin itself does not check."""
    for name, field in model.model_fields.items():
        pattern = _pattern(field)
        if pattern is not None and (pattern == _REFERENCE_PATTERN) is reference:
            yield before + name
        if _is_model(field.annotation):
            yield from _texts(field.annotation, reference=reference, before=f"{before}{name}.")


def _pattern(field: FieldInfo) -> str | None:
    """Return the pattern of a field that is one text, or perhaps none."""
    wanted = field.annotation
    metadata = list(field.metadata)
    if get_origin(wanted) in {Union, UnionType}:
        for one in get_args(wanted):
            if get_origin(one) is Annotated and get_args(one)[0] is str:
                metadata += _flat(get_args(one)[1:])
    return next(filter(None, map(_pattern_in, metadata)), None)


def _is_model(annotation: object) -> TypeGuard[type[BaseModel]]:
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


@cache
def _twin(model: type[BaseModel], *, alone: bool) -> type:
    """Return the twin of a model.

    Args:
        model: The model.
        alone: Whether the twin must check every text itself. Where it stands straight in an
            envelope, down to any depth, `_texts` finds what is to be checked.

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
    if not alone and _is_model(wanted) and not metadata:
        return _twin(wanted, alone=False)
    # What `_texts` finds is checked there, and here it is any text.
    checked = not alone and _pattern(field) is not None
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
    if _is_model(annotation) and not metadata:
        return _twin(annotation, alone=True)
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
