"""Stances in how a party takes a thing: "reacted coolly to the plan", "is angry over the reform".

Feelings are a stance only where they are about something to decide on. Who is not known to want it has not decided
("has not shown any inclination to hold hearings"); who is said to have no wish for it is against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, has_no, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import read_extent
from onrecord.annotate.stance_judging import judge, under_irrealis
from onrecord.annotate.stance_weight import is_decidable, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_extent import Extent
    from onrecord.vocab.lists import Stance

REACTING = frozenset({"react", "respond"})
SHOWING = frozenset({"express", "show", "signal", "indicate", "voice", "display", "demonstrate"})
HAVING = frozenset({"have", "show", "express", "feel"})
LINKS = frozenset({"over", "about", "at", "by", "with", "to", "of"})
STATES = frozenset({"be", "remain", "seem", "grow", "become", "stay"})
NEAR = 4


def find_mood_cue(scene: Scene, verb: Token) -> Cue | None:
    """How a party takes a thing, by what a verb says of it."""
    return find_reacting(scene, verb) or find_unwilling(scene, verb)


def find_reacting(scene: Scene, verb: Token) -> Cue | None:
    """ "reacted sceptically to the accord", "responded with anger to the cuts"."""
    if verb.lemma_ not in REACTING or is_negated(verb) or is_passive(verb) or under_irrealis(verb):
        return None
    lists, doc = load_stance_words().lists, scene.parse.doc
    words = {one.lower_ for one in doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)] if not one.is_punct}
    stance: Stance | None = None
    if words & lists["coolly"]:
        stance = "opposes"
    elif words & lists["warmly"]:
        stance = "supports"
    link = next((one for one in doc[verb.i + 1 : min(verb.i + NEAR + 3, verb.sent.end)] if one.lower_ == "to"), None)
    about = read_extent(scene, link.i + 1) if link is not None and stance is not None else None
    if about is None or stance is None or not is_matter(scene, about):
        return None
    return Cue(verb, stance, tuple(agents(verb)), about)


def find_unwilling(scene: Scene, verb: Token) -> Cue | None:
    """ "has no appetite for a new tax", "hasn't expressed an inclination to convene hearings"."""
    things = [one for one in verb.rights if one.dep_ == "dobj"]
    lists = load_stance_words().lists
    if not things or things[0].lemma_.lower() not in lists["wishes"] or is_passive(verb) or under_irrealis(verb):
        return None
    lacking = has_no(things[0]) or any(one.lower_ in ("little", "scant") for one in things[0].lefts)
    denied = is_negated(verb)
    if not (lacking and verb.lemma_ in HAVING) and not (denied and verb.lemma_ in SHOWING):
        return None
    link = scene.parse.doc[things[0].i + 1] if things[0].i + 1 < len(scene.parse.doc) else None
    if link is None or link.lower_ not in ("to", "in", "for", "of"):
        return None
    about = read_extent(scene, link.i + 1)
    if about is None or (link.lower_ == "to" and scene.parse.doc[about.first].lemma_ in lists["evading"]):
        return None
    return Cue(verb, "undecided" if denied else "rejects", tuple(agents(verb)), about, last=things[0].i)


def find_feeling_cue(scene: Scene, word: Token) -> Cue | None:
    """ "is angry over the reform", "conservatives angry about the bill", "was delighted with the ruling"."""
    lists = load_stance_words().lists
    stance: Stance = "opposes" if word.lower_ in lists["upset"] else "supports"
    link = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if word.lower_ not in lists["upset"] | lists["glad"] or link is None or link.lower_ not in LINKS:
        return None
    above = word.head
    about = read_extent(scene, link.i + 1)
    if about is None or not is_matter(scene, about):
        return None
    if is_verb(above) and above.lemma_ in STATES:
        judged = judge(scene, above, stance)
        holders = tuple(agents(above))
        known = any(scene.actors[one].kind != "place" for one in scene.parties(holders).actors)
        return Cue(above, stance, holders, about, last=word.i) if judged == stance and known else None
    after = above.pos_ == "NOUN" and above.i < word.i and word.dep_ in ("amod", "acl")
    return Cue(word, stance, (above,), about) if after else None


def is_matter(scene: Scene, about: Extent) -> bool:
    """Something to decide on, by its head and not by a word at its edge."""
    doc = scene.parse.doc
    head = doc[about.first : about.last + 1].root
    if head.tag_ == "VBG":
        return is_decidable(scene, about)  # "worried about closing the mine", not "about crying"
    return weighs_proposal(scene, about, wide=True) and not scene.is_actor(head)
