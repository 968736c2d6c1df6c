"""The life of a hybrid protection order, from request to enforcement, as an event-sourced workflow.

```python
from orderflow import ProtectionOrders, commands

orders = ProtectionOrders.open("orders.db")
```

The names below are public, and so are those of `orderflow.law`, `orderflow.audit`,
`orderflow.privacy`, `orderflow.views`, `orderflow.worker`, `orderflow.publication`,
`orderflow.api` and `orderflow.errors`; nothing else is. Each is loaded when it is first asked for:
`import orderflow` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orderflow import law
    from orderflow.casefile import (
        CaseReport,
        SimulatedClock,
        case_schema,
        find_case,
        load_case,
        open_simulated,
        published_cases,
        run_case,
    )
    from orderflow.errors import (
        CaseFileError,
        CommandIdReused,
        CommandRejected,
        ConcurrentChange,
        EventLogError,
        MixedClock,
        NewerLog,
        NotAnEventLog,
        NotDecided,
        OrderChanged,
        OrderflowError,
        OrderNotFound,
        RegimeFileError,
        StoreUnavailable,
        UnknownEventType,
        UnknownRegime,
        UnreadableEvent,
    )
    from orderflow.law import Regime, RegimeRegister
    from orderflow.order import (
        Actor,
        Assessment,
        Bound,
        Code,
        InForce,
        Person,
        Place,
        ProtectionOrder,
        Reason,
        Route,
        RouteStatus,
        State,
        Term,
        commands,
        events,
    )
    from orderflow.order.commands import (
        Command,
    )
    from orderflow.order.events import (
        Event,
    )
    from orderflow.order.incident import (
        Incident,
    )
    from orderflow.order.records import (
        Binding,
        Period,
        Version,
    )
    from orderflow.order.values import (
        BindingMethod,
        CivilOutcome,
        Decision,
        DocumentKind,
        EndCause,
        For,
        OpenEnded,
        ProsecutionOutcome,
        Residence,
        Until,
        UntilAge,
        Wishes,
    )
    from orderflow.store import (
        ProtectionOrders,
        Recorded,
        RecordedEvent,
        project,
    )

    __version__: str

__all__ = [
    "Actor",
    "Assessment",
    "Binding",
    "BindingMethod",
    "Bound",
    "CaseFileError",
    "CaseReport",
    "CivilOutcome",
    "Code",
    "Command",
    "CommandIdReused",
    "CommandRejected",
    "ConcurrentChange",
    "Decision",
    "DocumentKind",
    "EndCause",
    "Event",
    "EventLogError",
    "For",
    "InForce",
    "Incident",
    "MixedClock",
    "NewerLog",
    "NotAnEventLog",
    "NotDecided",
    "OpenEnded",
    "OrderChanged",
    "OrderNotFound",
    "OrderflowError",
    "Period",
    "Person",
    "Place",
    "ProsecutionOutcome",
    "ProtectionOrder",
    "ProtectionOrders",
    "Reason",
    "Recorded",
    "RecordedEvent",
    "Regime",
    "RegimeFileError",
    "RegimeRegister",
    "Residence",
    "Route",
    "RouteStatus",
    "SimulatedClock",
    "State",
    "StoreUnavailable",
    "Term",
    "UnknownEventType",
    "UnknownRegime",
    "UnreadableEvent",
    "Until",
    "UntilAge",
    "Version",
    "Wishes",
    "__version__",
    "case_schema",
    "commands",
    "events",
    "find_case",
    "law",
    "load_case",
    "open_simulated",
    "project",
    "published_cases",
    "run_case",
]

_MODULES: Final = {
    "law": "orderflow.law",
    "commands": "orderflow.order.commands",
    "events": "orderflow.order.events",
}
"""Public names that are modules."""

_HOMES: Final = {
    "orderflow.casefile": (
        "CaseReport SimulatedClock case_schema find_case load_case open_simulated "
        "published_cases run_case"
    ),
    "orderflow.errors": (
        "CaseFileError CommandIdReused CommandRejected ConcurrentChange EventLogError "
        "MixedClock NewerLog NotAnEventLog NotDecided OrderChanged OrderNotFound OrderflowError "
        "RegimeFileError StoreUnavailable UnknownEventType UnknownRegime UnreadableEvent"
    ),
    "orderflow.law": "Regime RegimeRegister",
    "orderflow.order": (
        "Actor Assessment Bound Code InForce Person Place ProtectionOrder Reason Route "
        "RouteStatus State Term"
    ),
    "orderflow.order.commands": "Command",
    "orderflow.order.events": "Event",
    "orderflow.order.incident": "Incident",
    "orderflow.order.records": "Binding Period Version",
    "orderflow.order.values": (
        "BindingMethod CivilOutcome Decision DocumentKind EndCause For OpenEnded "
        "ProsecutionOutcome Residence Until UntilAge Wishes"
    ),
    "orderflow.store": "ProtectionOrders Recorded RecordedEvent project",
}
"""Where each other public name lives."""


def __getattr__(name: str) -> object:
    if name == "__version__":
        found: object = _version()
    elif name in _MODULES:
        found = import_module(_MODULES[name])
    else:
        home = next((module for module, names in _HOMES.items() if name in names.split()), None)
        if home is None:
            msg = f"module 'orderflow' has no attribute {name!r}"
            raise AttributeError(msg)
        found = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("orderflow")
    except PackageNotFoundError:
        return "0+uninstalled"  # The source tree itself, on the path without being installed.
