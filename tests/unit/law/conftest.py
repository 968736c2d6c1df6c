"""Folders of regime files as an embedding team would write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orderflow.errors import RegimeFileError
from orderflow.law import RegimeRegister

WriteRegime = Callable[..., Path]

HEAD = """
id = "{id}"
title = {{ en = "A regime of our own", nl = "Een eigen regime" }}
jurisdiction = "NL"
time_zone = "Europe/Amsterdam"
{more}
"""


@pytest.fixture
def write(tmp_path: Path) -> WriteRegime:
    """Write a regime file with a sound head and the given sections; return its folder."""

    def written(
        body: str = "",
        *,
        id: str = "our-own@2020",  # noqa: A002 - the name of the field
        head: str = "in_force_from = 2020-01-01",
        file: str | None = None,
    ) -> Path:
        text = HEAD.format(id=id, more=head) + body
        (tmp_path / f"{file or id}.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def refused() -> Callable[[Path], tuple[str, str, str]]:
    """Load a folder that must be refused; return file, field and reason."""

    def why(folder: Path) -> tuple[str, str, str]:
        with pytest.raises(RegimeFileError) as caught:
            RegimeRegister.from_folder(folder)
        return caught.value.file, caught.value.field, caught.value.reason

    return why
