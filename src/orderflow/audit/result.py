"""What every answer of an audit is: frozen, typed, and the same as text and as JSON."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

T = TypeVar("T")


class Result(BaseModel):
    """Base of every answer: frozen, and closed to fields it does not know.

    Stable: a field is added, never changed or removed. Moments are in UTC.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Changed(Result, Generic[T]):
    """One thing as it was seen from one side, and from the other."""

    before: T
    after: T


class Learnt(Result, Generic[T]):
    """One thing as it was known before, if it was, and as it is known now."""

    before: T | None
    after: T
