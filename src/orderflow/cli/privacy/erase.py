"""`orderflow privacy erase`: makes the data of a person unreadable for ever."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.logs import log_at, place_of, simulated_at
from orderflow.cli.page import Page
from orderflow.cli.privacy.asked import keys_place, moment_asked, retention, role
from orderflow.cli.shapes_privacy import ErasedShown, PersonErased
from orderflow.law.vocabulary import ErasureGround
from orderflow.order.values import Actor
from orderflow.privacy import Eraser, SQLiteKeys
from orderflow.telling import Teller

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime

    from orderflow.privacy import Erased
    from orderflow.store import ProtectionOrders


def run(arguments: Namespace) -> int:
    """Erase, and say what was done."""
    actor = _actor(arguments.actor)
    judged_by = retention(arguments)
    with SQLiteKeys(keys_place(arguments)) as keys:
        orders, set_clock = _opened(arguments)
        with closing(orders):
            orders.serve(keys)
            at = moment_asked(arguments, orders)
            if arguments.at is not None and not orders.simulated:
                msg = "--at moves a simulated clock; this log follows the real one"
                raise WrongUse(msg)
            set_clock(at)
            done = Eraser(orders, keys, judged_by).erase(
                arguments.person,
                ground=ErasureGround(arguments.ground),
                actor=actor,
                at=at,
                linked=arguments.linked,
            )
            simulated = orders.simulated
    shown = ErasedShown(
        format="orderflow/privacy/erase/1",
        simulated=simulated,
        persons=tuple(_shown(one) for one in done),
    )
    print_document(shown) if arguments.json else _print(shown, arguments)
    return DONE


def _opened(arguments: Namespace) -> tuple[ProtectionOrders, Callable[[datetime], None]]:
    place = place_of(arguments)
    orders = log_at(place)
    if not orders.simulated:
        return orders, lambda _: None
    orders.close()
    simulated, clock = simulated_at(place)
    return simulated, clock.set


def _actor(text: str) -> Actor:
    name, _, office = text.partition("/")
    try:
        return Actor(role=role(name, "--as"), office=office or None)
    except ValueError:
        msg = f"--as '{text}': '{office}' is no office"
        raise WrongUse(msg) from None


def _shown(one: Erased) -> PersonErased:
    return PersonErased(
        person=one.erasure.person,
        ground=one.erasure.ground,
        decided_at=one.erasure.decided_at,
        due_since=one.erasure.due_since,
        rule=one.erasure.rule,
        key=one.status.state,
        orders=one.orders,
        repeated=one.repeated,
    )


def _print(shown: ErasedShown, arguments: Namespace) -> None:
    t, page = Teller(arguments.lang, ZoneInfo("UTC")), Page()
    for one in shown.persons:
        page.title(
            t(f"{one.person} had been erased", f"{one.person} was al gewist")
            if one.repeated
            else t(f"{one.person} is erased", f"{one.person} is gewist")
        )
        page.field(t("ground", "grond"), t.word(one.ground))
        page.field(t("decided", "besloten"), f"{t.at(one.decided_at)} (UTC)")
        if one.due_since is not None:
            page.field(t("due since", "toe aan wissing"), f"{t.at(one.due_since)} (UTC)")
            page.field(t("rule", "regel"), str(one.rule))
        page.field(t("recorded in", "vastgelegd in"), ", ".join(map(str, one.orders)))
    page.line()
    page.text(
        t(
            "What was sealed can be read by nobody any more, in no copy of the log. Backups of the"
            " key store still hold the key until they are destroyed too.",
            "Wat verzegeld was kan niemand meer lezen, in geen enkele kopie van het logboek."
            " Reservekopieën van het sleutelbestand bevatten de sleutel tot ook die vernietigd"
            " zijn.",
        ),
        style="faint",
    )
