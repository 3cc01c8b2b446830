"""Whether an event mention speaks of something that happened, is planned, proposed, called off, denied …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.courtesies import is_performed
from onrecord.annotate.grammar import auxiliaries, governing_verb, is_infinitive, is_negated, is_verb
from onrecord.annotate.relatives import (
    ancestors_within,
    answered_by,
    asked_by_preposition,
    called_for,
    first_to,
    goes_on_with_if,
    plan_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventStatus

BEHIND = frozenset({"after", "following", "since", "during", "despite", "amid"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE = frozenset({"would", "could", "may", "might", "can", "should", "must", "'d", "’d", "ca"})
ANY = frozenset({"any", "whatever", "whichever"})
CLAIMS = frozenset({"claim", "suggestion", "report", "allegation", "rumour", "rumor", "notion", "assertion"})
"""Nouns after which "that" brings in what is told, not what is sought."""
SUBJECTS = ("nsubj", "nsubjpass")
MINDED = frozenset(
    ("ready", "willing", "open", "possible", "likely", "able", "keen", "eager", "unlikely", "reluctant", "unwilling")
)
IRREALIS = frozenset({"if", "unless", "whether", "until"})


def status_of_verb(scene: Scene, verb: Token) -> EventStatus:
    """The status of an event that a verb names, from the verb group and the verbs above it."""
    lists = scene.words.lists
    negated = is_negated(verb)
    helpers = helping(verb)
    if is_yet_to(verb):
        return "unconfirmed"
    if is_voted(verb):
        return "planned"
    if is_infinitive(verb):
        return "happened" if is_performed(verb) else status_of_infinitive(scene, verb, negated=negated)
    if negated:
        return "denied"
    if verb.dep_ == "relcl" and verb.head.lemma_ not in CLAIMS and any(one.lower_ in ANY for one in verb.head.lefts):
        return "proposed"  # "supports any effort that brings A and B to the table"
    if helpers & FUTURE or any(one.lower_ == "to" and one.head.lemma_ == "go" for one in auxiliaries(verb)):
        return "planned"
    if is_told_ahead(scene, verb):
        return "planned"
    if helpers & POSSIBLE:
        return "proposed" if "have" not in {one.lemma_ for one in auxiliaries(verb)} else "denied"
    irreal = any(child.dep_ == "mark" and child.lower_ in IRREALIS - told_past(verb) for child in verb.children)
    if irreal or goes_on_with_if(verb):
        return "proposed"
    if any(child.lower_ in lists["status.hedges"] for child in verb.children):
        return "unconfirmed"
    above = denied_above(scene, verb)
    if above is not None:
        return above
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "xcomp", "dobj", "pobj", "advcl", "conj"):
        return status_of_gerund(scene, verb)
    if verb.tag_ == "VB" and not helpers & {"do", "did", "does"} and verb.dep_ in ("ccomp", "xcomp"):
        return "proposed"  # a bare subjunctive: "urged that they meet"
    if (
        verb.tag_ == "VBN"
        and any(child.lower_ == "be" and child.tag_ == "VB" for child in verb.children)
        and not helpers - {"be"}
    ):
        return "proposed"  # "recommended that A be charged"
    if verb.tag_ == "VBP" and verb.dep_ == "ccomp" and verb.head.lemma_ in lists["status.subjunctive"]:
        return "proposed"  # "proposed that both sides postpone the drills"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "am", "'re", "’re", "'s", "’s"}:
        return "ongoing"
    return "happened"


def helping(verb: Token) -> set[str]:
    """The auxiliaries of a verb; the "'d" of "she'd spoken" is "had", that of "she'd speak" is "would"."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    return helpers - {"'d", "’d"} if verb.tag_ == "VBN" and not helpers & {"have", "be"} else helpers


def is_told_ahead(scene: Scene, verb: Token) -> bool:
    """ "Said it would deploy troops": the future of a report in the past, unless it hangs on a condition."""
    helpers = helping(verb)
    if not helpers & {"would", "'d", "’d"} or "have" in helpers or "had" in helpers:
        return False
    clause = verb
    while clause.dep_ == "conj" and is_verb(clause.head):
        clause = clause.head
    head = clause.head
    told = clause.dep_ == "ccomp" and head.tag_ in ("VBD", "VBN") and head.lemma_ in scene.words.lists["status.telling"]
    marks = {grand.lower_ for child in (*verb.children, *clause.children) for grand in child.children}
    return told and not marks & {"if", "unless", "were"}


def is_voted(verb: Token) -> bool:
    """ "Voted to strike": decided, and not done by the vote as "voted to approve" is."""
    stopping = verb.lemma_ in ("strike", "walk", "stop", "down", "picket")
    return stopping and verb.head.lemma_ == "vote" and is_infinitive(verb)


def told_past(verb: Token) -> frozenset[str]:
    """ "Until he dropped out on Monday": told in the past, it came to pass; "until they meet" lies ahead."""
    return frozenset({"until"}) if verb.tag_ == "VBD" and governed_by_past(verb) else frozenset()


def governed_by_past(verb: Token) -> bool:
    """Is the verb above told in the past too?"""
    above = governing_verb(verb)
    return above is not None and above.tag_ == "VBD" and not is_negated(above)


def is_yet_to(verb: Token) -> bool:
    """ "has yet to confirm"."""
    head = verb.head
    return (
        is_infinitive(verb)
        and head.lemma_ in ("have", "be")
        and any(child.lower_ == "yet" for child in (*head.children, *verb.children))
    )


def denied_above(scene: Scene, verb: Token) -> EventStatus | None:
    """Is the clause what somebody denies, or only a condition or possibility?"""
    for top in ancestors_within(verb, 3):
        if verb.dep_ == "conj" and top == verb.head and verb.tag_ == top.tag_:
            continue  # "denied it and refused to go"
        if top.lemma_ in scene.words.lists["status.deny_verbs"] and verb.dep_ in (
            "ccomp",
            "pcomp",
            "xcomp",
            "dobj",
            "conj",
        ):
            return "denied"
        if top.lemma_ in ("confirm", "verify") and is_negated(top):
            return "unconfirmed"
        if not is_verb(top):
            break
    return None


def status_of_gerund(scene: Scene, verb: Token) -> EventStatus:
    """ "after meeting X" happened; "considering visiting Y", "including visiting each other" lie ahead."""
    head = verb.head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        if head.lower_ in BEHIND or head.lower_ in ("by", "in", "for", "of", "while", "on", "upon"):
            top = head.head
            if head.lower_ in ("for", "of", "with") and top.lemma_ in scene.words.lists["light.alleging"]:
                return "unconfirmed"  # "accused A of breaking the truce"
            found = class_of(scene, top)
            return found if found is not None and head.lower_ in ("for", "of", "in", "on") else "happened"
        if head.lower_ == "to":
            return class_of(scene, head.head) or "proposed"  # "looks forward to working with A"
        if head.lower_ in ("before", "without", "about", "against", "instead"):
            return "proposed" if head.lower_ != "before" else "happened"
        if head.lower_ == "including":
            above = governing_verb(head)
            return status_of_verb_above(scene, above) if above is not None else "happened"
    if is_verb(head):
        beside = verb.dep_ == "advcl" and any(child.dep_ == "mark" for child in verb.children) is False
        return status_of_verb(scene, head) if beside and verb.i < head.i else status_of_verb_above(scene, head)
    return class_of(scene, head) or "happened"


def status_of_verb_above(scene: Scene, verb: Token) -> EventStatus:
    """What a verb says of the event below it: planned by "arrange", proposed by "urge", else its own status."""
    own = class_of(scene, verb)
    if own in ("planned", "proposed") and is_negated(verb):
        return "unconfirmed"
    if own is not None:
        return own
    if verb.head != verb and verb.dep_ in ("xcomp", "conj") and is_verb(verb.head):
        above = class_of(scene, verb.head) if verb.dep_ == "xcomp" else None
        if above is not None:
            return above
    return status_of_verb(scene, verb)


def status_of_infinitive(scene: Scene, verb: Token, *, negated: bool) -> EventStatus:
    """ "agreed to meet" is planned, "wants to meet" proposed, "travelled to Y to meet" happened if the travel did."""
    head: Token = verb.head
    first = first_to(verb)
    if first is not None and not negated:
        return status_of_verb(scene, first)  # "was the first to call"
    unreal = head.tag_ in ("VBD", "VBN") and any(one.lemma_ == "have" for one in auxiliaries(verb))
    if unreal and head.lemma_ in ("be", "suppose", "schedule", "expect", "mean", "due"):
        return "cancelled"  # "were to have met", "was supposed to have opened"
    while verb.dep_ == "conj" and is_verb(head) and head.head != head:
        verb, head = head, head.head
    if head == verb:
        return "planned"  # a headline: "X to meet Y"
    if (
        verb.dep_ in ("ccomp", "ROOT")
        and any(child.dep_ == "nsubj" for child in verb.children)
        and not is_object_asked(scene, verb)
    ):
        return "planned"
    if answered_by(verb) and head.tag_ == "VBD" and not negated and not is_negated(head):
        return "happened"  # "A's answer was to recall its envoy"
    if is_verb(head) and verb.dep_ == "advcl" and not asked_by_preposition(head, verb) and called_for(head, verb):
        return "proposed"  # "joined those calling for A to resign"
    placed = head.tag_ == "VBD" and any(
        child.dep_ == "prep" and child.lower_ in ("at", "in") for child in head.children
    )
    if head.lemma_ == "be" and is_verb(head) and not placed and any(child.dep_ in SUBJECTS for child in head.children):
        return "planned"  # not "was at the palace to have lunch with A"
    found = class_of(scene, head)
    if found is None and is_verb(head) and head.lemma_ in ("go",) and head.tag_ == "VBG":
        return "planned"
    if found is None and plan_before(verb) & (scene.words.lists["status.plan_nouns"] - {"deal", "agreement", "pact"}):
        return "planned"  # "unveiled a plan on Monday to raise tariffs"
    if found is not None:
        if negated or (is_verb(head) and (is_negated(head) or head.lemma_ in scene.words.lists["status.refuse_verbs"])):
            return "unconfirmed" if found == "planned" else "proposed"
        return found
    if is_verb(head):
        above = status_of_verb(scene, head)
        purpose = verb.dep_ == "advcl" and head.tag_ in ("VBD", "VBN")
        if above != "happened" or purpose or head.lemma_ in scene.words.lists["status.implying"]:
            return above  # "flew to A to meet B", "managed to meet B"
    return "proposed"


def is_object_asked(scene: Scene, verb: Token) -> bool:
    """ "asked A to meet B" parsed as a clause with A as its subject."""
    return is_verb(verb.head) and verb.head.lemma_ in scene.words.lists["light.object_control"] | {
        "plan",
        "like",
        "need",
    }


def is_called_for(verb: Token) -> bool:
    """ "Called for A to resign", with "for" hung on what is called for."""
    return any(
        child.dep_ == "mark" and child.lower_ == "for" and is_infinitive(clause)
        for clause in verb.rights
        if is_verb(clause)
        for child in clause.lefts
    )


def convenes(scene: Scene, call: Token) -> bool:
    """ "Called an emergency meeting", and not "called for one" or "called the meeting a farce"."""
    things = [one for one in call.rights if one.dep_ == "dobj" and one.lemma_.lower() in scene.words.nouns]
    named = any(one.dep_ in ("oprd", "attr", "ccomp", "xcomp") for one in call.children)
    definite = any(one.lower_ in ("the", "it", "this", "that") for thing in things for one in thing.lefts)
    return bool(things) and not named and not definite


def class_of(scene: Scene, head: Token) -> EventStatus | None:
    """What class of planning, proposing or cancelling word a head is, if any."""
    lists, lemma = scene.words.lists, head.lemma_.lower()
    if is_verb(head):
        particles = {child.lower_ for child in head.children if child.dep_ in ("prt", "advmod", "prep")}
        if lemma in lists["status.cancel_verbs"] or any(
            f"{lemma} {one}" in lists["status.cancel_phrases"] for one in particles
        ):
            return "cancelled"
        if lemma in lists["status.plan_verbs"]:
            return (
                None
                if lemma == "set"
                and "up" not in particles
                and not any(c.lemma_ in ("date", "time", "for") for c in head.children)
                and head.tag_ not in ("VBN",)
                else "planned"
            )
        if lemma == "call" and convenes(scene, head):
            return None if head.tag_ == "VBD" and "for" not in particles else "planned"
        if lemma in lists["status.propose_verbs"]:
            if lemma == "call" and not particles & {"for", "on", "upon"} and not is_called_for(head):
                return None
            return "proposed"
        if lemma in lists["status.deny_verbs"]:
            return "denied"
        return None
    if lemma in lists["status.plan_nouns"]:
        return "planned"
    if lemma in lists["status.propose_nouns"]:
        return "proposed"
    if lemma in ("cancellation", "postponement", "collapse"):
        return "cancelled"
    if lemma in ("due", "set", "scheduled", "expected", "slated", "poised", "prepared"):
        return "planned"
    if lemma in MINDED:
        return "proposed"
    return None
