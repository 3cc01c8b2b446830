"""Opposition told beside a decision: "agreed to build the dam, over objections from Norland as well as the Greens".

The parties that object are named in the phrase; what they object to is what the clause decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import noun_extent, read_extent
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_extent import Extent

AGAINST = frozenset({"over", "despite", "against"})
FROM = frozenset({"from", "of", "by"})
REACH = 16


def find_over_cue(scene: Scene, noun: Token) -> Cue | None:
    """ "over the objections of A", "despite opposition from B and C"; the clause before says what to."""
    if noun.lemma_.lower() not in load_stance_words().lists["objections"] or noun.dep_ != "pobj":
        return None
    link = noun.head
    if link.lower_ not in AGAINST or not noun.doc[noun.i + 1 : noun.i + 2]:
        return None
    givers = [one for child in noun.rights if child.lower_ in FROM for one in child.children if one.dep_ == "pobj"]
    owners = [one for one in noun.lefts if one.dep_ == "poss" and one.tag_ != "PRP$"]
    heads = [one for giver in (*givers, *owners) for one in conjoined(giver)]
    heads += find_more(noun, heads)
    about = find_decided(scene, link) if heads else None
    if about is None:
        return None
    last = max(noun.i, *(one.i for one in heads))
    return Cue(noun, "opposes", tuple(heads), about, last=last)


def find_more(noun: Token, heads: list[Token]) -> list[Token]:
    """ "objections from A as well as B": B, which the parser hangs on the objections."""
    return [one for one in noun.rights if one.dep_ == "conj" and heads and one.i > heads[-1].i and one not in heads]


def find_decided(scene: Scene, link: Token) -> Extent | None:
    """What the clause before "over" decides: its object or infinitive."""
    doc = scene.parse.doc
    verb = link.head
    for _ in range(3):
        if is_verb(verb) or verb.head == verb:
            break
        verb = verb.head
    if not is_verb(verb) or verb.i > link.i:
        return None
    if verb.dep_ == "xcomp" or verb.tag_ == "VB":
        about = read_extent(scene, verb.i, stop=link.i)
    else:
        deeds = [one for one in verb.rights if one.dep_ == "xcomp" and one.i < link.i]
        things = [one for one in verb.children if one.dep_ in ("dobj", "nsubjpass") and one.i < link.i]
        if deeds:
            about = read_extent(scene, deeds[0].i, stop=link.i)
        elif things:
            about = noun_extent(doc, things[0], link.i)
        else:
            return None
    known = about is not None and weighs_proposal(scene, about, wide=True)
    return about if known or verb.dep_ == "xcomp" or (about is not None and verb.tag_ == "VB") else None
