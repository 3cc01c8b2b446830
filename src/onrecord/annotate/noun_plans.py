"""The relative clause that says when and where a contact was to be: "talks that were to have opened in A on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.drafts import place_of_clause, times_of_clause
from onrecord.annotate.grammar import auxiliaries, is_infinitive, is_verb
from onrecord.annotate.statuses import class_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventStatus

PLANNING = frozenset({"plan", "schedule", "set", "expect", "suppose", "mean", "slate", "announce", "promise", "invite"})
HELD = frozenset({"open", "begin", "start", "end", "conclude", "finish", "resume", "close", "run", "take"})
RELATIVES = frozenset({"that", "which"})


def plan_clauses(noun: Token) -> list[Token]:
    """The verbs of the clauses that say what a contact was to be; empty where none does.

    A clause may hang on the noun itself or, by the parse, on the last noun of its complement.
    """
    below = [noun, *(one for prep in noun.rights if prep.dep_ == "prep" for one in prep.children)]
    found: list[Token] = []
    for clause in (child for one in below for child in one.rights if child.dep_ in ("relcl", "acl")):
        if clause.dep_ == "relcl" and not any(child.lower_ in RELATIVES for child in clause.lefts):
            continue
        ahead = [child for child in clause.rights if child.dep_ == "xcomp" and is_infinitive(child)]
        if clause.lemma_ in PLANNING or (clause.lemma_ == "be" and ahead):
            found += [clause, *ahead]
    ahead = [one for one in noun.head.rights if one.dep_ == "xcomp" and is_infinitive(one)]
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and ahead:
        found += [noun.head, *ahead]  # "the talks were to have begun on Monday"
    return found


def held_clauses(noun: Token) -> list[Token]:
    """The relative clause that says when a contact was held ("talks with A, which opened in Tarsk on Tuesday")."""
    below = [noun, *(one for prep in noun.rights if prep.dep_ == "prep" for one in prep.children)]
    return [
        child
        for one in below
        for child in one.rights
        if child.dep_ == "relcl"
        and child.lemma_ in HELD
        and child.tag_ in ("VBD", "VBN")
        and any(word.lower_ in RELATIVES and word.dep_ == "nsubj" for word in child.lefts)
    ]


def read_plan(scene: Scene, noun: Token) -> tuple[list[int], Span | None]:
    """When and where a contact was to be, or was, by its clause."""
    verbs = plan_clauses(noun) or held_clauses(noun)
    times = [time for verb in verbs for time in times_of_clause(scene, verb)]
    places = (place_of_clause(scene, verb) for verb in reversed(verbs))
    return times, next((place for place in places if place is not None), None)


def status_of_plan(scene: Scene, noun: Token) -> EventStatus | None:
    """Planned; cancelled where the clause says that it did not come ("was to have opened", "… and was put off")."""
    verbs = plan_clauses(noun)
    if not verbs:
        return None
    for verb in verbs:
        unreal = is_infinitive(verb) and any(one.lemma_ == "have" for one in auxiliaries(verb))
        dropped = any(class_of(scene, one) == "cancelled" for one in verb.conjuncts if is_verb(one) and one.i > verb.i)
        if (unreal and verb.head.tag_ in ("VBD", "VBN")) or dropped:
            return "cancelled"
    return "planned"
