"""`orderflow serve`: the HTTP service, until it is told to stop."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.logs import DEFAULT_LOG, place_of
from orderflow.cli.stopping import notes_shown, until_told
from orderflow.cli.tracing import tracing_as_told

if TYPE_CHECKING:
    from argparse import Namespace

    from fastapi import FastAPI

    from orderflow.api import LedgerOfLog, Limits, Service, Tokens
    from orderflow.api.issuer import LocalIssuer
    from orderflow.store import ProtectionOrders
    from orderflow.store.sealing import Sealer

_NEEDED: Final = frozenset({"fastapi", "starlette", "uvicorn", "httptools", "joserfc"})
_WARNING: Final = """\
================================================================================
  DEVELOPMENT ONLY: this server gives tokens to anybody who asks (POST /dev/token).
  Put no real order in it. It listens on this machine alone.
================================================================================"""


def run(arguments: Namespace) -> int:
    """Serve until a signal says to stop.

    Raises:
        WrongUse: The arguments do not fit together, or the extra `api` is not installed.
        EventLogError: A log cannot be opened.
    """
    try:
        return _run(arguments)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        msg = f"the service needs {error.name}: pip install 'orderflow[api]'"
        raise WrongUse(msg) from None


def _run(arguments: Namespace) -> int:
    from orderflow.api import Settings, app_of, service
    from orderflow.api.issuer import issuer_router

    issuer = _local_issuer(arguments)
    with ExitStack() as stack:
        keys = _keys(arguments, stack)
        orders = stack.enter_context(_opened(arguments, keys, development=issuer is not None))
        ledger = _ledger(arguments, stack)
        tracing, untraced = stack.enter_context(tracing_as_told(os.environ))
        settings = Settings(
            limits=_limits(arguments),
            origins=tuple(arguments.origin),
            hosts=_hosts(arguments),
            development=issuer is not None,
        )
        made = service(
            orders,
            tokens=_tokens(arguments, issuer),
            access_log=_access_log(arguments, development=issuer is not None),
            ledger=ledger,
            settings=settings,
            tracing=tracing,
        )
        if untraced is not None:
            print(f"orderflow serve: nothing is traced: {untraced}", file=sys.stderr)
        stack.enter_context(closing(made))
        _sign_accesses(arguments, made, stack)
        application = app_of(made)
        if issuer is not None:
            application.include_router(issuer_router(issuer, settings))
            print(_WARNING, file=sys.stderr)
        _serve(arguments, application, made)
    return DONE


def _sign_accesses(arguments: Namespace, made: Service, stack: ExitStack) -> None:
    """Sign the access log while the service runs, where `--access-key` is given."""
    if not arguments.access_key:
        if arguments.access_ledger:
            msg = "--access-ledger needs --access-key: with what is it signed?"
            raise WrongUse(msg)
        return
    from orderflow.api import AccessFile
    from orderflow.cli.signing import signing_beside, signing_of

    path = _access_log(arguments, development=made.settings.development)
    if path is None or not isinstance(made.accesses, AccessFile):
        msg = "--access-key signs an access log in a file; name it with --access-log"
        raise WrongUse(msg)
    of_orders = made.ledger.store.key if made.ledger else None
    # Its own hands on the file: those of the service are taken off when the application ends.
    accesses = stack.enter_context(closing(AccessFile.read_only(path)))
    signing = signing_of(arguments, accesses, path, stack, key_of_orders=of_orders)
    stack.enter_context(notes_shown())
    stack.enter_context(signing_beside(signing))


def _serve(arguments: Namespace, application: FastAPI, made: Service) -> None:
    from orderflow.api.logging import log_to
    from orderflow.api.serving import listening, server

    running = server(
        application,
        made,
        drain_seconds=0.0 if made.settings.development else arguments.drain,
        alone=True,
    )
    if arguments.metrics_port is not None:
        from prometheus_client import start_http_server

        start_http_server(arguments.metrics_port, "127.0.0.1", registry=made.metrics.registry)
    try:
        socket = listening(arguments.host, arguments.port)
    except ValueError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        msg = f"nothing can listen on {arguments.host} port {arguments.port}: {error.strerror}"
        raise WrongUse(msg) from None
    # Both for the whole process, and so not before it is that of a server.
    log_to()
    # Threads that compute let the one that reads and writes sockets have its turn sooner.
    sys.setswitchinterval(0.001)
    host, port = socket.getsockname()[:2]
    print(f"orderflow serves http://{host}:{port}/v1", file=sys.stderr, flush=True)
    # The server raises the signal that stopped it again; what is open must be closed after that.
    with until_told():
        running.run(sockets=[socket])


def _limits(arguments: Namespace) -> Limits:
    from orderflow.api import Limits

    if not 0 < arguments.rate < float("inf"):
        msg = "--rate is a number above 0"
        raise WrongUse(msg)
    burst = max(1, round(4 * arguments.rate))
    return Limits(requests_per_second=arguments.rate, burst=burst)


def _hosts(arguments: Namespace) -> tuple[str, ...]:
    # A page elsewhere whose name leads to this machine must not get a token from it.
    loopback = ("127.0.0.1", "localhost", "[::1]") if arguments.dev else ()
    return tuple(host.lower() for host in arguments.served_host) or loopback


def _local_issuer(arguments: Namespace) -> LocalIssuer | None:
    if not arguments.dev:
        return None
    from orderflow.api.fetching import is_loopback
    from orderflow.api.issuer import LocalIssuer

    if not is_loopback(arguments.host):
        msg = (
            f"--dev gives tokens to anybody and listens on this machine alone, not {arguments.host}"
        )
        raise WrongUse(msg)
    if arguments.issuer or arguments.jwks or arguments.audience:
        msg = "--dev is its own issuer; leave out --issuer, --audience and --jwks"
        raise WrongUse(msg)
    return LocalIssuer()


def _tokens(arguments: Namespace, issuer: LocalIssuer | None) -> Tokens:
    from orderflow.api import FetchedKeys, FixedKeys, Tokens, fetcher
    from orderflow.api.issuer import AUDIENCE, ISSUER

    if issuer is not None:
        return Tokens(issuer.keys, issuer=ISSUER, audience=AUDIENCE)
    if not (arguments.issuer and arguments.audience and arguments.jwks):
        msg = "name --issuer, --audience and --jwks, or use --dev on your own machine"
        raise WrongUse(msg)
    try:
        if "://" in arguments.jwks:
            keys: FetchedKeys | FixedKeys = FetchedKeys(fetcher(arguments.jwks))
        else:
            keys = FixedKeys.of_file(Path(arguments.jwks))
    except ValueError as error:
        msg = f"--jwks: {error}"
        raise WrongUse(msg) from None
    return Tokens(keys, issuer=arguments.issuer, audience=arguments.audience)


def _place(arguments: Namespace, *, development: bool) -> str:
    if development and not arguments.db:
        return ":memory:"
    return place_of(arguments)


def _opened(arguments: Namespace, keys: Sealer | None, *, development: bool) -> ProtectionOrders:
    from orderflow.store import ProtectionOrders

    try:
        orders = ProtectionOrders.open(_place(arguments, development=development), keys=keys)
    except ValueError as error:
        raise WrongUse(str(error)) from error
    if development and next(orders.order_ids(), None) is not None:
        orders.close()
        msg = "--dev gives tokens to anybody; it takes a log without orders, and this one has some"
        raise WrongUse(msg)
    return orders


def _keys(arguments: Namespace, stack: ExitStack) -> Sealer | None:
    """Return the keys of people where a key store is named; none is made.

    Raises:
        KeyStoreError: There is none at that place, or others can read it.
    """
    if not arguments.keys:
        return None
    from orderflow.privacy import SQLiteKeys

    return stack.enter_context(SQLiteKeys(Path(arguments.keys)))


def _beside(arguments: Namespace, suffix: str) -> Path | None:
    """Return the file of that suffix beside the log, where the log is a file."""
    place = _place(arguments, development=arguments.dev).removeprefix("sqlite:///")
    if place == ":memory:" or "://" in place:
        return None
    return Path(f"{place or DEFAULT_LOG}.{suffix}")


def _access_log(arguments: Namespace, *, development: bool) -> Path | None:
    place = Path(arguments.access_log) if arguments.access_log else _beside(arguments, "access")
    if place is None and not development:
        msg = "name a file for --access-log: nothing is shown that is not logged"
        raise WrongUse(msg)
    return place


def _ledger(arguments: Namespace, stack: ExitStack) -> LedgerOfLog | None:
    """Return the ledger of the log: `--ledger`, else the one beside a log in a file, if any."""
    place = _place(arguments, development=arguments.dev).removeprefix("sqlite:///")
    found = Path(arguments.ledger) if arguments.ledger else _beside(arguments, "ledger")
    if place == ":memory:" or found is None or not (arguments.ledger or found.exists()):
        return None
    from orderflow.api import LedgerOfLog
    from orderflow.audit.ledger.sqlite.store import SQLiteLedger
    from orderflow.cli.ledger_shared import stored_at

    store = stack.enter_context(closing(SQLiteLedger(found)))
    return LedgerOfLog(store, stack.enter_context(closing(stored_at(place or DEFAULT_LOG))))
