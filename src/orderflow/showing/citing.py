"""Sources by their titles, and reasons with their sources."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from orderflow.errors import OrderflowError
from orderflow.law import Capacity, RegimeRegister, Role, references
from orderflow.showing.shapes import ReasonShown, RegimeShown, RouteShown, SourceShown
from orderflow.showing.shapes_law import GroundsShown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.law import Regime
    from orderflow.order import ProtectionOrder, Reason, Route


def source(key: str) -> SourceShown:
    """Return a source by its key; one that is not registered is shown by its key alone."""
    found = references().sources.get(key)
    if found is None:
        return SourceShown(key=key, title=key, title_nl=key, uri=None)
    return SourceShown(key=key, title=found.title.en, title_nl=found.title.nl, uri=found.uri)


def sources(keys: Iterable[str]) -> tuple[SourceShown, ...]:
    """Return sources by their keys."""
    return tuple(source(key) for key in keys)


@lru_cache(maxsize=4096)
def route(one: Route) -> RouteShown:
    """Return a route with its reasons in full; the same for the same route, which never changes."""
    return RouteShown(
        status=one.status,
        reasons=tuple(map(reason, one.reasons)),
        max_sanction=one.max_sanction,
        may_act=tuple(_who(word) for word in one.may_act),
    )


def reason(one: Reason) -> ReasonShown:
    """Return a reason with its sources; where the law is open, with the open question."""
    sentence, sentence_nl = one.sentence, one.sentence_nl
    asked = references().questions.get(one.question or "")
    if asked is not None:
        sentence, sentence_nl = f"{sentence} {asked.title.en}", f"{sentence_nl} {asked.title.nl}"
    return ReasonShown(
        code=one.code.value,
        sentence=sentence,
        sentence_nl=sentence_nl,
        sources=sources(one.law),
        question=one.question,
    )


def regime(order: ProtectionOrder) -> RegimeShown:
    """Return the law of an order; by its id alone where it is not at hand as it was pinned."""
    pinned = order.regime
    if pinned is None:  # No order is read before its request.
        msg = "an order without a request has no law"
        raise ValueError(msg)
    law = order.law
    if law is None:
        with suppress(OrderflowError):
            law = RegimeRegister.packaged().get(pinned.id)
    return RegimeShown(
        id=pinned.id,
        title=law.title.en if law else pinned.id,
        title_nl=law.title.nl if law else pinned.id,
        digest=pinned.digest,
        as_if_in_force=pinned.as_if_in_force,
        draft=bool(law and law.draft),
        readable=order.law is not None,
        time_zone=law.time_zone if law else "UTC",
    )


def grounds(law: Regime, digest: str) -> GroundsShown:
    """Return what of a law enforcing an order rests on, whichever routes are open.

    Args:
        law: The law.
        digest: Digest of what it says; the same for the same law.
    """
    found = _GROUNDS.get(digest)
    if found is None:
        breach, civil = law.breach, law.civil
        offence = (
            breach.criminal,
            breach.covers,
            breach.knowledge_applies_to,
            breach.max_penalty,
            breach.referral_by,
        )
        without = (civil.route, civil.covers, civil.standing, civil.max_detention)
        said = [one for one in (*offence, *without) if one.value is not None]
        found = _GROUNDS[digest] = GroundsShown(
            criminal=sources(dict.fromkeys(key for one in offence for key in one.source)),
            civil=sources(dict.fromkeys(key for one in without for key in one.source)),
            unverified=tuple(one.name for one in said if not one.verified),
        )
    return found


_GROUNDS: Final[dict[str, GroundsShown]] = {}
"""By digest; there are few laws."""


def _who(word: str) -> Role | Capacity:
    """Return the role of that name, or else the capacity."""
    return Role(word) if word in set(Role) else Capacity(word)
