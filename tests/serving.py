"""A service in the hands of a test: callers of any role, and requests without a socket."""

from __future__ import annotations

from contextlib import closing, contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from starlette.testclient import TestClient

from orderflow.api import Limits, Settings, Tokens, app_of
from orderflow.api.accesses.log import MemoryAccesses
from orderflow.api.building import service as built
from orderflow.api.issuer import AUDIENCE, ISSUER, LocalIssuer
from orderflow.api.serving import listening, server
from orderflow.store import ProtectionOrders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx2

    from orderflow.api import LedgerOfLog, Service

PLENTY = Limits(requests_per_second=1e6, burst=1_000_000, strangers_per_second=1e6)
"""Limits that no test meets by accident."""

CAST: dict[str, dict[str, Any]] = {
    "council": {"role": "local_authority", "office": "council-1"},
    "court": {"role": "court", "office": "court-1"},
    "officer": {"role": "court_officer", "office": "court-1"},
    "server": {"role": "process_server", "office": "server-1"},
    "police": {"role": "police", "office": "police-1"},
    "guard": {"role": "border_guard", "office": "gate-1"},
    "rob": {"role": "respondent", "persons": ["rob"]},
    "ana": {"role": "protected_person", "persons": ["ana"]},
    "auditor": {"vouched": ["auditor"]},
}
"""Who calls, by a short name."""


class World:
    """A log, its service, and whoever calls it."""

    def __init__(
        self,
        orders: ProtectionOrders,
        *,
        settings: Settings | None = None,
        access_log: Path | None = None,
        ledger: LedgerOfLog | None = None,
    ) -> None:
        """Begin a service of a log."""
        self.orders = orders
        self.issuer = LocalIssuer()
        self.service: Service = built(
            orders,
            tokens=Tokens(self.issuer.keys, issuer=ISSUER, audience=AUDIENCE),
            access_log=access_log,
            ledger=ledger,
            settings=settings or Settings(limits=PLENTY, absent_after=0.0),
        )
        self.client = TestClient(app_of(self.service), raise_server_exceptions=False)

    def token(self, who: str | dict[str, Any], subject: str = "somebody") -> str:
        """Return a token for one of the cast, or for what a claim says."""
        said = CAST[who] if isinstance(who, str) else who
        return self.issuer.token(subject, {"purpose": "test", **said})

    def get(self, path: str, who: str | dict[str, Any], **headers: str) -> httpx2.Response:
        """Ask for something as somebody."""
        return self.client.get(path, headers=self._headers(who, headers))

    def post(
        self,
        path: str,
        who: str | dict[str, Any],
        body: object,
        *,
        key: str | None = None,
        match: str = "*",
        **headers: str,
    ) -> httpx2.Response:
        """Send something as somebody, under a new key unless one is given."""
        sent = {"Idempotency-Key": key or str(uuid4()), "If-Match": match, **headers}
        return self.client.post(path, json=body, headers=self._headers(who, sent))

    def act(
        self,
        order_id: UUID | str,
        who: str | dict[str, Any],
        body: object,
        *,
        key: str | None = None,
        match: str = "*",
        **headers: str,
    ) -> httpx2.Response:
        """Act on an order as somebody."""
        return self.post(
            f"/v1/orders/{order_id}/commands", who, body, key=key, match=match, **headers
        )

    def _headers(self, who: str | dict[str, Any], more: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(who)}", **more}

    @property
    def looks(self) -> list[bytes]:
        """What the access log in memory holds."""
        assert isinstance(self.service.accesses, MemoryAccesses)
        return self.service.accesses.entries


@contextmanager
def running(world: World) -> Iterator[int]:
    """Serve on a real socket of this machine, and yield its port."""
    instance = server(app_of(world.service), world.service)
    with closing(listening("127.0.0.1", 0)) as socket:
        thread = Thread(target=instance.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        try:
            yield socket.getsockname()[1]
        finally:
            instance.should_exit = True
            thread.join(10)


REQUEST: dict[str, Any] = {
    "occurred_at": "2025-03-03T09:00:00Z",
    "regime": "uk-ew-fmpo@2014",
    "harms": ["forced_marriage"],
    "protected_persons": [{"id": "ana", "age": "16_17"}],
    "respondents": [{"id": "rob", "age": "adult"}],
    "case_reference": "fam/2025/17",
    "without_notice": True,
}
GRANT: dict[str, Any] = {
    "type": "GrantOrder",
    "occurred_at": "2025-03-03T12:00:00Z",
    "terms": [{"id": "t1", "kind": "prohibition", "subject": "no_contact", "binds": ["rob"]}],
    "duration": {"kind": "open_ended"},
    "without_notice": True,
}
SERVE: dict[str, Any] = {
    "type": "ServeOrder",
    "occurred_at": "2025-03-04T09:00:00Z",
    "person": "rob",
    "version": 1,
    "method": "personal",
}
REPORT: dict[str, Any] = {
    "type": "ReportIncident",
    "occurred_at": "2025-03-05T11:00:00Z",
    "incident": "i1",
    "person": "rob",
    "term": "t1",
    "conduct_at": "2025-03-05T09:00:00Z",
}
REFER: dict[str, Any] = {
    "type": "ReferIncident",
    "occurred_at": "2025-03-05T12:00:00Z",
    "incident": "i1",
}


def filed(world: World, *, granted: bool = True, served: bool = False) -> UUID:
    """File an order, have it made and perhaps served, all over HTTP; return its id."""
    answer = world.post("/v1/orders", "council", REQUEST)
    assert answer.status_code == 201, answer.text
    order_id = UUID(answer.json()["order_id"])
    if granted:
        assert world.act(order_id, "court", GRANT).status_code == 200
    if served:
        assert world.act(order_id, "server", SERVE).status_code == 200
    return order_id
