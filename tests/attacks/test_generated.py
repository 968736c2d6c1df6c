"""Requests that a machine makes up from the description of the interface."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from orderflow.api import app_of
from orderflow.api.description import description
from orderflow.store import ProtectionOrders
from tests.serving import World, filed

if TYPE_CHECKING:
    from typing import Any

    from schemathesis import Case

WORLD = World(ProtectionOrders.open(clock=lambda: datetime(2025, 3, 17, 12, tzinfo=UTC)))
ORDER = filed(WORLD, served=True)
APP = app_of(WORLD.service)
# A stream of events ends at once when the service is about to stop.
WORLD.service.draining = True

schema = schemathesis.openapi.from_dict(description())
schema.app = APP

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)


@schema.parametrize()
@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_what_is_made_up_is_answered_as_described(case: Case[Any]) -> None:
    """Whatever is sent, the answer is one that the description names, in the form it names."""
    if "order_id" in (case.path_parameters or {}):
        case.path_parameters["order_id"] = str(ORDER)
    who = "auditor" if "ledger" in case.path or "audit" in case.path else "court"
    headers = {"Authorization": f"Bearer {WORLD.token(who)}"}
    case.call_and_validate(headers=headers, checks=list(CHECKS))
