"""Tells the record in plain sentences, in English and Dutch; the same ones for everybody."""

from __future__ import annotations

from orderflow.telling.events import Teller, told
from orderflow.telling.tongue import Both, Tongue
from orderflow.telling.words import both, word, yes_no

__all__ = ["Both", "Teller", "Tongue", "both", "told", "word", "yes_no"]
