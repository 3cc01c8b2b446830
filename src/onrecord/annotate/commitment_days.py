"""The day by which a promise is due: in its clause, at the head of its sentence, or "by the same day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.commitment_words import load_commitment_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import TimeExpression

RECORD = re.compile(r"\b(?:first|only|most|least|(?!interest|request|protest|forest|west|rest|test|best)\w{2,}est)\b")
SPANS = re.compile(r"\b(?:year|decade|month|week|centur)\w*", re.IGNORECASE)
GONE = re.compile(r"\b(?:last|ago|yesterday|earlier|previous)\b")
BY_THEN = re.compile(
    r"\b(by|before|until|till|on) (?:then\b|(?:the same|that) (?:day|date|time|deadline)\b)", re.IGNORECASE
)
SAME_DAY = re.compile(r"\b(?:same|that) (?:day|date|time|deadline)\b|^then$", re.IGNORECASE)
THEN_BACK = 400
"""Characters back in which "by the same day" finds its day."""
FRONTED = frozenset({"by", "within", "before", "on", "in", "from", "next", "until"})
WHEN = re.compile(r",? when ")
TOLD_IN = re.compile(r",? (?:in which|when|that)\b")
DATING = frozenset(("in", "of", "for", "from", "to", "until", "during", "through", "early", "late", "mid", "around"))
"""Words before a year that is when something is to be; any other year says which thing is meant."""
FRONT = 24
"""Characters from the start of a sentence to the time that opens it."""


def find_due(scene: Scene, start: int, end: int, verb: Token) -> tuple[int | None, bool]:
    """Index of the time expression by which it is due, and whether it is an outer limit ("within", "by")."""
    by = load_commitment_words()["by"]
    best: tuple[int, int | None, bool] | None = None
    for index, time in enumerate(scene.times):
        if (
            not (start <= time.start < end)
            or time.type == "SET"
            or time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        ):
            continue
        before = scene.parse.document.text[max(start, time.start - 24) : time.start].lower().split()
        limit = any(word in by - {"in", "inside"} for word in before[-3:]) or before[-1:] in (["in"], ["inside"])
        given = verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and "give" in (verb.head.lemma_, verb.head.head.lemma_)
        limit = limit or (time.type == "DURATION" and given and time.start < verb.idx)  # "gave it 48 hours to pay"
        if (time.type == "DURATION" and not limit) or is_record(scene, verb, time):
            continue
        printed = scene.parse.document.text[time.start : time.end].lower()
        gone = bool(GONE.search(printed)) or (time.tense == "past" and time.start < verb.idx)
        told_on = time.tense == "past" and verb.tag_ == "VBD" and before[-1:] == ["on"]  # "announced it on Monday"
        # "the 2008 roadster, which will be shown", "will carry a 2008 roadster"
        model = printed.isdigit() and not limit and (time.start < verb.idx or not DATING & set(before[-1:]))
        if (
            gone
            or told_on
            or model
            or names_thing(verb, time)
            or before[-1:] == ["since"]
            or is_told_of_past(scene, verb, time)
        ):
            continue
        rank = 0 if limit else 1 if time.start > verb.idx else 2
        if best is None or rank < best[0]:
            best = (rank, index, (limit and "in" not in before[-1:]) or time.type == "DURATION")
    return (best[1], best[2]) if best else (None, False)


def names_thing(verb: Token, time: TimeExpression) -> bool:
    """ "Will restore what the 2010 law took", "calls Christmas a sham": what says which thing, or is one."""
    span = verb.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is not None and time.type == "DATE" and span.root.dep_ in ("dobj", "nsubj", "nsubjpass", "poss"):
        return True
    if span is None or len(span) != 1 or not span.text.isdigit():
        return False
    year = span.root
    of = year.dep_ == "pobj" and year.head.lower_ == "of"
    return of or (year.dep_ in ("nummod", "compound", "amod") and year.head.i > year.i)


def is_told_of_past(scene: Scene, verb: Token, time: TimeExpression) -> bool:
    """ "will lift the ban that it imposed on 3 May", "under a deal reached on Monday": the day of what lies behind."""
    span = verb.doc.char_span(time.start, time.end, alignment_mode="expand")
    above = verb if span is None else span.root
    while above not in (verb, above.head):
        if above.dep_ == "relcl" and above.i > verb.i and above.tag_ == "VBD" and above.lemma_ != "be":
            return True
        if above.dep_ == "acl" and above.i > verb.i and above.tag_ == "VBN" and span is not None:
            return span.root.head.lower_ in ("on", "at") and above.lower_ not in load_commitment_words()["put_down"]
        above = above.head
    return False


def find_fronted(scene: Scene, verb: Token, start: int) -> tuple[int | None, bool]:
    """ "By Friday the bridge will be open again", "on Friday, when it is to open": the time that stands before."""
    begin = verb.sent.start_char
    for index, time in enumerate(scene.times):
        if begin <= time.start < start and WHEN.fullmatch(scene.parse.document.text, time.end, start):
            return index, False
    words = scene.parse.document.text[begin:start].lstrip(" \n“\"'—–-").lower().split()
    if not words or words[0] not in FRONTED or start <= begin:
        return None, False
    due, within = find_due(scene, begin, start, verb)
    if due is not None and TOLD_IN.match(scene.parse.document.text, scene.times[due].end):
        return None, False  # "In a year in which …": the time of what is told
    first = due is not None and scene.times[due].start - begin < FRONT
    return (due, within) if first else (None, False)


def find_same_day(scene: Scene, start: int, end: int) -> tuple[int, bool] | None:
    """ "by the same day", "until then", "by that date": the last day named before, as an outer limit or not."""
    found = BY_THEN.search(scene.parse.document.text, start, end)
    if found is None:
        return None
    before = [
        index
        for index, time in enumerate(scene.times)
        if time.end <= found.start()
        and found.start() - time.end < THEN_BACK
        and time.type in ("DATE", "TIME")
        and time.value not in ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
        and time.tense != "past"
        and not SAME_DAY.search(scene.parse.document.text[time.start : time.end])
    ]
    return (before[-1], found.group(1).lower() != "on") if before else None


def is_record(scene: Scene, verb: Token, time: TimeExpression) -> bool:
    """ "the biggest fight in two decades": a span that lies behind."""
    text = scene.parse.document.text
    before = text[min(verb.sent.start_char, time.start) : time.start].lower()
    spans = bool(SPANS.search(text[time.start : time.end])) and before.split()[-1:] != ["within"]
    return spans and bool(RECORD.search(before))
