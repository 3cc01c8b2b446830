"""Contacts by a verb of meeting or talking: "A met B", "spoke with", "phoned", "briefed", "discussed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contact_drafts import (
    build_draft,
    enough,
    is_lapsed,
    partner_heads,
    read_done_to,
    read_object,
    skip_adverbs,
)
from onrecord.annotate.continued import order_of_verb, size_of
from onrecord.annotate.drafts import Draft, is_length
from onrecord.annotate.grammar import agents, is_passive, is_verb
from onrecord.annotate.neighbours import contact_lemma, subjects_of
from onrecord.annotate.phrases import read_after

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventMode, Role


ACTING = frozenset({"person", "state", "group", "organization"})
BY_PHONE = (
    "by phone",
    "by telephone",
    "on the phone",
    "on the telephone",
    "over the phone",
    "via phone",
    "by video",
    "via video",
    "over the telephone",
    "via telephone",
    "on a call",
)


HOURS = frozenset({"hour", "minute", "day", "evening", "night", "morning", "afternoon"})
PREPOSITIONS = frozenset({"by", "on", "with", "to", "over", "via"})
"""After a verb of speaking without a partner, what may still bring in how or with whom."""
NOT_CALLED = frozenset(
    {"for", "on", "upon", "in", "into", "off", "out", "up", "it", "to", "this", "that", "them", "attention"}
)


def by_phone(scene: Scene, verb: Token) -> bool:
    """Is a telephone named in the verb's own stretch?"""
    stop = min(verb.i + 16, verb.sent.end)
    other = next((one.i for one in scene.parse.doc[verb.i + 1 : stop] if is_other_contact(scene, one)), stop)
    text = scene.parse.doc[verb.i : other].text.lower()
    return any(phrase in text for phrase in BY_PHONE)


def is_other_contact(scene: Scene, verb: Token) -> bool:
    """Is it a verb of contact with a subject of its own ("will meet a week after their leaders talked by phone")?"""
    kinds = scene.words.verbs.get(verb.lemma_.lower(), frozenset())
    return verb.pos_ == "VERB" and bool(kinds) and any(child.dep_ == "nsubj" for child in verb.lefts)


def read_meet(scene: Scene, verb: Token) -> Draft | None:
    """ "A met B", "A met with B", "the leaders will meet in C"; not "met a deadline"."""
    if is_passive(verb):
        return read_done_to(scene, verb) if verb.lemma_ == "meet" else None
    if (verb.lemma_ == "sit" and not sits_together(verb)) or is_met_with(scene, verb):
        return None
    subjects = agents(verb)
    party = scene.parties(subjects)
    heads, objects, reading = read_object(scene, verb)
    phone = by_phone(scene, verb)
    others: tuple[tuple[int, Role], ...] = ()
    if heads:
        if not (objects.actors or objects.open) or (objects.open and heads[0].lower_ in ("it", "that", "this")):
            return None
        if verb.lemma_ not in ("meet", "convene", "gather", "consult"):
            return None
        others = tuple((actor, "participant") for actor in objects.actors)
    if not (party.actors or party.open or size_of(subjects) is not None):
        return None
    if not (others or objects.open or size_of(subjects) is not None or reading.joint or enough(scene, subjects, party)):
        return None
    if (
        not (others or reading.joint)
        and verb.lemma_ in ("gather", "dine", "lunch", "negotiate", "consult")
        and len(party.actors) < 2
    ):
        return None
    mode: EventMode | None = (
        "call" if phone else "talks" if verb.lemma_ in ("negotiate", "consult", "confer") else "meeting"
    )
    return build_draft(scene, verb, mode, subjects, reading, others=others)


def is_met_with(scene: Scene, verb: Token) -> bool:
    """ "Met with criticism from A": nobody was met."""
    goals = [one for prep in verb.rights if prep.lower_ == "with" for one in prep.children if one.dep_ == "pobj"]
    return any(one.pos_ == "NOUN" and one.lemma_.lower() in scene.words.lists["contact.reception"] for one in goals)


def sits_together(verb: Token) -> bool:
    """ "sat down", "were sitting at the table", "sat with her for an hour"."""
    preps = {child.lower_: child for child in verb.rights if child.dep_ == "prep"}
    lasting = [one for one in preps["for"].subtree if one.lemma_ in HOURS] if "for" in preps else []
    if "with" in preps and lasting:
        return True
    goals = [one.lower_ for child in verb.children if child.lower_ in ("at", "around") for one in child.children]
    return "table" in goals or any(child.lower_ == "down" for child in verb.children)


def read_speak(scene: Scene, verb: Token) -> Draft | None:
    """ "A spoke with B", "A and B talked by phone"; not to the press or an audience."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if not (party.actors or party.open or size_of(subjects) is not None) or is_passive(verb):
        return None
    phone = by_phone(scene, verb)
    at = skip_adverbs(scene, verb)
    doc = scene.parse.doc
    reading = read_after(scene, at)
    heads = partner_heads(verb)
    again = order_of_verb(verb) is not None and size_of(subjects) is not None
    if any(scene.is_press(head) for head in heads) or not (
        heads or phone or len(party.actors) > 1 or again or is_lapsed(verb)
    ):
        return None
    lasted = any(is_length(scene, doc[at], one) for one in doc[at].children)
    if not heads and not lasted and doc[at].pos_ == "ADP" and doc[at].lower_ not in PREPOSITIONS:
        return None
    kinds = {scene.actors[actor].kind for actor, _ in reading.actors}
    if reading.actors or (reading.open and heads):
        if kinds and not kinds & {"person", "state", "group"}:
            return None
    elif not (
        (len(party.actors) > 1 or size_of(subjects) is not None)
        and (phone or lasted or is_day_alone(scene, at) or at >= verb.sent.end - 1 or doc[at].is_punct or again)
    ) and not is_lapsed(verb):
        return None
    return build_draft(scene, verb, "call" if phone or goes_on_phoning(scene, verb) else None, subjects, reading)


def is_day_alone(scene: Scene, at: int) -> bool:
    """Does a time follow ("spoke Thursday"), or "on" with nothing behind the day ("spoke on Thursday, hours after")?"""
    doc = scene.parse.doc
    if at in scene.time_at or at + 1 >= len(doc):
        return at in scene.time_at
    if doc[at].lower_ != "on" or at + 1 not in scene.time_at:
        return False
    after = scene.time_at[at + 1][1] + 1
    return after >= len(doc) or after in scene.time_at or doc[after].is_punct or doc[after].lower_ in ("and", "about")


def goes_on_phoning(scene: Scene, verb: Token) -> bool:
    """ "A telephoned B and then spoke to C": the second contact is of the kind of the first."""
    text = {child.lower_ for child in verb.children}
    first = next((one for one in verb.sent if is_verb(one) and one.i < verb.i and is_phoning(scene, one)), None)
    return first is not None and "then" in text


CALLED_TO = frozenset({"congratulate", "thank", "tell", "inform", "warn", "ask", "console", "reassure"})
""" "called to congratulate B": B was called."""


def is_phoning(scene: Scene, verb: Token) -> bool:
    """Does a verb mean a call and nothing else?"""
    return verb.lemma_.lower() in ("phone", "telephone", "ring", "dial")


def read_phone(scene: Scene, verb: Token) -> Draft | None:
    """ "A called B on Monday"; not "called for", "called on", "called B a friend"."""
    doc = scene.parse.doc
    follows = doc[verb.i + 1].lower_ if verb.i + 1 < verb.sent.end else "it"
    rings_up = follows == "up" and contact_lemma(scene, verb) in ("ring", "phone", "call")
    told = next((one for one in verb.rights if one.dep_ in ("xcomp", "advcl") and one.lemma_ in CALLED_TO), verb)
    if follows in NOT_CALLED and follows != "them" and not rings_up and told is verb:
        return None
    if is_passive(verb) and contact_lemma(scene, verb) == "call":
        return None
    if verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ == "acl"):
        return None
    subjects = subjects_of(scene, verb)
    heads, objects, reading = read_object(scene, told if follows == "to" else verb)
    people = [actor for actor in objects.actors if scene.actors[actor].kind == "person"]
    if not people and contact_lemma(scene, verb) != "call":
        people = [actor for actor in objects.actors if scene.actors[actor].kind in ("organization", "state")]
    if (
        not subjects
        or not heads
        or not (scene.is_actor(subjects[0]) or scene.party(subjects[0]).actors)
        or not (people or heads[0].lower_ in ("him", "her", "me"))
    ):
        return None
    if verb.lemma_ == "call" and (is_naming(scene, verb, heads[-1]) or any(c.lower_ == "as" for c in verb.rights)):
        return None  # "called B as a witness"
    others: tuple[tuple[int, Role], ...] = tuple((actor, "participant") for actor in people)
    reading.actors = []  # "called A about a meeting with B": B was not on the line
    return build_draft(scene, verb, "call", subjects, reading, others=others)


def is_naming(scene: Scene, verb: Token, head: Token) -> bool:
    """Does a name or judgement follow the object ("called B a liar", "called him “weak”")?"""
    doc = scene.parse.doc
    after = head.i + 1
    if any(
        child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "attr") and child.tag_ != "VB"
        for child in verb.children
        if child.i > head.i
    ):
        return True
    if any(child.dep_ == "appos" and child.i > head.i + 1 and doc[head.i + 1].text != "," for child in head.children):
        return True
    if after >= verb.sent.end or after in scene.time_at or after in scene.in_time:
        return False
    follows = doc[after]
    if follows.tag_ == "POS":
        return True  # "called B's plan …"
    return bool(
        follows.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
        or follows.is_quote
        or (
            follows.tag_ in ("VBG", "RB")
            and follows.lower_
            not in (
                "again",
                "back",
                "earlier",
                "later",
                "shortly",
                "immediately",
                "afterwards",
                "late",
                "early",
                "personally",
                "right",
                "straight",
                "today",
            )
        )
    )


def read_brief(scene: Scene, verb: Token) -> Draft | None:
    """ "A briefed the council on Friday": a meeting, unless the press is told."""
    if is_passive(verb):
        return read_done_to(scene, verb)
    subjects = agents(verb)
    party = scene.parties(subjects)
    heads, objects, reading = read_object(scene, verb)
    if not (party.actors or party.open) or any(scene.is_press(head) for head in heads):
        return None
    others: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant") for actor in objects.actors if scene.actors[actor].kind in ACTING
    )
    if not others:
        return None
    return build_draft(scene, verb, "call" if by_phone(scene, verb) else "meeting", subjects, reading, others=others)


def read_tell(scene: Scene, verb: Token) -> Draft | None:
    """ "A told B by phone on Thursday that …": a call that only its channel names."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    subjects = agents(verb)
    if is_passive(verb) or not subjects or not objects or scene.is_press(objects[0]):
        return None
    stop = next((child.left_edge.i for child in verb.rights if child.dep_ == "ccomp"), verb.sent.end)
    channel = scene.parse.doc[objects[0].i + 1 : min(stop, objects[0].i + 10)].text.lower()
    near = scene.parse.doc[objects[0].i - 1 : objects[0].i + 2].text.lower()
    mutual = near.startswith("each other") or near.endswith("one another")
    party = scene.parties(subjects if mutual else objects)
    people = [actor for actor in party.actors if scene.actors[actor].kind in ("person", "state")]
    if not people or (mutual and len(people) < 2) or not any(phrase in channel for phrase in BY_PHONE):
        return None
    reading = read_after(scene, objects[0].i + 1, verb=True)
    others: tuple[tuple[int, Role], ...] = tuple((actor, "participant") for actor in people)
    return build_draft(scene, verb, "call", subjects, reading, others=others)
