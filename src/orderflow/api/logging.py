"""Structured logs: one JSON object a line, and nothing in it that says who or which order."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from orderflow.api.operations import Operation

LOGGER: Final = logging.getLogger("orderflow.api")
OTHERS: Final = ("uvicorn.error", "asyncio")
"""Who else may have something to say in the process of a service."""

_FAILED: Final = 500


def request_logged(
    operation: Operation,
    named: tuple[str, str | None],
    status: int,
    seconds: float,
    failure: Exception | None,
) -> None:
    """Log one answered request: its route as declared, never its path, query or body.

    Of a failure only the class and the place in the code are logged; its words could quote what
    somebody sent.

    Args:
        operation: The route.
        named: Id of the request, and of its trace where it is traced.
        status: HTTP status of the answer.
        seconds: How long it took.
        failure: What failed, where the fault is ours.
    """
    level = logging.ERROR if status >= _FAILED else logging.INFO
    if not LOGGER.isEnabledFor(level):
        return
    said: dict[str, object] = {
        "request": named[0],
        "operation": operation.name,
        "method": operation.method,
        "route": f"/v1{operation.path}",
        "status": status,
        "ms": round(seconds * 1000, 2),
    }
    if named[1] is not None:
        said["trace"] = named[1]
    if failure is not None:
        said |= {"failure": type(failure).__name__, "at": _place_of(failure)}
    LOGGER.log(level, "answered", extra={"said": said})


def _place_of(failure: BaseException) -> str:
    place = failure.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return ""
    code = place.tb_frame.f_code
    return f"{code.co_filename.rpartition('orderflow/')[2]}:{place.tb_lineno} {code.co_name}"


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = getattr(record, "said", {})
        # Of what others say the first line is enough; further ones may quote an error.
        event = record.getMessage().partition("\n")[0]
        line = {"at": at, "level": record.levelname.lower(), "event": event, **said}
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to(stream: TextIO | None = None) -> None:
    """Send the logs of the service to a stream, standard output by default.

    So are those of the server and of the event loop: left to themselves they would write the words
    of an error, which could quote what somebody sent.
    """
    handler = logging.StreamHandler(stream or sys.stdout)
    handler.setFormatter(JsonLines())
    LOGGER.handlers[:] = [handler]
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    for name in OTHERS:
        other = logging.getLogger(name)
        other.handlers[:] = [handler]
        other.setLevel(logging.WARNING)
        other.propagate = False
