"""Speakers taken over from a sentence before: of a carrier, of a joint statement, of "he said" after a quotation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.carriers import printed_carriers
from onrecord.annotate.channels import find_channel
from onrecord.annotate.occasions import FAR
from onrecord.annotate.quoted import quoted_tokens
from onrecord.annotations import LocalParty
from onrecord.naming import gender_of
from onrecord.records import Span
from onrecord.vocab.nouns import load_verbs
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

ADDING = frozenset({"add", "continue"})
REPLYING = frozenset({"reply", "answer", "respond", "retort"})
PERSONAL = {"he": "m", "she": "f"}
KINDS = {
    "he": ("person",), "she": ("person",), "it": ("organization", "state"),
    "they": ("organization", "group", "person"),
}  # fmt: skip
"""What a pronoun can stand for."""
REACH = 3
"""Paragraphs over which "the statement" takes up the last one that somebody said something in."""
GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


@dataclass(frozen=True, slots=True)
class Speech:
    """The speakers of an attribution and the carriers taken over from the sentence before."""

    speakers: tuple[LocalParty, ...]
    via: tuple[LocalParty, ...] = ()


def carry_carrier(reading: Reading, last: int, index: int, speech: Speech, found: dict[int, Speech]) -> Speech | None:
    """ "TASS, citing officials, said … It added …": "it" is the carrier, still citing the same source."""
    tokens = reading.tokens(reading.attributions[index].source)
    if len(tokens) != 1 or tokens[0].tag_ not in ("PRP", "DT"):
        return None
    carriers = (*found[last].via, *printed_carriers(reading, last))
    if not carriers or reading.paragraph(reading.place(index)) - reading.paragraph(reading.place(last)) > 1:
        return None
    head = reading.heads[index]
    if head is None or head.lemma_.lower() not in load_channel_words().continuing | {"say", "quote", "cite"}:
        return None
    own = speech.speakers[0] if speech.speakers else LocalParty()
    fits = own.actor is None and tokens[0].lower_ == "it"
    if not fits and not (own.actor is not None and any(own.actor == one.actor for one in carriers)):
        return None
    text, spans = own.text, own.spans
    return Speech(tuple(replace(one, text=text, spans=spans) for one in found[last].speakers), carriers)


def carry_joint(reading: Reading, last: int, index: int, speech: Speech, found: dict[int, Speech]) -> Speech | None:
    """ "A and B announced it in a joint statement. They said …; the statement added …": those who spoke together."""
    if len(speech.speakers) != 1 or speech.speakers[0].actor is not None:
        return None
    own = speech.speakers[0]
    tokens = reading.tokens(reading.attributions[index].source or own.spans)
    far = reading.paragraph(reading.place(index)) - reading.paragraph(reading.place(last)) > FAR
    issued = bool(tokens) and tokens[-1].lemma_.lower() in load_channel_words().issued
    if not tokens or (far and not issued):
        return None
    before: tuple[LocalParty, ...] = ()
    pronoun = len(tokens) == 1 and tokens[0].lower_ in ("they", "both")
    if len(found[last].speakers) > 1 and (pronoun or is_the_writers(reading, last, tokens)):
        before = found[last].speakers
    elif tokens[0].lower_ in ("the", "it", "its") and issued:
        before = find_issuers(reading, index, tokens[-1].lemma_.lower(), found)
    named = tuple(replace(one, text=own.text, spans=own.spans) for one in before if one.actor is not None)
    return Speech(named) if named and len(named) == len(before) else None


def is_the_writers(reading: Reading, last: int, tokens: list[Token]) -> bool:
    """ "The letter said … The scholars wrote …": those whose letter spoke last?"""
    source = reading.tokens(reading.attributions[last].source)
    paper = bool(source) and source[-1].lemma_.lower() in load_channel_words().issued
    return paper and len(tokens) == 2 and tokens[0].lower_ == "the" and tokens[1].tag_ == "NNS"


def carry_pronoun(reading: Reading, last: int, index: int, speech: Speech, found: dict[int, Speech]) -> Speech:
    """ "…, Ruta said. "Nobody asked," she added": a pronoun left open is who spoke last, if it can be nobody else."""
    own = speech.speakers[0] if len(speech.speakers) == 1 else None
    pronoun = "" if own is None else (own.text or "").lower()
    asked = find_asked(reading, last, index) if own is not None and pronoun in PERSONAL else None
    if own is not None and asked is not None:
        return Speech((replace(own, actor=asked, reason=None),), speech.via)
    if own is None or pronoun not in KINDS or (own.actor is not None and not goes_on(reading, last, index)):
        return speech
    gap = reading.paragraph(reading.place(index)) - reading.paragraph(reading.place(last))
    before = found[last].speakers
    actor = before[0].actor if len(before) == 1 else None
    if actor is None or not 0 <= gap <= 1 or reading.actors[actor].kind not in KINDS[pronoun]:
        return speech
    if pronoun in PERSONAL and gender_in(reading, actor) not in (None, PERSONAL[pronoun]):
        return speech
    if pronoun not in PERSONAL and not (own.actor is None and speaks_again(reading, index)):
        return speech
    if pronoun == "they" and reading.actors[actor].kind == "person" and not may_be_one(reading, last, index, actor):
        return speech
    if is_other_named(reading, last, index, actor, pronoun):
        return speech
    return Speech((replace(own, actor=actor, reason=None),), speech.via)


def find_asked(reading: Reading, last: int, index: int) -> int | None:
    """ "The judge asked him why. “They never came,” he replied": who was asked replies."""
    head, before = reading.heads[index], reading.heads[last]
    if head is None or before is None or head.lemma_ not in REPLYING or before.lemma_ != "ask":
        return None
    asked = [one for one in before.rights if one.dep_ in ("dobj", "dative")]
    actors = {reading.mentions[at].actor for one in asked[:1] for at in reading.mention_at.get(one.i, ())}
    actor = actors.pop() if len(actors) == 1 else None
    return actor if actor is not None and reading.actors[actor].kind == "person" else None


def may_be_one(reading: Reading, last: int, index: int, actor: int) -> bool:
    """ "Kim said it went well. They said …": can "they" be one person, of no known gender, and no plural before it?"""
    own, before = reading.attributions[index], reading.attributions[last]
    start, stop = min(one.start for one in (*before.source, *before.cue, *before.content)), reading.place(index)
    stop = own.source[0].start if own.source else stop
    several = ("NNS", "NNPS")
    plain = not any(one.tag_ in several or one.dep_ == "conj" for one in reading.tokens((Span(start=start, end=stop),)))
    return plain and gender_in(reading, actor) in (None, "u")


def speaks_again(reading: Reading, index: int) -> bool:
    """Is a cue a verb of saying, as it must be for "it" and "they" to be a body?"""
    head = reading.heads[index]
    return head is not None and head.lemma_ in load_verbs()["speech"]


def goes_on(reading: Reading, last: int, index: int) -> bool:
    """ "He added": a cue that goes on with the speech right before it, of which it is the next sentence."""
    head, before = reading.heads[index], reading.heads[last]
    if head is None or before is None or head.lemma_ not in ADDING or before.lemma_ not in load_cues().speech:
        return False
    between = reading.parse.doc[before.sent.end : head.sent.start]
    return not any(token.i == token.sent.start and token.is_alpha for token in between)


def gender_in(reading: Reading, actor: int) -> str | None:
    """The gender of a person by the given name, else by the pronouns that stand for it."""
    known = gender_of(reading.actors[actor].name)
    text = reading.parse.document.text
    told = (GENDERS.get(text[one.start : one.end].lower()) for one in reading.mentions if one.actor == actor)
    return known or next((one for one in told if one is not None), None)


def is_other_named(reading: Reading, last: int, index: int, actor: int, pronoun: str) -> bool:
    """Is somebody else whom a pronoun can mean mentioned outside quotes from the last statement on?"""
    quoted, gender = quoted_tokens(reading.parse.doc), PERSONAL.get(pronoun)
    start = min(span.start for span in reading.attributions[last].content + reading.attributions[last].cue)
    own = reading.attributions[index]
    stop = min((span.start for span in own.source or own.cue or own.content), default=start)
    for one in reading.mentions:
        if not start <= one.start < stop or one.actor == actor:
            continue
        if one.actor is None:
            if one.form in ("title", "nominal") or GENDERS.get(reading.parse.text_of(one.head).lower()) == gender:
                return True
            continue
        other, heads = reading.actors[one.actor], reading.tokens((one.head,))
        agrees = gender is None or gender_in(reading, one.actor) in (None, gender)
        if other.kind in KINDS[pronoun] and heads[0].i not in quoted and agrees:
            return True
    return gender is None and any(
        token.tag_ in ("NNS", "NNPS") and token.dep_ == "nsubj" and start <= token.idx < stop and token.i not in quoted
        for token in reading.parse.doc
    )


def find_issuers(reading: Reading, index: int, noun: str, found: dict[int, Speech]) -> tuple[LocalParty, ...]:
    """Who spoke in "a joint statement", or signed one, when "the statement" goes on: the last one told of."""
    place = reading.place(index)
    earlier = sorted((at for at in found if reading.place(at) < place), key=reading.place, reverse=True)
    for at in earlier:
        channel = find_channel(reading, at)
        gap = reading.paragraph(place) - reading.paragraph(reading.place(at))
        near = not gap or (gap <= REACH and not is_other_between(reading, at, index, noun))
        if near and channel is not None and channel.name.lower().endswith(noun):
            return found[at].speakers
    words = {token.lower_ for token in reading.tokens(reading.attributions[index].source)}
    signed = [at for at in earlier if "joint" in words and issues_jointly(reading, at, noun)]
    return found[signed[-1]].speakers if len(signed) == 1 and len(found[signed[-1]].speakers) > 1 else ()


def is_other_between(reading: Reading, at: int, index: int, noun: str) -> bool:
    """Is another statement or letter spoken of between two attributions, not the same by "the" or "this"?"""
    low, high = reading.place(at), reading.place(index)
    head = reading.heads[at]
    low = reading.parse.doc[head.sent.end - 1].idx if head is not None else low
    named = [token for token in reading.parse.doc if low < token.idx < high and token.lemma_.lower() == noun]
    return any(not {child.lower_ for child in token.lefts} & {"the", "this", "that"} for token in named)


def issues_jointly(reading: Reading, index: int, noun: str) -> bool:
    """Is what two parties sign or issue "a joint statement" itself?"""
    head, content = reading.heads[index], reading.tokens(reading.attributions[index].content)
    named = [token for token in content if token.lemma_.lower() == noun]
    joint = bool(named) and any(child.lower_ == "joint" for child in named[0].lefts)
    return joint and head is not None and head.lemma_ in {"sign", *load_channel_words().sending}
