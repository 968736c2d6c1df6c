"""The documentation and the code use the same words."""

from __future__ import annotations

import ast
import inspect
from enum import StrEnum

import orderflow
import orderflow.errors
from orderflow import api, audit, privacy, publication, views, worker
from orderflow.api import issuer
from orderflow.law.regime import PROVISION_FIELDS, SECTIONS
from orderflow.order import assessment, commands, confidential, events, values
from orderflow.order.lifecycle import STEPS
from orderflow.order.reasons import Code
from tests.docs.pages import DOCS, all_pages, blocks, links, named, prose, words_in_code
from tools import model_pages

GLOSSARY, LETTER = DOCS / "law" / "glossary.md", DOCS / "law" / "the-letter.md"
UPGRADING = DOCS / "embedding" / "upgrading.md"


def test_every_public_name_is_documented() -> None:
    """Each name that `orderflow` makes public is spoken of on some page."""
    told = "\n".join(
        (prose(page) + "".join(block.text for block in blocks(page))) for page in all_pages()
    )

    assert [name for name in orderflow.__all__ if name not in told] == []


def test_pages_send_nobody_to_what_is_not_public() -> None:
    """What an example imports is public, but for the page on changing `orderflow` itself."""
    homes = (
        orderflow,
        orderflow.law,
        orderflow.errors,
        api,
        issuer,
        audit,
        privacy,
        publication,
        views,
        worker,
    )
    public = {home.__name__: {*home.__all__} for home in homes}
    public["orderflow"] |= {"api"}
    hidden = [
        f"{named(page)}: {node.module} {one.name}"
        for page in all_pages()
        if page != UPGRADING
        for block in blocks(page)
        if block.info.split()[:1] == ["python"]
        for node in ast.walk(ast.parse(block.text))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("orderflow")
        for one in node.names
        if one.name not in public.get(node.module or "", set())
    ]

    assert hidden == []


def test_every_public_name_explains_itself() -> None:
    """Each public class, function and module has a docstring."""
    things = [getattr(orderflow, name) for name in orderflow.__all__ if name != "__version__"]

    assert [thing for thing in things if not inspect.getdoc(thing)] == []


def test_every_word_of_the_law_is_in_the_glossary() -> None:
    """Each word that a regime, an order or the log may use has a Dutch and an English term."""
    missing = {str(word) for one in model_pages.word_lists() for word in one} - words_in_code(
        GLOSSARY
    )

    assert missing == set()


def test_every_word_of_the_glossary_exists() -> None:
    """No identifier in the glossary is one that the code does not know."""
    known = {str(word) for one in model_pages.word_lists() for word in one} | set(map(str, Code))
    known |= {one.__name__ for one in (*commands.ALL, *events.ALL, *model_pages.word_lists())}
    known |= {step.trigger for step in STEPS} | {*PROVISION_FIELDS, *SECTIONS}
    for home in (commands, events, values, assessment, confidential):
        for one in vars(home).values():
            if inspect.isclass(one) and issubclass(one, values.Value):
                known |= {one.__name__, *one.model_fields}
    known |= {name for name in dir(orderflow.ProtectionOrder) if not name.startswith("_")}
    for record in (orderflow.ProtectionOrder, orderflow.Recorded, orderflow.RecordedEvent):
        known |= set(record.__dataclass_fields__)
    known |= set(orderflow.__all__)

    assert words_in_code(GLOSSARY) - known == set()


def test_the_page_on_the_letter_has_every_open_question() -> None:
    """Each question that nobody has answered is linked from the page on the letter."""
    asked = [
        f"choices.md#{key}" for key in orderflow.RegimeRegister.packaged().references.questions
    ]

    assert [question for question in asked if question not in links(LETTER)] == []


def test_no_list_of_words_is_overlooked() -> None:
    """Every closed list of words that the rules define is documented, wherever it is defined."""
    defined = {
        one
        for one in StrEnum.__subclasses__()
        if one.__module__.startswith(("orderflow.law", "orderflow.order")) and one is not Code
    }

    assert defined == set(model_pages.word_lists())
