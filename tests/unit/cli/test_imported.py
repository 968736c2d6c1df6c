"""A log that went out as lines and came back answers every question of an auditor the same."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from orderflow.audit.interchange import source_at
from orderflow.audit.ledger.keyfile import write_key
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.sqlite.store import SQLiteLedger
from orderflow.store import LogReader
from tests.unit.audit.export.making import lived, root_of
from tests.unit.audit.ledger.making import LOG_KEY, tampered
from tests.unit.cli.support import Type

ORIGINAL, LINES, AGAIN = "orders.db", "orders.jsonl", "again.db"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of every event there is, with its ledger, checkpoint and keys."""
    folder = tmp_path_factory.mktemp("original")
    log = lived(folder / ORIGINAL)
    write_key(folder / "log.key", LOG_KEY)
    (folder / "log.pub").write_text(f"{LOG_KEY.verifier}\n")
    with (
        closing(source_at(log)) as source,
        closing(SQLiteLedger.begin(folder / f"{ORIGINAL}.ledger", LOG_KEY.verifier)) as ledger,
    ):
        (folder / "kept").write_bytes(Ledger(ledger, source).checkpoint(LOG_KEY).note)
    return folder


@pytest.fixture
def imported(made: Path, tmp_path: Path, typed: Type) -> Path:
    """The same, and the log that was made again of its lines."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    out = typed("audit", "export", "--db", ORIGINAL, "--to", "jsonl", "--out", LINES)
    assert out.code == 0
    back = typed("audit", "import", LINES, "--db", AGAIN)
    assert back.code == 0
    return tmp_path


@pytest.mark.parametrize(
    "question",
    [
        ("replay",),
        ("replay", "--at", "2026-01-05T12:00Z"),
        ("replay", "--known-at", "2026-01-05T10:00Z"),
        ("replay", "--at", "2026-03-01T00:00Z", "--known-at", "2026-01-05T11:30Z"),
        ("conformance",),
        ("diff", "--known-at", "2026-01-05T10:00Z", "2026-01-05T14:00Z"),
        ("terms",),
        ("sample", "--seed", "1", "--size", "3"),
        ("rejudge", "--regime", "uk-ew-fmpo@2014", "--as-if"),
        ("digest",),
    ],
    ids=" ".join,
)
def test_every_question_has_the_same_answer(
    imported: Path, typed: Type, question: tuple[str, ...]
) -> None:
    """Of the lines, too: documents that are equal to the last value, and equal exit codes."""
    answers = [
        typed("audit", *question, "--db", place, "--json") for place in (ORIGINAL, AGAIN, LINES)
    ]
    documents = [json.loads(one.out) if "digest" not in question else one.out for one in answers]

    assert documents[0]
    assert documents[0] == documents[1] == documents[2]
    assert len({(one.code, one.err) for one in answers}) == 1
    assert root_of(imported / ORIGINAL) == root_of(imported / AGAIN)


def test_the_ledger_of_the_original_verifies_the_copy(imported: Path, typed: Type) -> None:
    """Its tiles, its checkpoints and its proofs; and it finds what was changed in the copy."""
    words = ("--ledger", f"{ORIGINAL}.ledger", "--key", "log.pub", "--checkpoint", "kept", "--json")
    answers = [typed("audit", "verify", "--db", place, *words) for place in (ORIGINAL, AGAIN)]
    said = [json.loads(one.out) for one in answers]

    assert [one.code for one in answers] == [0, 0]
    for one in said:
        assert one["sound"] is True
    assert said[0]["root"] == said[1]["root"]
    assert said[0]["events"] == said[1]["events"]
    proofs = [
        typed("audit", "prove", "--from-nothing", "--db", place, *words[:2])
        for place in (ORIGINAL, AGAIN)
    ]
    assert proofs[0].code == proofs[1].code == 0
    tampered(imported / AGAIN, "DELETE FROM stored_events WHERE position = 7")
    assert typed("audit", "verify", "--db", AGAIN, *words).code == 1


def test_no_proof_takes_the_place_of_a_log(imported: Path, typed: Type) -> None:
    """Neither of lines nor of a bundle, which nobody may be able to make again."""
    ledger = ("--ledger", f"{ORIGINAL}.ledger")
    with LogReader.open(imported / ORIGINAL) as reader:
        order_id = next(iter(reader.order_ids())).hex
    words = ("audit", "bundle", order_id, "--db", ORIGINAL, *ledger, "--key", "log.key")
    assert typed(*words, "--out", "b.tar").code == 0
    for name in (LINES, "b.tar"):
        before = (imported / name).read_bytes()
        out = typed("audit", "prove", "--from-nothing", "--db", LINES, *ledger, "--out", name)

        assert (out.code, "is not replaced" in out.err) == (2, True)
        assert (imported / name).read_bytes() == before


def test_the_ledger_goes_on_over_the_copy(imported: Path, typed: Type) -> None:
    """Whoever moves to another machine by lines keeps one history, and one key."""
    again = ("audit", "checkpoint", "--key", "log.key", "--db", AGAIN)
    kept = (imported / "kept").read_bytes().decode()
    code = typed(*again, "--ledger", f"{ORIGINAL}.ledger", "--extends", "kept", "--out", "now").code

    assert code == 0
    assert (imported / "now").read_text() == kept
