"""What is published, followed without any other system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.api.accesses.entry import Access
from orderflow.api.competence import may_follow
from orderflow.api.exchange import Answer
from orderflow.api.problems import Kind, Problem
from orderflow.api.shapes import FollowQuery
from orderflow.api.streaming import MEDIA_TYPE, Mark, Place
from orderflow.publication import Channel

if TYPE_CHECKING:
    from orderflow.api.exchange import Asked
    from orderflow.api.service import Service


def follow_events(service: Service, asked: Asked) -> Answer:
    """Follow what is published, as server-sent events, each a CloudEvent.

    Each has an id; send the last one that you took in as `Last-Event-ID`, or as `after` where a
    header cannot be set, and you go on behind it. An id that this log never gave you is refused.
    """
    query: FollowQuery = asked.parameters(FollowQuery)
    channel = Channel(query.channel)
    if not may_follow(asked.caller.reader, asked.caller.roles, channel):
        raise Problem(Kind.ROLE_NOT_PERMITTED)
    publication = service.followers.publication()
    last = asked.header("last-event-id") or query.after
    place = Place(channel)
    if last is not None:
        mark = Mark.read(last)
        if mark.channel is not channel or not publication.has(*mark):
            raise Problem(Kind.CURSOR_NOT_VALID)
        place = Place(channel, mark.sequence)
    return Answer(b"", looks=(Access(),), media_type=MEDIA_TYPE, stream=place)
