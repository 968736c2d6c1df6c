"""The verifier is one file that anybody can read and run: it shares no code with `orderflow`."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from orderflow.order.events import TYPES
from tests.outsider.verifier import FILE, LEDGER, LOG, outsider

SOURCE = FILE.read_text("utf-8")
TREE = ast.parse(SOURCE)


def test_it_imports_the_standard_library_and_cryptography() -> None:
    """And nothing else, anywhere in the file; nor does it import by name."""
    imported = {
        name.partition(".")[0]
        for node in ast.walk(TREE)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or "?"]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }

    assert imported - {"cryptography"} <= sys.stdlib_module_names
    assert not {"importlib", "runpy", "ctypes", "subprocess", "socket", "urllib"} & imported
    called = {node.func.id for node in ast.walk(TREE) if isinstance(node, ast.Call)
              and isinstance(node.func, ast.Name)}  # fmt: skip
    assert not {"__import__", "eval", "exec", "compile"} & called


def test_it_reads_on_an_older_python() -> None:
    """Its grammar is that of Python 3.9."""
    ast.parse(SOURCE, feature_version=(3, 9))


def test_no_function_is_long() -> None:
    """Each can be read at a glance."""
    functions = [node for node in ast.walk(TREE) if isinstance(node, ast.FunctionDef)]

    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= 45] == []
    assert all(ast.get_docstring(f) for f in functions if f.name[0] != "_" and f.col_offset == 0)


def test_it_knows_the_events_of_this_version() -> None:
    """Each type of this version is known to it, and it knows no other."""
    known = {f"orderflow/{name}/1" for name in outsider.KNOWN_TYPES.split()}

    assert known == set(TYPES)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the verifier and what `cryptography` consists of, and nothing else."""
    folder = tmp_path_factory.mktemp("alone")
    installed = Path(sysconfig.get_path("purelib"))
    for name in ("cryptography", "cffi", "pycparser"):
        if (installed / name).is_dir():
            shutil.copytree(installed / name, folder / name)
    for library in Path(sysconfig.get_path("platlib")).glob("_cffi_backend*"):
        shutil.copy(library, folder)
    shutil.copy(FILE, folder)
    return folder


def started(alone: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run the verifier in a Python that has no installed packages but those of the folder."""
    # -S leaves out the site packages, -E the environment; the folder of the script is all.
    return subprocess.run(
        [sys.executable, "-S", "-E", "-B", alone / FILE.name, *map(str, words)],
        cwd=alone,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_runs_where_orderflow_cannot_be_imported(alone: Path) -> None:
    """There, with `cryptography` alone, it verifies a published proof."""
    probe = subprocess.run(
        [sys.executable, "-S", "-E", "-c", "import orderflow"],
        cwd=alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "No module named 'orderflow'" in probe.stderr

    done = started(alone, "proof", LEDGER / "event.tlog-proof", "--key", LOG)
    assert (done.returncode, done.stdout[:9]) == (0, "VERIFIED:")
    assert done.stderr == ""


def test_without_cryptography_it_says_what_it_needs(alone: Path, tmp_path: Path) -> None:
    """One sentence, and exit code 2."""
    shutil.copy(alone / FILE.name, tmp_path)
    done = started(tmp_path, "proof", LEDGER / "event.tlog-proof", "--key", LOG)

    assert done.returncode == 2
    assert "pip install cryptography" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_arguments_are_wrong_use(alone: Path) -> None:
    """As every program has it."""
    assert started(alone).returncode == 2
    assert started(alone, "bundle", "x").returncode == 2
