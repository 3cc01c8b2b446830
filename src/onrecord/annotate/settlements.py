"""Deals that a noun names, and talks between "the two sides": whose they are where the sentence does not say.

"A deal reached at sunrise" is one of those who talked: the document's one union and one employer, or, if all talks of
the document are of the same two, those two. Such parties are marked as inherited.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import conjoined, has_no, is_verb
from onrecord.annotate.noun_marks import is_definite
from onrecord.annotate.noun_statuses import status_of_noun
from onrecord.annotate.rounds import find_pair, has_go_between, is_numbered_round

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.antecedents import Chain
    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns
    from onrecord.vocab.lists import Role

SIDES = 2


def find_sides(scene: Scene, drafts: Sequence[Draft], stand_ins: StandIns) -> tuple[int, ...]:
    """The two sides of a document's talks; empty where it has none or more than one pair.

    Args:
        scene: The document.
        drafts: Its contacts.
        stand_ins: Its only union and only employer.
    """
    if stand_ins.union is not None and stand_ins.employer is not None:
        return (stand_ins.union, stand_ins.employer)
    pair = talking_pair(drafts)
    bodies = all(scene.actors[one].kind != "person" for one in pair)
    return pair if len(pair) == SIDES and bodies else ()


def talking_pair(drafts: Sequence[Draft]) -> tuple[int, ...]:
    """Those who hold all the talks of a document, if they are always the same."""
    pairs = {
        tuple(sorted(actor for actor, _ in draft.actors))
        for draft in drafts
        if draft.mode in ("talks", "meeting", "summit") and len(draft.actors) > 1
    }
    (pair,) = pairs if len(pairs) == 1 else ((),)
    return pair


def find_settlements(scene: Scene, used: frozenset[int], sides: tuple[int, ...]) -> list[Draft]:
    """All deals named by a noun with the verb that closes them.

    Args:
        scene: The document.
        used: Tokens that are part of other deeds.
        sides: The two sides of the document's talks.
    """
    nouns = scene.words.lists["settlement.nouns"]
    found = [
        read_settlement(scene, token, sides)
        for token in scene.parse.doc
        if token.pos_ == "NOUN" and token.lemma_.lower() in nouns and token.idx not in used
    ]
    return [draft for draft in found if draft is not None]


def read_settlement(scene: Scene, noun: Token, sides: tuple[int, ...]) -> Draft | None:
    """ "The deal between A and B was signed on Monday", "a deal reached at sunrise on Wednesday"."""
    closing = scene.words.lists["settlement.verbs"]
    verbs = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    verbs += [noun.head] if noun.dep_ == "nsubjpass" and is_verb(noun.head) else []
    verb = next((one for one in verbs if one.lemma_.lower() in closing), None)
    if verb is None or has_no(noun):
        return None
    heads = printed_sides(noun, verb)
    printed = tuple(dict.fromkeys(scene.parties(heads).actors))
    if heads and len(printed) < SIDES:
        return None
    times = merge_times(times_of_clause(scene, verb), *(times_of_clause(scene, one) for one in settings(verb)))
    actors = printed or (sides if times else ())
    if not actors:
        return None
    first, last = evidence_tokens(scene, noun, heads, verb.i)
    within = [scene.time_at[at][1] for at in range(verb.i, verb.right_edge.i + 1) if at in scene.time_at]
    return Draft(
        first=min(first, noun.left_edge.i),
        last=max(last, within[0]) if within and within[0] < verb.sent.end and not heads else last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type="AGREE",
        actors=join_roles(actors, ()),
        times=times,
        where=place_of_clause(scene, verb),
        status=status_of_noun(scene, noun, verb if noun.dep_ == "nsubjpass" else None),
        definite=is_definite(noun),
        complete=True,
        inherited=not printed,
    )


def settings(verb: Token) -> list[Token]:
    """Nouns of hours that a date may hang on ("reached at sunrise on Wednesday")."""
    return [
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in ("at", "in", "before", "after")
        for noun in child.children
        if noun.dep_ == "pobj" and noun.lower_ in ("dawn", "sunrise", "noon", "midday", "midnight", "dusk", "sunset")
    ]


def printed_sides(noun: Token, verb: Token) -> list[Token]:
    """The parties printed with a deal: "between A and B", "by A and B", "with A"."""
    return [
        one
        for top in (noun, verb)
        for prep in top.children
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("between", "among", "by", "with")
        for goal in prep.children
        if goal.dep_ == "pobj" and goal.ent_type_ not in ("DATE", "TIME")
        for one in conjoined(goal)
    ]


def fill_sides(scene: Scene, drafts: Sequence[Draft], chains: Sequence[Chain], sides: tuple[int, ...]) -> list[Draft]:
    """Give talks of nobody, dated or placed, to the two sides of the document's talks.

    Only mentions that stand alone and introduce something are filled: what refers back has its parties from there.
    """
    talking = talking_pair(drafts)
    pair = sides or (talking if len(talking) == SIDES else find_pair(scene))
    if not pair or (not sides and has_go_between(scene, pair)):
        return list(drafts)
    filled = list(drafts)
    role: Role = "participant"
    for chain in chains:
        if chain.type != "CONSULT" or chain.roles or chain.modes - {"talks", "meeting"} or not chain.modes:
            continue
        for index in chain.members:
            draft = drafts[index]
            paid = scene.parse.doc[draft.first : draft.last + 1].text.lower()
            named = any(word in paid.split() for word in scene.words.lists["labour.talks"])
            numbered = draft.mode == "talks" and is_numbered_round(scene, draft)
            known = draft.mode == "talks" or named or draft.size == SIDES
            if (draft.times or draft.where) and draft.count == 1 and (numbered or (sides and known)):
                filled[index] = replace(draft, actors=tuple((one, role) for one in pair), inherited=True, open=False)
    return filled
