"""The verifier for outsiders, loaded from its one file as anybody may."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

from docs.auditing import verify_bundle as outsider
from tests.unit.audit.ledger.making import LOG_KEY, OTHER_KEY, WITNESS_KEY

__all__ = ["FILE", "LEDGER", "LOG", "OTHER", "WITNESS", "Answer", "ask", "outsider", "vectors"]

FILE: Final = Path(outsider.__file__)
LEDGER: Final = Path(__file__).resolve().parents[1] / "golden" / "ledger"

LOG, OTHER, WITNESS = (str(key.verifier) for key in (LOG_KEY, OTHER_KEY, WITNESS_KEY))


class Answer(NamedTuple):
    """What the verifier said."""

    code: int
    said: str


def ask(*words: object) -> Answer:
    """Ask the verifier, in this process."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = outsider.main([str(word) for word in words])
    return Answer(code, said.getvalue())


def vectors(name: str) -> list[dict[str, str]]:
    """Return published vectors."""
    found: list[dict[str, str]] = json.loads((LEDGER / name).read_text("utf-8"))
    return found
