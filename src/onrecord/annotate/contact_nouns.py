"""Which nouns name a contact where they stand: a call, and not a call for peace; an audience with somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.noun_marks import MASS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene


TALKING = frozenset({"discuss", "talk", "speak", "congratulate", "thank", "wish", "express", "offer", "say"})
"""What one does by telephone."""
COUNCILS = frozenset({"council", "cabinet"})
PRESSING = frozenset({"emergency", "crisis"})
"""What a session of a council may be beside."""
HEIGHTS = frozenset({"mountain", "mount", "hill", "peak", "volcano", "glacier", "ridge", "climb", "pass"})


def is_contact_noun(scene: Scene, noun: Token) -> bool:
    """Is the noun a contact here, and not "a call for peace", "a wake-up call", "the summit venue"?"""
    doc, words = scene.parse.doc, scene.words
    word = noun.lemma_.lower()
    before = doc[noun.i - 1].lower_ if noun.i else ""
    after = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    if noun.tag_ == "NN" and noun.lemma_ in MASS and before in ("for", "under", "into"):
        return False
    if noun.tag_ == "NN" and noun.lemma_ == "talk" and after in ("of", "by"):
        return False  # "talk of a pause", "a talk by an astronomer"
    if word == "audience" and not is_audience(noun):
        return False
    if word == "summit" and is_mountain(noun):
        return False
    between = after in ("between", "with") and before in ("annual", "town", "hall", "board", "training", "press")
    if noun.i in scene.in_time or (before in words.lists["contact.not_before"] and not between):
        return False
    if noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        return False
    if word in words.lists["contact.weak"] and any(is_foreign(scene, child) for child in noun.lefts):
        return False
    if words.nouns[word] == "call":
        if after in words.lists["contact.not_after"] or before in ("emergency", "conference", "on", "phones"):
            return before == "conference" and noun.i > 1 and doc[noun.i - 2].lower_ in ("video", "phone", "telephone")
        if after == "to" and any(child.dep_ in ("acl", "relcl") and child.i > noun.i for child in noun.children):
            return False
        if any(child.dep_ == "prep" and child.lower_ == "for" for child in noun.children) or is_appeal(noun):
            return False
        held = noun.head.lemma_ in words.lists["light.part"] | words.lists["light.host"]
        if after == "to" and is_asked(noun) and not held:
            return False
    return not (after in ("room", "rooms", "table", "point", "venue", "host", "place") and noun.dep_ == "compound")


def is_joint_appearance(scene: Scene, noun: Token) -> bool:
    """ "A joint press conference with A": whoever gives it together has met."""
    joint = any(child.lower_ == "joint" for child in noun.lefts)
    return joint and noun.pos_ == "NOUN" and noun.lemma_.lower() in scene.words.lists["contact.joint"]


def is_town_hall(noun: Token) -> bool:
    """ "Held a town hall with activists": no building."""
    doc = noun.doc
    named = noun.lower_ in ("hall", "halls") and noun.i > 0 and doc[noun.i - 1].lower_ == "town"
    return named and doc[noun.i + 1 : noun.i + 2].text.lower() == "with" and noun.dep_ != "pobj"


def is_sitting(noun: Token) -> bool:
    """ "A cabinet session", "a national security council session": a meeting of whoever holds it."""
    return noun.lemma_.lower() == "session" and any(child.lower_ in COUNCILS for child in noun.lefts)


def is_mountain(noun: Token) -> bool:
    """ "The summit of the mountain", "reached the summit of the volcano": a place."""
    return any(one.lemma_.lower() in HEIGHTS for prep in noun.rights if prep.lower_ == "of" for one in prep.children)


def is_audience(noun: Token) -> bool:
    """ "Had an audience with A", "granted A an audience": no listeners."""
    after = noun.doc[noun.i + 1 : noun.i + 2].text.lower()
    plain = all(child.pos_ != "ADJ" or child.lower_ in ("private", "papal", "brief", "royal") for child in noun.lefts)
    return (after == "with" and plain) or (
        noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in ("grant", "seek", "request")
    )


def is_appeal(noun: Token) -> bool:
    """ "Calls by A for a recount": what is called for hangs on the name."""
    near = noun.doc[noun.i + 1 : min(noun.i + 8, noun.sent.end)]
    return near[:1].text.lower() in ("by", "from") and any(
        one.lower_ == "for" and one.dep_ == "prep" and one.head.pos_ in ("NOUN", "PROPN", "ADP") for one in near
    )


def is_asked(noun: Token) -> bool:
    """ "A's call to exert sovereignty": what is asked follows in the infinitive; "a call to discuss it" is a call."""
    verb = noun.doc[min(noun.i + 2, len(noun.doc) - 1)]
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    return owned and verb.tag_ == "VB" and verb.lemma_.lower() not in TALKING


def is_foreign(scene: Scene, child: Token) -> bool:
    """Does a modifier make a session or an exchange a thing of its own ("the lame-duck session", "stock exchange")?"""
    if child.dep_ not in ("compound", "nmod") or child.i in scene.in_time or child.i in scene.cover:
        return False
    if child.lower_ in COUNCILS | PRESSING:
        return False
    return not child.ent_type_ and child.lower_ not in scene.words.lists["contact.by_phone"]
