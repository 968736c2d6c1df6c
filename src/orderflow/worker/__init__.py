"""What happens while nobody looks: views kept up, ends and exceeded terms recorded, checkpoints.

duties          what the clock must do, each thing once
erasures        whose data are to be erased, said once
checkpoints     the ledger signed every so often
worker          one turn after the other, until it is told to stop
simulation      a year in seconds, on a simulated log
"""

from __future__ import annotations

from orderflow.worker.duties import Duties, Effect, Failure
from orderflow.worker.erasures import Erasures
from orderflow.worker.simulation import live
from orderflow.worker.worker import Turn, Worker

__all__ = ["Duties", "Effect", "Erasures", "Failure", "Turn", "Worker", "live"]
