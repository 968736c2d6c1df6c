"""What an error of the library is to a caller of the service."""

from __future__ import annotations

from typing import Final

from pydantic import ValidationError

from orderflow import errors as e
from orderflow.api.problems import Fault, Kind, Problem

_OF_COMPETENCE: Final = frozenset({"not_competent", "no_standing"})
_RETRY: Final = {"Retry-After": "1"}
_LATER: Final = frozenset(
    {Kind.BUSY, Kind.OUTCOME_UNKNOWN, Kind.STORE_UNAVAILABLE, Kind.KEY_STORE_UNAVAILABLE}
)
_SHOWN_AT_MOST: Final = 20

_KINDS: Final[tuple[tuple[type[Exception], Kind], ...]] = (
    (e.CommandIdReused, Kind.IDEMPOTENCY_KEY_REUSED),
    (e.OrderChanged, Kind.ORDER_CHANGED),
    (e.ConcurrentChange, Kind.BUSY),
    (e.OrderNotFound, Kind.ORDER_NOT_FOUND),
    (e.UnknownRegime, Kind.REGIME_NOT_FOUND),
    (e.NotCovered, Kind.PROOF_NOT_FOUND),
    (e.OutcomeUnknown, Kind.OUTCOME_UNKNOWN),
    (e.StoreUnavailable, Kind.STORE_UNAVAILABLE),
    (e.KeysNeeded, Kind.KEYS_NEEDED),
    (e.DataErased, Kind.DATA_ERASED),
    (e.KeyStoreError, Kind.KEY_STORE_UNAVAILABLE),
    (e.NoKey, Kind.KEY_STORE_UNAVAILABLE),
    (e.EventLogError, Kind.RECORD_NOT_READABLE),
    (e.LedgerError, Kind.RECORD_NOT_READABLE),
)


def problem_of(error: Exception) -> Problem:
    """Return the problem that an error is; one that nobody foresaw is a defect."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, e.CommandRejected):
        return _refusal(error)
    if isinstance(error, ValidationError):
        return invalid(error)
    kind = next((kind for cause, kind in _KINDS if isinstance(error, cause)), Kind.DEFECT)
    return Problem(kind, headers=_RETRY if kind in _LATER else None)


def _refusal(error: e.CommandRejected) -> Problem:
    """Return a refusal by the law: 403 where somebody else must act, 409 otherwise."""
    problem = Problem(Kind.DEFECT)
    problem.code = error.code
    problem.status = 403 if error.code in _OF_COMPETENCE else 409
    problem.title = (error.sentence, error.sentence_nl)
    problem.law = error.law
    problem.question = error.question if isinstance(error, e.NotDecided) else None
    return problem


def invalid(error: ValidationError, within: str = "") -> Problem:
    """Return which fields are wrong, without what stood in them.

    Args:
        error: What pydantic found.
        within: JSON pointer to what was checked.
    """
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if any(one["type"] == "json_invalid" for one in found):
        return Problem(Kind.NOT_WELL_FORMED)
    faults = tuple(
        Fault(within + "".join(f"/{_escaped(part)}" for part in one["loc"]), _said(one["msg"]))
        for one in found[:_SHOWN_AT_MOST]
    )
    return Problem(Kind.NOT_VALID, faults=faults)


def _escaped(part: str | int) -> str:
    # A name that somebody put in by mistake may be anything, and is cut short.
    return str(part)[:64].replace("~", "~0").replace("/", "~1")


def _said(message: str) -> str:
    return message.removeprefix("Value error, ")
