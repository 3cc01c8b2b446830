"""Stances in what a party does for a plan: "introduced a bill", "promised to deport migrants", "vows to scrap the tax".

Who puts a bill before others is for it; who says he will see to a measure wants it. What people promise of their own
life ("plans to marry", "promised to visit her") is no stance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, is_infinitive, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import noun_extent, read_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

UNSURE = frozenset({"may", "might", "could", "would", "should", "must", "can"})
AHEAD = frozenset({"will", "would", "'ll", "’ll"})
ENDED = frozenset({"threaten", "vow", "pledge", "promise", "swear", "want"})
OUT = frozenset({"up", "out", "of", "from", "away", "off", "apart", "down"})
ENACTING = frozenset({"put", "impose", "pass", "bring", "enact", "tighten", "loosen", "expand"})
TRYING = frozenset({"try", "seek", "work", "move", "push", "fight"})


def find_move_cue(scene: Scene, verb: Token) -> Cue | None:
    """The stance of a party that puts something forward or sets out to do it."""
    return find_tabled(scene, verb) or find_resolved(scene, verb) or find_ending(scene, verb)


def find_tabled(scene: Scene, verb: Token) -> Cue | None:
    """ "introduced a bill to extend the benefit", "co-sponsored an amendment"."""
    lists = load_stance_words().lists
    if verb.lemma_ not in lists["tabling"] or is_negated(verb) or under_irrealis(verb) or has_mood(verb):
        return None
    things = [one for one in verb.children if one.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    if not things or things[0].lemma_.lower() not in lists["bills"] or is_infinitive(verb):
        return None
    about = (
        read_extent(scene, things[0].left_edge.i)
        if things[0].i > verb.i
        else noun_extent(scene.parse.doc, things[0], verb.i)
    )
    holders = tuple(agents(verb))
    return Cue(verb, "proposes", holders, about) if about is not None and holders else None


def find_resolved(scene: Scene, verb: Token) -> Cue | None:
    """ "promised to deport them", "plans to abolish the tax", "said she would try to form a government"."""
    lists, above = load_stance_words().lists, verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or is_passive(verb) or is_negated(verb):
        return None
    intends = above.lemma_ in lists["intending"]
    tries = above.lemma_ in TRYING and bool({one.lower_ for one in auxiliaries(above)} & AHEAD)
    if not (intends or tries) or own_subjects(verb) not in ([], own_subjects(above)) or is_passive(above):
        return None
    if is_negated(above) or under_irrealis(above) or (intends and has_mood(above)) or is_infinitive(above):
        return None
    things = [one for one in verb.rights if one.dep_ == "dobj"]
    about = read_extent(scene, verb.i) if things else None
    if about is None or not is_public_deed(verb, things[0]):
        return None
    holders = tuple(agents(above))
    party = scene.parties(list(holders)).actors
    public = [scene.actors[one] for one in party]
    known = [one for one in public if one.kind in ("state", "organization") or one.offices or one.side]
    if not known or len(known) != len(public):
        return None
    return Cue(above, "proposes", holders, about, demand=True, last=about.last)


def find_ending(scene: Scene, verb: Token) -> Cue | None:
    """ "threatened to tear up the accord", "vowed to pull out of the pact": against it."""
    lists, above = load_stance_words().lists, verb.head
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or verb.lemma_ not in lists["ending"] or is_negated(verb):
        return None
    if above.lemma_ not in ENDED or is_negated(above) or is_passive(above) or under_irrealis(above) or has_mood(above):
        return None
    at = verb.i + 1
    while at + 1 < verb.sent.end and verb.doc[at].lower_ in OUT:
        at += 1
    about = read_extent(scene, at)
    holders = tuple(agents(above))
    if about is None or not holders:
        return None
    it = about.first == about.last and verb.doc[about.first].lower_ in ("it", "them")
    if not it and not weighs_proposal(scene, about):
        return None
    return Cue(above, "opposes", holders, about, last=about.last)


def is_public_deed(verb: Token, thing: Token) -> bool:
    """Is it a measure that one sees to: "deport migrants", "raise the tax", "form a government"?"""
    lists = load_stance_words().lists
    word, noun = verb.lemma_.lower(), thing.lemma_.lower()
    if word in lists["ruling"]:
        return True
    known = lists["measures"] | lists["votable"] | lists["restricting"]
    if word == "form":
        return noun in ("government", "coalition", "cabinet", "alliance")
    return noun in known and word in lists["tabling"] | ENACTING


def has_mood(verb: Token) -> bool:
    """ "may introduce a bill": not done."""
    return bool({one.lower_ for one in auxiliaries(verb)} & UNSURE)
