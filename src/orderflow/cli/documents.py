"""One JSON document to standard output, and nothing else."""

from __future__ import annotations

import json
import sys
from textwrap import indent
from typing import TYPE_CHECKING

from pydantic_core import to_jsonable_python

from orderflow.cli.visible import visible_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import BaseModel


def print_document(document: BaseModel | Mapping[str, object]) -> None:
    """Print a document, indented, in whatever characters standard output has.

    What would steer a terminal stands in it as a JSON escape, and so means the same to a reader.
    """
    content = document if not hasattr(document, "model_dump") else document.model_dump(mode="json")
    print(_written(content))


def print_stream(head: Mapping[str, object], name: str, items: Iterable[BaseModel]) -> None:
    """Print a document whose last member is long, one item at a time.

    Nothing is printed before the first item is there, so that an error before it leaves nothing.

    Args:
        head: The members before it; moments are allowed.
        name: Name of the long member.
        items: What it lists.
    """
    rest = iter(items)
    item = next(rest, None)
    opening = _written(to_jsonable_python(head))
    print(f'{opening[:-2]},\n  "{name}": [', end="")
    comma = ""
    while item is not None:
        print(f"{comma}\n{indent(_written(item.model_dump(mode='json')), '    ')}", end="")
        comma, item = ",", next(rest, None)
    print("\n  ]\n}" if comma else "]\n}")


def _written(content: object) -> str:
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return visible_json(json.dumps(content, indent=2, ensure_ascii=encoding != "utf8"))
