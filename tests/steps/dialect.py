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
    # The language of a claim and a judgment, in summary proceedings.
    (r"\been bevel vorderde tegen\b", "verzocht om een bevel tegen"),
    (r"\been bevel is gevorderd\b", "om een bevel is verzocht"),
    (r"\bdeze eiser kan geen bevel vorderen\b", "deze verzoeker kan geen bevel vragen"),
    (r"\bdeze vordering instellen\b", "dit verzoek doen"),
    (r"\bop vordering van eiseres\b", "op verzoek van de verzoeker"),
    (r"\bop vordering van gedaagde\b", "op verzoek van een verweerder"),
    (r"\bniemand dan gedaagden\b", "niemand dan verweerders"),
    (r"\bhoren toewees\b", "horen gaf"),
    (r"\b(is|werd) toegewezen\b", r"\1 gegeven"),
    (r"\bophief\b", "introk"),
    (r"\btegen het vonnis\b", "tegen het geven van het bevel"),
    (r"\bhet vonnis vernietigde\b", "het beroep gegrond achtte en het bevel vernietigde"),
    (r"\bhet vonnis bekrachtigde\b", "het beroep verwierp"),
    (r"\bhet bevel aan (\w+) overhandigde\b", r"het bevel aan \1 betekende in persoon"),
    (r"\bde dwangsom is opgeëist\b", "het incident bij de civiele rechter ligt"),
    (r"\bthe penalty payment was claimed\b", "the civil court has the incident"),
)
_COMMON: Final = [(re.compile(pattern), common) for pattern, common in _TABLE]


def in_common_words(text: str) -> str:
    """Return a step with the words of one law put in the common ones."""
    for pattern, common in _COMMON:
        text = pattern.sub(common, text)
    return text
