"""An event mention in the making, and the stretch of text it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.phrases import BOUNDING, PLACES
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.timex.tense import is_of_saying
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventMode, EventStatus, EventType, Role

MUTUAL = "mutual visit"
"""The word of a visit to each other: two visits, and none of them the visit of one to the other."""
TOLD = "told"
"""The word of what one person told another, which a later "the conversation" may mean."""
BRIEFED = "briefed"
"""The word of a contact told of the party alone that was told something: it is no meeting of that party's."""
NEAR = 25
"""Tokens between an event word and a party before it that the evidence still spans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event mention before its antecedent is known.

    Attributes:
        first, last: Token indices of the evidence.
        word: Lemma of the event word.
        open: A party is missing or unresolved: an antecedent may supply it.
        complete: All parties are printed ("between A and B").
        delegated: Delegations or officials met, not the persons named.
        imminent: A plan told as carried out at once.
        size: How many parties a subject without a name stands for ("all three"); 0 is as many as there were.
        told: One person told another something: no event unless a later mention refers to it.
        inherited: Some parties are not printed: the document's only accused, judge, union or employer is taken.
        untold: Whether it has been is not said ("welcomed the meeting"): what it refers to tells.
        arranged: Told as arranged before ("the meeting had been announced"): it may have been by now.
        lapsed: No contact is told of, only how long there was none ("they have not met since May"): no event.
        counted: Says of a contact just told which of a row it was ("it was their third call this month").
        light: The clause adds nothing but the reference ("the leaders discussed …"): no event without an antecedent.
    """

    first: int
    last: int
    trigger: Span
    word: str
    type: EventType
    mode: EventMode | None = None
    actors: tuple[tuple[int, Role], ...] = ()
    times: tuple[int, ...] = ()
    where: Span | None = None
    status: EventStatus = "happened"
    definite: bool = False
    open: bool = False
    complete: bool = False
    delegated: bool = False
    imminent: bool = False
    untold: bool = False
    light: bool = False
    arranged: bool = False
    lapsed: bool = False
    counted: bool = False
    size: int | None = None
    told: bool = False
    inherited: bool = False
    order: str | None = None
    count: int = 1


def evidence_tokens(scene: Scene, anchor: Token, parties: Sequence[Token], last: int) -> tuple[int, int]:
    """First and last token of the evidence: the event word with the parties near it in its own sentence."""
    sent, first = anchor.sent, anchor.i
    for head in parties:
        cover = scene.cover.get(head.i)
        start, end = head.i, head.i
        if cover is not None:
            mention = scene.mentions[cover]
            span = scene.parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if span is not None and span.end - span.start < NEAR:
                start, end = span.start, span.end - 1
        other_clause = any(token.text == ";" for token in anchor.doc[start : anchor.i])
        if start >= sent.start and anchor.i - start <= NEAR and not other_clause:
            first = min(first, start)
        if end < sent.end and end - anchor.i <= NEAR:
            last = max(last, end)
    return first, max(last, anchor.i)


def times_of_clause(scene: Scene, verb: Token) -> list[int]:
    """Times that hang on the verb itself ("On Monday, A met B"), not on a verb above it."""
    found: list[int] = []
    for child in verb.children:
        if is_of_saying(verb, child):
            continue
        if child.dep_ in ("npadvmod", "advmod", "tmod", "nmod"):
            starts = [child, *child.subtree]
        elif child.dep_ == "prep" and child.lower_ not in BOUNDING:
            starts = [
                one
                for noun in child.children
                if noun.dep_ in ("pobj", "pcomp") and (noun.i in scene.in_time or is_length(scene, child, noun))
                for one in noun.subtree
            ]
        else:
            continue
        found += [scene.time_at[one.i][0] for one in starts if one.i in scene.time_at]
    return found


def is_length(scene: Scene, prep: Token, noun: Token) -> bool:
    """ "For three hours": what hangs on it hangs on the verb ("for three hours on Tuesday")."""
    return prep.lower_ == "for" and noun.lemma_ in scene.words.lists["contact.measures"]


def times_after_places(scene: Scene, verb: Token) -> list[int]:
    """Days hung on the place of a deed ("arrested A at his home on Tuesday", "seized a ship in the strait on Friday").

    Its "on" stands right behind the place, so that nothing else of the phrase can have the day.
    """
    found: list[int] = []
    for prep in (one for child in verb.rights for one in (child, *(grand for grand in child.rights))):
        if prep.dep_ != "prep" or prep.lower_ not in PLACES or prep.i in scene.in_time or is_clause(prep.head, verb):
            continue
        for noun in prep.children:
            own = [one for one in noun.subtree if one.lower_ == "on" and one.dep_ == "prep" and one.i > noun.i]
            if noun.dep_ == "pobj" and own and noun.lemma_.lower() not in scene.words.nouns:
                found += [scene.time_at[one.i][0] for one in own[0].subtree if one.i in scene.time_at]
    return found


def is_clause(head: Token, verb: Token) -> bool:
    """Does a phrase hang on another verb than this one, one with a subject of its own?"""
    return head != verb and head.pos_ in ("VERB", "AUX") and any(child.dep_ == "nsubj" for child in head.lefts)


def times_after_nouns(scene: Scene, verb: Token) -> list[int]:
    """Times that the parser hung on a bare noun below the verb ("convicted of perjury on 12 May")."""
    return [
        time
        for child in verb.rights
        if child.dep_ == "prep" and child.i not in scene.in_time
        for noun in child.children
        if noun.dep_ == "pobj" and not list(noun.lefts)
        for time in times_of_clause(scene, noun)
    ]


def place_of_clause(scene: Scene, verb: Token) -> Span | None:
    """A place that hangs on the verb itself, before or after it."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PLACES:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    place = place_of(scene, noun.left_edge.i, noun.i)
                    if place is not None:
                        return place
    return None


def merge_times(*groups: Sequence[int]) -> tuple[int, ...]:
    """Time indices without repeats, in text order."""
    return tuple(sorted({index for group in groups for index in group}))


def is_another(scene: Scene, draft: Draft) -> bool:
    """Does its clause say that it was before, or another ("had already been jailed", "in two other trials")?"""
    verb = scene.parse.doc[scene.token_at(draft.trigger.start)]
    near = {one.lower_ for one in verb.subtree}
    return any(child.lower_ in ("had", "already", "previously", "earlier", "once") for child in verb.children) or bool(
        near & {"other", "another", "separate", "previous", "second", "third", "again"}
    )
