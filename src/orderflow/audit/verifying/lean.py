"""Reads payloads into lean twins of the models: the same fields and values, a fifth of the time.

Keeps one rule: a twin accepts nothing that its model refuses, and reads what it accepts as the
model does. What a twin refuses says nothing; the model must then be asked. Tests hold both
against every byte that can be changed.

Known difference: a moment with more than six digits after its second is rounded by one and cut
off by the other. No writer of ours writes such a moment.

Needs `msgspec`, which the extra `audit` brings; without it every payload is read by its model.
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from orderflow.audit.verifying.twins import (
    NoTwin,
    is_model,
    msgspec,
    own_value,
    pattern_of,
    twin_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

_WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")
"""What every pattern of the models accepts: the strictest of them, for names of terms."""

_REFERENCE_PATTERN: Final = "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$"
_REFERENCE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")

_KEPT_AT_MOST: Final = 50_000


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
    twin = twin_of(envelope, alone=False)
    decode: Callable[[bytes], Any] = msgspec.json.Decoder(twin, dec_hook=own_value).decode
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
        pattern = pattern_of(field)
        if pattern is not None and (pattern == _REFERENCE_PATTERN) is reference:
            yield before + name
        if is_model(field.annotation):
            yield from _texts(field.annotation, reference=reference, before=f"{before}{name}.")
