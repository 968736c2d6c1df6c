"""The lifecycle in words and arrows, read off the one machine that declares it.

Which trigger stands at which arrow is read off the machine. States that share their arrows stand
in one frame, so that an arrow at a frame is an arrow of each state inside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orderflow.order.lifecycle import LIVE, permitted
from orderflow.order.values import State

if TYPE_CHECKING:
    from orderflow.telling.tongue import Both, Tongue

QUIET: Final = (State.GRANTED, State.SERVED)
"""States of an order in force without an open incident."""


class Arrow(NamedTuple):
    """An arrow from each of some states to each of some others."""

    sources: tuple[State, ...]
    dests: tuple[State, ...]

    def triggers(self) -> tuple[str, ...]:
        """Return what leads along it, in the order of the machine."""
        return tuple(
            dict.fromkeys(
                trigger
                for (trigger, source), dests in permitted().items()
                if source in self.sources
                and any(dest in self.dests for dest in dests if dest is not source)
            )
        )


BECOMES_BOUND: Final = Arrow((State.GRANTED,), (State.SERVED,))
NO_LONGER_BOUND: Final = Arrow((State.SERVED,), (State.GRANTED,))
GRANTS: Final = Arrow((State.REQUESTED,), (State.GRANTED,))
COMES_TO_NOTHING: Final = Arrow((State.REQUESTED,), (State.LAPSED,))
ALLEGED: Final = Arrow(QUIET, (State.BREACHED,))
PUT_ASIDE: Final = Arrow((State.BREACHED,), QUIET)
REFERRED_AT_ONCE: Final = Arrow(QUIET, (State.REFERRED,))
REFERRED_LATER: Final = Arrow((State.BREACHED,), (State.REFERRED,))
CONCLUDED: Final = Arrow((State.REFERRED,), QUIET)
OTHERS_REMAIN: Final = Arrow((State.REFERRED,), (State.BREACHED,))
ENDS: Final = Arrow(LIVE, (State.LAPSED,))
RESUMES: Final = Arrow((State.LAPSED,), LIVE)

ARROWS: Final = (
    GRANTS,
    COMES_TO_NOTHING,
    BECOMES_BOUND,
    NO_LONGER_BOUND,
    ALLEGED,
    PUT_ASIDE,
    REFERRED_AT_ONCE,
    REFERRED_LATER,
    CONCLUDED,
    OTHERS_REMAIN,
    ENDS,
    RESUMES,
)
"""Every arrow from one state to another; a test proves that the machine has no others."""

MEANINGS: Final[dict[State, Both]] = {
    State.REQUESTED: ("asked for; no order yet", "gevraagd; nog geen bevel"),
    State.GRANTED: (
        "in force; nobody on record as told",
        "van kracht; nog niemand aantoonbaar ingelicht",
    ),
    State.SERVED: (
        "in force; somebody on record as told",
        "van kracht; iemand aantoonbaar ingelicht",
    ),
    State.BREACHED: ("alleged; a route is open", "gesteld; er staat een weg open"),
    State.REFERRED: ("with police or prosecutor", "bij politie of openbaar ministerie"),
    State.LAPSED: ("no order in force; the reason is on record", "geen bevel; de reden staat vast"),
}

IN_FORCE: Final = (
    "the order is in force, by the record",
    "het bevel is van kracht, volgens het dossier",
)
NO_INCIDENT: Final = ("no incident open", "geen open melding")
REST: Final = (
    "What is not drawn leaves the state as it is. 'Breached' is an allegation, not a finding.",
    "Wat niet is getekend, verandert niets. 'Overtreden' is een melding, geen vaststelling.",
)

_DUTCH: Final = {
    "request": "verzoeken",
    "refuse_permission": "toestemming weigeren",
    "refuse": "afwijzen",
    "withdraw": "intrekken",
    "accept_undertaking": "toezegging aanvaarden",
    "grant": "geven",
    "identify_person": "persoon identificeren",
    "bind": "binden",
    "invalidate_binding": "binding ongeldig verklaren",
    "release_protected_person": "persoon niet meer beschermd",
    "recount_end": "einde herrekenen",
    "vary": "wijzigen",
    "extend": "verlengen",
    "appeal": "beroep met schorsing",
    "determine_appeal": "op beroep beslissen",
    "report_incident": "overtreding melden",
    "reassess_incident": "opnieuw beoordelen",
    "dismiss_incident": "terzijde leggen",
    "refer": "inzenden",
    "pursue_civil": "civiel voorleggen",
    "conclude": "afdoen",
    "expire": "verstrijken",
    "discharge": "bevel intrekken",
    "set_aside": "vernietigen",
    "supersede": "vervangen",
    "protected_person_died": "beschermde overleden",
    "restore": "herstellen",
}
_STATES_NL: Final = {
    State.REQUESTED: "verzocht",
    State.GRANTED: "gegeven",
    State.SERVED: "bekendgemaakt",
    State.BREACHED: "overtreden",
    State.REFERRED: "ingezonden",
    State.LAPSED: "vervallen",
}


def trigger_in_words(trigger: str, t: Tongue) -> str:
    """Return the name of a trigger as a reader says it."""
    return t(trigger.replace("_", " "), _DUTCH.get(trigger, trigger))


def state_in_words(state: State, t: Tongue) -> str:
    """Return the name of a state."""
    return t(state.value, _STATES_NL[state])
