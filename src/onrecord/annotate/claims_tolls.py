"""Claims of tolls: how many were killed, hurt or held in an event; and how a quantity becomes a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined
from onrecord.annotate.quantities import load_claim_words, plain, read_bound, read_number
from onrecord.annotations import ClaimMention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span as Stretch
    from spacy.tokens import Token

    from onrecord.annotate.quantities import Quantity
    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import EventMention

CALLS = frozenset({"call", "phone", "telephone", "ring", "dial"})
HARM = frozenset({"ASSAULT", "COERCE", "PROTEST"})
BACK = 3
"""Sentences after an event in which a toll without an event of its own still belongs to it."""


def toll_claims(
    scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]
) -> Iterator[ClaimMention]:
    """Killed, injured, arrested, missing: "at least 12 people were killed", "the death toll rose to 40"."""
    for token in sent:
        toll = toll_of(token)
        if toll is None:
            continue
        for number_token, noun in counted(token):
            number = read_number(number_token.text)
            if number is None or number_token.i in scene.in_time:
                continue
            index = harmful_event(scene, sent, events, inside)
            if index is None:
                continue
            first, approximate, bound = read_bound(scene.parse.document.text, number_token.idx)
            stops = [number_token.idx + len(number_token), token.idx + len(token)]
            start = min(first, token.idx)
            subject = noun.lemma_.lower() if noun is not None and noun != number_token else "people"
            yield ClaimMention(
                start=start, end=max(stops), event=index, facet="count", value=plain(number), unit=toll,
                approximate=approximate, subject=subject, bound=bound,
            )  # fmt: skip


def toll_of(token: Token) -> str | None:
    """What the token counts: "killed", "injured" …"""
    lemma = token.lemma_.lower()
    for toll, words in load_claim_words()["tolls"].items():
        if lemma in words or (
            lemma == "toll" and toll == "killed" and any(child.lower_ == "death" for child in token.children)
        ):
            return str(toll)
    return None


def counted(token: Token) -> list[tuple[Token, Token | None]]:
    """Numbers that a word of harm applies to, with the noun they count."""
    people = load_claim_words()["people"]["words"]
    heads: list[Token] = []
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
    for child in token.children:
        if (
            child.dep_ == "nsubjpass"
            or (child.dep_ == "nsubj" and token.lemma_ in ("die", "dead", "miss", "missing", "hurt"))
            or (child.dep_ == "dobj" and not passive)
        ):
            heads += conjoined(child)
    if token.pos_ in ("ADJ", "VERB") and token.head.lemma_ == "be":
        heads += [child for child in token.head.children if child.dep_ == "nsubj"]
    if token.dep_ in ("acl", "amod") and token.head.pos_ in ("NOUN", "NUM"):
        heads.append(token.head)
    found: list[tuple[Token, Token | None]] = []
    for head in heads:
        if head.pos_ == "NUM" and not any(child.dep_ == "pobj" for child in head.children):
            found.append((head, None))
        numbers = [child for child in head.children if child.dep_ == "nummod"]
        if numbers and head.lemma_.lower() in people:
            found += [(numbers[-1], head)]
    if token.lemma_ == "toll" and token.dep_ == "nsubj":
        found += [
            (goal, None)
            for prep in token.head.children
            if prep.lower_ in ("to", "at")
            for goal in prep.children
            if goal.pos_ == "NUM"
        ]
    return found


def harmful_event(scene: Scene, sent: Stretch, events: Sequence[EventMention], inside: Sequence[int]) -> int | None:
    """The event a toll belongs to: in the sentence, else the last one shortly before."""
    here = [index for index in inside if events[index].type in HARM]
    if here:
        return here[0]
    before = [
        index for index, event in enumerate(events) if event.type in HARM and event.trigger.start < sent.start_char
    ]
    if not before:
        return None
    starts = [
        one.start_char
        for one in scene.parse.doc.sents
        if events[before[-1]].trigger.start < one.start_char <= sent.start_char
    ]
    return before[-1] if len(starts) <= BACK else None


def from_quantity(quantity: Quantity, index: int, facet: str, *, start: int) -> ClaimMention:
    """A claim from a quantity."""
    return ClaimMention(
        start=start, end=quantity.end, event=index, facet="duration" if facet == "duration" else "amount",
        value=quantity.value, unit=quantity.unit, approximate=quantity.approximate, bound=quantity.bound,
    )  # fmt: skip
