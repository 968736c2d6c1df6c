"""Everything the service answers when it does not do what was asked (RFC 9457).

Each problem has a stable code, an HTTP status and one plain sentence in English and Dutch. A
refusal by the law keeps the code, sentence and sources that the library gives it. No problem holds
personal data, and none says more to somebody than what they may know: an order that they may not
see is `order_not_found`, byte for byte as one that does not exist.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.api.wording import WORDING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE: Final = "application/problem+json"

TYPE_PREFIX: Final = "urn:orderflow:problem:"
"""A problem's `type` is this and its code: a name, not an address that could be gone one day."""


class Kind(StrEnum):
    """Every problem of the service itself, by its code; refusals by the law come on top."""

    IDEMPOTENCY_KEY_MISSING = "idempotency_key_missing"
    NOT_WELL_FORMED = "not_well_formed"
    CURSOR_NOT_VALID = "cursor_not_valid"
    TOKEN_MISSING = "token_missing"  # noqa: S105 - a name of a problem
    TOKEN_NOT_VALID = "token_not_valid"  # noqa: S105 - a name of a problem
    ROLE_NOT_PERMITTED = "role_not_permitted"
    NOT_YOU = "not_you"
    NOT_FOUND = "not_found"
    ORDER_NOT_FOUND = "order_not_found"
    REGIME_NOT_FOUND = "regime_not_found"
    PROOF_NOT_FOUND = "proof_not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    REQUEST_TIMEOUT = "request_timeout"
    ASK_THE_COURT = "ask_the_court"
    ORDER_CHANGED = "order_changed"
    BODY_TOO_LARGE = "body_too_large"
    MEDIA_TYPE_NOT_SUPPORTED = "media_type_not_supported"
    HOST_NOT_SERVED = "host_not_served"
    NOT_VALID = "not_valid"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    IF_MATCH_NEEDED = "if_match_needed"
    TOO_MANY_REQUESTS = "too_many_requests"
    HEADERS_TOO_LARGE = "headers_too_large"
    DEFECT = "defect"
    RECORD_NOT_READABLE = "record_not_readable"
    NOT_OFFERED = "not_offered"
    KEYS_NEEDED = "keys_needed"
    DATA_ERASED = "data_erased"
    KEY_STORE_UNAVAILABLE = "key_store_unavailable"
    OUTCOME_UNKNOWN = "outcome_unknown"
    STORE_UNAVAILABLE = "store_unavailable"
    ACCESS_NOT_LOGGED = "access_not_logged"
    KEYS_UNAVAILABLE = "keys_unavailable"
    TOOK_TOO_LONG = "took_too_long"
    BUSY = "busy"


STATUSES: Final[Mapping[Kind, int]] = {
    Kind.IDEMPOTENCY_KEY_MISSING: 400,
    Kind.NOT_WELL_FORMED: 400,
    Kind.CURSOR_NOT_VALID: 400,
    Kind.TOKEN_MISSING: 401,
    Kind.TOKEN_NOT_VALID: 401,
    Kind.ROLE_NOT_PERMITTED: 403,
    Kind.NOT_YOU: 403,
    Kind.NOT_FOUND: 404,
    Kind.ORDER_NOT_FOUND: 404,
    Kind.REGIME_NOT_FOUND: 404,
    Kind.PROOF_NOT_FOUND: 404,
    Kind.METHOD_NOT_ALLOWED: 405,
    Kind.REQUEST_TIMEOUT: 408,
    Kind.ASK_THE_COURT: 409,
    Kind.ORDER_CHANGED: 412,
    Kind.BODY_TOO_LARGE: 413,
    Kind.MEDIA_TYPE_NOT_SUPPORTED: 415,
    Kind.HOST_NOT_SERVED: 421,
    Kind.NOT_VALID: 422,
    Kind.IDEMPOTENCY_KEY_REUSED: 422,
    Kind.IF_MATCH_NEEDED: 428,
    Kind.TOO_MANY_REQUESTS: 429,
    Kind.HEADERS_TOO_LARGE: 431,
    Kind.DEFECT: 500,
    Kind.RECORD_NOT_READABLE: 500,
    Kind.NOT_OFFERED: 404,
    Kind.KEYS_NEEDED: 409,
    Kind.DATA_ERASED: 409,
    Kind.KEY_STORE_UNAVAILABLE: 503,
    Kind.OUTCOME_UNKNOWN: 503,
    Kind.STORE_UNAVAILABLE: 503,
    Kind.ACCESS_NOT_LOGGED: 503,
    Kind.KEYS_UNAVAILABLE: 503,
    Kind.TOOK_TOO_LONG: 503,
    Kind.BUSY: 503,
}
"""The HTTP status of each."""


class Fault(NamedTuple):
    """One field of a request that is wrong.

    Attributes:
        where: JSON pointer into the body, or the name of a parameter or header.
        what: What is wrong with it, without the value.
    """

    where: str
    what: str


class Problem(Exception):
    """Something asked for is not done, for a reason that the caller may know.

    Attributes:
        code: Stable code.
        status: HTTP status.
        title: What is the case, in English and Dutch.
        law: Source keys that it rests on.
        faults: Fields that are wrong.
        headers: Headers that go with it.
        question: The open question, where the law is not decided.
    """

    def __init__(
        self,
        kind: Kind,
        *,
        faults: tuple[Fault, ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Take one of the service's own problems; see also `refusal`."""
        super().__init__(kind.value)
        self.code: str = kind.value
        self.status = STATUSES[kind]
        self.title = WORDING[kind]
        self.law: tuple[str, ...] = ()
        self.faults = faults
        self.headers = dict(headers or {})
        self.question: str | None = None
