"""Two accounts that stand side by side and cannot both be so: each says something else of one thing.

"Police said that the man was armed. Witnesses said that he had no weapon", "the ministry says that unemployment is 5
percent; the unions say it is 9", "the airline said no one was hurt; the union said that two were", "France blamed Spain
for the collapse. Spain said that France was to blame". The second takes the thing up by a pronoun or the same word.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.compare.answered import TELLING, are_two
from onrecord.compare.counts import find_counts
from onrecord.compare.likeness import NEGATOR, QUESTION
from onrecord.compare.opposites import find_opposite
from onrecord.compare.replies import voice_of
from onrecord.compare.reply_kinds import place, span_of
from onrecord.compare.rifts import Rift
from onrecord.compare.same_side import names_in
from onrecord.compare.words import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind, Facet

NEAR = 200
"""Characters from the one account to the other."""
LONGEST = 45
"""Words of an account that is about one thing."""
PRONOUN = re.compile(r"(?:that )?(?:it|he|she|they|them|this|these|there)\b", re.IGNORECASE)
OPEN = re.compile(r"\b(?:if|would|could|may|might|will|should|whether|can)\b|\?", re.IGNORECASE)
IS = re.compile(
    r"(?:that )?(?P<who>[\w’'-]+(?: [\w’'-]+){0,6}?) (?P<verb>is|was|are|were|stood at|stands at) "
    r"(?:at |about |around |only |just |nearly |almost |in fact |actually )*(?P<what>[$€£]?[\w.,-]+ [\w-]+(?: old)?)",
    re.IGNORECASE,
)
""" "| unemployment | is | 5 percent", "| the child | is | four years old"."""
NOBODY = re.compile(
    r"\b(?:no one|nobody|none|no (?:passengers?|people|civilians?|residents?|police|officers?|soldiers?|workers?))\b"
    r"[^.;]{0,40}?\b(?P<what>injur\w+|hurt|harmed|wound\w+|killed|died|deaths|casualties)|"
    r"\bno (?P<noun>injuries|deaths|casualties)\b",
    re.IGNORECASE,
)
HURT = re.compile(r"\b(?:injur\w+|hurt|harmed|wound\w+|burn(?:ed|s))\b", re.IGNORECASE)
KILLED = re.compile(r"\b(?:killed|died|dead|deaths?)\b", re.IGNORECASE)
TO_BLAME = re.compile(
    r"\b(?:to blame|responsible|at fault|fault|(?:fired|shot|attacked|struck) first|started it|began it)\b",
    re.IGNORECASE,
)
BLAMES = re.compile(r"\bblam(?:e|es|ed|ing)\b", re.IGNORECASE)
BEGAN = re.compile(
    r"(?:that )?(?P<who>[\w’'.-]+(?: [\w’'.-]+){0,4}?) (?:had )?(?:(?:fired|shot|attacked|struck|swung|hit) first|"
    r"opened fire first|(?:fired|threw) the first \w+|started (?:it|the (?:fight|shooting|brawl|clash|violence)))\b",
    re.IGNORECASE,
)


def find_side_by_side(ground: Ground) -> Iterator[Rift]:
    """Rifts of two accounts that follow each other."""
    for name in sorted(ground.spoken):
        rows = sorted((row for row in ground.spoken[name] if row.content), key=lambda row: (place(row), row.id))
        for one, other in pairwise(rows):
            far = place(other) - one.content[-1].end
            told = one.act in TELLING and other.act in TELLING
            if 0 <= far <= NEAR and told and are_two(ground, one, other):
                found = compare_accounts(ground, one, other)
                if found is not None:
                    yield build_rift(ground, *found, one, other)


def compare_accounts(ground: Ground, one: Statement, other: Statement) -> tuple[DisputeKind, Facet | None, str] | None:
    """What two accounts differ in, if they do."""
    first, second = (ground.text(span_of(ground, row)).strip(' “”"‘') for row in (one, other))
    if any(QUESTION.match(each) or len(each.split()) > LONGEST for each in (first, second)):
        return None
    if is_blamed_back(ground, one, other, second):
        return "denial", None, "who is to blame"
    began = [BEGAN.match(each) for each in (first, second)]
    if began[0] and began[1] and began[0]["who"].casefold() != began[1]["who"].casefold() and not PRONOUN.match(second):
        return "value", "initiator", "who began"
    if OPEN.search(first) or OPEN.search(second):
        return None
    if is_zero(first, second) or is_zero(second, first):
        return "value", "count", "how many were hurt"
    if is_other_figure(first, second):
        return "value", "count", "the figure"
    words = find_opposite(first, second) if takes_up(first, second) else None
    return ("denial", None, words) if words is not None else None


def takes_up(first: str, second: str) -> bool:
    """Is the second of the same thing: by a pronoun, or a word of its own that both have?"""
    if PRONOUN.match(second):
        return True
    shared = read_words(first).content & read_words(second).content
    return bool(shared - read_words(first).names - read_words(second).names)


def is_blamed_back(ground: Ground, one: Statement, other: Statement, second: str) -> bool:
    """ "France blamed Spain for it. Spain said that France was to blame"."""
    text = ground.linked.documents[one.document].text
    cue = " ".join(text[span.start : span.end] for span in one.cue)
    names = names_in(ground.name(one.source.actor or "")) if one.source.actor is not None else set()
    accused = names_in(ground.name(other.source.actor or "")) if other.source.actor is not None else set()
    blamed = names_in(ground.text(span_of(ground, one))[: NEAR // 4])
    back = bool(names & names_in(second)) and bool(TO_BLAME.search(second)) and not NEGATOR.search(second)
    return bool(BLAMES.search(cue)) and bool(accused & blamed) and back


def is_zero(none: str, some: str) -> bool:
    """ "No one was hurt" against "two passengers suffered minor injuries"."""
    found = NOBODY.search(none)
    if found is None or NEGATOR.search(some):
        return False
    what = found["what"] or found["noun"] or ""
    kind = KILLED if KILLED.search(what) else HURT
    return bool(find_counts(some)) and bool(kind.search(some))


def is_other_figure(first: str, second: str) -> bool:
    """ "Unemployment is 5 percent" against "it is 9 percent"."""
    one, other = IS.match(first), IS.match(second)
    if one is None or other is None or one["verb"].casefold() != other["verb"].casefold():
        return False
    same = PRONOUN.match(second) or one["who"].casefold() == other["who"].casefold()
    counts = [find_counts(each["what"]) for each in (one, other)]
    if not same or any(len(each) != 1 for each in counts) or NEGATOR.search(first) or NEGATOR.search(second):
        return False
    (told,), (answer,) = counts
    units = [each["what"].casefold().split()[1] for each in (one, other)]
    return told.value != answer.value and units[0] == units[1]


def build_rift(
    ground: Ground, kind: DisputeKind, facet: Facet | None, what: str, one: Statement, other: Statement
) -> Rift:
    """The rift of two accounts."""
    first, second = (voice_of(ground, row, span_of(ground, row)) for row in (one, other))
    return Rift(
        about=one.id,
        kind=kind,
        facet=facet,
        sides=(first, second),
        reasons=(f"{ground.name(first.holder)} and {ground.name(second.holder)} differ on {what}.",),
        party=what,
    )
