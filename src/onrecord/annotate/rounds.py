"""Rounds of talks that are told without their parties: "the fifth round opened on Tuesday".

Whose talks they are goes without saying where the document has two ministers of two states, or two states, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_verb
from onrecord.annotate.noun_marks import order_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalOffice

ROUND = "round"
PAIR = 2
REACH = 3
"""Tokens before "talks" in which "round of" stands."""
TALKS = frozenset({"talk", "negotiation", "consultation", "mediation"})
OTHERS = frozenset(
    {
        "election", "vote", "voting", "runoff", "run-off", "ballot", "match", "tournament", "cup", "funding", "boxing",
        "candidate", "investor", "golf", "playoff", "league", "applause", "draft",
    }
)  # fmt: skip
"""Words of documents whose rounds may be others than of talks."""
MINISTERS = frozenset({"minister", "secretary"})
BETWEEN = frozenset({"mediator", "intermediary", "facilitator", "broker", "host"})
HOSTING = frozenset({"mediate", "broker", "invite", "host", "convene", "facilitate", "bring"})
"""What a go-between does: he is no side of the talks."""
SIDES = frozenset({"side", "party", "delegation", "talk", "negotiation", "round"})


def is_round_of_talks(scene: Scene, noun: Token) -> bool:
    """ "The third round", told by its number in a document about talks and nothing else that goes in rounds."""
    if noun.lemma_.lower() != ROUND or noun.tag_ != "NN" or order_of(scene, noun) is None:
        return False
    if noun.dep_ in ("compound", "nmod") or any(child.lower_ == "of" for child in noun.rights):
        return False
    words = {token.lemma_.lower() for token in scene.parse.doc}
    return bool(words & TALKS) and not words & OTHERS


def is_numbered_round(scene: Scene, draft: Draft) -> bool:
    """Is it one of a row of rounds, by its number: "a fifth round of talks", "the next round"?"""
    at = scene.token_at(draft.trigger.end - 1)
    near = {token.lower_ for token in scene.parse.doc[max(0, at - REACH) : at + 1]}
    return draft.order is not None and ROUND in near


def find_pair(scene: Scene) -> tuple[int, ...]:
    """The document's only two ministers, of its only two states, or those states; empty where there is a third."""
    told = {one.actor for one in scene.mentions}
    actors = [(index, one) for index, one in enumerate(scene.actors) if index in told]
    states = [index for index, one in actors if one.kind == "state"]
    if len(states) != PAIR:
        return ()
    people = [(index, one) for index, one in actors if one.kind == "person" and is_minister(one.offices)]
    names = {scene.actors[index].name for index in states}
    both = len(people) == PAIR and {one.side for _, one in people} == names
    return tuple(index for index, _ in people) if both else tuple(states)


def has_go_between(scene: Scene, pair: Sequence[int]) -> bool:
    """Is one of two a mediator or host ("A invited both sides to a fourth round"), himself or for his state?"""
    names = {scene.actors[one].name for one in pair}
    sides = {index for index, one in enumerate(scene.actors) if index in pair or one.side in names}
    if any(BETWEEN & set(office.title.lower().split()) for one in sides for office in scene.actors[one].offices):
        return True
    for verb in scene.parse.doc:
        if verb.lemma_ not in HOSTING or not is_verb(verb):
            continue
        objects = [child.lemma_.lower() for child in verb.rights if child.dep_ == "dobj"]
        if SIDES & set(objects) and sides & set(scene.parties(agents(verb)).actors):
            return True
    return False


def is_minister(offices: Sequence[LocalOffice]) -> bool:
    """Does somebody hold an office of the kind that negotiates?"""
    return any(MINISTERS & set(one.title.lower().split()) for one in offices)
