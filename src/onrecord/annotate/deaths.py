"""Deaths told without their cause in an article of one act of violence: "Ada Osk was killed on Tuesday".

How somebody died is told once, and then taken as known. So a killing by nobody is an event of PLOVER's ASSAULT where
the article tells of violence elsewhere and of no accident: a named person killed on a day is the target; of people who
are only counted, the article's only place of violence is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import join_roles
from onrecord.annotate.deed_sources import MAIN
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, times_of_clause
from onrecord.annotate.grammar import agents, is_negated, is_passive, patients
from onrecord.annotate.statuses import status_of_verb
from onrecord.annotate.tolls import is_counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

KILLED = frozenset({"kill", "murder", "slay", "wound", "injure"})
FATAL = frozenset({"kill", "murder", "slay"})


def find_deaths(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """All deaths of an article of violence that none of its events tells yet.

    Args:
        scene: The document.
        drafts: The deeds and tolls found in it.
    """
    if any(one.lemma_.lower() in scene.words.lists["deeds.accidents"] for one in scene.parse.doc):
        return []
    used = {at for one in drafts for at in range(one.trigger.start, one.trigger.end)}
    found = []
    for token in scene.parse.doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in KILLED and token.idx not in used:
            draft = read_death(scene, token, drafts)
            if draft is not None:
                found.append(draft)
    return found


def read_death(scene: Scene, verb: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The event of one verb in the passive."""
    if not is_passive(verb) or agents(verb) or is_negated(verb) or verb.dep_ not in MAIN:
        return None
    victims, times = patients(verb), merge_times(times_of_clause(scene, verb))
    if not victims or status_of_verb(scene, verb) != "happened":
        return None
    struck = scene.parties(victims).actors
    named = bool(struck) and all(scene.actors[one].named and scene.actors[one].kind == "person" for one in struck)
    if named and times and verb.lemma_ in FATAL and tells_of_violence(scene):
        target = struck
    else:
        place = only_place(scene, verb, times, drafts)
        target = (place,) if place is not None and any(is_counted(one) for one in victims) else ()
    if not target:
        return None
    first, last = evidence_tokens(scene, verb, victims, verb.i)
    return Draft(
        first=min(first, victims[0].left_edge.i),
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower() if target == struck else "attack",
        type="ASSAULT",
        actors=join_roles((), target),
        times=times,
        definite=target != struck,
        complete=True,
        inherited=target != struck,
    )


def tells_of_violence(scene: Scene) -> bool:
    """Does the article name what kills people by somebody's hand?"""
    violent = scene.words.lists["violence"] | {"shoot", "stab", "murder", "murderer", "killer", "gun"}
    return any(one.lemma_.lower() in violent for one in scene.parse.doc if one.pos_ in ("NOUN", "VERB"))


def only_place(scene: Scene, verb: Token, times: tuple[int, ...], drafts: Sequence[Draft]) -> int | None:
    """The one place that all violence of the article struck, unless the sentence has a place or a day of its own."""
    deeds = [one for one in drafts if one.type == "ASSAULT" and one.status == "happened" and not one.light]
    hit = {actor for one in deeds for actor, role in one.actors if role == "target"}
    places = [one for one in hit if scene.actors[one].kind in ("place", "state")]
    if len(places) != 1:
        return None
    place = places[0]
    deeds = [one for one in deeds if place in dict(one.actors)]
    values = {scene.times[at].value for at in times}
    days = {scene.times[at].value for one in deeds for at in one.times}
    if scene.actors[place].kind != "place" or (values and not values & days):
        return None
    others = {
        actor
        for token in verb.sent
        for index in scene.mention_at.get(token.i, ())
        if (actor := scene.mentions[index].actor) is not None and scene.actors[actor].kind in ("place", "state")
    }
    return place if others <= {place} else None
