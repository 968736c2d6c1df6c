"""A small sound case file, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orderflow.casefile import Case, read_case
from orderflow.errors import CaseFileError

HEAD = """
format = 1
title = { en = "A case of ours", nl = "Een zaak van ons" }
regime = "uk-ew-fmpo@2014"

[[person]]
id = "daughter"
stands = "protected_person"
age = "16_17"

[[person]]
id = "father"
stands = "respondent"

[[person]]
id = "uncle"
stands = "outside"
"""

REQUEST = """
[[step]]
name = "request"
do = "RequestOrder"
at = 2024-03-04T09:00:00+00:00
actor = { role = "protected_person", person = "daughter" }
with = { harms = ["forced_marriage"], without_notice = true }
"""

GRANT = """
[[step]]
name = "grant"
do = "GrantOrder"
at = 2024-03-04T14:00:00+00:00
actor = { role = "court" }
[step.with]
without_notice = true
duration = { kind = "for", period = "P1Y" }
[[step.with.terms]]
id = "no-arrangement"
kind = "prohibition"
subject = "no_marriage_arrangement"
binds = ["father"]
"""

SERVE = """
[[step]]
name = "serve"
do = "ServeOrder"
at = 2024-03-05T09:00:00+00:00
actor = { role = "process_server" }
with = { person = "father", version = 1, method = "personal" }
"""

REPORT = """
[[step]]
name = "report"
do = "ReportIncident"
at = 2024-03-11T10:00:00+00:00
actor = { role = "police" }
[step.with]
incident = "booking"
person = "father"
term = "no-arrangement"
conduct_at = 2024-03-10T12:00:00+00:00
"""

WHOLE = HEAD + REQUEST + GRANT + SERVE + REPORT

Read = Callable[[str], Case]
Refused = Callable[[str], tuple[str, str, str]]


@pytest.fixture
def read() -> Read:
    """Read the text of a case file called `ours.toml`."""
    return lambda text: read_case(text, file="ours.toml")


@pytest.fixture
def refused() -> Refused:
    """Read a text that must be refused; return step, field and reason."""

    def why(text: str) -> tuple[str, str, str]:
        with pytest.raises(CaseFileError) as caught:
            read_case(text, file="ours.toml")
        assert caught.value.file == "ours.toml"
        return caught.value.step, caught.value.field, caught.value.reason

    return why
