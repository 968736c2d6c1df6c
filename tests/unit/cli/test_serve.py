"""`orderflow serve`: what it refuses to start with, and how it stops."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from joserfc.jwk import ECKey

from orderflow.store import ProtectionOrders
from tests.contracts.cases import request

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.support import Type


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--dev", "--host", "192.0.2.1"], "this machine alone"),
        (["--dev", "--issuer", "x"], "its own issuer"),
        (["--db", ":memory:"], "--issuer, --audience and --jwks"),
        (["--issuer", "i", "--audience", "a", "--jwks", "http://e.example/k"], "--jwks: keys are"),
        (["--issuer", "i", "--audience", "a", "--jwks", "none.json"], "no such file"),
        (["--dev", "--db", "full.db"], "a log without orders"),
        (["--dev", "--db", "mysql://x"], "not the address"),
        (["--issuer", "i", "--audience", "a", "--jwks", "k.json", "--db", ":memory:"], "--access"),
        (["--dev", "--rate", "0"], "--rate is a number above 0"),
        (["--dev", "--rate", "inf"], "--rate is a number above 0"),
        (["--dev", "--port", "70000"], "no port 70000"),
        (["--dev", "--host", "127.9.9.9.9"], "this machine alone"),
    ],
)
def test_what_does_not_fit_together_is_told(
    typed: Type,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    """Wrong use is one sentence and exit code 2, and nothing is served."""
    monkeypatch.chdir(tmp_path)
    with ProtectionOrders.open("full.db") as orders:
        orders.handle(request())
    key = ECKey.generate_key("P-256", {"kid": "k"}).as_dict(private=False)
    (tmp_path / "k.json").write_text(json.dumps({"keys": [key]}), encoding="utf-8")
    told = typed("serve", *arguments)

    assert told.code in {1, 2}
    assert said in told.err


def test_a_port_that_is_taken_is_told(typed: Type) -> None:
    """Somebody who listens there already is left alone."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = typed("serve", "--dev", "--port", str(taken.getsockname()[1]))

    assert (told.code, "nothing can listen" in told.err) == (2, True)


def test_a_missing_extra_is_named(typed: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the sentence says what to install."""
    monkeypatch.setitem(sys.modules, "orderflow.api", None)
    error = ModuleNotFoundError("no", name="fastapi")

    def missing(_: object) -> int:
        raise error

    monkeypatch.setattr("orderflow.cli.serve._run", missing)
    told = typed("serve", "--dev")

    assert (told.code, "pip install 'orderflow[api]'" in told.err) == (2, True)


def asked_twice(address: str) -> list[int]:
    """Return what a caller is answered who asks twice in a row."""
    said = {"sub": "a", "role": "bailiff", "purpose": "x"}
    body, kind = json.dumps(said).encode(), {"Content-Type": "application/json"}
    with urllib.request.urlopen(  # noqa: S310 - our own
        urllib.request.Request(f"{address}/dev/token", body, kind)  # noqa: S310
    ) as answer:
        token = json.load(answer)["access_token"]
    found = []
    for _ in range(2):
        asked = urllib.request.Request(  # noqa: S310
            f"{address}/v1/regimes", headers={"Authorization": f"Bearer {token}"}
        )
        try:
            with urllib.request.urlopen(asked) as answer:  # noqa: S310
                found.append(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                found.append(error.code)
    return found


def test_it_serves_and_stops_when_told(tmp_path: Path) -> None:
    """A real process: it warns, answers, marks every answer, and ends in order on a signal."""
    process = subprocess.Popen(
        [sys.executable, "-m", "orderflow", "serve", "--dev", "--port", "0", "--rate", "0.25"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    warning = ""
    while "serves http" not in warning:
        line = process.stderr.readline()
        assert line, warning
        warning += line
    address = warning.rpartition("serves ")[2].strip().removesuffix("/v1")
    with urllib.request.urlopen(f"{address}/health/ready") as answer:  # noqa: S310 - our own
        assert answer.headers["Orderflow-Development"]
    assert asked_twice(address) == [200, 429]
    process.send_signal(signal.SIGTERM)
    began = time.monotonic()
    process.communicate(timeout=20)

    assert "DEVELOPMENT ONLY" in warning
    assert time.monotonic() - began < 10
    assert process.returncode == 0
