"""`orderflow audit export` and `import`, and interchange files in place of a log."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orderflow.audit import ExportFormat
from orderflow.cli.arguments_export import FORMATS
from orderflow.cli.schema import schema_of
from orderflow.store import ProtectionOrders
from tests.golden import generate_interchange as golden
from tests.unit.cli.support import QUESTION, Log, Type


@pytest.fixture
def lines(typed: Type, log: Log, tmp_path: Path) -> str:
    """Return the log as an interchange file."""
    place = str(tmp_path / "orders.jsonl")
    assert typed("audit", "export", "--to", "jsonl", "--out", place, "--db", log.place).code == 0
    return place


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_form_can_be_typed() -> None:
    """The command line knows the forms that there are."""
    assert tuple(ExportFormat) == FORMATS


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("lang, says", [("en", "SIMULATION"), ("nl", "SIMULATIE")])
def test_every_form_is_written(
    typed: Type, log: Log, tmp_path: Path, to: str, lang: str, says: str
) -> None:
    """A page in either language says how many events there are, and that they are simulated."""
    out = tmp_path / "out"
    printed = typed(
        "audit", "export", "--to", to, "--out", str(out), "--db", log.place, "--lang", lang
    )

    assert (printed.code, printed.err) == (0, "")
    assert says in printed.out
    assert "15" in printed.flat
    assert out.stat().st_size > 0


def test_what_was_done_is_told_as_json(typed: Type, log: Log, tmp_path: Path, lines: str) -> None:
    """One document each, as the schema has it."""
    where = ("--out", str(tmp_path / "out"), "--db", log.place)
    exported = typed("audit", "export", "--to", "csv", *where, "--json")
    imported = typed("audit", "import", lines, "--db", str(tmp_path / "copy.db"), "--json")

    for printed in (exported, imported):
        assert printed.code == 0
        Draft202012Validator(schema_of("audit")).validate(printed.document)
        assert printed.document["events"] == 15
    end = json.loads(Path(lines).read_bytes().splitlines()[-1])
    assert imported.document["root"] == end["data"]["root"]


def test_part_of_a_log_can_be_asked_for(typed: Type, log: Log, tmp_path: Path) -> None:
    """One order, by the first characters of its id, and a time."""
    out = tmp_path / "out.csv"
    asked = ("audit", "export", "--to", "csv", "--db", log.place, "--force", "--out", str(out))
    assert typed(*asked, "--order", log.first[:6]).code == 0
    whole = rows(out)
    assert {row["order_id"] for row in whole} == {log.first}
    since, until = whole[2]["recorded_at"], whole[4]["recorded_at"]
    assert typed(*asked, "--order", log.first, "--from", since, "--to-time", until).code == 0
    assert rows(out) == [row for row in whole if since <= row["recorded_at"] < until]
    assert typed(*asked, "--order", log.first, "--known-at", since).code == 0
    assert rows(out) == [row for row in whole if row["recorded_at"] <= since]


@pytest.mark.parametrize(
    "more, says",
    [
        (("--out", "there"), "'there': it is there already, and is not replaced"),
        (("--out", "new", "--order", "ffff"), "no order 'ffff'"),
        (("--out", "new", "--from", "soon"), "--from"),
        (("--out", "new", "--to-time", "2026-01-01T12:00"), "--to-time"),
        (("--out", "new", "--source", "orders"), "a source is a URN"),
        (("--out", "nowhere/new"), "no such file"),
    ],
)
def test_what_cannot_be_done_is_wrong_use(
    typed: Type, log: Log, more: tuple[str, ...], says: str
) -> None:
    """One sentence, nothing written."""
    Path("there").write_text("kept")
    printed = typed("audit", "export", "--to", "csv", "--db", log.place, *more)

    assert (printed.code, printed.out) == (2, "")
    assert says in printed.err
    assert Path("there").read_text() == "kept"
    assert not Path("new").exists()


def test_a_log_is_not_replaced_by_force(typed: Type, log: Log, tmp_path: Path) -> None:
    """The record is nobody's to write over."""
    copy = str(shutil.copy(log.place, tmp_path / "copy.db"))
    printed = typed("audit", "export", "--to", "csv", "--db", log.place, "--out", copy, "--force")

    assert (printed.code, "is not replaced" in printed.err) == (2, True)
    assert Path(copy).read_bytes() == Path(log.place).read_bytes()


def test_parquet_says_what_it_needs(typed: Type, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra, by its name."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    printed = typed("audit", "export", "--to", "parquet", "--out", "new", "--db", log.place)

    assert (printed.code, "pip install 'orderflow[parquet]'" in printed.err) == (2, True)


def test_a_module_that_is_missing_for_another_reason_is_a_defect(
    typed: Type, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not told as if an extra were missing."""

    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError(name="something")

    monkeypatch.setattr("orderflow.cli.audit.exporting.export_log", missing)
    printed = typed("audit", "export", "--to", "csv", "--out", "new", "--db", log.place)

    assert (printed.code, "a defect of orderflow" in printed.err) == (1, True)


READING: tuple[tuple[str, ...], ...] = (
    ("audit", "replay"),
    ("audit", "diff", "--known-at", "2012-12-01T12:00Z", "2030-06-01T12:00Z"),
    ("audit", "conformance"),
    ("audit", "terms", "--at", "2013-06-01T12:00Z", "--all"),
    ("audit", "sample", "--seed", "1", "--size", "1", "--by-risk"),
    ("audit", "rejudge"),
    ("audit", "digest"),
)


@pytest.mark.parametrize("argv", READING, ids=" ".join)
def test_the_audit_reads_a_file_as_it_reads_a_log(
    typed: Type, log: Log, lines: str, argv: tuple[str, ...]
) -> None:
    """The same answer, letter for letter."""
    of_log, of_file = (typed(*argv, "--json", "--db", place) for place in (log.place, lines))

    assert of_file == of_log
    assert of_file.code == 0


def test_an_order_is_shown_from_a_file(typed: Type, log: Log, lines: str) -> None:
    """By show, history, assess and explain; any name of the file will do."""
    place = str(shutil.move(lines, "orders.db"))
    for argv in (
        ("show", log.first),
        ("show", log.first, "--known-at", "2013-02-01T12:00Z"),
        ("history", log.second[:6]),
        ("assess", log.first, *QUESTION),
        ("audit", "explain", log.first),
    ):
        of_log, of_file = (typed(*argv, "--db", at) for at in (log.place, place))
        assert of_file == of_log
        assert of_file.code == 0


def test_a_file_of_ours_is_no_foreign_log(typed: Type, log: Log, lines: str) -> None:
    """`conformance --file` reads it with all that it knows."""
    by_file = typed("audit", "conformance", "--file", lines)

    assert by_file == typed("audit", "conformance", "--db", log.place)


def test_the_ledger_signs_the_same_of_a_file(typed: Type, log: Log, lines: str) -> None:
    """A checkpoint over the file is the one over the log, byte for byte."""
    assert typed("audit", "keygen", "log.example/orders", "--out", "key").code == 0
    for place, name in ((log.place, "one"), (lines, "other")):
        printed = typed(
            *("audit", "checkpoint", "--key", "key", "--begin"),
            *("--db", place, "--ledger", f"{name}.ledger", "--out", name),
        )
        assert printed.code == 0

    assert Path("one").read_bytes() == Path("other").read_bytes()


def test_a_broken_file_is_refused_by_line(typed: Type, lines: str) -> None:
    """Whatever reads it says which line is wrong."""
    content = Path(lines).read_bytes()
    Path(lines).write_bytes(content.replace(b'"bedfordshire-police"', b'"bedfordshire-policf"', 1))
    for argv in (("audit", "replay", "--db", lines), ("audit", "import", lines, "--db", "new.db")):
        printed = typed(*argv)
        assert (printed.code, printed.out) == (1, "")
        assert "line 17 is not the end of the lines before it; one was changed" in printed.err
    assert not Path("new.db").exists()


def test_an_import_never_replaces(typed: Type, lines: str) -> None:
    """What is there is kept, and named."""
    ProtectionOrders.open("new.db").close()
    before = Path("new.db").read_bytes()
    printed = typed("audit", "import", lines, "--db", "new.db")

    assert (printed.code, "'new.db': it is there already" in printed.err) == (2, True)
    assert Path("new.db").read_bytes() == before


@pytest.mark.parametrize("place", [":memory:", "postgres://somewhere/orders"])
def test_an_import_makes_a_file(typed: Type, lines: str, place: str) -> None:
    """A place that is none for a file is wrong use, and no file gets its name."""
    printed = typed("audit", "import", lines, "--db", place)

    assert (printed.code, "no place for a new log" in printed.err) == (2, True)
    assert typed("audit", "import", lines, "--db", "sqlite:///new.db").code == 0
    assert Path("new.db").exists()


def test_what_is_imported_is_told(typed: Type, lines: str) -> None:
    """In both languages, with the root."""
    english = typed("audit", "import", lines, "--db", "en.db")
    dutch = typed("audit", "import", lines, "--db", "nl.db", "--lang", "nl")
    root = json.loads(Path(lines).read_bytes().splitlines()[-1])["data"]["root"]

    assert (english.code, dutch.code) == (0, 0)
    assert root in english.flat
    assert "SIMULATIE" in dutch.out


@pytest.mark.parametrize("name", ["orders", "odd", "empty"])
def test_every_line_fits_the_schema(name: str) -> None:
    """Also those of what a log ought not to hold."""
    validator = Draft202012Validator(schema_of("interchange"))
    for line in golden.lines_of(name).splitlines():
        validator.validate(json.loads(line))


@pytest.mark.parametrize(
    "change",
    [
        {"sequence": 1},
        {"sequence": "1"},
        {"type": "orderflow/OrderGranted/1"},
        {"source": "https://example.org"},
        {"extra": 1},
        {"data_base64": ""},
        {"simulated": False},
    ],
)
def test_what_is_no_line_does_not_fit_the_schema(change: dict[str, object]) -> None:
    """A line with another attribute, or one of another form."""
    line = json.loads(golden.lines_of("orders").splitlines()[1])

    assert not Draft202012Validator(schema_of("interchange")).is_valid({**line, **change})
