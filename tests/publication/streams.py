"""Reads what stands in a stream, as somebody who follows it does."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import nats

if TYPE_CHECKING:
    from collections.abc import Sequence


class Message(NamedTuple):
    """One message of a stream."""

    place: int
    subject: str
    headers: dict[str, str]
    event: Any


def messages(urls: str | Sequence[str], stream: str = "ORDERFLOW_OPEN") -> list[Message]:
    """Return everything that stands in a stream."""

    async def read() -> list[Message]:
        found = []
        connection = await nats.connect(urls if isinstance(urls, str) else list(urls))
        try:
            js = connection.jetstream()
            state = (await js.stream_info(stream)).state
            for place in range(max(1, state.first_seq), state.last_seq + 1):
                one = await js.get_msg(stream, place)
                content = json.loads(one.data or b"")
                found.append(Message(place, one.subject or "", dict(one.headers or {}), content))
        finally:
            await connection.close()
        return found

    return asyncio.run(read())
