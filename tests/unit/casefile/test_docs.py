"""What `docs/embedding/case-files.md` shows is run as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orderflow.casefile import read_case, run_case
from orderflow.casefile.checks import (
    AssessmentCheck,
    KnownCheck,
    PeriodCheck,
    StateCheck,
    TermCheck,
)
from orderflow.casefile.format import Act, CastPerson, Head

PAGE = Path(__file__).parents[3] / "docs" / "embedding" / "case-files.md"
TEXT = PAGE.read_text(encoding="utf-8")
CASES = dict(re.findall(r"```toml\n# case: (\S+)\n(.*?)```", TEXT, flags=re.DOTALL))
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, flags=re.DOTALL)


@pytest.mark.parametrize("name", CASES)
def test_every_case_of_the_page_runs_and_comes_to_what_it_says(name: str) -> None:
    """A case that a reader copies from the page works."""
    assert run_case(read_case(CASES[name], file=f"{name}.toml")).failed == ()


def test_the_python_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks run one after the other, beside the cases of the page."""
    for name, text in CASES.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shared: dict[str, object] = {}

    for block in PYTHON:
        exec(compile(block, PAGE.name, "exec"), shared)  # noqa: S102 - our own page

    assert len(PYTHON) == 3


@pytest.mark.parametrize(
    "form",
    [Head, CastPerson, Act, StateCheck, AssessmentCheck, PeriodCheck, TermCheck, KnownCheck],
)
def test_the_page_names_every_field(form: type[Head]) -> None:
    """No field of the form is left unexplained, answers of checks included."""
    fields = {field.alias or name for name, field in form.model_fields.items()}
    if "expect" in form.model_fields:
        answer = form.model_fields["expect"].annotation
        fields |= set(getattr(answer, "model_fields", ()))

    assert [field for field in sorted(fields) if f"`{field}`" not in TEXT] == []


def test_errors_on_the_page_are_those_that_a_reader_gets() -> None:
    """The two messages that the page shows for a step are really given."""
    spoiled = CASES["two-siblings"].replace('kind = "prohibition"', 'kind = "prohibiton"')

    assert "did you mean 'prohibition'?" in TEXT
    with pytest.raises(Exception, match=r"with\.terms\.0\.kind: unknown word 'prohibiton'"):
        read_case(spoiled, file="my-case.toml")
