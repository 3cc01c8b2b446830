"""Stances in nouns: "Russia's opposition to X", "expressed support for X", "a US-drafted Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_verb
from onrecord.annotate.stance_cues import Cue, judge
from onrecord.annotate.stance_extent import Extent, read_extent
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene


def find_noun_cue(scene: Scene, noun: Token) -> Cue | None:
    """ "Russia's opposition to X", "expressed support for X", "X-proposed Y"."""
    words = load_stance_words()
    doc = scene.parse.doc
    for link, stance in words.nouns.get(noun.lemma_.lower(), ()):
        if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != link:
            continue
        owners = [child for child in noun.children if child.dep_ == "poss"]
        verb = noun.head if is_verb(noun.head) and noun.dep_ == "dobj" else None
        light = verb is not None and verb.lemma_ in words.lists["light"]
        if verb is not None and light:
            judged = judge(scene, verb, stance)
            if judged is None:
                return None
            stance, holders = judged, tuple(agents(verb))
            own = [one for one in owners if one.tag_ != "PRP$"]
            holders = tuple(own) if own and verb.lemma_ == "express" else holders
        elif owners:
            holders = tuple(owners)
        else:
            return None
        about = read_extent(scene, noun.i + 2)
        return None if about is None else Cue(noun, stance, holders, about)
    return None


def find_compound_cue(scene: Scene, word: Token) -> Cue | None:
    """ "a US-proposed ceasefire deal": the first part proposes what follows."""
    doc = scene.parse.doc
    if word.lower_ not in ("proposed", "sponsored", "drafted") or word.i < 2 or doc[word.i - 1].text not in "-–‑":
        return None
    about = read_extent(scene, word.i + 1)
    if about is None:
        return None
    last = about.first
    while last < about.last and (
        doc[last + 1].pos_ in ("NOUN", "PROPN", "ADJ", "NUM")
        or doc[last + 1].lower_ in load_stance_words().lists["measures"]
    ):
        last += 1
    return Cue(word, "proposes", (doc[word.i - 2],), Extent(about.first, last))
