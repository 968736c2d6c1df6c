"""Server-sent events: what is published, as it comes, until one of both has had enough.

Nothing is kept for a follower who does not read: each write must be taken within a few seconds, or
the connection is cut. Whoever comes back says which event they took in last, and goes on behind it.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from starlette.responses import Response

from orderflow.api.logging import LOGGER
from orderflow.api.problems import Kind, Problem
from orderflow.api.shapes import MARK
from orderflow.errors import OrderflowError
from orderflow.publication import Channel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from orderflow.api.followers import Followers, Shown
    from orderflow.api.settings import Limits
    from orderflow.publication import Published

MEDIA_TYPE: Final = "text/event-stream"

ABORT: Final = "orderflow.abort"
"""Name of what a server of ours offers to an application: to cut a connection at once."""

_ID: Final = re.compile(MARK)
_RETRY: Final = b"retry: 2000\n\n"
_HEARTBEAT: Final = b": still here\n\n"


class Place(NamedTuple):
    """Where somebody is in a channel.

    Attributes:
        channel: Which channel.
        after: Number of the last event that they took in; 0 for none.
    """

    channel: Channel
    after: int = 0


class Mark(NamedTuple):
    """The id of a server-sent event: channel, number within it, and id of the event."""

    channel: Channel
    sequence: int
    event_id: str

    @classmethod
    def read(cls, text: str) -> Mark:
        """Return the mark that an id is.

        Raises:
            Problem: `cursor_not_valid`: it is none.
        """
        if _ID.fullmatch(text) is None:
            raise Problem(Kind.CURSOR_NOT_VALID)
        channel, sequence, event_id = text.split(":")
        return cls(Channel(channel), int(sequence), event_id)


def frame(one: Published) -> bytes:
    """Return one event as it is sent: its id, and the CloudEvent byte for byte as published."""
    mark = f"{one.channel}:{one.sequence}:{one.event_id}"
    return f"id: {mark}\ndata: {one.document}\n\n".encode()


class EventStream(Response):
    """An answer that goes on. It ends between two events, never within one."""

    def __init__(
        self,
        followers: Followers,
        place: Place,
        *,
        headers: Mapping[str, str],
        limits: Limits,
        still: Callable[[], bool],
        shown: Shown,
        leave: Callable[[], None],
    ) -> None:
        """Take where to begin.

        Args:
            followers: Of which service.
            place: Where in which channel.
            headers: Headers of the answer.
            limits: How long a write may take, and how long silence may last.
            still: Tells whether the follower may still follow.
            shown: Picks what they are shown of a page; may block.
            leave: Called once, when it is over.
        """
        super().__init__(headers={**headers, "X-Accel-Buffering": "no"}, media_type=MEDIA_TYPE)
        del self.headers["content-length"]
        self._followers = followers
        self._place = place
        self._limits = limits
        self._still = still
        self._shown = shown
        self._leave = leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what there is and what comes, until it is over."""
        gone = asyncio.ensure_future(_gone(receive))
        try:
            start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
            await self._sent(send, start)
            if scope["method"] != "HEAD":
                await self._followed(send, gone)
            await self._sent(send, {"type": "http.response.body", "body": b""})
        except TimeoutError:
            abort = scope.get("extensions", {}).get(ABORT)
            if abort is None:
                raise
            abort["call"]()
            await asyncio.wait({gone}, timeout=1)
        finally:
            gone.cancel()
            self._leave()

    async def _followed(self, send: Send, gone: asyncio.Future[None]) -> None:
        channel, after = self._place
        await self._said(send, _RETRY)
        while not gone.done() and self._still() and not self._followers.ending:
            news = self._followers.news()
            try:
                page, reached = await self._followers.page(channel, after, self._shown)
            except (OrderflowError, Problem) as error:
                said = {"error": type(error).__name__}
                LOGGER.warning("follower_let_go", extra={"said": said})
                return  # They come back, and are told then.
            if page:
                await self._said(send, b"".join(map(frame, page)))
            if reached != after:
                after = reached
                continue
            silence = self._limits.heartbeat_seconds
            done, _ = await asyncio.wait(
                {gone, news}, timeout=silence, return_when=asyncio.FIRST_COMPLETED
            )
            if not done:
                await self._said(send, _HEARTBEAT)

    async def _said(self, send: Send, content: bytes) -> None:
        await self._sent(send, {"type": "http.response.body", "body": content, "more_body": True})

    async def _sent(self, send: Send, message: dict[str, Any]) -> None:
        """Send, or raise TimeoutError if the follower does not take it in time."""
        async with asyncio.timeout(self._limits.send_seconds):
            await send(message)


async def _gone(receive: Receive) -> None:
    """Return once the follower has hung up."""
    while (await receive())["type"] != "http.disconnect":
        pass
