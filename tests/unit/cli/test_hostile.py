"""What somebody else wrote cannot steer the terminal, and odd input is wrong use, not a defect."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest

from orderflow.casefile.bounds import LARGEST_FILE
from orderflow.cli.page import FIXED, Page
from orderflow.cli.progress import with_progress
from orderflow.cli.visible import visible, visible_json
from tests.unit.casefile.conftest import WHOLE
from tests.unit.cli.support import QUESTION, Log, Type

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eNEPO\u2028\x7f"
IN_TOML = r"\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eNEPO\u2028\u007f"
SEEN = r"\x1b]0;owned\x07\x1b[2J\x9b31m\u202eNEPO\u2028\x7f"
NAMED = WHOLE.replace('name = "request"', f'name = "{IN_TOML}"')
ODD = ("0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "1899-12-31T00:00Z", "0001-01-01")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


def steers(text: str) -> bool:
    """Tell whether text holds anything but line feeds that cannot be seen."""
    return not text.replace("\n", "").replace(FIXED, "").isprintable()


def test_what_cannot_be_seen_is_written_out() -> None:
    """Control, format and surrogate characters become escapes; letters and spaces stay."""
    assert visible(HOSTILE) == SEEN
    assert visible(f"één\u3000漢{FIXED}") == f"één\u3000漢{FIXED}"
    assert visible("a\nb\tc", keep="\n") == r"a" + "\n" + r"b\x09c"
    assert visible("\udcff\U000e0001") == r"\udcff\U000e0001"


def test_a_document_with_escapes_says_the_same() -> None:
    """JSON whose hostile characters are escaped is read as what was written."""
    said = {HOSTILE: ["\udcff\U000e0001", "één 漢"]}
    shown = visible_json(json.dumps(said, indent=2, ensure_ascii=False))

    assert not steers(shown)
    assert json.loads(shown) == said
    assert "één 漢" in shown


def test_every_way_onto_a_page_is_guarded() -> None:
    """Lines, titles, paragraphs and fields print no control character but our own styles."""
    stream = StringIO()
    page = Page(stream, colour=False)
    page.line(f"{HOSTILE}\nforged")
    page.title(HOSTILE)
    page.heading(HOSTILE)
    page.text(f"{HOSTILE}\x1f\nforged", style="good")
    page.field(HOSTILE, HOSTILE)
    page.fields([("label", HOSTILE)])

    assert not steers(stream.getvalue())
    assert not [line for line in stream.getvalue().splitlines() if line.startswith("forged")]


def test_a_step_cannot_steer_the_terminal(typed: Type) -> None:
    """The name of a step is shown with its escapes written out, and stays whole in JSON."""
    Path("ours.toml").write_text(NAMED, encoding="utf-8")
    shown, document = typed("run", "ours.toml"), typed("run", "ours.toml", "--json")

    assert shown.code == document.code == 0
    assert SEEN in shown.out
    assert not steers(shown.out + document.out)
    assert document.document["cases"][0]["report"]["steps"][0]["name"] == HOSTILE


@pytest.mark.parametrize("debug", ["", "1"])
def test_an_error_cannot_steer_the_terminal(
    typed: Type, monkeypatch: pytest.MonkeyPatch, debug: str
) -> None:
    """An error that names a hostile step, field or file is one line of what can be seen."""
    monkeypatch.setenv("ORDERFLOW_DEBUG", debug)
    Path("ours.toml").write_text(NAMED.replace("actor", f'"{IN_TOML}"', 1), encoding="utf-8")
    shown = typed("run", "ours.toml")

    assert shown.code == 2
    assert SEEN in shown.err
    assert not steers(shown.err)


@pytest.mark.parametrize(
    "argv",
    [
        (HOSTILE,),
        ("run", HOSTILE),
        ("run", f"{HOSTILE}.toml"),
        ("run", "--all", "--regime", HOSTILE),
        ("show", "3f2a", "--db", HOSTILE),
        ("show", HOSTILE, "--db", "{log}"),
        ("show", "{order}", "--db", "{log}", "--at", HOSTILE),
        ("assess", "{order}", "--db", "{log}", *QUESTION, "--as", f"police/{HOSTILE}"),
        ("regimes", "show", HOSTILE),
        ("schema", "event", HOSTILE),
    ],
)
def test_an_argument_cannot_steer_the_terminal(
    typed: Type, log: Log, argv: tuple[str, ...]
) -> None:
    """Whatever is typed comes back with its escapes written out, as wrong use."""
    places = {"{log}": log.place, "{order}": log.first}
    shown = typed(*(places.get(word, word) for word in argv))

    assert shown.code == 2
    assert SEEN in shown.err
    assert not steers(shown.err)


def test_progress_names_a_case_without_steering(monkeypatch: pytest.MonkeyPatch) -> None:
    """The line of progress shows a hostile name written out."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)

    assert list(with_progress([HOSTILE, "b"], str)) == [HOSTILE, "b"]
    assert SEEN in stream.getvalue()
    assert HOSTILE not in stream.getvalue()


@pytest.mark.parametrize("name", ["x\x1b[31my.toml", "x" * 210 + ".toml", ".toml"])
def test_an_odd_name_of_a_file_is_told(typed: Type, name: str) -> None:
    """A name that the log could not keep is wrong use."""
    Path(name).write_text(WHOLE, encoding="utf-8")
    shown = typed("run", name)

    assert shown.code == 2
    assert "200 characters that can be seen" in shown.err


def test_a_name_that_no_file_can_have_is_told(typed: Type) -> None:
    """A name beyond what the system takes is no such file."""
    assert typed("run", "x" * 300 + ".toml").code == 2
    assert typed("run", "x" * 300).code == 2
    assert typed("run", "x\0.toml").code == 2


@pytest.mark.parametrize(
    "content",
    [
        "a = " + "[" * 20_000,
        "a" + ".a" * 20_000 + " = 1",
        "format = " + "9" * 10_000,
        "#" * (LARGEST_FILE + 1),
    ],
    ids=["brackets", "dots", "number", "size"],
)
def test_a_bomb_is_told(typed: Type, content: str) -> None:
    """A file made to exhaust its reader is wrong use, told at once."""
    Path("bomb.toml").write_text(content, encoding="utf-8")
    shown = typed("run", "bomb.toml")

    assert shown.code == 2
    assert shown.err.startswith("orderflow run: bomb.toml: ")


@pytest.mark.parametrize("moment", ODD)
def test_a_moment_beyond_all_orders_is_told(typed: Type, log: Log, moment: str) -> None:
    """A moment before 1900 or after 2999 is wrong use, at every option that takes one."""
    place = (log.first, "--db", log.place)
    asked = ("assess", *place, *QUESTION[:-1])
    for argv in (
        ("show", *place, "--at", moment),
        ("show", *place, "--known-at", moment),
        ("history", *place, "--known-at", moment),
        (*asked, moment),
        ("assess", *place, *QUESTION, "--known-at", moment),
    ):
        shown = typed(*argv)
        assert shown.code == 2
        assert "between the years 1900 and 2999" in shown.err


@pytest.mark.parametrize("moment", ["1900-01-01T00:00Z", "2999-12-31T23:59:59.999999Z"])
@pytest.mark.boundary
def test_the_first_and_last_moments_are_taken(typed: Type, log: Log, moment: str) -> None:
    """The bounds themselves are moments to ask about."""
    assert typed("show", log.first, "--db", log.place, "--at", moment).code == 0


@pytest.mark.parametrize(
    "place", ["http://u:secret@host/x", "postgresql://u:secret@host/x?bogus=1"]
)
@pytest.mark.parametrize("command", [("run", "re-k-2020"), ("demo",)])
def test_an_address_of_no_log_is_told(typed: Type, command: tuple[str, ...], place: str) -> None:
    """An address that is none is wrong use for those who write too, and is not repeated."""
    shown = typed(*command, "--db", place)

    assert shown.code == 2
    assert "secret" not in shown.err


def test_a_stored_text_cannot_steer_the_terminal(
    typed: Type, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the log gives back is written out as well, whatever wrote it there."""
    monkeypatch.setattr("orderflow.cli.history.told", lambda *_: HOSTILE)
    shown = typed("history", log.first, "--db", log.place)

    assert shown.code == 0
    assert SEEN in shown.out
    assert not steers(shown.out)
