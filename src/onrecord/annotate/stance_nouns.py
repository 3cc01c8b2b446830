"""Stances in nouns: "Russia's opposition to X", "expressed support for X", "a US-drafted Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, noun_extent, read_extent
from onrecord.annotate.stance_judging import judge, under_irrealis
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

GIVEN = 9
"""Tokens from a noun of support or protest to who gives it."""
HAVING = frozenset({"have", "enjoy", "command"})
PLANS = frozenset({"plan", "push", "campaign"})
AMONG = frozenset({"be", "remain", "come", "grow", "run"})


def find_noun_cue(scene: Scene, noun: Token) -> Cue | None:
    """ "Russia's opposition to X", "opposition from Russia to X", "expressed support for X", "X-proposed Y"."""
    words = load_stance_words()
    for link, stance in words.nouns.get(noun.lemma_.lower(), ()):
        givers, at = find_link(noun, link)
        if at is None or is_waning(noun):
            continue
        owners = [*givers, *(child for child in noun.children if child.dep_ == "poss")] or find_among(noun, at)
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
        if verb is not None and is_dropped(verb):
            if stance == "proposes" and noun.lemma_ in PLANS:
                return None
            stance = (
                "undecided" if stance == "proposes" else "opposes" if stance in ("agrees", "supports") else "agrees"
            )
        told = owners[0].head.i if owners and owners[0].dep_ == "pobj" and owners[0].i > at else None
        about = read_extent(scene, at + 1, stop=told)
        vague = noun.tag_ == "NNS" or not weighs_proposal(scene, about, wide=True) or not has_named(scene, holders)
        if noun.lemma_ in PLANS and vague:
            return None
        return None if about is None else Cue(noun, stance, holders, about)
    return None


def has_named(scene: Scene, holders: tuple[Token, ...]) -> bool:
    """Is one of the owners a person or body, and no "mediators"?"""
    return any(scene.actors[one].kind != "group" for one in scene.parties(holders).actors)


def is_dropped(verb: Token) -> bool:
    """ "dropped his opposition to", "gave up its resistance to"."""
    given = verb.lemma_ != "give" or any(child.lower_ == "up" for child in verb.children)
    return verb.lemma_ in load_stance_words().lists["dropping"] and given and not is_negated(verb)


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


def find_among(noun: Token, link: int) -> list[Token]:
    """ "Opposition to the night shift is strong among the nurses": whose it is, told behind the verb."""
    doc, verb = noun.doc, noun.head
    if noun.dep_ not in ("nsubj", "attr") or verb.lemma_ not in AMONG or is_negated(verb) or has_no(noun):
        return []
    for token in doc[max(link, verb.i) + 1 : min(max(link, verb.i) + GIVEN, noun.sent.end)]:
        if token.lower_ in ("among", "amongst", "from", "in", "within"):
            return [child for child in token.children if child.dep_ == "pobj"]
    return []


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
    subjects = [min(subjects, key=lambda one: one.i)] if subjects else []
    for token in scene.parse.doc[verb.i + 1 : min(verb.i + GIVEN, verb.sent.end)] if subjects else ():
        praised, blamed = (token.lemma_.lower() in lists[key] for key in ("drawn_for", "drawn_against"))
        if not praised and not blamed:
            continue
        owners = [child for child in token.children if child.dep_ == "poss"]
        if verb.lemma_ in HAVING and praised and owners and token.dep_ == "dobj":  # "the tax had his support"
            return Cue(verb, "supports", tuple(owners), noun_extent(scene.parse.doc, subjects[0], verb.i), last=token.i)
        if verb.lemma_ in HAVING and not (praised and token.i + 1 < len(token.doc) and token.nbor().lower_ == "of"):
            return None  # "has support", "has criticism": not whose
        links = [one for one in (*token.children, *verb.children) if one.i > token.i]
        links = [one for one in links if one.lower_ in ("from", "by", "of")]
        givers = [one for link in links for one in link.children if one.dep_ == "pobj"]
        known = lists["decisions"] | lists["measures"] | lists["offers"] | lists["weighable"]
        weighed = subjects[0].lemma_.lower() in known
        if not givers or not weighed:
            return None
        about = noun_extent(scene.parse.doc, subjects[0], verb.i)
        linked = scene.parse.doc[subjects[0].i + 1].lower_ in ("for", "to", "of", "on")
        about = (read_extent(scene, subjects[0].i + 2, stop=verb.i) or about) if linked else about
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
