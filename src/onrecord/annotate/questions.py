"""Questions put to somebody: what they ask is nobody's word, and has not been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries

if TYPE_CHECKING:
    from spacy.tokens import Token

GIVEN = frozenset({"have", "get", "receive", "hear", "see"})
"""What "you will" do is a promise of who says it ("you will have the result by Friday")."""


def is_put_to(verb: Token) -> bool:
    """ "Will you sign by Friday?", "you will sign": what is asked of somebody, or told to him, nobody has promised."""
    asked = next((one for one in reversed(verb.sent) if not one.is_quote and not one.is_space), verb).text == "?"
    subjects = [one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")]
    inverted = any(one.i < subject.i for one in auxiliaries(verb) for subject in subjects)
    told = any(one.lower_ == "you" for one in subjects) and verb.lemma_ not in GIVEN
    return (asked and inverted) or told
