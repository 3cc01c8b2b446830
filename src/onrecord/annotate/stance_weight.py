"""Is what a clause wants, asks for or looks at something to be for or against?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_verb
from onrecord.annotate.stance_words import load_stance_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_extent import Extent
    from onrecord.annotate.stance_words import CuePattern

NEWBORN = frozenset({"baby", "newborn", "twin", "daughter", "son"})
THINGS = frozenset({"it", "this", "that"})
""" "I want it to land": of a thing nobody asks anything."""


TALKING = frozenset({"refuse", "neglect", "ignore", "call", "show", "display", "focus", "talk", "obsess", "dwell"})
"""Beside what nobody weighs: what people are blamed for, and do not decide."""


def is_idle(scene: Scene, verb: Token, pattern: CuePattern, about: Extent) -> bool:
    """Does the clause tell of somebody's wishes or questions, and of no proposal?"""
    lists, doc = load_stance_words().lists, scene.parse.doc
    nouns = [one for one in verb.rights if one.dep_ in ("dobj", "nsubj", "dative")]
    nouns += [one for clause in verb.rights if clause.dep_ in ("ccomp", "xcomp") for one in clause.lefts]
    asked = [one for one in nouns if one.dep_ in ("dobj", "nsubj", "dative")]
    if verb.lemma_ == "offer" and not pattern.rest and not is_offered(scene, verb, about):
        return True  # "offers readers what they want"
    if verb.lemma_ in ("want", "wish") and doc[about.first].lemma_ in lists["evading"] | {"thank"} and not asked:
        return True  # "I want to say thank you"
    if pattern.party and is_advice(scene, about, asked):
        return True
    if pattern.party:
        if any(one.lower_ in lists["nobody"] | THINGS for one in asked[:1]):
            return True
        return verb.lemma_ == "ask" and not any(is_public(scene, one) for one in asked[:1])
    named = {one.lemma_.lower() for one in doc[about.first : about.last + 1]}
    if verb.lemma_ == "welcome" and named & NEWBORN:
        return True  # "welcomed a baby boy"
    if verb.lemma_ == "decline" and not pattern.rest and named & lists["evading"]:
        return True  # "declined requests for comment"
    if doc[about.first].lower_ == "by":
        return True  # "put forward by the director"
    if pattern.rest in (("to",), ("keen", "to"), ("eager", "to")) and verb.lemma_ in ("want", "wish", "be"):
        things = scene.parse.doc[about.first + 1 : about.last + 1]  # "wants to introduce a toll"
        known = lists["measures"] | lists["votable"] | lists["decisions"] | lists["weighable"]
        return is_private(scene, verb) or not any(one.lemma_.lower() in known for one in things)
    if verb.lemma_ in lists["seeking"] and is_private(scene, verb) and not weighs_proposal(scene, about):
        return not any(one.pos_ == "VERB" or one.like_num for one in doc[about.first : about.last + 1])
    if verb.lemma_ in lists["seeking"] and doc[about.first : about.last + 1].root.lemma_.lower() in lists["not_sought"]:
        return True
    if pattern.rest[-1:] == ("whether",):  # "declined to say whether he would sign", not "whether race played a role"
        return doc[about.first].pos_ != "PRON" and doc[about.first].lower_ != "to"
    holder = next(iter(agents(verb)), None)
    if holder is None or verb.dep_ != "relcl" or verb.head != holder:
        return False
    return any(one.lower_ in ("a", "an") for one in holder.lefts) and holder.pos_ == "NOUN"


def is_mere_talk(deed: Token) -> bool:
    """ "scoffed at him for focusing on fishing": what somebody minds or speaks of is nothing to decide on."""
    lists = load_stance_words().lists
    return deed.tag_ == "VBG" and deed.lemma_ in lists["unweighed"] | lists["unasked"] | TALKING


def is_offered(scene: Scene, verb: Token, about: Extent) -> bool:
    """What was offered once; else a sum, people that are lent, or something to decide on: no "wealth of benefits"."""
    lists, tokens = load_stance_words().lists, scene.parse.doc[about.first : about.last + 1]
    if verb.tag_ == "VBD" and not any(one.tag_ in ("WP", "WRB") for one in tokens):
        return True
    if {one.lemma_.lower() for one in tokens} & lists["offered"]:
        return True
    counted = any(one.like_num or one.lemma_.lower() in lists["lent"] for one in tokens)
    return counted or weighs_proposal(scene, about, wide=True)


def is_advice(scene: Scene, about: Extent, asked: list[Token]) -> bool:
    """ "urged residents to take shelter": what people should do for their own good."""
    lists, doc = load_stance_words().lists, scene.parse.doc
    words = f"{doc[about.first : about.last + 1].text.lower()} "
    people = bool(asked) and asked[0].lemma_.lower() in lists["warned"]
    return people and any(words.startswith(f"{one} ") for one in lists["precautions"])


def is_private(scene: Scene, verb: Token) -> bool:
    """Is who wishes a person without an office or a side ("I want a heart monitor")?"""
    wishing = [scene.actors[one] for one in scene.parties(agents(verb)).actors]
    return bool(wishing) and all(one.kind == "person" and not one.offices and one.side is None for one in wishing)


def is_public(scene: Scene, asked: Token) -> bool:
    """Is who is asked a state, a body or an office rather than somebody in the street?"""
    lists, party = load_stance_words().lists, scene.party(asked)
    named = any(scene.actors[one].kind not in ("person", "group") for one in party.actors)
    if named or asked.lemma_.lower() in lists["bodies"] | lists["sides"] | lists["lawful"]:
        return True
    return any(scene.actors[one].offices for one in party.actors)


def weighs_proposal(scene: Scene, about: Extent | None, *, wide: bool = False) -> bool:
    """Is what is looked at something to decide on, and no calendar or map? `wide`: what is judged by name as well."""
    words = load_stance_words().lists
    tokens = scene.parse.doc[about.first : about.last + 1] if about is not None else ()
    if tokens and tokens[0].tag_ == "VBG":
        return True  # "is considering lifting the ban"
    known = words["measures"] | words["offers"] | words["votable"] | words["decisions"]
    known = known | words["weighable"] if wide else known
    return any(one.lemma_.lower() in known for one in tokens)


def is_decidable(scene: Scene, about: Extent) -> bool:
    """A measure, an offer, a decision or a deed of those who govern; no "crying", no "long career"."""
    lists = load_stance_words().lists
    deeds = lists["ruling"] | lists["disposing"] | lists["owed"] | lists["declinable"]
    things = lists["offers"] | lists["votable"] | lists["decisions"] | lists["weighable"] | lists["gatherings"]
    things = things | lists["measures"] | lists["decidable"]
    tokens = scene.parse.doc[about.first : about.last + 1]
    return any(one.lemma_.lower() in (deeds if is_verb(one) else things) for one in tokens)


def is_family_matter(words: Iterable[Token]) -> bool:
    """ "would not let his nephew on the water", "take her kids to the zoo": what somebody does with his own kin."""
    kin = {noun for gender in "mfu" for noun in load_nominals()["kin"][gender]} | {"kids", "children"}
    return any(one.lower_ in kin and any(child.tag_ == "PRP$" for child in one.lefts) for one in words)
