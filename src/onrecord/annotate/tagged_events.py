"""Events that the trained tagger sees where no rule tells one: its word, its type and status, and who did it to whom.

Contacts are left to the rules: which of four calls is meant hangs on more than the tagger sees.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.event_tagger import TYPES
from onrecord.annotate.grammar import auxiliaries, is_infinitive
from onrecord.annotate.noun_marks import is_definite
from onrecord.annotate.statuses import convenes, status_of_verb
from onrecord.annotate.sufferers import JUDGED, drop_sufferers
from onrecord.annotate.tagged_doubts import is_no_event
from onrecord.annotate.tagged_parties import find_heads, resolve
from onrecord.annotate.tagged_roles import settle_roles
from onrecord.vocab.families import is_light

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventStatus, EventType, Role

LEFT_OUT = frozenset({"CONSULT", TYPES[-1]})
TOGETHER = frozenset({"AGREE", "COOPERATE"})
"""Types of what several do together, without anybody it is done to."""
WAITING = frozenset({"stand", "wait", "queue", "gear", "brace"})
PAST = frozenset({"had", "was", "were", "did", "have", "has"})
PARTIES = 2
"""An event of one known party is told too often, and of too little, to be kept apart from others."""


def find_tagged(scene: Scene, tags: Sequence[Tag], drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of the words that the tagger is sure of and that no draft tells yet.

    Args:
        scene: The document.
        tags: What the tagger sees of events, in text order.
        drafts: The events that rules have found.
    """
    taken = {at for one in drafts for at in range(one.trigger.start, one.trigger.end)}
    found: list[Draft] = []
    for tag in tags:
        if tag.kind in LEFT_OUT or tag.word[0] in taken:
            continue
        anchor = scene.parse.doc[scene.token_at(tag.word[0])]
        if is_no_event(scene, anchor, tag.kind, tag.sure):
            continue
        if anchor.lemma_ == "call" and convenes(scene, anchor):
            continue  # "called a meeting": the meeting is the event
        if is_carried(scene, anchor, drafts):
            continue
        draft = read_tag(scene, tag, anchor)
        draft = None if draft is None else leave_others(scene, draft, (*drafts, *found))
        if draft is not None and not any(is_told_by(draft, one) for one in (*drafts, *found)):
            found.append(draft)
    return found


def is_carried(scene: Scene, anchor: Token, drafts: Sequence[Draft]) -> bool:
    """Is it the object of a light verb that an event is told by already ("made an unsolicited offer for A")?"""
    light = anchor.dep_ == "dobj" and is_light(anchor.head.lemma_.lower())
    return light and any(scene.token_at(one.trigger.start) == anchor.head.i for one in drafts)


def leave_others(scene: Scene, draft: Draft, others: Sequence[Draft]) -> Draft:
    """The draft with evidence that ends where another event is named: that word is the other's."""
    at = scene.token_at(draft.trigger.start)
    named = [scene.token_at(place) for one in others for place in (one.trigger.start, one.trigger.end - 1)]
    first = max([draft.first, *(one + 1 for one in named if one < at)])
    last = min([draft.last, *(one - 1 for one in named if one > at)])
    while at < last < draft.last and scene.parse.doc[last].pos_ in ("DET", "ADP", "PUNCT"):
        last -= 1
    return replace(draft, first=first, last=last)


def is_told_by(draft: Draft, other: Draft) -> bool:
    """Do two drafts in the same words tell of one thing done, by and to the same or to some of them?"""
    ours, theirs = ({actor for actor, _ in one.actors} for one in (draft, other))
    apart = draft.last < other.first or other.last < draft.first or draft.type != other.type
    return not apart and bool(theirs) and (ours <= theirs or theirs <= ours)


def status_of_tag(scene: Scene, anchor: Token, tag: Tag) -> EventStatus:
    """As the tagger has it; what a clause in the present is about to do is not done ("stands by to help A")."""
    told = cast("EventStatus", tag.status)
    if anchor.pos_ != "VERB" or told not in ("happened", "ongoing") or not is_infinitive(anchor):
        return told
    above = anchor.head
    if above.lemma_ in WAITING:
        return "planned"
    ahead = above.tag_ in ("VBZ", "VBP", "VBG") and above.dep_ != "pcomp"
    ahead = ahead and not any(one.lower_ in PAST for one in auxiliaries(above))
    found = status_of_verb(scene, anchor)
    return found if ahead and found in ("planned", "proposed") else told


def read_tag(scene: Scene, tag: Tag, anchor: Token) -> Draft | None:
    """The draft of one word; none where fewer than two parties are known."""
    parts = settle_roles(
        scene, anchor, tag.kind, *(find_heads(scene.parse.doc, anchor, words) for words in tag.parties)
    )
    source, target = (resolve(scene, heads) for heads in parts)
    target = drop_sufferers(scene, parts[1], target) if tag.kind in JUDGED else target
    target = tuple(one for one in target if one not in source)
    if len(source) + len(target) < PARTIES or not source or not (target or tag.kind in TOGETHER):
        return None
    first, last = evidence_tokens(scene, anchor, [*parts[0], *parts[1]], anchor.i)
    roles: list[tuple[int, Role]] = [*((one, "source") for one in source), *((one, "target") for one in target)]
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(anchor, anchor),
        word=anchor.lemma_.lower(),
        type=cast("EventType", tag.kind),
        actors=tuple(roles),
        times=merge_times(times_of_clause(scene, anchor)),
        where=place_of_clause(scene, anchor),
        status=status_of_tag(scene, anchor, tag),
        definite=anchor.pos_ == "NOUN" and is_definite(anchor),
        complete=bool(source and target),
    )
