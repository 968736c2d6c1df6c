"""One connection to a server, and what the server lets us know beside its answers."""

from __future__ import annotations

import select
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psycopg

if TYPE_CHECKING:
    from psycopg.errors import Diagnostic

Row = tuple[Any, ...]


class ShownTooEarly(psycopg.OperationalError):
    """A wait for the standby was cut short: what was read may yet be taken back."""


class Link:
    """One connection, and what the server warned of."""

    def __init__(self, connection: psycopg.Connection[Row]) -> None:
        """Take a new connection."""
        self.connection = connection
        self.opened_at = time.monotonic()
        self.warned = False
        connection.add_notice_handler(self._notice)

    def _notice(self, diagnostic: Diagnostic) -> None:
        # The server ends its wait for a standby with a warning, and reports success.
        if diagnostic.severity_nonlocalized == "WARNING":
            self.warned = True

    def is_quiet(self) -> bool:
        """Tell whether the server has said nothing since it was last asked, such as goodbye."""
        with suppress(OSError, ValueError, psycopg.Error):
            return not select.select([self.connection.fileno()], [], [], 0)[0]
        return not self.connection.closed
