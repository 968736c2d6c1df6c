"""`orderflow privacy show`: what is sealed, what was erased on what ground, what is unfinished."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, FAILED
from orderflow.cli.logs import place_of, reader_at
from orderflow.cli.page import Page
from orderflow.cli.page_parts import actor_in_words, print_sources
from orderflow.cli.privacy.asked import keys_place
from orderflow.cli.shapes_privacy import SealedPersonsShown
from orderflow.privacy import SQLiteKeys, show
from orderflow.showing import citing
from orderflow.telling import Teller, both

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.privacy import PersonShown
    from orderflow.privacy.showing import ErasureShown
    from orderflow.telling import Both

_KEYS: Final[dict[str, Both]] = {
    "live": ("there", "aanwezig"),
    "marked": ("there, to be destroyed", "aanwezig, te vernietigen"),
    "destroyed": ("destroyed, not yet wiped", "vernietigd, nog niet uitgeveegd"),
    "erased": ("destroyed", "vernietigd"),
}
_READABLE: Final[dict[str, Both]] = {
    "readable": ("can be read with the key", "te lezen met de sleutel"),
    "erased": ("can be read by nobody", "door niemand te lezen"),
    "no_key": ("this key store has no key for it", "dit sleutelbestand heeft er geen sleutel van"),
    "unknown": ("no key store at hand", "geen sleutelbestand voorhanden"),
}
_UNFINISHED: Final[dict[str, Both]] = {
    "marked": (
        "decided, not yet carried out: erase again",
        "besloten, nog niet uitgevoerd: wis opnieuw",
    ),
    "not_destroyed": (
        "recorded, but the key is still there (perhaps an older copy): erase again",
        "vastgelegd, maar de sleutel is er nog (misschien een oudere kopie): wis opnieuw",
    ),
    "not_wiped": (
        "the key is destroyed, its file not yet wiped: erase again",
        "de sleutel is vernietigd, het bestand nog niet uitgeveegd: wis opnieuw",
    ),
    "not_known": (
        "recorded, but this key store does not know it (perhaps an older copy): erase again",
        "vastgelegd, maar dit sleutelbestand kent het niet (een oudere kopie?): wis opnieuw",
    ),
    "not_recorded": (
        "the key is destroyed, but an order does not say so",
        "de sleutel is vernietigd, maar een bevel zegt dat niet",
    ),
}


def run(arguments: Namespace) -> int:
    """Print what is sealed and erased; 1 where an erasure is unfinished."""
    place = keys_place(arguments)
    given = bool(arguments.keys) or place.exists()
    with ExitStack() as stack:
        log = stack.enter_context(closing(reader_at(place_of(arguments))))
        keys = stack.enter_context(SQLiteKeys(place)) if given else None
        shown = SealedPersonsShown(
            format="orderflow/privacy/show/1",
            simulated=log.simulated,
            keys=str(place) if given else None,
            persons=show(log, keys, person=arguments.person),
        )
    print_document(shown) if arguments.json else _print(shown, arguments)
    return FAILED if any(one.unfinished for one in shown.persons) else DONE


def _print(shown: SealedPersonsShown, arguments: Namespace) -> None:
    t, page = Teller(arguments.lang, ZoneInfo("UTC")), Page()
    page.title(t("What is sealed, and what was erased", "Wat verzegeld is, en wat gewist"))
    page.text(t("Times are UTC.", "Tijden zijn UTC."), style="faint")
    for one in shown.persons:
        _print_person(page, one, t)
    if not shown.persons:
        page.text(t("Nothing is sealed of anybody.", "Van niemand is iets verzegeld."))


def _print_person(page: Page, one: PersonShown, t: Teller) -> None:
    page.heading(one.person)
    if one.unfinished is not None:
        page.field(t("UNFINISHED", "ONAF"), t.of(_UNFINISHED[one.unfinished]), style="bad")
    if one.key is not None:
        when = "" if one.destroyed_at is None else f", {t.at(one.destroyed_at)}"
        page.field(t("key", "sleutel"), t.of(_KEYS[one.key]) + when)
    if one.linked:
        page.field(t("linked with", "verbonden met"), ", ".join(one.linked))
    for value in one.sealed:
        kinds = "DetailKind" if value.event == "PersonDetailsRecorded" else "StatementKind"
        page.field(
            f"{value.order_id.hex[:8]} {value.version}",
            f"{t.of(both(kinds, value.kind))}: {t.of(_READABLE[value.readable])}",
        )
    for erasure in one.erasures:
        _print_erasure(page, erasure, t)


def _print_erasure(page: Page, one: ErasureShown, t: Teller) -> None:
    said = f"{t('erased', 'gewist')}, {t.at(one.decided_at)}: {t.word(one.ground)}"
    if one.due_since is not None:
        said += f" ({one.rule}, {t('since', 'sinds')} {t.at(one.due_since)})"
    page.field(f"{one.order_id.hex[:8]} {one.version}", said)
    page.field(t("by", "door"), actor_in_words(one.actor, t))
    print_sources(page, citing.sources(one.law), t, 22)
