"""Which body "the company" or "their union" takes up: what bodies are called, and which of them are firms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast
from onrecord.annotate.short_names import LEGAL
from onrecord.annotate.vessels import vessels_of
from onrecord.naming import fold
from onrecord.vocab.gazetteer import load_gazetteer, load_name_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def is_media(name: str) -> bool:
    """Is an organisation a paper, agency or broadcaster by the gazetteer?"""
    entry = load_gazetteer().find(name)
    return entry is not None and entry.kind == "media"


def called(cast: Cast) -> dict[int, frozenset[str]]:
    """The common nouns that bodies are called by beside their names: "the union DWU", "DWU, the dockers' union"."""
    table = load_nominals()["definite"]
    nouns = frozenset((*table["organization"], *table["acting"]))
    found: dict[int, set[str]] = {}
    for one in cast.found:
        if one.actor is None or one.form != "name" or cast.drafts[one.actor].kind != "organization":
            continue
        before = cast.doc[one.first - 1] if one.first else None
        beside = [before] if before is not None and before.dep_ in ("compound", "nmod", "nsubj", "appos") else []
        named = cast.doc[one.first : one.last + 1]
        beside += [child for word in named for child in word.children if child.dep_ == "appos" and child.i > one.last]
        beside += noun_behind(cast.doc, one.last)
        head = cast.doc[one.head]
        beside += [head.head] if head.dep_ == "compound" and head.head.i == one.last + 1 else []
        found.setdefault(one.actor, set()).update(token.text for token in beside if token.text in nouns)
    return {actor: frozenset(words) for actor, words in found.items() if words}


def noun_behind(doc: Doc, last: int) -> list[Token]:
    """ "The Centre for Quiet, a coalition designed …": the noun with "a" behind a name's comma, whatever the parse."""
    if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ not in ("a", "an"):
        return []
    at = last + 3
    while at < len(doc) and doc[at].pos_ in ("ADJ", "ADV", "NOUN") and doc[at].text.islower():
        at += 1
    return [doc[at - 1]] if doc[at - 1].tag_ == "NN" else []


def bodies_called(cast: Cast, noun: str, before: int | None = None) -> list[int]:
    """The named bodies, before a place or anywhere, that end with a noun or are called by it."""
    by_noun = called(cast)
    seen = {
        one.actor
        for one in cast.found
        if one.actor is not None and one.form == "name" and (before is None or one.last < before)
    }
    return sorted(
        i for i in seen
        if cast.drafts[i].kind == "organization" and cast.drafts[i].named
        and (noun in by_noun.get(i, ()) or any(ends_in(one, noun) for one in forms_of(cast, i)))
    )  # fmt: skip


def forms_of(cast: Cast, actor: int) -> tuple[str, ...]:
    """What a body is printed as."""
    return (cast.drafts[actor].name, *cast.drafts[actor].aliases)


def ends_in(name: str, noun: str) -> bool:
    """Is a noun what a longer name says that the body is ("Ruta Chamber", "Chamber of Arbitration", "Ruta Airways")?"""
    last = last_word(name)
    kin = load_nominals()["firms"]["kin"].get(noun, ())
    return " " in name and (last == noun or last in kin or fold(name).startswith((f"{noun} of ", f"{noun} for ")))


def last_word(name: str) -> str:
    """The folded last word of a name."""
    return fold(name).split()[-1]


def find_firm(cast: Cast, token: Token) -> int | None:
    """The only firm of a document that "the company" can be: no other body there may be one.

    Args:
        cast: The actors so far.
        token: The noun.

    Returns:
        The actor, or None where there is none or more than one.
    """
    words = load_nominals()["firms"]
    if token.text.lower() not in words["nouns"]:
        return None
    by_noun = called(cast)
    named = sorted({one.actor for one in cast.found if one.actor is not None and one.form == "name"})
    firms = [i for i in named if is_firm(cast, i, by_noun.get(i, frozenset()))]
    return firms[0] if len(firms) == 1 else None


def is_firm(cast: Cast, actor: int, nouns: frozenset[str]) -> bool:
    """Is a body a firm by its name, by what it is called, or by who runs it?"""
    draft, words = cast.drafts[actor], load_nominals()["firms"]
    if draft.kind != "organization" or not draft.named or not may_be_firm(cast, actor):
        return False
    if LEGAL.search(draft.name) or last_word(draft.name) in load_name_words()["company"]:
        return True
    runs = frozenset(words["offices"])
    return bool(nouns & frozenset(words["nouns"])) or any(
        office.of == draft.name and office.title in runs for one in cast.drafts for office in one.offices
    )


def may_be_firm(cast: Cast, actor: int) -> bool:
    """Is a body none of those that are known to be something else: a medium, a union, a ministry, a state's body?"""
    name = cast.drafts[actor].name
    entry = load_gazetteer().find(name)
    if (entry is not None and entry.kind != "body") or actor in vessels_of(cast):
        return False
    return last_word(name) not in load_nominals()["firms"]["others"]


def may_be_medium(cast: Cast, actor: int) -> bool:
    """Is a body nothing else that is known: no firm, no ship, no body or state of the table?"""
    if actor in vessels_of(cast):
        return False
    return load_gazetteer().find(cast.drafts[actor].name) is None and not is_firm(cast, actor, frozenset())
