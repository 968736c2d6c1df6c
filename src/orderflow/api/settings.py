"""What a service is started with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

API_VERSION: Final = "1.0.0"
"""Version of the interface; the first number stands in every path."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a caller may ask, and how long anything may take.

    Attributes:
        body: Bytes of a body, at most.
        page: Entries of a page, at most.
        requests_per_second: Requests of one caller, on the long run.
        burst: Requests of one caller at once.
        strangers_per_second: Requests without a valid token from one address, on the long run.
        body_seconds: Seconds in which a body must have arrived.
        work_seconds: Seconds that the work on a request may take.
        threads: Requests that are worked on at the same time.
        followers: Followers of the events at the same time, in all.
        followers_each: The same, of one caller.
        heartbeat_seconds: Seconds of silence after which a follower is told that we are there.
        send_seconds: Seconds in which a follower must take what is sent, or be cut off.
    """

    body: int = 64 * 1024
    page: int = 100
    requests_per_second: float = 50.0
    burst: int = 200
    strangers_per_second: float = 5.0
    body_seconds: float = 10.0
    work_seconds: float = 30.0
    threads: int = 32
    followers: int = 100
    followers_each: int = 5
    heartbeat_seconds: float = 15.0
    send_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service behaves.

    Attributes:
        limits: See `Limits`.
        origins: Web origins that a browser may call from; none by default.
        hosts: Names that the service answers for; empty answers for any.
        absent_after: Seconds after which every `order_not_found` is answered, every search for a
            person or a reference, and what is due, so that an order that may not be seen takes as
            long as one that is not there (N5).
        development: Whether tokens are given to anybody, on this machine alone.
    """

    limits: Limits = field(default_factory=Limits)
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    absent_after: float = 0.05
    development: bool = False
