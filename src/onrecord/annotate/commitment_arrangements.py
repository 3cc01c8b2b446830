"""Arrangements begun, forecasts with a date: "began setting up a meeting", "expected progress within two weeks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import Promise, clause_end
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import agents, auxiliaries, is_negated, logical_subjects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

FIRST = frozenset({"i", "we"})
OWN = FIRST | {"he", "she", "it", "they"}


def find_arranging(scene: Scene, verb: Token) -> Promise | None:
    """ "began the arrangements for a meeting", "is arranging a meeting", "began setting up a meeting"."""
    words = load_commitment_words()
    if is_negated(verb) or verb.dep_ in ("amod", "acl", "relcl"):
        return None
    below = list(verb.children)
    nouns = [
        one
        for child in below
        for one in (child, *child.children)
        if one.lemma_ in words["arrangements"] and one.dep_ in ("dobj", "pobj")
    ]
    begun = (
        verb.lemma_ in words["starting"]
        and verb.tag_ in ("VBD", "VBN", "VBZ", "VBP")
        and any(one.lemma_ == "arrangement" for one in nouns)
    )
    setting = (
        verb.tag_ == "VBG"
        and verb.lemma_ == "set"
        and any(child.lower_ == "up" for child in below)
        and verb.head.lemma_ in words["starting"]
    )
    arranging = (
        verb.lemma_ == "arrange" and verb.tag_ == "VBG" and (verb.head.lemma_ in words["starting"] or auxiliaries(verb))
    )
    to_arrange = verb.lemma_ == "arrange" and verb.tag_ == "VB" and verb.head.lemma_ in words["starting"] | {"move"}
    if not (begun or setting or arranging or to_arrange):
        return None
    subjects = logical_subjects(verb)
    held = scene.parties(subjects).actors
    if not held:
        statement = scene.statement_at(verb.idx, verb.idx + len(verb))
        source = scene.statements[statement].source.actor if statement is not None else None
        held = (source,) if source is not None else ()
    start = verb.head.i if (setting or arranging or to_arrange) and verb.head.i < verb.i else verb.i
    return Promise(start, clause_end(scene, verb.i, through_commas=True), verb, held[:1]) if held else None


def find_forecast(scene: Scene, verb: Token) -> Promise | None:
    """ "he expected progress within two weeks"."""
    if verb.lemma_ not in load_commitment_words()["expecting"] or is_negated(verb) or verb.tag_ in ("VB", "VBG"):
        return None
    if verb.dep_ == "relcl" or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return None  # "a fight that it expects to last"
    held = scene.parties(agents(verb)).actors
    subjects = agents(verb)
    if not held or verb.lemma_ == "hope" or subjects[0].lemma_.lower() in load_commitment_words()["onlookers"]:
        return None
    if of_another(scene, verb, held, subjects):
        return None
    first = subjects[0].left_edge.i if 0 < verb.i - subjects[0].left_edge.i < 12 else verb.i
    return Promise(first, clause_end(scene, verb.i), verb, held[:1], needs_time=True)


def of_another(scene: Scene, verb: Token, held: tuple[int, ...], subjects: Sequence[Token]) -> bool:
    """ "The minister expects the union to leave", "prices to fall": what others will do is not his to promise."""
    below = [child for child in verb.rights if child.dep_ in ("ccomp", "xcomp")]
    doers = [one for clause in below for one in clause.children if one.dep_ in ("nsubj", "nsubjpass")]
    doers += [one for one in verb.rights if one.dep_ == "dobj" and below]
    first = any(one.lower_ in FIRST for one in subjects)  # "I expect it will come down"
    own = any(one.lower_ in (FIRST if first else OWN) for one in doers) or set(scene.parties(doers).actors) & set(held)
    return bool(doers) and not own
