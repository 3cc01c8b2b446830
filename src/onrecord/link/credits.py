"""Whom a text credits: an agency's story says whose it is wherever it is printed."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from onrecord.records import Document

_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[\w-]+)+(?:/.*)?$")


@lru_cache(maxsize=1)
def agency_names() -> dict[str, tuple[str, ...]]:
    """Each name of an agency, case folded -> all the names it is credited under (vocab/agency_names.toml)."""
    data = tomllib.loads(files("onrecord.vocab").joinpath("agency_names.toml").read_text(encoding="utf-8"))
    return {name.casefold(): tuple(names) for names in data["names"] for name in names}


def find_names(outlet: str | None) -> tuple[str, ...]:
    """The names under which others credit an outlet.

    >>> find_names("The Associated Press")
    ('AP', 'Associated Press')
    """
    name = (outlet or "").strip()
    domain = _DOMAIN.fullmatch(name)
    name = re.sub(r"^[Tt]he\s+", "", domain[1] if domain else name)
    return agency_names().get(name.casefold(), (name,) if name else ())


def is_agency(outlet: str | None) -> bool:
    """Is it an agency, whose stories others print?"""
    names = find_names(outlet)
    return bool(names) and names[0].casefold() in agency_names()


def is_same_outlet(a: Document, b: Document) -> bool:
    """Do two documents name one outlet, under whatever name?"""
    names = [frozenset(name.casefold() for name in find_names(one.outlet)) for one in (a, b)]
    return bool(names[0] & names[1])


def credits_outlet(document: Document, other: Document) -> bool:
    """Does a document name the other's outlet as its source, in a credit or beside a verb of telling?

    Args:
        document: The document that may be a copy.
        other: The one it may be a copy of; an outlet that the two share is no credit.
    """
    names = find_names(other.outlet)
    if not names or is_same_outlet(document, other):
        return False
    credit, byline = build_patterns(names)
    return bool(credit.search(document.text) or byline.fullmatch(document.byline or ""))


@lru_cache(maxsize=4096)
def build_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a text credits an outlet of these names: in its words, and in its byline."""
    name = rf"(?:[Tt]he\s+)?(?:{'|'.join(map(re.escape, names))})(?![\w-])"
    return (
        re.compile(
            rf"[(\[]\s*{name}[^)\]\n]{{0,30}}[)\]]|"
            rf"(?:©|\([Cc]\)|[Cc]opyright|[Ss]ource:|[Vv]ia|[Cc]ourtesy of)\s*(?:(?:19|20)\d\d)?\s*(?:[Bb]y\s+)?{name}|"
            rf"(?<![\w-]){name}\s+(?:news\s+agency\s+)?(?:reported|reports|contributed)\b|"
            rf"^[\s—–-]*(?:[Bb]y\s+)?{name}(?:\s+(?:staff|news\s+agency))?[\s.]*$",
            re.MULTILINE,
        ),
        re.compile(rf"(?:.*[,/(]\s*)?{name}[\s)]*"),
    )
