"""What the documentation shows is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DOCS, ROOT, Block, all_pages, blocks, named
from tests.docs.running import like, run_page, typed, written_by

COMMAND_LINE_PAGES = {
    DOCS / "embedding" / name for name in ("case-files.md", "command-line.md", "json-output.md")
}
"""Pages whose commands and output are looked at by the tests of the command line."""

SERVER_PAGES = {DOCS / "embedding" / "postgresql.md"}
"""Pages that need a server; see tests/postgres."""

KNOWN = {
    *("python", "output", "console", "sh", "gherkin", "toml", "json", "mermaid", "text", "sql"),
}


def gherkin(page: Path) -> list[str]:
    """Return the features that a page quotes."""
    return [block.text for block in blocks(page) if block.language == "gherkin"]


def runnable() -> list[Path]:
    """Return the pages that hold something to run."""
    run = {"python", "console"}
    pages = [page for page in all_pages() if page not in SERVER_PAGES]
    return [page for page in pages if run & {block.language for block in blocks(page)}]


@pytest.mark.parametrize("page", runnable(), ids=named)
def test_a_page_runs_as_it_reads(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who types what a page shows, from top to bottom, sees what the page shows."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ORDERFLOW_DB", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    run_page(page, tmp_path, strict=page not in COMMAND_LINE_PAGES)


@pytest.mark.parametrize("page", all_pages(), ids=named)
def test_every_block_has_a_known_language(page: Path) -> None:
    """No block of code escapes execution because its language is misspelt or missing."""
    assert {block.language for block in blocks(page)} <= KNOWN


def test_an_output_that_differs_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that shows another output than its code prints does not pass."""
    page = DOCS / "shown.md"
    shown = (Block(1, "python", "print(1)\n"), Block(4, "output", "2\n"))
    monkeypatch.setattr("tests.docs.running.blocks", lambda _page: iter(shown))

    with pytest.raises(AssertionError, match=r"docs/shown\.md:4"):
        run_page(page, tmp_path)


def test_an_output_that_is_not_shown_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page whose code prints something that the page leaves out does not pass."""
    shown = (Block(1, "python", "print(1)\n"),)
    monkeypatch.setattr("tests.docs.running.blocks", lambda _page: iter(shown))

    with pytest.raises(AssertionError, match="does not show"):
        run_page(DOCS / "shown.md", tmp_path)


@pytest.mark.parametrize(
    "block, file",
    [
        (Block(1, "toml file=law/own.toml", "x = 1\n"), "law/own.toml"),
        (Block(1, "toml", "# case: mine\nx = 1\n"), "mine.toml"),
        (Block(1, "toml", "x = 1\n"), None),
    ],
)
def test_a_block_becomes_the_file_it_names(tmp_path: Path, block: Block, file: str | None) -> None:
    """A block that names a file is found in it by the code below."""
    written_by(block, tmp_path)

    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.toml")}
    assert written == ({file} if file else set())


@pytest.mark.parametrize("page", [page for page in all_pages() if gherkin(page)], ids=named)
def test_a_feature_is_quoted_to_the_letter(page: Path) -> None:
    """What a page shows of a feature stands in a feature that is executed."""
    features = [file.read_text(encoding="utf-8") for file in (ROOT / "features").rglob("*.feature")]

    assert [text for text in gherkin(page) if not any(text in one for one in features)] == []


def test_only_our_own_commands_are_typed() -> None:
    """Of a console block our commands are run, each with what it is said to print."""
    text = "$ make docs\n$ orderflow show 'a b'  # why\nx\ny\n$ orderflow demo\n"
    text += "$ python setup.py\n$ python verify_bundle.py log\nVERIFIED\n"

    assert [tuple(command) for command in typed(text)] == [
        (["show", "a b"], "x\ny\n"),
        (["demo"], ""),
        (["verify_bundle.py", "log"], "VERIFIED\n"),
    ]


@pytest.mark.parametrize(
    "printed, shown, alike",
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\n", False),
        ("a\nb\nc\nd\n", "a\n…\nd\n", True),
        ("a\nd\n", "a\n…\nd\n", True),
        ("a\nb\nc\n", "a\n…\nd\n", False),
        ("a\nb\n", "…\n", True),
    ],
)
def test_three_dots_stand_for_any_lines(printed: str, shown: str, alike: bool) -> None:
    """A page may leave lines out where it says so, and nowhere else."""
    assert like(printed, shown) is alike
