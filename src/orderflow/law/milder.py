"""Which maximum applies when the penalty changed after the conduct.

Compares maxima only. Whether conduct that is no longer an offence may still be punished is left to
a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law.periods import longer

if TYPE_CHECKING:
    from orderflow.law.periods import PeriodValue
    from orderflow.law.provision import Provision
    from orderflow.law.sections import Breach


def milder_penalty(pinned: Breach, other: Breach) -> Provision[PeriodValue]:
    """Return the maximum penalty that applies under the milder-law rule.

    Args:
        pinned: Breach law that governed the conduct.
        other: Breach law of a later version.

    Returns:
        The maximum of `other` where the pinned law lets milder later law apply and that maximum is
        shorter; else that of `pinned`, also where either sets none.

    Source:
        nl/sr/art-1/lid-2; that only maxima are compared is choice INT-029.
    """
    before, after = pinned.max_penalty, other.max_penalty
    if not pinned.milder_law.value or before.value is None or after.value is None:
        return before
    return after if longer(before.value, after.value) else before
