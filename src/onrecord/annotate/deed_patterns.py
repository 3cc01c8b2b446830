"""How the wording of a lexicon entry fits at a verb: its object noun, its particles, and whom the deed is done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import is_person_word
from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.grammar import (
    agents,
    conjoined,
    hyphenated,
    is_infinitive,
    is_negated,
    is_passive,
    own_subjects,
    patients,
)
from onrecord.annotate.linked_objects import has_links, linked_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene

TOGETHER = ("together",)
"""The mark of entries that need two actors as their source and no target ("A and B signed a treaty")."""
PARTICLES = frozenset({"aside", "away", "back", "down", "forward", "off", "out", "over", "through", "up"})
QUESTIONS = frozenset({"whether", "if", "how", "why", "what", "who"})
APART = frozenset({"out", "off", "back", "away", "aside", "ahead", "forward"})
"""Adverbs that make another verb of the one before them, however they are parsed ("pushed out of")."""


def object_noun(verb: Token, pattern: DeedPattern) -> Token | None:
    """The object noun of a fixed phrase ("impose" + "sanction"), in the active or the passive, or after a particle."""
    links = pattern.links
    for child in verb.children:
        if child.dep_ == "xcomp" and (links == ("of",) or (child.pos_ == "VERB" and is_passive(child))):
            continue  # neither "ordered A to release …" nor "claims to have been attacked" has the noun
        if child.dep_ in ("dobj", "nsubjpass", "advmod", "acomp", "oprd", "xcomp", "dative"):
            heads = [one for head in conjoined(child) for one in (head, *measured(head))]
        elif child.dep_ in ("prep", "prt"):
            inner = [child, *(one for one in child.children if one.dep_ in ("prep", "pcomp"))]
            inner = [top for top in inner if not pattern.exact or top.lower_ in links]
            nouns = [noun for top in inner for noun in top.children if noun.dep_ == "pobj" and is_idiom(noun, links)]
            heads = [one for noun in nouns for one in (noun, *measured(noun))]
        else:
            continue
        for head in heads:
            named = child.dep_ == "dative" and head.pos_ == "PROPN"  # "offered Amber Relief the use of its port"
            single = head.lower_.removesuffix("s") if head.pos_ == "PROPN" else head.lower_  # "45,000 Marines"
            if not named and pattern.objects & {
                head.lemma_.lower(),
                head.lower_,
                hyphenated(head),
                single,
                joined(head),
            }:
                return head
    return None


def joined(head: Token) -> str:
    """A noun with the one that stands before it: "sanctions-list"."""
    before = [child.lower_ for child in head.lefts if child.dep_ == "compound" and child.i == head.i - 1]
    return "-".join([*before, head.lemma_.lower()])


def measured(head: Token) -> list[Token]:
    """What a noun of measure counts: "a series of raids", "a week of drills", "40 tonnes of flour"."""
    words = load_event_words()
    if head.lemma_.lower() not in words.lists["light.measures"]:
        return []
    preps = [child for child in head.rights if child.lower_ == "of"]
    found = [one for prep in preps for goal in prep.children if goal.dep_ == "pobj" for one in conjoined(goal)]
    return [one for one in found if one.lemma_.lower() not in words.nouns]  # "ended ten hours of talks": not the talks


def restrained_by(noun: Token) -> list[Token]:
    """Whom an order restrains ("an injunction that stops A from …", "an order barring A")."""
    clauses = [child for child in noun.rights if child.dep_ in ("relcl", "acl")]
    stopping = [one for one in clauses if one.lemma_ in load_event_words().lists["court.restraining"]]
    return [one for clause in stopping for one in patients(clause) if one != noun]


def is_idiom(noun: Token, links: tuple[str, ...]) -> bool:
    """Does a noun after a preposition belong to the verb's phrase: "put on alert", but not "seized in the port"?"""
    return noun.head.lower_ in links or not any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def targets_of(verb: Token, pattern: DeedPattern, noun: Token | None) -> list[Token]:
    """Heads of the noun phrases that the deed is done to."""
    if pattern.links == TOGETHER:
        return []
    below = complement_of(verb, pattern) if pattern.complement is not None else None
    if below is not None:
        return patients(verb) or [*patients(below), *linked_objects(below, ("with",)), *linked_objects(below, ("to",))]
    if pattern.inverse:
        return own_subjects(verb)
    if pattern.object_target:
        found = [one for one in patients(verb) if one != noun]
        return found or ([] if noun is None else linked_objects(noun, ("on",)))  # "hit back with duties on A"
    if not pattern.links or (noun is not None and set(pattern.links) <= PARTICLES):
        others = [one for one in patients(verb) if one != noun]
        if noun is None or (others and noun.dep_ not in ("dobj", "nsubjpass", "conj")):
            return others  # "shot A dead", "took A hostage"
        return restrained_by(noun) or [noun]
    found = [one for one in linked_objects(verb, pattern.links) if one != noun]
    if not found and noun is not None and noun.dep_ == "pobj":
        found = [one for one in patients(verb) if one != noun] or [
            noun
        ]  # "put A under arrest", "broke into A's network"
    if noun is not None and not found:
        found = restrained_by(noun)
    if noun is not None:
        found += [one for one in linked_objects(noun, pattern.links) if one not in found]
    if is_passive(verb) and not found and noun is None:
        return patients(verb)
    return found


def match_noun(verb: Token, pattern: DeedPattern) -> tuple[bool, Token | None]:
    """Does the entry's wording fit at a verb, and which is its object noun?"""
    noun = object_noun(verb, pattern) if pattern.objects else None
    if (
        pattern.objects
        and noun is None
        and verb.dep_ in ("relcl", "acl")
        and verb.head.lemma_.lower() in pattern.objects
    ):
        taken = verb.head in patients(verb) and (verb.dep_ == "relcl" or agents(verb))
        noun = verb.head if taken else None  # "the deal that A signed", "tabled by A"
    if pattern.objects and noun is None:
        return False, None
    if pattern.complement is not None and complement_of(verb, pattern) is None:
        return False, None
    if pattern.links == TOGETHER:
        return True, noun
    if pattern.links:
        return has_links(verb, pattern.links, noun), noun
    return bool(pattern.objects) or not any(is_particle(child, verb) for child in verb.children), noun


def complement_of(verb: Token, pattern: DeedPattern) -> Token | None:
    """The infinitive that an entry asks for ("voted to leave", "refused to sign"), if one of its verbs follows."""
    wanted = pattern.complement
    return next(
        (
            child
            for child in verb.rights
            if child.dep_ in ("xcomp", "ccomp", "advcl", "pcomp", "dobj")
            and (is_infinitive(child) or (pattern.links == ("out",) and child.tag_ == "VBG"))
            and not own_subjects(child)
            and is_negated(child) == pattern.negative
            and (not wanted or child.lemma_.lower() in wanted)
        ),
        None,
    )


def is_particle(child: Token, verb: Token) -> bool:
    """A particle that makes another verb of it ("turned down", "pushed out of")."""
    return child.dep_ == "prt" or (child.lower_ in APART and child.i == verb.i + 1)


def is_asked(verb: Token) -> bool:
    """Does a question follow ("whether", "if", "how", "why")?"""
    clauses = [child for child in verb.rights if child.dep_ in ("ccomp", "advcl")]
    return any(one.lower_ in QUESTIONS for clause in clauses for one in clause.lefts)


def is_held(scene: Scene, head: Token) -> bool:
    """Are they people, who can be let go?"""
    party = scene.party(head)
    people = any(scene.actors[one].kind in ("person", "group", "state") for one in party.actors)
    return people or party.open or is_person_word(scene, head)


def has_odd_object(scene: Scene, verb: Token, pattern: DeedPattern, noun: Token | None, heads: Sequence[Token]) -> bool:
    """Has a verb that needs no object one that is no party ("demonstrated the device", "withdrew cash from a bank")?"""
    if pattern.type == "MOBILIZE":
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child != noun and not scene.is_actor(child)]
    if verb.lemma_ == "return" and not things and noun is None and not is_passive(verb):
        return True  # "returned to the town hall": nothing was given back
    if verb.lemma_ == "release" and noun is None and heads and not any(is_held(scene, head) for head in heads):
        return True  # "released an album", "a poll was released on Friday"
    if pattern.type == "RETREAT" and pattern.links and noun is None and things:
        return True
    if pattern.intransitive:
        return bool(things) if not heads else not scene.parties(heads).actors
    if pattern.type == "ACCUSE" and pattern.official and is_asked(verb):
        return False  # "are investigating whether he fell asleep"
    return not heads and not pattern.objects and pattern.complement is None
