"""Claims on who began a contact: who rang, "at the request of A", "it was A that had asked for it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_negated
from onrecord.annotations import ClaimMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import EventMention

TALKED = frozenset({"call", "conversation", "meeting", "talk", "session"})
CALLS = frozenset({"call", "phone", "telephone", "ring", "dial"})
BACK = 3
"""Sentences after a contact in which what is said of none by name still belongs to it."""


def initiator_claims(scene: Scene, index: int, event: EventMention) -> Iterator[ClaimMention]:
    """Who called whom."""
    span = scene.parse.doc.char_span(event.trigger.start, event.trigger.end)
    if event.mode != "call" or span is None or len(span) != 1 or span[0].pos_ != "VERB" or span[0].lemma_ not in CALLS:
        return
    callers = agents(span[0])
    party = scene.parties(callers)
    if len(party.actors) == 1 and event.status == "happened":
        name = scene.actors[party.actors[0]].name
        yield ClaimMention(start=event.start, end=event.end, event=index, facet="initiator", value=name)


def contact_before(scene: Scene, sent: Stretch, events: Sequence[EventMention]) -> list[int]:
    """The contacts told of in the sentences shortly before."""
    starts = [one.start_char for one in scene.parse.doc.sents if one.start_char < sent.start_char][-BACK:]
    return [
        index
        for index, event in enumerate(events)
        if event.type == "CONSULT" and starts and starts[0] <= event.trigger.start < sent.start_char
    ]


def find_asker(verb: Token) -> Token | None:
    """Who "asked for the call", "requested the meeting"; of "it was Tesk that had asked for it", "that rang", Tesk."""
    if verb.lemma_ not in CALLS | {"ask", "request"} or verb.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBN"):
        return None
    cleft = verb.dep_ == "relcl" and any(child.lower_ == "it" for child in verb.head.head.children)
    cleft = cleft and verb.head.dep_ == "attr" and verb.head.head.lemma_ == "be"
    if verb.lemma_ in CALLS:
        return verb.head if cleft else None  # what a plain clause tells is the contact itself
    things = [child for child in verb.children if child.dep_ == "dobj"]
    things += [goal for prep in verb.children if prep.lower_ == "for" for goal in prep.children if goal.dep_ == "pobj"]
    if cleft and any(one.lower_ == "it" or one.lemma_ in TALKED for one in things):
        return verb.head
    who = agents(verb)
    return who[0] if who and any(one.lemma_ in TALKED for one in things) else None


def find_caller(verb: Token) -> Token | None:
    """ "said the king had placed the call": who it was that rang, told again of a call spoken of before."""
    if verb.lemma_ not in ("place", "make", "initiate") or verb.pos_ != "VERB" or is_negated(verb):
        return None
    calls = [child for child in verb.rights if child.dep_ == "dobj" and child.lemma_ == "call"]
    known = any(one.lower_ in ("the", "that") for call in calls for one in call.lefts)
    who = agents(verb) if known and verb.tag_ in ("VBD", "VBN") else []
    return who[0] if len(who) == 1 else None


def asked_claims(
    scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]
) -> Iterator[ClaimMention]:
    """ "at the request of A", "at A's request", "initiated by A"."""
    near = [index for index in inside if events[index].type == "CONSULT"]
    near = near or contact_before(scene, sent, events)[-1:]
    for token in sent:
        asked = token.lemma_ in ("request", "initiative", "invitation") and token.head.lower_ == "at"
        begun = token.lemma_ == "initiate" and token.pos_ == "VERB"
        sought = find_asker(token) or find_caller(token)
        if not near or not (asked or begun or sought):
            continue
        if sought is not None:
            heads = [sought]
        elif asked:
            heads = [
                goal for prep in token.children if prep.lower_ == "of" for goal in prep.children if goal.dep_ == "pobj"
            ]
            heads += [child for child in token.children if child.dep_ == "poss"]
        else:
            heads = agents(token)
        party = scene.parties(heads)
        if len(party.actors) == 1:
            before = [index for index in near if events[index].trigger.start < token.idx] or near
            cover = [token.idx, *(head.idx for head in heads)]
            ends = [token.idx + len(token), *(head.idx + len(head) for head in heads)]
            yield ClaimMention(
                start=min(cover),
                end=max(ends),
                event=before[-1],
                facet="initiator",
                value=scene.actors[party.actors[0]].name,
            )
