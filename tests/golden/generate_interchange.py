"""Writes the vectors of the interchange format: `python -m tests.golden.generate_interchange`.

They are written once, before the release, and never again: a file must be read for ever.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from orderflow.audit.interchange import LogHead, Selection, write
from orderflow.audit.ledger.encoding import encoded
from orderflow.audit.ledger.frontier import Frontier
from orderflow.audit.ledger.leaf import hash_of
from orderflow.audit.ledger.source import StoredEvent
from tests.golden.generate import LOG, _dumped

HERE: Final = Path(__file__).parent / "interchange"
NOON: Final = datetime(2026, 11, 25, 12, tzinfo=UTC)
STREAM: Final = "dac21514037051128b3950899bf317ef"
TOPIC: Final = "orderflow/OrderGranted/1"

ODD: Final = (
    StoredEvent(1, STREAM, 1, TOPIC, b'{"a":1}'),
    StoredEvent(2, STREAM, 2, TOPIC, b'{"a": 1}'),
    StoredEvent(3, STREAM, 3, TOPIC, b'{"a":1}\n'),
    StoredEvent(4, STREAM, 4, TOPIC, b'{"a":1,"a":1}'),
    StoredEvent(5, STREAM, 5, TOPIC, b'{"a":"\\ud83d\\ude00 \\ud800"}'),
    StoredEvent(6, STREAM, 6, TOPIC, b'{"a":"\\ud83d\\ude00"}'),
    StoredEvent(7, STREAM, 7, TOPIC, b'{"a":1e9999,"b":' + b"9" * 400 + b"}"),
    StoredEvent(8, STREAM, 8, TOPIC, b'{"a":NaN}'),
    StoredEvent(9, STREAM, 9, TOPIC, b'{"a":' * 64 + b"0" + b"}" * 64),
    StoredEvent(10, STREAM, 10, TOPIC, b'{"a":' * 65 + b"0" + b"}" * 65),
    StoredEvent(11, STREAM, 11, TOPIC, '{"a":"één \u2028"}'.encode()),
    StoredEvent(12, STREAM, 12, TOPIC, b'{"recorded_at":"2026-02-30T12:00:00Z"}'),
    StoredEvent(13, STREAM, 13, TOPIC, b'{"recorded_at":"2026-02-28T12:00:00.123456Z"}'),
    StoredEvent(14, STREAM, 14, TOPIC, bytes(range(256))),
    StoredEvent(20, STREAM, 15, TOPIC, b""),
    StoredEvent(21, "", 0, "", b"{}"),
    StoredEvent(22, "%", 1, "orderflow/OrderGranted/01", b"[]"),
    StoredEvent(23, "één \udcff", 2**64 - 1, "nl.protection-order.OrderGranted.v1", b"{}"),
    StoredEvent(2**63 - 1, 'a "b"\\', 1, 'orderflow/"/1', b"{}"),
)
"""What a log ought not to hold, and the edges of what it may."""


def files() -> dict[str, tuple[LogHead, tuple[StoredEvent, ...]]]:
    """Return what each file is made of, by its name."""
    chosen = Selection(order=STREAM, recorded_from=NOON, known_at=NOON)
    source = "urn:nld:oin:00000001234567890000:systeem:orders"
    return {
        "orders": (LogHead(simulated=True, created_at=NOON), tuple(_orders())),
        "odd": (LogHead(simulated=False, created_at=NOON, source=source, selection=chosen), ODD),
        "empty": (LogHead(simulated=False, created_at=NOON), ()),
    }


def lines_of(name: str) -> bytes:
    """Return the lines of a file."""
    head, events = files()[name]
    return b"".join(write(events, head))


def digests_of(events: tuple[StoredEvent, ...]) -> bytes:
    """Return the hashes of the leaves of some events, and the root over them, as JSON."""
    tree, leaves = Frontier(), [hash_of(event) for event in events]
    for leaf in leaves:
        tree.append(leaf)
    found = {"root": encoded(tree.root()), "leaves": [leaf.hex() for leaf in leaves]}
    return f"{json.dumps(found, indent=1)}\n".encode()


def _orders() -> list[StoredEvent]:
    rows = (json.loads(line) for line in LOG.read_text("utf-8").splitlines()[:24])
    return [
        StoredEvent(
            row["position"],
            row["stream"].replace("-", ""),
            row["version"],
            row["topic"],
            _dumped(row["state"]).encode(),
        )
        for row in rows
    ]


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, (_, events) in files().items():
        (HERE / f"{name}.jsonl").write_bytes(lines_of(name))
        (HERE / f"{name}.leaves.json").write_bytes(digests_of(events))
