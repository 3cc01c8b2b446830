"""What is left open or said yes to without a verb of stance: "has yet to confirm", "has not decided", "will attend"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    conjoined,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    logical_subjects,
)
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, read_extent
from onrecord.annotate.stance_judging import IF
from onrecord.annotate.stance_words import load_stance_words
from onrecord.annotate.statuses import is_yet_to

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance


REPORTS = frozenset({"report", "claim", "account", "allegation", "story", "figure"})
TELLING = frozenset({"say", "disclose", "reveal", "tell", "acknowledge", "specify"})
AHEAD = frozenset({"will", "would", "to", "shall", "should", "could", "might", "may"})
OWN = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})


def find_confirm_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "has yet to confirm X", "has not confirmed X", "declined to say whether X was so": unconfirmed."""
    refused = is_infinitive(verb) and verb.head.lemma_ in ("refuse", "decline", "fail")
    if is_passive(verb) or not (verb.lemma_ in load_stance_words().lists["confirm"] or (refused and is_own_fact(verb))):
        return None
    neither = verb.i > 0 and verb.nbor(-1).lower_ == "neither"  # "would neither confirm nor deny"
    if not (is_yet_to(verb) or is_negated(verb) or refused or neither):
        return None
    heads = logical_subjects(verb) or logical_subjects(verb.head)
    holders = tuple(one for head in heads for one in conjoined(head))
    told = find_confirmable(scene, verb)
    if told is not None:
        label = label_of(scene, told)
        return Cue(verb, "unconfirmed", holders, told, label=label, settled=True) if label else None
    about = read_extent(scene, verb.i + (3 if is_nor_deny(verb) else 1), clause=True)
    if about is None:
        return None
    noun = scene.parse.doc[about.first : about.last + 1].root
    named = noun.lemma_.lower() in REPORTS and any(one.pos_ == "PROPN" for one in noun.subtree)
    return Cue(verb, "unconfirmed", holders, about, label=label_of(scene, about) if named else "", settled=named)


def is_own_fact(verb: Token) -> bool:
    """ "declined to say whether the letter was his": what is or was so of who declines, not what he would do."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if verb.lemma_ not in TELLING or not after or after[0].lower_ not in ("whether", "if"):
        return False
    told = next((one for one in verb.rights if one.dep_ in ("ccomp", "advcl") and is_verb(one)), None)
    if told is None or {one.lower_ for one in auxiliaries(told)} & AHEAD:
        return False
    return any(one.lower_ in OWN for one in told.subtree)


def is_nor_deny(verb: Token) -> bool:
    """ "neither confirm nor deny", "not confirm or deny": two words more before what it is about."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return len(after) == 2 and after[0].lower_ in ("nor", "or") and after[1].lemma_ == "deny"


def find_confirmable(scene: Scene, verb: Token) -> Extent | None:
    """The clause that is not confirmed: "that …", "whether …", "reports that …"; None where a noun names it."""
    doc = scene.parse.doc
    at = verb.i + (3 if is_nor_deny(verb) else 1)
    if at + 1 < len(doc) and doc[at].lemma_.lower() in load_stance_words().lists["charges"] | {"news", "story"}:
        at += 1
    if at + 2 >= verb.sent.end or doc[at].lower_ not in ("that", "whether", "if"):
        return None
    return read_extent(scene, at + 1, clause=True)


def find_undecided_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "has not decided on X", "has not said yes": undecided."""
    if not is_negated(verb) and not is_yet_to(verb):
        return None
    doc = scene.parse.doc
    follows = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if follows is None:
        return None
    idiom = verb.lemma_ == "say" and follows.lower_.strip("“”\"'") in ("yes", "no")
    if idiom:
        return Cue(verb, "undecided", tuple(agents(verb)), Extent(verb.i, follows.i), label="?")
    if verb.lemma_ in ("answer", "respond", "reply") and not is_passive(verb):
        return find_unanswered(scene, verb, follows)
    if verb.lemma_ == "decide" and follows.lower_ in ("on", "whether", "about"):
        about = read_extent(scene, verb.i + 2, clause=True)
        holders = agents(verb) or (agents(verb.head) if is_verb(verb.head) else [])
        return None if about is None else Cue(verb, "undecided", tuple(holders), about)
    return None


def find_unanswered(scene: Scene, verb: Token, follows: Token) -> Cue | None:
    """ "has not answered the proposal", "has yet to respond"."""
    about = read_extent(scene, verb.i + 1 + (follows.lower_ == "to"))
    holders = tuple(agents(verb) or agents(verb.head))
    if about is None:
        bare = Cue(verb, "undecided", holders, Extent(verb.i, verb.i), label="?", bare=True)
        return bare if follows.is_punct else None
    thing = scene.parse.doc[about.first : about.last + 1].root.lemma_.lower()
    lists = load_stance_words().lists
    return Cue(verb, "undecided", holders, about) if thing in lists["offers"] | lists["refusable"] | {"it"} else None


def find_attend_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "If the work is done, I will come", "will attend", "will be in X": a yes to the planned meeting."""
    if verb.lemma_ not in load_stance_words().lists["attend"]:
        return None
    if any(child.dep_ == "nummod" for head in agents(verb) for child in head.lefts):
        return None  # "40 monitors would be in Lorn" says how many come, not who agrees
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if not helpers & {"will", "'ll", "’ll", "would", "wo"}:
        return None
    below = {child.lower_ for child in verb.children}
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    if verb.lemma_ == "join" and objects and objects[0].lemma_ not in load_stance_words().lists["gatherings"]:
        return None  # "will not join a coalition"
    if verb.lemma_ == "be" and not is_there(scene, verb):
        return None
    if verb.lemma_ in ("take", "show") and not below & {"part", "up"}:
        return None
    stance: Stance = "rejects" if is_negated(verb) else "agrees"
    if stance == "agrees" and any(one.lower_ in IF for one in verb.sent):
        stance = "conditional"
    return Cue(verb, stance, tuple(agents(verb)), joined_extent(scene, verb), label="?")


def is_there(scene: Scene, verb: Token) -> bool:
    """ "will be there", "will be in Port Merrin": at a place, not "in place" or "at risk"."""
    if any(child.lower_ == "there" and child.dep_ == "advmod" for child in verb.children):
        return True
    links = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("in", "at")]
    return any(goal.pos_ == "PROPN" or goal.i in scene.mention_at for one in links for goal in one.children)


def joined_extent(scene: Scene, verb: Token) -> Extent:
    """What "take part in" and "attend" name, else the verb alone."""
    doc, at = scene.parse.doc, verb.i + 1
    if verb.lemma_ == "take" and at + 1 < len(doc) and doc[at].lower_ == "part" and doc[at + 1].lower_ == "in":
        return read_extent(scene, at + 2) or Extent(verb.i, verb.i)
    return Extent(verb.i, verb.i)
