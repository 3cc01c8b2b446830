"""Twenty pages marked by hand: how much of their furniture is found, and that no news is lost."""

import pytest
from more_page_layouts import MORE_PAGES
from page_layouts import PAGES

from onrecord.read.zones import find_zones

ALL = PAGES | MORE_PAGES
KINDS = {
    "f": "furniture", "h": "headline", "s": "subhead", "d": "dateline", "b": "byline", "c": "caption", "-": "body",
}  # fmt: skip
NEWS = ("headline", "body")


def read_marked(lines: list[str]) -> tuple[str, list[str]]:
    """The text of a marked page and the kind of each of its characters."""
    text, kinds = "", []
    for line in lines:
        kind = KINDS[line[0]]
        for char in line[2:] + "\n\n":
            if char in "⟦⟧":
                kind = "furniture" if char == "⟦" else KINDS[line[0]]
                continue
            text += char
            kinds.append(kind)
    return text, kinds


def find_kinds(text: str) -> list[str]:
    found = [""] * len(text)
    for zone in find_zones(text):
        found[zone.start : zone.end] = [zone.kind] * (zone.end - zone.start)
    return found


@pytest.mark.parametrize("name", ALL)
def test_no_news_is_taken_for_furniture(name: str) -> None:
    text, gold = read_marked(ALL[name])
    found = find_kinds(text)
    lost = [n for n, kind in enumerate(gold) if kind in NEWS and found[n] == "furniture" and not text[n].isspace()]
    assert "".join(text[n] for n in lost) == ""


@pytest.mark.parametrize("name", ALL)
def test_hardly_any_furniture_is_taken_for_news(name: str) -> None:
    text, gold = read_marked(ALL[name])
    found = find_kinds(text)
    read = [n for n, kind in enumerate(gold) if kind == "furniture" and found[n] in NEWS and not text[n].isspace()]
    assert "".join(text[n] for n in read) == ""


@pytest.mark.parametrize(("pages", "floor"), [(PAGES, 0.95), (MORE_PAGES, 0.97)], ids=["first ten", "second ten"])
def test_most_furniture_is_found(pages: dict[str, list[str]], floor: float) -> None:
    right = missed = wrong = 0
    for lines in pages.values():
        text, gold = read_marked(lines)
        for char, kind, found in zip(text, gold, find_kinds(text), strict=True):
            if not char.isspace():
                right += kind == found == "furniture"
                missed += kind == "furniture" != found
                wrong += kind != "furniture" == found
    assert 2 * right / (2 * right + missed + wrong) >= floor
