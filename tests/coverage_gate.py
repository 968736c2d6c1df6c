"""Holds the promise on coverage: every line and branch of the rules, most of the rest.

The rules (`law`, `order` and, once they exist, `audit` and `privacy`) are covered in full; the
whole library for at least 95 %. Coverage counts lines and branches together. A gated package
without any file in the report fails: an empty measurement proves nothing.

Two ways in:

* `pytest -p tests.coverage_gate --cov --cov-report=json:FILE` judges the run it is part of, before
  pytest prints its own summary. This is what `make test` does.
* `python -m tests.coverage_gate FILE` judges a report written earlier.
"""

import json
import sys
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

import pytest

PACKAGE: Final = "orderflow"
RULES: Final = ("law", "order")
RULES_ONCE_THEY_EXIST: Final = ("audit", "privacy")
WANTED_OVERALL: Final = 95.0

_VERDICT: Final = pytest.StashKey["Verdict"]()


@dataclass(frozen=True)
class Verdict:
    """What the gate found: lines to print, and whether they may pass."""

    lines: tuple[str, ...]
    passed: bool


@dataclass(frozen=True)
class _Measured:
    """One measured file."""

    path: str
    covered: int
    total: int
    missing: str

    @property
    def part(self) -> str:
        """The part of the library it belongs to, such as `law`; a top module is its own part."""
        parts = PurePath(self.path).parts
        return PurePath(parts[parts.index(PACKAGE) + 1]).stem


def judge(report: Mapping[str, Any]) -> Verdict:
    """Judge a report in coverage's JSON form."""
    files = [_measured(path, found) for path, found in report["files"].items()]
    existing = {file.part for file in files}
    rules = [*RULES, *(part for part in RULES_ONCE_THEY_EXIST if part in existing)]
    groups = [(part, [f for f in files if f.part == part], 100.0) for part in rules]
    groups.append(("everything", files, WANTED_OVERALL))

    lines: list[str] = []
    passed = True
    for name, members, wanted in groups:
        reached = _percentage(members)
        if reached >= wanted:
            lines.append(
                f"{name}: {reached:.2f} % of lines and branches, at least {wanted:g} % wanted"
            )
            continue
        passed = False
        lines.append(f"{name}: ONLY {reached:.2f} % of lines and branches, {wanted:g} % wanted")
        lines += [f"    {f.path}: {f.missing}" for f in members if f.missing]
        if not members:
            lines.append("    no file of it was measured")
    return Verdict(tuple(lines), passed)


def judge_file(path: Path) -> Verdict:
    """Judge the report in `path`; a report that is not there does not pass."""
    if not path.is_file():
        return Verdict((f"no coverage report at {path}",), passed=False)
    return judge(json.loads(path.read_text(encoding="utf-8")))


def _measured(path: str, found: Mapping[str, Any]) -> _Measured:
    summary = found["summary"]
    misses: list[str] = []
    if found["missing_lines"]:
        misses.append("lines " + _ranges(found["missing_lines"]))
    if found.get("missing_branches"):
        jumps = (
            f"{start}->{end if end > 0 else 'exit'}" for start, end in found["missing_branches"]
        )
        misses.append("branches " + ", ".join(jumps))
    return _Measured(
        path=path,
        covered=summary["covered_lines"] + summary.get("covered_branches", 0),
        total=summary["num_statements"] + summary.get("num_branches", 0),
        missing="; ".join(misses),
    )


def _percentage(files: Iterable[_Measured]) -> float:
    members = tuple(files)
    if not members:
        return 0.0
    total = sum(file.total for file in members)
    return 100.0 * sum(file.covered for file in members) / total if total else 100.0


def _ranges(numbers: Iterable[int]) -> str:
    """Write `1, 2, 3, 7` as `1-3, 7`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Judge after pytest-cov has written its report, while the run can still fail."""
    result = yield
    config = session.config
    is_worker = hasattr(config, "workerinput")
    if not (is_worker or config.option.collectonly):
        reports = config.getoption("cov_report", default=None) or {}
        verdict = judge_file(Path(reports.get("json") or "coverage.json"))
        config.stash[_VERDICT] = verdict
        if not verdict.passed:
            session.testsfailed += 1
    return result


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:  # noqa: ANN401 - pytest keeps this type to itself
    """Print the verdict above pytest's own last line."""
    verdict = config.stash.get(_VERDICT, None)
    if verdict is None:
        return
    terminalreporter.section("coverage gate")
    for line in verdict.lines:
        terminalreporter.line(line, red="ONLY" in line or line.startswith("no "))
    if not verdict.passed:
        terminalreporter.line("The run fails on coverage.", red=True, bold=True)


def main(arguments: list[str]) -> int:
    """Print the verdict on a report file; 0 when it passes, 1 when not, 2 on wrong use."""
    if len(arguments) != 1:
        print("usage: python -m tests.coverage_gate FILE", file=sys.stderr)  # noqa: T201
        return 2
    verdict = judge_file(Path(arguments[0]))
    print("\n".join(verdict.lines))  # noqa: T201
    return 0 if verdict.passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
