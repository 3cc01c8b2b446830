"""The status of an event that a noun names, from the words before it and the verb or noun above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.drafts import times_of_clause
from onrecord.annotate.grammar import (
    auxiliaries,
    governing_verb,
    has_no,
    is_infinitive,
    is_negated,
    is_verb,
)
from onrecord.annotate.noun_plans import plan_clauses, status_of_plan
from onrecord.annotate.relatives import ancestors_within
from onrecord.annotate.statuses import BEHIND, FUTURE, class_of, denied_above, status_of_verb, status_of_verb_above

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventStatus

HELD_AT = BEHIND | {"at", "in", "under", "throughout", "within"}
"""Before "the meeting" these take it as held."""
ACCOUNTS = frozenset(
    {"account", "readout", "transcript", "recording", "record", "summary", "version", "outcome", "result"}
)
"""What there is only of a contact that has been."""
OPENING = frozenset({"open", "begin", "start", "resume", "convene", "reconvene"})
ARRANGING = frozenset({"announce", "plan", "arrange", "prepare", "agree", "schedule", "set", "expect"})
"""In the past perfect passive these tell what came before a contact."""
JUDGING = frozenset({"call", "describe", "characterize", "characterise", "recall", "remember"})
"""Verbs that tell how a contact was."""


def status_of_noun(scene: Scene, noun: Token, light: Token | None) -> EventStatus:
    """The status of an event that a noun names.

    Args:
        scene: The document.
        noun: The event noun.
        light: The verb that holds it ("held talks", "the call took place"), if any.
    """
    lists = scene.words.lists
    below = status_of_light(scene, noun, light) if light is not None else status_of_governed(scene, noun)
    if below == "cancelled":
        return below  # "the planned visit was called off"
    if below == "denied" and light is not None and noun.dep_ in ("nsubj", "nsubjpass") and is_planned(scene, noun):
        return "cancelled"  # "a planned call did not take place"
    for child in noun.subtree:
        if child.i >= noun.i:
            break
        for status in ("planned", "proposed", "cancelled", "unconfirmed", "ongoing"):
            if child.lower_ in lists[f"status.{status}"] and (child.head == noun or child.head.i > child.i):
                return status
    if has_no(noun):
        return "denied"
    plan = status_of_plan(scene, noun)
    if plan is not None:
        return plan
    for child in noun.children:
        if child.dep_ == "acl" and is_infinitive(child):
            return "planned"
        if child.dep_ == "acl" and child.tag_ == "VBN" and class_of(scene, child) == "cancelled":
            return "cancelled"  # "Talks with A put off"
    if below == "happened" and any(one.dep_ == "relcl" and is_on_timetable(scene, one) for one in noun.subtree):
        return "planned"  # "the summit of A and B, which opens on Thursday"
    return below


def is_untold(noun: Token, light: Token | None) -> bool:
    """Do the words leave it to what was said before whether it has been ("welcomed the meeting", "the call's aims")?"""
    if not has_definite(noun):
        return False
    if light is not None:
        said = light.dep_ == "ccomp" and light.lemma_ == "be" and any(one.dep_ == "acomp" for one in light.rights)
        return said or (light.tag_ == "VBZ" and light.lemma_ in ("come", "follow", "mark"))
    below = noun
    for top in ancestors_within(noun, 6):
        if top.dep_ == "prep" or top.pos_ == "ADP":
            if top.lower_ in HELD_AT:
                return False
        elif is_verb(top):
            judged = top.lemma_ in JUDGING or (top.lemma_ == "be" and below.dep_ == "nsubj" and top.dep_ != "ccomp")
            return not judged and (below.dep_ != "nsubj" or top.lemma_ == "be")
        elif top.lemma_.lower() in ACCOUNTS:
            return False
        below = top
    return True


def is_arranged(noun: Token) -> bool:
    """ "The meeting had been announced last week": told in the past perfect of what has been by now, it may be."""
    verb = noun.head
    before = any(child.lower_ in ("had", "'d", "’d") and child.dep_ == "aux" for child in verb.lefts)
    return noun.dep_ == "nsubjpass" and before and verb.lemma_ in ARRANGING and has_definite(noun)


def is_planned(scene: Scene, noun: Token) -> bool:
    """Do the words before or right after a noun say that it was planned ("a planned call", "the talks set for May")?"""
    planned = scene.words.lists["status.planned"]
    invited = any(child.dep_ == "relcl" and child.lemma_ == "invite" for child in noun.rights)
    return invited or any(child.lower_ in planned for child in noun.lefts) or bool(plan_clauses(noun))


def status_of_light(scene: Scene, noun: Token, verb: Token) -> EventStatus:
    """Under a light verb the verb group decides; a plan above it makes it planned."""
    found = class_of(scene, verb)
    if found in ("planned", "proposed") and denied_above(scene, verb) == "denied":
        return "denied"  # "denied that she had ordered the attack"
    if found is not None and not (verb.lemma_ == "set" and found == "planned" and noun.dep_ in ("nsubj",)):
        return "unconfirmed" if is_negated(verb) and found in ("planned", "proposed") else found
    status = status_of_verb(scene, verb)
    ahead = {one.lower_ for one in auxiliaries(verb)} & FUTURE
    if status == "denied" and ahead and has_definite(noun):
        return "cancelled"  # "the summit will not take place"
    if status == "happened" and verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return status_of_verb_above(scene, verb.head)
    if status == "happened" and is_on_timetable(scene, verb):
        return "planned"
    if status == "happened" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "take":
        marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod", "prep")}
        if marks & {"after", "before", "once", "when", "until"}:
            return "planned"
    return status


def is_on_timetable(scene: Scene, verb: Token) -> bool:
    """ "The summit opens on Thursday": the simple present with a day tells what is to be."""
    bare = verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in OPENING and not auxiliaries(verb)
    days = [scene.times[one] for one in times_of_clause(scene, verb)] if bare else []
    return any(one.tense != "past" for one in days)


def status_of_governed(scene: Scene, noun: Token) -> EventStatus:
    """A noun under other words: "arrangements for a meeting", "following his call", "ahead of a summit"."""
    token, setting = noun, False
    for top in ancestors_within(noun, 6):
        if top.dep_ == "prep" or top.pos_ == "ADP":
            word = top.lower_
            before = top.doc[top.i - 1] if top.i else top
            printed = (
                class_of(scene, before)
                if word in ("for", "of", "to", "on", "about") and before.pos_ == "NOUN" and before != top.head
                else None
            )
            if printed is not None:
                return printed  # "began the arrangements for a meeting" with "for" hung on the verb
            if word in BEHIND | {"under"}:  # "will get more under a deal reached on Monday"
                return "happened"
            if word in ("of", "to", "for", "in") and top.head.lower_ in (
                "ahead",
                "advance",
                "up",
                "lead-up",
                "run-up",
                "eve",
            ):
                return "planned"
            if word in ("at", "over", "during") and is_agreed(scene, top.head):
                return "happened"
            if word in ("in", "at", "on", "before") and is_verb(top.head):
                above = status_of_verb(scene, top.head)
                if above == "denied" and {one.lower_ for one in auxiliaries(top.head)} & FUTURE:
                    return "planned"  # "will not meet at the summit"
                return above if above in ("planned", "proposed") and not is_quoting(top.head) else "happened"
            token, setting = top, word in ("at", "from")
            continue
        if is_verb(top):
            return status_under_verb(scene, token, top)
        found = class_of(scene, top)
        if found in ("planned", "proposed") and has_no(top):
            return "unconfirmed"  # "no deal on a meeting"
        if found is not None and not setting and not (top.dep_ == "conj" and token.dep_ != "prep"):
            verb = governing_verb(top)
            if (
                found in ("planned", "proposed")
                and verb is not None
                and is_negated(verb)
                and verb.lemma_ in ("announce", "confirm", "commit", "give", "set")
            ):
                return found
            return found
        if has_definite(noun) and top.pos_ == "NOUN":
            return "happened"  # "details of the call": what is said of the details says nothing of the call
        token = top
    return "happened"


def is_agreed(scene: Scene, verb: Token) -> bool:
    """ "agree to free sailors at talks": what is agreed lies ahead, the talks at which it was agreed do not."""
    kinds = scene.words.verbs.get(verb.lemma_.lower(), frozenset())
    if verb.lemma_ == "agree" and verb.tag_ in ("VBD", "VBN"):
        return True  # "over dinner, A and B agreed to reopen the bridge"
    return is_verb(verb) and is_infinitive(verb) and verb.head.lemma_ == "agree" and not kinds


def is_quoting(verb: Token) -> bool:
    """A verb of saying: its own tense tells nothing of the meeting it was said at."""
    return verb.lemma_ in ("say", "tell", "announce", "state", "add", "note", "write")


def status_under_verb(scene: Scene, token: Token, verb: Token) -> EventStatus:
    """The event noun is object or subject of a verb that is no light verb."""
    if token.lower_ == "with" and verb.lemma_ == "do" and is_infinitive(verb) and verb.head.pos_ != "VERB":
        return "happened"  # "had nothing to do with the meeting"
    if verb.lemma_ in ("talk", "play") and any(one.lower_ in ("up", "down") for one in verb.rights):
        return "proposed"  # "talked up a meeting with A"
    found = class_of(scene, verb)
    if found is not None and token.dep_ in ("dobj", "nsubjpass", "prep", "conj", "pobj", "xcomp", "ccomp", "dative"):
        if (
            verb.lemma_ in ("announce", "confirm", "accept", "offer", "discuss", "support", "back")
            and token.dep_ == "dobj"
            and has_definite(token)
        ):
            return "happened"
        if verb.lemma_ in scene.words.lists["status.deny_verbs"] and has_definite(token):
            return "happened"
        if found in ("planned", "proposed") and is_negated(verb):
            return "unconfirmed"
        return found
    status = status_of_verb(scene, verb)
    if status in ("planned", "proposed") and token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "prep"):
        return status
    if is_infinitive(verb) or verb.tag_ == "VBG":
        above = (
            status_of_verb_above(scene, verb.head) if is_verb(verb.head) and verb.dep_ in ("xcomp", "pcomp") else None
        )
        if above in ("planned", "proposed", "cancelled"):
            return above
    return "happened" if status in ("denied", "unconfirmed") and has_definite(token) else status


def has_definite(noun: Token) -> bool:
    """Does "the", "that", a possessive or a time stand before the noun?"""
    return any(
        child.lower_ in ("the", "this", "that", "these", "those")
        or (child.dep_ == "poss" and not any(one.lower_ in ("a", "an") for one in child.lefts))
        for child in noun.children
    )
