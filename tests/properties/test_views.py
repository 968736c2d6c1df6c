"""A view is a function of the log: of whatever history, however it was kept."""

from __future__ import annotations

from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from orderflow.casefile import SimulatedClock
from orderflow.errors import CommandRejected
from orderflow.order import ProtectionOrder, evolve
from orderflow.publication import Channel, Publication
from orderflow.publication.openness import may_hear
from orderflow.store import ProtectionOrders
from orderflow.views import DueWanted, Views
from orderflow.views.sqlite import MemoryViews
from tests import spec
from tests.properties.life import live
from tests.properties.worlds import WORLDS

NAMES = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
LAWS = {spec.FMPO, spec.HUISVERBOD, spec.KORT_GEDING}
SHIPPED = [world for world in WORLDS if world.regime.id in LAWS]


def content(views: Views, publication: Publication) -> list[object]:
    """Return everything that stands in the views and in the outbox."""
    return [
        views.search(limit=500),
        views.due(DueWanted(status=None), limit=500),
        views.history(limit=500),
        *(publication.page(channel, limit=1000) for channel in Channel),
    ]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SHIPPED) - 1),
            st.integers(0, 10**4),
            st.lists(st.integers(0, 10**14), max_size=12),
        ),
        min_size=1,
        max_size=3,
    ),
    st.integers(1, 7),
)
def test_a_view_of_any_history_is_the_same_however_it_was_kept(
    lives: list[tuple[int, int, list[int]]], page: int
) -> None:
    """Kept up after each command, page by page, or built from nothing: the same rows."""
    clock = SimulatedClock(spec.at("2020-01-01 00:00"))
    with ProtectionOrders.open(simulated=True, clock=clock) as orders:
        kept = Views(orders, database=MemoryViews(), clock=clock)
        published = Publication(orders, database=kept._database, clock=clock)
        steps = []
        for number, (world, beginning, numbers) in enumerate(lives):
            order_id = uuid5(NAMES, str(number))
            for command, _, now in live(SHIPPED[world], beginning, numbers).steps:
                steps.append((now, command.model_copy(update={"order_id": order_id})))
        for now, command in sorted(steps, key=lambda step: step[0]):
            clock.set(now)
            try:
                orders.handle(command)
            except CommandRejected:
                continue
            kept.catch_up(page=page)
            published.catch_up(page=page)
        anew = Views(orders, database=MemoryViews(), clock=clock)
        anew.catch_up()
        again = Publication(orders, database=anew._database, clock=clock)
        again.catch_up()
        found = content(kept, published)

        assert content(anew, again) == found
        for view in kept.views:
            kept.rebuild(view.name, page=page)
        assert content(kept, published) == found
        assert kept.parked() == ()
        for order_id in orders.order_ids():
            _hold_to_the_rule(orders, order_id, published)


def _hold_to_the_rule(orders: ProtectionOrders, order_id: UUID, published: Publication) -> None:
    """Require that an audience has heard of what the rule, asked after each event, lets it hear."""
    history = orders.history(order_id)
    for channel in Channel:
        open_to, order = 0, ProtectionOrder.start(order_id)
        for number, recorded in enumerate(history, start=1):
            order = evolve(order, recorded.event)
            if may_hear(channel, order, history[:number]):
                open_to = number
        page = published.page(channel, limit=1000)
        assert sum(one.order_id == str(order_id) for one in page) == open_to
