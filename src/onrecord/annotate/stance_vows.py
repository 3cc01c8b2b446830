"""Stances in what a party says it is ready for, will not do, or will do on a condition.

"is ready to extend the truce", "would not move a gun before they are home", "will open the road if the list comes": the
everyday words of negotiation. What somebody else is said to do without a condition is a forecast, not a stance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, is_negated, is_passive, is_verb
from onrecord.annotate.own_bodies import find_it, speaks_for_body
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, read_extent
from onrecord.annotate.stance_judging import UNSURE, asks_if, under_irrealis
from onrecord.annotate.stance_weight import is_family_matter, is_private, weighs_proposal
from onrecord.annotate.stance_words import is_owned_body, load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

READY = {
    "ready": True,
    "willing": True,
    "prepared": True,
    "determined": True,
    "committed": True,
    "unwilling": False,
    "unprepared": False,
    "reluctant": False,
}
STATES = frozenset({"be", "remain", "stand", "stay", "seem"})
VOWING = frozenset({"will", "would", "'ll", "’ll", "wo", "shall"})
PROMISES = frozenset({"vow", "pledge", "swear", "promise", "vowed"})
BINDING = frozenset({"if", "unless", "until", "till", "provided", "providing", "once", "before", "while"})
GOING = frozenset({"go", "come", "attend", "travel"})
PROCEEDING = frozenset({"go", "proceed", "continue", "resume", "begin", "start", "stand", "hold"})
PUBLIC = frozenset({"testify", "negotiate", "withdraw", "surrender", "disarm", "pull", "resign", "cooperate"})
"""What is no private matter, whoever is ready to do it."""
LEAVING = frozenset({"step away", "move on", "hang up", "settle down"})
DATING = frozenset({"before", "until", "till", "while"})
"""A condition only of what will not be done."""
PHRASES = ("as long as", "so long as", "as soon as", "only when", "only after", "in exchange for", "in return for")


def find_readiness_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "is ready to sign if …", "was not prepared to wait", "was ready for talks": yes, no, or on a condition."""
    words = [one for one in verb.children if one.dep_ in ("acomp", "oprd", "attr") and one.lower_ in READY]
    words = [one for one in words if not any(child.lower_ in ("more", "less", "too") for child in one.children)]
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if verb.lemma_ not in STATES or not words or under_irrealis(verb) or helpers & UNSURE:
        return None
    if verb.tag_ == "VB" and not helpers & VOWING:
        return None  # "asked her to be willing to make concessions"
    doc, at = scene.parse.doc, words[0].i + 1
    while at + 1 < len(doc) and doc[at].pos_ == "ADV":
        at += 1
    if at + 1 >= len(doc) or doc[at].lower_ not in ("to", "for"):
        return None
    deed = doc[at].lower_ == "to"
    lists = load_stance_words().lists
    bound = find_condition(scene, verb, at + 1)
    idle = doc[at + 1].lemma_ in lists["unweighed"] and bound is None
    if deed and (doc[at + 1].tag_ not in ("VB", "RB") or idle):
        return None
    about = read_extent(scene, at + 1, stop=bound)
    if about is None or not (deed or has_subject_of_talks(scene, about)):
        return None
    ready = READY[words[0].lower_] != is_negated(verb)
    leaves = scene.parse.doc[about.first : about.first + 2].text.lower() in LEAVING
    if leaves or (is_private(scene, verb) and not is_public_deed(scene, about)):
        return None  # "the coach is ready to step away from the game": his own life
    stance = "conditional" if bound is not None else "agrees" if ready else "rejects"
    return Cue(verb, stance, tuple(agents(verb)), about)  # type: ignore[arg-type]


def has_subject_of_talks(scene: Scene, about: Extent) -> bool:
    """Is it something that parties are ready for together: talks, a truce, a deal?"""
    lists = load_stance_words().lists
    known = lists["measures"] | lists["offers"] | lists["votable"] | lists["gatherings"] | {"coalition", "alliance"}
    return any(one.lemma_.lower() in known for one in scene.parse.doc[about.first : about.last + 1])


def find_vow_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "will never give up X", "would not send anyone until Y", "will pull back if Z", "vowed not to give in"."""
    goes = verb.lemma_ in GOING and any(child.lower_ in ("to", "ahead") for child in verb.rights)
    if is_passive(verb) or under_irrealis(verb):
        return None
    if verb.lemma_ in load_stance_words().lists["unweighed"] and not goes:
        return None
    helpers = {one.lower_ for one in auxiliaries(verb)}
    promised = verb.dep_ == "xcomp" and verb.head.lemma_ in PROMISES and "to" in helpers
    if verb.tag_ != "VB" or not (helpers & VOWING or promised) or helpers & UNSURE:
        return None
    bound = find_condition(scene, verb, verb.i + 1)
    refused = is_negated(verb)
    if bound is not None and not refused and scene.parse.doc[bound].lower_ in DATING:
        bound = None  # "will meet before the pause runs out" says when, not if
    if goes and bound is None:
        return None
    if not refused and (bound is None or verb.lemma_ in load_stance_words().lists["striking"]):
        return None
    holders = tuple(agents(verb.head if promised else verb))
    if not holders or (refused and not is_own(scene, verb, holders) and not is_told_refusal(scene, verb, holders)):
        return None
    if bound is not None and holders[0].lower_ == "it" and verb.lemma_ in PROCEEDING:
        return Cue(verb, "conditional", holders, Extent(verb.i, verb.i), speaker=True, label="?", bare=True)
    if bound is not None and proceeds(scene, verb, holders):
        first, stop = min(one.left_edge.i for one in holders), min(one.i for one in auxiliaries(verb))
        return Cue(verb, "conditional", holders, Extent(first, stop - 1), speaker=True)
    about = read_extent(scene, verb.i, stop=bound)
    if (
        about is None
        or (about.last <= about.first and bound is None)
        or any(one.i in range(about.first, about.last) for one in holders)
        or is_family_matter(scene.parse.doc[about.first : about.last + 1])
        or (not refused and is_private(scene, verb) and not is_public_deed(scene, about))
    ):
        return None
    return Cue(verb, "conditional" if bound is not None else "rejects", holders, about)


def is_told_refusal(scene: Scene, verb: Token, holders: tuple[Token, ...]) -> bool:
    """ "The League will not join a government with …", in the outlet's voice: of a body, and of its own will."""
    lists = load_stance_words().lists
    if verb.lemma_ not in lists["declinable"] or scene.statement_at(verb.idx, verb.idx + 1) is not None:
        return False
    found = [scene.actors[one] for one in scene.parties(holders).actors]
    public = [one for one in found if one.kind in ("state", "organization", "group") or one.offices or one.side]
    if found:
        return len(public) == len(found)
    heads = {one.lemma_.lower() for one in holders}
    return bool(heads) and heads <= lists["bodies"] | lists["groups"]


def is_own(scene: Scene, verb: Token, holders: tuple[Token, ...]) -> bool:
    """Does the party that will not do it, or one of its side, say so? What private people plan is no stance."""
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    party = scene.parties(holders).actors
    if len(holders) == 1 and (
        (carrier is not None and find_it(scene, holders[0], carrier) is not None)
        or (is_owned_body(scene, holders[0]) and speaks_for_body(scene, holders[0], carrier))
    ):
        return True
    if not party and speaker is not None and is_placed(scene, holders):
        return scene.actors[speaker].kind in ("state", "organization") or bool(scene.actors[speaker].offices)
    if len(party) != 1 or speaker is None:
        return False
    actor, teller = scene.actors[party[0]], scene.actors[speaker]
    public = actor.kind in ("state", "organization") or bool(actor.offices or actor.side)
    own = party[0] == speaker or actor.name == teller.side or (actor.side is not None and actor.side == teller.side)
    # "The foreign minister said Arland would not …": of whose state she is a minister goes without saying
    own = own or (actor.kind == "state" and teller.side is None and bool(teller.offices))
    return public and own


def is_placed(scene: Scene, holders: tuple[Token, ...]) -> bool:
    """ "Varland would not move a gun": a country that the text knows as a place alone."""
    found = [scene.mentions[index].actor for head in holders for index in scene.mention_at.get(head.i, ())]
    return bool(found) and all(one is not None and scene.actors[one].kind == "place" for one in found)


def proceeds(scene: Scene, verb: Token, holders: tuple[Token, ...]) -> bool:
    """ "said the exchange would go ahead if …": a plan of the party that speaks, told as something that goes on."""
    if verb.lemma_ not in PROCEEDING or scene.parties(holders).actors or any(one.pos_ != "NOUN" for one in holders):
        return False
    if verb.lemma_ == "go" and not any(child.lower_ == "ahead" for child in verb.rights):
        return False
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    if speaker is None:
        return False
    actor = scene.actors[speaker]
    return actor.kind in ("state", "organization", "group") or bool(actor.offices or actor.side)


def find_condition(scene: Scene, verb: Token, start: int) -> int | None:
    """Index of the word that opens a condition after a verb, in its sentence."""
    doc, stop = scene.parse.doc, verb.sent.end
    for at in range(start, stop):
        token = doc[at]
        if token.text in ";:" or (
            is_verb(token) and token.dep_ == "ROOT" and token.i > verb.i and not is_aside(scene, token)
        ):
            return None
        words = " ".join(one.lower_ for one in doc[at : min(at + 3, stop)])
        if any(words.startswith(phrase) for phrase in PHRASES):
            return at
        if token.lower_ not in BINDING or at + 1 >= stop or asks_if(token):
            continue
        dated = at + 1 in scene.in_time or (at + 2 < stop and at + 2 in scene.in_time and doc[at + 1].pos_ == "DET")
        clause = any(one.tag_ in ("VBD", "VBZ", "VBP", "VBN", "MD", "VBG") for one in doc[at + 1 : min(at + 14, stop)])
        if not dated and clause and doc[at + 1].lower_ not in ("necessary", "needed", "possible", "any", "only"):
            return at
    return None


def is_aside(scene: Scene, verb: Token) -> bool:
    """ ", she added, but only if …": a word of saying between commas."""
    cued = any(span.start <= verb.idx < span.end for one in scene.statements for span in one.cue)
    return cued and verb.i + 1 < len(scene.parse.doc) and verb.nbor(1).text == ","


def is_public_deed(scene: Scene, about: Extent) -> bool:
    """Is what somebody without an office is ready to do more than his own life?"""
    return scene.parse.doc[about.first].lemma_.lower() in PUBLIC or weighs_proposal(scene, about, wide=True)
