"""What the documentation points to is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import DOCS, ROOT, all_pages, anchors, doc_pages, links, named, prose

WRITTEN_BY_HAND = [
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "REVIEW.md",
    ROOT / "CHANGELOG.md",
]


@pytest.mark.parametrize("page", [*all_pages(), *WRITTEN_BY_HAND], ids=named)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    """Each link of a page names a file that exists, and a heading that it has."""
    broken = [link for link in links(page) if not leads_somewhere(page, link)]

    assert broken == []


def test_every_page_can_be_reached_from_the_index() -> None:
    """A reader who begins at the index finds every page by following links."""
    found, new = set[Path](), {DOCS / "index.md"}
    while new:
        found |= new
        led_to = {
            (page.parent / link.partition("#")[0]).resolve() for page in new for link in links(page)
        }
        new = {page for page in led_to if page.suffix == ".md" and page.exists()} - found

    assert set(doc_pages()) - found == set()


@pytest.mark.parametrize("page", doc_pages(), ids=named)
def test_a_page_has_one_title(page: Path) -> None:
    """A page has one title, and it is the first thing a reader sees."""
    lines = [line for line in prose(page).splitlines() if line and not line.startswith("<!--")]

    assert lines[0].startswith("# ")
    assert sum(line.startswith("# ") for line in lines) == 1


def leads_somewhere(page: Path, link: str) -> bool:
    """Tell whether a link leads to a file and heading that exist; other sites are not asked."""
    if link.startswith(("https://", "http://", "mailto:")):
        return link.startswith(("https://", "mailto:"))
    place, _, anchor = link.partition("#")
    target = (page.parent / place).resolve() if place else page
    if not target.exists():
        return False
    return not anchor or (target.suffix == ".md" and anchor in anchors(target))
