"""Fetches a key set over HTTPS: one request, no redirect, a bounded answer in a bounded time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from contextlib import suppress
from threading import Event, Timer
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMEOUT: Final = 5.0
_IN_ALL: Final = 10.0
"""Seconds for a whole answer, once there is a connection."""

_LARGEST: Final = 256 * 1024
_OK: Final = 200


def fetcher(url: str) -> Callable[[], bytes]:
    """Return what fetches an address.

    Args:
        url: `https://…`; `http://…` only on this machine itself.

    Raises:
        ValueError: It is another kind of address.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None:
        msg = "the address of a key set is https://host/path"
        raise ValueError(msg)
    if parts.scheme == "http" and not is_loopback(host):
        msg = "keys are fetched over https; http is for this machine alone"
        raise ValueError(msg)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def fetch() -> bytes:
        connection: http.client.HTTPConnection
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection = http.client.HTTPSConnection(
                host, parts.port, timeout=_TIMEOUT, context=context
            )
        else:
            connection = http.client.HTTPConnection(host, parts.port, timeout=_TIMEOUT)
        return _fetched(connection, path)

    return fetch


def _fetched(connection: http.client.HTTPConnection, path: str) -> bytes:
    late = Event()
    connection.connect()
    # The time-out of a socket starts anew with each byte; this one does not.
    clock = Timer(_IN_ALL, _cut, (connection.sock, late))
    clock.daemon = True
    clock.start()
    try:
        connection.request("GET", path, headers={"Accept": "application/json"})
        answer = connection.getresponse()
        content = answer.read(_LARGEST + 1)
    except http.client.HTTPException as error:
        raise OSError(str(error)) from error
    finally:
        clock.cancel()
        connection.close()
    if late.is_set():
        msg = f"the issuer took longer than {_IN_ALL:.0f} seconds"
        raise OSError(msg)
    if answer.status != _OK or len(content) > _LARGEST:
        msg = f"the issuer answered with status {answer.status}, {len(content)} bytes"
        raise OSError(msg)
    return content


def _cut(link: socket.socket, late: Event) -> None:
    late.set()
    with suppress(OSError):  # It may just have been closed.
        link.shutdown(socket.SHUT_RDWR)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine itself, by its name or number."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
