"""What the page of audiences says: who may see which field, as the table of the code has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from orderflow.privacy.audience import Audience, Audiences, AudienceTable
from tools.markdown import table

COLUMNS: Final = tuple(one for one in Audience if one is not Audience.RESEARCH)
_SINCE: Final = {
    "always": "at once",
    "made": "once an order was made",
    "referred": "once an incident was referred",
    "acted": "once their office acted in the case",
}


def audience_roles() -> str:
    """Return as which audience each role reads in its office, and from when."""
    found = AudienceTable.packaged()
    rows = [
        (f"`{role}`", f"`{row.audience}`", _SINCE[row.since]) for role, row in found.roles.items()
    ]
    rows += [(f"`{role}`", "none", "") for role in sorted(found.silent_roles)]
    return table("role", "reads as", "from when", rows=rows)


def audience_rows(part: str) -> str:
    """Return who may see what of a part: `every_event`, `event`, `order` or `value`."""
    found = AudienceTable.packaged()
    groups: dict[str, Mapping[str, Mapping[str, Audiences]]] = {
        "every_event": {"": found.every_event},
        "order": {"": found.order},
        "event": found.events,
        "value": found.values,
    }
    return table("what", *COLUMNS, rows=_rows(groups[part]))


def _rows(groups: Mapping[str, Mapping[str, Audiences]]) -> Iterable[tuple[str, ...]]:
    for name, rows in groups.items():
        for field, audiences in rows.items():
            place = field if not name else name if field == "event" else f"{name}.{field}"
            shown = f"**`{place}`**" if field == "event" else f"`{place}`"
            yield (shown, *("yes" if one in audiences else "" for one in COLUMNS))
