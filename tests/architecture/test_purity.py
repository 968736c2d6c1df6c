"""The rules read nothing from outside: no clock, chance, environment, file, network or process."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import orderflow

SOURCE = Path(orderflow.__file__).parent
MODULES = sorted(
    path for part in ("law", "order", "errors") for path in (SOURCE / part).rglob("*.py")
)
MAY_READ_FILES = {
    "law/files.py",
    "law/register.py",
    "law/retention.py",
    "law/sources.py",
    "law/zones.py",
}
"""The loaders of the law's own files and of the time zones that ship with the library."""

FORBIDDEN_MODULES = {
    "asyncio",
    "http",
    "io",
    "locale",
    "logging",
    "multiprocessing",
    "os",
    "random",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "warnings",
}
FILE_MODULES = {"importlib", "pathlib", "tomllib"}
FORBIDDEN_NAMES = {
    "breakpoint",
    "compile",
    "eval",
    "exec",
    "globals",
    "id",
    "input",
    "open",
    "print",
}
FORBIDDEN_ATTRIBUTES = {
    "fromtimestamp",
    "getenv",
    "monotonic",
    "now",
    "open",
    "perf_counter",
    "read_bytes",
    "read_text",
    "today",
    "urandom",
    "utcnow",
    "uuid1",
    "uuid4",
    "write_bytes",
    "write_text",
}
FILE_ATTRIBUTES = {"open", "read_bytes", "read_text"}


def name_of(path: Path) -> str:
    """Return the path within the library."""
    return path.relative_to(SOURCE).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the top module of every import, inside functions and for type checking too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def offences(source: str, *, may_read_files: bool = False) -> set[str]:
    """Return what a module uses that a pure one does not."""
    tree = ast.parse(source)
    modules = FORBIDDEN_MODULES if may_read_files else FORBIDDEN_MODULES | FILE_MODULES
    attributes = FORBIDDEN_ATTRIBUTES - (FILE_ATTRIBUTES if may_read_files else set())
    found = {f"import {name}" for name in imported(tree) if name in modules}
    for node in ast.walk(tree):
        # `order.id` and `case.now` are fields; calling them is what reads a machine or a clock.
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in FORBIDDEN_NAMES
        ):
            found.add(f"{node.func.id}()")
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in attributes
        ):
            found.add(f".{node.func.attr}()")
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "argv"}:
            found.add(f".{node.attr}")
        if isinstance(node, ast.Global):
            found.add("global")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_rule_reads_nothing_from_outside(path: Path) -> None:
    """Whatever it needs comes in as an argument."""
    may_read_files = name_of(path) in MAY_READ_FILES

    assert offences(path.read_text(encoding="utf-8"), may_read_files=may_read_files) == set()


def test_the_loaders_exist() -> None:
    """An exception for a module that is gone would be a hole."""
    assert {name_of(path) for path in MODULES} >= MAY_READ_FILES


@pytest.mark.parametrize(
    "impure",
    [
        "import time",
        "from os import environ",
        "import random as chance",
        "from datetime import datetime\nmoment = datetime.now()",
        "from datetime import date\nday = date.today()",
        "from uuid import uuid4\nimport uuid\none = uuid.uuid4()",
        "from pathlib import Path\ntext = Path('x').read_text()",
        "with open('x') as file: pass",
        "def inside():\n    import socket",
        "def count():\n    global number\n    number = 1",
    ],
)
def test_the_check_sees_what_it_forbids(impure: str) -> None:
    """Each of these would be found."""
    assert offences(impure)


def test_a_moment_that_is_handed_in_is_no_clock() -> None:
    """A field called now may be read."""
    assert offences("def late(case):\n    return case.now > case.at") == set()
