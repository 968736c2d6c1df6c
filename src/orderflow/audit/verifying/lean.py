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

import re
from datetime import datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import FunctionType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin
from uuid import UUID

from annotated_types import Ge
from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from orderflow.order.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orderflow.order.events import Event

try:
    import msgspec
except ModuleNotFoundError:  # pragma: no cover - tried in a process of its own
    msgspec = None  # type: ignore[assignment]

_PLAIN: Final = (str, int, bool, UUID, type(None))

_WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
"""What every pattern of the models accepts: the strictest of them, for names of terms."""

_REFERENCE_PATTERN: Final = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$"
_REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")

_KEPT_AT_MOST: Final = 50_000


class NoTwin(Exception):
    """A form has no twin."""


class LeanReader:
    """Reads payloads of one type of event."""

    def __init__(self, envelope: type[BaseModel]) -> None:
        """Take the model of the envelope around such events.

        Raises:
            NoTwin: It has no twin.
        """
        if msgspec is None:
            raise NoTwin
        self._decode = msgspec.json.Decoder(_twin(envelope)).decode
        self._words = _getter(_texts(envelope, reference=False))
        self._references = _getter(_texts(envelope, reference=True))

    def read(self, state: bytes) -> Any:  # noqa: ANN401 - a twin, which reads as its model does
        """Return what a payload holds, or None if the model must be asked."""
        try:
            found = self._decode(state)
        except (ValueError, TypeError):
            return None
        if not _words.issuperset(self._words(found)) and not _learnt(
            self._words(found), _WORD, _words
        ):
            return None
        if not _references.issuperset(self._references(found)) and not _learnt(
            self._references(found), _REFERENCE, _references
        ):
            return None
        return found


@cache
def lean_reader(envelope: type[BaseModel]) -> LeanReader | None:
    """Return what reads payloads of that form; None if it has no twin."""
    try:
        return LeanReader(envelope)
    except NoTwin:
        return None


_words: set[object] = {None}
_references: set[object] = {None}
"""Texts that were seen and fit. Patterns cost more than all the rest of a payload."""


def _learnt(texts: tuple[object, ...], pattern: re.Pattern[str], known: set[object]) -> bool:
    """Take up the texts of a payload if all of them fit."""
    if not all(one is None or pattern.fullmatch(str(one)) for one in texts):
        return False
    if len(known) > _KEPT_AT_MOST:
        known.clear()
        known.add(None)
    known.update(texts)
    return True


def _getter(paths: Iterator[str]) -> Callable[[Any], tuple[object, ...]]:
    found = tuple(paths)
    match len(found):
        case 0:
            return lambda _: ()
        case 1:
            one = attrgetter(found[0])
            return lambda twin: (one(twin),)
        case _:
            return attrgetter(*found)


def _texts(model: type[BaseModel], *, reference: bool, before: str = "") -> Iterator[str]:
    """Iterate over where texts with a pattern stand that the twin itself does not check."""
    for name, field in model.model_fields.items():
        pattern = _pattern(field)
        if pattern is not None and (pattern == _REFERENCE_PATTERN) is reference:
            yield before + name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
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
def _twin(model: type[BaseModel]) -> type:
    decorators = model.__pydantic_decorators__
    if decorators.field_validators or decorators.model_validators or decorators.validators:
        raise NoTwin
    if model.model_config.get("extra") != "forbid" or not model.model_config.get("strict"):
        raise NoTwin
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    for name, field in model.model_fields.items():
        kind = _field(field)
        if field.is_required():
            fields.append((name, kind))
        elif field.default_factory is not None or isinstance(field.default, (BaseModel, list)):
            raise NoTwin
        else:
            fields.append((name, kind, field.default))
    twin = msgspec.defstruct(
        f"{model.__name__}Twin",
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


def _field(field: FieldInfo) -> Any:  # noqa: ANN401 - a type
    metadata = tuple(field.metadata)
    # What `_texts` finds is checked there, and here it is any text.
    kind = _kind(field.annotation, metadata, checked=_pattern(field) is not None)
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
    if annotation is AwareDatetime:
        return None if metadata else Annotated[datetime, msgspec.Meta(tz=True)]
    if origin is tuple and arguments[1:] == (...,) and not metadata:
        inner = _kind(arguments[0], ())
        return None if inner is None else tuple[inner, ...]
    if origin is Literal and not metadata:
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and not metadata:
        return _twin(annotation)
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
            kind = Annotated[kind, msgspec.Meta(ge=one.ge)]
        elif pattern is None:
            return None
        elif not checked:
            # In Python `$` also stands before a last line feed.
            kind = Annotated[kind, msgspec.Meta(pattern=pattern.removesuffix("$") + r"\Z")]
    return kind


def twin_of(event_type: type[Event]) -> type:
    """Return the twin of a type of event.

    Raises:
        NoTwin: It has none.
    """
    return _twin(event_type)
