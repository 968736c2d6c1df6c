"""Every command, event, code and edge case has its place."""

from __future__ import annotations

import ast
from pathlib import Path

import orderflow.order
from orderflow.order import SENTENCES, Code
from orderflow.order import commands as c
from orderflow.order import events as e
from orderflow.order.deciding.registry import DECIDERS
from orderflow.order.evolving.registry import APPLIERS
from orderflow.order.lifecycle import STEPS, TRIGGERS

HERE = Path(__file__).parent
SOURCE = Path(orderflow.order.__file__).parent
EDGES = {f"EC{n:02d}" for n in range(1, 49)}
NEEDS_LATER_REGIMES = {"EC33", "EC34"}


def test_every_event_is_applied_and_pulls_a_trigger() -> None:
    """No event is recorded that nothing would read."""
    assert set(APPLIERS) == set(e.ALL) == set(TRIGGERS)
    assert all(issubclass(event, e.Event) for event in e.ALL)


def test_every_command_is_decided() -> None:
    """And every trigger that a command pulls is one of the lifecycle."""
    assert set(DECIDERS) == set(c.ALL) == set(c.BY_NAME.values())
    triggers = {step.trigger for step in STEPS} | {"request"}
    named = {d.trigger for d in DECIDERS.values() if isinstance(d.trigger, str)}
    assert named <= triggers
    assert {*TRIGGERS.values()} - {"request"} == triggers - {"request"}


def test_every_module_of_deciders_and_appliers_is_registered() -> None:
    """A class of the commands or events that is not listed would be forgotten."""
    for listed, base in ((c.ALL, c.Command), (e.ALL, e.Event)):
        everything = set(_below(base)) - {c.OrderCommand}
        assert {one for one in everything if one.__module__.startswith("orderflow")} == set(listed)


def test_every_code_has_a_sentence_in_both_languages() -> None:
    """They are different sentences, and each ends as a sentence does."""
    assert set(SENTENCES) == set(Code)
    for english, dutch in SENTENCES.values():
        assert english != dutch
        assert english.endswith(".")
        assert dutch.endswith(".")


def test_every_code_is_given_by_some_rule() -> None:
    """A code that no rule gives would be a promise that nobody keeps."""
    given_by_rules = {
        node.attr
        for path in SOURCE.rglob("*.py")
        if not path.name.startswith(("reasons", "sentences"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Code"
    }

    assert {code.name for code in Code} - given_by_rules == set()


def test_every_code_is_expected_by_some_test() -> None:
    """A code that no test provokes would be a promise that nobody checks."""
    expected = {
        node.value
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {
        node.attr.lower()
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }

    assert {str(code) for code in Code} - expected == set()


def test_every_edge_case_is_covered_by_name() -> None:
    """Those of the fact sheet that this part must answer."""
    covered = {
        node.args[0].value
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "edge"
        and isinstance(node.args[0], ast.Constant)
    }

    assert EDGES - covered == NEEDS_LATER_REGIMES


def test_every_test_says_what_is_true_if_it_passes() -> None:
    """In one line."""
    for path in HERE.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = ast.get_docstring(node)
                assert said is not None, f"{path.name}: {node.name}"
                assert "\n" not in said, f"{path.name}: {node.name}"


def _below(base: type) -> list[type]:
    found: list[type] = []
    children: list[type] = base.__subclasses__()
    for child in children:
        found += [child, *_below(child)]
    return found
