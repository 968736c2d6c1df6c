"""The lifecycle as an SVG picture, laid out by hand; needs no network, font or drawing program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from xml.sax.saxutils import escape

from orderflow.order.values import State
from orderflow.telling import lifecycle as d

if TYPE_CHECKING:
    from orderflow.telling.tongue import Tongue

_WIDTH: Final = 1180
_HEIGHT: Final = 750
_LINE: Final = 17
_STYLE: Final = """\
text { font: 14px system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif; fill: #1f2933 }
.name { font-size: 19px; font-weight: 600; text-anchor: middle }
.means { font-size: 12.5px; fill: #52606d; text-anchor: middle }
.frame { fill: none; stroke: #9aa5b1; stroke-dasharray: 6 4 }
.frame-name { font-size: 13px; fill: #52606d; font-style: italic }
.arrow { fill: none; stroke: #3e4c59; stroke-width: 1.6; marker-end: url(#head) }
.note { font-size: 13px; fill: #52606d }"""


class _Box(NamedTuple):
    left: int
    top: int
    width: int
    height: int
    fill: str = "none"


_BOXES: Final = {
    State.REQUESTED: _Box(30, 120, 210, 84, "#e4e7eb"),
    State.GRANTED: _Box(375, 120, 270, 84, "#d9e8f6"),
    State.SERVED: _Box(375, 375, 270, 84, "#bfdcf5"),
    State.BREACHED: _Box(880, 120, 250, 84, "#fdeeca"),
    State.REFERRED: _Box(880, 375, 250, 84, "#fbd7c4"),
    State.LAPSED: _Box(570, 622, 300, 84, "#e4e7eb"),
}
_IN_FORCE: Final = _Box(330, 26, 820, 474)
_QUIET: Final = _Box(352, 66, 316, 412)


def svg(t: Tongue) -> str:
    """Return the picture as an SVG document in ASCII."""
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
            f' width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-labelledby="title">'
        ),
        f'<title id="title">{escape(_title(t))}</title>',
        f"<style>{_STYLE}</style>",
        (
            '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8"'
            ' markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"'
            ' fill="#3e4c59"/></marker></defs>'
        ),
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_frame(_IN_FORCE, t.of(d.IN_FORCE)),
        *_frame(_QUIET, t.of(d.NO_INCIDENT)),
        *(part for state, box in _BOXES.items() for part in _state(state, box, t)),
        *_arrows(t),
        _text(30, _HEIGHT - 14, t.of(d.REST), "note"),
        "</svg>",
    ]
    return "\n".join(parts).encode("ascii", "xmlcharrefreplace").decode() + "\n"


def _title(t: Tongue) -> str:
    return t("The life of a protection order", "Het verloop van een beschermingsbevel")


def _frame(box: _Box, name: str) -> list[str]:
    return [
        (
            f'<rect class="frame" x="{box.left}" y="{box.top}" width="{box.width}"'
            f' height="{box.height}" rx="14"/>'
        ),
        _text(box.left + 16, box.top + 24, name, "frame-name"),
    ]


def _state(state: State, box: _Box, t: Tongue) -> list[str]:
    middle = box.left + box.width // 2
    means = _broken(t.of(d.MEANINGS[state]), box.width // 7)
    first = box.top + box.height - 12 - (len(means) - 1) * 15
    return [
        (
            f'<rect x="{box.left}" y="{box.top}" width="{box.width}" height="{box.height}" rx="10"'
            f' fill="{box.fill}" stroke="#3e4c59"/>'
        ),
        _text(middle, box.top + 32, d.state_in_words(state, t), "name"),
        *(_text(middle, first + 15 * n, line, "means") for n, line in enumerate(means)),
    ]


def _arrows(t: Tongue) -> list[str]:
    return [
        '<circle cx="135" cy="50" r="7" fill="#3e4c59"/>',
        _path("M135 57 V118"),
        _text(147, 92, d.trigger_in_words("request", t)),
        *_labelled("M240 162 H373", d.GRANTS, t, (250, 153), 14),
        *_labelled("M135 204 V664 H568", d.COMES_TO_NOTHING, t, (147, 654), 34, upwards=True),
        *_labelled("M412 207 V372", d.BECOMES_BOUND, t, (425, 236), 31, both=True),
        *_labelled("M668 145 H878", d.ALLEGED, t, (682, 137), 26, upwards=True),
        *_labelled("M880 180 H670", d.PUT_ASIDE, t, (682, 198), 26),
        *_labelled("M668 400 H878", d.REFERRED_AT_ONCE, t, (682, 392), 26, upwards=True),
        *_labelled("M880 435 H670", d.CONCLUDED, t, (682, 453), 26),
        *_labelled("M935 204 V373", d.REFERRED_LATER, t, (925, 294), 10, anchor="end"),
        *_labelled("M1000 375 V206", d.OTHERS_REMAIN, t, (1012, 286), 18),
        *_labelled("M660 500 V620", d.ENDS, t, (648, 528), 34, anchor="end"),
        *_labelled("M780 622 V502", d.RESUMES, t, (792, 528), 40),
    ]


def _labelled(  # noqa: PLR0913 - a line and where its label stands
    path: str,
    arrow: d.Arrow,
    t: Tongue,
    at: tuple[int, int],
    columns: int,
    *,
    upwards: bool = False,
    both: bool = False,
    anchor: str = "start",
) -> list[str]:
    words = [d.trigger_in_words(trigger, t) for trigger in arrow.triggers()]
    lines = _broken(" · ".join(words), columns)
    left, top = at
    if upwards:
        top -= _LINE * (len(lines) - 1)
    return [
        _path(path),
        *([_path(_reversed(path))] if both else []),
        *(_text(left, top + _LINE * n, line, anchor=anchor) for n, line in enumerate(lines)),
    ]


def _reversed(path: str) -> str:
    """Return an upright line the other way round; not every viewer turns a head at a start."""
    start, _, end = path.removeprefix("M").partition(" V")
    left, _, top = start.partition(" ")
    return f"M{left} {end} V{top}"


def _path(path: str) -> str:
    return f'<path class="arrow" d="{path}"/>'


def _text(left: int, top: int, text: str, kind: str = "", anchor: str = "start") -> str:
    attributes = f' class="{kind}"' if kind else ""
    if anchor != "start":
        attributes += f' text-anchor="{anchor}"'
    return f'<text x="{left}" y="{top}"{attributes}>{escape(text)}</text>'


def _broken(text: str, columns: int) -> list[str]:
    """Break a label between its parts, so that no word of a part is torn from it."""
    separator = " · " if " · " in text else " "
    lines: list[str] = []
    for part in text.split(separator):
        if lines and len(lines[-1]) + len(separator) + len(part) <= columns:
            lines[-1] += separator + part
        else:
            lines.append(part)
    return lines
