"""Clauses that commit a party: futures, infinitives under "agreed" and "plans", arrangements, dated forecasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_binding import find_binding
from onrecord.annotate.commitment_clauses import WILL, Promise, clause_end, clause_start, is_bare, is_law
from onrecord.annotate.commitment_doubts import lasts_until
from onrecord.annotate.commitment_parties import is_assured, is_term_of_deal, who_is_held
from onrecord.annotate.commitment_words import load_commitment_words, load_deeds
from onrecord.annotate.grammar import (
    auxiliaries,
    has_no,
    is_negated,
    is_passive,
    logical_subjects,
    own_subjects,
)
from onrecord.annotate.own_bodies import is_body
from onrecord.annotate.stance_judging import (
    IF,
    asks_if,
    find_only,
    has_reservation,
    is_bound,
    is_unreal,
    under_irrealis,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

FAR = 20
"""Tokens from the subject of a clause to its verb."""


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
        and any(child.lower_ == "to" and any(child.rights) for child in verb.children)
    )
    staying = is_staying(verb, helpers)
    set_to, launched = is_set_to(verb), indirect and is_launched(verb, helpers)
    ahead = helpers & WILL or ("would" in helpers and indirect) or scheduled or going or progressive or staying
    if not (ahead or set_to or launched) or is_negated(verb) or is_law(verb, helpers):
        return None
    if is_vague(verb) or "have" in helpers or any(child.dep_ == "expl" for child in verb.children):
        return None
    if statement is None and not (scheduled or staying or set_to or helpers & WILL):
        return None
    only = find_only(verb) is not None
    tied = only or (is_bound(verb) and not lasts_until(verb)) or has_reservation(verb)
    offered = not only and statement is not None and is_own_offer(scene, verb, scene.statements[statement])
    if is_asked(verb) or ("would" in helpers and tied and not offered):
        return None  # "declined to say how she would decide"
    conditional = any(one.lower_ in IF for one in verb.sent if one.dep_ == "mark" and not asks_if(one))
    told = any(one.lower_ == "later" for one in verb.subtree)  # "he would return two years later": what came
    if "would" in helpers and ((conditional and not offered) or told):
        return None
    subjects = own_subjects(verb) or logical_subjects(verb)
    if subjects and subjects[0].left_edge.lower_ == "not":
        return None  # "Not one crane will move"
    held, clear = who_is_held(scene, verb, subjects, statement)
    if not held or (held == (None,) and is_state(verb)):
        return None
    first = clause_start(verb, subjects, FAR)
    assured = any(one.lower_ in load_commitment_words()["assured"] for one in verb.sent if one.i > verb.i)
    assured = assured or is_assured(scene, statement) or is_term_of_deal(verb)
    was_going = bool(going) and any(one.lower_ in ("was", "were") for one in verb.head.children)
    told = statement is not None or set_to or is_term_of_deal(verb)
    needs_time = (not clear and not assured) or not (told or is_announced(scene, verb, held)) or was_going
    return Promise(first, clause_end(scene, verb.i), verb, held, conditional, needs_time=needs_time)


def is_set_to(verb: Token) -> bool:
    """ "The president is set to sign three orders": told as settled, with a deed."""
    above = verb.head
    settled = above.lower_ in ("set", "due", "poised") and any(
        one.lemma_ == "be" and one.tag_ in ("VBZ", "VBP") for one in (*above.children, above.head)
    )
    return settled and verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.lemma_ in load_deeds()


def is_launched(verb: Token, helpers: set[str]) -> bool:
    """ "said it was opening an inquiry", "said his office is taking steps to prevent it": begun in saying so."""
    words = load_commitment_words()
    going_on = verb.tag_ == "VBG" and bool(helpers & {"is", "are", "was", "were", "'s", "’s", "'re", "’re"})
    things = {one.lemma_.lower() for one in verb.rights if one.dep_ == "dobj"}
    if verb.lemma_ == "take":
        return going_on and bool(things & words["measures"])
    return going_on and bool(things) and verb.lemma_ in words["launching"]


def is_staying(verb: Token, helpers: set[str]) -> bool:
    """ "He promised that he is staying": the present under a word of promising."""
    going_on = verb.tag_ == "VBG" and bool(helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"})
    return going_on and verb.dep_ == "ccomp" and verb.head.lemma_ in load_commitment_words()["assuring"]


def is_announced(scene: Scene, verb: Token, held: tuple[int | None, ...]) -> bool:
    """ "The ministry will close the yard": what the outlet itself tells as settled of a body's deed."""
    plain = (
        (verb.lemma_ in load_deeds() or verb.lemma_ in load_commitment_words()["spending"])
        and verb.dep_ in ("ROOT", "conj")
        and not any(one.lower_ in IF for one in verb.sent)
    )
    return plain and held[0] is not None and is_body(scene, held[0])


def is_own_offer(scene: Scene, verb: Token, said: LocalStatement) -> bool:
    """ "He said he would review the cuts if the duty was lifted": a deed of the speaker's own, on a condition."""
    if said.kind == "direct" or is_unreal(verb) or verb.lemma_ in load_commitment_words()["weighed"] or is_state(verb):
        return False
    subjects = own_subjects(verb)
    own = any(one.lower_ in ("he", "she", "it", "they") for one in subjects)
    named = scene.parties(subjects).actors
    return said.source.actor in named or (own and not named)


def is_state(verb: Token) -> bool:
    """ "will have the rare experience": a state of somebody unknown, unless it is to be ready or open."""
    ready = any(one.lower_ in load_commitment_words()["states"] for one in verb.subtree)
    return verb.lemma_ in ("have", "be", "get") and not ready


def is_scheduled(verb: Token, helpers: set[str]) -> bool:
    """ "are to meet on Friday"."""
    above = verb.head
    infinitive = verb.tag_ == "VB" and "to" in helpers and verb.dep_ == "xcomp"
    ruled = above.lemma_ == "be" and above.tag_ in ("VBZ", "VBP") and verb.i - above.i <= 3
    return infinitive and ruled and is_bare(above, verb)


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
    if is_passive(verb) and verb.lemma_ in words["felt"]:
        return True  # "couples will be treated as equals"
    if verb.lemma_ in ("try", "seek", "work") and any(one.dep_ == "xcomp" and one.tag_ == "VB" for one in verb.rights):
        return False  # "will try to form a government"
    things = {one.lemma_.lower() for one in verb.rights if one.dep_ == "dobj"}
    if verb.lemma_ == "do" and "best" in things:
        return True
    if is_passive(verb) and verb.lemma_ in words["prosecuted"]:
        return True  # "will be charged with murder": foretold of whom it befalls
    if verb.lemma_ in ("get", "have", "face", "receive") and things & words["happens"]:
        return True  # "will get one more chance"
    if verb.lemma_ == "be":
        below = [child for child in verb.children if child.dep_ in ("prep", "advmod")]
        if any(goal.lemma_ in words["no_place"] for child in below for goal in child.children):
            return not any(one.lower_ == "in" and one.nbor().lower_ == "place" for one in below)  # "on the table"
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
