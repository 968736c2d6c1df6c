"""Nobody hears of what is to be kept from them, and nothing lets them count it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from orderflow.errors import PublicationStopped
from orderflow.law.vocabulary import Capacity, InformMethod, Role
from orderflow.order import Actor
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.kinds_access import RestrictionKind
from orderflow.publication import Channel, Publication
from orderflow.store import ProtectionOrders
from orderflow.views.sqlite import SQLiteViews
from tests.contracts.cases import (
    COURT,
    NO_CONTACT,
    OFFICER,
    after,
    grant,
    notify,
    request,
    serve,
    whole_case,
)

if TYPE_CHECKING:
    from pathlib import Path


def heard(publication: Publication, channel: Channel = Channel.OPEN) -> list[Any]:
    """Return what an audience hears by now."""
    publication.catch_up()
    return [json.loads(one.document) for one in publication.page(channel)]


def versions(found: list[Any], order_id: UUID) -> list[int]:
    """Return the numbers of the events that are heard of an order."""
    return [one["data"]["version"] for one in found if one["subject"] == order_id.hex]


def test_nothing_is_heard_before_every_respondent_was_told(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """Then all of it is, in order; and what comes after, at once."""
    order_id = uuid4()
    for command in (request(order_id), grant(order_id), notify(order_id, 5)):
        orders.handle(command)
        assert heard(publication) == []
    orders.handle(serve(order_id, 24))
    assert heard(publication) == []
    orders.handle(serve(order_id, 25, "uncle"))
    assert versions(heard(publication), order_id) == [1, 2, 3, 4, 5, 6]
    orders.handle(notify(order_id, 30))
    assert versions(heard(publication), order_id) == [1, 2, 3, 4, 5, 6, 7]


def test_the_early_audience_hears_as_soon_as_an_order_is_made(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """Not of a mere application, which the police may not see either."""
    order_id = uuid4()
    orders.handle(request(order_id))
    assert heard(publication, Channel.EARLY) == []
    orders.handle(grant(order_id))
    assert versions(heard(publication, Channel.EARLY), order_id) == [1, 2, 3]


def test_an_application_that_came_to_nothing_is_never_heard_of(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """Refused without hearing them, the respondents have nothing to learn."""
    order_id = orders.handle(request()).order_id
    orders.handle(c.RefuseOrder(occurred_at=after(3), actor=COURT, order_id=order_id))

    assert heard(publication) == heard(publication, Channel.EARLY) == []


def test_a_secret_order_leaves_no_gap(
    orders: ProtectionOrders, publication: Publication, tmp_path: Path
) -> None:
    """Whoever hears of other orders hears the same, whether the secret one is there or not."""
    open_id, secret_id = uuid4(), uuid4()
    spoken = request(open_id).model_copy(update={"without_notice": False})
    made = grant(open_id).model_copy(update={"without_notice": False})
    with (
        ProtectionOrders.open(tmp_path / "without.db") as without,
        Publication(without) as theirs,
    ):
        orders.handle(request(secret_id))
        for command in (spoken, made, notify(open_id, 5)):
            for log in (orders, without):
                log.handle(command)
            orders.handle(notify(secret_id, 5) if command is not spoken else grant(secret_id))

        def told(found: list[Any]) -> list[Any]:
            return [{**one, "id": "", "source": "", "time": ""} for one in found]

        assert told(heard(publication)) == told(heard(theirs))
        assert len(heard(publication)) == 3


def test_a_variation_without_notice_is_kept_until_it_was_told(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """An order that all know of becomes a secret again, from that variation on."""
    order_id = uuid4()
    for command in (request(order_id), grant(order_id)):
        orders.handle(command)
    for person in ("rob", "uncle"):
        orders.handle(serve(order_id, 24, person))
    known = len(heard(publication))
    orders.handle(
        c.VaryOrder(
            occurred_at=after(30),
            actor=COURT,
            order_id=order_id,
            terms=(NO_CONTACT.model_copy(update={"abroad": True}),),
            asked_by=Capacity.APPLICANT,
            without_notice=True,
        )
    )
    assert len(heard(publication)) == known
    for person in ("rob", "uncle"):
        orders.handle(serve(order_id, 40, person).model_copy(update={"version": 2}))
    assert len(heard(publication)) > known + 2


def test_a_mere_word_that_somebody_knows_opens_nothing(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """What proves no knowledge of theirs is not taken for it."""
    order_id = uuid4()
    for command in (request(order_id), grant(order_id), serve(order_id, 24)):
        orders.handle(command)
    orders.handle(
        c.InformPerson(
            occurred_at=after(25),
            actor=Actor(role=Role.PROTECTED_PERSON, person="ana"),
            order_id=order_id,
            person="uncle",
            version=1,
            method=InformMethod.TELEPHONE,
            terms_told=False,
        )
    )
    informed = orders.history(order_id)[-1].event
    assert isinstance(informed, e.PersonInformed)
    assert informed.knowledge is None
    assert heard(publication) == []


def test_an_order_that_is_private_is_heard_of_by_nobody(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """Until the restriction is lifted; then all of it, in order."""
    order_id = uuid4()
    for command in (request(order_id), grant(order_id)):
        orders.handle(command)
    known = len(heard(publication, Channel.EARLY))
    restrict = c.RestrictAccess(
        occurred_at=after(4), actor=OFFICER, order_id=order_id, kind=RestrictionKind.PRIVATE
    )
    orders.handle(restrict)
    orders.handle(notify(order_id, 5))
    assert len(heard(publication, Channel.EARLY)) == known
    orders.handle(
        c.LiftRestriction(occurred_at=after(6), actor=OFFICER, order_id=order_id, restriction=1)
    )
    assert len(heard(publication, Channel.EARLY)) == known + 3


@pytest.mark.parametrize("channel", Channel)
def test_no_person_stands_in_what_is_published(
    orders: ProtectionOrders, publication: Publication, channel: Channel
) -> None:
    """No pseudonym, office, term or reference of the case, and no position of the log."""
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    orders.handle(serve(order_id, 60, "uncle"))

    found = heard(publication, channel)
    text = json.dumps(found)
    for secret in ("ana", "rob", "uncle", "council-1", "court-1", "t1", "fam/2025", "i1"):
        assert secret not in text
    assert {key for one in found for key in one} == {
        *("specversion", "id", "source", "type", "subject", "time"),
        *("sequence", "streamversion", "datacontenttype", "data"),
    }
    assert {key for one in found for key in one["data"]} == {
        *("order_id", "version", "occurred_at", "state"),
    }


@pytest.mark.parametrize("page", [1, 2, 5])
def test_the_numbers_do_not_depend_on_how_the_log_was_read(
    orders: ProtectionOrders, tmp_path: Path, page: int
) -> None:
    """An outbox that is lost and filled again gives every event the number that it had."""
    ids = [uuid4() for _ in range(3)]
    for commands in zip(*(whole_case(one) for one in ids), strict=True):
        for command in commands:
            orders.handle(command)
    for number, order_id in enumerate(reversed(ids)):
        orders.handle(serve(order_id, 60 + number, "uncle"))
    found = []
    for size in (500, page):
        database = SQLiteViews(tmp_path / f"{size}.views")
        with Publication(orders, database=database) as publication:
            publication.catch_up(page=size)
            found.append([publication.page(channel) for channel in Channel])

    assert found[0] == found[1]
    assert [one.sequence for one in found[0][0]] == list(range(1, 28))


def test_an_outbox_that_was_lost_after_a_mending_is_another_one(tmp_path: Path) -> None:
    """What was mended keeps its late number; filled anew it has another, and old ids are refused.

    So nobody goes on in the wrong place without being told.
    """
    with ProtectionOrders.open(tmp_path / "orders.db") as orders:
        ids = [uuid4(), uuid4()]
        for order_id in ids:
            for command in (request(order_id), grant(order_id)):
                orders.handle(command)
        (state,) = edited(tmp_path / "orders.db", b"{}")
        with Publication(orders) as publication:
            before = [one["subject"] for one in heard(publication, Channel.EARLY)]
            edited(tmp_path / "orders.db", state)
            assert publication.retry_parked() == ()
            kept = publication.page(Channel.EARLY)
        assert before == [ids[1].hex] * 3
        assert [UUID(one.order_id) for one in kept] == [ids[1]] * 3 + [ids[0]] * 3

        with Publication(orders, database=SQLiteViews(tmp_path / "new.views")) as publication:
            publication.catch_up()
            anew = publication.page(Channel.EARLY)
            assert [UUID(one.order_id) for one in anew] == [ids[0]] * 3 + [ids[1]] * 3
            assert not any(publication.has(Channel.EARLY, *one[1:3]) for one in kept)


def edited(path: Path, state: bytes) -> tuple[bytes]:
    """Put something else into the first event behind our back; return what stood there."""
    with closing(sqlite3.connect(path)) as connection, connection:
        found: tuple[bytes] = connection.execute(
            "SELECT state FROM stored_events WHERE position = 1"
        ).fetchone()
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE stored_events SET state = ? WHERE position = 1", (state,))
        return found


def test_followers_go_on_where_they_were(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """From the number they name; and they are given the word when there is nothing new."""
    order_id = uuid4()
    for command in whole_case(order_id):
        orders.handle(command)
    orders.handle(serve(order_id, 60, "uncle"))
    publication.catch_up()
    following = publication.follow(after=7, every=0.001)

    assert [next(following).sequence for _ in range(2)] == [8, 9]  # type: ignore[union-attr]
    assert next(following) is None
    orders.handle(notify(order_id, 61))
    publication.catch_up()
    assert next(following).sequence == publication.last() == 10  # type: ignore[union-attr]
    assert list(publication.follow(stop=lambda: True)) == []


def test_a_log_that_was_put_back_stops_its_publication(
    orders: ProtectionOrders, publication: Publication
) -> None:
    """What was published cannot be taken back, so somebody has to look first."""
    orders.handle(request())
    publication.catch_up()
    with ProtectionOrders.open() as other:
        other.handle(request())
        again = Publication(other, database=publication.database)
        with pytest.raises(PublicationStopped, match="put back"):
            again.catch_up()
