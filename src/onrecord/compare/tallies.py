"""Two bodies that count the same thing at the same time: "23 dead, says the civil guard; 41, says the hospital".

The two clauses need not be alike: a figure belongs to a kind of tally (the dead, the injured, a crowd, damage …), of a
place, a day and an event. A toll that is given later is an update, a figure of another place, day or group is another
figure, and what an outlet reports in its own voice may only be older: none of these is a dispute.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.counts import TIMED, Count, apart, find_counts
from onrecord.compare.ground import FAR, gap, known
from onrecord.compare.likeness import NEGATOR
from onrecord.compare.postings import find_pairs
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import SPELLED, load_tables, read_words, stem
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

SPLIT = re.compile(
    r"[;:]|,? and (?=[\w,.-]+ (?:\w+ ){0,3}(?:were|was|had|have|injured|wounded|missing)\b)|, (?!\d)|\bwhile\b"
)
WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
LEAST = {"deaths": 1.2, "injured": 1.3, "missing": 1.3, "held": 1.2, "infected": 1.3, "displaced": 1.3, "homes": 1.2}
"""How many times larger the one figure must be: tolls of one day move by a few within hours."""
OPENING = 400
BESIDE = 600
"""Characters between two figures that one text sets side by side."""
SCALE = 5
"""How many times the other a figure may be and still be of the same thing, where nothing else says so."""
OTHER = frozenset({"another", "other", "separate", "earlier", "previous", "further", "more", "additional", "second"})
MONEY = frozenset({"damage", "cash"})


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure as one body gives it: what kind of tally, of whom, where and when.

    Attributes:
        near: The plain words of its clause without the figure, what is counted and the words of the kind.
        names: The names in its clause.
        around: The names in its sentence, else in the opening of its text.
        other: Its clause says that it is of something else than what was told before.
    """

    kind: str
    count: Count
    noun: frozenset[str]
    row: Statement
    evidence: Evidence
    near: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    days: When
    voice: str
    side: str
    source: frozenset[str]
    other: bool


def find_tally_disputes(ground: Ground) -> Iterator[Rift]:
    """Rifts of two figures of one tally by two bodies at one time."""
    found = [
        one for row in sorted(ground.linked.statements, key=lambda each: each.id) for one in read_tallies(ground, row)
    ]
    groups: dict[str, list[Tally]] = {}
    for one in found:
        groups.setdefault(one.kind, []).append(one)
    for kind in sorted(groups):
        rows = sorted(groups[kind], key=lambda each: (each.evidence, each.row.id))
        # of one place, people or event, or side by side in one text
        for n, m in find_pairs(each.names | each.around | {each.row.document} for each in rows):
            a, b = rows[n], rows[m]
            if parts(a, b) and same_time(ground, a, b) and same_thing(a, b) and two_bodies(a, b):
                yield build_rift(ground, a, b)


def read_tallies(ground: Ground, row: Statement) -> Iterator[Tally]:
    """The figures that a statement gives as so, one for each clause with one figure of one kind."""
    if row.negated or row.act in ("ask", "deny", "promise", "threaten") or not row.content:
        return
    text = ground.linked.documents[row.document].text
    tables = load_tables()
    voice = row.source.actor or row.id
    side = (ground.side(row.source.actor) if row.source.actor else None) or ground.source_side(row)
    for span in row.content:
        start = span.start
        for piece in SPLIT.split(text[span.start : span.end]):
            at = text.index(piece, start)
            start = at + len(piece)
            words = {word.casefold() for word in WORD.findall(piece.replace("more than", ""))}
            counts = [one for one in find_counts(piece) if not one.noun & TIMED]
            kinds = [kind for kind, known_by in sorted(tables.tallies.items()) if words & known_by]
            kinds = [kind for kind in kinds if fits_unit(kind, counts[0])] if len(counts) == 1 else []
            if not kinds or words & tables.tally_words["unsure"] or NEGATOR.search(piece) or "?" in piece:
                continue
            evidence = Evidence(document=row.document, start=at, end=start)
            yield build_tally(ground, row, kinds[0], counts[0], evidence, voice, side)


def fits_unit(kind: str, count: Count) -> bool:
    """Money is damage or a price, a share is a turnout, everything else is a plain number."""
    if kind == "share":
        return count.unit == "%"
    if kind in MONEY:
        return count.unit in ("$", "€", "£") or (not count.unit and count.value >= 10_000 and bool(count.noun))
    return not count.unit


def build_tally(
    ground: Ground, row: Statement, kind: str, count: Count, evidence: Evidence, voice: str, side: str
) -> Tally:
    """Put a figure together with what is said around it."""
    piece, text = ground.text(evidence), ground.linked.documents[row.document].text
    words, tables = read_words(piece), load_tables()
    own = {stem(word) for word in tables.tallies[kind]} | {tables.same.get(word, word) for word in tables.tallies[kind]}
    source = read_words(f"{row.source.text or ''} {ground.name(voice)}").content
    begin = max(text.rfind("\n", 0, evidence.start), text.rfind(". ", 0, evidence.start)) + 1
    sentence = read_words(text[begin : evidence.end]).names - tables.tally_words["calendar"]
    opening = read_words(text[:OPENING]).names - tables.tally_words["calendar"]
    noun = frozenset(word for word in count.noun if word not in own and word not in SPELLED)
    return Tally(
        kind=kind,
        count=count,
        noun=frozenset() if tables.tally_words["people"] >= noun else noun,
        row=row,
        evidence=evidence,
        near=words.content - own - noun - tables.titles,
        names=words.names - noun - tables.tally_words["calendar"],
        around=sentence or opening,
        days=ground.days(evidence),
        voice=voice,
        side=side,
        source=source,
        other=bool(OTHER & {word.casefold() for word in WORD.findall(piece)}),
    )


def parts(a: Tally, b: Tally) -> bool:
    """Do the figures part by more than their hedges, and by more than a toll moves in a day?"""
    low, high = sorted((a.count.value, b.count.value))
    return a.count.unit == b.count.unit and apart(a.count, b.count) and high >= LEAST.get(a.kind, 1.1) * low


def same_time(ground: Ground, a: Tally, b: Tally) -> bool:
    """Were both given on one day, of one day? Within one text both stand side by side."""
    if gap(a.days, b.days) not in (0, FAR):
        return False
    if a.row.document == b.row.document:
        return gap(a.row.said, b.row.said) in (0, FAR)
    if ground.original(a.row.document) == ground.original(b.row.document):
        return False
    left, right = ground.published(a.row.document), ground.published(b.row.document)
    return known(left) and known(right) and gap(left, right) == 0 and gap(a.row.said, b.row.said) in (0, FAR)


def same_thing(a: Tally, b: Tally) -> bool:
    """The same people or things, at one place, of one event."""
    beside = are_beside(a, b)
    if a.noun != b.noun and not (a.kind == "crowd" and (not a.noun or not b.noun)) and not (beside and exceeds(a, b)):
        return False
    if a.kind in MONEY and a.count.noun and b.count.noun and not a.count.noun & b.count.noun:
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    if beside:
        return True
    if not (a.names | a.around) & (b.names | b.around):
        return False
    shared = (a.near & b.near) - (a.noun | b.noun)
    dated = known(a.days) and known(b.days)
    return len(shared) >= (1 if dated or a.row.document == b.row.document else 2) or bool(shared - a.names - b.names)


def are_beside(a: Tally, b: Tally) -> bool:
    """Does one text set the two side by side, and say of neither that it is of something else?"""
    if a.row.document != b.row.document or a.kind in MONEY or a.kind == "crowd":
        return False
    far = max(a.evidence.start, b.evidence.start) - min(a.evidence.end, b.evidence.end)
    low, high = sorted((a.count.value, b.count.value))
    return far <= BESIDE and high <= SCALE * low and not (a.other or b.other)


def exceeds(a: Tally, b: Tally) -> bool:
    """Is the figure of all smaller than that of some ("seven dead", "eleven civilians killed")?"""
    if bool(a.noun) == bool(b.noun):
        return False
    some, everybody = (a, b) if a.noun else (b, a)
    return everybody.count.value < some.count.value


def two_bodies(a: Tally, b: Tally) -> bool:
    """Two sources that are not one by another name; "officials" may be anybody's."""
    if a.side == b.side or a.source & b.source - load_tables().titles:
        return False
    vague = load_tables().tally_words["vague"]
    return bool(a.source - vague) and bool(b.source - vague)


def build_rift(ground: Ground, a: Tally, b: Tally) -> Rift:
    """The rift of two figures, the smaller one first."""
    low, high = sorted((a, b), key=lambda one: (one.count.value, one.evidence))
    x, y = (" ".join(one.count.printed.split()) for one in (low, high))
    names = [ground.name(one.voice) for one in (low, high)]
    return Rift(
        about=low.row.id,
        kind="value",
        facet="amount" if low.count.unit or low.kind in MONEY else "count",
        party=low.kind,
        sides=(
            Voice(x, low.voice, low.row.id, low.evidence, low.row.said),
            Voice(y, high.voice, high.row.id, high.evidence, high.row.said),
        ),
        reasons=(f"{names[0]} says {x}, {names[1]} says {y} ({low.kind}).",),
    )
