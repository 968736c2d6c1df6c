"""The walk through the HTTP service works as it reads, on PostgreSQL, with nothing but `curl`."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.docs.pages import DOCS, blocks
from tests.docs.running import like

if TYPE_CHECKING:
    from tests.docs.pages import Block

PAGE = DOCS / "embedding" / "http-service.md"
MARK = "=== end of a block ==="


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def walk() -> list[tuple[Block, str | None]]:
    """Return the commands of the page, each with what is said to follow."""
    found = list(blocks(PAGE))
    steps = []
    for one, after in zip(found, [*found[1:], None], strict=True):
        if one.language == "sh" and not one.text.startswith("pip install"):
            shown = after.text if after is not None and after.language == "text" else None
            steps.append((one, shown))
    return steps


def test_the_walk_works_as_it_reads(tmp_path: Path, postgres_address: str) -> None:
    """Each block, typed into one shell from top to bottom, prints what the page shows."""
    port = str(free_port())
    parts = [f"{block.text}\nprintf '{MARK}\\n'\n" for block, _ in walk()]
    script = re.sub(r"\b8000\b", port, "set -eu\n" + "".join(parts))
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    process = subprocess.Popen(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": paths, "ORDERFLOW_DB": postgres_address},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        printed, _ = process.communicate(timeout=120)
    finally:
        # Whatever the page started and did not stop.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    said = printed.split(f"{MARK}\n")

    assert process.returncode == 0, printed
    for (block, shown), part in zip(walk(), said, strict=False):
        if shown is not None:
            assert like(part, shown), f"line {block.line}:\n{part}"
