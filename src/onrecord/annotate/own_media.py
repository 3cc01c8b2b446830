"""Outlets that no list knows: a page shows them in its masthead, or its text says what they are.

"she told NewsDeck" on a page whose furniture names NewsDeck, "the news agency Varin", "Harrier News" and then
"Harrier": the name is an outlet's wherever the text tells it something.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

SHOWN = re.compile(
    r"\b(?:news )?(?:agency|broadcaster|newspaper|daily|weekly|tabloid|magazine|station|channel|news site|news website|"
    r"news outlet|news portal|radio|television)\s+((?:[A-Z][\w’'&-]*\s?){1,4})"
)
NAMED = re.compile(
    r"\b((?:[A-Z][\w&-]*\s){1,4})(?:newspaper|daily|tabloid|magazine|broadcaster|news agency|news site|news website)\b"
)
PART = re.compile(r"\s{2,}|[|·•/:]")
SIGNED = re.compile(r"\(([A-Z][^()]{1,30})\)")
DOMAIN = re.compile(r"(?:@|\bwww\.)([A-Za-z][\w-]+)\.[a-z]")
MASTHEAD = 3
"""Lines of a page that may show its name."""
LONGEST = 4
"""Words of a name."""
SELVES = frozenset(
    {"newspaper", "paper", "magazine", "website", "outlet", "reporter", "programme", "program", "column"}
)
PRINTS = ("dateline", "furniture")
AIRED = frozenset({"radio", "television", "tv"})
KEEPERS = frozenset(
    {"state", "public", "national", "local", "regional", "government", "military", "army", "commercial"}
)


@lru_cache(maxsize=8)
def find_media(text: str, outlet: str | None) -> frozenset[str]:
    """The names, case folded, that a text explains as outlets, and those of its own outlet.

    >>> sorted(find_media("She told the news agency Varin so. Harrier News had it first.", "The Elma Mail"))
    ['elma mail', 'harrier', 'harrier news', 'mail', 'varin']
    """
    endings = load_channel_words().outlet_endings
    names = [match[1].split() for pattern in (SHOWN, NAMED) for match in pattern.finditer(text)]
    own = [one for one in (outlet or "").split() if one.lower() != "the"]
    if own:
        names += [own, own[-1:]]
    run: list[str] = []
    for word in re.findall(r"[A-Z][\w’'&-]*|[^\s]+", text):
        run = [*run, word] if word[0].isupper() else []
        if len(run) == 2 and run[1] in endings and run[0] != "The":
            names += [run, run[:1]]
    return frozenset(" ".join(one).casefold() for one in names if one)


@lru_cache(maxsize=8)
def find_imprinted(masthead: str, dateline: str, furniture: str) -> frozenset[str]:
    """The names, case folded, that a page gives itself: in its masthead, its dateline, its addresses.

    >>> sorted(find_imprinted("The Elma Mail | News", "SARN (CPA) -", "tips@newsdeck.example"))
    ['cpa', 'elma mail', 'mail', 'newsdeck']
    """
    names = [SIGNED.findall(dateline), DOMAIN.findall(furniture)]
    for line in masthead.splitlines():
        words = re.findall(r"[^\W_][\w’'&-]*", PART.split(line.strip())[0])
        words = words[1:] if words[:1] in (["The"], ["THE"]) else words
        if 0 < len(words) <= LONGEST:
            names.append([" ".join(words), words[-1]])
    return frozenset(one.casefold() for found in names for one in found)


def is_medium(reading: Reading, name: Sequence[Token]) -> bool:
    """Is a name an outlet's by what the page shows, and nobody's whom the text knows better?"""
    if any(is_taken(reading, one, alone=len(name) == 1) for one in name):
        return False
    text = " ".join(one.text for one in name).casefold()
    document = reading.parse.document
    if text in find_media(reading.parse.readable, document.outlet):
        return True
    zones = {kind: [document.text[z.start : z.end] for z in document.zones if z.kind == kind] for kind in PRINTS}
    top = document.text[: document.headline.start].splitlines()[:MASTHEAD] if document.headline else []
    return text in find_imprinted("\n".join(top), "\n".join(zones["dateline"]), "\n".join(zones["furniture"]))


def is_taken(reading: Reading, token: Token, *, alone: bool) -> bool:
    """Does a word stand for a state, a group, or a person of more than one name?"""
    cover = reading.cover.get(token.i)
    actor = reading.mentions[cover].actor if cover is not None else None
    if actor is None:
        return False
    known = reading.actors[actor]
    return known.kind in ("state", "group") or (known.kind == "person" and (" " in known.name or not alone))


def size_of_unnamed(tokens: Sequence[Token]) -> int:
    """The number of words of an outlet without a name: "this newspaper", "state television"; 0 where none starts."""
    if len(tokens) < 2:
        return 0
    first, second = tokens[0].lower_, tokens[1].lower_
    own = first == "this" and second in SELVES
    return 2 if own or (first in KEEPERS and second in AIRED) else 0
