"""The regimes there are: those that ship with the package, and those of an embedding team.

Keeps two rules. A regime is read once and never replaced. A draft is never picked by date: whoever
wants to reckon with one names it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from orderflow.errors import RegimeFileError, UnknownRegime
from orderflow.law.compare import Difference, differences
from orderflow.law.files import Table, files_of, read_toml
from orderflow.law.loading import check_citations, check_shape, extended, regime_from
from orderflow.law.problems import hint
from orderflow.law.sources import (
    CHOICES_FILE,
    SOURCES_FILE,
    References,
    read_references,
    references,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from orderflow.law.regime import Regime

_REGISTERS = {SOURCES_FILE, CHOICES_FILE}


class RegimeRegister:
    """Every regime of some folders, by id; a file is read when it is first asked for."""

    def __init__(
        self, regime_files: Mapping[str, Path | Traversable], registered: References
    ) -> None:
        """Take the files by regime id, and the registers of what they may cite."""
        self.files: Mapping[str, Path | Traversable] = MappingProxyType(dict(regime_files))
        self.references = registered
        self._tables: dict[str, Table] = {}
        self._regimes: dict[str, Regime] = {}

    @classmethod
    def packaged(cls) -> RegimeRegister:
        """Return the register of the regimes that ship with the package; always the same one."""
        return _packaged()

    @classmethod
    def from_folder(cls, folder: Path, *, base: RegimeRegister | None = None) -> Self:
        """Return a register of the regimes of a folder beside those of `base`.

        The folder may hold a `sources.toml` and a `choices.toml` of its own, which add to those of
        `base`. All its files are read and checked at once.

        Args:
            folder: Folder of regime files, each named after its regime.
            base: Register to add to; the packaged one when absent.

        Raises:
            RegimeFileError: A file cannot be law, or two versions of one name overlap.
        """
        beneath = base or _packaged()
        own = {one: file for one, file in files_of(folder).items() if file.name not in _REGISTERS}
        for regime_id in own.keys() & beneath.files.keys():
            reason = "is released already; take a new id"
            raise RegimeFileError(own[regime_id].name, "id", reason)
        known = read_references(folder, beneath.references)
        register = cls({**beneath.files, **own}, known)
        for regime_id in own:
            register.get(regime_id)
        for name in {regime_id.partition("@")[0] for regime_id in own}:
            register._in_order(name)
        return register

    def ids(self) -> tuple[str, ...]:
        """Return the id of every regime, drafts and scenarios included, sorted."""
        return tuple(sorted(self.files))

    def versions(self, name: str) -> tuple[str, ...]:
        """Return the ids of every version of one instrument, sorted; none if it is unknown."""
        return tuple(one for one in self.ids() if one.partition("@")[0] == name)

    def get(self, regime_id: str) -> Regime:
        """Return one regime.

        Raises:
            UnknownRegime: There is no regime of that id.
            RegimeFileError: Its file cannot be law.
        """
        found = self._regimes.get(regime_id)
        if found is None:
            if regime_id not in self.files:
                msg = f"no regime '{regime_id}'{hint(regime_id, self.files)}"
                raise UnknownRegime(msg)
            found = self._regimes[regime_id] = self._build(regime_id)
        return found

    def in_force(self, name: str, on: date) -> Regime:
        """Return the version under which an order can be requested on a day of the regime's zone.

        Raises:
            UnknownRegime: No version is in force that day; the error names those there are.
            RegimeFileError: A file of that name cannot be law, or two versions overlap.
        """
        for regime in self._in_order(name):
            if _begins(regime) <= on < _ends(regime):
                return regime
        there_are = ", ".join(self.versions(name))
        if not there_are:
            names = {one.partition("@")[0] for one in self.files}
            msg = f"no regime named '{name}'{hint(name, names)}"
            raise UnknownRegime(msg)
        msg = f"no version of '{name}' in force on {on}; there are: {there_are}"
        raise UnknownRegime(msg)

    def compare(self, one: str, other: str) -> tuple[Difference, ...]:
        """Return each provision of which two regimes have different values, in schema order.

        Raises:
            UnknownRegime: There is no regime of one of the ids.
        """
        return differences(self.get(one), self.get(other))

    @staticmethod
    def as_if_in_force(regime: Regime) -> Regime:
        """Return a copy that is judged as if it had always been the law, drafts included.

        No bounds of force, no day from which breach is an offence, no handing over to later law.
        The copy keeps its id, digest and draft flag; it is for asking what if, not for a file.
        """
        always = regime.breach.commenced_on.model_copy(update={"value": None})
        breach = regime.breach.model_copy(update={"commenced_on": always, "later_law": None})
        lifted = {"in_force_from": None, "in_force_until": None, "later_breach": None}
        return regime.model_copy(update={**lifted, "breach": breach})

    def _in_order(self, name: str) -> list[Regime]:
        versions = [self.get(one) for one in self.versions(name)]
        law = sorted((one for one in versions if not one.draft), key=_begins)
        for earlier, later in pairwise(law):
            if _begins(later) < _ends(earlier):
                reason = f"overlaps {earlier.id}, in force until {earlier.in_force_until}"
                raise RegimeFileError(self.files[later.id].name, "in_force_from", reason)
        return law

    def _build(self, regime_id: str) -> Regime:
        file, table = f"{regime_id}.toml", self._table(regime_id)
        later_law = table.get("breach", {}).get("later_law")
        later_id = later_law.get("regime") if isinstance(later_law, dict) else None
        later = None
        if later_id is not None:
            later = self._of_another(later_id, file, "breach.later_law.regime")
            if "later_law" in later["breach"]:
                reason = f"{later_id} hands over again; only one later law is understood"
                raise RegimeFileError(file, "breach.later_law.regime", reason)
        return regime_from(table, later, file)

    def _table(self, regime_id: str, above: tuple[str, ...] = ()) -> Table:
        if regime_id in self._tables:
            return self._tables[regime_id]
        file, own = f"{regime_id}.toml", read_toml(self.files[regime_id])
        if own.get("id") != regime_id:
            raise RegimeFileError(file, "id", f"must be '{regime_id}', as the file is named")
        check_shape(own, file)
        extends = own.pop("extends", None)
        base: Mapping[str, Any] = {}
        if extends is not None:
            if extends in (*above, regime_id):
                raise RegimeFileError(file, "extends", f"goes round in a circle to '{extends}'")
            base = self._of_another(extends, file, "extends", (*above, regime_id))
        whole = extended(own, base, file)
        check_citations(whole, self.references, file)
        regime_from(whole, None, file)  # so that a fault is told of this file, not of one above
        self._tables[regime_id] = whole
        return whole

    def _of_another(
        self, regime_id: object, file: str, field: str, above: tuple[str, ...] = ()
    ) -> Table:
        if not isinstance(regime_id, str) or regime_id not in self.files:
            reason = f"no regime '{regime_id}'{hint(regime_id, self.files)}"
            raise RegimeFileError(file, field, reason)
        return self._table(regime_id, above)


@cache
def _packaged() -> RegimeRegister:
    return RegimeRegister(files_of(files("orderflow.law") / "regimes"), references())


def _begins(regime: Regime) -> date:
    return regime.in_force_from or date.max


def _ends(regime: Regime) -> date:
    return regime.in_force_until or date.max
