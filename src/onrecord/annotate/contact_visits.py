"""Contacts by a verb of visiting, travelling, inviting or receiving: "A visited B", "flew to", "hosted"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.contact_drafts import (
    PURPOSE,
    build_draft,
    goal_of,
    purpose_of,
    read_object,
    skip_adverbs,
    state_gone_to,
)
from onrecord.annotate.deed_parties import is_person_word
from onrecord.annotate.drafts import MUTUAL, Draft, place_of_clause
from onrecord.annotate.grammar import agents, is_passive, logical_subjects, own_subjects, patients
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.phrase_lists import nominal_end
from onrecord.annotate.phrases import PLACES, Reading, read_after
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.scenes import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import Role

SEATS = frozenset(
    {"palace", "residence", "home", "house", "ranch", "estate", "office", "capital", "chancellery", "villa"}
)
"""Where a host receives."""
SCENES = frozenset({"site", "scene", "memorial", "survivor", "victim"})
"""What is visited because of what happened there."""


def read_visit(scene: Scene, verb: Token) -> Draft | None:
    """ "A visited Borduria", "visiting each other's countries"; a state visited is the host."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if is_passive(verb) or not (party.actors or party.open):
        return None
    if party.actors and not any(scene.actors[actor].kind in ("person", "group", "state") for actor in party.actors):
        return None
    doc = scene.parse.doc
    end = nominal_end(doc, verb.i + 1, verb.sent.end, scene)
    if is_when_visited(verb):
        return read_when(scene, verb, subjects)
    if end < 0 or verb.i + 1 in scene.time_at:
        return None
    mutual = "each other" in doc[verb.i + 1 : end + 1].text.lower()
    heads, objects, reading = read_object(scene, verb)
    place = visited(scene, verb, end) or place_beside(scene, verb)
    hosts = tuple(
        (actor, host_role(scene, actor))
        for actor in objects.actors
        if scene.actors[actor].kind in ("person", "state", "group") and not metonym(scene, heads)
    )
    beside = (
        verb.lemma_ == "tour" and reading.joint and any(scene.actors[one].kind == "person" for one, _ in reading.actors)
    )
    known = objects.actors or any(is_person_word(scene, head) for head in heads)
    official = not known and any(scene.actors[one].offices for one in party.actors)
    if place is None and not hosts and not mutual and not beside and not official:
        return None
    reading.last = max(reading.last, end)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=hosts, where=place)
    news = draft.times or any(head.lemma_.lower() in SCENES for head in heads)
    if official and not (place or hosts or mutual or beside) and not (news and draft.status == "happened"):
        return None  # of a place without a name, only what an office-holder did on a day is news
    return replace(draft, word=MUTUAL, where=None) if mutual else draft


def is_when_visited(verb: Token) -> bool:
    """ "When she visited in November": of a place or host that the words around it tell."""
    when = any(child.lower_ in ("when", "while", "as") for child in verb.lefts)
    return when and verb.dep_ == "advcl" and not any(child.dep_ in ("dobj", "ccomp") for child in verb.rights)


def read_when(scene: Scene, verb: Token, subjects: list[Token]) -> Draft | None:
    """ "B treated her well when she visited in November": a visit of hers to B, if the clause has two persons."""
    told = verb.head
    heads = [*agents(told), *patients(told)]
    people = [one for one in scene.parties(heads).actors if scene.actors[one].kind == "person"]
    own = [one for one in scene.parties(subjects).actors if scene.actors[one].kind == "person"]
    hosts = [one for one in people if one not in own]
    if len(own) != 1 or len(hosts) != 1:
        return None
    reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
    others: tuple[tuple[int, Role], ...] = ((hosts[0], "participant"),)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=others)
    return draft if draft.times and draft.status == "happened" else None


def visited(scene: Scene, verb: Token, end: int) -> Span | None:
    """The place that is visited; of "the flooded town of Tarsk", the town's name."""
    doc = scene.parse.doc
    if doc[end + 1 : end + 2].text.lower() == "of" and end + 2 < verb.sent.end:
        inner = nominal_end(doc, end + 2, verb.sent.end, scene)
        named = place_of(scene, end + 2, inner) if inner >= 0 else None
        if named is not None:
            return named
        if inner >= 0 and doc[inner].pos_ == "PROPN" and place_of(scene, verb.i + 1, end) is not None:
            first = verb.i + 2 if doc[verb.i + 1].pos_ == "DET" else verb.i + 1
            return scene.parse.span_of(doc[first], doc[inner])
    return place_of(scene, verb.i + 1, end) or unknown_name(scene, verb, end)


def place_beside(scene: Scene, verb: Token) -> Span | None:
    """Where what is visited lies ("visited the dam in Arland", "a bridge near Tarsk")."""
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.pos_ == "NOUN"]
    preps = [one for thing in things for one in (*thing.rights, *verb.rights) if one.lower_ in PLACES]
    goals = [goal for prep in preps for goal in prep.children if goal.dep_ == "pobj" and goal.i not in scene.in_time]
    return next((place for one in goals if (place := place_of(scene, one.left_edge.i, one.i)) is not None), None)


def unknown_name(scene: Scene, verb: Token, end: int) -> Span | None:
    """A name that is nobody's, as the object of a visit: a place that no list knows ("visited Hask on Tuesday")."""
    doc = scene.parse.doc
    if doc[end + 1 : end + 2].text.lower() == "of" and end + 2 < verb.sent.end:
        end = nominal_end(doc, end + 2, verb.sent.end, scene)  # "the village of Hask"
    first = end
    while first > verb.i + 1 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    name = doc[first : end + 1]
    bare = first == verb.i + 1 or doc[first - 1].lower_ == "of"
    if end <= verb.i or not bare or any(token.pos_ != "PROPN" or token.i in scene.in_time for token in name):
        return None
    known = any(
        scene.mentions[index].actor is not None for token in name for index in scene.mention_at.get(token.i, ())
    )
    person = any(token.ent_type_ == "PERSON" for token in name)
    return None if known or person else scene.parse.span_of(doc[first], doc[end])


def host_role(scene: Scene, actor: int) -> Role:
    """A state that is visited is the host; a person takes part."""
    return "host" if scene.actors[actor].kind == "state" else "participant"


def metonym(scene: Scene, heads: list[Token]) -> bool:
    """Does a town stand for its government where the text means the town ("visited Tarsk")?"""
    return any(scene.mentions[index].form == "metonym" for head in heads for index in scene.mention_at.get(head.i, ()))


def read_travel(scene: Scene, verb: Token) -> Draft | None:
    """ "A travelled to B", unless it was in order to meet: then the meeting carries the place."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    people = [actor for actor in party.actors if scene.actors[actor].kind in ("person", "group")]
    if not people or verb.lemma_ not in ("travel", "fly", "journey", "arrive", "go", "land") or is_passive(verb):
        return None
    place = goal_of(scene, verb)
    if verb.lemma_ == "land" and not any(scene.actors[one].offices for one in people):
        return None  # passengers land too
    if verb.lemma_ == "go" and place is not None and not is_town(scene, place):
        return None  # "went to the White House lawn"
    if place is None or any(child.dep_ in PURPOSE and names_contact(scene, child) for child in verb.children):
        return None
    reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
    host = state_gone_to(scene, people, place)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=host, where=place)
    # "The president goes to Tarsk on Friday": the simple present of travel is a timetable.
    ahead = draft.status == "happened" and verb.tag_ in ("VBZ", "VBP")
    return replace(draft, status="planned") if ahead else draft


def is_town(scene: Scene, place: Span) -> bool:
    """Is a place a town, a state or a region by name?"""
    span = scene.parse.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return False
    named = any(
        scene.actors[actor].kind in ("place", "state")
        for token in span
        for index in scene.mention_at.get(token.i, ())
        if (actor := scene.mentions[index].actor) is not None
    )
    return named or any(token.ent_type_ == "GPE" for token in span)


def names_contact(scene: Scene, verb: Token) -> bool:
    """Does the infinitive name a contact itself ("to meet", "to hold talks")?"""
    kinds = scene.words.verbs.get(verb.lemma_.lower(), frozenset())
    nouns = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "pobj")}
    return bool(kinds - {"travel", "discuss"}) or any(noun in scene.words.nouns for noun in nouns)


def read_invite(scene: Scene, verb: Token) -> Draft | None:
    """ "A invited B to Tarsk in May": a visit that is proposed; the inviter is the host."""
    subjects = agents(verb)
    guests = own_subjects(verb) if is_passive(verb) else [child for child in verb.rights if child.dep_ == "dobj"]
    people: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant")
        for actor in scene.parties(guests).actors
        if scene.actors[actor].kind in ("person", "group", "state")
    )
    place = goal_of(scene, verb)
    several = any(head.i in scene.mention_at and is_plural(head) for head in guests)
    if (place is None and not goes_to_seat(scene, verb)) or not (people or several):
        return None
    if not (scene.parties(subjects).actors or scene.parties(subjects).open):
        return None
    reading = Reading(last=verb.i)
    if guests:
        after = guests[-1].right_edge.i + 1 if place is None else skip_to(scene, guests[-1].i + 1, place)
        reading = read_after(scene, after, verb=True)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=people, subject_role="host", where=place)
    happened = draft.status == "happened"
    return replace(draft, where=place, status="proposed" if happened else draft.status)


def goes_to_seat(scene: Scene, verb: Token) -> bool:
    """ "Invited B to the palace", "to his ranch": a house of the host's, or a bare name that is a town's."""
    goals = linked_objects(verb, ("to",))
    if any(one.tag_ == "NNP" and not list(one.lefts) and not scene.is_press(one) for one in goals):
        return True  # "to Tarsk", whatever the parser takes the name for
    return any(
        one.lemma_.lower() in SEATS and any(child.pos_ in ("DET", "PRON") for child in one.lefts) for one in goals
    )


def read_see(scene: Scene, verb: Token) -> Draft | None:
    """ "A saw B in Tarsk on Monday", "after seeing her in Tarsk", "flew to Tarsk to see B": a meeting of two persons.

    A glimpse ("saw B leave", "saw B at the game") is none: the words must have a town, or an errand above them.
    """
    guests = [child for child in verb.rights if child.dep_ == "dobj"]
    if is_passive(verb) or len(guests) != 1 or any(child.dep_ in ("ccomp", "xcomp", "oprd") for child in verb.children):
        return None
    subjects = agents(verb)
    heads, objects, reading = read_object(scene, verb)
    hosts = [one for one in scene.parties(subjects).actors if scene.actors[one].kind == "person"]
    people = [one for one in objects.actors if scene.actors[one].kind == "person"]
    where = reading.where or goal_of(scene, verb) or place_of_clause(scene, verb)
    errand = purpose_of(scene, verb) is not None
    if not heads or not hosts or not people or set(hosts) & set(people):
        return None
    draft = build_draft(scene, verb, "meeting", subjects, reading, others=tuple((one, "participant") for one in people))
    set_ahead = draft.status == "planned" and bool(draft.times)  # "will see B on Saturday"
    if not (errand or set_ahead) and (where is None or not is_town(scene, where)):
        return None
    return draft


def read_expected(scene: Scene, verb: Token) -> Draft | None:
    """ "A is expected in Tarsk on Sunday", "B is due in Tarsk": a visit that is planned."""
    subjects = own_subjects(verb)
    people = [one for one in scene.parties(subjects).actors if scene.actors[one].kind == "person"]
    if not people or not is_passive(verb) or any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return None
    place = goal_of(scene, verb)
    if place is None or not is_town(scene, place):
        return None
    reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
    draft = build_draft(scene, verb, "visit", subjects, reading, where=place)
    return replace(draft, status="planned") if draft.status == "happened" else draft


def skip_to(scene: Scene, at: int, place: Span) -> int:
    """Index of the first token after a place, where it stands near after a token; else that token."""
    doc = scene.parse.doc
    for step in range(at, min(at + 8, len(doc))):
        if doc[step].idx + len(doc[step]) >= place.end:
            return step + 1
    return at


def read_receive(scene: Scene, verb: Token) -> Draft | None:
    """ "A hosted B", "A welcomed B at C"; the subject is the host."""
    passive = is_passive(verb)
    subjects = agents(verb)
    if passive:
        guests = [head for head in logical_subjects(verb) if head.i < verb.i]
        reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
        objects = scene.parties(guests)
    else:
        guests, objects, reading = read_object(scene, verb)
    people: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant")
        for actor in objects.actors
        if scene.actors[actor].kind in ("person", "group") or (guests and guests[0].pos_ == "NOUN")
    )
    if not scene.parties(subjects).actors or not people or not guests or guests[0].i not in scene.mention_at:
        return None  # "welcomed B's decision"
    where = reading.where or goal_of(scene, verb) or place_of_clause(scene, verb)
    if verb.lemma_ not in ("host", "receive") and where is None:
        return None
    things = (child for child in verb.rights if child.dep_ == "dobj" and child.i not in scene.mention_at)
    greeted = passive and all(
        scene.actors[one].kind == "person" for one in (*objects.actors, *scene.parties(subjects).actors)
    )
    if where is None and verb.lemma_ == "receive" and not greeted and (passive or any(things)):
        return None  # "received a letter from B"
    return build_draft(scene, verb, "meeting", subjects, reading, others=people, subject_role="host", where=where)
