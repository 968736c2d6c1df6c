"""What views and publication raise; public as names of `orderflow.errors`."""

from __future__ import annotations

from orderflow.errors.base import OrderflowError


class ViewBehind(OrderflowError, TimeoutError):
    """The views have not read the log up to a position within the time given; ask again later."""


class PublicationStopped(OrderflowError):
    """The log or the stream is not the one that was published; nothing more is published."""
