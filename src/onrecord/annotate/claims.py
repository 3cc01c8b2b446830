"""Claims: what a clause says of one facet of an event mention, its value normalised.

Duration, place, date, initiator, participants and their number, tolls, sums, outcome. A claim needs its event in the
same sentence (tolls: shortly before); a quantity of nothing found is left alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.claims_askers import asked_claims, contact_before, initiator_claims
from onrecord.annotate.claims_tolls import from_quantity, toll_claims
from onrecord.annotate.grammar import conjoined
from onrecord.annotate.quantities import find_amounts, find_durations, plain, read_bound, read_number
from onrecord.annotate.scenes import build_scene
from onrecord.annotations import ClaimMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotate.quantities import Quantity
    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalStatement, TimeExpression

HARM = frozenset({"ASSAULT", "COERCE", "PROTEST"})
LASTED = re.compile(
    r"\b(last(?:ed|ing|s)?|ran|run|went on|gone on|going on|continued|stretched|took|taken)(?:\s+for)?"
    r"(?:\s+(?:about|around|nearly|almost|some|(?:a little |just |slightly )?over|just|roughly))?\s*$"
)
PUT_AT = re.compile(r"\s+at\s+(?:about |around |nearly |almost |some |just |roughly |over |under )*")


def find_claims(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
) -> tuple[ClaimMention, ...]:
    """Find the claims on facets of a document's event mentions.

    Args:
        parse: The document's parse.
        times: Its time expressions.
        actors: Its actors.
        mentions: Mentions of the actors.
        statements: Statements, for the innermost one that holds a claim.
        events: Its event mentions; a claim holds an index into them.

    Returns:
        Claims in text order, without repeats.
    """
    scene = build_scene(parse, times, actors, mentions, statements)
    found: list[ClaimMention] = []
    found += claims_of_mentions(scene, events)
    for sent in parse.doc.sents:
        inside = [index for index, event in enumerate(events) if sent.start_char <= event.trigger.start < sent.end_char]
        found += duration_claims(scene, sent, events, inside)
        found += toll_claims(scene, sent, events, inside)
        found += amount_claims(scene, sent, events, inside)
        found += outcome_claims(scene, sent, events, inside)
        found += asked_claims(scene, sent, events, inside)
    placed = [replace(one, statement=scene.statement_at(one.start, one.end)) for one in found]
    return tuple(sorted(dict.fromkeys(placed), key=lambda one: (one.start, one.end, one.event, one.facet, one.value)))


def claims_of_mentions(scene: Scene, events: Sequence[EventMention]) -> Iterator[ClaimMention]:
    """Place, date, initiator and number of participants, as the mention itself has them."""
    for index, event in enumerate(events):
        if event.where is not None and event.where_span is not None:
            span = event.where_span
            yield ClaimMention(start=span.start, end=span.end, event=index, facet="place", value=event.where)
        for at in event.times:
            time = scene.times[at]
            if time.value is not None and time.value[:1].isdigit():
                yield ClaimMention(start=time.start, end=time.end, event=index, facet="date", value=time.value)
        yield from initiator_claims(scene, index, event)
        if event.type == "CONSULT":
            yield from headcount_claims(scene, index, event)


def headcount_claims(scene: Scene, index: int, event: EventMention) -> Iterator[ClaimMention]:
    """How many of a kind took part: "seven European leaders"."""
    stretch = scene.parse.doc.char_span(event.start, event.end, alignment_mode="expand")
    people = scene.words.lists["collective.words"]
    for token in stretch if stretch is not None else ():
        if (
            token.dep_ != "nummod"
            or token.head.tag_ != "NNS"
            or token.head.lemma_.lower() not in people
            or token.i in scene.in_time
        ):
            continue
        number = read_number(token.text)
        if number is None or number < 3 or number > 500:
            continue
        kind = [one.text for one in token.head.lefts if one.dep_ in ("amod", "compound") and one.i > token.i]
        first, approximate, bound = read_bound(scene.parse.document.text, token.idx)
        end = token.head.idx + len(token.head)
        unit = " ".join([*kind, token.head.lemma_])
        yield ClaimMention(
            start=first,
            end=end,
            event=index,
            facet="count",
            value=plain(number),
            unit=unit,
            approximate=approximate,
            bound=bound,
        )


def duration_claims(
    scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]
) -> Iterator[ClaimMention]:
    """ "a more than hour-long call", "lasted about an hour", "met for three hours"."""
    text, doc = scene.parse.document.text, scene.parse.doc
    for quantity in find_durations(text, sent.start_char, sent.end_char):
        stretch = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if stretch is None:
            continue
        near = [one for one in inside if lasts(events[one])]
        index = lasting_event(scene, quantity, stretch.root, events, near)
        if index is None and not near:
            index = event_gone_on(scene, sent, quantity, events)
        if index is not None:
            yield from_quantity(quantity, index, "duration", start=quantity.start)


def lasts(event: EventMention) -> bool:
    """Is it a contact that takes minutes or hours?"""
    return event.type == "CONSULT" and event.mode != "visit"


def event_gone_on(scene: Scene, sent: Stretch, quantity: Quantity, events: Sequence[EventMention]) -> int | None:
    """ "It had gone on for more than an hour": of the one contact told of shortly before."""
    text = scene.parse.document.text
    lead = text[sent.start_char : quantity.start].lower()
    if not LASTED.search(lead) or not re.search(
        r"\b(?:it|which|they|the (?:two|pair|leaders|presidents|call|conversation|meeting|talks|session|exchange))\b",
        lead,
    ):
        return None
    before = [index for index in contact_before(scene, sent, events) if lasts(events[index])]
    return before[-1] if before else None


def lasting_event(
    scene: Scene, quantity: Quantity, root: Token, events: Sequence[EventMention], near: Sequence[int]
) -> int | None:
    """Which event of the sentence lasts that long, if the wording says so of one."""
    text = scene.parse.document.text
    for index in near:  # "hour-long call", "90-minute meeting"
        gap = text[quantity.end : events[index].trigger.end]
        if (
            0 < len(gap) < 60
            and quantity.start < events[index].trigger.end
            and not re.search(r"[,;.]|\b(?:after|before|of|in|ago|later|since|for)\b", gap)
        ):
            return index
        if events[index].trigger.start <= quantity.start and quantity.end <= events[index].trigger.end:
            return index
    lead = text[max(0, quantity.start - 40) : quantity.start].lower()
    put = [one for one in near if PUT_AT.fullmatch(text[events[one].trigger.end : quantity.start].lower())]
    if put and re.search(r"\b(?:put|puts|timed|clocked)\b", lead):
        return put[-1]
    match = LASTED.search(lead) or re.search(r"\b(for)\s*$", lead)
    if match is None or not near:
        return None
    before = [index for index in near if events[index].trigger.start < quantity.start]
    if match[1] == "for":  # "met for three hours": the verb must be the one it hangs on
        above = {root.i, root.head.i, root.head.head.i}
        on = [
            one
            for one in before
            if any(events[one].trigger.start <= scene.parse.doc[at].idx < events[one].trigger.end for at in above)
        ]
        return on[-1] if on else None
    return before[-1] if before else None


def amount_claims(
    scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]
) -> Iterator[ClaimMention]:
    """Sums and percentages inside the evidence of an event, or right after it in its clause."""
    text = scene.parse.document.text
    for quantity in find_amounts(text, sent.start_char, sent.end_char):
        holding = [
            index
            for index in inside
            if events[index].start <= quantity.start and quantity.end <= events[index].end + 40
        ]
        holding = [index for index in holding if events[index].type != "CONSULT"]
        if holding:
            index = min(holding, key=lambda one: (events[one].end - events[one].start, one))
            yield from_quantity(quantity, index, "amount", start=quantity.start)


def outcome_claims(
    scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]
) -> Iterator[ClaimMention]:
    """ "ended without agreement", "produced no cease-fire", "collapsed"."""
    text = scene.parse.document.text
    for index in inside:
        event = events[index]
        stretch = scene.parse.doc.char_span(event.trigger.start, event.trigger.end, alignment_mode="expand")
        if stretch is None or stretch.root.dep_ != "nsubj" or event.type != "CONSULT":
            continue
        for verb in conjoined(stretch.root.head):
            goal = outcome_of(verb)
            if goal is not None:
                last, value = goal
                yield ClaimMention(
                    start=event.start,
                    end=max(event.end, last.idx + len(last)),
                    event=index,
                    facet="outcome",
                    value=value,
                    subject=text[event.trigger.start : event.trigger.end],
                )


def outcome_of(verb: Token) -> tuple[Token, str] | None:
    """The last token and the value of an outcome that a verb states."""
    if verb.lemma_ in ("end", "conclude", "finish", "close", "break"):
        for prep in verb.children:
            if prep.lower_ == "without":
                for goal in prep.children:
                    if goal.dep_ in ("pobj", "pcomp"):
                        return goal, f"no {whole_word(goal)}"
    if verb.lemma_ in ("produce", "yield", "bring", "reach", "achieve", "deliver"):
        for child in verb.children:
            if child.dep_ == "dobj" and any(one.lower_ == "no" for one in child.lefts):
                return child, f"no {whole_word(child)}"
    if verb.lemma_ in ("collapse", "fail") and verb.tag_ in ("VBD", "VBN"):
        return verb, "collapsed" if verb.lemma_ == "collapse" else "failed"
    return None


def whole_word(noun: Token) -> str:
    """The noun with what a hyphen joins to it ("cease-fire")."""
    doc, first = noun.doc, noun.i
    while (
        first >= 2 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_
    ):
        first -= 2
    return doc[first : noun.i + 1].text.lower() if first < noun.i else noun.lemma_.lower()
