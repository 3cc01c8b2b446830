"""Stances that name their matter only by what came before: "Vane refused", "would vote no", "accepted the figure".

Bargaining is told in short replies; what they reply to is the nearest proposal of somebody else, else the last deal or
figure that the text has spoken of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent
from onrecord.annotate.stance_judging import IF, WILLING, under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import StanceMention
    from onrecord.vocab.lists import Stance

BACK = 700
"""Characters back in which a reply finds the proposal it replies to."""
TOLD = 200
"""Characters back in which "has not confirmed it" finds what was said."""
LABEL = 12
"""Words of a statement that name what it says."""
FAR = 1500
"""Characters back in which "the deal" or "the figure" was last spoken of."""
REPLIES: dict[str, Stance] = {"refuse": "rejects", "decline": "rejects", "accept": "agrees", "agree": "agrees"}
RETURNS: dict[str, Stance] = {
    "send": "rejects", "turn": "rejects", "throw": "rejects", "hand": "rejects", "reject": "rejects",
    "refuse": "rejects", "decline": "rejects", "accept": "agrees", "rule": "rejects", "vote": "rejects",
    "shoot": "rejects", "wave": "agrees", "nod": "agrees",
}  # fmt: skip
PARTICLES = {
    "send": "back", "hand": "back", "turn": "down", "throw": "out", "rule": "out", "vote": "down", "shoot": "down",
    "wave": "through", "nod": "through",
}  # fmt: skip
THINGS = frozenset({"it", "that", "this"})
SAID: dict[str, Stance] = {"no": "rejects", "yes": "agrees"}
ENDS = frozenset({".", ",", ";", "", "and", "but"})
VOTES: dict[str, Stance] = {"no": "rejects", "yes": "agrees", "against": "rejects"}
PAYING = frozenset({"go", "pay", "offer", "accept", "give", "grant"})
ABOVE = frozenset({"above", "beyond", "over", "than"})
BELOW = frozenset({"below", "under", "beneath"})
OFFERED = frozenset({"proposes", "supports", "agrees", "conditional"})
FIGURES = re.compile(r"(?:[$€£]\s?)?\d[\d.,]*\s?(?:per ?cent\b|%|million\b|billion\b)|[$€£]\s?\d[\d.,]*\d")


def find_reply_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "Vane refused.", "she would vote no": a yes or no without its matter."""
    doc = scene.parse.doc
    follows = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if follows is None or under_irrealis(verb) or is_negated(verb):
        return None
    if is_condition(verb, follows):
        return Cue(verb, "conditional", tuple(agents(verb)), Extent(verb.i, verb.i), label="?")
    if any(one.lower_ in IF for one in verb.sent if one.dep_ == "mark"):
        return None
    if verb.lemma_ == "vote" and follows.lower_.strip("“”\"'") in ("no", "yes"):
        return Cue(
            verb, VOTES[follows.lower_], tuple(agents(verb)), Extent(verb.i, follows.i), label="?", last=follows.i
        )
    word = follows.lower_.strip("“”\"'")
    if verb.lemma_ == "say" and word in SAID and doc[follows.i + 1 : follows.i + 2].text in ENDS and agents(verb):
        holders = tuple(agents(verb))
        return Cue(
            verb, SAID[word], holders, Extent(verb.i, verb.i), label="?", last=follows.i, returned=True, bare=True
        )
    bare = verb.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_ in REPLIES and (follows.text in ".;," or follows.is_space)
    if not bare or any(child.dep_ in ("dobj", "xcomp", "ccomp", "prep") for child in verb.children):
        return None
    return Cue(verb, REPLIES[verb.lemma_], tuple(agents(verb)), Extent(verb.i, verb.i), label="?")


def is_condition(verb: Token, follows: Token) -> bool:
    """ "could agree if A paid half", "would accept only if": yes, on a condition that follows at once."""
    after = follows.nbor() if follows.lower_ == "only" and follows.i + 1 < len(follows.doc) else follows
    helpers = {one.lower_ for one in auxiliaries(verb)}
    willing = bool(helpers & {"can", "could", "will", "would", "might"})
    return willing and REPLIES.get(verb.lemma_) == "agrees" and after.lower_ in ("if", "provided")


def find_returned_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "We sent it back", "turned it down", "rejected it": no to the offer before."""
    if verb.tag_ not in ("VBD", "VBN") or is_negated(verb) or under_irrealis(verb) or is_passive(verb):
        return None
    things = [one for one in verb.rights if one.dep_ == "dobj" and one.lower_ in THINGS and one.i == verb.i + 1]
    if not things:
        return None
    follows = [one.lower_ for one in scene.parse.doc[verb.i + 2 : verb.i + 3]]
    stance = RETURNS.get(verb.lemma_) if follows == [PARTICLES.get(verb.lemma_, follows[0])] else None
    if stance is None:
        return None
    return Cue(
        verb, stance, tuple(agents(verb)), Extent(verb.i, verb.i), label="?", last=things[0].i, returned=True, bare=True
    )


def find_limit_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "could not go above 9 per cent", "would not pay more than 4": no to more."""
    doc = scene.parse.doc
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if verb.lemma_ not in PAYING or not is_negated(verb) or not helpers & WILLING or under_irrealis(verb):
        return None
    at = verb.i + 1
    if at + 2 < len(doc) and doc[at].lower_ == "more" and doc[at + 1].lower_ == "than":
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in ABOVE | BELOW or not doc[at + 1].like_num:
        return None
    about, below = read_extent(scene, at + 1), doc[at].lower_ in BELOW
    if about is None:
        return None
    return Cue(
        verb,
        "rejects",
        tuple(agents(verb)),
        about,
        label=f"{'less' if below else 'more'} than {label_of(scene, about)}",
    )


def find_standing_cue(scene: Scene, noun: Token) -> Cue | None:
    """ "his offer stands": he is still for it."""
    if noun.lemma_.lower() not in load_stance_words().lists["offers"]:
        return None
    owners = tuple(child for child in noun.children if child.dep_ == "poss")
    told = [child for child in noun.children if child.lower_ in ("the", "this", "that")]
    if not owners and told and noun.dep_ == "nsubj" and noun.head.dep_ == "ccomp" and noun.lemma_ == "offer":
        owners = tuple(agents(noun.head.head))  # "Ruta said the offer stood"
    after = [one for one in noun.doc[noun.i + 1 : noun.i + 4] if not one.is_quote]
    if not owners or not after or after[0].lower_ not in ("stands", "stood", "stand"):
        return None
    if len(after) > 1 and after[1].lower_ in ("in", "at", "to", "for"):
        return None
    return Cue(noun, "supports", owners, noun_extent(noun.doc, noun, after[0].i), last=after[0].i)


def find_dubbed_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "called the demand "arithmetic from another planet"": who names another's demand so is against it."""
    doc, lists = scene.parse.doc, load_stance_words().lists
    if verb.lemma_ not in ("call", "describe", "brand", "dub", "dismiss") or is_negated(verb) or under_irrealis(verb):
        return None
    judged = lists["judgments"] if verb.lemma_ in ("call", "brand", "dub") else frozenset()
    things = [
        child for child in verb.rights if child.dep_ == "dobj" and child.lemma_.lower() in lists["demands"] | judged
    ]
    if not things or things[0].i + 1 >= len(doc):
        return None
    marks = [one for one in doc[things[0].i + 1 : things[0].i + 6] if one.is_quote]
    said = [one.lower_ for one in doc[marks[0].i + 1 : verb.sent.end]] if marks else []
    if not marks or set(said[:8]) & lists["praise"] or set(said[:8]) & lists["for"]:
        return None
    close = next((one.i for one in doc[marks[0].i + 1 : verb.sent.end] if one.is_quote), marks[0].i)
    extent = noun_extent(doc, things[0], marks[0].i)
    return Cue(verb, "opposes", tuple(agents(verb)), extent, demand=True, last=max(extent.last, close - 1))


def find_prior(
    scene: Scene, cue: Cue, holders: tuple[int, ...], priors: Iterable[StanceMention], thing: str = ""
) -> StanceMention | None:
    """The nearest stance in favour before a reply that is not of the party that replies, best one called the same."""
    at = cue.at.idx
    near = [
        one
        for one in priors
        if at - BACK < one.start and one.end <= at and one.stance in OFFERED and one.actor not in holders
    ]
    text = scene.parse.document.text
    called = [one for one in near if thing and thing in text[one.start : one.end].lower()]
    return max(called or near, key=lambda one: (one.stance == "proposes", one.end), default=None)


def find_told(scene: Scene, cue: Cue, holders: tuple[int, ...]) -> str:
    """The first words of what another source was quoted as saying right before; empty where there is nothing."""
    at = cue.at.idx
    near = [
        one
        for one in scene.statements
        if at - TOLD < one.content[-1].end <= at
        and one.source.actor is not None
        and one.source.actor not in holders
        and one.act not in ("ask", "deny", "confirm")
        and not one.negated
    ]
    last = max(near, key=lambda one: (one.content[-1].end, -one.content[0].start), default=None)
    words = scene.parse.text_of(last.content[0]).strip("“”\"' ") if last is not None else ""
    return " ".join(words.removeprefix("that ").split()[:LABEL])


def find_last_matter(scene: Scene, cue: Cue) -> tuple[Extent, str] | None:
    """The last deal, offer or bill that the text has spoken of before a vote on it."""
    deals = load_stance_words().lists["votable"]
    for token in reversed(scene.parse.doc[: cue.at.i]):
        if cue.at.idx - token.idx > FAR:
            return None
        if token.lemma_.lower() in deals and token.pos_ == "NOUN" and not is_verb(token):
            return Extent(token.i, token.i), token.lower_
    return None


def find_figure(scene: Scene, cue: Cue) -> str:
    """The last amount or share named before "accepted the figure"; empty where there is none."""
    found = FIGURES.findall(scene.parse.document.text[max(0, cue.at.idx - FAR) : cue.at.idx])
    return found[-1].strip() if found else ""
