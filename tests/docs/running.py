"""Runs a page as a reader would: its blocks from top to bottom, in a folder of their own.

- `python`: executed; the blocks of a page share one namespace;
- `output`: what the Python blocks above it printed since the last such block;
- any block with `file=NAME` behind its language, or `# case: NAME` in its first line: written to
  that file;
- `console`: each line `$ orderflow …` is executed and the lines below it are what it prints, if it
  does not print to a file; a line of `…` alone stands for any lines. So is the verifier for
  outsiders, `$ python verify_bundle.py …`. Other commands are for the reader.
"""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from orderflow import ProtectionOrders
from tests.docs.pages import Block, blocks, named

ELLIPSIS = "…"
VERIFIER = "verify_bundle.py"


class Typed(NamedTuple):
    """A command in a console block, and what it is said to print."""

    arguments: list[str]
    printed: str


def run_page(
    page: Path,
    folder: Path,
    *,
    strict: bool = True,
    run_sql: Callable[[Block], None] | None = None,
) -> None:
    """Run the blocks of a page; the current directory is `folder`.

    A page that is read strictly shows all that its code prints, and its consoles are run too. SQL
    is for the reader, unless `run_sql` runs it.

    Raises:
        AssertionError: Something prints what the page does not show, or fails.
    """
    namespace: dict[str, Any] = {"__name__": "__page__"}
    printed = io.StringIO()
    for block in blocks(page):
        place = f"{named(page)}:{block.line}"
        written_by(block, folder)
        if block.language == "python":
            with redirect_stdout(printed):
                # Empty lines put the line numbers of a traceback where the page has them.
                source = "\n" * (block.line - 1) + block.text
                exec(compile(source, named(page), "exec", dont_inherit=True), namespace)  # noqa: S102
        elif block.language == "output":
            assert printed.getvalue() == block.text, place
            printed = io.StringIO()
        elif block.language == "sql" and run_sql is not None:
            run_sql(block)
        elif block.language == "console" and strict:
            run_console(block, place)
    assert not strict or not printed.getvalue(), f"{named(page)} prints what it does not show"
    for left_open in namespace.values():
        if isinstance(left_open, ProtectionOrders):
            left_open.close()


def written_by(block: Block, folder: Path) -> None:
    """Write the file that a block is to become, if it is to become one."""
    if block.file is not None:
        target = folder / block.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")


def run_console(block: Block, place: str) -> None:
    """Run the commands of a console block.

    Raises:
        AssertionError: One prints something else, or shows nothing and fails.
    """
    for command in typed(block.text):
        printed = io.StringIO()
        arguments, file = redirected(command.arguments)
        with redirect_stdout(printed), redirect_stderr(printed):
            code = run_command(arguments)
        if file is not None:
            Path(file).write_text(printed.getvalue(), encoding="utf-8")
        if command.printed:
            assert like(printed.getvalue(), command.printed), f"{place}:\n{printed.getvalue()}"
        else:
            assert code == 0, f"{place}:\n{printed.getvalue()}"


def run_command(arguments: list[str]) -> int:
    """Run `orderflow`, or the verifier for outsiders, and return the exit code."""
    # Only pages with commands need them.
    from docs.auditing import verify_bundle  # noqa: PLC0415
    from orderflow.cli import main  # noqa: PLC0415

    if arguments[:1] == [VERIFIER]:
        return verify_bundle.main(arguments[1:])
    return main(arguments)


def typed(text: str) -> Iterator[Typed]:
    """Yield each command of a console block that is run, with what is said to follow.

    Of `orderflow` these are the arguments alone, of the verifier its name before them.
    """
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, printed = part.partition("\n")
        program, *arguments = shlex.split(line, comments=True)
        if program == "orderflow" or (program == "python" and arguments[:1] == [VERIFIER]):
            yield Typed(arguments, printed)


def redirected(arguments: list[str]) -> tuple[list[str], str | None]:
    """Return the arguments, and the file behind a `>` that the output goes to."""
    if arguments[-2:-1] == [">"]:
        return arguments[:-2], arguments[-1]
    return arguments, None


def like(printed: str, shown: str) -> bool:
    """Tell whether a page shows what was printed; a line of `…` alone stands for any lines."""
    parts = re.split(rf"^ *{ELLIPSIS} *\n", shown, flags=re.MULTILINE)
    pattern = "(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, printed) is not None
