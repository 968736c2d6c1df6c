"""A twin accepts nothing that its model refuses, and reads the rest as the model does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, field_validator

from orderflow.audit.verifying import lean
from orderflow.audit.verifying.lean import lean_reader
from orderflow.order.confidential import confidential_fields
from orderflow.order.events import TYPES
from orderflow.store.codec import EventCodec
from orderflow.store.envelope import Envelope, envelope_of
from tests.golden.generate import LOGS
from tests.golden.generate_sealed import LOG as SEALED
from tests.properties.test_any_events import SIZE, pool

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
MOMENTS = st.sampled_from(
    (
        "2026-01-05T09:00:00Z", "2026-01-05t09:00:00z", "2026-01-05 09:00:00Z",
        "2026-01-05T09:00:00+01:00", "2026-01-05T09:00:00-23:59", "2026-01-05T09:00:00+24:00",
        "2026-01-05T09:00:60Z", "2026-01-05T09:00:00.1Z", "2026-01-05T09:00:00,5Z",
        "2026-01-05T09:00Z", "2026-01-05T24:00:00Z", "2026-01-05T09:00:00", "2026-02-30T09:00:00Z",
        "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59Z", "1767603600", "", "2026-01-05",
    )
)  # fmt: skip
WORDS = st.sampled_from(
    ("rob", "rob\n", "Rob", "r" * 65, "r" * 64, "r" * 33, "rób", "1rob", "rob/1", "-", "", "\u0000")
)


@cache
def golden() -> tuple[tuple[str, bytes], ...]:
    """Topic and payload of every golden event."""
    logs = (*(golden.log for golden in LOGS), SEALED)
    lines = (json.loads(line) for log in logs for line in log.read_text().splitlines())
    return tuple(
        (line["topic"], json.dumps(line["state"], separators=(",", ":")).encode()) for line in lines
    )


def the_same(twin: Any, model: Any) -> bool:  # noqa: ANN401
    """Tell whether a twin says what a model says, in values of the same types."""
    if isinstance(model, BaseModel):
        return all(the_same(getattr(twin, n), getattr(model, n)) for n in type(model).model_fields)
    if isinstance(model, tuple):
        pairs = zip(twin, model, strict=True)
        return type(twin) is tuple and all(the_same(one, other) for one, other in pairs)
    if isinstance(model, datetime):
        return bool(twin == model) and twin.utcoffset() == model.utcoffset()
    return type(twin) is type(model) and bool(twin == model)


def require_agreement(topic: str, state: bytes) -> bool:
    """Require that a twin reads nothing that the model does not read alike; tell if it reads."""
    envelope = envelope_of(TYPES[topic])
    read = lean_reader(envelope)
    if read is None:
        # A sealed value is read by a function of ours; these are read by their models.
        assert confidential_fields(TYPES[topic])
        return False
    twin = read(state)
    if twin is None:
        return False
    assert the_same(twin, envelope.model_validate_json(state)), (topic, state)
    return True


def test_every_event_has_a_twin() -> None:
    """And it reads nearly every golden payload, and every one of most types."""
    read = Counter(require_agreement(topic, state) for topic, state in golden())

    assert read[True] >= read.total() - 2


@pytest.mark.parametrize("bit", [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80])
def test_every_golden_payload_with_any_bit_changed(bit: int) -> None:
    """Is refused by both, or read alike."""
    for topic, state in golden():
        for place in range(len(state)):
            changed = bytearray(state)
            changed[place] ^= bit
            require_agreement(topic, bytes(changed))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, SIZE))
def test_events_of_any_life(number: int) -> None:
    """Are read alike; what is confidential is in no payload before it is sealed."""
    event = pool()[number % len(pool())]
    assume(not confidential_fields(type(event)))
    envelope = envelope_of(type(event)).model_construct(
        **{**dict(_golden_envelope()), "event": event}
    )
    topic, state = EventCodec.packaged().encode(envelope)

    require_agreement(topic, state)


@settings(max_examples=3000, deadline=None)
@given(st.data())
def test_payloads_with_anything_in_any_place(data: st.DataObject) -> None:
    """A member replaced, left out, added, or doubled: refused by both, or read alike."""
    topic, state = data.draw(st.sampled_from(golden()))
    payload = json.loads(state)
    inside = data.draw(st.sampled_from(list(_objects(payload))))
    name = data.draw(st.sampled_from(sorted(inside) or ["more"]))
    match data.draw(st.sampled_from(("replace", "moment", "word", "drop", "add"))):
        case "replace":
            inside[name] = data.draw(JSON)
        case "moment":
            inside[name] = data.draw(MOMENTS)
        case "word":
            word = data.draw(WORDS)
            inside[name] = [word] if isinstance(inside[name], list) else word
        case "drop":
            del inside[name]
        case _:
            inside[data.draw(st.text(max_size=9))] = data.draw(JSON)
    require_agreement(topic, json.dumps(payload).encode())


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_payloads_cut_and_pasted(data: st.DataObject) -> None:
    """A stretch of bytes left out, doubled or put elsewhere: refused by both, or read alike."""
    topic, state = data.draw(st.sampled_from(golden()))
    first, last, to = sorted(data.draw(st.tuples(*[st.integers(0, len(state))] * 3)))
    part = state[first:last]
    for changed in (
        state[:first] + state[last:],
        state[:last] + part + state[last:],
        state[:first] + state[last:to] + part + state[to:],
    ):
        require_agreement(topic, changed)


def test_a_model_with_a_check_of_its_own_has_no_twin() -> None:
    """What is a function of ours cannot be kept by a twin."""

    class Lax(BaseModel):
        name: str

    class Checked(BaseModel):
        model_config = ConfigDict(strict=True, extra="forbid")
        name: str

        @field_validator("name")
        @classmethod
        def fits(cls, value: str) -> str:
            return value

    assert lean_reader(Lax) is None
    assert lean_reader(Checked) is None


def test_texts_that_were_seen_are_forgotten_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many people a log has, what is remembered of them has a bound."""
    monkeypatch.setattr(lean, "_KEPT_AT_MOST", 3)
    monkeypatch.setattr(lean, "_known", lean._known)
    for number in range(50):
        topic, state = golden()[3]
        changed = state.replace(b'"rob"', b'"rob-%d"' % number)
        assert require_agreement(topic, changed)

    assert len(lean._known) < 20


def _golden_envelope() -> Envelope[Any]:
    topic, state = golden()[0]
    return envelope_of(TYPES[topic]).model_validate_json(state)


def _objects(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner)
