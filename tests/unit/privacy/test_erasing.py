"""Erasing: on a ground, in every order, once, and finished whatever happens in between."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

import pytest

from orderflow.errors import (
    CommandRejected,
    DataErased,
    ErasureUnfinished,
    LinkedPersons,
    NotDecided,
    StoreUnavailable,
)
from orderflow.law import PeriodValue, RegimeRegister, Role
from orderflow.law.retention import RetentionSchedule
from orderflow.law.vocabulary import CountedFrom, ErasureGround
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.privacy import Eraser, KeyState, MemoryKeys, Retention, Vault, show, whole_file
from orderflow.privacy.erasing import command_of
from orderflow.store import ProtectionOrders
from tests.contracts.cases import COUNCIL, OFFICER, POLICE, after, request
from tests.unit.order.test_keeping import rule
from tests.unit.privacy.making import NAMED, SAFE, Keys, confide, detail, end, erasure

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from orderflow.privacy import Erased, Erasure
    from tests.contracts.conftest import Clock

REQUEST = ErasureGround.REQUEST_GRANTED
ORDERED = ErasureGround.ORDERED
OVER = ErasureGround.RETENTION_OVER


def ten_days() -> Retention:
    """Return a schedule of ten days after the end, for a court."""
    made = rule(counted_from=CountedFrom.END, period=PeriodValue("P10D"))
    made = made.model_copy(update={"regimes": ("uk-ew-fmpo",)})
    packaged = RetentionSchedule.packaged()
    return Retention(RetentionSchedule((made,), packaged.grounds), Role.COURT)


def erase(
    orders: ProtectionOrders,
    keys: Any,  # noqa: ANN401 - whatever destroys keys
    person: str = "ana",
    ground: ErasureGround = ORDERED,
    *,
    at: datetime | None = None,
    **more: Any,  # noqa: ANN401 - whatever else is said
) -> tuple[Erased, ...]:
    """Erase somebody."""
    moment = at or after(24 * 14)
    return Eraser(orders, keys, more.pop("retention", None)).erase(
        person, ground=ground, actor=more.pop("actor", OFFICER), at=moment, **more
    )


def test_an_erased_person_is_read_by_nobody(orders: ProtectionOrders, keys: Keys) -> None:
    """It is recorded in every order that the person is in, and the key is gone."""
    first, second = confide(orders), confide(orders)

    (done,) = erase(orders, keys)
    assert (done.status.state, done.orders, done.repeated) == (
        KeyState.ERASED,
        (first, second),
        False,
    )
    for order_id in done.orders:
        last = orders.history(order_id)[-1]
        assert isinstance(last.event, e.PersonalDataErased)
        assert (last.event.ground, last.event.law) == (ORDERED, ("gb-eaw/uk-gdpr/art-17",))
        assert last.actor == OFFICER
        read = Vault(orders, keys, may_read=whole_file).read(order_id)
        assert [one.text for one in read] == [None, None, NAMED]
    for order_id in done.orders:
        with pytest.raises(CommandRejected) as raised:
            orders.handle(detail(order_id))
        assert raised.value.code == "person_erased"


def test_erasing_again_changes_nothing(orders: ProtectionOrders, keys: Keys) -> None:
    """The decision that was carried out stands, whatever is said the second time."""
    confide(orders)
    (first,) = erase(orders, keys)
    events = orders.recorder.max_notification_id()

    (again,) = erase(orders, keys, ground=OVER, actor=POLICE)
    assert again.repeated
    assert (again.erasure, again.status, again.orders) == (
        first.erasure,
        first.status,
        first.orders,
    )
    assert orders.recorder.max_notification_id() == events


def test_somebody_with_nothing_sealed_is_erased_too(orders: ProtectionOrders, keys: Keys) -> None:
    """Nothing is ever sealed under that pseudonym again."""
    made = orders.handle(request()).order_id

    (done,) = erase(orders, keys, "uncle")
    assert (done.status.state, done.status.key_id, done.orders) == (KeyState.ERASED, None, (made,))
    with pytest.raises(CommandRejected):
        orders.handle(detail(made, "uncle"))


@pytest.mark.parametrize(
    "person, more, code",
    [
        ("nobody", {}, "no_such_person"),
        ("ana", {"actor": COUNCIL}, "not_competent"),
        ("ana", {"ground": REQUEST}, "still_needed"),
        ("ana", {"ground": OVER, "retention": ten_days()}, "still_needed"),
    ],
)
def test_what_is_refused_leaves_everything_as_it_was(
    orders: ProtectionOrders, keys: Keys, person: str, more: dict[str, Any], code: str
) -> None:
    """No mark, no event, and the data are read as before; one refusing order is enough."""
    made = confide(orders)
    end(orders, made)
    confide(orders)
    events = orders.recorder.max_notification_id()

    with pytest.raises(CommandRejected) as raised:
        erase(orders, keys, person, **more)
    assert raised.value.code == code
    assert orders.recorder.max_notification_id() == events
    assert {status.state for status in keys.statuses()} == {KeyState.LIVE}
    assert Vault(orders, keys, may_read=whole_file).details(made, "ana") == {"safe_contact": SAFE}


@pytest.mark.boundary
def test_what_is_due_is_erased_and_what_is_not_is_kept(
    orders: ProtectionOrders, keys: Keys, clock: Clock
) -> None:
    """By the rule of who keeps the record; the event says since when, and by which rule."""
    made = confide(orders)
    end(orders, made)
    since = after(30 + 240)

    with pytest.raises(CommandRejected) as raised:
        erase(orders, keys, ground=OVER, at=since.replace(minute=0) - (after(1) - after(0)),
              retention=ten_days())  # fmt: skip
    assert (raised.value.code, raised.value.law) == ("not_yet_due", ("nl/wpg/art-8",))
    erase(orders, keys, ground=OVER, at=since, retention=ten_days())
    event = orders.history(made)[-1].event
    assert isinstance(event, e.PersonalDataErased)
    assert (event.due_since, event.rule) == (since, "made-up")
    assert event.law == ("gb-eaw/uk-gdpr/art-5", "nl/wpg/art-8")


def test_a_period_that_nobody_decided_is_not_guessed(orders: ProtectionOrders, keys: Keys) -> None:
    """The error names the question; another ground is another matter."""
    end(orders, confide(orders))

    with pytest.raises(NotDecided) as raised:
        erase(orders, keys, ground=OVER)
    assert raised.value.question == "retention.period"
    erase(orders, keys, ground=REQUEST)


def test_an_order_whose_law_is_unknown_is_not_decided_on(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """Nobody erases by a law that nobody can read."""
    confide(orders)
    empty = RegimeRegister({}, RegimeRegister.packaged().references)
    orders._regimes._register = empty
    orders._regimes._pinned.clear()

    with pytest.raises(NotDecided) as raised:
        erase(orders, keys)
    assert raised.value.question == "regime"
    assert keys.status("ana") is not None
    assert {status.state for status in keys.statuses()} == {KeyState.LIVE}


def test_linked_pseudonyms_must_be_spoken_of(orders: ProtectionOrders, keys: Keys) -> None:
    """One human being under several names: all of them, or this one alone, but never unsaid."""
    made, other = confide(orders), confide(orders)
    for order_id, person, same_as in ((made, "ana", "ann"), (other, "ann", "anna")):
        orders.handle(
            c.LinkPersons.model_validate(
                {
                    "occurred_at": after(3),
                    "actor": OFFICER,
                    "order_id": order_id,
                    "person": "ana" if person == "ann" else person,
                    "same_as": same_as,
                }
            )
        )
    orders.handle(detail(made, "ann"))

    with pytest.raises(LinkedPersons, match="ann, anna"):
        erase(orders, keys)
    assert {status.state for status in keys.statuses()} == {KeyState.LIVE}
    (alone,) = erase(orders, keys, linked=False)
    assert alone.erasure.person == "ana"
    assert Vault(orders, keys, may_read=whole_file).details(made, "ann") == {"safe_contact": SAFE}
    done = erase(orders, keys, linked=True)
    assert [(one.erasure.person, one.repeated) for one in done] == [
        ("ana", True),
        ("ann", False),
        ("anna", False),
    ]
    assert Vault(orders, keys, may_read=whole_file).details(made, "ann") == {}


STEPS = ("mark", "first event", "second event", "destroy", "destroyed")


class Cut(Exception):
    """The process was gone at this point."""


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("step", range(len(STEPS)), ids=STEPS)
def test_what_was_cut_short_is_finished_by_doing_it_again(
    orders: ProtectionOrders, keys: Keys, step: int, before: bool
) -> None:
    """Wherever it was cut: the same decision, each order once, no key in the end."""
    first, second = confide(orders), confide(orders)
    _cut(orders, keys, step, before=before)
    with pytest.raises(Cut):
        erase(orders, keys)
    _mend(orders, keys)
    shown = {one.person: one for one in show(orders, keys)}["ana"]
    done_already = step >= 3 and not before
    assert (shown.unfinished is None) == (done_already or (step == 0 and before))

    (done,) = erase(orders, keys, ground=REQUEST if step else ORDERED)
    assert (done.status.state, done.erasure.ground) == (KeyState.ERASED, ORDERED)
    assert done.orders == (first, second)
    for order_id in done.orders:
        found = [one.event for one in orders.history(order_id)]
        assert sum(isinstance(event, e.PersonalDataErased) for event in found) == 1
    assert {one.unfinished for one in show(orders, keys)} == {None}


def _cut(orders: ProtectionOrders, keys: Keys, step: int, *, before: bool) -> None:
    """Let the process be gone before, or after, a step; nothing runs from then on."""
    counted = {"handle": 0}

    def cutting(name: str, real: Callable[..., Any], at: Callable[[], bool]) -> Any:  # noqa: ANN401
        def run(*args: Any, **more: Any) -> Any:  # noqa: ANN401
            if not at():
                return real(*args, **more)
            if not before:
                real(*args, **more)
            raise Cut(name)

        return run

    def handling() -> bool:
        counted["handle"] += 1
        return counted["handle"] == step

    if step == 0:
        keys.mark = cutting("mark", keys.mark, lambda: True)  # type: ignore[method-assign]
    elif step < 3:
        orders.handle = cutting("handle", orders.handle, handling)  # type: ignore[method-assign]
    else:
        keys.destroy = cutting("destroy", keys.destroy, lambda: True)  # type: ignore[method-assign]


def _mend(orders: ProtectionOrders, keys: Keys) -> None:
    for thing, name in ((keys, "mark"), (keys, "destroy"), (orders, "handle")):
        with suppress(AttributeError):
            delattr(thing, name)


def test_an_order_that_says_so_already_is_not_asked_again(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """Somebody recorded it since we looked: what is left is to destroy the key."""
    made = confide(orders)
    mark, erasure_of_ana = keys.mark, erasure()

    def late(erasure: Erasure) -> Erasure:
        orders.handle(command_of(erasure_of_ana, made))
        return mark(erasure)

    keys.mark = late  # type: ignore[method-assign]
    (done,) = erase(orders, keys)
    assert (done.status.state, done.orders) == (KeyState.ERASED, (made,))
    assert orders.get(made).version == 5


def test_a_refusal_before_anything_is_recorded_takes_the_mark_back(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """An order that came to refuse since we looked: nothing was done, and the data stay."""
    made = confide(orders)
    handle = orders.handle

    def refusing(command: c.Command, **more: Any) -> Any:  # noqa: ANN401
        if isinstance(command, c.ErasePersonalData):
            command = command.model_copy(update={"ground": REQUEST})
        return handle(command, **more)

    orders.handle = refusing  # type: ignore[method-assign]
    with pytest.raises(CommandRejected) as raised:
        erase(orders, keys)
    assert raised.value.code == "still_needed"
    assert {status.state for status in keys.statuses()} == {KeyState.LIVE}
    assert Vault(orders, keys, may_read=whole_file).details(made, "ana") == {"safe_contact": SAFE}


def test_a_refusal_after_something_is_recorded_is_told(
    orders: ProtectionOrders, keys: Keys
) -> None:
    """The key is still there; when the order no longer refuses, it is finished."""
    first, second = confide(orders), confide(orders)
    handle = orders.handle

    def refusing(command: c.Command, **more: Any) -> Any:  # noqa: ANN401
        if isinstance(command, c.ErasePersonalData) and command.order_id == second:
            command = command.model_copy(update={"ground": REQUEST})
        return handle(command, **more)

    orders.handle = refusing  # type: ignore[method-assign]
    with pytest.raises(ErasureUnfinished, match="still_needed"):
        erase(orders, keys)
    assert [one.unfinished for one in show(orders, keys, person="ana")] == ["marked"]
    assert Vault(orders, keys, may_read=whole_file).details(first, "ana") == {"safe_contact": SAFE}
    del orders.handle
    assert erase(orders, keys)[0].orders == (first, second)


def test_an_order_begun_since_needs_no_event(orders: ProtectionOrders, keys: Keys) -> None:
    """Nothing can be sealed in it under a key that is marked."""
    first = confide(orders)
    keys.mark(erasure())
    later = request(uuid4()).model_copy(update={"occurred_at": after(50)})
    second = orders.handle(later).order_id

    (done,) = erase(orders, keys)
    assert done.orders == (first,)
    with pytest.raises(CommandRejected) as raised:
        orders.handle(detail(second).model_copy(update={"occurred_at": after(51)}))
    assert raised.value.code == "person_erased"


def test_an_event_recorded_by_hand_is_finished(orders: ProtectionOrders, keys: Keys) -> None:
    """The command alone destroys nothing, and the show says so; erasing does the rest."""
    made = confide(orders)
    orders.handle(command_of(erasure(), made))

    assert [one.unfinished for one in show(orders, keys, person="ana")] == ["not_destroyed"]
    (done,) = erase(orders, keys, ground=OVER)
    assert (done.status.state, done.orders) == (KeyState.ERASED, (made,))


def test_who_destroys_need_not_seal_or_open(orders: ProtectionOrders, keys: Keys) -> None:
    """A shredder that can do nothing else is enough."""
    confide(orders)

    class Shredder:
        """Destroys, and nothing else."""

        status, statuses = keys.status, keys.statuses
        mark, withdraw, destroy = keys.mark, keys.withdraw, keys.destroy

    assert erase(orders, Shredder())[0].status.state is KeyState.ERASED


def test_who_writes_needs_only_to_seal(keys: Keys) -> None:
    """And who reads only to open."""

    class Sealer:
        """Seals, and nothing else."""

        serve, seal, fingerprint = keys.serve, keys.seal, keys.fingerprint

    class Opener:
        """Opens, and nothing else."""

        open = keys.open

    with ProtectionOrders.open(keys=Sealer()) as orders:
        made = confide(orders)
        vault = Vault(orders, Opener(), may_read=whole_file)
        assert vault.details(made, "ana") == {"safe_contact": SAFE}


def test_a_key_store_that_fails_leaves_what_can_be_finished(orders: ProtectionOrders) -> None:
    """A store that is gone raises its own error; the mark stands."""

    class Failing(MemoryKeys):
        """Loses its connection when a key is to be destroyed."""

        def destroy(self, person: str, at: datetime) -> NoReturn:  # noqa: ARG002
            msg = "gone"
            raise StoreUnavailable(msg)

    confide(orders)
    failing = Failing()
    with pytest.raises(StoreUnavailable):
        erase(orders, failing)
    status = failing.status("ana")
    assert status is not None
    assert status.state is KeyState.MARKED
    with pytest.raises(DataErased):
        failing.fingerprint(b"x", "ana")
