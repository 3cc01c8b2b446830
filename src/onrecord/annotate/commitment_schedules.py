"""What is put down for a day: "is due to rule on Thursday", "must be paid by May", "ordered X to pay within a week".

A schedule or an order is something to be held to only with its day; the party may be one that the text does not name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import WILL, Promise, clause_end, is_bare
from onrecord.annotate.commitment_parties import find_doers, is_undergone
from onrecord.annotate.commitment_words import load_commitment_words, load_nominal
from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_judging import IF
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import TimeExpression

FAR = 20
"""Tokens from a subject to its verb."""
OBLIGED = frozenset({"must", "shall"})
FINITE = frozenset({"VBZ", "VBP"})

DAY = re.compile(r"day\b|\bnext\b|tomorrow|tonight|\b\d{1,2}\b", re.IGNORECASE)
"""What a timetable names: "on Friday", "next month", "3 May"; "in April" is too wide."""
STARTING = re.compile(
    r",? (?:starting|beginning|effective)(?: (?:on|from|as of))? "
    r"|, (?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+,(?: (?:in|at) (?:[A-Z][\w’'-]+ ?){1,3}(?<! ))?(?: (?:on|by))? "
)
"""What may stand before its day; "his colleague, Ida Brenn, in Karsk next Tuesday" is one clause."""


def find_schedule(scene: Scene, verb: Token) -> Promise | None:
    """The schedule or order of a verb, if it is one; the caller drops it where no day is given."""
    if is_negated(verb) or any(one.lower_ in IF for one in verb.lefts):
        return None
    for finder in (
        find_set,
        find_obliged,
        find_ordered,
        find_term,
        find_occasion,
        find_put_down,
        find_called,
        find_pledged,
        find_nominal,
    ):
        promise = finder(scene, verb)
        if promise is not None:
            return promise
    return None


def build(scene: Scene, verb: Token, subjects: list[Token], held: tuple[int, ...], start: int | None = None) -> Promise:
    """A promise that needs its day, of a party or of one left open."""
    first = start if start is not None else verb.i
    if subjects and 0 < verb.i - subjects[0].left_edge.i < FAR:
        first = min(first, subjects[0].left_edge.i)
    return Promise(first, clause_end(scene, verb.i), verb, held[:2] or (None,), needs_time=True)


def find_set(scene: Scene, verb: Token) -> Promise | None:
    """ "is due to rule", "was set to open", "are to leave", "is scheduled for"."""
    words = load_commitment_words()
    put = verb.tag_ == "VBN" and any(one.lower_ == "be" for one in auxiliaries(verb))  # "is to be put before"
    if not (verb.tag_ == "VB" or put) or verb.lemma_ in words["vague"] or verb.lemma_ in ("be", "have"):
        return None
    if not any(one.tag_ == "TO" for one in auxiliaries(verb)) or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return None
    above = verb.head
    bare = above.lemma_ == "be" and above.tag_ in FINITE and 0 < verb.i - above.i <= 4
    bare = bare and is_bare(above, verb)
    due = above.lower_ in words["scheduled"]
    if not (bare or due) or is_negated(above):
        return None
    top = above if above.lemma_ == "be" else above.head if above.pos_ == "ADJ" else above
    helpers = [one for one in (top, *auxiliaries(top), *auxiliaries(above)) if one.lemma_ == "be"]
    if not any(one.tag_ in FINITE for one in helpers):
        return None
    subjects = own_subjects(top) or own_subjects(above)
    held = find_doers(scene, verb) if is_undergone(verb) else scene.parties(subjects).actors
    return build(scene, verb, subjects, held) if subjects else None


def find_obliged(scene: Scene, verb: Token) -> Promise | None:
    """ "must repay the loan by Friday", "have to be out by noon"."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    has_to = "to" in helpers and verb.head.lemma_ == "have" and verb.head.tag_ in FINITE and verb.dep_ == "xcomp"
    if not (helpers & OBLIGED or has_to) or "have" in helpers or verb.lemma_ in load_commitment_words()["vague"]:
        return None
    subjects = own_subjects(verb.head if has_to else verb)
    return build(scene, verb, subjects, scene.parties(subjects).actors) if subjects else None


def find_ordered(scene: Scene, verb: Token) -> Promise | None:
    """ "ordered Norvent to pay within ten days": who was ordered is held to it."""
    asking = load_commitment_words()["ordering"]
    if verb.tag_ != "VB" or verb.head.lemma_ not in asking or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return None
    above = verb.head
    if above.tag_ not in ("VBD", "VBZ", "VBN") or not any(one.tag_ == "TO" for one in auxiliaries(verb)):
        return None
    passive = is_passive(above)
    told = [one for one in above.children if one.dep_ == ("nsubjpass" if passive else "dobj")] or own_subjects(verb)
    if not told or is_negated(above):
        return None
    return build(scene, verb, told, scene.parties(told).actors, start=above.i)


def find_term(scene: Scene, verb: Token) -> Promise | None:
    """ "gave the ministry 48 hours to publish the files", "has until Friday to answer"."""
    above = verb.head
    if verb.tag_ != "VB" or not any(one.tag_ == "TO" for one in auxiliaries(verb)):
        return None
    if above.lemma_ not in ("give", "have") and above.head.lemma_ not in ("give", "have"):
        return None
    ruling = above if above.lemma_ in ("give", "have") else above.head
    if ruling.i >= verb.i or ruling.sent.start != verb.sent.start or is_negated(ruling):
        return None
    spans = [one for one in scene.times if ruling.idx < one.start < verb.idx]
    if not spans or {one.lower_ for one in auxiliaries(ruling)} & {"could", "would", "might", "may"}:
        return None
    given = [one for one in ruling.children if one.dep_ in ("dative", "dobj")]
    given = [one for one in given if not any(span.start <= one.idx < span.end for span in spans)]
    held = given if ruling.lemma_ == "give" else agents(ruling)
    return build(scene, verb, held, scene.parties(held).actors, start=ruling.i)


def find_occasion(scene: Scene, verb: Token) -> Promise | None:
    """ "The talks will resume on Monday", "the trial resumes on Monday", "the election will be held on 9 May"."""
    words = load_commitment_words()
    helpers = {one.lower_ for one in auxiliaries(verb)}
    subjects = own_subjects(verb)
    occasion = bool(subjects) and subjects[0].lemma_.lower() in words["occasions"]
    progressive = verb.tag_ == "VBG" and any(one.tag_ in FINITE for one in auxiliaries(verb))
    if (verb.tag_ in FINITE or progressive) and verb.lemma_ in words["timetabled"] and not occasion:
        return find_timetabled(scene, verb)
    present = verb.tag_ == "VBZ" and verb.lemma_ in words["taking_place"]
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    told = "would" in helpers and statement is not None and scene.statements[statement].kind != "direct"
    if not present and not helpers & WILL and not told:
        return None
    subjects = own_subjects(verb)
    if not subjects or subjects[0].lemma_.lower() not in words["occasions"] or "have" in helpers:
        return None
    if verb.lemma_ not in words["taking_place"] and not is_passive(verb):
        return None
    return build(scene, verb, subjects[:1], ())


def find_put_down(scene: Scene, verb: Token) -> Promise | None:
    """ "A decision is due on Friday", "elections are scheduled for 19 September", "the verdict is expected in May"."""
    words = load_commitment_words()
    due = next((one for one in (verb, *verb.rights) if one.lower_ in words["put_down"]), None)
    above = verb if verb.lemma_ == "be" else verb.head
    if due is None or not (verb.lemma_ == "be" or is_passive(verb)) or is_negated(verb):
        return None
    helpers = [verb, *auxiliaries(verb)]
    if not any(one.tag_ in FINITE for one in helpers) and not is_told_shifted(scene, verb):
        return None
    if any(one.dep_ == "xcomp" for one in (*due.rights, *verb.rights)):
        return None
    subjects = own_subjects(verb) or own_subjects(above)
    known = words["occasions"] | words["sent"] | load_nominal()
    if not subjects or subjects[0].lemma_.lower() not in known:
        return None
    ahead = [one for one in scene.times if due.idx < one.start < verb.sent.end_char]
    near = bool(ahead) and len(scene.parse.document.text[due.idx + len(due) : ahead[0].start].split()) <= 2
    return build(scene, verb, subjects[:1], ()) if near else None


def is_told_shifted(scene: Scene, verb: Token) -> bool:
    """ "said the next round had been set for Monday": in reported words the past stands for the present."""
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    indirect = statement is not None and scene.statements[statement].kind != "direct"
    return indirect and any(one.lower_ in ("had", "was", "were") for one in (verb, *auxiliaries(verb)))


def find_called(scene: Scene, verb: Token) -> Promise | None:
    """ "has called a strike for 22 March", "announced a march on the palace for Saturday"."""
    words = load_commitment_words()
    if (
        verb.dep_ == "advcl"
        or verb.lemma_ not in words["convening"]
        or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP")
        or is_passive(verb)
    ):
        return None
    if any(child.dep_ == "prt" for child in verb.children):
        return None  # "set off a debate"
    things = [one for one in verb.rights if one.dep_ == "dobj" and one.lemma_.lower() in words["occasions"]]
    ahead = [one for one in scene.times if things and things[0].idx < one.start < verb.sent.end_char]
    if not things or not any(is_set_for(scene, one) for one in ahead):
        return None
    held = agents(verb)
    return build(scene, verb, held, scene.parties(held).actors, start=verb.i) if held else None


def is_set_for(scene: Scene, time: TimeExpression) -> bool:
    """Does "for" stand before a time, or "on" where it is not past (on which it was called)?"""
    before = scene.parse.document.text[max(0, time.start - 8) : time.start].lower().split()
    return before[-1:] == ["for"] or (before[-1:] == ["on"] and time.tense != "past")


def find_timetabled(scene: Scene, verb: Token) -> Promise | None:
    """ "The nurses vote on the trial next Wednesday": the present of a timetable, with a day ahead."""
    subjects = own_subjects(verb)
    ahead = [one for one in scene.times if verb.idx < one.start < verb.sent.end_char and one.tense == "future"]
    text = scene.parse.document.text
    ahead = [one for one in ahead if is_in_clause(verb, one.start, one.end) and DAY.search(text[one.start : one.end])]
    lists = load_stance_words().lists
    known = lists["bodies"] | lists["groups"]
    off = any(one.lower_ in ("off", "down", "away") for one in verb.rights)  # "is coming off a defeat"
    if not subjects or not ahead or is_passive(verb) or verb.dep_ == "advcl" or off:
        return None
    held = scene.parties(subjects).actors
    return build(scene, verb, subjects, held) if held or subjects[0].lemma_.lower() in known else None


def is_in_clause(verb: Token, start: int, end: int) -> bool:
    """Does a stretch hang on the verb itself, and on no clause below it ("holds the cup as the team arrives today")?"""
    span = verb.doc.char_span(start, end, alignment_mode="expand")
    above = verb if span is None else span.root
    while above not in (verb, above.head):
        above = above.head
        if above != verb and above.pos_ in ("VERB", "AUX") and above.dep_ in ("advcl", "relcl", "ccomp"):
            return False
    return True


def find_pledged(scene: Scene, verb: Token) -> Promise | None:
    """ "promised 300 jobs by June", "plans a visit next week", "set a deadline of Friday"; "threatened to close it"."""
    words = load_commitment_words()
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or is_passive(verb):
        return None
    things = [one for one in verb.rights if one.dep_ == "dobj"]
    below = [one for one in verb.rights if one.dep_ == "xcomp" and one.tag_ == "VB"]
    promised = verb.lemma_ in words["binding"] - {"decide", "prepare"} and (things or below)
    threatened = verb.lemma_ == "threaten" and below
    deadline = verb.lemma_ in ("set", "give", "issue") and any(
        one.lemma_ in ("deadline", "ultimatum", "date") for one in things
    )
    unreal = {one.lower_ for one in auxiliaries(verb)} & {"had", "would", "could"}
    if unreal or not (promised or threatened or deadline):
        return None
    held, deed = agents(verb), below[0] if below else verb
    return build(scene, deed, held, scene.parties(held).actors, start=verb.i) if held else None


def find_nominal(scene: Scene, verb: Token) -> Promise | None:
    """ "has a plan to clear the mines by summer", "the ministry's promise to pay by May"."""
    words, noun = load_commitment_words(), verb.head
    if verb.tag_ != "VB" or verb.dep_ != "acl" or noun.lemma_ not in words["pledges"]:
        return None
    above = noun.head
    if noun.lemma_ == "decision" and noun.dep_ in ("nsubj", "nsubjpass"):
        return None  # "her decision to buy it cost her the post": told as past
    if has_no(noun) or (noun.dep_ == "dobj" and is_negated(above)):
        return None  # "has no plans to stop"
    owners = [one for one in noun.children if one.dep_ == "poss"]
    if not owners and noun.dep_ == "dobj" and above.lemma_ in words["owning"] and not is_negated(above):
        if above.lemma_ == "have" and above.tag_ == "VBD":
            return None  # "had plans to legalise the huts": told of as past
        owners = agents(above)
    held = scene.parties(owners).actors
    return build(scene, verb, owners, held, start=noun.i) if owners else None


def find_announced(scene: Scene, verb: Token) -> Promise | None:
    """ "The mayor announced her plan to clear the mines": a plan made known binds without a day."""
    promise, above = find_nominal(scene, verb), verb.head.head
    told = verb.head.dep_ == "dobj" and above.lemma_ in load_commitment_words()["owning"] - {"give", "present"}
    if (
        promise is None
        or promise.actors == (None,)
        or verb.head.lemma_ == "decision"
        or not told
        or is_negated(above)
        or is_negated(verb)
    ):
        return None
    if above.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.lemma_ in load_commitment_words()["vague"]:
        return None
    return replace(promise, needs_time=False)


def find_starting(scene: Scene, end: int) -> int | None:
    """ "… with a duty on fruit, starting on Wednesday": index of the time from which it is to be done."""
    match = STARTING.match(scene.parse.document.text, end)
    if match is None:
        return None
    return next((n for n, time in enumerate(scene.times) if time.start == match.end()), None)
