"""Who is due, and who cannot be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orderflow.law import RegimeRegister, Role
from orderflow.law.retention import RetentionSchedule
from orderflow.privacy import Eraser, Retention, due
from tests.contracts.cases import OFFICER, after, request
from tests.unit.privacy.making import Keys, confide, end, erasure
from tests.unit.privacy.test_erasing import ten_days

if TYPE_CHECKING:
    from orderflow.store import ProtectionOrders

DUE_AT = after(30 + 240)


@pytest.mark.boundary
def test_a_person_is_due_when_every_order_lets_go(orders: ProtectionOrders) -> None:
    """Since the last of them did; a second order that goes on keeps everything."""
    first = confide(orders)
    end(orders, first)

    for at, status in ((after(31), "kept"), (DUE_AT, "due")):
        found = due(orders, ten_days(), at)
        assert [(one.person, one.status) for one in found] == [("ana", status), ("rob", status)]
    assert {one.since for one in due(orders, ten_days(), DUE_AT)} == {DUE_AT}
    second = orders.handle(request()).order_id
    (ana, _) = due(orders, ten_days(), DUE_AT)
    assert (ana.status, ana.since) == ("running", None)
    assert [(one.order_id, one.keeping.status) for one in ana.orders] == [
        (first, "due"),
        (second, "running"),
    ]


def test_who_has_nothing_sealed_is_not_told_of(orders: ProtectionOrders, keys: Keys) -> None:
    """Neither the uncle, of whom nothing is sealed, nor who was erased."""
    made = confide(orders)
    end(orders, made)
    Eraser(orders, keys).erase("ana", ground=erasure().ground, actor=OFFICER, at=DUE_AT)

    assert [one.person for one in due(orders, ten_days(), DUE_AT)] == ["rob"]


def test_what_nobody_decided_cannot_be_judged(orders: ProtectionOrders) -> None:
    """The packaged schedule has no period for a court; the question is named."""
    end(orders, confide(orders))

    (ana, _) = due(orders, Retention(RetentionSchedule.packaged(), Role.COURT), DUE_AT)
    assert (ana.status, ana.since) == ("not_decided", None)
    (one,) = ana.orders
    assert one.keeping.question == "retention.period"


def test_a_law_without_a_rule_or_that_is_unknown_cannot_be_judged(
    orders: ProtectionOrders,
) -> None:
    """Each for its own reason."""
    confide(orders)
    grounds = RetentionSchedule.packaged().grounds
    no_rule = Retention(RetentionSchedule((), grounds), Role.COURT)
    (ana, _) = due(orders, no_rule, DUE_AT)
    assert ana.orders[0].keeping.question == "retention"

    no_law = RegimeRegister({}, RegimeRegister.packaged().references)
    rules = ten_days()._schedule
    (ana, _) = due(orders, Retention(rules, Role.COURT, no_law), DUE_AT)
    assert ana.orders[0].keeping.question == "regime"


def test_an_order_that_goes_on_says_more_than_one_nobody_can_judge(
    orders: ProtectionOrders,
) -> None:
    """Who is certainly kept need not be judged any further."""
    end(orders, confide(orders))
    orders.handle(request(regime="uk-ew-fmpo@2014"))
    rules = (*ten_days()._schedule.rules,)
    some = Retention(RetentionSchedule(rules, {}), Role.COURT)

    assert {one.status for one in due(orders, some, DUE_AT)} == {"running"}
