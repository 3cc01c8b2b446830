"""Whose words a noun without a source tells of: "his remarks carried an admission", "his speech and talk of …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import is_verb
from onrecord.annotate.speakers import find_parties
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty

CARRYING = frozenset({"carry", "contain", "include", "bring", "hold", "offer", "be", "amount", "strike", "sound"})
"""Verbs by which somebody's words hold something said."""
SAYINGS = frozenset({"speech", "comment", "answer", "word", "response", "reply", "address", "essay"})
"""What people say, beside what they issue."""


def find_noun_holder(reading: Reading, noun: Token) -> tuple[LocalParty, ...]:
    """The speakers behind a noun that is a cue and has no source printed with it.

    Args:
        reading: The document.
        noun: The cue's noun.

    Returns:
        Whoever owns the noun joined before it, or the words that are the subject of its verb; empty where nobody does.
    """
    top = noun
    while (before := joined_before(top)) is not None:
        top = before
        owner = find_owner(top)
        if owner is not None and says(top):
            return known_only(find_parties(reading, owner))
    if top.dep_ in ("dobj", "attr", "conj") and is_verb(top.head) and top.head.lemma_ in CARRYING:
        subject = next((child for child in top.head.lefts if child.dep_ == "nsubj"), None)
        owner = find_owner(subject) if subject is not None and says(subject) else None
        if owner is not None:
            return known_only(find_parties(reading, owner))
    return ()


def joined_before(noun: Token) -> Token | None:
    """The noun that one is joined to: "his speech and talk", "to his speech and to talk"."""
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        return noun.head
    link = noun.head
    if noun.dep_ != "pobj" or link.dep_ != "conj" or link.head.dep_ != "prep":
        return None
    return next((child for child in link.head.rights if child.dep_ == "pobj" and child.pos_ == "NOUN"), None)


def says(noun: Token) -> bool:
    """Is a noun something that somebody says?"""
    return noun.lemma_.lower() in SAYINGS or noun.lemma_.lower() in load_channel_words().issued


def find_owner(noun: Token) -> list[Token] | None:
    """The possessor of a noun, without its mark."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    return None if owner is None else [token for token in owner.subtree if token.tag_ != "POS"]


def known_only(parties: tuple[LocalParty, ...]) -> tuple[LocalParty, ...]:
    """Parties whose actors are all known."""
    return parties if all(one.actor is not None for one in parties) else ()
