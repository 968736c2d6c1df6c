"""What every section of a regime is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """A group of fields; closed, so that a misspelt field is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Title(Section):
    """Name of an instrument in both languages."""

    en: str
    nl: str
