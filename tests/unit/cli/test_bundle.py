"""`orderflow audit bundle | check-bundle`, and a bundle wherever a log is read, as typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orderflow.cli import main
from tests.unit.audit.bundle.making import RU, bundled, checkpoint, lived, nothing_beside
from tests.unit.audit.ledger.making import LOG_KEY, OTHER_KEY, WITNESS_KEY

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what types a command, beside a log with its ledger and keys."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ORDERFLOW_DB", raising=False)
    place = lived(tmp_path)
    for name, note in zip(("first", "now"), place.checkpoints, strict=True):
        Path(name).write_bytes(note)
    for name, key in (("log", LOG_KEY), ("other", OTHER_KEY), ("witness", WITNESS_KEY)):
        Path(f"{name}.key").write_text(f"{key.reveal()}\n")
        Path(f"{name}.key").chmod(0o600)
        Path(f"{name}.pub").write_text(f"{key.verifier}\n")

    def typed(*words: str) -> tuple[int, str]:
        code = main(["audit", *words])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return typed


def test_an_order_is_bundled_checked_and_replayed(run: Run) -> None:
    """From the log to the file, and from the file alone to what it proves and tells."""
    code, said = run("bundle", "adca", "--key", "log.key", "--out", "o.tar", "--since", "first")
    assert (code, f"7 of the 17 events of log.example/orders, of order {RU}" in said) == (0, True)
    Path("orders.db").unlink()

    code, said = run("check-bundle", "o.tar", "--key", "log.pub", "--since", "first")
    assert code == 0
    assert f"proven: events 1 to 7 of order {RU}" in said
    assert "extends the checkpoint of 7 events" in said
    assert "SIMULATION" in said
    assert "by nobody" in said

    code, said = run("explain", "adca", "--db", "o.tar")
    assert (code, "History of order adca0241" in said) == (0, True)


def test_a_period_is_bundled_and_checked(run: Run) -> None:
    """What was recorded in it, and at which places it stands."""
    period = ("--from", "2013-05-01T00:00Z", "--to", "2014-01-01T00:00Z")
    assert run("bundle", *period, "--key", "other.key", "--out", "p.tar")[0] == 0

    code, said = run("check-bundle", "p.tar", "--key", "log.pub", "--signer", "other.pub")
    assert code == 0
    assert "proven: 1 events stand unchanged" in said
    assert "places      7 of 17" in said
    assert "from 2013-05-01T00:00:00+00:00" in said


def test_many_places_are_told_shortly(run: Run, tmp_path: Path) -> None:
    """Runs of places beyond the tenth are not listed."""
    from orderflow.cli.audit.bundle import places  # noqa: PLC0415 - loads the extra

    runs = tuple((at, at + 2) for at in range(0, 60, 3))
    assert places(runs).startswith("1 to 2, 4 to 5, ")
    assert places(runs).endswith("28 to 29, …")


def test_law_and_witnesses_go_in(run: Run) -> None:
    """A folder of own regimes and the key of a witness are taken along."""
    Path("law").mkdir()
    words = ("--key", "log.key", "--out", "o.tar", "--regimes", "law", "--witness", "witness.pub")
    assert run("bundle", "adca", *words)[0] == 0
    assert b"keys/witness-1.pub" in Path("o.tar").read_bytes()


@pytest.mark.parametrize(
    "words",
    [
        ("bundle", "--key", "log.key", "--out", "x"),
        ("bundle", "adca", "--from", "2013-05-01T00:00Z", "--key", "log.key", "--out", "x"),
        ("bundle", "--from", "2013-05-01T00:00Z", "--key", "log.key", "--out", "x"),
        ("bundle", "--from", "2014-05-01T00:00Z", "--to", "2014-05-01T00:00Z", "--key", "log.key",
         "--out", "x"),
        ("bundle", "--from", "2013-05-01", "--to", "2014-05-01", "--key", "log.key", "--out", "x"),
        ("bundle", "zz", "--key", "log.key", "--out", "x"),
        ("bundle", "adca", "--key", "log.key", "--out", "orders.db"),
        ("bundle", "adca", "--key", "log.key", "--out", "x", "--db", "nothing.db"),
        ("check-bundle", "nothing.tar", "--key", "log.pub"),
        ("check-bundle", "orders.db", "--key", "log.pub", "--quorum", "1"),
        ("replay", "--db", "nothing.tar"),
    ],
)  # fmt: skip
def test_wrong_use_is_told(run: Run, words: tuple[str, ...]) -> None:
    """Exit code 2, a sentence, and no file."""
    code, said = run(*words)

    assert code == 2
    assert said
    assert "defect" not in said
    assert not Path("x").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("bundle", "adca", "--key", "nothing.key", "--out", "x"),
        ("bundle", "adca", "--key", "witness.key", "--out", "x"),
        ("bundle", "adca", "--key", "log.key", "--out", "x", "--ledger", "nothing"),
        ("bundle", "adca", "--key", "log.key", "--out", "x", "--since", "log.pub"),
        ("check-bundle", "orders.db", "--key", "log.pub"),
        ("check-bundle", "o.tar", "--key", "other.pub"),
        ("check-bundle", "o.tar", "--key", "log.pub", "--witness", "witness.pub"),
        ("check-bundle", "o.tar", "--key", "log.pub", "--since", "first"),
        ("replay", "--db", "cut.tar"),
        ("replay", "--db", "."),
    ],
)
def test_what_must_not_pass_is_refused(run: Run, words: tuple[str, ...]) -> None:
    """Exit code 1, a sentence, and no file."""
    with nothing_beside():
        run("bundle", "adca", "--key", "log.key", "--out", "o.tar")
    Path("cut.tar").write_bytes(Path("o.tar").read_bytes()[:-1])
    code, said = run(*words)

    assert code in {1, 2} if words[-1] == "." else code == 1
    assert said
    assert "defect" not in said
    assert not Path("x").exists()


def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing library is named with the extra that brings it."""
    from orderflow.cli.audit import bundle  # noqa: PLC0415 - beside its use

    def missing(_: object) -> None:
        msg = "signatures need the extra 'audit'"
        raise ModuleNotFoundError(msg, name="cryptography")

    monkeypatch.setattr(bundle, "write", missing)
    code, said = run("bundle", "adca", "--key", "log.key", "--out", "x")

    assert (code, "the extra 'audit'" in said) == (2, True)


def test_an_order_without_a_checkpoint_is_told_to_make_one(run: Run, tmp_path: Path) -> None:
    """A log of which nothing was signed yet has no bundle, and the way out is named."""
    (tmp_path / "new").mkdir()
    place = lived(tmp_path / "new", "bedfordshire-police-v-ru-2013")
    place.ledger.unlink()
    code, said = run("bundle", "adca", "--key", "log.key", "--out", "x", "--db", str(place.log))
    assert (code, "begin one" in said) == (1, True)

    checkpoint(place.log, place.ledger)
    bundled(place, tmp_path / "o.tar")
    assert (tmp_path / "o.tar").exists()
