"""Unnamed parties that the trained tagger points at: "gunmen", "two teachers", "the suspect" of an event.

The lists of `nominals` know who speaks; who is hit, helped or arrested may be anybody, and is an actor only where the
tagger is sure that something is done by or to them. They are added when the statements are there: none of them speaks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.noun_phrases import describe, phrase_start
from onrecord.annotations import LocalActor, LocalMention
from onrecord.records import Span
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.parse import Parse
    from onrecord.annotate.windows import Word
    from onrecord.vocab.lists import ActorKind

SURE, SURE_PARTY = 0.4, 0.6
SURE_KNOWN = 0.2
"""The same of an event by or to those who do much that is told without a name."""
MANY = frozenset({"scores", "dozens", "hundreds", "thousands", "millions", "tens", "lots", "number", "plenty"})
"""What counts people, and is none of them ("scores of women")."""
BENCH = frozenset({"judge", "magistrate", "coroner"})
COURTS = frozenset({"court", "tribunal", "jury", "regulator", "watchdog"})
BANDS = frozenset({"mob", "gang", "militia", "crowd"})
DONE = frozenset({"ASSAULT", "COERCE", "AID"})
KNOWN = BENCH | COURTS | BANDS - {"crowd"}
"""Those who do much that is told, and have no name as often as not."""
MONEY = frozenset(
    {"dollar", "euro", "pound", "shekel", "rupee", "peso", "franc", "yen", "yuan", "won", "ruble", "rouble", "crown"}
    | {"krone", "kroner", "krona", "kronor", "lira", "dinar", "dirham", "riyal", "rial", "rand", "real", "zloty"}
    | {"forint", "baht", "ringgit", "naira", "cent", "penny", "mark", "million", "billion", "share", "bond", "stock"}
)
"""What is paid is nobody ("approved a transfer of 40 million shekels")."""
FORWARD = frozenset({"a", "an", "one", "another"})
BACK = frozenset({"the", "this", "that", "these", "those"})


def add_parties(
    parse: Parse, actors: Sequence[LocalActor], mentions: Sequence[LocalMention], tags: Iterable[Tag]
) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    """Actors and mentions, with the unnamed parties that nothing else has found, behind the others and in text order.

    Args:
        parse: The document.
        actors: Its actors.
        mentions: Their mentions.
        tags: What the tagger sees of events.
    """
    known, found = list(actors), list(mentions)
    taken = {at for one in mentions for at in range(one.start, one.end)}
    heads: dict[str, list[tuple[str, int]]] = {}
    aliases: dict[int, Counter[str]] = {}
    for token in find_parties(parse, tags):
        kind = kind_of(token)
        if kind is None or token.idx in taken:
            continue
        first = behind_time(token)
        if token.lower_ in COURTS and any(token.lower_ in one.name.lower().split() for one in actors):
            continue  # "the court" may be the one that has a name
        name = describe(parse, first, token.i)
        back = parse.doc[first].lower_ in BACK
        same = [index for told, index in heads.get(token.lower_, ()) if back or told == name.lower()]
        if not same:
            same = [len(known)]
            known.append(LocalActor(name=name, kind=kind, named=False))
        span = parse.span_of(parse.doc[first], token)
        head = Span(start=token.idx, end=token.idx + len(token))
        found.append(LocalMention(start=span.start, end=span.end, head=head, form="nominal", actor=same[-1]))
        taken |= set(range(span.start, span.end))
        heads.setdefault(token.lower_, []).append((name.lower(), same[-1]))
        aliases.setdefault(same[-1], Counter())[" ".join(parse.doc[first : token.i + 1].text.split())] += 1
    for index, words in aliases.items():
        names = sorted((one for one in words if one != known[index].name), key=lambda one: (-words[one], one))
        known[index] = replace(known[index], aliases=tuple(names))
    return tuple(known), tuple(sorted(found, key=lambda one: (one.start, -one.end)))


def find_parties(parse: Parse, tags: Iterable[Tag]) -> list[Token]:
    """The tokens, in text order, that the tagger points at as parties of events."""
    sure: dict[Word, float] = {}
    for tag in tags:
        least = SURE if tag.sure >= SURE_KNOWN and is_deed(parse, tag) else 0.0
        for word in (word for words in tag.parties for word, held in words if held >= SURE_PARTY):
            sure[word] = max(tag.sure, least, sure.get(word, 0.0))
    spans = [(parse.doc.char_span(*word, alignment_mode="expand"), held) for word, held in sorted(sure.items())]
    heads = [(span[-1], held) for span, held in spans if span is not None]
    return [one for one, held in heads if held >= (SURE_KNOWN if one.lower_ in KNOWN else SURE)]


def is_deed(parse: Parse, tag: Tag) -> bool:
    """Is its word a verb that the lexicon knows for what is done to somebody ("expelled two students")?"""
    span = parse.doc.char_span(*tag.word, alignment_mode="expand")
    verb = span[-1] if span is not None else None
    entries = load_event_words().deeds.get(verb.lemma_.lower(), ()) if verb is not None and verb.pos_ == "VERB" else ()
    return any(one.type in DONE and not one.objects and not one.ambiguous for one in entries)


def behind_time(token: Token) -> int:
    """Where the phrase of a noun starts, behind what was parsed into it and is no part of it.

    A time ("this week foreign-owned ships", but not "a four-year-old boy"), or a verb ("worked to free people").
    """
    doc, first = token.doc, phrase_start(token)
    if first and first < token.i and doc[first - 1].lower_ == "to" and doc[first].lower_ in load_event_words().deeds:
        first += 1
    within = (at for at in range(first, token.i) if doc[at].ent_type_ not in ("DATE", "TIME"))
    start = next(within, token.i)
    while start > first and not doc[start - 1].whitespace_:
        start -= 1
    return start


def kind_of(token: Token) -> ActorKind | None:
    """A group for a plural noun, a person or body for a noun for one; none for what only describes another noun."""
    if token.dep_ in ("compound", "amod", "nmod", "npadvmod") or token.tag_ not in ("NN", "NNS"):
        return None
    if token.lemma_.lower() in MONEY or token.lower_ in MONEY:
        return None
    if token.lower_ in MANY and any(child.lower_ == "of" for child in token.rights):
        return None
    if token.tag_ == "NNS":
        return "group"
    lists = load_nominals()
    person = any(token.lower_ in lists[name] for name in ("person", "somebody", "assailants"))
    if token.doc[phrase_start(token)].lower_ not in FORWARD | BACK:
        return None
    if token.lower_ in COURTS | BANDS:
        return "organization" if token.lower_ in COURTS else "group"
    return "person" if person or token.lower_ in BENCH else None
