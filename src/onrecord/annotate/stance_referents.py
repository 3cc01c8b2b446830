"""What "it", "them" or nothing at all stands for in a stance: "is against it", "is fiercely opposed".

The nearest stance of the sentence or the two before names it; else the nearest thing there that is to be decided on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import is_verb
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_cues import Cue
    from onrecord.annotations import StanceMention

IT = frozenset({"it", "this", "that"})
THEM = frozenset({"them", "they", "these", "those"})
RELEASES = frozenset({"release", "exchange", "swap", "handover", "return", "evacuation", "withdrawal", "visit"})
SENTENCES = 2
"""Sentences back in which a pronoun finds what it stands for."""
LONG = 6
"""Words after a plural noun that are no longer its name."""


def find_spoken(scene: Scene, cue: Cue, priors: Sequence[StanceMention]) -> tuple[str, StanceMention | None] | None:
    """What the text has just spoken of: its label, and the stance that named it."""
    start = begin_of(scene, cue.at, SENTENCES)
    near = [
        one
        for one in priors
        if start <= one.start and one.about.end <= cue.at.idx and one.stance not in ("denies", "unconfirmed")
    ]
    last = max(near, key=lambda one: one.end, default=None)
    if last is not None:
        return last.label, last
    single = any(one.lower_ in IT for one in scene.parse.doc[cue.about.first : cue.about.last + 1])
    noun = find_thing_before(scene, cue.at, single=single)
    return None if noun is None else (label_of(scene, noun), None)


def begin_of(scene: Scene, token: Token, sentences: int) -> int:
    """Where the sentence some sentences before that of a token starts."""
    sentence, doc = token.sent, scene.parse.doc
    left = sentences
    while left and sentence.start:
        sentence = doc[sentence.start - 1].sent
        left -= bool(sentence.text.strip())
    return int(sentence.start_char)


def find_thing_before(scene: Scene, at: Token, *, single: bool = False) -> Extent | None:
    """The nearest thing to decide on before a word, in its sentence or the one before; for "it" no plural."""
    lists = load_stance_words().lists
    known = lists["decisions"] | lists["offers"] | lists["votable"] | lists["measures"] | RELEASES
    start = begin_of(scene, at, 1)
    for token in reversed(scene.parse.doc[: at.i]):
        if token.idx < start:
            return None
        if token.pos_ == "NOUN" and token.lemma_.lower() in known and not is_verb(token):
            if (single and token.tag_ == "NNS") or token.dep_ == "compound":
                continue
            extent = noun_extent(scene.parse.doc, token, at.i)
            handed = extent.last > token.i and token.nbor(1).lower_ == "to" and token.nbor(1).pos_ == "ADP"
            return Extent(extent.first, token.i) if handed else extent  # "presented a budget to parliament"
    return None


def find_plural(scene: Scene, cue: Cue) -> Extent | None:
    """What "them" stands for: the nearest plural thing in the sentence or the one before."""
    doc = scene.parse.doc
    start = cue.at.sent.start
    begin = doc[start - 1].sent.start if start else 0
    for token in reversed(doc[begin : cue.at.i]):
        if token.tag_ in ("NNS", "NNPS") and token.ent_type_ not in ("DATE", "TIME") and may_refer(scene, token):
            extent = noun_extent(doc, token, cue.at.i)
            while extent.first < token.i and doc[extent.first].pos_ in ("VERB", "ADV", "AUX", "PUNCT", "PRON"):
                extent = Extent(extent.first + 1, extent.last)
            return Extent(token.left_edge.i, token.i) if extent.last > token.i + LONG else extent
    return None


def may_refer(scene: Scene, token: Token) -> bool:
    """Can "them" stand for this noun: a thing, not a party or a time?"""
    lists = load_stance_words().lists
    if token.lemma_.lower() in lists["groups"]:
        return False
    thing = token.lemma_.lower() in lists["measures"] or not scene.is_actor(token)
    return thing and token.i not in scene.in_time
