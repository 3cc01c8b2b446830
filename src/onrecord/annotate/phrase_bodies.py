"""Bodies in a source's noun phrase: "the Ruta news agency", "the League of Ruta, which", "members in Ruta, who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

NO_PEOPLE = frozenset({"place", "organization", "state"})
CALLED = frozenset({"party", "union", "channel", "station", "news", "group", "watchdog", "trust", "charity"})
"""What a body is called after its name, beside media and firms."""


def is_known(reading: Reading, token: Token) -> bool:
    """Is the token the head of a named body's mention ("market research firm RCO")?"""
    actors = [reading.mentions[index].actor for index in reading.mention_at.get(token.i, ())]
    return any(one is not None and reading.actors[one].kind == "organization" for one in actors)


def climb_to_people(reading: Reading, noun: Token) -> Token:
    """ "Members in the capital, who say": "who" is not the place or body that the parse hangs the clause on."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        actors = [reading.mentions[index].actor for index in reading.mention_at.get(noun.i, ())]
        if not any(actor is not None and reading.actors[actor].kind in NO_PEOPLE for actor in actors):
            break
        noun = noun.head.head
    return noun


def climb_to_body(reading: Reading, noun: Token) -> Token | None:
    """ "The Rights League of Ruta, which said": "which" is the body, not the place that its name ends in.

    Nor is it a person: "Jo Field of Norsk, which said", "the group behind Jo Field, which said".
    """
    if find_kind(reading, noun) == "person":
        below = [token for token in noun.subtree if token.i > noun.i and find_kind(reading, token) == "organization"]
        return below[-1] if below else climb_from_person(reading, noun)
    above = noun.head.head
    place = find_kind(reading, noun) == "place"
    return above if place and noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_known(reading, above) else noun


def climb_from_person(reading: Reading, noun: Token) -> Token | None:
    """What a phrase that ends in a person is about: "a bill by Jo Field, a doctor"; None where it is the person."""
    while find_kind(reading, noun) == "person" or noun.dep_ == "appos":
        above = noun.head if noun.dep_ == "appos" else noun.head.head if noun.dep_ == "pobj" else noun
        if above == noun or above.pos_ not in ("NOUN", "PROPN"):
            return None
        noun = above
    return noun


def find_kind(reading: Reading, token: Token) -> str | None:
    """The kind of the actor whose mention has its head at a token."""
    actors = [reading.mentions[index].actor for index in reading.mention_at.get(token.i, ())]
    return next((reading.actors[actor].kind for actor in actors if actor is not None), None)


def find_called(reading: Reading, head: Token, within: set[int]) -> int | None:
    """ "The Ruta news agency", "Ruta Airways, the carrier": the one body named right before what it is called."""
    nouns = load_nominals()["firms"]
    before = reading.parse.doc[head.i - 1] if head.i else head
    named = [child for child in head.lefts if child.dep_ in ("compound", "nmod") and child.i in within]
    board = head.text.lower() == "board" and before.text.lower() == "editorial"
    if head.text.lower() not in CALLED.union(nouns["media"], nouns["nouns"]) and not board:
        return None
    if not named or before.dep_ not in ("compound", "nmod", "amod"):
        return None
    if head.text.lower() in CALLED and before not in named:
        return None  # "an Arland big-money group" is another one's
    covers = {reading.cover[child.i] for child in named if child.i in reading.cover}
    actors = {reading.mentions[index].actor for index in covers if reading.mentions[index].form == "name"}
    fit = [one for one in actors if one is not None and reading.actors[one].kind == "organization"]
    return fit[0] if len(actors) == 1 and fit else None
