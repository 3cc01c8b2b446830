"""Statements from attributions: who speaks, through whom, how, to whom and when.

An attribution (PolNeAR: Newell et al. 2018) is three stretches of text; here they become a statement of an actor. What
the text does not say stays open: a speaker without an actor carries the reason.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.acts import find_act, find_kind, find_negated
from onrecord.annotate.addressees import find_addressee
from onrecord.annotate.carried_nouns import carry_noun
from onrecord.annotate.carried_people import carry_person
from onrecord.annotate.carried_speakers import PERSONAL, Speech, carry_carrier, carry_joint, carry_pronoun
from onrecord.annotate.carriers import carry_hearsay, find_carriers, same_party
from onrecord.annotate.channels import Channel, find_channel
from onrecord.annotate.cue_frames import Reading, build_reading
from onrecord.annotate.occasions import FAR, Occasion, carry_occasions, find_said
from onrecord.annotate.posts import Post, find_posts
from onrecord.annotate.quotes import ENDED
from onrecord.annotate.sources import find_sources, is_first_person
from onrecord.annotations import (
    Attribution,
    LocalActor,
    LocalMention,
    LocalParty,
    LocalStatement,
    TimeExpression,
)
from onrecord.records import Span
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from onrecord.annotate.parse import Parse
    from onrecord.vocab.lists import StatementKind

SELF = re.compile(
    r"\b(?:i['’]m|i am|name is|name['’]s|it['’]s|this is|as|like|me|i|myself),?\s+(?:(?:mrs?|ms|miss|dr)\.?\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before a name that somebody gives himself."""
PHRASE = re.compile(r"[^.!?:;\n\r\u2028\u2029]*\w:\s*\Z")
LINES = re.compile(r"[\n\r\u2028\u2029]+")


def build_statements(
    parse: Parse,
    attributions: tuple[Attribution, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    times: tuple[TimeExpression, ...],
) -> tuple[LocalStatement, ...]:
    """Build the statements of a document.

    Args:
        parse: The parsed document.
        attributions: Source, cue and content as found; `parent` indexes them.
        actors: The document's actors.
        mentions: Where they stand.
        times: The document's time expressions.

    Returns:
        One statement for each speaker of each attribution, in the order of the attributions; `parent` indexes the
        statements.
    """
    reading = build_reading(parse, attributions, actors, mentions, times)
    order = sorted(range(len(attributions)), key=lambda index: (reading.place(index), index))
    kinds = {index: find_kind(reading, index) for index in order}
    speeches = find_speeches(reading, order, kinds)
    speakers = {index: speech.speakers for index, speech in speeches.items()}
    hearsay = carry_hearsay(reading, order, speakers)
    own = {index: find_occasion_of(reading, find_spoken_part(reading, index), speakers[index]) for index in order}
    occasions = carry_occasions(reading, order, speakers, kinds, own)
    rows: list[LocalStatement] = []
    first: dict[int, int] = {}
    for index, one in enumerate(attributions):
        first[index] = len(rows)
        negated = find_negated(reading, index)
        act = find_act(reading, index, kinds[index], speakers[index], negated)
        occasion = occasions[index]
        for party in speakers[index]:
            via = speeches[index].via or find_carriers(reading, index, party, speakers)
            if index in hearsay and not via:
                via = (hearsay[index],)
            addressee = occasion.addressee
            rows.append(
                LocalStatement(
                    content=one.content,
                    cue=one.cue,
                    source=party,
                    via=via,
                    kind=kinds[index],
                    act=act,
                    channel=occasion.channel.name if occasion.channel else None,
                    addressee=None if addressee is not None and same_party(addressee, party) else addressee,
                    said=occasion.said,
                    negated=negated,
                    parent=one.parent,
                    origin=one.origin,
                )
            )
    return tuple(replace(row, parent=first[row.parent] if row.parent is not None else None) for row in rows)


def find_spoken_part(reading: Reading, index: int) -> int:
    """Of a quotation that goes on in its own paragraph the part that has the cue; else the attribution itself."""
    one = reading.attributions[index]
    if one.cue or not one.source:
        return index
    same = (
        at for at, other in enumerate(reading.attributions)
        if other.cue and other.source == one.source and other.content[0].start < one.content[0].start
    )  # fmt: skip
    return next(same, index)


def find_occasion_of(reading: Reading, index: int, speakers: tuple[LocalParty, ...]) -> Occasion:
    """What the sentence of a cue itself says of the occasion."""
    post = find_post(reading, index)
    channel = Channel(post.channel, network=True) if post else find_channel(reading, index)
    return Occasion(
        speakers=frozenset(party.actor for party in speakers if party.actor is not None),
        channel=channel,
        addressee=find_addressee(reading, index, channel.tokens if channel else ()),
        said=find_signed(reading, post) if post else find_said(reading, index, channel),
    )


def find_post(reading: Reading, index: int) -> Post | None:
    """The post that an attribution is, where it is one set into the page."""
    one = reading.attributions[index]
    if one.origin != "post":
        return None
    return next((post for post in find_posts(reading.parse.readable) if post.name[0] == one.source[0].start), None)


def find_signed(reading: Reading, post: Post) -> int | None:
    """The time expression in a post's signature."""
    return next((at for at, time in enumerate(reading.times) if time.start == post.day[0]), None)


def find_speeches(reading: Reading, order: list[int], kinds: dict[int, StatementKind]) -> dict[int, Speech]:
    """The speakers of every attribution, carried over sentences where grammar says that the same one goes on."""
    found: dict[int, Speech] = {}
    last: int | None = None
    # outer ones first: a quotation's speaker may be printed after what is nested in it
    for index in sorted(order, key=lambda one: len(reading.lineage(one))):
        speech = Speech(find_sources(reading, index))
        up = reading.attributions[index].parent
        if len(speech.speakers) == 1 and is_first_person(speech.speakers[0]) and up in found and found[up].speakers:
            speech = Speech((replace(speech.speakers[0], actor=found[up].speakers[0].actor, reason=None),))
        turn = reading.attributions[index].origin == "turn"
        carried = (
            carry_carrier(reading, last, index, speech, found) if last is not None and up is None and not turn else None
        )
        if carried is not None:
            speech = carried
        elif last is not None and up is None and not turn:
            joint = carry_joint(reading, last, index, speech, found)
            speech = joint or carry_pronoun(reading, last, index, speech, found)
            if len(speech.speakers) == 1 and len(found[last].speakers) == 1:
                own, before = speech.speakers[0], found[last].speakers[0]
                again = carry_noun(reading, last, index, own, before) or carry_person(reading, last, index, own, before)
                speech = Speech((again,), speech.via) if again is not None else speech
        if not speech.speakers and up is None and last is not None and goes_on(reading, last, index, kinds):
            speech = Speech(
                tuple(replace(one, reason=one.reason or "the speaker before goes on") for one in found[last].speakers),
                found[last].via,
            )
        if kinds[index] == "direct" and len(speech.speakers) == 1 and is_named_in(reading, index, speech.speakers[0]):
            speech = Speech((replace(speech.speakers[0], actor=None, reason="the words name somebody else so"),))
        if not speech.speakers:
            speech = Speech((LocalParty(reason="no source is printed"),))
        found[index] = speech
        if up is None:
            last = index
    return found


def goes_on(reading: Reading, last: int, index: int, kinds: dict[int, StatementKind]) -> bool:
    """Is a quotation without a source the last speaker's: right after, in the paragraph or in one of quotation only?"""
    gap = count_lines(reading, last, index)
    head, before = reading.heads[index], reading.heads[last]
    if head is not None and before is not None and head.sent == before.sent:
        return not is_nominal(reading, index)
    if head is not None and head.lemma_.lower() not in load_channel_words().continuing | {"say"}:
        return False
    opens = kinds[index] == "mixed" and gap == 0 and is_quote_after(reading, last, index)
    if (kinds[index] != "direct" and not opens) or gap > FAR or is_put_so(reading, index):
        return False
    return (
        gap == 0
        or (kinds[last] == "direct" and not words_between(reading, last, index))
        or is_quote_after(reading, last, index)
    )


def is_named_in(reading: Reading, index: int, party: LocalParty) -> bool:
    """Do somebody's own words name whom "he" before them was taken for ("He added: “Osk did a great job”")?"""
    if (party.text or "").lower() not in PERSONAL or party.actor is None:
        return False
    actor, doc = reading.actors[party.actor], reading.parse.doc
    for token in reading.tokens(reading.attributions[index].content):
        cover = reading.cover.get(token.i)
        mention = reading.mentions[cover] if cover is not None else None
        named = token.pos_ == "PROPN" and token.text in actor.name.split() and actor.kind == "person"
        if not named or (mention is not None and mention.actor != party.actor):
            continue
        beside = (*doc[max(0, token.i - 1) : token.i], *doc[token.i + 1 : token.i + 2])
        start = mention.start if mention is not None else token.idx
        alone = mention is not None or not any(one.pos_ == "PROPN" for one in beside)
        if alone and not SELF.search(reading.parse.readable, max(0, start - 24), start):
            return True
    return False


def is_put_so(reading: Reading, index: int) -> bool:
    """ "Or in other words: “Nobody knows”": what a colon sets behind a phrase without anybody is the writer's."""
    start = reading.attributions[index].content[0].start
    phrase = PHRASE.search(reading.parse.readable, max(0, start - 80), start)
    words = reading.tokens((Span(start=phrase.start(), end=phrase.end()),)) if phrase is not None else []
    return bool(words) and not any(one.pos_ in ("VERB", "PRON") or one.i in reading.cover for one in words)


def is_nominal(reading: Reading, index: int) -> bool:
    """A cue that is a noun ("the claims that …") has a holder of its own, printed or not."""
    head = reading.heads[index]
    return head is not None and head.pos_ == "NOUN"


def is_quote_after(reading: Reading, last: int, index: int) -> bool:
    """A paragraph of nothing but a quotation right after the paragraph in which its speaker spoke."""
    return not words_between(reading, last, index) and reading.attributions[index].cue == ()


def words_between(reading: Reading, last: int, index: int) -> bool:
    """Do words of the narrator's stand between the two, beyond the first one's own sentence?"""
    end = end_of(reading, last)
    sentence = reading.parse.doc.char_span(end - 1, end, alignment_mode="expand")
    stop = sentence.sent.end_char if sentence is not None else end
    between = find_between(reading, stop, reading.attributions[index].content[0].start)
    return any(char.isalnum() for words in between for char in words)


def count_lines(reading: Reading, last: int, index: int) -> int:
    """How many paragraphs on from the last one's words a quotation stands."""
    place = reading.place(index)
    if place < end_of(reading, last):
        return reading.paragraph(place) - reading.paragraph(reading.place(last))
    return len(find_between(reading, end_of(reading, last), place)) - 1


def end_of(reading: Reading, index: int) -> int:
    """Where the words of an attribution and its cue end."""
    one = reading.attributions[index]
    return max(span.end for span in (*one.content, *one.cue))


def find_between(reading: Reading, start: int, stop: int) -> list[str]:
    """The words from one place to another, by paragraph; captions and link headings between are left out."""
    text = reading.parse.readable
    start -= len(text[:start]) - len(text[:start].rstrip())
    parts = LINES.split(text[start:stop])
    return [words for at, words in enumerate(parts) if at in (0, len(parts) - 1) or ENDED.search(words)]
