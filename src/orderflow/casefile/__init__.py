"""Case files: whole histories that a person can read and a machine can run.

`load_case` reads one, `run_case` lives it on a simulated store and reports what came of each step
and check; `published_cases` gives those that ship, `case_schema` the JSON Schema of the format.
"""

from __future__ import annotations

from orderflow.casefile.case import Case
from orderflow.casefile.clock import SimulatedClock
from orderflow.casefile.format import Act, CastPerson, Check
from orderflow.casefile.library import find_case, published_cases
from orderflow.casefile.reading import load_case, read_case
from orderflow.casefile.report import Answer, CaseReport, ReasonGiven, StepResult, Verdict
from orderflow.casefile.running import run_case
from orderflow.casefile.schema import case_schema
from orderflow.casefile.store import open_simulated

__all__ = [
    "Act",
    "Answer",
    "Case",
    "CaseReport",
    "CastPerson",
    "Check",
    "ReasonGiven",
    "SimulatedClock",
    "StepResult",
    "Verdict",
    "case_schema",
    "find_case",
    "load_case",
    "open_simulated",
    "published_cases",
    "read_case",
    "run_case",
]
