"""The order: an aggregate whose states are driven by events, decided and folded by pure functions.

`decide(command, order, regime, now)` gives events or refuses; `evolve(order, event)` gives the
order after an event and never refuses; `fold` does so for a whole history.
"""

from __future__ import annotations

from orderflow.order.assess import assess, assess_incident
from orderflow.order.assessment import Assessment, Bound, InForce, Reason, Route, RouteStatus
from orderflow.order.decide import decide
from orderflow.order.evolve import evolve, fold
from orderflow.order.order import ProtectionOrder
from orderflow.order.reasons import Code
from orderflow.order.sentences import SENTENCES
from orderflow.order.values import Actor, Person, Place, State, Term

__all__ = [
    "SENTENCES",
    "Actor",
    "Assessment",
    "Bound",
    "Code",
    "InForce",
    "Person",
    "Place",
    "ProtectionOrder",
    "Reason",
    "Route",
    "RouteStatus",
    "State",
    "Term",
    "assess",
    "assess_incident",
    "decide",
    "evolve",
    "fold",
]
