"""Confidential values: personal data and free text, in the clear on their way in, then sealed.

`Plain` holds what somebody said, and lets nobody see it but who asks by name: it has no readable
form, and is neither serialised nor pickled. `Sealed` is what the log keeps. Rules pass either on
and never look inside; the store seals between the decision and the record.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, Self, TypeAlias, cast

from pydantic import (
    Field,
    GetPydanticSchema,
    ValidationError,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from orderflow.order.values import Value

if TYPE_CHECKING:
    from pydantic import ModelWrapValidatorHandler, SerializationInfo, SerializerFunctionWrapHandler
    from pydantic_core import ErrorDetails

LONGEST: Final = 20_000
"""Characters of the longest confidential value."""

DIGESTED: Final = "orderflow-digest"
"""In the context of a serialisation: the function that stands in for a value in a digest."""

KeyId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""Name of a key: says nothing about the person, and is never given twice."""

Box = Annotated[
    str, Field(pattern=r"^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$")
]
"""Base64 of nonce, ciphertext and tag."""


class Plain:
    """What somebody said, in the clear. It is shown to nobody who does not `reveal` it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Take the text.

        Raises:
            ValueError: It is empty, longer than 20 000 characters, or half a character.
        """
        if not 0 < len(text) <= LONGEST or not _is_whole(text):
            msg = f"a confidential value has 1 to {LONGEST} characters"
            raise ValueError(msg)
        self._text = text

    def reveal(self) -> str:
        """Return the text."""
        return self._text

    def __repr__(self) -> str:
        return "Plain(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plain) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __copy__(self) -> Plain:
        return self

    def __deepcopy__(self, _memo: object) -> Plain:
        return self

    def __reduce__(self) -> NoReturn:
        msg = "what is confidential is not pickled in the clear"
        raise TypeError(msg)


class Sealed(Value):
    """What the log keeps of a confidential value; nobody reads it without the key.

    Attributes:
        key: Which key opens it.
        box: Nonce, ciphertext and tag.
    """

    key: KeyId
    box: Box


def _written(value: Any, handler: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:  # noqa: ANN401 - whatever pydantic makes of it
    if not isinstance(value, Plain):
        return handler(value)
    stand_in = (info.context or {}).get(DIGESTED)
    if stand_in is None:
        msg = "what is confidential is not written in the clear"
        raise ValueError(msg)
    return stand_in(value)


def _is_whole(text: str) -> bool:
    """Tell whether it can be written: half a surrogate pair cannot."""
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def _as_spoken(given: object) -> Plain | Sealed:
    if isinstance(given, Plain | Sealed):
        return given
    try:
        if isinstance(given, str):
            return Plain(given)
    except ValueError:
        pass
    kind, msg = "confidential", "must be a text of 1 to {longest} characters"
    raise PydanticCustomError(kind, msg, {"longest": LONGEST})


def _sealed_schema(_source: object, handler: Any) -> core_schema.CoreSchema:  # noqa: ANN401 - of pydantic
    """In Python either form; in JSON, and so in a log, what is sealed and nothing else."""
    sealed = handler.generate_schema(Sealed)
    return core_schema.json_or_python_schema(
        json_schema=sealed,
        python_schema=core_schema.union_schema([core_schema.is_instance_schema(Plain), sealed]),
        serialization=core_schema.wrap_serializer_function_ser_schema(
            _written, info_arg=True, schema=sealed
        ),
    )


def _spoken_schema(_source: object, handler: Any) -> core_schema.CoreSchema:  # noqa: ANN401 - of pydantic
    """In JSON a text; in Python also what is sealed, so that a recorded act can be judged again."""
    return core_schema.json_or_python_schema(
        json_schema=core_schema.no_info_after_validator_function(
            _as_spoken, core_schema.str_schema(min_length=1, max_length=LONGEST)
        ),
        python_schema=core_schema.no_info_plain_validator_function(_as_spoken),
        serialization=core_schema.wrap_serializer_function_ser_schema(
            _written, info_arg=True, schema=handler.generate_schema(Sealed)
        ),
    )


Confidential: TypeAlias = Annotated[Sealed | Plain, GetPydanticSchema(_sealed_schema)]
"""A confidential value as a field of an event."""

Spoken: TypeAlias = Annotated[Plain | Sealed, GetPydanticSchema(_spoken_schema)]
"""A confidential value as a field of a command; a plain `str` becomes a `Plain`."""


class Discreet(Value):
    """Base of the commands that say something confidential: an error shows none of their input."""

    @model_validator(mode="wrap")
    @classmethod
    def _shows_no_input(
        cls,
        given: object,
        handler: ModelWrapValidatorHandler[Self],
        info: ValidationInfo,
    ) -> Self:
        try:
            if info.mode == "python":
                return handler(given)
            return cls._from_json(given)
        except ValidationError as error:
            faults = error.errors(include_input=False, include_url=False)
        # Raised here, so that the error with the input is not its context.
        told = [InitErrorDetails(type=_told(one), loc=one["loc"], input=None) for one in faults]
        raise ValidationError.from_exception_data(cls.__name__, told, hide_input=True)

    @classmethod
    def _from_json(cls, given: object) -> Self:
        # What came as JSON is read as JSON again; the handler would take it for Python.
        read = _twin(cls).model_validate_json(json.dumps(given))
        return cast("Self", cls.model_construct(read.model_fields_set, **dict(read)))


@cache
def _twin(model: type[Value]) -> type[Value]:
    """Return a model of the same form that does not stand in its own way."""
    fields: dict[str, Any] = {
        name: (field.annotation, field) for name, field in model.model_fields.items()
    }
    twin: type[Value] = create_model(model.__name__, __base__=Value, **fields)
    return twin


def _told(fault: ErrorDetails) -> PydanticCustomError:
    """Return a fault by the same name and message."""
    return PydanticCustomError(fault["type"], fault["msg"], fault.get("ctx"))


@cache
def confidential_fields(model: type[Value]) -> tuple[str, ...]:
    """Return the names of the fields of a command or event that are confidential."""
    return tuple(
        name for name, field in model.model_fields.items() if field.annotation == Sealed | Plain
    )
