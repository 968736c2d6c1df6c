"""The lifecycle as a Mermaid state diagram, for pages that render it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.order.values import State
from orderflow.telling import lifecycle as d

if TYPE_CHECKING:
    from orderflow.telling.tongue import Tongue

_SEVERAL = 3


def mermaid(t: Tongue) -> str:
    """Return the diagram as text; frames stand for the states inside them."""
    lines = [
        "stateDiagram-v2",
        *(f"    {state.value} : {d.state_in_words(state, t)}" for state in State),
        *(f"    {state.value} : {d.MEANINGS[state][t.lang == 'nl']}" for state in State),
        f"    [*] --> requested : {d.trigger_in_words('request', t)}",
        _arrow("requested", "granted", d.GRANTS, t),
        _arrow("requested", "lapsed", d.COMES_TO_NOTHING, t),
        f'    state "{t.of(d.IN_FORCE)}" as in_force {{',
        f'        state "{t.of(d.NO_INCIDENT)}" as quiet {{',
        _arrow("granted", "served", d.BECOMES_BOUND, t, 12),
        _arrow("served", "granted", d.NO_LONGER_BOUND, t, 12),
        "        }",
        _arrow("quiet", "breached", d.ALLEGED, t, 8),
        _arrow("breached", "quiet", d.PUT_ASIDE, t, 8),
        _arrow("quiet", "referred", d.REFERRED_AT_ONCE, t, 8),
        _arrow("breached", "referred", d.REFERRED_LATER, t, 8),
        _arrow("referred", "quiet", d.CONCLUDED, t, 8),
        _arrow("referred", "breached", d.OTHERS_REMAIN, t, 8),
        "    }",
        _arrow("in_force", "lapsed", d.ENDS, t),
        _arrow("lapsed", "in_force", d.RESUMES, t),
        "    note right of lapsed",
        f"        {t.of(d.REST)}",
        "    end note",
    ]
    return "\n".join(lines) + "\n"


def _arrow(source: str, dest: str, arrow: d.Arrow, t: Tongue, indent: int = 4) -> str:
    words = [d.trigger_in_words(trigger, t) for trigger in arrow.triggers()]
    rows = [", ".join(words[i : i + _SEVERAL]) for i in range(0, len(words), _SEVERAL)]
    return f"{' ' * indent}{source} --> {dest} : {',<br/>'.join(rows)}"
