"""Which body of a document a shorter name stands for: "the League", "Sandholm", "Greens", an acronym."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.kinds import acronyms_of
from onrecord.naming import fold
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from onrecord.annotate.cast import Cast
    from onrecord.annotate.entities import Name

LEGAL = re.compile(
    r"(,?\s+(inc|corp|ltd|llc|plc|co|ag|sa|se|gmbh|nv|corporation|company|incorporated|limited|group|holdings)\.?)+$",
    re.IGNORECASE,
)
TOP = 200
"""Characters within which a headline stands."""


def tail_of(cast: Cast, name: Name, index_of: Mapping[tuple[str, str], int]) -> int | None:
    """The one longer body that a noun stands for: "the League" (Ruta League), "the Bank" (Bank of Ruta).

    So does the name of a team in the plural ("the Otters" of the Ruta Otters). Headlines have no articles.
    """
    word, at = fold(name.text), cast.doc[name.first].idx
    article = cast.doc[name.first - 1].text.lower() == "the"
    if " " in word or not (article or at <= TOP):
        return None
    bodies = [(long, i) for (kind, long), i in index_of.items() if kind == "organization"]
    known = word in load_name_words()["organization"]
    known = known or (article and is_one_team(cast.doc, name))
    fits = {i for long, i in bodies if known and long.split()[-1] == word}
    fits |= {i for long, i in bodies if article and long.startswith((f"{word} of ", f"{word} for "))}
    return fits.pop() if len(fits) == 1 else None


def is_one_team(doc: Doc, name: Name) -> bool:
    """Is a plural always printed alone or behind the same capital, as a team's is ("the Otters", "Ruta Otters")?"""
    word = doc[name.last]
    before = {one.nbor(-1).text for one in doc[1:] if one.text == word.text and one.nbor(-1).text.istitle()} - {"The"}
    plain = load_nominals()["firms"]["plain"]
    return name.first == name.last and word.text.endswith("s") and word.lower_ not in plain and len(before) == 1


def short_of(cast: Cast, name: Name, index_of: Mapping[tuple[str, str], int]) -> int | None:
    """The one longer body that begins with a name: "Sandholm" (Sandholm Ports), "Greens" (Green List).

    Of more words only the trade is left off ("East Ruta" of East-Ruta Airways), or what it is joined to.
    """
    word, firms = fold(name.text), set(load_name_words()["organization"]) - set(load_nominals()["firms"]["organs"])
    longer = ((kind, long.split(), index) for (kind, long), index in index_of.items())
    trades = frozenset(load_nominals()["firms"]["trades"])
    fits = {
        index
        for kind, words, index in longer
        if len(words) > 1
        and (
            (words[0] == word and (words[-1] in firms or (kind == "organization" and words[-1] in trades)))
            or (words[0] == word and LEGAL.search(cast.drafts[index].name) is not None)
            or word == f"{words[0]}s"
        )
    }
    fits |= {index for (_, long), index in index_of.items() if is_cut_off(word, long)}
    return fits.pop() if len(fits) == 1 else None


def is_cut_off(short: str, long: str) -> bool:
    """Is a name of more words another without its trade ("East Ruta Airways") or what follows an "and"?"""
    front, words = re.split(r"[ -]+", short), re.split(r"[ -]+", long)
    rest = words[len(front) :]
    if len(front) < 2 or words[: len(front)] != front or not rest:
        return False
    return rest[0] in ("&", "and") or (
        len(rest) == 1 and rest[0] in load_name_words()["company"] | set(load_nominals()["firms"]["trades"])
    )


def is_acronym(cast: Cast, index: int, text: str) -> bool:
    """Is it the acronym of an actor's name?"""
    return len(text) >= 2 and any(text in acronyms_of(form) and " " in form for form in cast.drafts[index].aliases)


def shorten_firms(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Norlandic said" beside "Norlandic Airlines": an adjective alone is the firm whose name here begins with it."""
    trades = frozenset(load_nominals()["firms"]["trades"])
    firms = {doc[one.first].text for one in names if one.last > one.first and trades & set(fold(one.text).split()[1:])}
    return [
        replace(one, entry=None, kind="organization", label="ORG")
        if one.text in firms and one.entry is not None and one.entry.kind == "demonym" and stands_alone(doc[one.first])
        else one
        for one in names
    ]


def stands_alone(token: Token) -> bool:
    """Is a capital a noun of its own without an article, in the singular?"""
    alone = token.tag_ == "NNP" and token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
    article = token.i > 0 and token.nbor(-1).lower_ in ("the", "a", "an")
    return alone and not article and not any(child.dep_ in ("det", "amod", "compound") for child in token.children)
