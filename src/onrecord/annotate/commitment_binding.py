"""Verbs that bind their subject to what follows: "agreed to exchange lists", "plans a visit", "vowed to fight on"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import Promise, clause_end, clause_start
from onrecord.annotate.commitment_words import load_commitment_words, load_nominal
from onrecord.annotate.grammar import agents, auxiliaries, governing_verb, has_no, is_negated, is_verb
from onrecord.annotate.own_bodies import find_both, find_centre, find_it
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

FIRST = frozenset({"i", "we"})
NEAR = 12
"""Tokens from the subject of a clause to its verb."""
PRESENT = frozenset({"VBZ", "VBP"})
UNSURE = frozenset({"could", "may", "might", "should", "would", "must", "to", "can"})
CERTAIN = frozenset({"the", "this", "these", "that", "those", "every", "all", "both"})


def find_binding(scene: Scene, verb: Token) -> Promise | None:
    """ "agreed to exchange lists", "plans to", "planned visits", "promised that …"."""
    words = load_commitment_words()
    if verb.lemma_ not in words["binding"] or is_negated(verb) or verb.tag_ == "VB":
        return None
    vowing = verb.tag_ == "VBG" and verb.lemma_ in words["vowing"] and verb.dep_ in ("advcl", "acl", "conj")
    going_on = (
        verb.tag_ == "VBG"
        and verb.lemma_ not in ("aim", "decide", "agree")
        and any(one.lemma_ == "be" and one.tag_ in PRESENT for one in auxiliaries(verb))
    )
    if not (vowing or going_on) and (verb.tag_ == "VBG" or verb.dep_ in ("amod", "acl")):
        return None
    target = None if is_unbound(verb) else find_target(scene, verb)
    if target is None or target.lemma_ in words["vague"]:
        return None
    subjects = signers(verb) if vowing and not going_on else agents(verb)
    held = find_bound(scene, verb, subjects)
    lists = load_stance_words().lists
    centre = find_centre(scene, subjects[0]) if not held and len(subjects) == 1 else None
    heads = [centre] if centre is not None else subjects
    mutual = verb.lemma_ == "agree" and bool(heads) and heads[0].lower_ == "they"
    heads = [one for one in heads if one.lemma_.lower() in lists["bodies"] | lists["groups"]]
    if not held and not mutual and not heads:
        return None
    first = clause_start(verb, subjects, NEAR)
    sworn = verb.lemma_ in (words["vowing"] | {"plan"}) - {"agree"}
    known = bool(held) or mutual or (sworn and target.tag_ == "VB" and bool(heads) and is_definite(heads[0]))
    needs = verb.lemma_ == "decide" or not known or target.lower_ == "to"
    before = {one.lower_ for one in verb.doc[max(verb.i, target.i - 2) : target.i]}
    refused = (target.tag_ == "VB" and "not" in before) or any(
        one.dep_ == "dobj" and has_no(one) for one in target.rights
    )
    if refused and verb.lemma_ == "decide":
        return None  # "decided not to charge him": done with that
    end = clause_end(scene, verb.i)
    return Promise(first, end, verb, held[:2] or (None,), needs_time=needs, negated=refused)


def is_unbound(verb: Token) -> bool:
    """ "Had planned to", "might agree to", "was promised", "Guaranteed to please": nobody is bound by it now."""
    shared = verb.dep_ == "conj" and not any(one.dep_ == "nsubj" for one in verb.lefts)
    helpers = {one.lower_ for one in (*auxiliaries(verb), *(auxiliaries(verb.head) if shared else ()))}
    if "had" in helpers and verb.lemma_ in ("plan", "intend", "aim", "prepare"):
        return True  # a plan told of as past is one no longer
    if helpers & UNSURE or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ == "VBN" and not helpers and not agents(verb):
        return True
    infinitive = any(one.dep_ == "xcomp" and one.lemma_ != "do" for one in verb.rights)
    if verb.dep_ in ("relcl", "ccomp") and verb.tag_ in ("VBZ", "VBP") and not infinitive and is_relative(verb):
        return True  # "the benefits it promises its members", "what he promises to do"
    return verb.lemma_ == "commit" and any(one.dep_ == "dobj" and one.pos_ == "NOUN" for one in verb.rights)


def is_relative(verb: Token) -> bool:
    """Is what is promised the noun before, or a "what"?"""
    before = verb.doc[max(verb.left_edge.i - 1, verb.sent.start) : verb.i]
    return verb.dep_ == "relcl" or any(one.lower_ == "what" for one in before)


def is_definite(noun: Token) -> bool:
    """ "the new guild", "every Northern deputy", "its drivers": a certain body or group, though it bears no name."""
    lefts = list(noun.lefts)
    return any(one.lower_ in CERTAIN or one.dep_ == "poss" or one.pos_ == "PROPN" for one in lefts)


def signers(verb: Token) -> list[Token]:
    """Whose vow "signed a letter vowing to block it" and "stormed out, vowing to return" tell of."""
    above = verb.head
    if verb.dep_ == "conj":
        return []  # "wrote to them saying …, and vowing to go on": who says so
    if verb.dep_ == "acl" and not is_verb(above):
        if above.lemma_.lower() not in load_commitment_words()["instruments"]:
            return [above]
        above = governing_verb(above) or above
    return agents(above) if is_verb(above) else []


def find_target(scene: Scene, verb: Token) -> Token | None:
    """What "agreed", "plans" and "promised" bind to: an infinitive, a noun promised, a deed agreed to."""
    doc = scene.parse.doc
    for token in doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]:
        if token.tag_ == "VBG" and token.dep_ == "advcl" and token.nbor(-1).text == ",":
            return None  # "…, he vowed, adding he meant to work"
        inner = token.dep_ == "ccomp" and token.head == verb  # "agrees it is a stretch to bend the law"
        if token.tag_ in ("VBD", "VBZ", "VBP") and (verb.lemma_ == "decide" or inner):
            return None  # "decided he did not want to go": another clause's infinitive
        split = doc[token.i - 1].pos_ == "ADV" and doc[token.i - 2].lower_ == "to"  # "promised to quietly drop it"
        if token.tag_ == "VB" and token.i > verb.i + 1 and (doc[token.i - 1].lower_ == "to" or split):
            return token
        if token.lower_ == "nothing" and token.head == verb:
            return None  # "she promised nothing"
        if token.dep_ == "dobj" and token.head == verb and verb.lemma_ in ("plan", "promise", "pledge", "guarantee"):
            clause = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
            trailing = is_trailing_cue(scene, verb) or (clause and verb.lemma_ != "plan")
            return None if trailing else token  # "…, he promised the workers"
        if verb.lemma_ in ("agree", "commit") and token.lower_ == "to" and is_agreed_deed(doc, token.i):
            return token
    return None


def find_bound(scene: Scene, verb: Token, subjects: list[Token]) -> tuple[int, ...]:
    """Who is bound: who acts by the grammar, else who speaks, else the body that "it" is."""
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    speaker = None if statement is None else scene.statements[statement].source.actor
    if speaker is not None and any(one.lower_ in FIRST for one in subjects):
        return (speaker,)
    held = scene.parties(subjects).actors
    if held:
        return held
    cue = [one for one in scene.statements if any(span.start <= verb.idx < span.end for span in one.cue)]
    row = cue[0] if cue else scene.statements[statement] if statement is not None else None
    both = find_both(scene, subjects[0], None if row is None else row.source.actor) if len(subjects) == 1 else ()
    if both:
        return both
    if row is not None and row.source.actor is not None and not is_told_by_others(scene, row, subjects):
        return (row.source.actor,)
    body = find_it(scene, subjects[0], statement) if len(subjects) == 1 else None
    return () if body is None else (body,)


def is_told_by_others(scene: Scene, row: LocalStatement, subjects: list[Token]) -> bool:
    """ "The dockers plan to march, the Mail reports", "those who plan to": who says so is not who plans it."""
    if any(one.lower_ in ("those", "anyone", "people", "anybody") for one in subjects):
        return True
    actor = None if row.source.actor is None else scene.actors[row.source.actor]
    named = any(one.pos_ in ("NOUN", "PROPN") for one in subjects)
    return named and actor is not None and actor.kind == "organization"


def is_trailing_cue(scene: Scene, verb: Token) -> bool:
    """Is a verb the cue of words that stand before it?"""
    return any(
        span.start <= verb.idx < span.end and one.content[-1].end <= verb.idx
        for one in scene.statements
        for span in one.cue
    )


def is_agreed_deed(doc: Doc, link: int) -> bool:
    """ "agreed to the release of the cook": the noun of a deed after "to"."""
    near = doc[link + 1 : link + 4]
    return len(near) > 1 and near[0].pos_ == "DET" and any(one.lower_ in load_nominal() for one in near)
