"""The AsyncAPI document says of what is published what is published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import yaml
from jsonschema import Draft7Validator, FormatChecker

from orderflow.order import State
from orderflow.order.events import TYPES
from orderflow.publication import Channel, Publication
from orderflow.publication.cloudevent import type_of
from orderflow.publication.nats import SEQUENCE, Target
from orderflow.store import ProtectionOrders
from tests.contracts.cases import serve, whole_case
from tests.docs.pages import DOCS

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCUMENT: Any = yaml.safe_load((DOCS / "embedding" / "asyncapi.yaml").read_text(encoding="utf-8"))
MESSAGE = DOCUMENT["components"]["messages"]["event"]
PAYLOAD = Draft7Validator(MESSAGE["payload"], format_checker=FormatChecker())
HEADERS = Draft7Validator(MESSAGE["headers"], format_checker=FormatChecker())


def references(part: Any) -> Iterator[str]:  # noqa: ANN401 - any part of the document
    """Yield every reference within the document."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(part, list):
        for value in part:
            yield from references(value)


def test_every_reference_leads_somewhere() -> None:
    """A reader of the document, or a tool, finds every part that it names."""
    for reference in references(DOCUMENT):
        place = DOCUMENT
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]


def test_every_channel_is_there_under_its_address() -> None:
    """The subjects of the streams are those of the document, and there are no others."""
    assert set(DOCUMENT["channels"]) == {channel.value for channel in Channel}
    for channel in Channel:
        stated = DOCUMENT["channels"][channel]
        target = Target(channel)
        assert stated["address"].replace("{order}.{event}", ">") == target.subjects
        assert target.stream in stated["description"]


@pytest.mark.parametrize("example", MESSAGE["examples"], ids=lambda one: one["name"])
def test_the_examples_fit(example: Any) -> None:  # noqa: ANN401
    """What is shown is what is allowed."""
    PAYLOAD.validate(example["payload"])
    HEADERS.validate(example["headers"])
    assert SEQUENCE in example["headers"]


def test_what_is_published_fits() -> None:
    """Every event of a whole case, in both channels; and every name of an event."""
    order_id = uuid4()
    with ProtectionOrders.open() as orders, Publication(orders) as publication:
        for command in whole_case(order_id):
            orders.handle(command)
        orders.handle(serve(order_id, 60, "uncle"))
        publication.catch_up()
        published = [one for channel in Channel for one in publication.page(channel)]

    assert len(published) == 18
    for one in published:
        PAYLOAD.validate(json.loads(one.document))
    names = Draft7Validator(MESSAGE["payload"]["properties"]["type"])
    for event in TYPES.values():
        names.validate(type_of(event))
    states = MESSAGE["payload"]["properties"]["data"]["properties"]["state"]["enum"]
    assert states == [state.value for state in State]


def test_what_is_not_published_does_not_fit() -> None:
    """A person, or anything else that is not in the document, is no part of a message."""
    payload = MESSAGE["examples"][0]["payload"]

    assert not PAYLOAD.is_valid({**payload, "person": "ana"})
    assert not PAYLOAD.is_valid({**payload, "data": {**payload["data"], "person": "ana"}})
