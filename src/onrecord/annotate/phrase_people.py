"""People in a source's noun phrase: "a worker named Jo Field", "a member of parliament, Jo Field", "Jo Field, who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading
    from onrecord.annotations import LocalActor, LocalParty

NAMING = frozenset({"named", "called"})
APART = 15
"""Tokens that may stand between a name and a "who" after words beside it."""
MEMBERS = frozenset({"member", "resident", "native", "supporter", "student", "organizer", "organiser", "volunteer"})
"""What people are beside a trade."""


def find_named(reading: Reading, head: Token, part: Sequence[Token]) -> int | None:
    """ "A worker named Jo Field": who bears the name; so does "candidate Jo Field" with "candidate" as its head."""
    after = reading.cover.get(head.i + 1) if head.lower_ in load_title_words().heads and head != part[-1] else None
    if after is not None and reading.mentions[after].form == "name" and reading.parse.doc[head.i + 1] in part:
        actor = reading.mentions[after].actor
        if actor is not None and reading.actors[actor].kind == "person":
            return actor
    at = next((place for place, token in enumerate(part) if token.lower_ in NAMING and token.i > head.i), None)
    if at is None or at + 1 >= len(part) or part[at].head != head:
        return None
    cover = reading.cover.get(part[at + 1].i)
    return None if cover is None else reading.mentions[cover].actor


def find_before_who(reading: Reading, who: Token) -> int | None:
    """ "Jo Field, an early supporter, who said": the one person named before "who", words beside the name between."""
    doc, start = reading.parse.doc, who.sent.start
    beside = reading.cover.get(who.i - 1) if who.i > start else None
    if beside is not None and reading.mentions[beside].form == "name":
        actor = reading.mentions[beside].actor
        return actor if actor is not None and reading.actors[actor].kind == "person" else None
    if who.i - 2 < start or doc[who.i - 1].text != "," or doc[who.i - 2].tag_ not in ("NN", "NNP"):
        return None
    opening = next((at for at in range(who.i - 2, max(start, who.i - APART), -1) if doc[at].text == ","), None)
    covers = [reading.cover.get(who.i - 2), None if opening is None else reading.cover.get(opening - 1)]
    actors = [None if cover is None else reading.mentions[cover].actor for cover in covers]
    people = [one for one in actors if one is not None and reading.actors[one].kind == "person"]
    return people[0] if people and (actors[0] is None or people[0] == actors[0]) else None


def is_before_comma(part: Sequence[Token], start: int, end: int) -> bool:
    """Does a name open a phrase before a comma ("Ruritania, its only ally and lifeline,")?"""
    after = next((token for token in part if token.idx >= end), None)
    return part[0].idx == start and after is not None and after.text == ","


def find_apposed(reading: Reading, part: Sequence[Token]) -> int | None:
    """The one name in a phrase of a title and a name between commas ("a spokesman for the ministry, Jo Field")."""
    commas = {token.i for token in part if token.text == ","}
    if not commas or any(token.lower_ in ("and", "or", "who", "whose", "including") for token in part):
        return None
    first, last = part[0], part[-1]
    found, titled = set(), False
    for mention in reading.mentions:
        if mention.actor is None or not first.idx <= mention.start < mention.end <= last.idx + len(last):
            continue
        opening = next(token for token in part if token.idx >= mention.start or token == last)
        ending = [token for token in part if token.idx < mention.end][-1]
        actor = reading.actors[mention.actor]
        goes_on = ending == last or ending.i + 1 in commas or ending.nbor(1).lower_ in ("of", "from")
        between = opening.i - 1 in commas and goes_on
        if mention.form == "name" and (between or (opening == first and ending.i + 1 in commas)):
            found.add(mention.actor)
        titled = titled or (not actor.named and actor.kind == "person")
        titled = titled or any(first.idx <= one.start and one.end <= mention.start for one in actor.offices)
    if not titled and (is_trade(part) or ends_in_title(part)):
        titled = all(reading.actors[one].kind == "person" for one in found)
    return found.pop() if titled and len(found) == 1 else None


def is_body_noun(noun: Token) -> bool:
    """Is a noun one for bodies ("company"), or a name?"""
    words = load_nominals()
    return noun.pos_ == "PROPN" or any(
        noun.lower_ in listed for listed in (words["definite"]["organization"], words["bodies"], words["people"])
    )


def is_trade(part: Sequence[Token]) -> bool:
    """Does a phrase open with somebody's trade or seat ("a local member of parliament, …", "one of its members, …")?"""
    noun = next((token for token in part if token.pos_ == "NOUN"), None)
    words = load_nominals()
    if noun is None or part[0].lower_ == "one":
        return noun is not None and not is_body_noun(noun)
    listed = noun.lower_ in words["person"] or noun.lower_ in MEMBERS
    return listed and noun.tag_ == "NN" and part[0].tag_ in ("DT", "PRP$")


def ends_in_title(part: Sequence[Token]) -> bool:
    """Does a title stand before the first comma ("Selby Steel's chief financial officer, …")?"""
    at = next((at for at, token in enumerate(part) if token.text == ","), 0)
    return at > 1 and part[at - 1].tag_ == "NN" and part[at - 1].lower_ in load_title_words().heads


def find_by_name(reading: Reading, part: Sequence[Token]) -> int | None:
    """The only actor of the document with just this name or surname, where the parser took the name for a word."""
    text = reading.parse.text_of(reading.parse.span_of(part[0], part[-1]))
    if not text[:1].isupper():
        return None
    if text.isupper() and len(part) == 1:
        text = text.title()  # a speaker in a transcript: "RUTA: Thank you."
    fit = [index for index, actor in enumerate(reading.actors) if actor.named and is_called(actor, text)]
    return fit[0] if len(fit) == 1 else None


def is_called(actor: LocalActor, text: str) -> bool:
    """Is this an actor's name, another form of it, or a person's surname?"""
    return text in (actor.name, *actor.aliases) or (actor.kind == "person" and actor.name.split()[-1] == text)


def is_titled(part: Sequence[Token], start: int, end: int) -> bool:
    """ "defense ministry spokesman Cho Ji-woo": a name that ends a phrase, with nothing but a title before it."""
    before = [token for token in part if token.idx < start]
    after = [token for token in part if token.idx >= end and not token.is_punct]
    heads = load_title_words().heads
    plain = all(token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PUNCT") and token.tag_ != "POS" for token in before)
    return not after and bool(before) and plain and before[-1].lower_ in heads


def is_same_holder(reading: Reading, heads: Sequence[Token], found: Sequence[LocalParty]) -> bool:
    """Are two nouns under one article what one person is: the first somebody by name, the second nobody by name?"""
    first, second = (None if one.actor is None else reading.actors[one.actor] for one in found)
    nouns = all(one.tag_ == "NN" for one in heads[:2])
    determined = [any(child.tag_ in ("DT", "PRP$") or child.dep_ == "poss" for child in one.lefts) for one in heads[:2]]
    person = first is not None and first.kind == "person" and first.named
    return nouns and determined == [True, False] and person and (second is None or not second.named)


def is_title_of_next(reading: Reading, parts: list[tuple[Token, list[Token]]], found: Sequence[LocalParty]) -> bool:
    """Is the first of two nouns a bare title, and the second another before somebody's name?"""
    if len(parts) != len(found):
        return False
    (first, words), (_, more) = parts[:2]
    bare = first.tag_ in ("NN", "NNP") and not any(one.tag_ in ("DT", "PRP$", "POS") for one in (*words, *more[:1]))
    titled = first.lower_ in load_title_words().heads and any(one.lower_ in load_title_words().heads for one in more)
    known = None if found[1].actor is None else reading.actors[found[1].actor]
    other = None if found[0].actor is None else reading.actors[found[0].actor]
    person = known is not None and known.kind == "person" and known.named
    return bare and titled and person and (other is None or not other.named)
