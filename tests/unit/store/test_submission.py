"""What makes two commands the same command."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderflow.order.commands import Command
from orderflow.store.submission import Submission, content_digest, order_id_of
from tests.contracts.cases import COUNCIL, START, grant, notify, request

ORDER = UUID(int=7)

PINNED = "684a9cf47658561ea84159cf4d4f8e56b9a727e447801fd7d76073a50e27ce6c"


def test_the_digest_of_a_command_never_changes() -> None:
    """A client that tries again after an upgrade is still recognised."""
    assert content_digest(notify(ORDER, 5)).hex() == PINNED


@given(hours=st.integers(3, 1000), other=st.integers(3, 1000))
def test_equal_content_and_only_that_has_an_equal_digest(hours: int, other: int) -> None:
    """Two commands have the same digest exactly when they say the same."""
    same = content_digest(notify(ORDER, hours)) == content_digest(notify(ORDER, other))

    assert same is (hours == other)


def test_what_is_left_out_equals_its_default() -> None:
    """Writing a default out changes nothing: a later field with a default does not either."""
    plain = request(ORDER)
    spelled_out = type(plain).model_validate(dict(plain) | {"own_motion": False})

    assert content_digest(plain) == content_digest(spelled_out)


def test_ids_may_be_given_as_uuid_or_text() -> None:
    """Both are kept as the same text."""
    by_uuid = Submission.of(grant(ORDER), command_id=ORDER, causation_id=ORDER)
    by_text = Submission.of(grant(ORDER), command_id=str(ORDER), causation_id=str(ORDER))

    assert by_uuid == by_text
    assert by_uuid.order_id == ORDER


def test_what_is_no_command_is_the_callers_mistake() -> None:
    """Anything else is refused before anything is read."""
    with pytest.raises(TypeError, match="Command"):
        order_id_of(Command(occurred_at=START, actor=COUNCIL), "c-1")
    with pytest.raises(TypeError):
        Submission.of("grant it")  # type: ignore[arg-type]
