"""`orderflow privacy begin`: makes a key store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE
from orderflow.cli.page import Page
from orderflow.cli.privacy.asked import keys_place
from orderflow.cli.shapes_privacy import KeysBegun
from orderflow.privacy import SQLiteKeys
from orderflow.telling import Tongue

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace) -> int:
    """Make the key store and say what to do with it."""
    place = keys_place(arguments)
    SQLiteKeys.begin(place, after_loss=arguments.after_loss).close()
    if arguments.json:
        print_document(
            KeysBegun(
                format="orderflow/privacy/begin/1",
                keys=str(place),
                after_loss=arguments.after_loss,
            )
        )
        return DONE
    t = Tongue(arguments.lang)
    page = Page()
    page.text(t(f"Made the key store {place}.", f"Sleutelbestand {place} gemaakt."))
    page.text(
        t(
            "Back it up apart from the log, and keep no backup longer than you may keep the data:"
            " a backup of a key is the data.",
            "Bewaar een reservekopie los van het logboek, en geen kopie langer dan u de gegevens"
            " mag bewaren: een kopie van een sleutel is het gegeven zelf.",
        ),
        style="faint",
    )
    return DONE
