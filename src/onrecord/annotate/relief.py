"""Help in kind told with what was brought: "Amber Relief delivered 40 tonnes of flour to Tarsk on Wednesday".

PLOVER's AID, where somebody brings goods of relief, or saves counted people, at a time or a place. Who was helped is
seldom an actor: a town is where, not whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, conjoined, patients
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.statuses import status_of_verb
from onrecord.annotate.tolls import is_counted

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span


def find_relief(scene: Scene, used: frozenset[int]) -> list[Draft]:
    """All deliveries of relief and rescues of counted people by somebody named.

    Args:
        scene: The document.
        used: Starts of the words that are events already.
    """
    lists = scene.words.lists
    found = []
    for token in scene.parse.doc:
        agreed = token.dep_ in ("xcomp", "advcl") and token.head.lemma_ == "agree" and token.head.idx in used
        if token.pos_ != "VERB" or token.idx in used or agreed:
            continue
        lemma = token.lemma_.lower()
        things = patients(token)
        if lemma in lists["relief.bringing"] | lists["relief.offering"]:
            helped = any(is_goods(scene, one) for one in things)
        else:
            helped = lemma in lists["relief.saving"] and any(is_counted(one) for one in things)
        draft = read_relief(scene, token, things) if helped else None
        if draft is not None:
            found.append(draft)
    return found


def is_goods(scene: Scene, noun: Token) -> bool:
    """Is it a thing of relief, or an amount of it ("40 tonnes of flour")?"""
    goods = scene.words.lists["relief.goods"]
    inner = [one for child in noun.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    return any(one.lemma_.lower() in goods for head in (noun, *inner) for one in conjoined(head))


def read_relief(scene: Scene, verb: Token, things: list[Token]) -> Draft | None:
    """The delivery or rescue, if its source is an actor; a delivery must have a time or a place as well."""
    sources = agents(verb)
    source = tuple(one for one in scene.parties(sources).actors if scene.actors[one].kind != "person")
    where = place_of_clause(scene, verb) or goal_place(scene, verb)
    times = merge_times(times_of_clause(scene, verb))
    status = status_of_verb(scene, verb)
    if not source or status not in ("happened", "ongoing", "planned"):
        return None
    if verb.lemma_.lower() in scene.words.lists["relief.offering"]:
        status = "proposed" if verb.lemma_.lower() == "offer" else "planned"
    elif not (times or where) and verb.lemma_.lower() not in scene.words.lists["relief.saving"]:
        return None
    goals = [
        one for child in verb.rights if child.lower_ in ("to", "for") for one in child.children if one.dep_ == "pobj"
    ]
    goals += [child for child in verb.rights if child.dep_ == "dative" and child.pos_ in ("NOUN", "PROPN")]
    first, last = evidence_tokens(scene, verb, [*sources, *goals], max([verb.i, *(one.i for one in things)]))
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type="AID",
        actors=join_roles(source, tuple(one for one in scene.parties(goals).actors if one not in source)),
        times=times,
        where=where,
        status=status,
        complete=True,
    )


def goal_place(scene: Scene, verb: Token) -> Span | None:
    """The place that something was brought to."""
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "into", "across"):
            for goal in child.children:
                if goal.dep_ == "pobj":
                    return place_of(scene, goal.left_edge.i, goal.i)
    return None
