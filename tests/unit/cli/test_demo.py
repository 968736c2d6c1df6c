"""`orderflow demo`: one case, two laws, and three things to try that work."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from orderflow.cli.demo import _program
from tests.unit.cli.support import Type, real_log, started


def test_the_demo_tells_both_lives(typed: Type) -> None:
    """Both refusals stand with reason and source, and later law opens the criminal route."""
    page = typed("demo")

    assert page.code == 0
    first, second = page.flat.split("2. The same facts, under later law")
    assert "✗ REFUSED: The police refer the report to the prosecutor." in first
    assert "Breach of this order is no criminal offence. Source: Bedfordshire Police v RU" in first
    assert "✗ REFUSED: The police ask the civil court" in first
    assert "Criminal route: CLOSED" in first
    assert "was referred to the prosecutor." in second
    assert "Criminal route: OPEN – at most 5 years in custody" in second


def test_the_demo_says_what_it_is(typed: Type) -> None:
    """It says that people are roles from a published judgment, and that the log is simulated."""
    page = typed("demo").flat

    assert "It follows a published, anonymised judgment." in page
    assert "roles, not names" in page
    assert "The log is a simulation" in page


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_lawyer_can_read_it(typed: Type, lang: str) -> None:
    """The story holds no code, and no line beyond 80 columns."""
    page = typed("demo", "--db", "d.db", "--lang", lang)
    story = page.out[: page.out.index("Try next" if lang == "en" else "Probeer nu")]

    assert "_" not in story
    assert max(map(len, page.out.splitlines())) <= 80


def test_the_three_next_things_work_as_printed(typed: Type) -> None:
    """Each command that the demo ends with runs as it stands, line breaks included."""
    page = typed("demo")
    printed = page.out[page.out.index("Try next") :].replace("\\\n", " ")
    lines = (line.strip() for line in printed.splitlines())
    commands = [line for line in lines if line.startswith("orderflow ")]

    assert len(commands) == 3
    for command in commands:
        program, *argv = shlex.split(command)
        assert program == "orderflow"
        assert typed(*argv).code == 0


def test_the_place_of_the_log_is_told_and_kept(typed: Type) -> None:
    """Without `--db` the log is a new temporary file, whose place is printed and is there."""
    document = typed("demo", "--json").document

    assert Path(document["db"]).is_file()
    assert Path(document["db"]).parent.stat().st_mode & 0o077 == 0
    assert all(life["ok"] for life in document["lives"])
    assert [life["state"] for life in document["lives"]] == ["breached", "referred"]


def test_a_place_of_ones_own_is_used_and_may_be_used_again(typed: Type) -> None:
    """With `--db` the log is kept there; a second demo shows the same and records nothing."""
    once = typed("demo", "--db", "mine.db")
    twice = typed("demo", "--db", "mine.db")

    assert Path("mine.db").is_file()
    assert once.out == twice.out


def test_a_real_log_is_never_written_to(typed: Type) -> None:
    """A log with a real clock is refused."""
    real_log(Path("real.db"))

    asked = typed("demo", "--db", "real.db")

    assert (asked.code, asked.out) == (2, "")
    assert "the clock of this log is real, for ever" in asked.err


def test_a_terminal_without_unicode_gets_plain_characters() -> None:
    """In an ASCII locale everything is printed in ASCII, and nothing is lost."""
    ran = started("demo", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")

    assert ran.returncode == 0
    assert ran.stdout.isascii()
    assert "NO REFUSED: The police refer the report to the prosecutor." in " ".join(
        ran.stdout.split()
    )


@pytest.mark.parametrize(
    "typed_as, found, program",
    [
        ("/opt/x/orderflow/__main__.py", None, f"{shlex.quote(sys.executable)} -m orderflow"),
        (".venv/bin/orderflow", None, ".venv/bin/orderflow"),
        ("pytest", None, "orderflow"),
    ],
)
def test_the_next_commands_name_the_program_as_it_was_run(
    monkeypatch: pytest.MonkeyPatch, typed_as: str, found: str | None, program: str
) -> None:
    """A program that is not on the path is named by the path it was started by."""
    monkeypatch.setattr(sys, "argv", [typed_as])
    monkeypatch.setattr("shutil.which", lambda _: found)

    assert _program() == program


def test_a_program_on_the_path_is_named_shortly(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The program that a shell finds by its name is named by its name."""
    installed = tmp_path / "orderflow"
    installed.touch()
    monkeypatch.setattr(sys, "argv", [str(installed)])
    monkeypatch.setattr("shutil.which", lambda _: str(installed))

    assert _program() == "orderflow"
