"""Publishes what happened to whoever may hear of it, once and in order, and no personal data.

openness     from when on an audience may hear of an order
cloudevent   what is said of an event
outbox       what may be published, numbered for each audience
following    reads that, from a number on
nats         carries it to NATS JetStream
"""

from __future__ import annotations

from orderflow.publication.following import Publication, Published
from orderflow.publication.openness import Channel

__all__ = ["Channel", "Publication", "Published"]
