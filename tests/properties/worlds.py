"""Made-up worlds to live in: laws as they are, and laws that show what else can be law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from orderflow.law import (
    KnowledgeScope,
    Moment,
    PeriodValue,
    Reach,
    Regime,
    Role,
    SetAsideEffect,
)
from orderflow.order import commands as c
from orderflow.order.values import (
    Actor,
    Duration,
    OpenEnded,
    Term,
)
from tests import spec
from tests.unit.order import acts

MAN: Final = "man-in-car"


@dataclass(frozen=True, repr=False)
class World:
    """A law and the people who live under it.

    Attributes:
        name: What it shows.
        regime: The law.
        begins: When the order is asked for.
        terms: The terms of which its versions are made.
    """

    name: str
    regime: Regime
    begins: datetime = acts.ASKED
    terms: tuple[Term, ...] = (acts.CONTACT, acts.ARRANGE, acts.PASSPORT)

    def __repr__(self) -> str:
        return self.name

    @property
    def authority(self) -> Actor:
        """Who decides."""
        return self._who(self.regime.competence.grant.decided())

    @property
    def court(self) -> Actor:
        """Who sets aside and hears appeals."""
        return self._who(self.regime.competence.set_aside.decided())

    @staticmethod
    def _who(roles: Sequence[Role]) -> Actor:
        return Actor(role=roles[0], office="office-1")

    def durations(self) -> tuple[Duration, ...]:
        """Some durations, not all of which the law allows."""
        moments = [acts.until(self.begins + timedelta(days=days)) for days in (60, 20, 9)]
        counted = [acts.for_("P4W"), acts.for_("P10D"), acts.for_("P3M")]
        return (OpenEnded(), *moments, *counted)

    def beginning(self, *, unheard: bool, duration: Duration) -> tuple[c.Command, ...]:
        """The request and the grant."""
        own = self.regime.applicants.own_motion.decided() and not (
            self.regime.applicants.as_of_right.decided()
        )
        several = self.regime.respondents.several.decided()
        people = (acts.person(acts.UNCLE), acts.person(acts.MOTHER))
        described = self.regime.respondents.described.decided()
        asked = acts.request(
            self.begins,
            self.authority if own else acts.THE_DAUGHTER,
            own_motion=own,
            as_if_in_force=True,
            has_lawyer=True,
            regime=self.regime.id,
            harms=self.regime.scope.harms.decided()[:1],
            protected_persons=(acts.person(acts.DAUGHTER), acts.person(acts.SISTER)),
            respondents=(
                *people[: 2 if several else 1],
                *((acts.person(MAN, described=True),) if described else ()),
            ),
        )
        offers = [
            acts.support(self.begins, support=kind)
            for kind in self.regime.support.required_offers.decided()
        ]
        made = acts.grant(
            self.begins + timedelta(hours=1),
            self.authority,
            terms=self.terms,
            duration=duration,
            without_notice=unheard,
        )
        return (asked, *offers, made)


def _fitting(regime: str) -> tuple[Term, ...]:
    return tuple(
        term.model_copy(update={"binds": (acts.UNCLE,), "binds_others": False, "abroad": False})
        for term in ((acts.HOME,) if "huisverbod" in regime else (acts.CONTACT,))
    )


WORLDS: Final = (
    World("forced marriage", spec.law(spec.FMPO)),
    World("exclusion", spec.law(spec.HUISVERBOD), terms=_fitting(spec.HUISVERBOD)),
    World("summary proceedings", spec.law(spec.KORT_GEDING), terms=(acts.CONTACT,)),
    World(
        "old law, new offence",
        spec.law(spec.FMPO_2008),
        begins=spec.at("2014-06-10 09:00"),
        terms=(acts.CONTACT, acts.ARRANGE),
    ),
    World("civil scenario", spec.law(spec.HYBRID_CIVIL)),
    World(
        "administrative scenario",
        spec.law(spec.HYBRID_ADMINISTRATIVE),
        terms=_fitting(spec.HYBRID_ADMINISTRATIVE),
    ),
    World(
        "appeals suspend, bindings carry over, reach settled",
        spec.law_with(
            spec.FMPO,
            appeal__suspensive=True,
            variation__carries_bindings_over=True,
            breach__reach=Reach.HOME_ONLY,
            breach__knowledge_applies_to=KnowledgeScope.ALL_ORDERS,
            set_aside__effect=SetAsideEffect.EX_TUNC,
            duration__no_maximum=False,
            duration__open_ended=False,
            duration__max_total=PeriodValue("P40D"),
            duration__extension_max_times=2,
        ),
        begins=spec.at("2025-03-25 09:00"),
    ),
    World(
        "counted from notice",
        spec.law_with(
            spec.FMPO,
            duration__anchor=Moment.NOTIFIED,
            duration__takes_effect=Moment.NOTIFIED,
            duration__no_maximum=False,
            duration__open_ended=False,
            duration__initial=PeriodValue("P14D"),
            duration__max_total=PeriodValue("P40D"),
        ),
    ),
)
