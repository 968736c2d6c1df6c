"""What one law calls that which every order knows: `het huisverbod` is `het bevel`.

A lawyer must find the word of the law. So a feature may use it, and the sentence means what it
means in the common word; nothing else may be said in two ways.
"""

from __future__ import annotations

import re
from typing import Final

_TABLE: Final = (
    (r"\b(het|dit|een|geen) (?:huis)?verbod\b(?! in kort geding)", r"\1 bevel"),
    (r"\bopgelegd\b", "gegeven"),
    (r"\bhet opleggen\b", "het geven"),
    (r"\bbekendgemaakt\b", "betekend"),
    (r"\bde (?:voorzieningenrechter|rechtbank)\b|\bhet gerechtshof\b", "de rechter"),
    (r"\bhoger beroep\b", "beroep"),
    (r"\bde dwangsom is opgeëist\b", "het incident bij de civiele rechter ligt"),
    (r"\bthe penalty payment was claimed\b", "the civil court has the incident"),
)
_COMMON: Final = [(re.compile(pattern), common) for pattern, common in _TABLE]


def in_common_words(text: str) -> str:
    """Return a step with the words of one law put in the common ones."""
    for pattern, common in _COMMON:
        text = pattern.sub(common, text)
    return text
