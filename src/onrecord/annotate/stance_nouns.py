"""Stances in nouns: "Russia's opposition to X", "expressed support for X", "a US-drafted Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue, judge, under_irrealis
from onrecord.annotate.stance_extent import Extent, noun_extent, read_extent
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

GIVEN = 9
"""Tokens from a noun of support or protest to who gives it."""


def find_noun_cue(scene: Scene, noun: Token) -> Cue | None:
    """ "Russia's opposition to X", "opposition from Russia to X", "expressed support for X", "X-proposed Y"."""
    words = load_stance_words()
    for link, stance in words.nouns.get(noun.lemma_.lower(), ()):
        givers, at = find_link(noun, link)
        if at is None or is_waning(noun):
            continue
        owners = [*givers, *(child for child in noun.children if child.dep_ == "poss")]
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
        about = read_extent(scene, at + 1)
        return None if about is None else Cue(noun, stance, holders, about)
    return None


def find_link(noun: Token, link: str) -> tuple[list[Token], int | None]:
    """Who is named between the noun and its preposition ("opposition from the unions to"), and where that stands."""
    doc = noun.doc
    if noun.i + 1 >= len(doc):
        return [], None
    after = doc[noun.i + 1]
    if after.lower_ == link:
        return [], after.i
    if after.lower_ not in ("from", "by", "among"):
        return [], None
    givers = [child for child in after.children if child.dep_ == "pobj"]
    for token in doc[after.i + 1 : min(after.i + GIVEN, noun.sent.end)] if givers else ():
        if token.lower_ == link and token.i > givers[0].i:
            return givers, token.i
        if token.is_punct:
            break
    return [], None


def is_waning(noun: Token) -> bool:
    """ "its support for the plan has waned"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ in load_stance_words().lists["waning"]


def find_drawn_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "The plan drew criticism from the unions", "met with resistance from farmers": how others take it."""
    lists = load_stance_words().lists
    if verb.lemma_ not in lists["drawing"] or is_negated(verb) or is_passive(verb) or under_irrealis(verb):
        return None
    if any(one.tag_ == "MD" for one in auxiliaries(verb)):
        return None
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"]
    for token in scene.parse.doc[verb.i + 1 : min(verb.i + GIVEN, verb.sent.end)] if subjects else ():
        praised, blamed = (token.lemma_.lower() in lists[key] for key in ("drawn_for", "drawn_against"))
        if not praised and not blamed:
            continue
        links = [one for one in (*token.children, *verb.children) if one.i > token.i]
        links = [one for one in links if one.lower_ in ("from", "by", "of")]
        givers = [one for link in links for one in link.children if one.dep_ == "pobj"]
        weighed = subjects[0].lemma_.lower() in lists["decisions"] | lists["measures"] | lists["offers"]
        if not givers or not weighed:
            return None
        about = noun_extent(scene.parse.doc, subjects[0], verb.i)
        return Cue(verb, "supports" if praised else "opposes", tuple(givers), about, last=givers[0].i)
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
