"""An order is decided under the law that it pinned when it was requested."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from orderflow.errors import UnknownRegime, UnreadableEvent
from orderflow.law import Regime, RegimeRegister
from orderflow.order import ProtectionOrder
from orderflow.store import ProtectionOrders
from orderflow.store.pinning import PinnedRegimes
from tests.contracts.cases import entry, grant, request

if TYPE_CHECKING:
    from tests.contracts.conftest import Clock

PACKAGED = RegimeRegister.packaged()


class OtherLaw(RegimeRegister):
    """A register in which the text of a released regime was changed, or is missing."""

    def __init__(self, *, missing: bool = False) -> None:
        """Take whether there are no regimes at all."""
        super().__init__({}, PACKAGED.references)
        self._missing = missing

    def get(self, regime_id: str) -> Regime:
        """Return the packaged regime under another digest."""
        if self._missing:
            return super().get(regime_id)
        return PACKAGED.get(regime_id).model_copy(update={"digest": "f" * 64})


def pinned(orders: ProtectionOrders, regime: str, at: datetime) -> str:
    """Request an order at a moment and return the id of the regime that it pinned."""
    command = request(regime=regime).model_copy(update={"occurred_at": at})
    ref = orders.get(orders.handle(command).order_id).regime
    assert ref is not None
    assert ref.digest == PACKAGED.get(ref.id).digest
    return ref.id


@pytest.mark.boundary
@pytest.mark.edge("EC47")
def test_a_name_alone_pins_the_law_of_that_day(orders: ProtectionOrders) -> None:
    """The day is counted in the regime's own zone: in London, that summer, it began at 23:00."""
    before = datetime(2014, 6, 15, 22, 59, tzinfo=UTC)
    after = datetime(2014, 6, 15, 23, 0, tzinfo=UTC)

    assert pinned(orders, "uk-ew-fmpo", before) == "uk-ew-fmpo@2008"
    assert pinned(orders, "uk-ew-fmpo", after) == "uk-ew-fmpo@2014"


def test_an_id_pins_that_version(orders: ProtectionOrders) -> None:
    """A name with a version means that version."""
    at = datetime(2012, 1, 10, 12, 0, tzinfo=UTC)

    assert pinned(orders, "uk-ew-fmpo@2008", at) == "uk-ew-fmpo@2008"


@pytest.mark.parametrize("regime", ["no-such-law", "no-such-law@2014", "nl-hybrid-draft"])
def test_a_regime_that_is_not_there_is_unknown(orders: ProtectionOrders, regime: str) -> None:
    """Nothing is recorded under law that does not exist, or that is a draft and not named."""
    with pytest.raises(UnknownRegime):
        orders.handle(request(regime=regime))

    assert orders.recorder.max_notification_id() is None


def test_nothing_is_in_force_before_the_first_version(orders: ProtectionOrders) -> None:
    """A name alone finds no law for a day on which there was none."""
    early = request(regime="uk-ew-fmpo").model_copy(
        update={"occurred_at": datetime(1999, 1, 1, tzinfo=UTC)}
    )
    with pytest.raises(UnknownRegime):
        orders.handle(early)


def test_what_was_never_requested_is_no_order(orders: ProtectionOrders) -> None:
    """Without a request no law was pinned; only users of the library can record such a thing."""
    order_id = uuid4()
    orders.save(entry(order_id, 1))

    for act in (orders.get, orders.history, lambda one: orders.handle(grant(one))):
        with pytest.raises(UnreadableEvent, match="no request") as unreadable:
            act(order_id)
        assert (unreadable.value.version, unreadable.value.position) == (1, 1)


def test_an_order_without_a_request_has_no_law() -> None:
    """Nothing was pinned, and nothing is guessed."""
    with pytest.raises(UnknownRegime, match="no regime"):
        PinnedRegimes().of(ProtectionOrder.start(uuid4()))


@pytest.mark.parametrize("missing", [True, False])
def test_changed_law_decides_nothing_and_reads_all(
    kept_address: str, clock: Clock, missing: bool
) -> None:
    """An order whose regime is no longer what it pinned can be read, and not decided on."""
    with ProtectionOrders.open(kept_address, clock=clock) as orders:
        order_id = orders.handle(request()).order_id

    with ProtectionOrders.open(
        kept_address, clock=clock, regimes=OtherLaw(missing=missing)
    ) as other:
        order = other.get(order_id)
        assert order.version == 1
        assert order.law is None
        with pytest.raises(UnknownRegime) as refused:
            other.handle(grant(order_id))
        assert other.get(order_id).version == 1

    if not missing:
        assert "f" * 64 in str(refused.value)
        assert PACKAGED.get("uk-ew-fmpo@2014").digest in str(refused.value)
