"""`orderflow publish`: what happened, to NATS JetStream."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from orderflow.cli.faults import DONE, NoAnswer, WrongUse
from orderflow.cli.logs import log_at, place_of
from orderflow.cli.stopping import notes_shown, until_told

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Publish until told to stop.

    Raises:
        WrongUse: No server is named, or the extra is not installed.
        NoAnswer: With `--once`, no server takes what is published.
        PublicationStopped: The log or a stream is not the one that was published.
    """
    servers = arguments.nats or os.environ.get("ORDERFLOW_NATS", "").split()
    if not servers:
        msg = "name a server of NATS with --nats or ORDERFLOW_NATS"
        raise WrongUse(msg)
    if arguments.replicas not in {1, 3, 5}:
        msg = "--replicas is 1, 3 or 5"
        raise WrongUse(msg)
    try:
        return _published(arguments, servers)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "nats":
            raise
        msg = "publishing needs the extra 'nats': pip install 'orderflow[nats]'"
        raise WrongUse(msg) from None


def _published(arguments: Namespace, servers: list[str]) -> int:
    from orderflow.publication import Channel, Publication
    from orderflow.publication.nats import Target
    from orderflow.publication.publisher import Publisher

    options = {"user_credentials": arguments.creds} if arguments.creds else {}
    channels = [Channel(name) for name in dict.fromkeys(arguments.channel)] or [Channel.OPEN]
    try:
        targets = [Target(one, arguments.prefix, arguments.replicas) for one in channels]
    except ValueError as error:
        raise WrongUse(str(error)) from None
    with (
        closing(log_at(place_of(arguments))) as orders,
        Publication(orders) as publication,
        notes_shown(),
        until_told() as stop,
    ):
        publisher = Publisher(publication, servers, targets, options=options)
        if not arguments.once:
            publisher.run(stop.is_set)
            return DONE
        try:
            print(f"{publisher.publish()} published")
        except ConnectionError as error:
            raise NoAnswer(str(error)) from None
    return DONE
