"""Filing an order, and commands on one.

Who acts comes from the token. A body may repeat it and can add nothing; it cannot choose the id of
an order, nor name another order than the path.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from pydantic import ValidationError

from orderflow.api.exchange import Answer, document, parsed
from orderflow.api.problems import Fault, Kind, Problem
from orderflow.api.refusals import invalid, problem_of
from orderflow.api.seeing import current_look, look_to_act
from orderflow.api.shapes import Recorded
from orderflow.api.told import refused_by_what_was_told
from orderflow.errors import (
    CommandRejected,
    EventLogError,
    OrderChanged,
    OrderflowError,
    PrivacyError,
)
from orderflow.order import commands as c
from orderflow.order.confidential import confidential_fields

if TYPE_CHECKING:
    from orderflow.api.exchange import Asked
    from orderflow.api.seeing import Looked
    from orderflow.api.service import Service
    from orderflow.order.commands import Command
    from orderflow.store import Recorded as StoreRecorded

_COMMAND_IDS: Final = UUID("0b9d3c52-6d1f-5f57-8d4e-0d9f7a6c2b11")
"""Namespace in which a command's id follows from who sent it and their own key for it."""

_KEY: Final = re.compile(r'"([\x21\x23-\x5b\x5d-\x7e]{1,100})"|([\x21\x23-\x5b\x5d-\x7e]{1,100})')
_TAG: Final = re.compile(r'\*|"[\x21\x23-\x7e]{1,64}"')
_NO_VERSION: Final = -1
_AGAIN: Final = 5


def file_order(service: Service, asked: Asked) -> Answer:
    """File a request for an order; the answer says where it is."""
    body = parsed(asked.body)
    if body.pop("type", "RequestOrder") != "RequestOrder":
        raise Problem(Kind.NOT_VALID, faults=(Fault("/type", "must be RequestOrder"),))
    if "order_id" in body:
        what = "the service chooses the id of an order"
        raise Problem(Kind.NOT_VALID, faults=(Fault("/order_id", what),))
    command = _command(c.RequestOrder, body, asked)
    recorded = _handled(service, command, _command_id(asked))
    answer = _recorded(service, asked, recorded)
    where = {"Location": f"{asked.prefix}/v1/orders/{recorded.order_id}"}
    return answer._replace(status=201, headers={**answer.headers, **where})


def command_order(service: Service, asked: Asked) -> Answer:
    """Handle a command on an order.

    Whoever decided on an older version than the last is told so, unless their request is a
    repetition of one that was handled: that gives its first result.
    """
    order_id = asked.order_id
    body = parsed(asked.body)
    kind = _kind(body.pop("type", None))
    _must_be_sealable(service, kind)
    named = body.pop("order_id", str(order_id))
    if named != str(order_id):
        raise Problem(Kind.NOT_VALID, faults=(Fault("/order_id", "not the order of the path"),))
    command = _command(kind, {**body, "order_id": str(order_id)}, asked)
    command_id, tag = _command_id(asked), _if_match(asked)
    noted = False
    for _ in range(_AGAIN):
        looked = look_to_act(service, asked.caller, order_id)
        if not looked.allowed:
            return looked.refused
        if not noted:
            # Both are made durable at the same time, and the answer waits for both.
            asked.looked(looked.access)
            noted = True
        refused_by_what_was_told(service, looked, command, command_id)
        try:
            recorded = _handled(service, command, command_id, _expected(looked, tag))
        except OrderChanged:
            if _expected(look_to_act(service, asked.caller, order_id), tag) == _NO_VERSION:
                return Answer(b"", problem=Problem(Kind.ORDER_CHANGED))
            continue
        except (CommandRejected, PrivacyError) as error:
            return Answer(b"", problem=_outward(looked, error))
        return _recorded(service, asked, recorded)
    raise Problem(Kind.BUSY, headers={"Retry-After": "1"})


def _handled(
    service: Service, command: Command, command_id: UUID, expected: int | None = None
) -> StoreRecorded:
    """Handle a command, and let a trace show its kind and whether it was recorded.

    Why it was refused is not in the trace: whoever reads traces may be somebody to whom the answer
    does not say it (N5).
    """
    with service.tracing.command(type(command).__name__) as traced:
        try:
            recorded = service.orders.handle(
                command, command_id=command_id, expected_version=expected
            )
        except OrderflowError as error:
            traced.ended("failed" if isinstance(error, EventLogError) else "refused")
            raise
        traced.ended("repeated" if recorded.repeated else "recorded")
        return recorded


def _outward(looked: Looked, error: CommandRejected | PrivacyError) -> Problem:
    """Return a refusal as the caller may hear it.

    What somebody was told was asked first and did not refuse; so what refuses now is something
    that they were not told of, and they are only told whom to turn to (N5).
    """
    return Problem(Kind.ASK_THE_COURT) if looked.as_respondent else problem_of(error)


def _kind(name: object) -> type[Command]:
    kind = c.BY_NAME.get(name) if isinstance(name, str) else None
    if kind is None or not issubclass(kind, c.OrderCommand):
        what = "must be the name of a command on an order, such as GrantOrder"
        raise Problem(Kind.NOT_VALID, faults=(Fault("/type", what),))
    return kind


def _must_be_sealable(service: Service, kind: type[Command]) -> None:
    """Refuse what needs the keys of people where there are none, whatever the order.

    Asked before anything on record is, so that it tells nothing of it.

    Raises:
        Problem: `keys_needed`.
    """
    needed = kind is c.ErasePersonalData or confidential_fields(kind)
    if needed and not service.orders.seals:
        raise Problem(Kind.KEYS_NEEDED)


def _command(kind: type[Command], body: dict[str, Any], asked: Asked) -> Command:
    actor = asked.caller.acting(body.pop("actor", None))
    try:
        written = json.dumps({**body, "actor": actor.model_dump(mode="json")})
        return kind.model_validate_json(written)
    except ValidationError as error:
        raise invalid(error) from None


def _command_id(asked: Asked) -> UUID:
    """Return the id of the command: another for each caller, whatever keys they choose."""
    found = _KEY.fullmatch(asked.header("idempotency-key") or "")
    if found is None:
        raise Problem(Kind.IDEMPOTENCY_KEY_MISSING)
    return uuid5(_COMMAND_IDS, f"{asked.caller.key} {found[1] or found[2]}")


def _if_match(asked: Asked) -> str:
    values = asked.headers.get("if-match", ())
    if not values:
        raise Problem(Kind.IF_MATCH_NEEDED)
    if len(values) != 1 or _TAG.fullmatch(values[0].strip()) is None:
        what = "one entity tag in quotes, or *"
        raise Problem(Kind.NOT_WELL_FORMED, faults=(Fault("if-match", what),))
    return values[0].strip()


def _expected(looked: Looked, tag: str) -> int | None:
    """Return the version that the order must be at; one that it never is where the tag is old."""
    if tag == "*":
        return None
    matches = looked.decision.audiences and tag == looked.tag
    return len(looked.look.history) if matches else _NO_VERSION


def _recorded(service: Service, asked: Asked, recorded: StoreRecorded) -> Answer:
    """Return what was recorded, as far as the caller sees the order now."""
    looked = current_look(service, asked.caller, recorded.order_id)
    full = looked.allowed and not looked.as_respondent
    shown = Recorded(
        order_id=recorded.order_id,
        recorded_at=recorded.recorded_at,
        repeated=recorded.repeated,
        version=recorded.version if full else None,
        state=recorded.state if full else None,
        events=tuple(type(event).__name__ for event in recorded.events) if full else (),
    )
    headers = {"ETag": looked.tag} if looked.allowed else {}
    # That they acted stands in the log of orders; what they looked at was noted before.
    return document(shown, headers=headers)
