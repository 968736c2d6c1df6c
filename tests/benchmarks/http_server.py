"""A service in a process of its own: `python -m tests.benchmarks.http_server FOLDER`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from threading import Thread

from orderflow.api import FixedKeys, Limits, Settings, Tokens, app_of, service
from orderflow.api.issuer import AUDIENCE, ISSUER
from orderflow.api.serving import listening, server
from orderflow.store import ProtectionOrders


def main(folder: Path) -> None:
    """Serve the log in a folder, on any free port, whose number is printed."""
    # As fast as anybody asks: what is measured is the work, not the limit.
    limits = Limits(requests_per_second=1e6, burst=1_000_000)
    sys.setswitchinterval(0.001)  # As `orderflow serve` does.
    with ProtectionOrders.open(folder / "orders.db") as orders:
        made = service(
            orders,
            tokens=Tokens(
                FixedKeys.of_file(folder / "keys.json"), issuer=ISSUER, audience=AUDIENCE
            ),
            access_log=folder / "access.db",
            settings=Settings(limits=limits),
        )
        running = server(app_of(made), made, alone=True)
        socket = listening("127.0.0.1", 0)
        made.index.catch_up()
        print(socket.getsockname()[1], flush=True)
        Thread(target=_tell_time, daemon=True).start()
        running.run(sockets=[socket])
        made.accesses.close()


def _tell_time() -> None:
    """Print the processor's seconds used so far, for each line of standard input."""
    for _ in sys.stdin:
        print(time.process_time(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
