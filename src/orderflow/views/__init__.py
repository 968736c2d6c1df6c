"""Read models of a log: the register, what is due, and what happened.

    view, rows              what a view is, and what it answers with
    register, due, histories    the views
    retained, erasable      how long personal data are kept, and whose are to be erased
    projecting              keeps one view up: rows and checkpoint in one transaction
    generations             builds one anew beside the one that serves
    reading, views          what is asked of them
    database, sqlite, places    where they are kept
    notes                   what whoever keeps them up says, in lines that machines read

A view is never the record: it is what the log says, put where it is found quickly. It may be lost
and is built again; nobody writes to it but the projector.
"""

from __future__ import annotations

from orderflow.views.reading import Page
from orderflow.views.retained import Retained
from orderflow.views.rows import DueRow, ErasableRow, HistoryRow, RegisterPerson, RegisterRow
from orderflow.views.views import Lag, Parked, Views
from orderflow.views.wanted import DueWanted, OrdersWanted

__all__ = [
    "DueRow",
    "DueWanted",
    "ErasableRow",
    "HistoryRow",
    "Lag",
    "OrdersWanted",
    "Page",
    "Parked",
    "RegisterPerson",
    "RegisterRow",
    "Retained",
    "Views",
]
