"""Values with their source, and the words they may use."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from orderflow.errors import NotDecided
from orderflow.law import AgeBand, Knowledge, Provision

SOURCE = "nl/wth/art-2/lid-1"


def test_a_decided_value_is_given() -> None:
    """What the law says comes back, a plain no and nothing at all included."""
    assert Provision[bool](value=False, source=(SOURCE,)).decided() is False
    assert Provision[tuple[str, ...]](value=(), source=(SOURCE,)).decided() == ()


def test_one_source_or_several_may_be_written() -> None:
    """A single key stands for a list of one."""
    one = Provision[int].model_validate({"value": 1, "source": SOURCE})
    several = Provision[int].model_validate({"value": 1, "source": [SOURCE, "nl/wth/art-11"]})

    assert one.source == (SOURCE,)
    assert several.source == (SOURCE, "nl/wth/art-11")


def test_a_value_without_a_source_is_refused() -> None:
    """Nothing holds only because we wrote it down."""
    with pytest.raises(ValidationError, match="a value needs a source"):
        Provision[int](value=1)


@pytest.mark.parametrize("key", ["Nl/Wth", "nl", "nl/", "/nl", "nl/wth/art 2", "nl/wth/art_2"])
def test_a_source_key_follows_its_grammar(key: str) -> None:
    """A key is lower case and has at least jurisdiction and act."""
    with pytest.raises(ValidationError):
        Provision[int](value=1, source=(key,))


@pytest.mark.parametrize("number", ["INT-1", "INT-0001", "int-001", "1"])
def test_a_choice_number_follows_its_grammar(number: str) -> None:
    """A choice has three digits."""
    with pytest.raises(ValidationError):
        Provision[int](value=1, source=(SOURCE,), choice=number)


def test_an_open_value_raises_and_names_its_question() -> None:
    """Whoever needs an open value learns the question, the field, the regime and the source."""
    open_value = Provision[int](
        question="sanction", name="breach.max_penalty", regime="nl-x@2025", source=(SOURCE,)
    )

    with pytest.raises(NotDecided) as caught:
        open_value.decided()

    assert caught.value.code == "not_decided"
    assert caught.value.question == "sanction"
    assert caught.value.field == "breach.max_penalty"
    assert caught.value.regime == "nl-x@2025"
    assert caught.value.law == (SOURCE,)
    assert "breach.max_penalty of nl-x@2025" in caught.value.sentence
    assert "breach.max_penalty van nl-x@2025" in caught.value.sentence_nl


def test_a_value_on_which_the_law_is_silent_names_its_field() -> None:
    """Without a question, the field itself is what is open."""
    with pytest.raises(NotDecided) as caught:
        Provision[int](name="duration.initial", regime="nl-x@2025").decided()

    assert caught.value.question == "duration.initial"


@pytest.mark.parametrize(
    "band, youngest, oldest",
    [
        (AgeBand.UNDER_12, 0, 11),
        (AgeBand.FROM_12_TO_15, 12, 15),
        (AgeBand.FROM_16_TO_17, 16, 17),
        (AgeBand.ADULT, 18, 199),
        (AgeBand.UNKNOWN, 0, 199),
    ],
)
def test_an_age_band_has_two_ends(band: AgeBand, youngest: int, oldest: int) -> None:
    """The bands touch and do not overlap; an unknown age may be any."""
    assert (band.youngest, band.oldest) == (youngest, oldest)


def test_knowledge_has_an_order() -> None:
    """Knowing the terms includes knowing of the order; service includes both."""
    assert Knowledge.EXISTENCE.rank < Knowledge.TERMS.rank < Knowledge.SERVED.rank
