"""Which body of a document a shorter name stands for: "the League", "Sandholm", "Greens", an acronym."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.kinds import acronym_of
from onrecord.naming import fold
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.annotate.cast import Cast
    from onrecord.annotate.entities import Name

TOP = 200
"""Characters within which a headline stands."""


def tail_of(cast: Cast, name: Name, index_of: Mapping[tuple[str, str], int]) -> int | None:
    """The one longer body that a noun with its article, in headlines without, stands for: "the League"."""
    word, at = fold(name.text), cast.doc[name.first].idx
    if " " in word or word not in load_name_words()["organization"]:
        return None
    if at > TOP and cast.doc[name.first - 1].text.lower() != "the":
        return None
    fits = {i for (kind, long), i in index_of.items() if kind == "organization" and long.split()[-1] == word}
    return fits.pop() if len(fits) == 1 else None


def short_of(name: Name, index_of: Mapping[tuple[str, str], int]) -> int | None:
    """The one longer body that begins with a one-word name: "Sandholm" (Sandholm Ports), "Greens" (Green List)."""
    word, firms = fold(name.text), set(load_name_words()["organization"]) - set(load_nominals()["firms"]["organs"])
    longer = ((long.split(), index) for (_, long), index in index_of.items())
    fits = {
        index
        for words, index in longer
        if len(words) > 1 and ((words[0] == word and words[-1] in firms) or word == f"{words[0]}s")
    }
    return fits.pop() if len(fits) == 1 else None


def is_acronym(cast: Cast, index: int, text: str) -> bool:
    """Is it the acronym of an actor's name?"""
    return len(text) >= 2 and any(acronym_of(form) == text and " " in form for form in cast.drafts[index].aliases)
