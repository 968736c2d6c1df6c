"""The published cases that ship with the package."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from orderflow.casefile.case import Case
from orderflow.casefile.reading import load_case
from orderflow.errors import CaseFileError
from orderflow.law.files import files_of
from orderflow.law.problems import hint


@cache
def published_cases() -> tuple[Case, ...]:
    """Return the published cases, by name; read once.

    Each follows a published, anonymised judgment, and names nobody.
    """
    folder = files("orderflow.casefile") / "published"
    return tuple(load_case(file) for file in files_of(folder).values())


def find_case(name: str) -> Case:
    """Return the published case of that name, such as `re-k-2020`.

    Raises:
        CaseFileError: No case of that name ships with the package.
    """
    cases = {case.name: case for case in published_cases()}
    wanted = name.removesuffix(".toml")
    if wanted not in cases:
        reason = f"no case of that name ships; there are {', '.join(cases)}{hint(wanted, cases)}"
        raise CaseFileError(name, "", "", reason)
    return cases[wanted]
