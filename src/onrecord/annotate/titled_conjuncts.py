"""Who is joined to a person across the state he is of: "President A of X and Chancellor B of Y" are two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def beyond_state(token: Token) -> list[Token]:
    """The second person, whom the parser hung on the state of the first.

    Told by the title before the name, or by a state of its own; "President A of X and Y" is one person of one state.
    """
    if token.pos_ != "PROPN":
        return []
    states = [one for prep in token.rights if prep.lower_ == "of" for one in prep.children if one.dep_ == "pobj"]
    return [
        child
        for state in states
        for child in state.rights
        if child.dep_ == "conj" and child.pos_ == "PROPN" and (is_titled(child) or is_of_state(child))
    ]


def is_titled(name: Token) -> bool:
    """Does a title stand before a name?"""
    heads = load_title_words().heads
    return any(one.lower_ in heads for one in name.lefts)


def is_of_state(name: Token) -> bool:
    """Is a name followed by the state it is of?"""
    return any(
        one.pos_ == "PROPN"
        for prep in name.rights
        if prep.lower_ == "of"
        for one in prep.children
        if one.dep_ == "pobj"
    )
