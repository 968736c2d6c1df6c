"""Parts that several pages share: a route with its reasons, a source, who acted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orderflow.telling.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orderflow.cli.page import Page
    from orderflow.order.values import Actor
    from orderflow.showing.shapes import ReasonShown, RegimeShown, RouteShown, SourceShown
    from orderflow.telling.tongue import Tongue

_STYLES: Final = {"open": "good", "closed": "bad", "needs_review": "warn"}


def print_route(
    page: Page, name: str, route: RouteShown, t: Tongue, indent: int = 0, *, coded: bool = True
) -> None:
    """Print a route: the answer first, then the reasons with sources; codes if `coded`."""
    page.spans(
        (f"{' ' * indent}{name}: ", None),
        (t.of(word(route.status)), _STYLES[route.status]),
        (_sanction(route, t), None),
    )
    for reason in route.reasons:
        print_reason(page, reason, t, indent + 2, coded=coded)
    if route.status != "closed" and route.may_act:
        who = t.either(t.of(word(one)) for one in route.may_act)
        page.text(f"{t('May be taken by', 'Te bewandelen door')}: {who}.", indent + 2)


def print_reason(
    page: Page, reason: ReasonShown, t: Tongue, indent: int, *, coded: bool = True
) -> None:
    """Print a reason in one sentence, its code, and below it the sources it rests on."""
    said = t(reason.sentence, reason.sentence_nl)
    page.text(f"{said} [{reason.code}]" if coded else said, indent)
    print_sources(page, reason.sources, t, indent + 2, coded=coded)


def print_sources(
    page: Page, sources: Iterable[SourceShown], t: Tongue, indent: int, *, coded: bool = True
) -> None:
    """Print each source by its title, and its key if `coded`."""
    for source in sources:
        title = t(source.title, source.title_nl)
        said = f"{title} [{source.key}]" if coded else f"{t('Source', 'Bron')}: {title}"
        page.text(said, indent, indent + 2, style="faint")


def actor_in_words(actor: Actor, t: Tongue) -> str:
    """Return who acted: role, pseudonym, office, and for whom."""
    about = [one for one in (actor.person, actor.office) if one]
    who = t.of(word(actor.role)) + (f" ({', '.join(about)})" if about else "")
    behalf = actor.on_behalf_of
    return who + (f" {t('for', 'namens')} {behalf}" if behalf else "")


def law_in_words(regime: RegimeShown, t: Tongue) -> str:
    """Return the law of an order in words, with what is peculiar about it."""
    said = f"{t(regime.title, regime.title_nl)} [{regime.id}]"
    if regime.as_if_in_force:
        said += t("; as if it had been in force", "; alsof het toen had gegolden")
    if regime.draft:
        said += t("; a draft, nobody's law", "; een ontwerp, geen geldend recht")
    return said


def print_warnings(page: Page, regime: RegimeShown, t: Tongue, *, simulated: bool) -> None:
    """Print what a reader must know before anything else."""
    if simulated:
        page.text(
            t(
                "SIMULATION: this log follows a simulated clock. It tells a case again; it is no"
                " authority's record.",
                "SIMULATIE: dit logboek volgt een gesimuleerde klok. Het vertelt een zaak na; het"
                " is niet het dossier van een autoriteit.",
            ),
            style="warn",
        )
    if not regime.readable:
        page.text(
            t(
                "The law that this order pinned is not at hand unchanged: incidents are shown as"
                " assessed when they were recorded.",
                "Het recht dat dit bevel heeft vastgepind is niet ongewijzigd voorhanden:"
                " overtredingen worden getoond zoals beoordeeld bij de vastlegging.",
            ),
            style="warn",
        )


def _sanction(route: RouteShown, t: Tongue) -> str:
    if route.max_sanction is None:
        return ""
    period = t.period(route.max_sanction)
    return t(f" – at most {period} in custody", f" – ten hoogste {period} vrijheidsbeneming")
