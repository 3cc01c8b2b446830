"""What befalls somebody without a verb of its own ("A is under siege"), and what reopens or shuts by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import by_phrase, join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import conjoined, is_negated, is_passive, own_subjects
from onrecord.annotate.statuses import status_of_verb
from onrecord.annotate.tolls import actor_of_place, find_struck

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventType

BEING = frozenset({"be", "remain", "stay", "come", "keep"})
"""Verbs that only say that it is, or began to be, so."""
FROM = frozenset({"from"})
MATTER = frozenset({"for", "over"})
"""Prepositions behind which stands what somebody is blamed for."""


def find_standing(scene: Scene, used: frozenset[int]) -> list[Draft]:
    """All states that are events: under arrest, siege, fire or investigation, in custody.

    Args:
        scene: The document.
        used: Places of the words that are events already.
    """
    found = [read_standing(scene, token) for token in scene.parse.doc if token.dep_ == "pobj" and token.idx not in used]
    found += [read_itself(scene, token) for token in scene.parse.doc if token.pos_ == "VERB" and token.idx not in used]
    return [draft for draft in found if draft is not None]


def read_standing(scene: Scene, noun: Token) -> Draft | None:
    """The event of one noun after "under" or "in", with the subject of its verb as the one it befalls."""
    type_ = scene.words.standing.get(f"{noun.head.lower_} {noun.lemma_.lower()}")
    verb = noun.head.head
    if type_ is None or verb.lemma_ not in BEING or is_negated(verb):
        return None
    heads = [one for subject in own_subjects(verb) for one in conjoined(subject)]
    target = scene.parties(heads).actors
    if not target or not all(scene.actors[one].named for one in target):
        return None
    by = by_phrase(noun) or below(verb, noun, FROM)
    type_ = fire_of_words(scene, noun, verb, target, by) if type_ == "ASSAULT" else type_
    if type_ is None:
        return None
    source = tuple(one for one in scene.parties(by).actors if one not in target)
    status = status_of_verb(scene, verb)
    if status != "happened":
        return None
    first, last = evidence_tokens(scene, verb, [*heads, *by], noun.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(noun.head, noun),
        word=f"{noun.head.lower_} {noun.lemma_.lower()}",
        type=type_,
        actors=join_roles(source, target),
        times=merge_times(times_of_clause(scene, verb), times_of_clause(scene, noun)),
        where=place_of_clause(scene, verb),
        status="happened" if verb.tag_ in ("VBD", "VBN") else "ongoing",
        complete=True,
    )


def fire_of_words(scene: Scene, noun: Token, verb: Token, target: tuple[int, ...], by: list[Token]) -> EventType | None:
    """ "Came under fire for his remarks": blamed, not shot at; what of a person or body may be either is left out."""
    if below(verb, noun, MATTER):
        return "ACCUSE"
    struck = any(scene.actors[one].kind not in ("person", "organization") for one in target)
    armed = scene.words.lists["armed"]
    words = {word.lower() for one in scene.parties(by).actors for word in scene.actors[one].name.split()}
    words |= {one.lemma_.lower() for one in by}
    if struck or any(one in armed or one.removesuffix("s") in armed for one in words):
        return "ASSAULT"
    if any(scene.actors[one].kind == "state" for one in scene.parties(by).actors):
        return None
    return "ACCUSE" if words else None


def below(verb: Token, noun: Token, links: frozenset[str]) -> list[Token]:
    """What a preposition brings in behind the words of a state, wherever the parser hung it."""
    preps = [one for top in (verb, noun.head, noun) for one in top.rights if one.lower_ in links and one.i > noun.i]
    return [goal for prep in preps for goal in prep.children for goal in conjoined(goal) if goal.dep_ != "punct"]


def read_itself(scene: Scene, verb: Token) -> Draft | None:
    """ "The crossing at Tarsk reopened on Monday": a public place and when, with the town as the one it befalls."""
    type_ = scene.words.itself.get(verb.lemma_.lower())
    heads = own_subjects(verb)
    if type_ is None or is_passive(verb) or not heads or any(child.dep_ in ("dobj", "prt") for child in verb.children):
        return None
    if not all(one.lemma_.lower() in scene.words.lists["deeds.premises"] for one in heads):
        return None
    where = find_struck(scene, [*heads, verb])
    place = None if where is None else actor_of_place(scene, where)
    times, status = merge_times(times_of_clause(scene, verb)), status_of_verb(scene, verb)
    if place is None or not times or status not in ("happened", "planned"):
        return None
    first, last = evidence_tokens(scene, verb, heads, verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type=type_,
        actors=join_roles((), (place,)),
        times=times,
        where=where,
        status=status,
        complete=True,
    )
