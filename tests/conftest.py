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


def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> bool | None:
    """Turn `@law:<key>` into the marker `law(key="<key>")`; leave plain tags alone."""
    kind, colon, value = tag.partition(":")
    if not colon:
        return None
    getattr(pytest.mark, kind)(key=value)(function)
    return True
