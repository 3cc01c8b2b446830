"""Whether an event mention speaks of something that happened, is planned, proposed, called off, denied …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import (
    ancestors_within,
    auxiliaries,
    governing_verb,
    has_no,
    is_infinitive,
    is_negated,
    is_verb,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventStatus

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE = frozenset({"would", "could", "may", "might", "can", "should", "must", "'d", "’d", "ca"})
BEHIND = frozenset({"after", "following", "since", "during", "despite", "amid"})
IRREALIS = frozenset({"if", "unless", "whether", "until"})


def status_of_verb(scene: Scene, verb: Token) -> EventStatus:
    """The status of an event that a verb names, from the verb group and the verbs above it."""
    lists = scene.words.lists
    negated = is_negated(verb)
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if is_yet_to(verb):
        return "unconfirmed"
    if is_infinitive(verb):
        return status_of_infinitive(scene, verb, negated=negated)
    if negated:
        return "denied"
    if helpers & FUTURE or any(one.lower_ == "to" and one.head.lemma_ == "go" for one in auxiliaries(verb)):
        return "planned"
    if helpers & POSSIBLE:
        return "proposed" if "have" not in {one.lemma_ for one in auxiliaries(verb)} else "denied"
    if any(child.dep_ == "mark" and child.lower_ in IRREALIS for child in verb.children):
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
    if verb.tag_ == "VBG" and helpers & {"is", "are", "am", "'re", "’re", "'s", "’s"}:
        return "ongoing"
    return "happened"


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
    if head.lemma_ == "be" and is_verb(head) and any(child.dep_ in ("nsubj", "nsubjpass") for child in head.children):
        return "planned"
    found = class_of(scene, head)
    if found is None and is_verb(head) and head.lemma_ in ("go",) and head.tag_ == "VBG":
        return "planned"
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
        if lemma in lists["status.propose_verbs"]:
            if lemma == "call" and "for" not in particles:
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
    if lemma in ("ready", "due", "set", "scheduled", "expected", "slated", "poised", "prepared"):
        return "planned"
    if lemma in (
        "willing",
        "open",
        "possible",
        "likely",
        "able",
        "keen",
        "eager",
        "unlikely",
        "reluctant",
        "unwilling",
    ):
        return "proposed"
    return None


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
    for child in noun.subtree:
        if child.i >= noun.i:
            break
        for status in ("planned", "proposed", "cancelled", "unconfirmed", "ongoing"):
            if child.lower_ in lists[f"status.{status}"] and (child.head == noun or child.head.i > child.i):
                return status
    if has_no(noun):
        return "denied"
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in ("plan", "schedule", "set", "expect"):
            return "planned"
        if child.dep_ == "acl" and is_infinitive(child):
            return "planned"
    return below


def status_of_light(scene: Scene, noun: Token, verb: Token) -> EventStatus:
    """Under a light verb the verb group decides; a plan above it makes it planned."""
    found = class_of(scene, verb)
    if found is not None and not (verb.lemma_ == "set" and found == "planned" and noun.dep_ in ("nsubj",)):
        return "unconfirmed" if is_negated(verb) and found in ("planned", "proposed") else found
    status = status_of_verb(scene, verb)
    ahead = {one.lower_ for one in auxiliaries(verb)} & FUTURE
    if status == "denied" and ahead and has_definite(noun):
        return "cancelled"  # "the summit will not take place"
    if status == "happened" and verb.tag_ == "VBG" and verb.dep_ == "xcomp":
        return status_of_verb_above(scene, verb.head)
    if status == "happened" and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ == "take":
        marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod", "prep")}
        if marks & {"after", "before", "once", "when", "until"}:
            return "planned"
    return status


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
            if word in BEHIND:
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
            if word == "at" and is_agreed(scene, top.head):
                return "happened"
            if word in ("in", "at", "on", "before") and is_verb(top.head):
                above = status_of_verb(scene, top.head)
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
    return is_verb(verb) and is_infinitive(verb) and verb.head.lemma_ == "agree" and not kinds


def is_quoting(verb: Token) -> bool:
    """A verb of saying: its own tense tells nothing of the meeting it was said at."""
    return verb.lemma_ in ("say", "tell", "announce", "state", "add", "note", "write")


def status_under_verb(scene: Scene, token: Token, verb: Token) -> EventStatus:
    """The event noun is object or subject of a verb that is no light verb."""
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
