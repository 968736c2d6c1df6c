"""The same case as a plain aggregate of the `eventsourcing` library, in its own `@event` style.

It keeps the same facts and the same envelope, and checks and decides nothing.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteDatastore

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from orderflow.store import RecordedEvent

Facts = dict[str, Any]


class StockOrder(Aggregate):
    """An order as a stock aggregate."""

    @event("OrderRequested")
    def __init__(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Ask for an order."""
        self.state = "requested"
        self.request = facts
        self.versions: list[Facts] = []
        self.notices: list[Facts] = []
        self.bindings: list[Facts] = []
        self.incidents: dict[str, Facts] = {}

    @event("OrderGranted")
    def grant(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Make it."""
        self.state = "granted"
        self.versions.append(facts)

    @event("ReturnHearingListed")
    def list_return_hearing(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """List the hearing."""
        self.return_hearing = facts

    @event("OrderSealed")
    def seal(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Seal it."""
        self.sealed = facts

    @event("PoliceNotified")
    def notify_police(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Tell the police."""
        self.notices.append(facts)

    @event("OrderServed")
    def serve(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Serve it."""
        self.state = "served"
        self.bindings.append(facts)

    @event("IncidentReported")
    def report(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Report a breach."""
        self.state = "breached"
        self.incidents[facts["incident"]] = facts

    @event("IncidentReferred")
    def refer(self, envelope: Facts, facts: Facts) -> None:  # noqa: ARG002 - kept in the event
        """Refer a breach."""
        self.state = "referred"
        self.incidents[facts["incident"]] = facts


METHODS = {
    "OrderGranted": StockOrder.grant,
    "ReturnHearingListed": StockOrder.list_return_hearing,
    "OrderSealed": StockOrder.seal,
    "PoliceNotified": StockOrder.notify_police,
    "OrderServed": StockOrder.serve,
    "IncidentReported": StockOrder.report,
    "IncidentReferred": StockOrder.refer,
}


def facts_of(item: RecordedEvent) -> tuple[Facts, Facts]:
    """Return envelope and facts of an event as a user of the stock library keeps them.

    Moments and ids stay what they are, as the library has transcodings for them; words become
    text, and what has parts becomes a dictionary.
    """
    envelope = {
        "event_id": item.event_id,
        "command_id": item.command_id,
        "actor": item.actor.model_dump(),
        "causation_id": item.causation_id,
        "correlation_id": item.correlation_id,
    }
    return _plain(envelope), _plain(item.event.model_dump())


def live(app: Application[UUID], history: Iterable[RecordedEvent]) -> UUID:
    """Record the same history in a stock application, and return the id of its aggregate."""
    first, *others = history
    order = StockOrder(*facts_of(first))
    for item in others:
        METHODS[type(item.event).__name__](order, *facts_of(item))
    app.save(order)
    return order.id


def stock_application(path: Path, *, synchronous: str | None = None) -> Application[UUID]:
    """Return a stock application on an SQLite file of its own.

    Args:
        path: The file.
        synchronous: Sets SQLite's `synchronous` on every connection; None leaves the default.
    """
    env = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)}
    app = Application[UUID](env)
    if synchronous is not None:
        datastore = app.factory.datastore  # type: ignore[attr-defined]
        assert isinstance(datastore, SQLiteDatastore)
        datastore.pool.close()
        datastore.pool = _DurablePool(db_name=str(path))
    return app


class _DurablePool(SQLiteConnectionPool):
    def _create_connection(self) -> SQLiteConnection:
        connection = super()._create_connection()
        connection._sqlite_conn.execute("PRAGMA synchronous = FULL").close()
        return connection


def _plain(value: Any) -> Any:  # noqa: ANN401
    match value:
        case Enum():
            return value.value
        case dict():
            return {key: _plain(part) for key, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case datetime() | UUID():
            return value
        case _:
            return value
