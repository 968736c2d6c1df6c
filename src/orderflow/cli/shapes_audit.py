"""The form of what `orderflow audit … --json` prints. Stable: fields are added, never changed."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from orderflow.audit import (
    Compared,
    Conformance,
    Deadline,
    Explanation,
    OrderDiffers,
    OrderRejudged,
    Replayed,
    Sample,
    Verified,
)
from orderflow.showing.shapes import Shape


class ReplayShown(Shape):
    """Orders as they were folded; `at` null stands for the moment of each one's last record."""

    format: Literal["orderflow/audit/replay/1"]
    simulated: bool
    at: datetime | None
    known_at: datetime | None
    orders: tuple[Replayed, ...]


class DiffShown(Shape):
    """What was recorded after `earlier`, up to and including `later`, and what it changed."""

    format: Literal["orderflow/audit/diff/1"]
    simulated: bool
    earlier: datetime
    later: datetime
    orders: tuple[OrderDiffers, ...]


class ExplainShown(Explanation):
    """The history of an order, told."""

    format: Literal["orderflow/audit/explain/1"]
    simulated: bool


class ConformanceShown(Conformance):
    """How a log compares with the lifecycle; `simulated` is null for a file."""

    format: Literal["orderflow/audit/conformance/1"]
    simulated: bool | None
    conforms: bool


class TermsShown(Shape):
    """Terms as they stand; `at` null stands for the moment of each order's last record."""

    format: Literal["orderflow/audit/terms/1"]
    simulated: bool
    at: datetime | None
    known_at: datetime | None
    terms: tuple[Deadline, ...]


class SampleShown(Sample):
    """A sample."""

    format: Literal["orderflow/audit/sample/1"]
    simulated: bool


class RejudgeShown(Shape):
    """Orders under another law; `regime` null stands for each order's own."""

    format: Literal["orderflow/audit/rejudge/1"]
    simulated: bool
    regime: str | None
    as_if: bool
    orders: tuple[OrderRejudged, ...]


class DigestShown(Shape):
    """The digest of all states of a log."""

    format: Literal["orderflow/audit/digest/1"]
    simulated: bool
    orders: int
    events: int
    digest: str


class ComparedShown(Compared):
    """What came of a comparison with digests that were kept."""

    format: Literal["orderflow/audit/digest/compared/1"]
    simulated: bool
    same_as_kept: bool


class ExportShown(Shape):
    """What was written to a file."""

    format: Literal["orderflow/audit/export/1"]
    simulated: bool
    to: str
    source: str
    events: int


class ImportShown(Shape):
    """What a new log was made of; `root` is the RFC 6962 root of the tree, in Base64."""

    format: Literal["orderflow/audit/import/1"]
    simulated: bool
    events: int
    root: str


class VerifyShown(Verified):
    """What came of verifying a log; `more` is how many findings there are besides those listed."""

    format: Literal["orderflow/audit/verify/1"]
    more: int


AuditShown = (
    VerifyShown
    | ReplayShown
    | DiffShown
    | ExplainShown
    | ConformanceShown
    | TermsShown
    | SampleShown
    | RejudgeShown
    | DigestShown
    | ComparedShown
    | ExportShown
    | ImportShown
)
"""Whatever a part of `orderflow audit` prints."""
