"""When, to whom and through what: what one sentence sets for the statements that go on from it.

News text sets a scene once ("Talking to reporters on Tuesday, A said …") and goes on with "he added". A scene lasts
while the same speaker goes on without a new one: within the sentence for everything, into the next sentence or
paragraph for pronouns, for cues that continue and for quotations that follow.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.annotate.channels import Channel, find_network, follows_post
from onrecord.annotate.grammar import is_verb, own_subjects
from onrecord.annotations import Attribution
from onrecord.records import Span
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty
    from onrecord.vocab.lists import StatementKind

FAR = 1
"""A scene reaches no further than so many paragraphs from the statement before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The circumstances of one attribution; `said` indexes the times."""

    speakers: frozenset[int] = frozenset()
    channel: Channel | None = None
    addressee: LocalParty | None = None
    said: int | None = None


def find_said(reading: Reading, index: int, channel: Channel | None) -> int | None:
    """The time expression that dates the act of speech: it hangs on the cue, its subject or its scene.

    Args:
        reading: The document.
        index: The attribution.
        channel: Its channel, whose words may carry the time ("in an interview on Tuesday").

    Returns:
        An index into the times, None where the sentence does not date the speech.
    """
    head = reading.heads[index]
    frame = {token.i for token in reading.frame(index)}
    if head is None or not frame:
        return None
    one = reading.attributions[index]
    anchors = {token.i for token in reading.tokens([*one.cue, *one.source])} | set(channel.tokens if channel else ())
    anchors.add(head.i)
    best: tuple[int, int] | None = None
    for at, time in enumerate(reading.times):
        if time.type not in ("DATE", "TIME") or not head.sent.start_char <= time.start < head.sent.end_char:
            continue
        part = reading.parse.doc.char_span(time.start, time.end, alignment_mode="expand")
        if part is None or part.root.i not in frame or time.rule in ("duration", "set"):
            continue
        if time.value in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
            continue
        if dates_speech(reading, index, part.root, anchors):
            rank = (abs(part.root.i - head.i), at)
            best = min(best or rank, rank)
    return best[1] if best else None


def dates_speech(reading: Reading, index: int, token: Token, anchors: set[int]) -> bool:
    """Does a time hang on the cue (or stand right beside it), not on a noun of the frame?"""
    words = load_channel_words()
    doc = reading.parse.doc
    low = token.left_edge.i - 1
    while low >= 0 and (doc[low].pos_ == "ADP" or doc[low].text in (",", "(") or doc[low].dep_ == "det"):
        low -= 1
    verb = reading.heads[index]
    if low in anchors and (verb is None or low <= verb.i + 1 or verb.i not in {one.i for one in token.ancestors}):
        return verb is None or low <= verb.i + 1
    top = token
    while top.dep_ in ("pobj", "nmod", "compound", "npadvmod", "advmod", "nummod", "pcomp", "prep") and top.head != top:
        top = top.head
        if top.pos_ != "ADP":
            break
    if top.i in anchors:
        return True
    if is_verb(top):
        own = top != token and reading.belongs(token, index, words.speaking)
        return own
    press = top.lemma_.lower() in words.press | words.outlet_nouns | words.network_after
    return (press or top.i in anchors) and reading.belongs(top, index, words.speaking)


def find_scene_line(reading: Reading, speakers: Mapping[int, Sequence[LocalParty]], index: int) -> Channel | None:
    """The network of a sentence that follows and has no content of its own: "A announced on Chatter, …".

    The paraphrase before it is what was announced there.
    """
    head = reading.heads[index]
    if head is None:
        return None
    doc, at = reading.parse.doc, head.sent.end
    while at < len(doc) and doc[at].is_space:
        at += 1
    after = doc[at].sent if at < len(doc) else None
    if after is None or reading.paragraph(after.start_char) - reading.paragraph(head.idx) > FAR:
        return None
    verb = after.root
    if any(one is not None and one.i == verb.i for one in reading.heads):
        return None
    if not is_verb(verb) or verb.lemma_.lower() not in load_channel_words().posting | {"announce", "say"}:
        return None
    actors = {party.actor for party in speakers.get(index, ())} - {None}
    for subject in own_subjects(verb):
        for mention in reading.mention_at.get(subject.i, ()):
            if reading.mentions[mention].actor in actors:
                return line_network(reading, verb)
    return None


def line_network(reading: Reading, verb: Token) -> Channel | None:
    """A network right below the verb of a line without content."""
    tokens = [token for token in verb.sent if not token.is_space]
    probe = replace_head(reading, verb)
    return find_network(probe, len(probe.heads) - 1, tokens)


def replace_head(reading: Reading, verb: Token) -> Reading:
    """The reading with one more cue, a bare verb, so that the finders of channels can be asked about it."""

    bare = Attribution(content=(), cue=(Span(start=verb.idx, end=verb.idx + len(verb)),), source=())
    return replace(reading, attributions=(*reading.attributions, bare), heads=(*reading.heads, verb), frames={})


def continues(reading: Reading, index: int, kind: StatementKind) -> bool:
    """Does a statement show by itself that it goes on: a pronoun, "added", or a bare quotation?"""
    one, head = reading.attributions[index], reading.heads[index]
    if head is None or not one.source:
        return True
    if head.lemma_.lower() in load_channel_words().continuing or any(c.lower_ == "also" for c in head.children):
        return True
    pronoun = [token for token in reading.tokens(one.source) if token.tag_ == "PRP"]
    return bool(pronoun) or kind == "direct"


def carry_occasions(
    reading: Reading,
    order: Sequence[int],
    speakers: Mapping[int, tuple[LocalParty, ...]],
    kinds: Mapping[int, StatementKind],
    own: Mapping[int, Occasion],
) -> dict[int, Occasion]:
    """Complete what statements leave out from the scene that is still on.

    Args:
        reading: The document.
        order: The attributions in the order of their cues.
        speakers: Their speakers.
        kinds: Their kinds.
        own: What their own sentences say.

    Returns:
        The occasion of every attribution.
    """
    found: dict[int, Occasion] = {}
    last: int | None = None
    for index in order:
        occasion = own[index]
        if reading.attributions[index].parent is not None:
            found[index] = occasion
            continue
        if last is not None and found[last].speakers and found[last].speakers == occasion.speakers:
            occasion = inherit(reading, last, index, found[last], occasion, kinds)
        if occasion.channel is None and kinds[index] != "direct":
            occasion = replace(occasion, channel=find_scene_line(reading, speakers, index))
        found[index] = occasion
        last = index
    carry_back(reading, order, kinds, own, found)
    for index in order:
        up = reading.attributions[index].parent
        if up is not None and found[index].said is None and found[index].speakers & found[up].speakers:
            found[index] = replace(found[index], said=found[up].said)  # "said he agreed": one act of speech
    return found


def carry_back(
    reading: Reading,
    order: Sequence[int],
    kinds: Mapping[int, StatementKind],
    own: Mapping[int, Occasion],
    found: dict[int, Occasion],
) -> None:
    """A paraphrase right before a quotation of the same paragraph shares its channel; `found` is changed in place.

    "A said 11 had been killed. “They were waiting,” she said in a televised address."
    """
    occasions = load_channel_words().nouns | {second for _, second in load_channel_words().compounds}
    outer = [index for index in order if reading.attributions[index].parent is None]
    for index, after in reversed(list(pairwise(outer))):
        here, there = found[index], found[after]
        spoken = there.channel is not None and there.channel.name.split()[-1].lower() in occasions
        near = reading.paragraph(reading.place(index)) == reading.paragraph(reading.place(after))
        told = kinds[index] == "indirect" and (kinds[after] == "direct" or own[after].channel is None)
        same = bool(here.speakers) and here.speakers == there.speakers
        if here.channel is None and spoken and near and told and same and own[index].addressee is None:
            found[index] = replace(here, channel=there.channel)


def inherit(
    reading: Reading,
    last: int,
    index: int,
    before: Occasion,
    occasion: Occasion,
    kinds: Mapping[int, StatementKind],
) -> Occasion:
    """What carries over from the statement before by the same speaker."""
    a, b = reading.heads[last], reading.heads[index]
    same_sentence = a is not None and b is not None and a.sent == b.sent
    gap = reading.paragraph(reading.place(index)) - reading.paragraph(reading.place(last))
    goes_on = continues(reading, index, kinds[index])
    new_scene = occasion.channel is not None or occasion.addressee is not None or occasion.said is not None
    heard = before.addressee if lasts(reading, last, before.addressee) else None
    if same_sentence:
        return Occasion(
            speakers=occasion.speakers,
            channel=occasion.channel or before.channel,
            addressee=occasion.addressee or heard,
            said=occasion.said if occasion.said is not None else before.said,
        )
    near = gap <= FAR and goes_on
    post = before.channel is not None and before.channel.network and follows_post(reading, index) and gap <= 2 * FAR
    channel = occasion.channel or (before.channel if (near and not new_scene) or post else None)
    pronoun = any(token.tag_ == "PRP" for token in reading.tokens(reading.attributions[index].source))
    addressee = occasion.addressee or (heard if gap == 0 and not new_scene and (pronoun or b is None) else None)
    dated = not new_scene and not is_perfect(b) and goes_on and (gap == 0 or (gap <= FAR and kinds[index] == "direct"))
    said = before.said if dated else occasion.said
    return Occasion(speakers=occasion.speakers, channel=channel, addressee=addressee, said=said)


def lasts(reading: Reading, index: int, addressee: LocalParty | None) -> bool:
    """Is somebody still spoken to after the sentence: the press, or who was told, not who was thanked or urged?"""
    head = reading.heads[index]
    if addressee is None or head is None:
        return False
    press = load_channel_words().press
    return head.lemma_.lower() == "tell" or any(t.lemma_.lower() in press for t in reading.tokens(addressee.spans))


def is_perfect(head: Token | None) -> bool:
    """ "has also raised": no one occasion is meant."""
    return head is not None and any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in head.children)
