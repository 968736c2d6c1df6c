"""Every byte of a bundle counts: whichever is changed, taken, put in or doubled, it is refused.

By our own reader and by the verifier that shares no code with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest

from orderflow.audit.bundle import Bundle, check
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import EventLogError, LedgerError
from tests.outsider.verifier import LOG, outsider
from tests.unit.audit.bundle.conftest import LATE
from tests.unit.audit.bundle.making import bundled, lived, nothing_beside
from tests.unit.audit.ledger.making import LOG_KEY

PARTS = 8
TRUST = Trust(LOG_KEY.verifier)
KEY = outsider.read_key(LOG, outsider.LOG)
TOLD = (LedgerError, EventLogError)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a small bundle."""
    folder = tmp_path_factory.mktemp("bytes")
    with nothing_beside():
        bundled(lived(folder), folder / "small.tar", LATE)
    return (folder / "small.tar").read_bytes()


def ours(content: bytes) -> bool:
    """Tell whether our own reader accepts these bytes."""
    try:
        check(Bundle(BytesIO(content)), TRUST)
    except TOLD:
        return False
    return True


def theirs(content: bytes) -> bool:
    """Tell whether the verifier accepts them."""
    try:
        bundle = outsider.Bundle(BytesIO(content), KEY)
        note = bundle.part("checkpoint").short()
        checkpoint = outsider.read_checkpoint(note, outsider.Trust(KEY, [], 0), "it")
        _, story = outsider.proven_by(bundle, checkpoint, "it")
    except outsider.Refused:
        return False
    return story.found == 0


def flipped(good: bytes, part: int) -> Iterator[tuple[int, bytes]]:
    """Yield the bundle with each byte of a part changed, in its lowest bit or its case."""
    for at in range(part, len(good), PARTS):
        for bit in (0x01, 0x20):
            other = bytearray(good)
            other[at] ^= bit
            yield at, bytes(other)


def damaged(good: bytes, at: int) -> Iterator[bytes]:
    """Yield the bundle with something taken out, put in or doubled at one place, or cut there."""
    for other in (
        good[:at] + good[at + 1 :],
        good[:at] + good[at + 512 :],
        good[:at] + b"\0" + good[at:],
        good[:at] + bytes(512) + good[at:],
        good[:at] + good[at : at + 1] + good[at:],
        good[:at] + good[at : at + 512] + good[at:],
        good[:at],
    ):
        if other != good:
            yield other


def test_the_bundle_itself_is_accepted(bundle: bytes) -> None:
    """Both accept the bytes as they were made."""
    assert ours(bundle)
    assert theirs(bundle)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_changed_byte_is_refused(bundle: bytes, part: int) -> None:
    """No byte of an archive is free, be it content, header or padding."""
    passed = [at for at, other in flipped(bundle, part) if ours(other) or theirs(other)]

    assert passed == []


@pytest.mark.parametrize("part", range(PARTS))
def test_bytes_taken_put_in_and_doubled_are_refused(bundle: bytes, part: int) -> None:
    """Anywhere in the archive, one byte or a whole block of it; or all from there on."""
    passed = [
        at
        for at in range(part * 7, len(bundle) + 1, PARTS * 7)
        for other in damaged(bundle, at)
        if ours(other) or theirs(other)
    ]

    assert passed == []


def test_two_bundles_in_a_row_are_none(bundle: bytes) -> None:
    """Nothing may stand before or behind a bundle."""
    for other in (bundle + bundle, bundle[512:] + bundle, bytes(512) + bundle):
        assert not ours(other)
        assert not theirs(other)
