"""`orderflow regimes`: the laws as data; one of them in full, or two side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.cli.documents import print_document
from orderflow.cli.faults import DONE, WrongUse
from orderflow.cli.moments import day
from orderflow.cli.regimes_page import print_comparison, print_list, print_regime
from orderflow.law import RegimeRegister
from orderflow.showing.regimes import regime_in_full, regimes_compared, regimes_listed
from orderflow.telling.tongue import Tongue

if TYPE_CHECKING:
    from argparse import Namespace

    from orderflow.law import Regime


def run(arguments: Namespace) -> int:
    """Print the list of laws, one law, or how two differ."""
    match arguments.act:
        case "list":
            listed = regimes_listed()
            print_document(listed) if arguments.json else print_list(listed, _tongue(arguments))
        case "show":
            shown = regime_in_full(_meant(arguments.regime, arguments.date))
            print_document(shown) if arguments.json else print_regime(shown, _tongue(arguments))
        case _:
            compared = regimes_compared(
                _meant(arguments.regime, arguments.date),
                _meant(arguments.other, arguments.date),
                everything=arguments.all,
            )
            if arguments.json:
                print_document(compared)
            else:
                print_comparison(compared, _tongue(arguments))
    return DONE


def _tongue(arguments: Namespace) -> Tongue:
    return Tongue(arguments.lang)


def _meant(text: str, date_text: str | None) -> Regime:
    register = RegimeRegister.packaged()
    if "@" in text:
        return register.get(text)
    if date_text is not None:
        return register.in_force(text, day(date_text, "--date"))
    versions = [one for one in register.versions(text) if "+" not in one]
    if len(versions) == 1:
        return register.get(versions[0])
    if versions:
        msg = f"'{text}' has several versions: {', '.join(versions)}; name one, or give --date"
        raise WrongUse(msg)
    return register.get(text)
