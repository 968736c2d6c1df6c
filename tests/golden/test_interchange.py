"""A file that a released version wrote is read for ever, with the same leaves and root."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest

from orderflow.audit.interchange import read, write
from orderflow.audit.interchange.marks import read_head
from orderflow.audit.ledger.leaf import hash_of
from tests.golden import generate_interchange as golden

NAMES = ("empty", "odd", "orders")


def content(name: str) -> bytes:
    """Return a file as it was released."""
    return (golden.HERE / f"{name}.jsonl").read_bytes()


def expected(name: str) -> Any:  # noqa: ANN401 - any JSON
    """Return the leaves and the root of a file as they were released."""
    return json.loads((golden.HERE / f"{name}.leaves.json").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_a_released_file_is_read_to_its_leaves(name: str) -> None:
    """Every event has the leaf that it had, and is written again as it was."""
    lines = content(name).splitlines(keepends=True)
    events = list(read(lines))

    assert [hash_of(event).hex() for event in events] == expected(name)["leaves"]
    assert list(write(events, read_head(lines[0]))) == lines


@pytest.mark.parametrize("name", ["empty", "odd"])
def test_todays_code_writes_what_the_released_one_wrote(name: str) -> None:
    """Stored events that are hard to write are written as they were.

    Not those of `orders.jsonl`: they are of a log, whose events may have newer forms.
    """
    leaves = (golden.HERE / f"{name}.leaves.json").read_bytes()

    assert golden.lines_of(name) == content(name)
    assert golden.digests_of(golden.files()[name][1]) == leaves


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_enough_to_read_a_file(name: str) -> None:
    """By hand, with nothing of ours: fields cut out, leaves put together, root and end as said."""
    whole = content(name)
    *lines, last, rest = whole.split(b"\n")
    assert rest == b""
    leaves = [_leaf(line) for line in lines[1:]]
    end = json.loads(last)["data"]

    assert [leaf.hex() for leaf in leaves] == expected(name)["leaves"]
    assert end["events"] == str(len(leaves))
    assert end["sha256"] == sha256(whole[: -len(last) - 1]).hexdigest()
    assert end["root"] == b64encode(_root(leaves)).decode() == expected(name)["root"]


def _leaf(line: bytes) -> bytes:
    fields = json.loads(line, parse_int=str, parse_float=str)
    if "data" in fields:
        mark = b'"datacontenttype":"application/json","data":'
        state = line[line.index(mark) + len(mark) : -1]
    else:
        state = b64decode(fields["data_base64"])
    version = int(fields["streamversion"]).to_bytes(8, "big")
    texts = (_text(fields["subject"]), version, _topic(fields["type"]), state)
    leaf = b"orderflow-leaf/1\n" + b"".join(len(one).to_bytes(4, "big") + one for one in texts)
    return sha256(b"\x00" + leaf).digest()


def _topic(name: str) -> bytes:
    rest = name.removeprefix("nl.protection-order.")
    if rest.startswith("other-type."):
        return _text(rest.removeprefix("other-type."))
    event, _, version = rest.rpartition(".v")
    return f"orderflow/{event}/{version}".encode()


def _text(written: str) -> bytes:
    return b"" if written == "%" else unquote_to_bytes(written)


def _root(leaves: list[bytes]) -> bytes:
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\x01" + _root(leaves[:split]) + _root(leaves[split:])).digest()
