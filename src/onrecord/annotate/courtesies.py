"""What is done by saying that one would like to: "would like to apologize", "wishes to thank"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

PERFORMED = frozenset({"apologize", "apologise", "thank", "congratulate", "express", "extend", "commend", "salute"})


def is_performed(verb: Token) -> bool:
    """ "Would like to apologize to A": said, and so done."""
    wish = verb.head
    if verb.dep_ != "xcomp" or verb.lemma_ not in PERFORMED or is_negated(wish):
        return False
    would = {one.lower_ for one in auxiliaries(wish)} & {"would", "'d", "’d"}
    return (wish.lemma_ in ("like", "want") and bool(would)) or (wish.lemma_ == "wish" and not auxiliaries(wish))
