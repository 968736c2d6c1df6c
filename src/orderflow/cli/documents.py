"""One JSON document to standard output, and nothing else."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from orderflow.cli.visible import visible_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel


def print_document(document: BaseModel | Mapping[str, object]) -> None:
    """Print a document, indented, in whatever characters standard output has.

    What would steer a terminal stands in it as a JSON escape, and so means the same to a reader.
    """
    content = document if not hasattr(document, "model_dump") else document.model_dump(mode="json")
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    print(visible_json(json.dumps(content, indent=2, ensure_ascii=encoding != "utf8")))
