"""Contacts told by where and how parties came together: at the table, through a mediator, side by side, by a call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.contact_drafts import build_draft
from onrecord.annotate.grammar import agents, conjoined, is_infinitive, is_passive, is_verb, own_subjects
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.neighbours import near_subjects
from onrecord.annotate.phrases import Reading, read_after

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

TABLES = frozenset({"negotiating", "bargaining", "conference", "peace", "talks", "mediation"})
SEATED = frozenset(
    {"return", "come", "get", "go", "sit", "be", "bring", "call", "meet", "gather", "force", "drag", "urge"}
)
BRINGING = frozenset({"bring", "get", "call", "force", "drag", "coax", "lure", "pull", "push"})
BESIDE = frozenset({"together", "jointly"})
SIDES = 2


def find_gatherings(scene: Scene) -> list[Draft]:
    """All contacts that the words around a table, a mediator or a joint appearance tell."""
    found: list[Draft | None] = []
    for token in scene.parse.doc:
        lemma = token.lemma_.lower()
        if lemma == "table" and token.pos_ == "NOUN":
            found.append(read_table(scene, token))
        elif token.pos_ != "VERB":
            continue
        elif lemma in ("bring", "get"):
            found.append(read_brought(scene, token))
        elif lemma in ("mediate", "shuttle", "arbitrate"):
            found.append(read_mediated(scene, token))
        elif lemma == "call":
            found.append(read_called_on(scene, token))
        elif lemma in ("appear", "face", "brief", "address"):
            found.append(read_beside(scene, token))
    return [draft for draft in found if draft is not None]


def read_table(scene: Scene, table: Token) -> Draft | None:
    """ "A and B return to the negotiating table on Monday", "was back at the table with A"."""
    doc, prep = scene.parse.doc, table.head
    kinds = {child.lower_ for child in table.lefts}
    if table.dep_ != "pobj" or prep.lower_ not in ("to", "at", "around", "round") or kinds & {"a", "an", "his", "her"}:
        return None
    verb = prep.head if prep.head.pos_ != "ADV" else prep.head.head
    before = doc[prep.i - 1]
    mistagged = before.lower_ in ("return", "returns") and before.pos_ == "NOUN"
    if mistagged:
        verb = before
    if not (mistagged or is_verb(verb)) or verb.lemma_.lower() not in SEATED:
        return None
    if not kinds & TABLES and not (prep.lower_ == "to" and verb.lemma_ in ("return", "come", "get", "go", "bring")):
        return None
    subjects = near_subjects(scene, verb) if mistagged else agents(verb)
    brought = [child for child in verb.rights if child.dep_ == "dobj"] if verb.lemma_ in BRINGING else []
    subjects = [one for head in brought for one in conjoined(head)] or subjects
    if not scene.parties(subjects).actors or (is_passive(verb) and not mistagged):
        return None
    draft = build_draft(scene, verb, "talks", subjects, read_after(scene, table.i + 1, verb=True), last_trigger=table)
    timetable = draft.status == "happened" and bool(draft.times) and verb.tag_ not in ("VBD", "VBN", "VBG")
    return replace(draft, status="planned") if timetable else draft


def read_brought(scene: Scene, verb: Token) -> Draft | None:
    """ "A brought B and C together in D": a meeting that A hosts."""
    objects = [one for child in verb.rights if child.dep_ == "dobj" for one in conjoined(child)]
    near = verb.doc[verb.i + 1 : min(verb.i + 14, verb.sent.end)]
    party = scene.parties(objects)
    if not any(one.lower_ == "together" for one in near) or len(party.actors) < SIDES or is_passive(verb):
        return None
    last = next(one.i for one in near if one.lower_ == "together")
    reading = read_after(scene, max(last, objects[-1].i) + 1, verb=True)
    role: Role = "participant"
    others = tuple((actor, role) for actor in party.actors)
    draft = build_draft(scene, verb, "meeting", agents(verb), reading, others=others, subject_role="host")
    return draft if draft.times or draft.where else None  # "his call to bring both camps together"


def read_mediated(scene: Scene, verb: Token) -> Draft | None:
    """ "A mediated between B and C", "envoys shuttled between B and C": contacts through a third party."""
    sides = linked_objects(verb, ("between",))
    party = scene.parties(sides)
    subjects = agents(verb)
    if len(party.actors) < SIDES or is_passive(verb) or not scene.parties(subjects).actors:
        return None
    reading = read_after(scene, sides[-1].i + 1, verb=True)
    role: Role = "participant"
    others = tuple((actor, role) for actor in party.actors)
    return build_draft(scene, verb, "third-party", subjects, reading, others=others, subject_role="mediator")


def is_call_on(verb: Token) -> bool:
    """ "Called on A" with nothing that A is called on to do."""
    goals = [child for child in verb.rights if child.lower_ in ("on", "upon")]
    asked = any(is_verb(child) and is_infinitive(child) for one in (verb, *goals) for child in one.subtree)
    wanted = any(child.lower_ in ("for", "to") and child.i > verb.i for child in verb.children)
    return bool(goals) and not asked and not wanted


def read_called_on(scene: Scene, verb: Token) -> Draft | None:
    """ "The ambassador called on A on Monday": a visit of one person to another."""
    if is_passive(verb) or not is_call_on(verb):
        return None
    hosts = [one for one in linked_objects(verb, ("on",)) if one.i not in scene.in_time]
    persons = [one for one in scene.parties(hosts).actors if scene.actors[one].kind == "person"]
    subjects = agents(verb)
    callers = [one for one in scene.parties(subjects).actors if scene.actors[one].kind == "person"]
    if len(persons) != 1 or len(callers) != 1 or persons == callers:
        return None
    reading = read_after(scene, hosts[0].i + 1, verb=True)
    role: Role = "participant"
    draft = build_draft(scene, verb, "meeting", subjects, reading, others=((persons[0], role),))
    return draft if draft.times or draft.where else None


def read_beside(scene: Scene, verb: Token) -> Draft | None:
    """ "A and B appeared together before reporters", "A faced the press jointly with B"."""
    subjects = own_subjects(verb)
    heads = [one for head in subjects for one in conjoined(head)]
    party = scene.parties(heads)
    if not any(child.lower_ in BESIDE for child in verb.subtree if child.i - verb.i < 6) or is_passive(verb):
        return None
    people = [one for one in party.actors if scene.actors[one].kind == "person"]
    if len(people) < SIDES:
        return None
    return build_draft(scene, verb, "meeting", heads, read_after(scene, verb.i + 1, verb=True))


def read_discuss(scene: Scene, verb: Token) -> Draft | None:
    """ "A and B discussed C", "A discussed C with B": a contact of open mode, most often one already named."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if is_passive(verb) or not (party.actors or party.open):
        return None
    if any(child.dep_ == "dobj" and child.tag_ == "PRP" for child in verb.children):
        return None  # "not authorised to discuss it"
    partners = [
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "with"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    partners = [noun for noun in partners if scene.party(noun).actors and not scene.is_press(noun)]
    joint = len(party.actors) > 1 or party.plural or any(scene.actors[actor].kind == "group" for actor in party.actors)
    if not partners and not joint:
        return None
    reading = Reading(last=verb.i)
    for noun in partners:
        reading.add(scene.party(noun).actors, "participant", noun.i)
        reading.joint = True
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    if objects:
        reading.last = max(reading.last, objects[0].i)
    return build_draft(scene, verb, None, subjects, reading, light=not partners)
