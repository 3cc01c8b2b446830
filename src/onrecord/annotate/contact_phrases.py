"""Contacts that a fixed phrase names: "was on the phone to A", "spent three hours with A", "told her on Monday"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.contact_drafts import build_draft, partner_heads
from onrecord.annotate.contact_gatherings import find_gatherings
from onrecord.annotate.drafts import TOLD
from onrecord.annotate.grammar import agents, is_passive
from onrecord.annotate.phrases import read_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

LINES = frozenset({"phone", "telephone", "line"})
LENGTHS = frozenset({"hour", "minute", "day", "night", "afternoon", "evening"})


def find_phrase_contacts(scene: Scene) -> list[Draft]:
    """All contacts named by a phrase around a verb that is none of contact itself."""
    readers: dict[str, Callable[[Scene, Token], Draft | None]] = {
        "be": read_on_phone, "get": read_on_phone, "spend": read_spend, "tell": read_told,
    }  # fmt: skip
    drafts = []
    for token in scene.parse.doc:
        read = readers.get(token.lemma_.lower())
        draft = read(scene, token) if read is not None and token.pos_ in ("VERB", "AUX") else None
        if draft is not None:
            drafts.append(draft)
    return drafts + find_gatherings(scene)


def read_on_phone(scene: Scene, verb: Token) -> Draft | None:
    """ "A was on the phone to B on Friday", "A got on the phone with B", "A and B were on the line for an hour"."""
    line = next(
        (
            noun
            for prep in verb.children
            if prep.dep_ == "prep" and prep.lower_ == "on"
            for noun in prep.children
            if noun.dep_ == "pobj" and noun.lower_ in LINES
        ),
        None,
    )
    after = scene.parse.doc[line.i + 1 : line.i + 2].text.lower() if line is not None else ""
    subjects = agents(verb)
    party = scene.parties(subjects)
    together = len(party.actors) > 1 and line is not None and after not in ("to", "with")
    if line is None or not party.actors or not (together or after in ("to", "with")):
        return None
    reading = read_after(scene, line.i + 1, verb=together)
    if not (reading.actors or together):
        return None
    return build_draft(scene, verb, "call", subjects, reading, last_trigger=line)


def read_spend(scene: Scene, verb: Token) -> Draft | None:
    """ "A spent three hours with B", "negotiators of A and B spent an hour in the town hall"."""
    length = next((one for one in verb.rights if one.dep_ in ("dobj", "npadvmod") and one.lemma_ in LENGTHS), None)
    if length is None or is_passive(verb):
        return None
    subjects = agents(verb)
    party = scene.parties(subjects)
    reading = read_after(scene, length.i + 1, verb=True)
    sent = any(head.lemma_.lower() == "negotiator" for head in subjects) and len(party.actors) > 1
    partners = [head for head in partner_heads(verb) if scene.is_press(head)]
    if partners or not party.actors or not (sent or (reading.joint and reading.actors)):
        return None
    people = [one for one, _ in reading.actors if scene.actors[one].kind == "person"]
    if not sent and not people:
        return None
    return build_draft(scene, verb, "talks" if sent else "meeting", subjects, reading, last_trigger=length)


def read_told(scene: Scene, verb: Token) -> Draft | None:
    """ "A had told her on Monday that …": a talk of the two that a later "the conversation" may mean, and no more."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    subjects = agents(verb)
    if is_passive(verb) or len(subjects) != 1 or len(objects) != 1 or scene.is_press(objects[0]):
        return None
    heads = [scene.party(subjects[0]).actors, scene.party(objects[0]).actors]
    if any(len(one) != 1 or scene.actors[one[0]].kind != "person" for one in heads) or heads[0] == heads[1]:
        return None
    reading = read_after(scene, objects[0].i + 1, verb=True)
    if not reading.times:
        return None
    role: Role = "participant"
    draft = build_draft(scene, verb, None, subjects, reading, others=((heads[1][0], role),), told=True)
    return replace(draft, word=TOLD) if draft.status == "happened" else None
