"""Bodies taken up by a noun for what they are, where they go on speaking: "The Lookout asked … The website noted …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.quoted import quoted_tokens
from onrecord.naming import fold
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty

SPEAKING = frozenset({"spokesperson", "spokesman", "spokeswoman"})
"""Titles of those who speak for a body."""


def carry_noun(reading: Reading, last: int, index: int, own: LocalParty, before: LocalParty) -> LocalParty | None:
    """The body that spoke last, where a definite noun that fits it speaks next and no other body was named between.

    Args:
        reading: The document.
        last: The attribution before.
        index: The one whose source is open.
        own: Its party.
        before: Who spoke last.

    Returns:
        The party with its actor, or None where it may be somebody else.
    """
    tokens = reading.tokens(reading.attributions[index].source)
    gap = reading.paragraph(reading.place(index)) - reading.paragraph(reading.place(last))
    if 0 <= gap <= 1 and is_spoken_for(reading, last, index, before):
        return take_spoken_for(reading, own, before)
    if own.actor is not None or before.actor is None or not 0 <= gap <= 1 or not is_plain(tokens):
        return None
    actor, noun = reading.actors[before.actor], tokens[-1].lower_
    heads = reading.heads[index], reading.heads[last]
    saying = load_verbs()["speech"] | load_cues().speech
    if any(head is None or head.lemma_.lower() not in saying for head in heads):
        return None
    if actor.kind != "organization" or not actor.named or not may_be_called(actor.name, noun):
        return None
    if is_other_body(reading, last, index, before.actor):
        return None
    return replace(own, actor=before.actor, reason=None)


def is_spoken_for(reading: Reading, last: int, index: int, before: LocalParty) -> bool:
    """ "Ferrox spokeswoman Ana Osk said … The company('s statement) said": does who spoke last speak for it?"""
    tokens = reading.tokens(reading.attributions[index].source)
    paper = len(tokens) == 4 and tokens[2].tag_ == "POS" and tokens[3].lemma_.lower() in load_channel_words().issued
    plain = is_plain(tokens[:2] if paper else tokens) and tokens[1].lower_ in load_nominals()["firms"]["nouns"]
    return plain and bool(bodies_of(reading, before)) and not is_other_body(reading, last, index, before.actor)


def bodies_of(reading: Reading, party: LocalParty) -> set[str]:
    """The bodies that a person speaks for, as printed."""
    offices = () if party.actor is None else reading.actors[party.actor].offices
    return {one.of for one in offices if one.of and not one.former and one.title.split()[-1] in SPEAKING}


def words(name: str) -> list[str]:
    """The words of a name, without case and stops."""
    return fold(name).replace(".", "").split()


def take_spoken_for(reading: Reading, own: LocalParty, before: LocalParty) -> LocalParty | None:
    """The body that somebody speaks for as the speaker; nobody, where another was meant and this one is not known."""
    names = bodies_of(reading, before)
    known = [
        at for at, one in enumerate(reading.actors)
        if one.kind == "organization" and one.named
        and any(set(words(name)) <= set(words(form)) for name in names for form in (one.name, *one.aliases))
    ]  # fmt: skip
    if own.actor in known or (not known and (own.actor is None or not reading.actors[own.actor].named)):
        return None
    actor = known[0] if len(known) == 1 else None
    return replace(own, actor=actor, reason=None if actor is not None else "the body spoken for before is not known")


def is_plain(tokens: Sequence[Token]) -> bool:
    """Is a source "the" and a noun for a body, nothing else?"""
    if len(tokens) != 2 or tokens[0].lower_ != "the" or tokens[-1].tag_ != "NN":
        return False
    return tokens[-1].lower_ in load_nominals()["definite"]["organization"]


def may_be_called(name: str, noun: str) -> bool:
    """Can a body of this name be called so: a medium, a firm, or one of the rest?"""
    words, last = load_nominals()["firms"], fold(name).replace("-", " ").split()[-1]
    entry = load_gazetteer().find(name)
    if entry is not None and entry.kind == "media":
        return noun in words["media"]
    if noun in words["media"] and noun != "agency":
        return entry is None and (last not in words["fixed"] or last in ("news", "times", "post", "press"))
    if noun in words["nouns"]:
        return entry is None and last not in words["others"]
    return noun not in words["fixed"] and last not in words["fixed"]


def is_other_body(reading: Reading, last: int, index: int, actor: int | None) -> bool:
    """Is another body named outside quotes from the last statement's source or content up to this one?"""
    quoted = quoted_tokens(reading.parse.doc)
    one = reading.attributions[last]
    start = min(span.start for span in (*one.content, *one.cue, *one.source))
    stop = reading.attributions[index].source[0].start
    for mention in reading.mentions:
        if not start <= mention.start < stop or mention.actor in (None, actor):
            continue
        other = reading.actors[mention.actor or 0]
        heads = reading.tokens((mention.head,))
        if other.kind == "organization" and other.named and heads and heads[0].i not in quoted:
            return True
    return False
