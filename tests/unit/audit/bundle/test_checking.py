"""What a bundle proves, and that nothing else passes for one, whoever signed it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from orderflow.audit import explain
from orderflow.audit.bundle import Bundle, BundleLog, Checked, check, choosing
from orderflow.audit.bundle.manifest import NAME
from orderflow.audit.bundle.pinned import pinned_in
from orderflow.audit.interchange import Selection
from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, signed
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.proof_file import ConsistencyProof
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import EventLogError, LedgerError, NotProven, NotTrusted, NotWellFormed
from orderflow.store import LogReader
from tests.unit.audit.bundle.conftest import LATE
from tests.unit.audit.bundle.making import (
    RU,
    Place,
    bundled,
    files_in,
    lived,
    nothing_beside,
    resigned,
)
from tests.unit.audit.ledger.making import (
    LOG_KEY,
    NOON,
    ORIGIN,
    OTHER_KEY,
    WITNESS_KEY,
    tampered,
)

TRUST = Trust(LOG_KEY.verifier)
Files = dict[str, bytes]


def checked(content: bytes, **asked: object) -> Checked:
    """Check a bundle that is held in memory."""
    return check(Bundle(BytesIO(content)), TRUST, **asked)  # type: ignore[arg-type]


def test_an_order_is_proven(whole: Path) -> None:
    """Its events stand in the log, in these bytes, at these places."""
    found = checked(whole.read_bytes())

    assert found.manifest.selection == Selection(order=RU)
    assert (found.manifest.events, found.manifest.size) == (7, 17)
    assert found.places == ((0, 7),)
    assert found.opened.checkpoint.origin == ORIGIN
    assert found.simulated


def test_a_period_is_proven(small: Path) -> None:
    """What was recorded in it, at the places where it stands."""
    found = checked(small.read_bytes())

    assert found.manifest.selection == LATE
    assert found.places == ((6, 7),)


def test_another_signer_is_not_believed(small: Path) -> None:
    """Neither of the bundle nor of the checkpoint."""
    with pytest.raises(NotTrusted):
        checked(small.read_bytes(), signer=OTHER_KEY.verifier)
    with pytest.raises(NotTrusted):
        checked(resigned(files_in(small), OTHER_KEY))
    # A bundle that another key signed is believed where that key is; its checkpoint is the log's.
    assert checked(resigned(files_in(small), OTHER_KEY), signer=OTHER_KEY.verifier)
    with pytest.raises(NotTrusted):
        check(
            Bundle(BytesIO(small.read_bytes())),
            Trust(OTHER_KEY.verifier),
            signer=LOG_KEY.verifier,
        )


def test_a_witness_counts(small: Path) -> None:
    """The cosignatures of the checkpoint are those of a bundle."""
    files = files_in(small)
    note = Note.parse(files["checkpoint"])
    files["checkpoint"] = note.joined((cosignature(note.text, WITNESS_KEY, NOON),)).encode()
    trust = Trust(LOG_KEY.verifier, (WITNESS_KEY.verifier,), 1)

    found = check(Bundle(BytesIO(resigned(files))), trust)
    assert list(found.opened.cosigned_at.values()) == [NOON]
    with pytest.raises(NotTrusted):
        check(Bundle(BytesIO(small.read_bytes())), trust)


def test_growth_is_shown_or_not(small: Path, place: Place) -> None:
    """The same checkpoint needs no proof; an older one does, and it must lead here."""
    now = checked(small.read_bytes()).opened.checkpoint
    assert checked(small.read_bytes(), since=now).since == now
    with pytest.raises(NotProven, match="does not say whether"):
        checked(small.read_bytes(), since=place.earlier())

    other = ConsistencyProof(place.earlier().size, (), place.checkpoints[0])
    files = {**files_in(small), "growth.proof": other.encode()}
    with pytest.raises(NotProven, match="another checkpoint"):
        checked(resigned(files), since=place.earlier())


def line(number: int, old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Return what changes a line of the events."""

    def change(files: Files) -> Files:
        lines = files["events.jsonl"].splitlines(keepends=True)
        assert old in lines[number]
        lines[number] = lines[number].replace(old, new)
        return {**files, "events.jsonl": b"".join(lines)}

    return change


def replaced(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Return what changes a file."""

    def change(files: Files) -> Files:
        assert old in files[name]
        return {**files, name: files[name].replace(old, new)}

    return change


def without(name: str) -> Callable[[Files], Files]:
    """Return what leaves a file out."""
    return lambda files: {one: content for one, content in files.items() if one != name}


@pytest.mark.parametrize(
    "change, error",
    [
        (line(1, b"mother", b"nobody"), EventLogError),
        (line(0, b'"order":"', b'"order":"0'), EventLogError),
        (replaced("proof.txt", b"events 0 7", b"events 0 6"), LedgerError),
        (replaced("proof.txt", b"hash", b"hush"), NotWellFormed),
        (replaced("checkpoint", b"\n17\n", b"\n18\n"), NotTrusted),
        (without("checkpoint"), NotWellFormed),
        (without("proof.txt"), NotWellFormed),
        (without("events.jsonl"), NotWellFormed),
        (without("law/regimes/uk-ew-fmpo@2008.toml"), NotProven),
        (without("law/regimes/uk-ew-fmpo@2014.toml"), NotProven),
        (without("law/sources.toml"), NotProven),
        (replaced("law/regimes/uk-ew-fmpo@2008.toml", b"2008-11-25", b"2008-11-26"), NotProven),
        (replaced("law/sources.toml", b"[[source]]", b"[[sauce]]"), NotProven),
    ],
)
def test_a_signer_cannot_make_it_say_otherwise(
    whole: Path, change: Callable[[Files], Files], error: type[Exception]
) -> None:
    """Even signed anew, what the ledger and the orders say cannot be changed."""
    with pytest.raises(error):
        checked(resigned(change(files_in(whole))))


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "other.example/orders"},
        {"events": 6},
        {"size": 18},
        {"selection": Selection(order="0" * 32)},
        {"selection": LATE},
    ],
)
def test_a_manifest_that_claims_otherwise_is_refused(whole: Path, said: dict[str, object]) -> None:
    """Log, numbers and whose events these are must be those of the bundle."""
    with pytest.raises(NotProven):
        checked(resigned(files_in(whole), said=said))


def test_a_wider_period_is_not_believed(small: Path) -> None:
    """The events say which period they were chosen for."""
    wider = Selection(
        recorded_from=datetime(2000, 1, 1, tzinfo=UTC), recorded_before=LATE.recorded_before
    )
    with pytest.raises(NotProven):
        checked(resigned(files_in(small), said={"selection": wider}))


def test_a_gap_in_a_period_is_refused(place: Place, tmp_path: Path) -> None:
    """Two events of an order with one between them that is missing are no period."""
    everything = Selection(
        recorded_from=datetime(2000, 1, 1, tzinfo=UTC),
        recorded_before=datetime(2030, 1, 1, tzinfo=UTC),
    )
    kept = choosing.within
    with (
        nothing_beside(),
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(choosing, "within", lambda e, s: kept(e, s) and e.version != 3)
        bundled(place, tmp_path / "b", everything)
    with pytest.raises(NotProven, match="does not belong"):
        checked((tmp_path / "b").read_bytes())


def test_a_checkpoint_of_another_tree_is_not_reached(small: Path) -> None:
    """Signed by the log, of the right size, and yet of other events."""
    files = files_in(small)
    files["checkpoint"] = signed(Checkpoint(ORIGIN, 17, bytes(32)), LOG_KEY).encode()
    with pytest.raises(NotProven, match="do not lead"):
        checked(resigned(files))


@pytest.mark.parametrize("name", ["law/regimes/uk-ew-fmpo@2008.toml", "law/sources.toml"])
@pytest.mark.parametrize(
    "content",
    [
        b"a=" + b"[" * 100_000,
        b"a=" + b"9" * 100_000,
        b"a" + b".a" * 100_000 + b"=1",
        b"\0",
        b"\xff",
    ],
)
def test_law_made_to_exhaust_its_reader_is_refused(whole: Path, name: str, content: bytes) -> None:
    """Lists, numbers and keys that no reader of TOML bears are answered in one sentence."""
    with pytest.raises(NotProven):
        checked(resigned({**files_in(whole), name: content}))


def test_a_file_in_the_place_of_a_folder_is_no_law(whole: Path) -> None:
    """What is named as the folder of the law is not written over it."""
    files = files_in(whole)
    kept = {name: content for name, content in files.items() if "law/regimes/" not in name}
    with pytest.raises(NotProven, match="does not hold the law"):
        checked(resigned({**kept, "law/regimes": b"x", "law/own": b"x"}))


def test_what_is_not_short_is_not_read(small: Path) -> None:
    """A checkpoint of a megabyte is none."""
    files = {**files_in(small), "checkpoint": bytes(1_000_001)}
    with pytest.raises(NotWellFormed, match="more than"):
        checked(resigned(files))


def test_a_hash_of_the_manifest_must_hold(small: Path) -> None:
    """A file that is not the one that was named is refused before anything is read of it."""
    content = small.read_bytes()
    assert content.count(b"small\n") == 1
    with pytest.raises(NotProven, match=r"README\.txt"):
        Bundle(BytesIO(content.replace(b"small\n", b"smell\n")))


def test_a_file_that_cannot_be_read_is_closed(tmp_path: Path) -> None:
    """Something else is refused by name, and nothing stays open."""
    (tmp_path / "other").write_bytes(b"PK\x03\x04")
    with pytest.raises(NotWellFormed, match=NAME):
        Bundle.open(tmp_path / "other")


def test_a_bundle_is_read_as_a_log(whole: Path, place: Place) -> None:
    """The history of the order is told from the bundle as it is from the log."""
    with closing(BundleLog(whole)) as log, LogReader.open(place.log) as reader:
        (order_id,) = LogReader.over(log).order_ids()

        assert explain(LogReader.over(log), order_id) == explain(reader, order_id)


def test_a_log_needs_a_bundle(small: Path, tmp_path: Path) -> None:
    """A period that begins in the middle of an order cannot be replayed; garbage is no bundle."""
    with closing(BundleLog(small)) as log, pytest.raises(EventLogError, match="missing"):
        LogReader.over(log).history(next(LogReader.over(log).order_ids()))
    (tmp_path / "other").write_bytes(b"MANIFEST\0")
    with pytest.raises(NotWellFormed):
        BundleLog(tmp_path / "other")


def test_an_event_that_is_no_request_pins_nothing() -> None:
    """A first event that names no law is not looked up, and is told by whoever reads it."""
    for state in (b"\0", b"{}", b'{"event":1}', b'{"event":{"regime":1}}'):
        assert pinned_in(state) == set()
    assert pinned_in(b'{"event":{"regime":{"id":"a","digest":"b"}}}') == {("a", "b")}


def test_a_damaged_stream_is_named(tmp_path: Path) -> None:
    """An id that is none stops a period from being bundled."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    tampered(place.log, "UPDATE stored_events SET originator_id = 'x' WHERE position = 7")
    with pytest.raises(LedgerError):
        bundled(place, tmp_path / "b", LATE)
