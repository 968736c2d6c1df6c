"""What an auditor asks of a log, each as one function that reads and never writes.

Every function takes a log (`open_log("orders.db")`, which may also be an interchange file, or
`LogReader.of(orders)` for one that is open) and gives frozen, typed results. Those over all orders
give them one by one, in the order of the log, and hold one order at a time.
"""

from __future__ import annotations

from orderflow.audit.conforming import conformance
from orderflow.audit.deadline import Deadline, DeadlineKind, DeadlineStatus
from orderflow.audit.deviation import Conformance, Deviation, DeviationKind
from orderflow.audit.differing import OrderDiffers, diff
from orderflow.audit.digest import LogDigest, StateDigest, digest_of, digests, state_digest
from orderflow.audit.explaining import Explanation, explain
from orderflow.audit.export import (
    Exported,
    ExportFormat,
    Imported,
    Wanted,
    export_log,
    import_log,
)
from orderflow.audit.foreign import conformance_of_lines
from orderflow.audit.interchange import InterchangeLog, is_interchange, open_log
from orderflow.audit.kept import Compared, compare, kept_lines
from orderflow.audit.log import Log
from orderflow.audit.rejudged import DecisionRejudged, IncidentRejudged, OrderRejudged
from orderflow.audit.rejudging import rejudge
from orderflow.audit.replaying import Replayed, replay
from orderflow.audit.risk import RiskMark
from orderflow.audit.sampling import Sample, sample
from orderflow.audit.terms import terms
from orderflow.store import LogReader

__all__ = [
    "Compared",
    "Conformance",
    "Deadline",
    "DeadlineKind",
    "DeadlineStatus",
    "DecisionRejudged",
    "Deviation",
    "DeviationKind",
    "Explanation",
    "ExportFormat",
    "Exported",
    "Imported",
    "IncidentRejudged",
    "InterchangeLog",
    "Log",
    "LogDigest",
    "LogReader",
    "OrderDiffers",
    "OrderRejudged",
    "Replayed",
    "RiskMark",
    "Sample",
    "StateDigest",
    "Wanted",
    "compare",
    "conformance",
    "conformance_of_lines",
    "diff",
    "digest_of",
    "digests",
    "explain",
    "export_log",
    "import_log",
    "is_interchange",
    "kept_lines",
    "open_log",
    "rejudge",
    "replay",
    "sample",
    "state_digest",
    "terms",
]
