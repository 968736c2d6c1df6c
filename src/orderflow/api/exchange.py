"""One request and its answer, as the work on it sees them: no framework, no socket."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple, NoReturn
from uuid import UUID

from pydantic import BaseModel, ValidationError

from orderflow.api.problems import Fault, Kind, Problem
from orderflow.api.refusals import invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orderflow.api.accesses.entry import Access
    from orderflow.api.callers import Caller
    from orderflow.api.language import Language
    from orderflow.api.streaming import Place

JSON: Final = "application/json"

_ORDER_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Asked(NamedTuple):
    """What somebody asks.

    Attributes:
        operation: Which route.
        caller: Who.
        language: In which language they read.
        path: The parts of the path that vary.
        query: The query, each name once.
        headers: The headers, each name in small letters with every value it was sent with.
        body: The body, whole.
        prefix: Where the interface is mounted, such as `` or `/justice`.
        turn: What `OrderIndex.turn` was when they asked; None for the moment of the work.
        note: Begins to log a look while the work goes on; the answer waits for it.
    """

    operation: str
    caller: Caller
    language: Language
    path: Mapping[str, str]
    query: Mapping[str, str]
    headers: Mapping[str, tuple[str, ...]]
    body: bytes
    prefix: str = ""
    turn: int | None = None
    note: Callable[[Access], None] | None = None

    @property
    def order_id(self) -> UUID:
        """The order that the path names.

        Raises:
            Problem: `order_not_found`: it is no id, and so none of an order.
        """
        written = self.path["order_id"]
        if _ORDER_ID.fullmatch(written) is None:
            raise Problem(Kind.ORDER_NOT_FOUND)
        return UUID(written)

    def looked(self, access: Access) -> None:
        """Begin to log a look; the answer, or the refusal, waits until it is on record."""
        if self.note is not None:
            self.note(access)

    def header(self, name: str) -> str | None:
        """Return the value of a header that may be sent once.

        Raises:
            Problem: `not_well_formed`: it was sent more than once.
        """
        values = self.headers.get(name, ())
        if len(values) > 1:
            raise Problem(Kind.NOT_WELL_FORMED, faults=(Fault(name, "sent more than once"),))
        return values[0] if values else None

    def question(self, form: type[BaseModel]) -> Any:  # noqa: ANN401 - an instance of `form`
        """Return the body as a form.

        Raises:
            Problem: `not_well_formed` or `not_valid`.
        """
        try:
            return form.model_validate_json(self.body)
        except ValidationError as error:
            raise invalid(error) from None

    def parameters(self, form: type[BaseModel]) -> Any:  # noqa: ANN401 - an instance of `form`
        """Return the query as a form; names that it does not know are refused.

        Raises:
            Problem: `not_valid`.
        """
        try:
            return form.model_validate_strings(dict(self.query))
        except ValidationError as error:
            problem = invalid(error)
            problem.faults = tuple(
                Fault(fault.where.removeprefix("/"), fault.what) for fault in problem.faults
            )
            raise problem from None


class Answer(NamedTuple):
    """What is answered.

    Attributes:
        content: The body.
        status: HTTP status.
        headers: Headers of this answer alone.
        looks: What of the record it lets the caller see; logged before it is sent.
        media_type: What the content is.
        problem: What is answered instead, once the looks are logged.
        stream: From where on events follow, where the answer goes on.
        unhurried: Whether it waits, so that it takes as long whatever was kept from the caller.
    """

    content: bytes
    status: int = 200
    headers: Mapping[str, str] = {}
    looks: tuple[Access, ...] = ()
    media_type: str = JSON
    problem: Problem | None = None
    stream: Place | None = None
    unhurried: bool = False


def document(
    model: BaseModel,
    *looks: Access,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return a form as an answer."""
    content = model.__pydantic_serializer__.to_json(model)
    return Answer(content, status, headers or {}, looks)


def parsed(body: bytes) -> dict[str, Any]:
    """Return a JSON object of which no name stands twice.

    Raises:
        Problem: `not_well_formed`.
    """
    try:
        found = json.loads(body, object_pairs_hook=_each_once, parse_constant=_refused)
    except (ValueError, RecursionError):
        raise Problem(Kind.NOT_WELL_FORMED) from None
    if not isinstance(found, dict):
        raise Problem(Kind.NOT_WELL_FORMED, faults=(Fault("", "must be an object"),))
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        msg = "a name stands twice"
        raise ValueError(msg)
    return found


def _refused(_constant: str) -> NoReturn:
    msg = "not a JSON number"
    raise ValueError(msg)
