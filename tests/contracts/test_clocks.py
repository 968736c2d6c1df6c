"""Real logs and simulated ones are never mixed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from orderflow.errors import CommandRejected, MixedClock
from orderflow.store import ProtectionOrders
from tests.contracts.cases import grant, request

if TYPE_CHECKING:
    from tests.contracts.conftest import Clock


def test_a_new_log_is_real_unless_asked_otherwise(address: str, clock: Clock) -> None:
    """Nobody gets a simulated log by accident; a simulated one says so."""
    with ProtectionOrders.open(address) as real:
        assert real.simulated is False
        assert (datetime.now(UTC) - real.created_at).total_seconds() < 60
    with ProtectionOrders.open(":memory:", clock=clock, simulated=True) as simulated:
        assert simulated.simulated is True
        assert simulated.created_at == clock.now


def test_a_simulated_log_needs_its_clock(address: str) -> None:
    """Without a clock to follow there is no simulation."""
    with pytest.raises(ValueError, match="clock"):
        ProtectionOrders.open(address, simulated=True)


@pytest.mark.parametrize("simulated", [True, False])
def test_a_log_of_the_other_kind_is_refused(
    kept_address: str, clock: Clock, simulated: bool
) -> None:
    """The mark of the file decides for ever; a claim to the contrary opens nothing."""
    ProtectionOrders.open(kept_address, clock=clock, simulated=simulated).close()
    with pytest.raises(MixedClock):
        ProtectionOrders.open(kept_address, clock=clock, simulated=not simulated)

    with ProtectionOrders.open(kept_address, clock=clock, simulated=simulated) as orders:
        assert orders.handle(request()).version == 1


@pytest.mark.parametrize("simulated", [True, False])
def test_either_kind_can_be_read_without_a_claim(
    kept_address: str, clock: Clock, simulated: bool
) -> None:
    """Whoever only reads need not know what kind of log it is."""
    with ProtectionOrders.open(kept_address, clock=clock, simulated=simulated) as orders:
        order_id = orders.handle(request()).order_id

    with ProtectionOrders.open(kept_address) as reader:
        assert reader.simulated is simulated
        assert reader.get(order_id).version == 1
        assert list(reader.order_ids()) == [order_id]


def test_a_simulated_log_is_not_written_by_accident(kept_address: str, clock: Clock) -> None:
    """Without the claim, no moment of a real clock gets into a simulated log."""
    with ProtectionOrders.open(kept_address, clock=clock, simulated=True) as orders:
        order_id = orders.handle(request()).order_id

    with ProtectionOrders.open(kept_address) as reader:
        with pytest.raises(MixedClock):
            reader.handle(grant(order_id))
        assert reader.get(order_id).version == 1


def test_law_that_does_not_hold_is_lived_in_a_simulation_only(address: str, clock: Clock) -> None:
    """As if it were in force: only in a simulated log, and so for every later command."""
    hypothetical = request(regime="uk-ew-fmpo@2008").model_copy(update={"as_if_in_force": True})
    with (
        ProtectionOrders.open(address, clock=clock) as real,
        pytest.raises(CommandRejected) as refused,
    ):
        real.handle(hypothetical)
    assert refused.value.code == "hypothetical_only"

    with ProtectionOrders.open(":memory:", clock=clock, simulated=True) as simulated:
        order_id = simulated.handle(hypothetical).order_id
        simulated.handle(grant(order_id))
        order = simulated.get(order_id)
        assert order.regime is not None
        assert order.regime.as_if_in_force
        assert order.law is not None
        assert order.law.in_force_from is None
