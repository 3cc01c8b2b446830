"""“The former” and “the latter”: the first and the last of exactly two that stand before, read literally.

Where the literal reading contradicts its clause (one actor as subject and object), it is left open with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.binding import barred_actors, sentence_before
from onrecord.annotate.cast import Cast, Found

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative", "iobj", "attr", "conj", "agent"))
KINDS = ("person", "state", "organization")


def find_alternatives(cast: Cast, quoted: set[int]) -> None:
    """Add the mentions of "the former" and "the latter".

    Args:
        cast: The actors so far.
        quoted: Tokens in quoted words.
    """
    for token in cast.doc:
        word = token.text.lower()
        if word not in ("former", "latter") or token.i in cast.at or not token.i:
            continue
        if token.nbor(-1).text.lower() != "the" or token.dep_ not in HEADS or is_modifier(token):
            continue
        first, second, reason = find_two(cast, token)
        actor = first if word == "former" else second
        if actor is not None and actor in barred_actors(cast, token, "", quoted):
            actor, reason = None, f"the {word} would be both who acts and who is acted on"
        cast.mention(Found(first=token.i - 1, last=token.i, head=token.i, form="nominal", actor=actor, reason=reason))


def is_modifier(token: Token) -> bool:
    """Does a noun follow that the word belongs to ("the former president")?"""
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("NOUN", "PROPN", "ADJ") and token.dep_ != "conj"


def find_two(cast: Cast, token: Token) -> tuple[int | None, int | None, str | None]:
    """The two actors of one kind in the sentence before a word, else in the sentence before that."""
    start = token.sent.start
    for low, high in ((start, token.i), (sentence_before(start, token.doc), start)):
        rows = {kind: named_between(cast, low, high, kind) for kind in KINDS}
        pairs = [row for row in rows.values() if len(row) == 2]
        if any(len(row) > 2 for row in rows.values()) or len(pairs) > 1:
            return None, None, "more than one pair can be meant"
        if pairs:
            return pairs[0][0], pairs[0][1], None
    return None, None, "no two of one kind stand before it"


def named_between(cast: Cast, low: int, high: int, kind: str) -> list[int]:
    """The named actors of a kind in a stretch, in the order of their first mention there."""
    found = sorted((one for one in cast.found if low <= one.first < high), key=lambda one: one.first)
    return list(
        dict.fromkeys(
            one.actor
            for one in found
            if one.actor is not None and cast.drafts[one.actor].kind == kind and cast.drafts[one.actor].named
        )
    )
