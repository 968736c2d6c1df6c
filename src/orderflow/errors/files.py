"""What files of law and of cases raise; public as names of `orderflow.errors`."""

from __future__ import annotations

from orderflow.errors.base import OrderflowError


class RegimeFileError(OrderflowError):
    """A regime file cannot be law as it stands.

    Attributes:
        file: Name of the file.
        field: Dotted name of the field that is wrong; empty when it is the file as a whole.
        reason: What is wrong with it.
    """

    def __init__(self, file: str, field: str, reason: str) -> None:
        super().__init__(f"{file}: {field}: {reason}" if field else f"{file}: {reason}")
        self.file = file
        self.field = field
        self.reason = reason


class UnknownRegime(OrderflowError, LookupError):
    """There is no regime of that id, or none of that name is in force on that date."""


class CaseFileError(OrderflowError):
    """A case file cannot be run as it stands.

    Attributes:
        file: Name of the file.
        step: Name of the step, empty when it is the file as a whole.
        field: Field that is wrong, empty when it is the step as a whole.
        reason: What is wrong with it.
    """

    def __init__(self, file: str, step: str, field: str, reason: str) -> None:
        super().__init__(": ".join(part for part in (file, step, field, reason) if part))
        self.file = file
        self.step = step
        self.field = field
        self.reason = reason
