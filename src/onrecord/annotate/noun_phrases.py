"""Noun phrases as they are printed: where they start, what describes them, where they stand, whose side they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.polities import gazetteer_of
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse

LONGEST = 60
"""Words of a noun phrase; a line of words without a sentence would take hours."""


def phrase_start(token: Token) -> int:
    """The first token of a noun phrase, read leftwards from its head."""
    index = token.i
    start = max(token.sent.start, index - LONGEST)  # a line of words without a sentence would take hours
    while index > start:
        before = token.doc[index - 1]
        if before.is_space or (
            before.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "PRON") and before.tag_ not in ("PRP$", "VBN", "VBG")
        ):
            break
        if before.is_punct and before.text not in ("-", "’", "'"):
            break
        if before.pos_ == "CCONJ" and not (token.doc[index].text == "-" == before.nbor(-1).text):  # "rank-and-file"
            # "US and Russian officials": adjectives of states may be joined.
            left, right = token.doc[index - 2] if index >= 2 else None, token.doc[index]
            if left is None or not (is_demonym(left) and is_demonym(right)):
                break
        elif (
            before.dep_ in ("nsubj", "dobj", "pobj", "ROOT", "advmod", "nsubjpass")
            and not (before.dep_ == "advmod" and before.head.dep_ == "amod" and before.head.head == token)
            and before.tag_ not in ("PRP$", "DT", "CD")
            and not is_demonym(before)
        ):
            break
        if before.tag_ in ("VBN", "VBG") and before.head.i != token.i:
            break
        index -= 1
        if before.tag_ in ("DT", "PRP$", "WP$", "WDT") and before.text.lower() not in ("all", "both", "half"):
            break
    return index


def is_demonym(token: Token) -> bool:
    """Is a word an adjective of a state or region, or a state as one?"""
    entry = gazetteer_of(token.doc).find(token.text)
    return entry is not None and entry.kind in ("demonym", "regional", "state", "body")


def describe(parse: Parse, first: int, last: int) -> str:
    """A phrase without what counts or points at its front, but for an age ("42-year-old man")."""
    front = frozenset(load_nominals()["front"]["words"])
    while first < last and (
        (parse.doc[first].whitespace_ and parse.doc[first].text.lower() in front)  # no "four" of "four-year-old boy"
        or (parse.doc[first].whitespace_ and parse.doc[first].pos_ == "NUM")
        or parse.doc[first].tag_ == "POS"  # of "each other's"
        or parse.doc[first].text.lower() == "of"
    ):
        first += 1
    return " ".join(parse.doc[first : last + 1].text.split())


def subject_like(token: Token) -> bool:
    """Does a noun stand as subject, agent or after "according to"?"""
    return token.dep_ in ("nsubj", "nsubjpass", "agent") or (
        token.dep_ == "pobj" and token.head.text.lower() in ("by", "to", "from")
    )


def sentence_back(token: Token, count: int) -> int:
    """The first token of the sentence `count` sentences before that of a token."""
    index = token.sent.start
    while count and index > 0:
        index = token.doc[index - 1].sent.start
        if any(not one.is_space for one in token.doc[index].sent):
            count -= 1
    return index


def side_in(cast: Cast, first: int, last: int, at: dict[int, Name]) -> tuple[str | None, int]:
    """The one side that the names in a phrase speak for, and how many sides there are."""
    sides: dict[str, None] = {}
    index = first
    while index <= last:
        name = at.get(index)
        if name is None:
            index += 1
            continue
        if name.entry is not None:
            side = name.entry.side or (name.entry.name if name.entry.kind in ("body", "media") else None)
            if side is not None:
                sides.setdefault(side)
        else:
            found = cast.at.get(index)
            draft = cast.drafts[found.actor] if found is not None and found.actor is not None else None
            side = None if draft is None else draft.side or (draft.name if draft.kind == "organization" else None)
            if side is not None:
                sides.setdefault(side)
        index = name.last + 1
    return (next(iter(sides)) if len(sides) == 1 else None), len(sides)


def note(parse: Parse, cast: Cast, actor: int, first: int, token: Token, form: str = "nominal") -> None:
    """Add a nominal mention and its words as an alias."""
    cast.drafts[actor].aliases[" ".join(parse.doc[first : token.i + 1].text.split())] += 1
    cast.mention(Found(first=first, last=token.i, head=token.i, form=form, actor=actor))  # type: ignore[arg-type]
    cast.at[token.i] = cast.found[-1]


def is_former(token: Token) -> bool:
    """ "Former Halden Corp. employees": they do not stand for it any more."""
    return any(one.lower_ in ("former", "retired", "onetime") for one in token.doc[token.left_edge.i : token.i])


def is_outside(child: Token) -> bool:
    """ "Former Halden Corp. employees", "Reed's Reform party": no part of it, and whose a body with a name is."""
    names = [one for one in child.head.lefts if one.dep_ == "compound" and one.pos_ == "PROPN" and one.i > child.i]
    return is_former(child.head) or (child.dep_ == "poss" and bool(names))
