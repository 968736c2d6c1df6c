"""Writes the golden log of this version: `python -m tests.golden.generate [--again | --schemas]`.

A golden log is written once, when its version is released, and never again: it is what proves that
later versions still read it. Events that came later have logs of their own beside it, and no log
that is there is touched. `--again` is for the time before the release. `--schemas` writes the
published forms of the events only: after a new event, or a new word in one that is known.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unittest.mock import patch
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from pydantic.json_schema import models_json_schema

from orderflow.audit import LogReader, digests, kept_lines
from orderflow.order.events import TYPES
from orderflow.store import ProtectionOrders, submission
from tests.golden.cases import CASES, order_named
from tests.golden.cases_access import ACCESS_CASES
from tests.golden.cases_terms import TERM_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orderflow.order import ProtectionOrder
    from tests.golden.cases import Case

HERE = Path(__file__).parent
LOG = HERE / "v0.1.0.jsonl"
STATES = HERE / "v0.1.0.states.jsonl"
SCHEMAS = HERE / "event_schemas.json"


class Golden(NamedTuple):
    """A golden log: its name, and the lives that it tells."""

    name: str
    cases: tuple[Case, ...]

    @property
    def log(self) -> Path:
        """The log itself."""
        return HERE / f"{self.name}.jsonl"

    @property
    def summary(self) -> Path:
        """What its orders fold to."""
        return HERE / f"{self.name}.summary.json"

    @property
    def states(self) -> Path:
        """The digests of what its orders fold to."""
        return HERE / f"{self.name}.states.jsonl"


RELEASED: Final = Golden("v0.1.0", CASES)
LOGS: Final = (
    RELEASED,
    Golden("v0.1.0-access", ACCESS_CASES),
    Golden("v0.1.0-terms", TERM_CASES),
)
"""Every golden log there is; between them they have every event."""

BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def written(cases: tuple[Case, ...] = CASES) -> Iterator[dict[str, Any]]:
    """Yield the events of a log of these cases, as they are stored."""
    ticks, numbers = count(), count(1)
    clock = lambda: BEGIN + timedelta(minutes=next(ticks))  # noqa: E731
    identity = lambda: UUID(int=next(numbers), version=4)  # noqa: E731
    with (
        patch.object(submission, "uuid4", identity),
        ProtectionOrders.open(clock=clock, simulated=True) as orders,
    ):
        for case in cases:
            order_id = order_named(case[0].__name__)
            commands = (command for part in case for command in part(order_id))
            for number, command in enumerate(commands):
                command_id = f"{case[0].__name__}-{number}"
                orders.handle(command, command_id=command_id, correlation_id=case[0].__name__)
        for stored in orders.recorder.select_notifications(1, 10_000):
            yield {
                "position": stored.id,
                "stream": str(stored.originator_id),
                "version": stored.originator_version,
                "topic": stored.topic,
                "state": json.loads(stored.state),
            }


def replayed(log: Path = LOG) -> ProtectionOrders:
    """Return a log in memory that holds exactly what a golden log does."""
    orders = ProtectionOrders.open()
    lines = (json.loads(line) for line in log.read_text().splitlines())
    orders.recorder.insert_events(
        [
            StoredEvent(
                UUID(line["stream"]),
                line["version"],
                line["topic"],
                _dumped(line["state"]).encode(),
            )
            for line in lines
        ]
    )
    return orders


def summary_of(order: ProtectionOrder) -> dict[str, Any]:
    """Return what a golden order must fold to: facts that stay whatever else is added."""
    return {
        "version": order.version,
        "regime": order.regime.id if order.regime else None,
        "recorded_state": order.recorded_state,
        "state_in_2030": order.state_at(datetime(2030, 1, 1, tzinfo=UTC)),
        "permission": order.permission,
        "persons": sorted(p.id for p in (*order.protected_persons, *order.respondents)),
        "terms": [[term.id for term in version.terms] for version in order.versions],
        "periods": [[_text(p.since), _text(p.until), p.cause] for p in order.periods],
        "bindings": [[b.person, b.version, b.by, b.invalidated] for b in order.bindings],
        "incidents": {
            i.id: [i.assessment.criminal.status, i.assessment.civil.status, i.prosecution, i.civil]
            for i in order.incidents
        },
    }


@cache
def schemas() -> dict[str, Any]:
    """Return the form of every event by its stable name, and of what they share.

    Without titles and descriptions, which may be put better at any time.
    """
    models = [(event_type, "validation") for event_type in TYPES.values()]
    forms, shared = models_json_schema(models)  # type: ignore[arg-type]
    by_type = {event_type: form for (event_type, _), form in forms.items()}
    found = {name: by_type[event_type] for name, event_type in TYPES.items()}
    bare: dict[str, Any] = _bare({"events": found, "$defs": shared["$defs"]})
    return bare


def _dumped(fields: dict[str, Any]) -> str:
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False)


def _bare(form: Any) -> Any:  # noqa: ANN401
    """Return a form without what only explains it; a field may still be called so."""
    if isinstance(form, list):
        return [_bare(part) for part in form]
    if not isinstance(form, dict):
        return form
    explains = {key for key in ("title", "description") if isinstance(form.get(key), str)}
    return {key: _bare(part) for key, part in form.items() if key not in explains}


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def write(golden: Golden) -> None:
    """Write a golden log, what its orders fold to, and the digests of that."""
    golden.log.write_text("".join(f"{_dumped(line)}\n" for line in written(golden.cases)))
    with replayed(golden.log) as orders:
        folded = {str(one): summary_of(orders.get(one)) for one in orders.order_ids()}
        states = list(kept_lines(digests(LogReader.of(orders))))
    golden.states.write_text("".join(f"{line}\n" for line in states))
    golden.summary.write_text(json.dumps(folded, indent=2, sort_keys=True) + "\n")


def topics(golden: Golden) -> set[str]:
    """Return the names of the events in a golden log."""
    return {json.loads(line)["topic"] for line in golden.log.read_text().splitlines()}


def main(arguments: list[str]) -> int:
    """Write every golden log that is not there yet, and the forms of the events."""
    missing = [one for one in LOGS if "--again" in arguments or not one.log.exists()]
    if not missing and "--schemas" not in arguments:
        sys.stderr.write("every golden log is released: none is ever written again\n")
        return 1
    if "--schemas" not in arguments:
        for golden in missing:
            write(golden)
    SCHEMAS.write_text(json.dumps(schemas(), indent=1, sort_keys=True) + "\n")
    untold = TYPES.keys() - {topic for golden in LOGS for topic in topics(golden)}
    if untold:
        sys.stderr.write(f"no case has {', '.join(sorted(untold))}\n")
    return 1 if untold else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
