"""Carries the outbox to NATS JetStream: one stream a channel, one subject an order and event.

Each message says which must stand before it in the stream, and the server takes no other. So two
publishers, or one that slept for an hour and wakes up, cannot put events in twice or out of order,
and a publisher that starts reads off the stream itself where to go on. Whatever the server lost of
what it had acknowledged is published again.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from nats.errors import Error as NatsError
from nats.js.api import StorageType, StreamConfig
from nats.js.errors import APIError, BadRequestError, NotFoundError

from orderflow.errors import PublicationStopped
from orderflow.publication.openness import Channel
from orderflow.publication.progress import Progress

if TYPE_CHECKING:
    from nats.js.client import JetStreamContext

    from orderflow.publication.following import Publication, Published

SEQUENCE: Final = "Orderflow-Sequence"
"""Header with the number of the event within its channel."""

UNREACHABLE: Final = (NatsError, APIError, OSError, asyncio.TimeoutError)
"""What says that nothing is wrong but that the server cannot be reached, or not just now."""

_AT_ONCE: Final = 64
"""Messages that are on their way at a time; each waits for none but those before it."""

_WORD: Final = re.compile(r"[a-z][a-z0-9-]{0,31}")

_NAME: Final = "Nats-Msg-Id"
_EXPECTED_STREAM: Final = "Nats-Expected-Stream"
_EXPECTED_LAST: Final = "Nats-Expected-Last-Sequence"
_TYPE: Final = "application/cloudevents+json"


@dataclass(frozen=True)
class Target:
    """Where a channel is published.

    Attributes:
        channel: To which audience.
        prefix: First word of its subjects, in lower case.
        replicas: How many servers must keep each message; odd, and no more than there are.
    """

    channel: Channel
    prefix: str = "orderflow"
    replicas: int = 1

    def __post_init__(self) -> None:
        """Refuse a prefix that is no word of a subject.

        Raises:
            ValueError: It is none.
        """
        if not _WORD.fullmatch(self.prefix):
            msg = "the prefix of subjects is one word of lower case letters, digits and hyphens"
            raise ValueError(msg)

    @property
    def stream(self) -> str:
        """Name of the stream."""
        return f"{self.prefix}_{self.channel}".upper()

    @property
    def subjects(self) -> str:
        """All subjects of the stream."""
        return f"{self.prefix}.{self.channel}.>"

    def subject(self, one: Published) -> str:
        """Return the subject of an event: channel, order and name of the event."""
        kind = one.type.split(".")[-2]
        return f"{self.prefix}.{self.channel}.{one.order_id.replace('-', '')}.{kind}"


@dataclass
class _Place:
    """How far a stream is filled.

    Attributes:
        sequence: Number of its last event within the channel.
        last: Number of its last message within the stream.
    """

    sequence: int
    last: int


class StreamFiller:
    """Fills the stream of one channel."""

    def __init__(self, publication: Publication, target: Target) -> None:
        """Take what is published, and where."""
        self._publication = publication
        self.target = target
        self._progress = Progress(publication.database)
        self._place: _Place | None = None

    async def fill(self, js: JetStreamContext) -> int:
        """Publish what the outbox has beyond the stream; return how many events that were.

        Raises:
            PublicationStopped: The stream holds something else than was published to it.
            NatsError: The server cannot be reached; one of `UNREACHABLE`.
            StoreUnavailable: The outbox cannot be reached.
        """
        published = 0
        try:
            if self._place is None:
                self._place = await self._found(js)
            while page := self._publication.page(
                self.target.channel, after=self._place.sequence, limit=_AT_ONCE
            ):
                await self._sent(js, page, self._place)
                published += len(page)
                self._progress.keep(self.target.stream, self._place.sequence)
        except BaseException:
            self._place = None  # What stands in the stream now is asked of the stream.
            raise
        return published

    async def _sent(self, js: JetStreamContext, page: tuple[Published, ...], place: _Place) -> None:
        """Publish a page; `place` moves with each message that was acknowledged."""
        # Not `publish_async`: there, what the server refuses is waited for in vain.
        waiting = [
            js.publish(
                self.target.subject(one),
                one.document.encode(),
                headers=self._headers(one, place.last + number),
            )
            for number, one in enumerate(page)
        ]
        answers = await asyncio.gather(*waiting, return_exceptions=True)
        for one, answer in zip(page, answers, strict=True):
            if isinstance(answer, BaseException):
                raise answer
            if answer.seq != place.last + 1 or answer.duplicate:
                raise OutOfStepError
            place.sequence, place.last = one.sequence, answer.seq

    def _headers(self, one: Published, after: int) -> dict[str, Any]:
        return {
            _NAME: one.event_id,
            SEQUENCE: str(one.sequence),
            _EXPECTED_STREAM: self.target.stream,
            _EXPECTED_LAST: str(after),
            "Content-Type": _TYPE,
        }

    async def _found(self, js: JetStreamContext) -> _Place:
        """Return how far the stream is filled, by what stands in it; make it if it is not there."""
        try:
            state = (await js.stream_info(self.target.stream)).state
        except NotFoundError:
            state = (await js.add_stream(self._config())).state
        if not state.messages:
            # Emptied by age or by hand it goes on; made anew it begins again.
            known = self._progress.reached(self.target.stream) if state.last_seq else 0
            return _Place(known, state.last_seq)
        message = await js.get_msg(self.target.stream, state.last_seq)
        headers = message.headers or {}
        name, number = headers.get(_NAME, ""), headers.get(SEQUENCE, "")
        if not number.isdecimal() or not self._publication.has(
            self.target.channel, int(number), name
        ):
            msg = f"the stream {self.target.stream} holds what this log has not published"
            raise PublicationStopped(msg)
        return _Place(int(number), state.last_seq)

    def _config(self) -> StreamConfig:
        return StreamConfig(
            name=self.target.stream,
            subjects=[self.target.subjects],
            storage=StorageType.FILE,
            num_replicas=self.target.replicas,
            deny_delete=True,
        )


class OutOfStepError(BadRequestError):
    """Somebody else publishes to the stream; what stands in it is read again."""
