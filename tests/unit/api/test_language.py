"""Which language somebody reads."""

from __future__ import annotations

import pytest

from orderflow.api.language import preferred


@pytest.mark.parametrize(
    "header, language",
    [
        (None, "en"),
        ("", "en"),
        ("nl", "nl"),
        ("nl-BE", "nl"),
        ("en, nl", "en"),
        ("en;q=0.5, nl;q=0.6", "nl"),
        ("nl;q=0", "en"),
        ("*", "en"),
        ("en;q=0, *;q=0.1", "nl"),
        ("de, nl;q=0.1", "nl"),
        ("nl;q=2, en", "en"),
        ("not well formed;;;", "en"),
    ],
)
def test_the_language_is_the_one_preferred(header: str | None, language: str) -> None:
    """Weights count, English wins a tie, and what is not well formed is passed over."""
    assert preferred(header) == language
