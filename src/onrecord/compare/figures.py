"""A figure that answers another one without naming what is counted: "A says 340 were held. B put the number at 280."

The second clause has no frame of its own; "the number", "it", "there are" or the bare figure stands for what the other
party has just counted. Only figures of two parties side by side in one text are held against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.counts import TIMED, apart, find_counts
from onrecord.compare.figure_words import (
    BY_COUNT,
    BY_COUNT_OF,
    GIVEN,
    MORE,
    OPEN,
    SHARE,
    SPOKE,
    STOOD,
    find_bare,
    read_bare,
    read_figure,
)
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, print_words, read_words
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.counts import Count
    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said
    from onrecord.records import Statement

NEAR = 420
"""Characters between a figure and the one it answers."""
BESIDE = 120
"""Characters from a count to the "there are three" that answers it."""
BETWEEN = 240
"""The same to a bare number with a verb of its own."""
STANDING = frozenset({"stand", "be", "reach", "remain"})
GIVING = frozenset({"put", "estimate", "place", "give", "set", "repeat", "stick", "maintain", "count"})
WIDE, USUAL = 10, 4
"""How many times the other a figure may be: where the answer tells of the same deed, and otherwise."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one party gives it; `anaphoric` where the text does not say again what is counted.

    Attributes:
        verb: Of a bare number, its verb ("holding 29"); what is counted must have been told with the like.
        real: It is called the real figure, whatever was counted.
        total: It is called a count, and not said of what.
    """

    evidence: Evidence
    voice: str
    side: str
    item: str
    count: Count
    anaphoric: bool
    when: When
    verb: str = ""
    real: bool = False
    total: bool = False


def find_figure_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts between a count and the figure that another party sets beside it."""
    figures: dict[str, list[Figure]] = {}
    for one in (*gather_statements(ground), *gather_clauses(ground, said)):
        figures.setdefault(one.evidence.document, []).append(one)
    for name in sorted(figures):
        rows = sorted(figures[name], key=lambda one: (one.evidence, one.item))
        for answer in rows:
            named = find_named(ground, rows, answer) if answer.anaphoric else None
            if named is not None:
                yield build_rift(ground, named, answer)


def gather_statements(ground: Ground) -> Iterator[Figure]:
    """Statements whose content is one count, or a bare figure."""
    for row in sorted(ground.linked.statements, key=lambda one: one.id):
        if not row.content or row.negated or row.act in ("ask", "deny"):
            continue
        start, end = row.content[0].start, row.content[-1].end
        if SHARE.match(ground.linked.documents[row.document].text, end):
            continue  # a share of something, whose sign the statement leaves out
        read = read_figure(ground.linked.documents[row.document].text[start:end])
        if read is None:
            continue
        voice = row.source.actor or find_acknowledger(ground, row) or row.id
        side = ground.side(voice) if voice != row.id else (row.source.text or row.id).casefold()
        evidence = Evidence(document=row.document, start=start, end=end)
        yield Figure(evidence, voice, side or voice, row.id, read.count, read.anaphoric, row.said, read.verb, read.real)


def find_acknowledger(ground: Ground, row: Statement) -> str | None:
    """ "Arland has acknowledged holding 29": the subject of a statement that has no other source."""
    first = row.content[0]
    if row.source.text or not row.cue or not first.start < row.cue[0].start:
        return None
    for one in ground.annotated(row.document).mentions:
        if first.start <= one.start and one.end <= row.cue[0].start:
            return ground.actor(row.document, one.actor)
    return None


def gather_clauses(ground: Ground, said: Sequence[Said]) -> Iterator[Figure]:
    """ "B put the number at 280", "B spoke of 280", "by B's count, 280 men are held": figures that are no statement."""
    for one in said:
        text = ground.text(one.evidence)
        if one.assertion.negated or MORE.search(text):
            continue
        by = BY_COUNT.match(text) if one.statement is None else None
        if by is not None:
            read, voice = read_figure(text[by.end() :]), find_first_actor(ground, one, by.end())
            if read is not None and not read.anaphoric and voice is not None:
                side = ground.side(voice) or voice
                yield Figure(one.evidence, voice, side, voice, read.count, False, one.when)
            continue
        behind = BY_COUNT_OF.search(text) if one.statement is None else None
        if behind is not None:
            read, voice = read_figure(text[: behind.start()]), find_last_actor(ground, one, behind.start())
            if read is not None and not read.anaphoric and voice is not None:
                yield Figure(one.evidence, voice, ground.side(voice) or voice, voice, read.count, False, one.when)
            continue
        stood = STOOD.search(text) if one.statement is None and one.assertion.predicate in STANDING else None
        if stood is not None:
            voice = find_first_actor(ground, one, stood.start()) or find_organ(ground, one, text[: stood.start()])
            read = read_bare(stood["number"])
            if read is not None and voice is not None:
                side = ground.side(voice) or voice
                yield Figure(one.evidence, voice, side, voice, read.count, False, one.when, total=True)
            continue
        spoke = one.assertion.predicate == "speak" and SPOKE.search(text)
        counted = one.assertion.predicate == "count" and find_bare(text) is not None
        if not (spoke or counted) and (one.assertion.predicate not in GIVING or not GIVEN.search(text)):
            continue
        counts = find_counts(text)
        if len(counts) != 1 or counts[0].unit:
            continue
        voice = one.subject_actor or one.voice
        if spoke and one.subject_actor is None:
            voice = find_first_actor(ground, one, len(text)) or voice
        side = ground.side(voice) or voice
        yield Figure(one.evidence, voice, side, one.statement or voice, counts[0], True, one.when)


def find_first_actor(ground: Ground, one: Said, reach: int) -> str | None:
    """The first actor named within some characters of a clause."""
    start = one.assertion.start
    for mention in sorted(ground.annotated(one.document).mentions, key=lambda each: (each.start, -each.end)):
        actor = ground.actor(one.document, mention.actor)
        if start <= mention.start < start + reach and actor is not None:
            return actor
    return None


def find_last_actor(ground: Ground, one: Said, after: int) -> str | None:
    """The first actor named in a clause behind some characters."""
    for mention in sorted(ground.annotated(one.document).mentions, key=lambda each: (each.start, -each.end)):
        actor = ground.actor(one.document, mention.actor)
        if one.assertion.start + after <= mention.start < one.assertion.end and actor is not None:
            return actor
    return None


def find_organ(ground: Ground, one: Said, lead: str) -> str | None:
    """ "The ministry's count": the last ministry named before."""
    owner = re.match(r"the (\w+)['’]s ", lead, re.IGNORECASE)
    if owner is None or owner[1].casefold() not in load_tables().tally_words["organs"]:
        return None
    found = None
    for mention in sorted(ground.annotated(one.document).mentions, key=lambda each: each.start):
        actor = ground.actor(one.document, mention.actor)
        if mention.start < one.assertion.start and actor is not None:
            named = ground.name(actor).casefold().split()
            found = actor if named and named[-1] == owner[1].casefold() else found
    return found


def find_named(ground: Ground, rows: Sequence[Figure], answer: Figure) -> Figure | None:
    """The nearest count of another party, before the figure rather than after it, that has another value."""
    near = [
        one
        for one in rows
        if not one.anaphoric
        and one.side != answer.side
        and (answer.real if one.total else one.count.noun)
        and not one.count.noun & TIMED
        and not (one.evidence.start < answer.evidence.end and answer.evidence.start < one.evidence.end)
        and -NEAR < answer.evidence.start - one.evidence.end < NEAR
        and (not answer.verb or tells_alike(ground, one, answer))
        and is_of_deed(ground, one, answer)
    ]
    if not near:
        return None
    best = min(
        near,
        key=lambda one: (
            one.evidence.start > answer.evidence.start, abs(answer.evidence.start - one.evidence.end), one.evidence,
        ),
    )  # fmt: skip
    low, high = sorted((best.count.value, answer.count.value))
    plain = not (best.count.loose or answer.count.loose)
    scale = WIDE if answer.verb else USUAL
    return best if plain and apart(best.count, answer.count) and low * scale >= high else None


def tells_alike(ground: Ground, named: Figure, answer: Figure) -> bool:
    """Is a bare number given right after the count that it answers, with the verb of that or one of its family?"""
    far = answer.evidence.start - named.evidence.end
    if not 0 <= far <= BETWEEN:
        return False
    words = {word.casefold() for word in re.findall(r"[A-Za-z]+", ground.text(named.evidence))}
    families = load_tables().counting
    if answer.verb in families["any"]:
        return far <= BESIDE
    return any(answer.verb in family and words & family for name, family in families.items() if name != "any")


def is_of_deed(ground: Ground, named: Figure, answer: Figure) -> bool:
    """ "34 were detained" answers a count of those detained, "20 were ill" none of those who arrived."""
    text = ground.text(answer.evidence)
    opening = OPEN.match(text)
    if opening is None or answer.real or answer.verb:
        return True
    told = ground.text(named.evidence)
    if read_words(text[opening.end() :]).content & read_words(told).content:
        return True
    rest, words = ({word.casefold() for word in re.findall(r"[A-Za-z]+", each)} for each in (text, told))
    return any(rest & family and words & family for name, family in load_tables().counting.items() if name != "any")


def build_rift(ground: Ground, named: Figure, answer: Figure) -> Rift:
    """The rift of a count and the figure set beside it."""
    low, high = sorted((named, answer), key=lambda one: (one.count.value, one.evidence))
    noun = print_words(ground.text(named.evidence), named.count.noun) if named.count.noun else "in all"
    values = {id(one): f"{one.count.digits} {noun}".strip() for one in (low, high)}
    return Rift(
        about=named.item,
        kind="value",
        facet="count",
        party=" ".join(sorted(named.count.noun)),
        sides=(
            Voice(values[id(low)], low.voice, low.item, low.evidence, low.when),
            Voice(values[id(high)], high.voice, high.item, high.evidence, high.when),
        ),
        reasons=(
            f"{ground.name(low.voice)} says {low.count.digits}, {ground.name(high.voice)} says {high.count.digits}"
            f" ({noun}).",
        ),
    )
