"""What `orderflow privacy` is asked with: the log, its keys, the moment, the rules."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from orderflow.cli.faults import WrongUse
from orderflow.cli.logs import place_of
from orderflow.cli.moments import moment
from orderflow.law import Role
from orderflow.law.retention import RetentionSchedule
from orderflow.privacy import Retention

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.store import LogReader, ProtectionOrders


def keys_place(arguments: Namespace) -> Path:
    """Return where the key store is: `--keys`, else beside the log.

    Raises:
        WrongUse: The log is no file.
    """
    if arguments.keys:
        return Path(arguments.keys)
    place = place_of(arguments).removeprefix("sqlite:///")
    if "://" in place or place == ":memory:":
        msg = "keys are kept of a log in a file; name one with --db or ORDERFLOW_DB"
        raise WrongUse(msg)
    log = Path(place)
    return log.with_name(f"{log.name}.keys")


def retention(arguments: Namespace) -> Retention:
    """Return what to judge by.

    Raises:
        WrongUse: There is no such role.
        RegimeFileError: The file of `--retention` is no schedule.
    """
    schedule = RetentionSchedule.packaged()
    if arguments.retention:
        schedule = RetentionSchedule.from_file(Path(arguments.retention))
    return Retention(schedule, role(arguments.holder, "--holder"))


def role(text: str, option: str) -> Role:
    """Return the role of that name.

    Raises:
        WrongUse: There is none.
    """
    try:
        return Role(text.replace("-", "_"))
    except ValueError:
        msg = f"{option} '{text}' is no role; there are: {', '.join(one.value for one in Role)}"
        raise WrongUse(msg) from None


def moment_asked(arguments: Namespace, log: LogReader | ProtectionOrders) -> datetime:
    """Return the moment that is meant: `--at`, else now; that of the last record in a simulation.

    Raises:
        WrongUse: It is no moment, or has no time zone.
    """
    if arguments.at is not None:
        return moment(arguments.at, "--at", None).astimezone(UTC)
    if not log.simulated:
        return datetime.now(UTC)
    recorded = (log.history(one)[-1].recorded_at for one in log.order_ids())
    return max(recorded, default=log.created_at)
