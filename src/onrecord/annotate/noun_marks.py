"""What the words of a noun phrase say of a contact: whether it refers back, which one it is, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.noun_statuses import has_definite
from onrecord.annotate.phrases import Reading
from onrecord.annotate.scenes import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span


MASS = frozenset({"talk", "negotiation", "discussion", "consultation", "contact", "exchange"})
"""Plural in form, one occasion in sense."""


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "several": 2, "many": 2, "both": 2, "few": 2, "multiple": 2, "numerous": 2}  # fmt: skip


REFERRING = frozenset({"the", "this", "that", "these", "those", "such", "both"})


def measured(scene: Scene, noun: Token) -> Token:
    """The noun that stands for the contact in the clause: "ten hours of talks", "a round of negotiations"."""
    prep = noun.head
    if (
        noun.dep_ == "pobj"
        and prep.lower_ == "of"
        and prep.head.lemma_.lower() in scene.words.lists["contact.measures"]
    ):
        return prep.head
    return noun


def is_definite(noun: Token) -> bool:
    """Refers back: article, demonstrative, owner, or a time as owner."""
    return has_definite(noun) or any(child.lower_ in REFERRING for child in noun.lefts)


def order_of(scene: Scene, noun: Token) -> str | None:
    """ "first", "latest", "another" before the noun, or before "a round of talks"."""
    noun = measured(scene, noun)
    for child in noun.subtree:
        if (
            child.i < noun.i
            and child.lower_ in scene.words.lists["order.words"]
            and child.i not in scene.in_time
            and child.head.i >= noun.i
        ):
            return str(child.lower_)
    return None


def is_said_of_it(noun: Token) -> bool:
    """ "It was the first meeting of A's and B's leaders": said of a contact just told of."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in ("it", "this", "that") for child in noun.head.children)


def count_of(scene: Scene, noun: Token, reading: Reading, where: Span | None) -> int:
    """How many contacts the noun speaks of; a plural that reads as one occasion counts once."""
    if not is_plural(noun) or noun.lemma_ in MASS:
        return 1
    for child in noun.lefts:
        if child.lower_ in NUMBERS:
            return NUMBERS[child.lower_]
        if child.like_num and child.text.isdigit():
            return max(1, int(child.text[:3]))
    owned = any(child.dep_ == "poss" for child in noun.lefts)  # "his visits to the three countries"
    one_occasion = noun.dep_ == "pobj" and (where is not None or (is_definite(noun) and not owned))
    return 1 if one_occasion else 2
