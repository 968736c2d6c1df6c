"""Histories full of secrets: told to one and not to the other, varied unheard, told, and undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final

from orderflow.law import Capacity
from orderflow.order import commands as c
from orderflow.order.events import Event
from orderflow.order.values import Decision
from tests.properties.alphabet import Act, Scene
from tests.properties.life import LATENESS, WAITING, Life, live
from tests.properties.picks import Picks
from tests.properties.worlds import MAN, World
from tests.unit.order import acts

WHO: Final = (acts.MOTHER, acts.UNCLE, acts.MOTHER, acts.UNCLE, acts.AUNT, MAN, acts.COUSIN)
CHANGED: Final = acts.CONTACT.model_copy(update={"review_at": acts.day(90)})


def _version(scene: Scene) -> int:
    return scene.one(tuple(v.number for v in reversed(scene.order.versions)) or (1,))


def _durations(scene: Scene) -> tuple[object, ...]:
    later = [acts.until(scene.at + timedelta(days=days)) for days in (30, 90, 9)]
    return (None, *later, *scene.world.durations())


ACTS: Final[tuple[Act, ...]] = (
    lambda s: acts.inform(
        s.at,
        s.one(WHO),
        version=_version(s),
        terms_told=s.one((True, False)),
        method=s.one(s.world.regime.service.inform_methods.decided()),
        by=s.one((acts.POLICE, s.world.authority, acts.THE_MOTHER, acts.THE_DAUGHTER)),
    ),
    lambda s: acts.serve(
        s.at,
        s.one(WHO),
        acts.BAILIFF,
        version=_version(s),
        method=s.one(s.world.regime.service.methods.decided()),
    ),
    lambda s: acts.vary(
        s.at,
        *s.one((s.world.terms, (CHANGED, *s.world.terms[1:]), s.world.terms[:1])),
        by=s.world.authority,
        asked_by=s.one((Capacity.PROTECTED_PERSON, Capacity.AUTHORITY)),
        duration=s.one(_durations(s)),
        without_notice=s.one((True, True, False)),
    ),
    lambda s: acts.vary(s.at, *s.world.terms, by=s.world.authority, without_notice=True),
    lambda s: acts.hold_hearing(s.at, "varied", s.world.authority, terms=s.world.terms),
    lambda s: acts.hold_hearing(s.at, s.one(("confirmed", "set_aside")), s.world.authority),
    lambda s: acts.extend(
        s.at, acts.until(s.at + timedelta(days=s.one((100, 30, 9)))), s.world.authority
    ),
    lambda s: acts.invalidate(s.at, s.one((1, 2, 3)), s.world.court),
    lambda s: acts.serve_application(
        s.at, s.one((acts.SERVER, acts.SERVER, acts.THE_MOTHER)), person=s.one(WHO)
    ),
    lambda s: acts.identify(s.at, MAN, s.one((acts.COUSIN, acts.UNCLE))),
    lambda s: acts.link(s.at, s.one(WHO), s.one(WHO)),
    lambda s: acts.unlink(s.at, s.one(WHO), s.one(WHO)),
    lambda s: acts.withhold(s.at, s.one((acts.DAUGHTER, acts.UNCLE))),
    lambda s: acts.check_copy(s.at, s.one(WHO), version=s.one((_version(s), None))),
    lambda s: acts.discharge(s.at, s.world.authority, asked_by=Capacity.AUTHORITY),
    lambda s: acts.supersede(s.at, s.world.authority),
    lambda s: acts.appeal(
        s.at, s.one(tuple(Decision)), s.one((acts.THE_MOTHER, acts.THE_DAUGHTER))
    ),
    lambda s: acts.determine(
        s.at, "allowed", s.world.court, effect=s.one(("restored", "set_aside", "none"))
    ),
    lambda s: acts.seal(s.at, _version(s)),
    lambda s: acts.report(s.at, "first", s.one(WHO), term=s.world.terms[0].id, conduct_at=s.at),
    lambda s: acts.surrender(s.at, s.one(WHO)),
    lambda s: acts.expire(s.at),
)

OFTEN: Final = (*ACTS[:4] * 5, *ACTS[:9] * 2, *ACTS)


def live_secretly(world: World, beginning: int, numbers: Iterable[int]) -> Life:
    """Live through the history that the numbers mean, with many tellings and changes unheard."""
    life = live(world, beginning, ())
    now = life.now
    for number in numbers:
        picks = Picks(number)
        act = picks.one(OFTEN)
        now += picks.one(WAITING)
        scene = Scene(world, picks, now - picks.one(LATENESS), life.order)
        life.put(act(scene), now)
    return life


def as_if_never(life: Life, secret: Callable[[c.Command, tuple[Event, ...]], bool]) -> Life:
    """Return the life in which nobody did what was secret, and everybody else did the same.

    Whatever the rules refuse without it did not happen; numbers that were given out are followed.
    """
    other = Life(life.world, [life.orders[0]])
    numbers: dict[tuple[str, int], int] = {}
    for command, events, now in life.steps:
        if secret(command, events):
            continue
        for asked in _the_same(command, numbers):
            if other.put(asked, now):
                _learn(events, other.steps[-1][1], numbers)
                break
    return other


def _the_same(command: c.Command, numbers: dict[tuple[str, int], int]) -> Iterator[c.Command]:
    """Yield what the same act would have been, had nobody known more.

    It is about the same binding or appeal, if there is one. An order that was set aside at a
    hearing that is secret was set aside, and one that came back on an appeal against something
    secret came back, as far as anybody knows.
    """
    if isinstance(command, c.HoldReturnHearing) and command.outcome == "set_aside":
        shared = {name: getattr(command, name) for name in c.SetAsideOrder.model_fields}
        yield c.SetAsideOrder.model_validate(shared)
        return
    if isinstance(command, c.LodgeAppeal):
        decisions = (command.against, *Decision)
        yield from (command.model_copy(update={"against": one}) for one in decisions)
        return
    for field in ("binding", "appeal"):
        old = getattr(command, field, None)
        if old is not None:
            if (field, old) in numbers:
                yield command.model_copy(update={field: numbers[field, old]})
            return
    yield command
    if isinstance(command, (c.ServeOrder, c.InformPerson)):
        # Of a version that there was not nobody is told; of the one before it they may be.
        earlier = range(command.version - 1, 0, -1)
        yield from (command.model_copy(update={"version": one}) for one in earlier)


def _learn(
    events: tuple[Event, ...], others: tuple[Event, ...], numbers: dict[tuple[str, int], int]
) -> None:
    for field in ("binding", "appeal"):
        old, new = getattr(events[0], field, None), getattr(others[0], field, None)
        if old is not None and new is not None:
            numbers[field, old] = new
