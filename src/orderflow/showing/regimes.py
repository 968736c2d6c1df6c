"""Laws as they are shown: the list, one in full, two side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.law import RegimeRegister
from orderflow.showing import citing
from orderflow.showing.labels_law import FIELD_LABELS
from orderflow.showing.shapes_law import (
    ChoiceShown,
    LaterLawShown,
    ProvisionsCompared,
    ProvisionShown,
    QuestionShown,
    RegimeInFull,
    RegimeLine,
    RegimesCompared,
    RegimesListed,
)
from orderflow.showing.values_law import in_words, plain
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from typing import Any

    from orderflow.law import Provision, Regime
    from orderflow.law.sections import LaterBreachLaw


def regimes_listed() -> RegimesListed:
    """Return every law there is, drafts and scenarios included."""
    register = RegimeRegister.packaged()
    return RegimesListed(regimes=tuple(_line(register.get(one)) for one in register.ids()))


def regime_in_full(regime: Regime) -> RegimeInFull:
    """Return one law with its values, sources, readings of ours and open questions."""
    registered = RegimeRegister.packaged().references
    provisions = tuple(_provision(field, one, regime) for field, one in regime.provisions())
    later = regime.breach.later_law
    keys = [key for one in provisions for key in one.sources] + ([later.source] if later else [])
    numbers = {one.choice for one in provisions if one.choice}
    numbers |= {later.choice} if later and later.choice else set()
    chosen = [registered.choices[number] for number in sorted(numbers)]
    return RegimeInFull(
        regime=_line(regime),
        digest=regime.digest,
        provisions=provisions,
        later_breach_law=_later_law(later) if later else None,
        sources=citing.sources(dict.fromkeys(keys)),
        choices=tuple(
            ChoiceShown(
                number=one.number,
                status=one.status,
                question=one.question,
                question_nl=one.question_nl,
                answer=one.answer,
                answer_nl=one.answer_nl,
            )
            for one in chosen
        ),
        questions=tuple(
            QuestionShown(
                key=question.key,
                title=question.title.en,
                title_nl=question.title.nl,
                waiting=waiting,
            )
            for question in registered.questions.values()
            if (waiting := tuple(_waiting(provisions, question.key)))
        ),
    )


def regimes_compared(one: Regime, other: Regime, *, everything: bool) -> RegimesCompared:
    """Return where two laws differ; with `everything` also where they are the same."""
    found = RegimeRegister.packaged().compare(one.id, other.id)
    different = {difference.field for difference in found}
    pairs = [
        ProvisionsCompared(
            field=field,
            label=FIELD_LABELS[field][0],
            label_nl=FIELD_LABELS[field][1],
            same=field not in different,
            a=_provision(field, a, one),
            b=_provision(field, b, other),
        )
        for (field, a), (_, b) in zip(one.provisions(), other.provisions(), strict=True)
    ]
    shown = tuple(pair for pair in pairs if everything or not pair.same)
    keys = dict.fromkeys(key for pair in shown for key in (*pair.a.sources, *pair.b.sources))
    return RegimesCompared(
        a=_line(one),
        b=_line(other),
        different=len(different),
        equal=len(pairs) - len(different),
        provisions=shown,
        sources=citing.sources(keys),
    )


def _later_law(later: LaterBreachLaw) -> LaterLawShown:
    return LaterLawShown(
        conduct_from=later.conduct_from,
        regime=later.regime,
        source=later.source,
        choice=later.choice,
    )


def _line(regime: Regime) -> RegimeLine:
    return RegimeLine(
        id=regime.id,
        title=regime.title.en,
        title_nl=regime.title.nl,
        jurisdiction=regime.jurisdiction,
        time_zone=regime.time_zone,
        in_force_from=regime.in_force_from,
        in_force_until=regime.in_force_until,
        draft=regime.draft,
        scenario="+" in regime.id,
    )


def _provision(field: str, one: Provision[Any], regime: Regime) -> ProvisionShown:
    return ProvisionShown(
        field=field,
        label=FIELD_LABELS[field][0],
        label_nl=FIELD_LABELS[field][1],
        value=plain(one.value),
        words=in_words(field, one, regime.jurisdiction, Tongue("en")),
        words_nl=in_words(field, one, regime.jurisdiction, Tongue("nl")),
        sources=one.source,
        verified=one.verified,
        choice=one.choice,
        question=one.question if one.value is None else None,
        assumed=one.assumed,
    )


def _waiting(provisions: tuple[ProvisionShown, ...], question: str) -> list[str]:
    return [one.field for one in provisions if one.question == question]
