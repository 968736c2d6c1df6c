"""The laws as data; the same for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.api.exchange import document
from orderflow.law import RegimeRegister
from orderflow.showing.regimes import regime_in_full, regimes_listed

if TYPE_CHECKING:
    from orderflow.api.exchange import Answer, Asked
    from orderflow.api.service import Service


def list_regimes(_service: Service, _asked: Asked) -> Answer:
    """Answer with every law there is, drafts and scenarios included."""
    return document(regimes_listed())


def read_regime(_service: Service, asked: Asked) -> Answer:
    """Answer with one law in full, by its id."""
    return document(regime_in_full(RegimeRegister.packaged().get(asked.path["regime_id"])))
