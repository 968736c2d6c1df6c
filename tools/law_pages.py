"""What the pages say of the law: sources, choices, regimes, reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from orderflow.law import Provision, Regime, RegimeRegister, Source
from orderflow.law.regime import SECTIONS
from orderflow.law.section import Section
from orderflow.order.reasons import Code
from orderflow.order.sentences import FLAGGING, SENTENCES
from orderflow.order.sentences_assessing import ASSESSING
from orderflow.order.sentences_refusing import REFUSING
from tools.markdown import Row, code, table

ROOT: Final = Path(__file__).resolve().parent.parent
MANY: Final = 12
"""More fields than this are counted, not listed."""

REGISTER: Final = RegimeRegister.packaged()


def sources() -> str:
    """Return each legal source with what rests on it and which scenarios show it."""
    shown = scenarios()
    parts = []
    for key, source in sorted(REGISTER.references.sources.items()):
        parts.append(f"### `{key}`\n\n{source.title.en}\n<br>*{source.title.nl}*\n")
        parts.append("\n".join(f"- {line}" for line in about(key, source, shown)) + "\n")
    return "\n".join(parts).rstrip()


def about(key: str, source: Source, shown: Shown) -> Iterator[str]:
    """Yield what there is to say of one source."""
    since = f"from {source.in_force_from}" if source.in_force_from else "from a day not known here"
    until = f" until, and not on, {source.in_force_until}" if source.in_force_until else ""
    yield f"text: <{source.uri}>; {since}{until}; checked on {source.checked_on}"
    for regime_id in REGISTER.ids():
        resting = [(f, p) for f, p in REGISTER.get(regime_id).provisions() if key in p.source]
        if resting:
            yield f"[`{regime_id}`](regimes.md#{anchor(regime_id)}): {counted(resting)}"
    choices = [c.number for c in REGISTER.references.choices.values() if key in c.sources]
    if choices:
        yield "read in " + ", ".join(f"[{n}](choices.md#{n.lower()})" for n in choices)
    if key in shown:
        files = [f"[{place}](../../{place}): {'; '.join(n)}" for place, n in shown[key].items()]
        yield "\n".join(["scenarios:", *(f"  - {file}" for file in files)])
    elif source.no_scenario:
        yield f"no scenario: {source.no_scenario}"
    else:
        yield "no scenario yet"


def counted(resting: list[tuple[str, Provision[Any]]]) -> str:
    """Return fields by whether their value was read in the source."""
    kinds: dict[str, list[str]] = {}
    for field, provision in resting:
        kinds.setdefault(standing(provision), []).append(field)
    return "; ".join(
        f"{kind}: {code(fields) if len(fields) <= MANY else f'{len(fields)} fields'}"
        for kind, fields in sorted(kinds.items(), reverse=True)
    )


def standing(provision: Provision[Any]) -> str:
    """Return how sure a value is."""
    if provision.value is None:
        return "not decided"
    if provision.assumed:
        return "assumed"
    return "verified" if provision.verified else "not verified"


Shown = dict[str, dict[str, dict[str, None]]]
"""By source key and feature file, the names of scenarios, each once."""


def scenarios() -> Shown:
    """Return the scenarios under each source: those that carry or inherit its `@law:` tag."""
    found: Shown = {}
    for file in sorted((ROOT / "features").rglob("*.feature")):
        place = file.relative_to(ROOT).as_posix()
        document: Any = Parser().parse(file.read_text(encoding="utf-8"))
        document["uri"] = place
        for pickle in Compiler().compile(document):
            for tag in pickle["tags"]:
                if tag["name"].startswith("@law:"):
                    files = found.setdefault(tag["name"].removeprefix("@law:"), {})
                    files.setdefault(place, {})[pickle["name"]] = None
    return found


def choices() -> str:
    """Return each numbered reading of ours, with its alternatives."""
    parts = []
    for number, one in sorted(REGISTER.references.choices.items()):
        parts.append(f"### {number}\n\n**{one.question}**\n<br>*{one.question_nl}*\n")
        parts.append(f"{one.answer}\n<br>*{one.answer_nl}*\n\nWhy: {one.why}\n")
        others = "\n".join(f"- {other}" for other in one.alternatives)
        status = "" if one.status == "taken" else "\nOpen: we expect a lawyer to correct this.\n"
        parts.append(f"Others could say:\n\n{others}\n{status}")
        parts.append(f"Reads {linked(one.sources)}.\n")
    return "\n".join(parts).rstrip()


def linked(keys: Iterable[str]) -> str:
    """Return source keys as links into the page of sources."""
    return ", ".join(f"[`{key}`](sources.md#{anchor(key)})" for key in keys)


def anchor(heading: str) -> str:
    """Return the anchor that a heading gets."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def questions() -> str:
    """Return the open questions, with the fields that wait and what each scenario assumes."""
    parts = []
    for key, one in REGISTER.references.questions.items():
        parts.append(f"### {key}\n\n{one.title.en}\n<br>*{one.title.nl}*\n")
        answers = [r for r in map(REGISTER.get, REGISTER.ids()) if answered(r, one.fields)]
        head = ("field that waits", *(f"`{r.id}` assumes" for r in answers))
        rows = [(f"`{f}`", *(worded(provision(r, f)) for r in answers)) for f in one.fields]
        parts.append(table(*head, rows=rows) + "\n")
    return "\n".join(parts).rstrip()


def provision(regime: Regime, field: str) -> Provision[Any]:
    """Return one provision by its dotted name."""
    found: Provision[Any] = attrgetter(field)(regime)
    return found


def answered(regime: Regime, fields: Iterable[str]) -> bool:
    """Tell whether a regime is a scenario that assumes an answer to these fields."""
    return any(provision(regime, field).assumed for field in fields)


def worded(one: Provision[Any]) -> str:
    """Return a value as it would be written in a regime file."""
    match one.value:
        case None:
            return "*not decided*"
        case bool():
            return "yes" if one.value else "no"
        case tuple():
            return code(one.value) or "*none*"
        case _:
            return f"`{one.value}`"


def regimes() -> str:
    """Return every regime, section by section."""
    return "\n\n".join(regime_page(REGISTER.get(regime_id)) for regime_id in REGISTER.ids())


def regime_page(regime: Regime) -> str:
    """Return one regime: its values, and what it leaves open."""
    force = "draft, nobody's law" if regime.draft else f"in force from {regime.in_force_from}"
    until = f" until, and not on, {regime.in_force_until}" if regime.in_force_until else ""
    parts = [f"## {regime.id}", f"{regime.title.en}\n<br>*{regime.title.nl}*"]
    parts.append(
        f"{regime.jurisdiction}; {force}{until}; periods are counted in {regime.time_zone}."
    )
    later = regime.breach.later_law
    if later is not None:
        grounds_given = [
            linked((later.source,)),
            *([choice_link(later.choice)] if later.choice else []),
        ]
        parts.append(
            f"Conduct from {later.conduct_from} is judged by the breach law of `{later.regime}`"
            f" ({', '.join(grounds_given)})."
        )
    rows = list(regime_rows(regime))
    grounds = {row[2:] for row in rows if row[1]}
    if len(grounds) == 1:
        ((source, status),) = grounds
        parts.append(f"Every value here is {status}, and rests on {source}.")
        parts.append(table("field", "value", rows=(row[:2] for row in rows)))
    elif rows:
        parts.append(table("field", "value", "rests on", "status", rows=rows))
    left = [field for field, one in regime.provisions() if one.value is None]
    waiting = [field for field in left if provision(regime, field).question]
    silent = [field for field in left if field not in waiting]
    if waiting:
        parts.append(f"Waits for an answer to the letter's questions: {code(waiting)}.")
    if silent:
        parts.append(f"Says nothing on: {code(silent)}.")
    return "\n\n".join(parts)


def regime_rows(regime: Regime) -> Iterator[Row]:
    """Yield the provisions that have a value; a line in italics begins each section."""
    for section in SECTIONS:
        decided = [
            (field, one)
            for field, one in regime.provisions()
            if field.startswith(f"{section}.") and one.value is not None
        ]
        if decided:
            group: Section = getattr(regime, section)
            yield (f"*{(type(group).__doc__ or '').splitlines()[0]}*", "", "", "")
        for field, one in decided:
            read = standing(one) + (f", {choice_link(one.choice)}" if one.choice else "")
            yield f"`{field}`", worded(one), linked(one.source), read


def choice_link(number: str) -> str:
    """Return the number of a choice as a link."""
    return f"[{number}](choices.md#{number.lower()})"


def reasons(group: str) -> str:
    """Return one group of codes with their sentences."""
    groups: dict[str, dict[Code, tuple[str, str]]] = {
        "assessing": ASSESSING,
        "refusing": REFUSING,
        "flagging": FLAGGING,
    }
    rows = [(f"`{one}`", *SENTENCES[one]) for one in groups[group]]
    return table("code", "in English", "in het Nederlands", rows=rows)
