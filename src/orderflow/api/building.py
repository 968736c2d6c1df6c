"""Builds a service from a log and what an embedding application says of its tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.api.accesses.log import AccessFile, MemoryAccesses
from orderflow.api.mounting import app_of, router_of
from orderflow.api.service import Service
from orderflow.api.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import APIRouter, FastAPI

    from orderflow.api.accesses.log import AccessLog
    from orderflow.api.service import LedgerOfLog
    from orderflow.api.tokens import Tokens
    from orderflow.api.tracing import Tracing
    from orderflow.store import ProtectionOrders


def service(
    orders: ProtectionOrders,
    *,
    tokens: Tokens,
    access_log: Path | None = None,
    ledger: LedgerOfLog | None = None,
    settings: Settings | None = None,
    tracing: Tracing | None = None,
) -> Service:
    """Return the service of a log; the caller goes on to own the log, and closes it.

    An application that includes its routes closes the service when it ends; otherwise, and where
    it is only mounted below another, whoever has the service calls its `close`.

    Args:
        orders: The log.
        tokens: Whose tokens are believed.
        access_log: File that keeps who saw what; None keeps it in memory, for tests alone.
        ledger: The ledger of the log, where checkpoints and proofs are to be had.
        settings: Limits and the rest; by default those of `Settings`.
        tracing: Where traces go, such as `telemetry.Telemetry(provider)`; nowhere by default.

    Raises:
        EventLogError: The access log cannot be opened.
    """
    accesses: AccessLog = MemoryAccesses() if access_log is None else AccessFile.open(access_log)
    chosen = settings or Settings()
    return Service(orders, tokens, accesses, chosen, ledger=ledger, tracing=tracing)


def router(
    orders: ProtectionOrders,
    *,
    tokens: Tokens,
    access_log: Path | None = None,
    ledger: LedgerOfLog | None = None,
    settings: Settings | None = None,
    tracing: Tracing | None = None,
) -> APIRouter:
    """Return the routes below `/v1` for another FastAPI application; takes what `service` does."""
    return router_of(
        service(
            orders,
            tokens=tokens,
            access_log=access_log,
            ledger=ledger,
            settings=settings,
            tracing=tracing,
        )
    )


def app(
    orders: ProtectionOrders,
    *,
    tokens: Tokens,
    access_log: Path | None = None,
    ledger: LedgerOfLog | None = None,
    settings: Settings | None = None,
    tracing: Tracing | None = None,
) -> FastAPI:
    """Return an application of its own: the routes and `/health`; takes what `service` does."""
    return app_of(
        service(
            orders,
            tokens=tokens,
            access_log=access_log,
            ledger=ledger,
            settings=settings,
            tracing=tracing,
        )
    )
