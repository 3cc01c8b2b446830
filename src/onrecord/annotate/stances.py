"""Whose stance on what: cues of agreement, demand, support and refusal in statements and in the outlet's own voice.

Stance detection in the sense of Mohammad et al. (2016), narrowed to what a clause says outright: a cue from
`vocab/stances.toml`, its polarity after negation, modality and conditions, the party, and the words of the proposal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.embedding import embed_texts
from onrecord.annotate.grammar import is_verb
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.stance_cues import (
    Cue,
    find_attend_cue,
    find_compound_cue,
    find_confirm_cue,
    find_noun_cue,
    find_undecided_cue,
    find_verb_cue,
)
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent, span_of, strip_shell
from onrecord.annotate.stance_predicates import find_calling_cue, find_order_cue, find_predicate_cue
from onrecord.annotate.stance_words import load_stance_words
from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalStatement, StanceMention, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import ProposalKind, Stance

PARTIES = 4
REACH = 9
BACK = 1200
"""Characters back in which "the date" or "them" may find what it stands for."""
ABSENT = frozenset({"participation", "date", "attendance", "presence", "?"})
SHORT = frozenset({"meeting", "visit", "summit", "talk", "talks"})
CONTACT = frozenset({"meet", "sit", "talk", "speak", "visit", "negotiate"})
DENIED: dict[Stance, Stance] = {"agrees": "denies", "supports": "denies", "proposes": "denies", "conditional": "denies"}
DENYING = re.compile(r"\b(?:den(?:y|ie)|refut|disput|dismiss|reject)", re.IGNORECASE)
VERB_FINDERS = (
    find_confirm_cue, find_undecided_cue, find_verb_cue, find_predicate_cue, find_order_cue, find_calling_cue,
    find_attend_cue,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Matter:
    """What a stance is on: its words, name, kind and planned event."""

    extent: Extent
    label: str
    kind: ProposalKind
    event: int | None


def find_stances(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
) -> tuple[StanceMention, ...]:
    """Find the stances that parties of a document take on proposals.

    Returns:
        Stances by place in the text, one for each party; `statement` is the innermost statement around the cue, the
        party's own included.
    """
    scene = build_scene(parse, times, actors, mentions, statements)
    found: dict[tuple[int, int | None], StanceMention] = {}
    for token in parse.doc:
        cue = find_cue(scene, token)
        for one in () if cue is None else (cue, *find_instances(scene, cue)):
            for mention in build_mentions(scene, events, one):
                key = (mention.end, mention.actor)
                if key not in found or rank(mention) > rank(found[key]):
                    found[key] = mention
    rows = sorted(found.values(), key=lambda one: (one.start, one.end, -1 if one.actor is None else one.actor))
    vectors = embed_texts([one.label for one in rows])
    return tuple(replace(one, embedding=vector) for one, vector in zip(rows, vectors, strict=True))


def rank(mention: StanceMention) -> tuple[int, bool, int]:
    """Which of two stances on the same words by the same party is the more telling."""
    order = (
        "unconfirmed",
        "undecided",
        "conditional",
        "rejects",
        "denies",
        "opposes",
        "agrees",
        "proposes",
        "supports",
    )
    ordered = mention.label.endswith(" first") or " before " in mention.label
    return len(order) - order.index(mention.stance), ordered, mention.end - mention.start


def find_cue(scene: Scene, token: Token) -> Cue | None:
    """The stance cue at a token."""
    if token.is_space or token.is_punct:
        return None
    if is_verb(token):
        for finder in VERB_FINDERS:
            cue = finder(scene, token)
            if cue is not None:
                return cue
    return find_noun_cue(scene, token) or find_compound_cue(scene, token)


def find_instances(scene: Scene, cue: Cue) -> list[Cue]:
    """ "steps, including a truce before any settlement": what is singled out has the same stance."""
    doc, at = scene.parse.doc, cue.about.last + 1
    if (
        at + 2 < len(doc)
        and doc[at].text == ","
        and doc[at + 1].lower_ in ("including", "notably", "particularly", "especially")
    ):
        about = read_extent(scene, at + 2)
        return [] if about is None else [replace(cue, about=about, label="")]
    return []


def build_mentions(scene: Scene, events: tuple[EventMention, ...], cue: Cue) -> list[StanceMention]:
    """Make the stances of a cue, one for each party; none where the party or the proposal is not clear."""
    carrier = scene.statement_at(cue.at.idx, cue.at.idx + 1)
    holders: tuple[int | None, ...] = parties_of(scene, cue, carrier)
    if not holders:
        holders = other_party(scene, events, cue, carrier)
    body = bool(cue.holders) and cue.holders[0].lemma_.lower() in load_stance_words().lists["bodies"]
    if not holders and body:
        # "she said the union could accept it": she speaks for it; in the outlet's voice it stays open whose it is
        holders = (scene.statements[carrier].source.actor if carrier is not None else None,)
    unknown = (
        not holders
        and bool(cue.holders)
        and (cue.stance == "unconfirmed" or (cue.stance == "undecided" and carrier is not None))
    )
    if unknown:
        holders = (None,)
    if not holders:
        return []
    stance = judge_carrier(scene, carrier, cue.stance)
    if stance is None:
        return []
    matter = find_matter(scene, events, cue, tuple(one for one in holders if one is not None))
    if matter is None or (unknown and matter.event is None):
        return []
    first, last = min(cue.at.i, matter.extent.first), max(cue.at.i, matter.extent.last, cue.last)
    if cue.holders and cue.holders[0].sent.start == cue.at.sent.start and 0 < first - cue.holders[0].i < 6:
        first = cue.holders[0].i
    span = scene.parse.span_of(scene.parse.doc[first], scene.parse.doc[last])
    return [
        StanceMention(
            start=span.start,
            end=span.end,
            actor=actor,
            stance=stance,
            about=span_of(scene, matter.extent),
            label=matter.label,
            kind=matter.kind,
            event=matter.event,
            statement=carrier,
            time=time_of(scene, cue),
        )
        for actor in holders
    ]


def parties_of(scene: Scene, cue: Cue, carrier: int | None) -> tuple[int, ...]:
    """Whose stance it is: who acts by the grammar, else the source of the statement that the cue is the cue of."""
    if cue.speaker:
        actor = scene.statements[carrier].source.actor if carrier is not None else None
        return () if actor is None else usable(scene, scene.expand(actor))
    party = scene.parties(list(cue.holders))
    found = usable(scene, party.actors or places_of(scene, cue))
    if found:
        return found
    at = cue.at.idx
    for statement in scene.statements:
        if any(span.start <= at < span.end for span in statement.cue) and statement.source.actor is not None:
            return usable(scene, scene.expand(statement.source.actor))
    return ()


def other_party(scene: Scene, events: tuple[EventMention, ...], cue: Cue, carrier: int | None) -> tuple[int, ...]:
    """ "She agreed to sit down with me": of a contact of two, the one who is not the speaker."""
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    open_pronoun = len(cue.holders) == 1 and cue.holders[0].lower_ in ("he", "she", "they")
    event = event_in(scene, events, cue.about) if open_pronoun and speaker is not None else None
    if event is None:
        return ()
    parties = {one.actor for one in events[event].participants}
    others = parties - {speaker}
    return tuple(others) if len(parties) == 2 and len(others) == 1 else ()


def places_of(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The places that stand where a party should ("Port Merrin would not accept them")."""
    indices = [index for head in cue.holders for index in scene.mention_at.get(head.i, ())]
    return tuple(actor for actor in (scene.mentions[index].actor for index in indices) if actor is not None)


def usable(scene: Scene, actors: tuple[int, ...]) -> tuple[int, ...]:
    """A long list of members is no party. A place that takes a stance stands for whoever governs from it."""
    kept = tuple(dict.fromkeys(actors))
    return kept if len(kept) <= PARTIES else ()


def judge_carrier(scene: Scene, carrier: int | None, stance: Stance) -> Stance | None:
    """What becomes of a stance that is reported, denied or asked about."""
    if carrier is None:
        return stance
    statement = scene.statements[carrier]
    if statement.act == "ask" or (statement.negated and statement.act != "deny"):
        return None
    denied = any(DENYING.search(scene.parse.text_of(span)) for span in statement.cue)
    if denied and not statement.negated:
        return DENIED.get(stance)
    return stance


def time_of(scene: Scene, cue: Cue) -> int | None:
    """Index of the nearest time expression around the cue that is not ahead: when the stance was taken."""
    sentence = cue.at.sent
    reach = range(max(sentence.start, cue.at.i - REACH), min(sentence.end, max(cue.about.last, cue.at.i) + 4))
    near = sorted((abs(at - cue.at.i), at) for at in reach if at in scene.time_at)
    for _, at in near:
        index = scene.time_at[at][0]
        if scene.times[index].tense != "future":
            return index
    return None


def find_matter(scene: Scene, events: tuple[EventMention, ...], cue: Cue, holders: tuple[int, ...]) -> Matter | None:
    """What the stance is on; None where it is nothing that parties can be for or against."""
    doc = scene.parse.doc
    extent = strip_shell(doc, cue.about)
    head = doc[extent.first : extent.last + 1].root
    label = cue.label or label_of(scene, cue.about)
    if label == "?" or head.lemma_.lower() in ABSENT:
        return find_planned(scene, events, cue, holders)
    if head.lemma_.lower() in CONTACT or head.lower_ in SHORT or head.lemma_.lower() in SHORT:
        if cue.stance in ("supports", "opposes", "proposes") and event_in(scene, events, cue.about) is None:
            return None
        return find_planned(scene, events, cue, holders) or Matter(cue.about, label, "event", None)
    if head.pos_ == "PRON" or head.lower_ in ("them", "it", "this", "that"):
        return find_referent(scene, cue)
    if (
        cue.stance == "rejects"
        and cue.at.lemma_ in ("decline", "refuse")
        and is_verb(head)
        and head.lemma_ in load_stance_words().lists["evading"]
    ):
        return None  # who declines to comment takes no stance
    if not is_proposal(scene, head, label, cue):
        return None
    event = event_in(scene, events, cue.about)
    if event is not None:
        named = event_label(scene, events[event]) if is_event_phrase(scene, events[event], head) else ""
        if named or cue.label == "":
            return Matter(
                cue.about, named or label, "event" if named else kind_of(scene, extent, cue), event if named else None
            )
    return Matter(cue.about, label, kind_of(scene, extent, cue), None)


def find_planned(scene: Scene, events: tuple[EventMention, ...], cue: Cue, holders: tuple[int, ...]) -> Matter | None:
    """The planned contact that "the date", "any meeting" or "I will come" is about."""
    event = event_in(scene, events, cue.about)
    if event is None:
        event = event_before(scene, events, cue, holders)
    if event is None:
        return None
    named = event_label(scene, events[event]) or scene.parse.document.text[events[event].start : events[event].end]
    return Matter(cue.about, named, "event", event)


def is_event_phrase(scene: Scene, event: EventMention, head: Token) -> bool:
    """Is the event what the proposal is, rather than something named beside it?"""
    trigger = event.trigger
    if trigger.start <= head.idx < trigger.end:
        return True
    return any(
        trigger.start <= child.idx < trigger.end
        for child in head.children
        if child.dep_ in ("xcomp", "dobj", "conj", "pobj", "amod")
    )


def is_proposal(scene: Scene, head: Token, label: str, cue: Cue) -> bool:
    """Can parties be for or against it? People, prizes and what is over cannot."""
    words = load_stance_words().lists
    if not label or (
        head.ent_type_ in ("PERSON", "DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL") and head.pos_ != "VERB"
    ):
        return bool(label) and head.ent_type_ in ("PERCENT", "MONEY")
    if head.pos_ in ("NOUN", "PROPN") and scene.party(head).actors and head.lemma_.lower() not in words["measures"]:
        return False
    if head.lemma_.lower() in words["not_about"] and not cue.label:
        return False
    return head.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM", "ADP", "SYM") or head.lower_ in words["measures"]


def kind_of(scene: Scene, extent: Extent, cue: Cue) -> ProposalKind:
    """The kind of a proposal that is no event."""
    tokens = scene.parse.doc[extent.first : extent.last + 1]
    words = load_stance_words().lists
    if cue.demand:
        return "demand"
    if any(one.lemma_.lower() in words["measures"] or one.lower_ in words["measures"] for one in tokens):
        return "measure"
    return "demand" if tokens.root.tag_ == "VB" and cue.stance == "proposes" else "matter"


def event_in(scene: Scene, events: tuple[EventMention, ...], extent: Extent) -> int | None:
    """Index of the planned contact whose trigger stands in an extent."""
    span = span_of(scene, extent)
    for index, event in enumerate(events):
        inside = span.start <= event.trigger.start and event.trigger.end <= span.end
        if inside and event.mode is not None and event.status != "happened":
            return index
    return None


def event_before(scene: Scene, events: tuple[EventMention, ...], cue: Cue, holders: tuple[int, ...]) -> int | None:
    """Index of the nearest planned contact spoken of before (or in the same clause), one with the party in it first."""
    ahead, at = ("planned", "proposed", "unconfirmed"), cue.at.idx
    sides = {scene.actors[one].name for one in holders} | {scene.actors[one].side for one in holders} - {None}
    near = [
        n
        for n, one in enumerate(events)
        if one.mode is not None and one.status in ahead and one.count == 1 and -200 < at - one.trigger.start < BACK
    ]
    before = [n for n in near if events[n].trigger.start < at]
    for pool in (before, near):
        for index in sorted(pool, key=lambda n: -events[n].trigger.start):
            parties = {one.actor for one in events[index].participants}
            if parties & set(holders) or {scene.actors[one].side or scene.actors[one].name for one in parties} & sides:
                return index
    same = [n for n in before if events[n].trigger.start >= cue.at.sent.start_char]
    if same:
        return same[-1]
    vague = [n for n in before if len(events[n].participants) < 2 and events[n].mode != "call"]
    return vague[-1] if vague else None


def event_label(scene: Scene, event: EventMention) -> str:
    """ "meeting between Ada Moreau and Bo Lind"; empty where the parties are not known."""
    names = [scene.actors[one.actor].name for one in event.participants]
    if len(names) < 2 or event.mode is None:
        return ""
    mode = "meeting" if event.mode == "third-party" else event.mode
    return f"{mode} between {', '.join(names[:-1])} and {names[-1]}"


def find_referent(scene: Scene, cue: Cue) -> Matter | None:
    """What "them" stands for: the nearest plural thing in the sentence or the one before; "it" is left open."""
    doc = scene.parse.doc
    pronoun = doc[cue.about.first : cue.about.last + 1].root
    if pronoun.lower_ not in ("them", "they"):
        return None
    start = cue.at.sent.start
    begin = doc[start - 1].sent.start if start else 0
    for token in reversed(doc[begin : cue.at.i]):
        if token.tag_ in ("NNS", "NNPS") and token.ent_type_ not in ("DATE", "TIME") and may_refer(scene, token):
            extent = noun_extent(doc, token, cue.at.i)
            extent = Extent(token.left_edge.i, token.i) if extent.last > token.i + 6 else extent
            return Matter(cue.about, label_of(scene, extent), kind_of(scene, extent, cue), None)
    return None


def may_refer(scene: Scene, token: Token) -> bool:
    """Can "them" stand for this noun: a thing, not a party or a time?"""
    thing = token.lemma_.lower() in load_stance_words().lists["measures"] or not scene.is_actor(token)
    return thing and token.i not in scene.in_time
