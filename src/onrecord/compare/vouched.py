"""Where an account vouches that a promise was kept: "as she had promised", "on the day that had been promised"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.affairs import is_of_affair
from onrecord.compare.words import load_tables, read_words

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import When

AS_PROMISED = re.compile(
    r"\bas (?:(?:he|she|it|they|we|i) (?:had |has |have )?)?(?:promised|pledged|agreed|announced|planned)\b",
    re.IGNORECASE,
)
VOUCHED = re.compile(
    r"\b(?:as (?P<who>[^,.;:!?\n]{2,60}?) had (?:promised|pledged|vowed)"
    r"|(?P<day>on|by|before) the (?:very )?(?:day|date|hour) (?:(?:that|which) )?(?:had been|was) (?:promised|pledged)"
    r"|as (?:had been |was )?(?:promised|pledged))"
    r"(?=[,.;:\n]|$| (?:on|at|in|when|after|before|last|during|earlier|two|three|the (?:day|week|month))\b)"
)
"""With nothing promised after it: "as Brenn had promised an inquiry" only tells what went on meanwhile."""
PRONOUNS = frozenset({"he", "she", "it", "they", "we"})
ENDS = re.compile(r"[.!?][\"”’']?\s|\n")
LEAST = 2
PROMISING = read_words("promise promises promised pledge pledged vow vowed agree agreed announce announced").content


def around(ground: Ground, said: Said) -> str:
    """The sentence of a clause from the clause on, near enough."""
    text = ground.linked.documents[said.document].text
    stop = min(
        (at for at in (text.find(mark, said.assertion.end) for mark in (". ", ".\n", "\n")) if at >= 0),
        default=len(text),
    )
    return text[said.assertion.start : stop]


def sentence_of(ground: Ground, said: Said) -> str:
    """The whole sentence of a clause, near enough."""
    text = ground.linked.documents[said.document].text[: said.assertion.start]
    start = max((found.end() for found in ENDS.finditer(text)), default=0)
    return text[start:] + around(ground, said)


def is_vouched(ground: Ground, other: Said, one: Promised, when: When, day: str | None) -> bool:
    """Does a later account of the whole matter of a promise say that it went as had been promised, and by whom?"""
    if other.assertion.negated or other.assertion.tense != "past" or not can_follow(ground, other, one, when, day):
        return False
    sentence = sentence_of(ground, other)
    found = VOUCHED.search(sentence)
    if found is None:
        return False
    called = {word for party in (one.actor, one.side) if party for word in read_words(ground.name(party)).content}
    who = found["who"]
    if who is not None:
        same = (
            other.subject in (one.side, one.actor) if who.casefold() in PRONOUNS else called & read_words(who).content
        )
        if not same:
            return False
    told = read_words(sentence[: found.start()] + sentence[found.end() :])
    matter = one.words - called - PROMISING - load_tables().titles
    return len(matter) >= LEAST and matter <= told.content | told.numbers | told.names


def is_on_its_day(ground: Ground, other: Said) -> bool:
    """ "On the day that had been promised": then it was not late, whenever it is told."""
    found = VOUCHED.search(around(ground, other))
    return found is not None and found["day"] is not None


def can_follow(ground: Ground, other: Said, one: Promised, when: When, day: str | None) -> bool:
    """Can another text have been printed after the promise and by the day? That it came after, the text itself says."""
    printed = ground.published(other.document)
    if other.document == one.document or (day and printed.earliest and printed.earliest[:10] > day):
        return False
    if printed.latest and when.earliest and printed.latest[:10] <= when.earliest[:10]:
        return False
    return is_of_affair(ground, other.document, one)
