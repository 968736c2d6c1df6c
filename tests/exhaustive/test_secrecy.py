"""Every short course of an order made unheard: until somebody is told, it is not there for them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from orderflow.errors import CommandRejected
from orderflow.order import ProtectionOrder, decide, fold
from orderflow.privacy import NOTHING, seen_by
from tests import spec
from tests.exhaustive.walk import HOUR, Act
from tests.properties.life import Life
from tests.properties.secrets import is_told, reader, secret, twin
from tests.properties.worlds import WORLDS
from tests.unit.audit.support import of_steps
from tests.unit.order import acts

END = acts.MADE + timedelta(days=90)
DEPTH = 4

ACTS: Mapping[str, Act] = {
    "serve the application on mother": lambda t: acts.serve_application(t, hearing_at=END),
    "tell mother": lambda t: acts.inform(t, acts.MOTHER),
    "mother says she was told": lambda t: acts.inform(t, acts.MOTHER, by=acts.THE_MOTHER),
    "tell mother of the change": lambda t: acts.inform(t, acts.MOTHER, version=2),
    "serve uncle": lambda t: acts.serve(t, acts.UNCLE),
    "vary unheard": lambda t: acts.vary(
        t, acts.CONTACT, duration=acts.until(t + timedelta(hours=2)), without_notice=True
    ),
    "invalidate 1": lambda t: acts.invalidate(t, 1),
    "extend": lambda t: acts.extend(t, acts.until(END + timedelta(days=30))),
    "discharge": acts.discharge,
    "uncle is mother": lambda t: acts.link(t, acts.UNCLE, acts.MOTHER),
    "not after all": lambda t: acts.unlink(t, acts.UNCLE, acts.MOTHER),
}
"""What is told, kept, undone and mixed up, of an order made unheard for ninety days."""


def lives() -> Iterator[tuple[tuple[str, ...], Life]]:
    """Yield every life of at most so many acts after the grant, with the names of its acts."""
    begun = Life(WORLDS[0], [ProtectionOrder.start(spec.ORDER)])
    for command in (
        acts.request(without_notice=True),
        acts.grant_unheard(duration=acts.until(END), return_hearing_at=acts.day(7)),
    ):
        assert begun.put(command, command.occurred_at)
    ahead: deque[tuple[tuple[str, ...], Life]] = deque([((), begun)])
    while ahead:
        path, life = ahead.popleft()
        yield path, life
        if len(path) < DEPTH:
            ahead += [
                ((*path, name), longer)
                for name, act in ACTS.items()
                if (longer := lived_on(life, act, life.now + HOUR)) is not None
            ]


def lived_on(life: Life, act: Act, now: datetime) -> Life | None:
    """Return the life with one act more, or None where that is refused."""
    try:
        events = decide(act(now), life.order, life.world.regime, now)
    except CommandRejected:
        return None
    after = fold(spec.ORDER, (*life.events, *events))
    return Life(life.world, [*life.orders, after], [*life.steps, (act(now), events, now)])


def test_every_short_course_keeps_its_secrets() -> None:
    """Whatever is told, kept, undone and mixed up, nothing that somebody was not told is seen."""
    counted = shown = 0
    for path, life in lives():
        history = of_steps(life.steps)
        for person in (acts.MOTHER, acts.UNCLE):
            seen = seen_by(reader(person), history)
            without = twin(history, set(secret(history, person)))
            assert (seen != NOTHING) == is_told(history, person), (person, path)
            assert seen == seen_by(reader(person), without), (person, path)
            shown += seen != NOTHING
        counted += 1

    print(f"\nsecrecy: {counted} histories, {shown} views")  # noqa: T201
    assert counted > 1000
    assert shown > 1000
