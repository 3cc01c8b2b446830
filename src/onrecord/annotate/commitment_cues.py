"""Clauses that commit a party: futures, infinitives under "agreed" and "plans", arrangements, dated forecasts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.commitment_doubts import lasts_until
from onrecord.annotate.commitment_parties import is_assured, is_term_of_deal, who_is_held
from onrecord.annotate.commitment_words import load_commitment_words, load_nominal
from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    has_no,
    is_negated,
    logical_subjects,
    own_subjects,
)
from onrecord.annotate.own_bodies import find_both, find_centre, find_it
from onrecord.annotate.stance_judging import IF, asks_if, find_only, has_reservation, is_bound, under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene

LONGEST = 34
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
ENDS = frozenset(".;:!?—|")
TURNS = frozenset({"but", "although", "though", "while", "because", "saying", "adding", "who", "according"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What was found before times and events are attached: first and last token, the verb, who is held to it."""

    first: int
    last: int
    verb: Token
    actors: tuple[int | None, ...]
    conditional: bool = False
    needs_time: bool = False
    negated: bool = False


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


def find_promise(scene: Scene, verb: Token) -> Promise | None:
    """The promise a verb makes, of whatever kind."""
    if under_irrealis(verb):
        return None
    for finder in (
        find_future,
        find_none_to_be,
        find_binding,
    ):
        promise = finder(scene, verb)
        if promise is not None:
            return promise
    return None


def find_future(scene: Scene, verb: Token) -> Promise | None:
    """ "I will speak to X again", "he would lead the delegation", "are to meet on Friday"."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    indirect = statement is not None and scene.statements[statement].kind != "direct"
    scheduled = is_scheduled(verb, helpers)
    going = (
        "to" in helpers
        and verb.head.lower_ == "going"
        and {one.lower_ for one in verb.head.children}
        & ({"'re", "’re", "am", "are", "is", "'m", "’m"} | ({"was", "were"} if indirect else set()))
        and not is_negated(verb.head)
    )
    progressive = (
        verb.tag_ == "VBG"
        and verb.lemma_ == "go"
        and bool(helpers & {"was", "is", "am", "'m", "’m"})
        and statement is not None
        and any(child.lower_ == "to" for child in verb.children)
    )
    if not (helpers & WILL or ("would" in helpers and indirect) or scheduled or going or progressive) or is_negated(
        verb
    ):
        return None
    if is_vague(verb) or "have" in helpers or any(child.dep_ == "expl" for child in verb.children):
        return None
    if statement is None and not (scheduled or helpers & WILL):
        return None
    tied = find_only(verb) is not None or (is_bound(verb) and not lasts_until(verb)) or has_reservation(verb)
    if is_asked(verb) or ("would" in helpers and tied):
        return None  # "declined to say how she would decide"
    conditional = any(one.lower_ in IF for one in verb.sent if one.dep_ == "mark" and not asks_if(one))
    told = any(one.lower_ == "later" for one in verb.subtree)  # "he would return two years later": what came
    if "would" in helpers and (conditional or told):
        return None
    subjects = own_subjects(verb) or logical_subjects(verb)
    if subjects and subjects[0].left_edge.lower_ == "not":
        return None  # "Not one crane will move"
    held, clear = who_is_held(scene, verb, subjects, statement)
    if not held or (held == (None,) and is_state(verb)):
        return None
    first = subjects[0].left_edge.i if subjects and 0 < verb.i - subjects[0].left_edge.i < 20 else verb.i
    assured = any(one.lower_ in load_commitment_words()["assured"] for one in verb.sent if one.i > verb.i)
    assured = assured or is_assured(scene, statement) or is_term_of_deal(verb)
    was_going = bool(going) and any(one.lower_ in ("was", "were") for one in verb.head.children)
    told = statement is not None or is_term_of_deal(verb)
    needs_time = (not clear and not assured) or not told or was_going
    return Promise(first, clause_end(scene, verb.i), verb, held, conditional, needs_time=needs_time)


def is_state(verb: Token) -> bool:
    """ "will have the rare experience": a state of somebody unknown, unless it is to be ready or open."""
    ready = any(one.lower_ in load_commitment_words()["states"] for one in verb.subtree)
    return verb.lemma_ in ("have", "be", "get") and not ready


def is_scheduled(verb: Token, helpers: set[str]) -> bool:
    """ "are to meet on Friday"."""
    above = verb.head
    infinitive = verb.tag_ == "VB" and "to" in helpers and verb.dep_ == "xcomp"
    ruled = above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP") and verb.i - above.i <= 3
    return infinitive and ruled and not any(child.dep_ in ("acomp", "attr") for child in above.children)


def is_asked(verb: Token) -> bool:
    """Is the clause a question that somebody left open ("how she would decide", "when it will start")?"""
    above = verb.head
    asked = verb.dep_ in ("ccomp", "advcl", "pcomp") and any(child.tag_ in ("WRB", "WP") for child in verb.lefts)
    return asked and above != verb and any(child.i < verb.i and child.tag_ in ("WRB", "WP") for child in verb.children)


def find_none_to_be(scene: Scene, verb: Token) -> Promise | None:
    """ "There will be no strike before the vote": the speaker is held to it."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    things = [child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj") and has_no(child)]
    there = any(child.dep_ == "expl" for child in verb.children)
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    will = helpers & WILL or ("would" in helpers and is_assured(scene, statement))
    if verb.lemma_ != "be" or not will or not things or not there or statement is None:
        return None
    if things[0].lemma_.lower() not in load_commitment_words()["refrained"]:
        return None
    first = min(child.i for child in verb.children if child.dep_ == "expl")
    return Promise(first, clause_end(scene, verb.i), verb, (scene.statements[statement].source.actor,), negated=True)


def is_vague(verb: Token) -> bool:
    """Does the verb say too little, or is it a state ("will be able", "would be happy")?"""
    words = load_commitment_words()
    if verb.lemma_ == "be":
        below = [child for child in verb.children if child.dep_ in ("prep", "advmod")]
        if any(goal.lemma_ in words["no_place"] for child in below for goal in child.children):
            return True  # "would be on the table"
        if any(child.dep_ == "acomp" and child.lower_ in words["states"] for child in verb.children):
            return False  # "will be ready by Friday"
        return not any(child.lower_ in words["placed"] for child in below) or any(
            child.dep_ in ("acomp", "attr") for child in verb.children
        )
    if verb.lemma_ == "have":
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        if any(one.lower_ in words["states"] for one in verb.subtree if one.i > verb.i):
            return False  # "will have its stand ready"
        return not objects or has_no(objects[0])
    if verb.lemma_ == "take" and not any(one.dep_ not in ("punct", "npadvmod") for one in verb.rights):
        return True  # "the year that it will take"
    follows = verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]
    if verb.lemma_ in ("say", "tell") and any(one.lower_ in ("whether", "when", "how") for one in follows):
        return False  # "will say by Friday whether she stays"
    if verb.lemma_ == "appear" and any(one.lower_ in ("before", "in", "at") for one in follows[:1]):
        return False  # "will appear before the committee"
    return verb.lemma_.lower() in words["vague"]


def find_binding(scene: Scene, verb: Token) -> Promise | None:
    """ "agreed to exchange lists", "plans to", "planned visits", "promised that …"."""
    words = load_commitment_words()
    if (
        verb.lemma_ not in words["binding"]
        or is_negated(verb)
        or verb.tag_ in ("VB", "VBG")
        or verb.dep_ in ("amod", "acl")
    ):
        return None
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if "had" in helpers and verb.lemma_ in ("plan", "intend", "aim", "prepare"):
        return None  # a plan told of as past is one no longer
    if helpers & {"could", "may", "might", "should", "would", "must", "to", "can"} or any(
        child.dep_ in ("nsubjpass", "auxpass") for child in verb.children
    ):
        return None
    if verb.lemma_ == "commit" and any(one.dep_ == "dobj" and one.pos_ == "NOUN" for one in verb.rights):
        return None  # "committed a crime"
    target = find_target(scene, verb)
    if target is None or target.lemma_ in words["vague"]:
        return None
    subjects = agents(verb)
    held = find_bound(scene, verb, subjects)
    lists = load_stance_words().lists
    centre = find_centre(scene, subjects[0]) if not held and len(subjects) == 1 else None
    heads = [centre] if centre is not None else subjects
    if not held and not (heads and heads[0].lemma_.lower() in lists["bodies"] | lists["groups"]):
        return None
    first = subjects[0].left_edge.i if subjects and 0 < verb.i - subjects[0].left_edge.i < 12 else verb.i
    needs = verb.lemma_ == "decide" or not held or target.lower_ == "to"
    before = {one.lower_ for one in verb.doc[max(verb.i, target.i - 2) : target.i]}
    refused = (target.tag_ == "VB" and "not" in before) or any(
        one.dep_ == "dobj" and has_no(one) for one in target.rights
    )
    end = clause_end(scene, verb.i)
    return Promise(first, end, verb, held[:2] or (None,), needs_time=needs, negated=refused)


def find_target(scene: Scene, verb: Token) -> Token | None:
    """What "agreed", "plans" and "promised" bind to: an infinitive, a noun promised, a deed agreed to."""
    doc = scene.parse.doc
    for token in doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]:
        inner = token.dep_ == "ccomp" and token.head == verb  # "agrees it is a stretch to bend the law"
        if token.tag_ in ("VBD", "VBZ", "VBP") and (verb.lemma_ == "decide" or inner):
            return None  # "decided he did not want to go": another clause's infinitive
        if token.tag_ == "VB" and token.i > verb.i + 1 and doc[token.i - 1].lower_ == "to":
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
    held = scene.parties(subjects).actors
    if held:
        return held
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    cue = [one for one in scene.statements if any(span.start <= verb.idx < span.end for span in one.cue)]
    row = cue[0] if cue else scene.statements[statement] if statement is not None else None
    both = find_both(scene, subjects[0], None if row is None else row.source.actor) if len(subjects) == 1 else ()
    if both:
        return both
    if row is not None and row.source.actor is not None:
        return (row.source.actor,)
    body = find_it(scene, subjects[0], statement) if len(subjects) == 1 else None
    return () if body is None else (body,)


def clause_end(scene: Scene, start: int, *, through_commas: bool = False) -> int:
    """Index of the last token of the clause from a verb on, read in printed order."""
    doc = scene.parse.doc
    stop = min(doc[start].sent.end, start + LONGEST)
    last = start
    for at in range(start + 1, stop):
        token = doc[at]
        closing = token.is_quote and not (
            at + 1 < stop and not token.whitespace_ and not doc[at + 1].is_punct and doc[at - 1].whitespace_
        )
        if token.text in ENDS or closing or token.lower_ in TURNS:
            break
        if token.text == ",":
            follows = doc[at + 1].lower_ if at + 1 < stop else ""
            if (
                not (through_commas and follows in ("at", "in", "between", "with"))
                and not (through_commas and doc[at + 1].lower_ == "between")
                and at + 1 not in scene.in_time
            ):
                break
        if (
            token.lower_ == "and"
            and at + 1 < stop
            and (
                doc[at + 1].tag_ in ("VBD", "VBZ", "MD")
                or doc[at + 1].lower_ in ("he", "she", "they", "that", "said", "began", "it")
            )
        ):
            break
        if not token.is_space:
            last = at
    return last
