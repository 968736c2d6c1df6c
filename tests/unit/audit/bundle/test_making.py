"""What goes into a bundle, and when none is made."""

from __future__ import annotations

import json
import sqlite3
import stat
import tomllib
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

import pytest

from orderflow.audit.bundle import Beside, Bundle, archive, check, shipped
from orderflow.audit.interchange import Selection
from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.sqlite.log import SQLiteLog
from orderflow.audit.ledger.trust import Trust
from orderflow.casefile import find_case, open_simulated, run_case
from orderflow.errors import (
    LedgerDamaged,
    LogContradicted,
    NotCovered,
    OrderNotFound,
    UnknownRegime,
    UnreadableEvent,
)
from orderflow.law import RegimeRegister
from orderflow.order.events import TYPES
from tests.unit.audit.bundle.conftest import LATE
from tests.unit.audit.bundle.making import (
    RU,
    Place,
    bundled,
    checkpoint,
    events_of,
    files_in,
    lived,
    nothing_beside,
)
from tests.unit.audit.ledger.making import LOG_KEY, OTHER_KEY, WITNESS_KEY, tampered

ROOT = Path(__file__).resolve().parents[4]
TRUST = Trust(LOG_KEY.verifier)


def test_a_bundle_of_an_order_has_all_its_events(whole: Path) -> None:
    """And no other's, in the order of recording."""
    found = events_of(whole)

    assert {one["subject"] for one in found} == {RU}
    assert [one["streamversion"] for one in found] == [str(n) for n in range(1, 8)]


def test_a_bundle_of_a_period_has_what_was_recorded_in_it(small: Path) -> None:
    """From its first moment on, and before its last."""
    (only,) = events_of(small)
    at = datetime.fromisoformat(str(only["time"]))

    assert LATE.recorded_from is not None
    assert LATE.recorded_before is not None
    assert LATE.recorded_from <= at < LATE.recorded_before


def test_a_period_begins_with_its_first_moment_and_ends_before_its_last(
    place: Place, tmp_path: Path, small: Path
) -> None:
    """An event recorded at the first moment belongs to it, one at the last does not."""
    at = datetime.fromisoformat(str(events_of(small)[0]["time"]))
    earlier = datetime(2013, 5, 1, tzinfo=UTC)
    with nothing_beside():
        begins = Selection(recorded_from=at, recorded_before=datetime(2014, 1, 1, tzinfo=UTC))
        assert bundled(place, tmp_path / "begins", begins).events == 1
        ends = Selection(recorded_from=earlier, recorded_before=at)
        with pytest.raises(NotCovered, match="none of this order or period"):
            bundled(place, tmp_path / "ends", ends)


def test_the_same_log_gives_the_same_bytes(place: Place, whole: Path, tmp_path: Path) -> None:
    """No clock, no chance, no place of a file goes into a bundle."""
    bundled(place, tmp_path / "again.tar")

    assert (tmp_path / "again.tar").read_bytes() == whole.read_bytes()


def test_the_law_is_the_one_that_was_pinned(whole: Path) -> None:
    """The files as they ship, with what they rest on; and their sources and choices."""
    files = files_in(whole)
    law = {name for name in files if name.startswith("law/")}

    # The law of 2008 hands over to that of 2014 for later conduct.
    assert law == {
        "law/choices.toml",
        "law/sources.toml",
        "law/regimes/uk-ew-fmpo@2008.toml",
        "law/regimes/uk-ew-fmpo@2014.toml",
    }
    packaged = RegimeRegister.packaged().files["uk-ew-fmpo@2008"].read_bytes()
    assert files["law/regimes/uk-ew-fmpo@2008.toml"] == packaged
    assert tomllib.loads(files["law/choices.toml"].decode())["choice"]


def test_the_features_are_those_of_all_law_and_of_the_pinned(whole: Path) -> None:
    """Features of other regimes are left out; all others are there to the letter."""
    found = {n: c for n, c in files_in(whole).items() if n.startswith("features/")}
    features = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "features").rglob("*")
        if path.suffix in {".feature", ".md"}
    }
    others = {n for n in features if n.startswith("features/regimes/") and "/uk-ew-fmpo/" not in n}

    assert found == {name: features[name] for name in features.keys() - others}
    assert others


def test_the_lifecycle_the_forms_and_the_pages_are_there(whole: Path) -> None:
    """For machines and for people, in both languages."""
    files = files_in(whole)
    machine = json.loads(files["lifecycle/lifecycle.json"])

    assert machine["triggers"].keys() == TYPES.keys()
    assert machine["initial"] in machine["states"]
    assert json.loads(files["schemas/events.json"])["events"].keys() == TYPES.keys()
    assert b"<svg" in files["lifecycle/nl.svg"]
    assert files["lifecycle/en.mmd"].startswith(b"stateDiagram")
    for name in ("bundle.md", "event-log.md", "ledger.md"):
        assert files[f"docs/{name}"] == (ROOT / "docs" / "auditing" / name).read_bytes()
    verifier = ROOT / "docs" / "auditing" / "verify_bundle.py"
    assert files["verify_bundle.py"] == verifier.read_bytes()


def test_the_readme_speaks_two_languages_in_lines_of_80(whole: Path) -> None:
    """It says what this is, of whom, that it is a simulation, and how to check it."""
    text = files_in(whole)["README.txt"].decode()

    assert max(map(len, text.splitlines())) < 80
    for part in ("HOW TO CHECK IT", "HOE U HET CONTROLEERT", RU, "SIMULATION", "SIMULATIE"):
        assert part in text
    assert text.count("python verify_bundle.py bundle") == 2


def test_keys_lie_in_it_to_be_compared(place: Place, tmp_path: Path) -> None:
    """That of the signer, and those of the witnesses that were given."""
    with nothing_beside():
        bundled(place, tmp_path / "b", beside=Beside(witnesses=(WITNESS_KEY.verifier,)))
    files = files_in(tmp_path / "b")

    assert files["keys/signer.pub"].decode() == f"{LOG_KEY.verifier}\n"
    assert files["keys/witness-1.pub"].decode() == f"{WITNESS_KEY.verifier}\n"


def test_a_bundle_may_show_that_the_log_only_grew(place: Place, tmp_path: Path) -> None:
    """Since a checkpoint that was kept; one of another log is refused."""
    with nothing_beside():
        bundled(place, tmp_path / "b", LATE, beside=Beside(since=place.earlier()))
        with Bundle.open(tmp_path / "b") as bundle:
            assert check(bundle, TRUST, since=place.earlier()).since == place.earlier()
        other = Checkpoint(place.earlier().origin, place.earlier().size, bytes(32))
        with pytest.raises(LogContradicted):
            bundled(place, tmp_path / "c", LATE, beside=Beside(since=other))


def test_events_without_a_checkpoint_are_not_bundled(tmp_path: Path) -> None:
    """Neither in an order nor in a period; it says that a checkpoint is to be made."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    orders, clock = open_simulated(str(place.log))
    with orders:
        run_case(find_case("re-k-2020"), orders, clock=clock)
        late = [one for one in orders.order_ids() if one.hex != RU]
    for selection in (
        Selection(order=late[0].hex),
        Selection(
            recorded_from=datetime(2000, 1, 1, tzinfo=UTC),
            recorded_before=datetime(2030, 1, 1, tzinfo=UTC),
        ),
    ):
        with pytest.raises(NotCovered, match="make one"):
            bundled(place, tmp_path / "b", selection)
    assert not (tmp_path / "b").exists()
    with nothing_beside():
        assert bundled(place, tmp_path / "b").events == 7


def test_an_order_that_is_not_there_has_no_bundle(place: Place, tmp_path: Path) -> None:
    """It is said, and no file is made."""
    with pytest.raises(OrderNotFound):
        bundled(place, tmp_path / "b", Selection(order="0" * 32))
    assert not (tmp_path / "b").exists()


def test_an_order_with_a_gap_has_no_bundle(tmp_path: Path) -> None:
    """What was taken out of the middle is not signed as all there is."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    tampered(place.log, "DELETE FROM stored_events WHERE originator_version = 4")
    with pytest.raises(UnreadableEvent):
        bundled(place, tmp_path / "b")


def test_an_order_whose_end_was_taken_has_no_bundle(tmp_path: Path) -> None:
    """The log knows which events it acknowledged; an end that is gone is noticed."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    tampered(place.log, "DELETE FROM stored_events WHERE originator_version = 7")
    with pytest.raises(UnreadableEvent, match="acknowledged"):
        bundled(place, tmp_path / "b")


def test_a_changed_event_is_not_bundled(tmp_path: Path) -> None:
    """What is not what was hashed gets no proof."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    tampered(
        place.log,
        "UPDATE stored_events SET state ="
        " CAST(replace(state, 'mother', 'nobody') AS BLOB) WHERE originator_version = 7",
    )
    with pytest.raises(LogContradicted):
        bundled(place, tmp_path / "b")


def test_hashes_that_lead_nowhere_are_not_signed(tmp_path: Path) -> None:
    """Whoever makes a bundle learns that the ledger was altered, not whoever needs it later."""
    place = lived(tmp_path)
    with closing(sqlite3.connect(place.ledger)) as connection:
        tile = bytearray(connection.execute("SELECT hashes FROM tiles").fetchone()[0])
    tile[12 * 32] ^= 1
    tampered(place.ledger, f"UPDATE tiles SET hashes = x'{tile.hex()}'")  # noqa: S608 - our own
    with pytest.raises(LedgerDamaged, match="do not lead"):
        bundled(place, tmp_path / "b")

    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    "statement, why",
    [
        ("state = x'00'", "when it was recorded"),
        ("state = CAST(replace(state, 'recorded_at', 'recorded_in') AS BLOB)", "recorded"),
    ],
)
def test_a_period_needs_to_know_when(tmp_path: Path, statement: str, why: str) -> None:
    """An event that does not say when it was recorded may belong to any period: none is made."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    update = f"UPDATE stored_events SET {statement} WHERE originator_version = 1"  # noqa: S608
    tampered(place.log, update)
    with pytest.raises(UnreadableEvent, match=why):
        bundled(place, tmp_path / "b", LATE)


def test_law_that_is_not_at_hand_has_no_bundle(place: Place, tmp_path: Path) -> None:
    """A register without the law that was pinned gives an error and no file."""
    register = RegimeRegister({}, RegimeRegister.packaged().references)
    with pytest.raises(UnknownRegime):
        bundled(place, tmp_path / "b", beside=Beside(register=register))
    assert not (tmp_path / "b").exists()


def test_own_law_comes_with_its_own_sources(place: Place, tmp_path: Path) -> None:
    """Sources and choices of a folder lie beside those that ship."""
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "choices.toml").write_text("")
    bundled(place, tmp_path / "b", beside=Beside(own_law=tmp_path / "law"))

    assert files_in(tmp_path / "b")["law/own/choices.toml"] == b""
    with Bundle.open(tmp_path / "b") as bundle:
        check(bundle, TRUST)


def test_another_key_may_sign(place: Place, tmp_path: Path) -> None:
    """Whoever bundles need not be able to sign checkpoints."""
    with nothing_beside():
        bundled(place, tmp_path / "b", LATE, key=OTHER_KEY)
    with Bundle.open(tmp_path / "b") as bundle:
        assert check(bundle, TRUST, signer=OTHER_KEY.verifier).manifest.events == 1
    with pytest.raises(ValueError, match="notes"), nothing_beside():
        bundled(place, tmp_path / "c", LATE, key=WITNESS_KEY)


def test_nothing_is_overwritten_and_no_half_is_left(place: Place, tmp_path: Path) -> None:
    """A file that is there stays; a write that fails leaves none."""
    out = tmp_path / "b"
    out.write_text("there")
    with nothing_beside(), pytest.raises(FileExistsError):
        bundled(place, out, LATE)
    assert out.read_text() == "there"
    out.unlink()
    with (
        nothing_beside(),
        patch.object(archive, "finish", side_effect=OSError(28, "disk full")),
        pytest.raises(OSError, match="disk full"),
    ):
        bundled(place, out, LATE)
    assert list(tmp_path.iterdir()) == []


def test_only_its_owner_can_read_it(place: Place, tmp_path: Path) -> None:
    """Pseudonyms and what happened to them are not for everybody on the machine."""
    with nothing_beside():
        bundled(place, tmp_path / "b", LATE)
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600


def test_somebody_who_is_killed_leaves_no_half(place: Place, tmp_path: Path) -> None:
    """Until all of it is on disk there is nothing of that name."""
    seen = []
    with (
        nothing_beside(),
        patch.object(
            archive, "finish", side_effect=lambda _: seen.append((tmp_path / "b").exists())
        ),
    ):
        bundled(place, tmp_path / "b", LATE)
    assert seen == [False]


def test_what_somebody_else_put_there_meanwhile_stays(place: Place, tmp_path: Path) -> None:
    """Neither replaced nor taken away."""
    out = tmp_path / "b"
    with (
        nothing_beside(),
        patch.object(archive, "finish", side_effect=lambda _: out.write_text("there")),
        pytest.raises(FileExistsError),
    ):
        bundled(place, out, LATE)
    assert out.read_text() == "there"


def test_an_installed_package_finds_what_shipped_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no checkout, features, pages and verifier come out of the package."""
    for name in ("docs", "features/regimes/other"):
        (tmp_path / "shipped" / name).mkdir(parents=True)
    for name in ("docs/bundle.md", "docs/event-log.md", "docs/ledger.md", "verify_bundle.py"):
        (tmp_path / "shipped" / name).write_text(name)
    (tmp_path / "shipped" / "features" / "one.feature").write_text("one")
    (tmp_path / "shipped" / "features" / "one.feature~").write_text("a copy of an editor")
    (tmp_path / "shipped" / "features" / "regimes" / "other" / "two.feature").write_text("two")
    monkeypatch.setattr(shipped, "_CHECKOUT", tmp_path / "nowhere")
    monkeypatch.setattr(shipped, "files", lambda _: tmp_path)

    assert shipped.features(set()) == {"features/one.feature": b"one"}
    assert len(shipped.features({"other"})) == 2
    assert shipped.pages()["docs/ledger.md"] == b"docs/ledger.md"
    assert shipped.pages()["verify_bundle.py"] == b"verify_bundle.py"


def test_an_order_whose_id_is_none_is_named(tmp_path: Path) -> None:
    """A damaged id that a checkpoint speaks of stops a period from being bundled."""
    place = lived(tmp_path, "bedfordshire-police-v-ru-2013")
    tampered(
        place.log,
        "INSERT INTO stored_events SELECT position + 7, 'x', 1, topic, state"
        " FROM stored_events WHERE position = 7",
    )
    checkpoint(place.log, place.ledger)
    with pytest.raises(UnreadableEvent, match="no UUID"):
        bundled(place, tmp_path / "b", LATE)


def test_an_event_that_goes_while_it_is_read_is_named(place: Place, tmp_path: Path) -> None:
    """A log that somebody cuts at that moment is not signed as whole."""
    with (
        patch.object(SQLiteLog, "find", lambda *_: None),
        pytest.raises(UnreadableEvent, match="a moment ago"),
    ):
        bundled(place, tmp_path / "b")
