"""A figure that answers another one without naming what is counted: "A says 340 were held. B put the number at 280."

The second clause has no frame of its own; "the number", "it" or the bare figure stands for what the other party has
just counted. Only figures of two parties side by side in one text are held against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.compare.counts import TIMED, apart, counted_noun, find_counts
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import print_words
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.counts import Count
    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

NEAR = 420
"""Characters between a figure and the one it answers."""
LEAST = 3
GIVING = frozenset({"put", "estimate", "place", "give", "set", "repeat", "stick", "maintain", "count"})
_NUMBER = r"(?:(?:some|about|around|only|just|nearly|almost|over|more than|at least)\s)?\d[\d,.]*\d|\d+"
_TOTAL = "(?:number|figure|total|count|toll|tally)"
_THING = rf"(?:it|that|this|(?:the|its|their|his|her)\s(?:real\s|true\s|actual\s)?{_TOTAL})"
ANAPHOR = re.compile(
    rf"(?:^|[.!?:]\s+)[“\"]?(?:{_THING}\s(?:is|was|were|at|of|to|stood at|is at|was at)\s)?(?:{_NUMBER})[,.”\"]*$",
    re.IGNORECASE,
)
GIVEN = re.compile(rf"\b{_TOTAL}\b[^.;]*?\b(?:at|of|as|to)\s(?:{_NUMBER})\W*$", re.IGNORECASE)
OPEN = re.compile(rf"^[“\"]?(?:{_NUMBER})\s(?:are|were|was|is|had|have|has|remain|remained)\b", re.IGNORECASE)
SHARE = re.compile(r"\s*(?:%|per\s?cent\b)", re.IGNORECASE)
NUMBER_OF = re.compile(rf"\bnumber of (?P<noun>[\w\s’'-]+?) (?:at|to|as|is|was) (?:{_NUMBER})\W*$", re.IGNORECASE)


MORE = re.compile(r"\b(?:further|another|additional|other|more) (?!than\b)", re.IGNORECASE)
"""A figure of others than those counted before."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one party gives it; `anaphoric` where the text does not say again what is counted."""

    evidence: Evidence
    voice: str
    side: str
    item: str
    count: Count
    anaphoric: bool
    when: When


def find_figure_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts between a count and the figure that another party sets beside it."""
    figures: dict[str, list[Figure]] = {}
    for one in (*gather_statements(ground), *gather_clauses(ground, said)):
        figures.setdefault(one.evidence.document, []).append(one)
    for name in sorted(figures):
        rows = sorted(figures[name], key=lambda one: (one.evidence, one.item))
        for answer in rows:
            named = find_named(rows, answer) if answer.anaphoric else None
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
        text = ground.linked.documents[row.document].text[start:end]
        if MORE.search(text):
            continue
        bare = ANAPHOR.search(text)
        counts = find_counts(bare.group() if bare else text)
        named = NUMBER_OF.search(text)
        if named is not None and len(counts) == 1:
            bare, counts = None, [replace(counts[0], noun=counted_noun(named["noun"].split()[-1]))]
        anaphoric = bare is not None or (OPEN.match(text) is not None and named is None)
        if len(counts) != 1 or counts[0].unit or counts[0].value < LEAST or not (anaphoric or counts[0].noun):
            continue
        voice = row.source.actor or row.id
        side = ground.side(row.source.actor) or (row.source.text or row.id).casefold()
        evidence = Evidence(document=row.document, start=start, end=end)
        yield Figure(evidence, voice, side, row.id, counts[0], anaphoric, row.said)


def gather_clauses(ground: Ground, said: Sequence[Said]) -> Iterator[Figure]:
    """ "B put the number at 280": clauses that give a figure without being a statement."""
    for one in said:
        text = ground.text(one.evidence)
        if one.assertion.negated or one.assertion.predicate not in GIVING or not GIVEN.search(text):
            continue
        if MORE.search(text):
            continue
        counts = find_counts(text)
        if len(counts) != 1 or counts[0].unit:
            continue
        voice = one.subject_actor or one.voice
        side = ground.side(voice) or voice
        yield Figure(one.evidence, voice, side, one.statement or voice, counts[0], True, one.when)


def find_named(rows: Sequence[Figure], answer: Figure) -> Figure | None:
    """The nearest count of another party, before the figure rather than after it, that has another value."""
    near = [
        one
        for one in rows
        if not one.anaphoric
        and one.side != answer.side
        and one.count.noun
        and not one.count.noun & TIMED
        and not (one.evidence.start < answer.evidence.end and answer.evidence.start < one.evidence.end)
        and -NEAR < answer.evidence.start - one.evidence.end < NEAR
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
    return best if plain and apart(best.count, answer.count) and low * 4 >= high else None


def build_rift(ground: Ground, named: Figure, answer: Figure) -> Rift:
    """The rift of a count and the figure set beside it."""
    low, high = sorted((named, answer), key=lambda one: (one.count.value, one.evidence))
    noun = print_words(ground.text(named.evidence), named.count.noun)
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
