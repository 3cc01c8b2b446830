"""Persons taken up by a noun where they go on speaking: "Ruta said … The 23-year-old added …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.carried_speakers import ADDING, gender_in
from onrecord.annotate.quoted import quoted_tokens
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalParty

OTHER = frozenset(("other", "second", "third", "latter", "former", "younger", "older"))
"""Words of a noun phrase that mean somebody else than who spoke last."""


def carry_person(reading: Reading, last: int, index: int, own: LocalParty, before: LocalParty) -> LocalParty | None:
    """The person who spoke last, where a definite noun for a person goes on and nobody else was named between.

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
    if own.actor is not None or before.actor is None or not 0 <= gap <= 1 or not is_described(tokens):
        return None
    head, actor = reading.heads[index], reading.actors[before.actor]
    again = head is not None and (head.lemma_ in ADDING or any(child.lower_ == "also" for child in head.lefts))
    same = tokens[-1].lower_ in actor.name.lower().split()  # "a spokesman for Osk said … The spokesman added"
    known = actor.named or same
    if not again or actor.kind != "person" or not known or not agrees(reading, before.actor, tokens[-1]):
        return None
    return (
        None if is_other_between(reading, last, index, before.actor) else replace(own, actor=before.actor, reason=None)
    )


def is_described(tokens: Sequence[Token]) -> bool:
    """Is a source "the", words before a noun, and the noun of a person or an age ("the four-times champion")?"""
    if len(tokens) < 2 or tokens[0].lower_ != "the" or OTHER & {one.lower_ for one in tokens}:
        return False
    noun, table = tokens[-1], load_nominals()
    if noun.lower_ == "old" and len(tokens) > 2:
        return tokens[-2].text == "-" and tokens[-3].lower_ == "year"
    people = {*table["described"]["person"], *table["person"], *table["somebody"], *load_title_words().heads}
    return noun.tag_ == "NN" and noun.lower_ in people and not any(one.pos_ in ("ADP", "CCONJ") for one in tokens)


def agrees(reading: Reading, actor: int, noun: Token) -> bool:
    """Is a person's gender not another than that of a noun ("the actress")?"""
    table, known = load_nominals()["described"], gender_in(reading, actor)
    told = next((sort for sort in "mf" if noun.lower_ in table[sort]), load_title_words().honorifics.get(noun.lower_))
    return told not in ("m", "f") or known in (None, "u", told)


def is_other_between(reading: Reading, last: int, index: int, actor: int) -> bool:
    """Is another person mentioned outside quotes from the last statement's source or content up to this one?"""
    quoted, one = quoted_tokens(reading.parse.doc), reading.attributions[last]
    start = min(span.start for span in (*one.content, *one.cue, *one.source))
    stop = reading.attributions[index].source[0].start
    for mention in reading.mentions:
        if not start <= mention.start < stop or mention.actor == actor:
            continue
        heads = reading.tokens((mention.head,))
        person = mention.actor is None or reading.actors[mention.actor].kind == "person"
        if person and mention.form in ("name", "title", "nominal") and heads and heads[0].i not in quoted:
            return True
    return False
