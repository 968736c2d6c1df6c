"""From a parsed regime file to a regime: extending, naming, checking what is cited, digest.

Pure: the files were read by others.

What a version takes over from the one it extends: title, jurisdiction, time zone and every
provision; a provision is replaced as a whole. It takes over neither dates of force nor `draft`,
which each version states for itself, nor `breach.later_law`, which says how one version hands over
to a later one.

What the digest covers: id, time zone, first day in force, draft, every value, and the question of
every field that waits for one; with the breach law of a later version where that also governs.
What it leaves out: titles, sources, verified flags, choices and the last day in force. A lawyer
who confirms a value, or a new version that ends this one, does not make it other law.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from orderflow.errors import RegimeFileError
from orderflow.law.files import Table, as_json, build
from orderflow.law.problems import hint
from orderflow.law.regime import SECTIONS, Regime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orderflow.law.sources import References

_TAKEN_OVER = ("title", "jurisdiction", "time_zone")
_COMPUTED = {"digest", "later_breach"}
_COMPUTED_WITHIN = {"name", "regime"}
_DIGESTED = ("id", "time_zone", "in_force_from", "draft")


def check_shape(table: Mapping[str, Any], file: str) -> None:
    """Return if every section is a table of tables; what stands in them is checked later.

    Raises:
        RegimeFileError: A section or a provision is a bare value, or something is written that is
            computed.
    """
    for name in _COMPUTED & table.keys():
        raise RegimeFileError(file, name, "is computed, not written")
    for section, fields in SECTIONS.items():
        group = table.get(section, {})
        if not isinstance(group, dict):
            raise RegimeFileError(file, section, "must be a table")
        for field in fields:
            if not isinstance(group.get(field, {}), dict):
                reason = "must be a table with value and source"
                raise RegimeFileError(file, f"{section}.{field}", reason)
            for name in _COMPUTED_WITHIN & group.get(field, {}).keys():
                raise RegimeFileError(file, f"{section}.{field}.{name}", "is computed, not written")


def extended(own: Table, base: Mapping[str, Any], file: str) -> Table:
    """Return `own` completed with what it takes over from `base`.

    Raises:
        RegimeFileError: A provision is replaced by nothing without an open question to say why.
    """
    whole = {key: base[key] for key in _TAKEN_OVER if key in base} | own
    for section, fields in SECTIONS.items():
        mine, theirs = own.get(section, {}), base.get(section, {})
        for field in fields:
            emptied = field in mine and field in theirs and "value" not in mine[field]
            if emptied and "question" not in mine[field]:
                reason = "replaces a provision by nothing; name the open question"
                raise RegimeFileError(file, f"{section}.{field}", reason)
        whole[section] = {f: theirs[f] for f in fields if f in theirs} | mine
    return whole


def check_citations(table: Mapping[str, Any], known: References, file: str) -> None:
    """Return if every source, choice and question that a file cites is registered.

    Raises:
        RegimeFileError: One is not; the error names the field that cites it.
    """
    later = table.get("breach", {}).get("later_law")
    cited = [(f"{s}.{f}", table[s][f]) for s in SECTIONS for f in SECTIONS[s] if f in table[s]]
    if isinstance(later, dict):
        cited.append(("breach.later_law", later))
    for field, provision in cited:
        _registered(file, field, "source", provision.get("source", []), known.sources)
        _registered(file, field, "choice", provision.get("choice", []), known.choices)
        _registered(file, field, "question", provision.get("question", []), known.questions)


def regime_from(table: Table, later: Mapping[str, Any] | None, file: str) -> Regime:
    """Return the regime that a completed table describes.

    Every provision knows its dotted name and its regime, the absent ones too, so that `NotDecided`
    can tell which field is open.

    Args:
        table: The table of the file, completed with what it extends.
        later: Completed table of the version whose breach law governs later conduct.
        file: Name of the file, for the error.

    Raises:
        RegimeFileError: The table is no regime; the error names the field.
    """
    whole = _named(table)
    if later is not None:
        whole["later_breach"] = _named(later)["breach"]
    regime = build(Regime, whole, file=file)
    return regime.model_copy(update={"digest": _digest(table, later)})


def _registered(
    file: str, field: str, what: str, cited: object, known: Mapping[str, object]
) -> None:
    for key in cited if isinstance(cited, list) else [cited]:
        if not isinstance(key, str) or key not in known:
            reason = f"{what} '{key}' is not registered{hint(key, known)}"
            raise RegimeFileError(file, field, reason)


def _named(table: Mapping[str, Any]) -> Table:
    whole = dict(table)
    for section, fields in SECTIONS.items():
        mine = table.get(section, {})
        named = {
            field: {**mine.get(field, {}), "name": f"{section}.{field}", "regime": table["id"]}
            for field in fields
        }
        whole[section] = {**mine, **named}
    return whole


def _digest(table: Mapping[str, Any], later: Mapping[str, Any] | None) -> str:
    covered = {key: table[key] for key in _DIGESTED if key in table}
    covered["provisions"] = _holding(table)
    if later is not None:
        handover = table["breach"]["later_law"]
        covered["later"] = [handover["conduct_from"], handover["regime"]]
        breach = _holding(later).items()
        covered["later_breach"] = {name: held for name, held in breach if name[:7] == "breach."}
    return sha256(as_json(covered).encode()).hexdigest()


def _holding(table: Mapping[str, Any]) -> Table:
    held: Table = {}
    for section, fields in SECTIONS.items():
        for field in fields:
            provision = table.get(section, {}).get(field, {})
            if "value" in provision:
                held[f"{section}.{field}"] = provision["value"]
            elif "question" in provision:
                held[f"{section}.{field}"] = {"question": provision["question"]}
    return held
