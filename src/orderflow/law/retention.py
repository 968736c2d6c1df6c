"""How long personal data about people are kept, and on what ground they are erased.

Keeps one rule: a period that the law leaves open is never guessed (N9). Whoever keeps a record
fixes it in a file of the form of `retention.toml`, with its source; such a rule comes before those
that ship with the package.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from pydantic import Field

from orderflow.errors import NotDecided, RegimeFileError
from orderflow.law.files import build, read_toml
from orderflow.law.periods import Period
from orderflow.law.problems import hint
from orderflow.law.provision import Provision
from orderflow.law.section import Section, Title
from orderflow.law.sources import read_references, references
from orderflow.law.vocabulary import CountedFrom, ErasureGround, Role

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from orderflow.law.sources import References

_PROVISIONS = ("counted_from", "period", "until_age", "open_matters")

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,63}$")]


class RetentionRule(Section):
    """How long the personal data of one kind of order are kept.

    Attributes:
        name: Name of the rule, as events keep it.
        title: What it is about, in both languages.
        holder: Roles of who keeps the record; empty where it holds for any.
        regimes: Names of the regimes, without their versions.
        counted_from: From when the period is counted.
        period: How long; calendar units on the clock of the regime.
        until_age: Age that every protected person must have reached, in whole years; 0 for none.
        open_matters: Whether they are kept while an incident or an appeal is open.
    """

    name: Name
    title: Title
    holder: tuple[Role, ...] = ()
    regimes: Annotated[tuple[str, ...], Field(min_length=1)]
    counted_from: Provision[CountedFrom] = Provision()
    period: Provision[Period] = Provision()
    until_age: Provision[Annotated[int, Field(ge=0, le=120)]] = Provision()
    open_matters: Provision[bool] = Provision()

    @property
    def law(self) -> tuple[str, ...]:
        """Sources of the rule, each once."""
        every = (getattr(self, name).source for name in _PROVISIONS)
        return tuple(dict.fromkeys(key for source in every for key in source))


class GroundRule(Section):
    """When a ground permits erasing, and where that stands.

    Attributes:
        ground: The ground.
        title: What it says, in both languages.
        only_when_over: Whether it must wait for the end of the order and of what followed.
        only_when_due: Whether it must wait until a rule says that the time is over.
        law: By jurisdiction, whether the ground is there, with its source.
    """

    ground: ErasureGround
    title: Title
    only_when_over: bool = False
    only_when_due: bool = False
    law: dict[str, Provision[bool]]

    def source(self, jurisdiction: str) -> tuple[str, ...]:
        """Return the sources of the ground under the law of a jurisdiction.

        Raises:
            NotDecided: The register does not say whether that law knows the ground.
        """
        found = self.law.get(jurisdiction, Provision[bool]())
        if not found.value:
            question = f"erasure.{self.ground}"
            raise NotDecided(question, field=question, regime=jurisdiction, law=found.source)
        return found.source


class RetentionSchedule(NamedTuple):
    """Rules and grounds; of two rules that fit, the first that names who keeps the record holds."""

    rules: tuple[RetentionRule, ...]
    grounds: dict[ErasureGround, GroundRule]

    @staticmethod
    @cache
    def packaged() -> RetentionSchedule:
        """Return the schedule that ships with the package; always the same one."""
        return _read(files("orderflow.law") / "retention.toml", references())

    @classmethod
    def from_file(cls, file: Path) -> RetentionSchedule:
        """Return the schedule of who keeps a record, before the packaged one.

        A `sources.toml` and a `choices.toml` beside the file add to the packaged registers.

        Raises:
            RegimeFileError: The file is no schedule, or cites what is not registered.
        """
        packaged = cls.packaged()
        own = _read(file, read_references(file.parent, references()))
        return cls((*own.rules, *packaged.rules), {**packaged.grounds, **own.grounds})

    def rule(self, regime: str, holder: Role) -> RetentionRule:
        """Return the rule for a regime, by its id or name, and for who keeps the record.

        Raises:
            NotDecided: There is none.
        """
        name = regime.partition("@")[0]
        fitting = [rule for rule in self.rules if name in rule.regimes]
        named = [rule for rule in fitting if holder in rule.holder]
        found = (*named, *(rule for rule in fitting if not rule.holder))
        if not found:
            question = "retention"
            raise NotDecided(question, field=question, regime=name)
        return found[0]


def _read(file: Path | Traversable, known: References) -> RetentionSchedule:
    table = read_toml(file)
    rules = tuple(
        build(RetentionRule, _named(rule), file=file.name, under=_name(rule, "name", number))
        for number, rule in enumerate(_tables(table, "rule", file.name), 1)
    )
    grounds = [
        build(GroundRule, ground, file=file.name, under=_name(ground, "ground", number))
        for number, ground in enumerate(_tables(table, "ground", file.name), 1)
    ]
    for name in table:
        raise RegimeFileError(file.name, name, "unknown table")
    for rule in rules:
        for field in _PROVISIONS:
            _check(getattr(rule, field), f"{rule.name}.{field}", file.name, known)
    for ground in grounds:
        for jurisdiction, provision in ground.law.items():
            _check(provision, f"{ground.ground}.law.{jurisdiction}", file.name, known)
    return RetentionSchedule(rules, {ground.ground: ground for ground in grounds})


def _tables(table: dict[str, Any], kind: str, file: str) -> list[dict[str, Any]]:
    found = table.pop(kind, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise RegimeFileError(file, kind, f"must be written as [[{kind}]]")
    return found


def _name(table: dict[str, Any], key: str, number: int) -> str:
    return str(table.get(key, f"#{number}"))


def _named(rule: dict[str, Any]) -> dict[str, Any]:
    """Return the rule with its open provisions named, so that `NotDecided` can say which it is."""
    named = {
        field: {**given, "name": f"retention.{field}", "regime": rule.get("name", "")}
        for field in _PROVISIONS
        if isinstance(given := rule.get(field, {}), dict)
    }
    return {**rule, **named}


def _check(provision: Provision[Any], field: str, file: str, known: References) -> None:
    for key in provision.source:
        if key not in known.sources:
            reason = f"source '{key}' is not registered{hint(key, known.sources)}"
            raise RegimeFileError(file, field, reason)
    if provision.choice is not None and provision.choice not in known.choices:
        reason = f"choice '{provision.choice}' is not registered"
        raise RegimeFileError(file, field, reason)
