"""The law that an order is decided under: pinned when it is requested, the same ever after."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from orderflow.errors import UnknownRegime
from orderflow.law import Regime, RegimeRegister

if TYPE_CHECKING:
    from orderflow.order import ProtectionOrder
    from orderflow.order.commands import RequestOrder
    from orderflow.order.events import RegimeRef


class PinnedRegimes:
    """Finds the regime that a request names, and the one that an order has pinned."""

    def __init__(self, register: RegimeRegister | None = None) -> None:
        """Take the regimes there are; by default those that ship with the package."""
        self._register = register
        self._pinned: dict[RegimeRef, Regime] = {}

    def asked_for(self, request: RequestOrder) -> Regime:
        """Return the regime that a request names.

        A name with a version means that version. A name alone means the version in force on the
        day on which the request occurred, in that regime's own time zone.

        Raises:
            UnknownRegime: There is no such regime, or none in force that day.
        """
        if "@" in request.regime:
            regime = self._all.get(request.regime)
        else:
            regime = self._in_force(request.regime, request.occurred_at)
        return self._all.as_if_in_force(regime) if request.as_if_in_force else regime

    def of(self, order: ProtectionOrder) -> Regime:
        """Return the regime that the order has pinned.

        Raises:
            UnknownRegime: There is no regime of that id, or its values are not those that were
                pinned: the order can be read, but not decided on.
        """
        pinned = order.regime
        if pinned is None:
            msg = f"order {order.id} has pinned no regime"
            raise UnknownRegime(msg)
        return self.named(pinned)

    def named(self, pinned: RegimeRef) -> Regime:
        """Return the regime that was pinned.

        Raises:
            UnknownRegime: As `of`.
        """
        found = self._pinned.get(pinned)
        if found is None:
            found = self._pinned[pinned] = self._read(pinned)
        return found

    def attached(self, order: ProtectionOrder) -> ProtectionOrder:
        """Return the order with its regime attached; as it is when that regime is not known."""
        try:
            return order.under(self.of(order))
        except UnknownRegime:
            return order

    @property
    def _all(self) -> RegimeRegister:
        if self._register is None:
            self._register = RegimeRegister.packaged()
        return self._register

    def _read(self, pinned: RegimeRef) -> Regime:
        regime = self._all.get(pinned.id)
        if regime.digest != pinned.digest:
            msg = (
                f"regime '{pinned.id}' is not the one that was pinned:"
                f" digest {regime.digest}, pinned {pinned.digest}"
            )
            raise UnknownRegime(msg)
        return self._all.as_if_in_force(regime) if pinned.as_if_in_force else regime

    def _in_force(self, name: str, moment: datetime) -> Regime:
        # Which day it is depends on the zone of the regime that is sought.
        day = moment.date()
        for candidate in (day, day - timedelta(days=1), day + timedelta(days=1)):
            try:
                regime = self._all.in_force(name, candidate)
            except UnknownRegime:
                continue
            if moment.astimezone(regime.zone).date() == candidate:
                return regime
        return self._all.in_force(name, day)
