"""`orderflow diagram`: the lifecycle, drawn from the one machine that declares it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.faults import DONE
from orderflow.cli.files import put
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Print the diagram, or write it to a file."""
    t = Tongue(arguments.lang)
    if arguments.format == "svg":
        from orderflow.telling.lifecycle_svg import svg as draw
    else:
        from orderflow.telling.lifecycle_mermaid import mermaid as draw
    drawn = draw(t)
    if arguments.out is None:
        print(drawn, end="")
    else:
        put(arguments.out, drawn.encode())
    return DONE
