"""What every test shares: the values of tags, and plain asserts within the steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

from tests.servers.fixtures import nats_server, postgres, postgres_address

__all__ = ["nats_server", "postgres", "postgres_address"]

# The same examples in every run, so that a red run can be run again.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

pytest.register_assert_rewrite("tests.steps")


SERVERS = {"postgres", "postgres_address", "nats_server"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that starts a server, so that a quick run can leave it out."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        callspec = getattr(item, "callspec", None)
        chosen = set() if callspec is None else {str(one) for one in callspec.params.values()}
        if SERVERS & (asked | chosen) or "tests/postgres/" in item.nodeid:
            item.add_marker("server")


def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> bool | None:
    """Turn `@law:<key>` into the marker `law(key="<key>")`; leave plain tags alone."""
    kind, colon, value = tag.partition(":")
    if not colon:
        return None
    getattr(pytest.mark, kind)(key=value)(function)
    return True
