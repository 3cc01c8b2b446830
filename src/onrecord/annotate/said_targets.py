"""Parties that go without saying: whose the offer was that is rejected, on whom "the sanctions" are.

A refusal or an accusation told without its target takes it from what it is about, as `word_targets` reads it; a
sanction takes the only state that the document tells sanctions on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_nouns import linked_nouns
from onrecord.annotate.grammar import conjoined, patients
from onrecord.annotate.word_targets import (
    OFFERED,
    both_before,
    listed_beside,
    offered_before,
    owners_of_things,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

VERBAL = frozenset({"ACCUSE", "REJECT", "SUPPORT", "AGREE", "REQUEST"})
OVER = frozenset({"on", "to", "with", "against", "at", "down", "off", "from"})
MEASURES = frozenset({"sanction", "embargo", "tariff"})
AIMED = 4
"""Words from a measure up to the verb that brings it about ("approved a round of sanctions, targeting …")."""


def fill_targets(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the targets that go without saying.

    Args:
        scene: The document.
        drafts: Its deeds, in any order.
    """
    sanctioned = find_sanctioned(scene, drafts)
    return [fill(scene, one, drafts, sanctioned) for one in drafts]


def fill(scene: Scene, draft: Draft, drafts: Sequence[Draft], sanctioned: int | None) -> Draft:
    """One draft with its target."""
    source = tuple(actor for actor, role in draft.actors if role == "source")
    if not source or len(source) < len(draft.actors):
        return draft
    if draft.type == "SANCTION" and sanctioned is not None and sanctioned not in source:
        if has_other_target(scene, draft):
            return draft
        return replace(draft, actors=(*draft.actors, (sanctioned, "target")), inherited=True)
    verb = scene.parse.doc[scene.token_at(draft.trigger.start)]
    if draft.type not in VERBAL or verb.pos_ != "VERB" or len(source) > 1:
        return draft
    heads = [*patients(verb), *prepositional(verb)]
    target = tuple(actor for head in heads for actor in (listed_beside(scene, head) or both_before(scene, head)))
    if not target and draft.type != "REQUEST":
        target = told_of(scene, draft, heads, source, drafts)
    target = without(target, source)
    if not target:
        return draft
    return replace(draft, actors=(*draft.actors, *((one, "target") for one in target)), complete=True)


def has_other_target(scene: Scene, draft: Draft) -> bool:
    """ "Imposed sanctions on two key figures": on somebody, though nobody that is known."""
    nouns = [one for one in scene.parse.doc[draft.first : draft.last + 1] if one.lemma_.lower() in MEASURES]
    preps = [one for noun in nouns for top in (noun, noun.head) for one in top.rights]
    goals = [goal for prep in preps if prep.lower_ in ("on", "against") for goal in prep.children]
    return any(goal.i not in scene.in_time for goal in goals if goal.dep_ == "pobj")


def told_of(
    scene: Scene, draft: Draft, heads: Sequence[Token], source: tuple[int, ...], drafts: Sequence[Draft]
) -> tuple[int, ...]:
    """Whose what is refused, backed or blamed is: its owner's, or whoever offered, said or did it before."""
    verb = scene.parse.doc[scene.token_at(draft.trigger.start)]
    plain = draft.type == "AGREE"
    for head in heads:
        if plain and head.lemma_.lower() not in OFFERED:
            continue  # "passed the law": nobody else's
        found = owners_of_things(scene, [head]) or offered_before(verb, head, source, drafts)
        if found:
            return found
    return ()


def prepositional(verb: Token) -> list[Token]:
    """The objects that a preposition of the verb brings in ("agreed to the offer", "turned down the bid")."""
    return [
        one
        for prep in verb.rights
        if prep.dep_ in ("prep", "prt") and prep.lower_ in OVER
        for goal in prep.children
        if goal.dep_ == "pobj"
        for one in conjoined(goal)
    ]


def aimed_at(noun: Token) -> list[Token]:
    """ "Sanctions targeting A's exports", "approved a round of sanctions on Monday, targeting A": what they hit."""
    tops = [noun, *noun.ancestors][:AIMED]
    verbs = [one for top in tops for one in top.rights if one.lower_ == "targeting" and one.i > noun.i]
    return [thing for verb in verbs[:1] for child in verb.rights if child.dep_ == "dobj" for thing in conjoined(child)]


def find_sanctioned(scene: Scene, drafts: Sequence[Draft]) -> int | None:
    """The only state on which the document tells sanctions."""
    found = {actor for one in drafts if one.type == "SANCTION" for actor, role in one.actors if role == "target"}
    for noun in scene.parse.doc:
        if noun.pos_ == "NOUN" and noun.lemma_.lower() in MEASURES:
            heads = [*linked_nouns(noun, "on"), *linked_nouns(noun, "against")]
            hit = aimed_at(noun)
            found |= set(scene.parties(heads).actors) | set(scene.parties(hit).actors or owners_of_things(scene, hit))
    named = {one for one in found if scene.actors[one].named}
    states = {one for one in named if scene.actors[one].kind == "state"}
    return states.pop() if len(states) == 1 and len(named) == 1 else None
