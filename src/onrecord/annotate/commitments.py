"""Promises, plans and forecasts that somebody can be held to, with the time by which they are due.

What counts is a clause in which a party says (or is said to have said) what it will do: a future with its party as
subject, an infinitive under "agreed", "plans", "pledged", an arrangement begun, a forecast with a date. Wishes, habits,
conditions and what happens by itself do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_assurances import find_assured
from onrecord.annotate.commitment_clauses import Promise
from onrecord.annotate.commitment_cues import find_promise
from onrecord.annotate.commitment_days import SAME_DAY, WHEN, find_due, find_fronted, find_same_day
from onrecord.annotate.commitment_doubts import is_no_promise
from onrecord.annotate.commitment_forms import (
    find_about,
    find_other_form,
    is_retold,
    is_within,
    moved_from,
    moved_to,
    own_speaker,
)
from onrecord.annotate.commitment_refusals import find_refusal
from onrecord.annotate.commitment_schedules import find_announced, find_schedule, find_starting
from onrecord.annotate.commitment_tagged import find_tagged_promise
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.evidence import find_whole_span
from onrecord.annotate.grammar import is_verb, own_subjects
from onrecord.annotate.own_bodies import find_centre
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotations import (
    CommitmentMention,
    EventMention,
    LocalActor,
    LocalMention,
    LocalStatement,
    TimeExpression,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene

BACK = 1200
"""Characters back in which "will attend" finds what is attended."""


def find_commitments(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
    tags: tuple[Tag, ...] = (),
) -> tuple[CommitmentMention, ...]:
    """Find commitments, by place in the text; `tags` is what the trained tagger sees of them, where it is used."""
    scene = build_scene(parse, times, actors, mentions, statements)
    found: list[CommitmentMention] = []
    for token in parse.doc:
        row = read_promise(scene, events, token) if is_verb(token) else None
        if row is not None and found and is_within(found[-1], row):
            found.pop()
        if row is not None and not (found and found[-1].end >= row.end and found[-1].start <= row.start):
            found.append(row)
    for tag in tags:
        promise = find_tagged_promise(scene, tag)
        row = build_mention(scene, events, promise) if promise is not None else None
        if row is not None and not any(one.start < row.end and row.start < one.end for one in found):
            found.append(row)
    kept = [one for one in found if not any(is_order_of(one, other) for other in found)]
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def is_order_of(order: CommitmentMention, promise: CommitmentMention) -> bool:
    """Is it the order that a promise "to do so" takes on itself?"""
    about = promise.about
    inside = about is not None and order.start <= about.start and about.end <= order.end
    return inside and order is not promise and order.end <= promise.start


def read_promise(scene: Scene, events: tuple[EventMention, ...], verb: Token) -> CommitmentMention | None:
    """The first promise of a verb that stands with its time."""
    for promise in (
        find_assured(scene, verb),
        find_promise(scene, verb),
        find_refusal(scene, verb),
        find_other_form(scene, verb),
        find_announced(scene, verb),
    ):
        row = build_mention(scene, events, promise) if promise is not None else None
        if row is not None and not is_heading(scene.parse.document.text[row.start : row.end]):
            return row
    promise = None if under_irrealis(verb) else find_schedule(scene, verb)
    row = build_mention(scene, events, promise) if promise is not None else None
    if row is None or row.due is None:
        return None
    time = scene.times[row.due]
    when = WHEN.fullmatch(scene.parse.document.text, time.end, row.start) is not None
    late = time.start > verb.idx or when  # "threatened on Monday to leave" is not due on Monday
    ruled = scene.parse.document.text.startswith(" in which", time.end)  # "in the quarter in which it was enacted"
    return row if (late or row.within) and not ruled else None


def build_mention(scene: Scene, events: tuple[EventMention, ...], promise: Promise) -> CommitmentMention | None:
    """Attach time, event and statement; None where a time was needed and there is none."""
    doc = scene.parse.doc
    span = find_whole_span(scene.parse, doc[promise.first], doc[promise.last])
    about = find_about(promise.verb) or find_own_centre(scene, promise.verb)
    ground = scene.parse.span_of(*about) if about is not None else None
    due, within = find_due(scene, span.start, span.end, promise.verb)
    if due is None or SAME_DAY.search(scene.parse.document.text[scene.times[due].start : scene.times[due].end]):
        due, within = find_same_day(scene, span.start, span.end) or (None, False)  # of what the clause tells of itself
    if due is None:
        due, within = find_fronted(scene, promise.verb, span.start)
    if due is None and ground is not None:  # "to do so": by the day by which it was asked
        due, within = find_due(scene, ground.start, ground.end, about[0] if about else promise.verb)
    due = find_starting(scene, span.end) if due is None else due
    moved = moved_from(scene, promise.verb)
    new_day = moved_to(scene, promise.verb) if promise.verb.lemma_ in load_commitment_words()["moving"] else None
    if moved is not None or new_day is not None:
        due, within = new_day, False
    event = find_event(events, span.start, span.end, promise.verb)
    if (
        promise.needs_time
        and due is None
        and not (event is not None and promise.verb.lemma_ not in ("expect", "predict"))
    ):
        return None
    statement = scene.statement_at(promise.verb.idx, promise.verb.idx + len(promise.verb))
    speaker = own_speaker(scene, promise.verb, statement)
    placed = due is not None or event is not None or promise.negated
    if is_no_promise(scene, promise.verb, statement, placed=placed, own=speaker is not None):
        return None
    return CommitmentMention(
        start=span.start,
        end=span.end,
        actor=promise.actors[0] if speaker is None else speaker,
        due=due,
        within=within,
        event=event,
        statement=statement,
        conditional=promise.conditional,
        predicate=find_predicate(promise.verb, about).lemma_.lower(),
        parties=scene.parties([one for one in doc[promise.first : promise.last + 1] if is_named(one)]).actors,
        about=ground,
        moved=moved,
        retold=is_retold(promise.verb),
        negated=promise.negated,
    )


def find_own_centre(scene: Scene, verb: Token) -> tuple[Token, Token] | None:
    """ "The inquiry asked for more time. It will now report by …": the noun that "it" goes on about."""
    subjects = own_subjects(verb)
    centre = find_centre(scene, subjects[0]) if len(subjects) == 1 else None
    return None if centre is None else (centre, centre)


def is_heading(text: str) -> bool:
    """Is it the heading of another piece ("Plans to Set Up a New Yard"), in capitals throughout?"""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 2 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def find_predicate(verb: Token, about: tuple[Token, Token] | None = None) -> Token:
    """What will be done: under "agreed to", "is to" and the like the infinitive; for "to do so" what it stands for."""
    if about is not None and is_verb(about[0]):
        return about[0]
    infinitives = [one for one in verb.rights if one.dep_ == "xcomp" and one.tag_ == "VB"]
    if not infinitives and verb.lemma_ in load_commitment_words()["binding"]:  # "agreed this evening to free six"
        infinitives = [one for one in verb.rights if one.dep_ == "advcl" and has_to(one)]
    return infinitives[0] if infinitives else verb


def has_to(verb: Token) -> bool:
    """Is it an infinitive with "to"?"""
    return verb.tag_ == "VB" and any(one.tag_ == "TO" for one in verb.lefts)


def is_named(token: Token) -> bool:
    """A noun or pronoun that can stand for a party."""
    return bool(token.pos_ in ("PROPN", "NOUN", "PRON"))


def find_event(events: tuple[EventMention, ...], start: int, end: int, verb: Token) -> int | None:
    """Index of the event mention that is what is promised: under the verb first, then a contact ahead in the clause."""
    object_of = verb.head.idx if verb.dep_ == "relcl" else -1
    bound = verb.lemma_ in load_commitment_words()["binding"]  # the promise itself is not what is promised
    for index, event in enumerate(events):
        if (
            not bound and event.trigger.start <= verb.idx < event.trigger.end
        ) or event.trigger.start <= object_of < event.trigger.end:
            return index
    if verb.dep_ == "relcl":
        before = [
            n
            for n, one in enumerate(events)
            if verb.sent.start_char <= one.trigger.start < verb.idx
            and one.mode is not None
            and one.status != "happened"
        ]
        if before:
            return before[-1]
    if verb.lemma_ in load_commitment_words()["coming"]:
        before = [
            n
            for n, one in enumerate(events)
            if 0 < verb.idx - one.trigger.start < BACK
            and one.mode in ("meeting", "summit", "talks")
            and one.status in ("planned", "proposed", "cancelled", "denied", "unconfirmed")
        ]
        if before:
            return before[-1]
    for index, event in enumerate(events):
        inside = start <= event.trigger.start and event.trigger.end <= end
        if inside and event.mode is not None and event.status in ("planned", "proposed", "unconfirmed"):
            return index
    return None
