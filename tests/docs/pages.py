"""The pages of the documentation, taken apart: code blocks, links, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
DOCS: Final = ROOT / "docs"
TEMPLATES: Final = DOCS / "templates"

_FENCE: Final = re.compile(
    r"^(?P<indent> *)(?P<fence>```+)(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
_LINK: Final = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_CODE: Final = re.compile(r"`[^`\n]+`")


class Block(NamedTuple):
    """A fenced block of code.

    Attributes:
        line: Line of its first line of text within the page, from 1.
        info: What stands behind the fence, such as `python` or `toml file=case.toml`.
        text: What stands within.
    """

    line: int
    info: str
    text: str

    @property
    def language(self) -> str:
        """First word of the info."""
        return self.info.split(maxsplit=1)[0] if self.info else ""

    @property
    def file(self) -> str | None:
        """Name of the file that the block is to become, if it says so.

        It says so behind the language, `file=NAME`, or as a case file does in its first line,
        `# case: NAME`.
        """
        if found := re.search(r"\bfile=(\S+)", self.info):
            return found[1]
        case = re.match(r"# case: (\S+)\n", self.text)
        return f"{case[1]}.toml" if case else None


def doc_pages() -> list[Path]:
    """Return every page under `docs/`; templates are no pages."""
    return sorted(page for page in DOCS.rglob("*.md") if TEMPLATES not in page.parents)


def all_pages() -> list[Path]:
    """Return the README and every page under `docs/`."""
    return [ROOT / "README.md", *doc_pages()]


def named(page: Path) -> str:
    """Return the place of a page within the project."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 2
        yield Block(line, found["info"].strip(), found["text"])


def prose(page: Path) -> str:
    """Return a page without its fenced blocks."""
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page: Path) -> Iterator[str]:
    """Yield where the links of a page lead."""
    yield from _LINK.findall(prose(page))


def anchors(page: Path) -> set[str]:
    """Return the anchors that the headings of a page get, numbered where they repeat."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", prose(page), re.MULTILINE):
        plain = re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")
        number = 0
        while (anchor := f"{plain}-{number}" if number else plain) in found:
            number += 1
        found.add(anchor)
    return found


def words_in_code(page: Path) -> set[str]:
    """Return what stands in backticks in the prose of a page."""
    return {found.strip("`") for found in _CODE.findall(prose(page))}
