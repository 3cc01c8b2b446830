"""Whose stance on what: cues of agreement, demand, support and refusal in statements and in the outlet's own voice.

Stance detection in the sense of Mohammad et al. (2016), narrowed to what a clause says outright: a cue from
`vocab/stances.toml`, its polarity after negation, modality and conditions, the party, and the words of the proposal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.columns import find_author
from onrecord.annotate.embedding import embed_texts
from onrecord.annotate.evidence import find_whole_span
from onrecord.annotate.grammar import auxiliaries, is_verb, own_subjects
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.stance_answers import find_attend_cue, find_confirm_cue, find_undecided_cue
from onrecord.annotate.stance_callings import find_calling_cue
from onrecord.annotate.stance_cues import Cue, find_verb_cue
from onrecord.annotate.stance_denials import find_denial_cue
from onrecord.annotate.stance_duties import find_duty_cue
from onrecord.annotate.stance_echoes import find_echo_cue, find_echoed
from onrecord.annotate.stance_effects import find_effect_cue, find_signal_cue
from onrecord.annotate.stance_extent import read_extent, span_of
from onrecord.annotate.stance_holders import find_holders
from onrecord.annotate.stance_matters import Matter, find_matter
from onrecord.annotate.stance_merits import find_merit_cue
from onrecord.annotate.stance_moods import find_feeling_cue, find_mood_cue
from onrecord.annotate.stance_moves import find_move_cue
from onrecord.annotate.stance_nouns import find_compound_cue, find_drawn_cue, find_noun_cue
from onrecord.annotate.stance_open import (
    find_bare_cue,
    find_given_cue,
    find_not_one_cue,
    find_open_cue,
    find_passive_cue,
    find_tied_cue,
)
from onrecord.annotate.stance_oughts import find_ought_cue
from onrecord.annotate.stance_over import find_over_cue
from onrecord.annotate.stance_own_deeds import find_own_denial
from onrecord.annotate.stance_predicates import find_order_cue, find_predicate_cue
from onrecord.annotate.stance_replies import (
    find_dubbed_cue,
    find_limit_cue,
    find_reply_cue,
    find_returned_cue,
    find_standing_cue,
)
from onrecord.annotate.stance_settled import drop_headings, is_history
from onrecord.annotate.stance_tagged import find_tagged_cue
from onrecord.annotate.stance_terms import find_terms_cue, find_tied_offer
from onrecord.annotate.stance_unsaid import is_unsaid
from onrecord.annotate.stance_untrue import find_called_untrue, find_untrue_cue
from onrecord.annotate.stance_verdicts import find_it_cue, find_reaction_cue
from onrecord.annotate.stance_vows import find_readiness_cue, find_vow_cue
from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalStatement, StanceMention, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

REACH = 9
NEAR = 24
"""Characters from "refused" to the verb of what is refused."""
DENIED: dict[Stance, Stance] = {"agrees": "denies", "supports": "denies", "proposes": "denies", "conditional": "denies"}
DENYING = re.compile(r"\b(?:den(?:y|ie)|refut|disput|dismiss|reject)", re.IGNORECASE)
SUPPOSING = re.compile(r"\b(?:think|thought|believ|expect|predict|doubt|hop|fear)", re.IGNORECASE)
CLOSED = re.compile(r"[.!?;]|\n|\b(?:but|and|yet)\b")
VERB_FINDERS = (
    find_denial_cue, find_own_denial, find_called_untrue, find_reaction_cue, find_it_cue, find_confirm_cue,
    find_undecided_cue, find_calling_cue,
    find_verb_cue, find_predicate_cue, find_order_cue, find_attend_cue, find_reply_cue, find_returned_cue,
    find_limit_cue, find_readiness_cue, find_dubbed_cue, find_drawn_cue, find_vow_cue, find_open_cue, find_bare_cue,
    find_given_cue, find_passive_cue, find_tied_cue, find_merit_cue, find_duty_cue, find_ought_cue,
    find_not_one_cue, find_terms_cue, find_untrue_cue, find_effect_cue, find_signal_cue,
    find_mood_cue, find_move_cue, find_echo_cue,
)  # fmt: skip
NOUN_FINDERS: tuple[Callable[[Scene, Token], Cue | None], ...] = (
    find_over_cue,
    find_noun_cue,
    find_compound_cue,
    find_standing_cue,
    find_feeling_cue,
)


def find_stances(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
    tags: tuple[Tag, ...] = (),
) -> tuple[StanceMention, ...]:
    """Find the stances that parties of a document take on proposals.

    `tags` is what the trained tagger sees of stances, where it is used.

    Returns:
        Stances by place in the text, one for each party; `statement` is the innermost statement around the cue, the
        party's own included.
    """
    scene = build_scene(parse, times, actors, mentions, statements)
    scene = replace(scene, author=find_author(scene))
    found: dict[tuple[int, int | None, Stance | None], StanceMention] = {}
    for token in parse.doc:
        cue = find_cue(scene, token)
        for one in () if cue is None else (cue, *find_instances(scene, cue)):
            for mention in build_mentions(scene, events, one, tuple(found.values())):
                key = (mention.end, mention.actor, mention.stance if mention.actor is None else None)
                if key not in found or rank(mention) > rank(found[key]):
                    found[key] = mention
    for tag in tags:
        cue = find_tagged_cue(scene, tag)
        unsaid = cue is None or is_unsaid(scene, cue) or is_history(scene, cue)
        for mention in () if cue is None or unsaid else build_mentions(scene, events, cue, tuple(found.values())):
            if not any(is_beside(mention, one) for one in found.values()):
                found[mention.end, mention.actor, mention.stance if mention.actor is None else None] = replace(
                    mention, tagged=True
                )
    rows = [one for one in found.values() if not is_told_and_denied(scene, one, found.values())]
    rows = drop_headings(scene, rows)
    rows = sorted(rows, key=lambda one: (one.start, one.end, -1 if one.actor is None else one.actor))
    vectors = embed_texts([one.label for one in rows])
    return tuple(replace(one, embedding=vector) for one, vector in zip(rows, vectors, strict=True))


def is_told_and_denied(scene: Scene, one: StanceMention, others: Iterable[StanceMention]) -> bool:
    """ "pushed back on a report that it was dropping its opposition": told by a report that the party itself denies."""
    text = scene.parse.document.text
    return any(
        other.stance == "denies"
        and other.actor == one.actor is not None
        and other.start < other.end <= one.start
        and not CLOSED.search(text[other.end : one.start])
        and text[other.about.start : other.about.end].casefold().find("report") >= 0
        for other in others
    )


def is_beside(one: StanceMention, other: StanceMention) -> bool:
    """Do two stances of one party, or of one unknown, stand on the same words?"""
    return one.actor == other.actor and one.start < other.end and other.start < one.end


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
        for find in VERB_FINDERS:
            cue = find(scene, token)
            if cue is not None:
                return None if is_unsaid(scene, cue) or is_history(scene, cue) else cue
    if token.dep_ == "nsubj" and find_tied_offer(scene, token.head) is not None:
        return None  # "its support is conditional on a truce"
    for finder in NOUN_FINDERS:
        cue = finder(scene, token)
        if cue is not None:
            return cue
    return None


def find_instances(scene: Scene, cue: Cue) -> list[Cue]:
    """ "steps, including a truce before any settlement": what is singled out has the same stance."""
    doc, at = scene.parse.doc, cue.about.last + 1
    if (
        at + 2 < len(doc)
        and doc[at].text == ","
        and doc[at + 1].lower_ in ("including", "notably", "particularly", "especially")
    ):
        about = read_extent(scene, at + 2)
        return [] if about is None or doc[about.first].pos_ == "ADP" else [replace(cue, about=about, label="")]
    return []


def build_mentions(
    scene: Scene, events: tuple[EventMention, ...], cue: Cue, priors: tuple[StanceMention, ...] = ()
) -> list[StanceMention]:
    """Make the stances of a cue, one for each party; none where the party or the proposal is not clear."""
    carrier = scene.statement_at(cue.at.idx, cue.at.idx + 1)
    holders = find_holders(scene, events, cue, carrier)
    open_yet = cue.stance == "unconfirmed" or (cue.stance == "undecided" and carrier is not None)
    unknown = not holders and bool(cue.holders) and open_yet
    holders = (None,) if unknown else holders
    if not holders:
        return []
    stance = judge_carrier(scene, carrier, cue)
    turned = stance == "denies" != cue.stance
    holders = tuple(one for one in holders if not turned or is_own(scene, one, carrier))
    if stance is None or not holders:
        return []
    if cue.echoed:
        prior = find_echoed(cue, holders, priors)
        if prior is None:
            return []
        stance = prior.stance
        matter: Matter | None = Matter(cue.about, prior.label, prior.kind, prior.event)
    else:
        matter = find_matter(scene, events, cue, tuple(one for one in holders if one is not None), priors)  # fmt: skip
    if matter is None or (unknown and matter.event is None):
        return []
    first, last = min(cue.at.i, matter.extent.first), max(cue.at.i, matter.extent.last, cue.last)
    doers = cue.holders
    if not doers and cue.speaker and is_verb(cue.at):
        doers = tuple(own_subjects(cue.at) or (one for one in cue.at.lefts if one.dep_ == "expl"))
    if doers and doers[0].sent.start == cue.at.sent.start and 0 < first - doers[0].i < 6:
        first = doers[0].i
    span = find_whole_span(scene.parse, scene.parse.doc[first], scene.parse.doc[last])
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


def judge_carrier(scene: Scene, carrier: int | None, cue: Cue) -> Stance | None:
    """What becomes of a stance that is reported, denied or asked about."""
    stance = cue.stance
    if carrier is None or cue.at.pos_ == "NOUN":
        return stance  # who rejects "the minister's call" grants that he called
    statement = scene.statements[carrier]
    if stance == "unconfirmed" and statement.act in ("refuse", "confirm") and statement.cue:
        near = 0 <= cue.at.idx - statement.cue[0].start < NEAR
        return stance if near else None  # "refused to confirm it": the words of the refusal itself
    if statement.act == "ask" or (statement.negated and statement.act != "deny"):
        return None
    supposed = any(SUPPOSING.search(scene.parse.text_of(span)) for span in statement.cue)
    ahead = any(one.lower_ in ("will", "would", "'ll", "’ll") for one in auxiliaries(cue.at))
    if supposed and ahead and cue.holders and cue.holders[0].lower_ not in ("i", "we", "he", "she", "it", "they"):
        return None  # "thinks Congress will pass the deal": what one expects of another
    denied = any(DENYING.search(scene.parse.text_of(span)) for span in statement.cue)
    if denied and not statement.negated:
        return DENIED.get(stance)
    return stance


def is_own(scene: Scene, holder: int | None, carrier: int | None) -> bool:
    """Does who denies a stance deny his own or his side's? "He denied that Osk had agreed" is no word of Osk's."""
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    if holder is None or speaker is None:
        return False
    voice, party = scene.actors[speaker], scene.actors[holder]
    if voice.side is None:  # "the president's spokesman, Marsh": of the one who holds an office
        return holder == speaker or (bool(party.offices) and any(one.title == "spokesperson" for one in voice.offices))
    return holder == speaker or voice.side in (party.name, party.side)


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
