"""The log: protection orders, recorded for good, and read back as they were known."""

from __future__ import annotations

from orderflow.store.application import ProtectionOrders
from orderflow.store.envelope import LogEntry, RecordedEvent
from orderflow.store.reading import LogReader
from orderflow.store.results import Recorded
from orderflow.store.streams import project

__all__ = ["LogEntry", "LogReader", "ProtectionOrders", "Recorded", "RecordedEvent", "project"]
