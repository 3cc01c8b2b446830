"""Whether anything took place at all where a deed is named: denials, wishes, guesses, commands, games."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.contact_gatherings import is_call_on
from onrecord.annotate.deed_patterns import complement_of
from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_infinitive, is_negated, own_subjects, patients
from onrecord.annotate.questions import is_put_to
from onrecord.annotate.statuses import is_told_ahead, is_voted

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene

SCORE = re.compile(r"(?<![\d-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d-])")
"""The score of a game."""
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})
"""Types of deeds that much is speculated about."""
ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT", "SUPPORT"})
"""Types of answers, of which "if" and "whether" tell nothing."""
SPECULATIVE = frozenset({"could", "may", "might", "can", "would", "should", "'d", "’d", "ca"})
WORDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Acts of words and of assent, of which nothing is left where they are denied ("did not sign")."""
CONTACTS = frozenset({"brief", "discuss", "mediate", "meet", "receive", "see", "speak", "visit"})
"""Kinds of verbs whose infinitive is a contact ahead."""
LISTS = frozenset({"list", "roll", "register", "agenda", "record", "blacklist", "docket", "ballot"})
STANDING = frozenset(
    {"support", "back", "oppose", "resist", "insist", "press", "push", "champion", "defend", "defy", "contest"}
    | {"disagree", "differ"}
)
"""Verbs whose present tense tells a lasting view, and no act."""
SUPPOSED = frozenset({"if", "unless", "whether", "until"})


def is_no_deed(scene: Scene, verb: Token, pattern: DeedPattern) -> bool:
    """Did nothing of the kind take place: "did not accuse", "has no plans to resign", a game, leaving a room?"""
    if (pattern.needs_target or pattern.type in WORDS) and is_negated(verb):
        return True
    if is_infinitive(verb) and verb.dep_ == "acl" and not is_owned_plan(verb.head):
        return True
    if pattern.type in WORDS and is_noun_misread(verb):
        return True
    if verb.dep_ == "pcomp" and verb.head.head.pos_ == "NOUN" and not is_owned_plan(verb.head.head):
        return True  # "help in fighting the fires"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return True  # "barred A from leaving"
    if is_habit(verb, pattern):
        return True
    if pattern.type == "ASSAULT" and (is_accident(scene, verb) or is_delisting(verb)):
        return True
    if is_speculation(scene, verb, pattern) or is_imperative(verb):
        return True
    if pattern.type == "AGREE" and pattern.complement is not None and is_contact_ahead(scene, verb, pattern):
        return True
    if pattern.exact and verb.tag_ == "VBG" and any(child.dep_ == "poss" for child in verb.lefts):
        return True  # "approved their joining the alliance"
    if (
        pattern.exact
        and verb.dep_ == "ccomp"
        and verb.tag_ != "VBG"
        and not (is_infinitive(verb) or own_subjects(verb))
    ):
        return True  # whose clause it is was not understood
    if verb.lemma_ == "call" and pattern.links in (("on",), ("upon",)) and is_call_on(verb):
        return True  # "called on A on Monday"
    if pattern.type == "SANCTION" and pattern.verb == "hit" and not (patients(verb) or "back" in pattern.links):
        return True  # "cut off and hit with sanctions": told of whom it befell
    if pattern.type == "REQUEST" and pattern.verb == "ask" and not pattern.links and not is_asked_for(verb):
        return True  # "the judge asked the lawyer": a question
    if pattern.complement is not None and any(is_voted(child) for child in verb.rights):
        return True  # "voted to strike" is the strike
    if pattern.ambiguous and SCORE.search(verb.sent.text):
        return True
    if verb.lemma_ == "rally" and any(child.lower_ in ("behind", "around", "round", "to") for child in verb.children):
        return True
    return verb.lemma_ in ("walk", "march") and not pattern.objects and is_leaving(scene, verb)


def is_asked_for(verb: Token) -> bool:
    """Is something asked for ("asked A to stop", "for help", "that she be excused"), and is it no mere question?"""
    clauses = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")]
    wanted = any(is_infinitive(one) or one.tag_ == "VB" for child in verb.rights for one in (child, *child.children))
    told = any(one.lower_ == "that" and one.dep_ == "mark" for clause in clauses for one in clause.lefts)
    asked = [one.right_edge.i + 1 for one in verb.rights if one.dep_ == "dobj"]
    wanted = wanted or any(at < len(verb.doc) and verb.doc[at].tag_ == "TO" for at in asked)  # parsed to a verb above
    return wanted or told or any(child.lower_ in ("for", "not") for child in verb.rights)


def is_habit(verb: Token, pattern: DeedPattern) -> bool:
    """ "The steel that A sells to B", "growers who supply A": said of what somebody does all the time."""
    present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries(verb)
    return (pattern.type in ("AID", "COOPERATE") and present and verb.dep_ == "relcl") or is_view_of(verb)


def is_view_of(verb: Token) -> bool:
    """ "Groups that support A", "senators who are resisting it": said of who they are."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    present = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and bool(helpers & {"is", "are", "'re", "’re"}))
    return verb.lemma_ in STANDING and verb.dep_ == "relcl" and present and not helpers & {"has", "have"}


def is_accident(scene: Scene, verb: Token) -> bool:
    """Is it a crash, a quake or a storm that killed, and no act of violence in the same sentence?"""
    lists = scene.words.lists
    if verb.lemma_.lower() not in lists["deeds.accidental"]:
        return False
    words = {one.lemma_.lower() for one in verb.sent}
    return bool(words & lists["deeds.accidents"]) and not words & lists["violence"]


def is_delisting(verb: Token) -> bool:
    """ "struck three officials off its list": no blow."""
    off = next((one for one in verb.rights if one.lower_ in ("off", "from")), None)
    if verb.lemma_ != "strike" or off is None:
        return False
    return any(one.lemma_.lower() in LISTS for one in verb.doc[off.i + 1 : min(off.i + 5, verb.sent.end)])


def is_contact_ahead(scene: Scene, verb: Token, pattern: DeedPattern) -> bool:
    """ "Agreed to meet A", "voted to resume talks": the contact is the event."""
    below = complement_of(verb, pattern)
    if below is None:
        return False
    kinds = scene.words.verbs.get(below.lemma_.lower(), frozenset())
    held = any(child.dep_ == "dobj" and child.lemma_.lower() in scene.words.nouns for child in below.rights)
    return held or bool(kinds & CONTACTS)


def is_owned_plan(noun: Token) -> bool:
    """ "A's plan to withdraw", "announced plans to withdraw", and not "no plans to" or "a resolution to withdraw"."""
    told = noun.dep_ == "dobj" and noun.lemma_ in ("plan", "decision", "intention", "pledge", "vow")
    return not has_no(noun) and (told or any(child.dep_ == "poss" for child in noun.children))


def is_imperative(verb: Token) -> bool:
    """ "Strike them", he said: a bare form without a subject or helper."""
    bare = verb.tag_ == "VB" and not own_subjects(verb) and not auxiliaries(verb)
    opens = verb.i > 0 and verb.nbor(-1).is_quote and verb.is_title  # a crowd chanted: "Lock him up!"
    return bare and (opens or verb.dep_ in ("ROOT", "ccomp") or (verb.dep_ == "conj" and is_imperative(verb.head)))


def is_speculation(scene: Scene, verb: Token, pattern: DeedPattern) -> bool:
    """ "It could hit the island", "if they attacked", "has ever tested": told of no one time, and nobody's plan."""
    if is_put_to(verb):
        return True
    if any(child.lower_ == "ever" for child in verb.children):
        return True
    helpers = {one.lower_ for one in auxiliaries(verb)}
    possible = frozenset() if is_told_ahead(scene, verb) else helpers & SPECULATIVE
    if pattern.complement is not None and (possible or "had" in helpers):
        return True  # "members who can vote to name anybody", "had promised to give notice"
    if possible and "have" in helpers:
        return True  # "would have resigned"
    if pattern.type == "CONCEDE" and "must" in helpers:
        return True  # "must pay a fine" gives nothing yet
    supposed = any(child.dep_ == "mark" and child.lower_ in SUPPOSED for child in verb.children)
    if is_negated(verb):
        return pattern.type in FORCE and verb.dep_ != "ccomp"  # "police have not arrested anybody": nothing happened
    if supposed and pattern.type in ANSWERS:
        return True  # "asked whether he would accept the deal", "if they gave in"
    return pattern.type in FORCE and (bool(possible) or supposed)


def is_leaving(scene: Scene, verb: Token) -> bool:
    """Is it a room or a meeting that people walk out of, or one person that walks ("marched into the office")?"""
    nouns = [one for token in verb.rights for one in token.subtree if one.dep_ == "pobj" and one.head.lower_ == "of"]
    if any(one.lemma_.lower() in scene.words.lists["protest.left"] or one.lemma_ in scene.words.nouns for one in nouns):
        return True
    people = scene.parties(agents(verb))
    return len(people.actors) == 1 and scene.actors[people.actors[0]].kind == "person" and not people.plural


def is_noun_misread(verb: Token) -> bool:
    """ "Pelt said claims that they judge people were false": right behind a verb of saying, and nobody claims."""
    said = verb.i and verb.nbor(-1) == verb.head and verb.head.tag_ in ("VBD", "VBZ")
    return bool(said) and verb.dep_ == "ccomp" and verb.tag_ == "VBZ" and not own_subjects(verb)
