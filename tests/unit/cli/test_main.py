"""The command line as a whole: help, version, exit codes, pipes."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from orderflow.cli import _COMMANDS, main
from orderflow.cli.arguments import PLACES
from orderflow.order.values import Place
from tests.unit.cli.support import SOURCES, Log, Type, started

LOADED = "import sys; from orderflow.cli import main; main({argv}); print(*sorted(sys.modules))"
HEAVY = ("eventsourcing", "transitions", "pydantic", "sqlite3", "orderflow.law", "orderflow.store")


@pytest.mark.parametrize("argv", [["--help"], ["show", "--help"], ["regimes", "show", "--help"]])
def test_help_loads_neither_law_nor_log(argv: list[str]) -> None:
    """Help imports none of the heavy libraries, and less than 90 modules beyond Python's own."""
    bare = started(code="import sys; print(*sorted(sys.modules))")
    helped = started(code=LOADED.format(argv=argv))

    modules = set(helped.stdout.splitlines()[-1].split())

    assert not modules & set(HEAVY)
    assert len(modules - set(bare.stdout.split())) < 90


def test_importing_the_package_loads_no_library() -> None:
    """`import orderflow` imports nothing but itself; a public name is loaded when asked for."""
    loaded = started(
        code="import sys, orderflow; before = set(sys.modules); orderflow.State;"
        "print('pydantic' in before, 'orderflow.order' in before, 'pydantic' in sys.modules)"
    )

    assert loaded.stdout.split() == ["False", "False", "True"]


def test_every_public_name_can_be_loaded() -> None:
    """Each name in `__all__` is there, and no other name is."""
    orderflow = import_module("orderflow")

    assert all(getattr(orderflow, name) is not None for name in orderflow.__all__)
    assert set(orderflow.__all__) <= set(dir(orderflow))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = orderflow.nothing


@pytest.mark.parametrize("command", [*_COMMANDS, ""])
def test_help_names_what_a_command_takes(typed: Type, command: str) -> None:
    """Every command has help that fits a terminal, and exit code 0."""
    helped = typed(*([command] if command else []), "--help")

    assert helped.code == 0
    assert f"usage: orderflow {command}".strip() in helped.out


@pytest.mark.parametrize("command, module", _COMMANDS.items())
def test_every_command_has_its_module(command: str, module: str) -> None:
    """The module of each command can be run."""
    assert callable(import_module(module).run), command


def test_version_is_printed(typed: Type) -> None:
    """`--version` prints the name and the version, and nothing else."""
    told = typed("--version")

    assert told.code == 0
    assert told.out.startswith("orderflow 0")
    assert told.out.count("\n") == 1


def test_a_slip_in_a_command_is_told_in_one_sentence(typed: Type) -> None:
    """An unknown command is wrong use, with the command that was probably meant."""
    told = typed("shwo")

    assert (told.code, told.out) == (2, "")
    assert "did you mean 'show'?" in told.err
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("argv", [(), ("show",), ("assess", "3f2a"), ("regimes",)])
def test_missing_arguments_are_wrong_use(typed: Type, argv: tuple[str, ...]) -> None:
    """What is missing is named, in one line on standard error."""
    told = typed(*argv)

    assert (told.code, told.out) == (2, "")
    assert "required" in told.err
    assert told.err.count("\n") == 1


def test_places_are_those_of_the_order() -> None:
    """The places that `--place` takes are the places that the rules know."""
    assert set(PLACES) == {place.value for place in Place}


def test_a_defect_is_told_without_a_traceback(
    typed: Type, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong, nobody sees a traceback who did not ask for one."""
    broken = import_module("orderflow.cli.show")
    monkeypatch.setattr(broken, "order_shown", lambda *_, **__: dict[str, int]()["no"])

    told = typed("show", log.first, "--db", log.place)
    monkeypatch.setenv("ORDERFLOW_DEBUG", "1")
    debugged = typed("show", log.first, "--db", log.place)

    assert told.code == 1
    assert "a defect of orderflow (KeyError)" in told.err
    assert "Traceback" not in told.err
    assert "Traceback" in debugged.err


def test_an_interruption_is_no_defect(typed: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the exit code that a shell expects, and one line."""

    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("orderflow.cli.schema.run", interrupted)

    told = typed("schema", "case")

    assert (told.code, told.err) == (130, "orderflow: interrupted\n")


def test_a_closed_pipe_ends_quietly(log: Log) -> None:
    """Reading only the first line, as `head -1` does, leaves nothing on standard error."""
    argv = [sys.executable, "-m", "orderflow", "schema", "command"]
    with subprocess.Popen(
        argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": SOURCES}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(timeout=60)

    assert first == b"{\n"
    assert told == b""
    assert code == 141


def test_the_module_is_the_command_line(log: Log) -> None:
    """`python -m orderflow` does what `orderflow` does, exit code included."""
    shown = started("show", log.first[:8], "--db", log.place, "--json")
    wrong = started("show", "ffff", "--db", log.place)

    assert (shown.returncode, wrong.returncode) == (0, 2)
    assert shown.stdout.startswith("{")
    assert wrong.stdout == ""


def test_main_takes_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments `main` reads those of the process."""
    monkeypatch.setattr(sys, "argv", ["orderflow", "--version"])

    assert main() == 0
