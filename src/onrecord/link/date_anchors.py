"""Anchors: what an undated document tells that dated documents tell with a day.

Each anchor says on which days the undated document can have been published: its own words for the time ("on Friday")
are tried on every day around the known day, and the days on which they mean that day are kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.annotations import Annotated
from onrecord.chronology import Resolved, build_when, resolve_times
from onrecord.link.accounts import join_days
from onrecord.link.coverage import find_lead
from onrecord.link.event_pairs import Group, World, find_conflict, is_narrow, match_participants, read_day
from onrecord.link.places import is_usual, match_places
from onrecord.link.words import find_topical_words, find_words
from onrecord.records import Evidence, Time, When

_REACH = 45
"""Days before and after the known day on which an undated document is tried."""

_SAME_NEWS = 0.52
"""How alike two articles are whose main news is the same (see `coverage.THRESHOLD`)."""

_LONG_QUOTE = 5
"""Words a quotation must share with another to be taken for the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One thing told by an undated and by a dated document.

    Attributes:
        earliest, latest: Ordinals of the days the undated document can be of; None is open.
        weight: How much it says that both tell of the same thing.
        subject: What may be anchored only once.
        evidence: The words of both documents.
    """

    earliest: int | None
    latest: int | None
    weight: float
    subject: tuple[str, int]
    reason: str
    evidence: tuple[Evidence, ...]


Trial = Callable[[int], tuple[Resolved, ...]]


def build_trial(annotated: Annotated) -> Trial:
    """A function from an ordinal to the document's times as they resolve if it was published on that day."""

    @cache
    def resolve(day: int) -> tuple[Resolved, ...]:
        iso = spell_day(day)
        return resolve_times(annotated.times, build_when(iso, iso))

    return resolve


def spell_day(day: int) -> str:
    """The ISO date of an ordinal."""
    return date.fromordinal(day).isoformat()


def find_feasible(target: When, days_of: Callable[[int], When]) -> tuple[int, int] | None:
    """First and last day of publication on which the words for a time mean the target day; None if there is none.

    Args:
        target: A closed, narrow interval.
        days_of: Ordinal of the publication -> the days the words mean then.
    """
    if target.earliest is None or target.latest is None:
        return None
    first, last = read_day(target.earliest), read_day(target.latest)
    fitting = []
    for day in range(first - _REACH, last + _REACH + 1):
        meant = days_of(day)
        if not is_narrow(meant) or not meant.earliest or not meant.latest:
            continue
        if read_day(meant.earliest) <= last and read_day(meant.latest) >= first:
            fitting.append(day)
    return (fitting[0], fitting[-1]) if fitting else None


def find_event_anchors(
    undated: Sequence[Group], dated: Sequence[Group], doc: Annotated, trial: Trial, world: World
) -> list[Anchor]:
    """Anchors by events that both documents tell of."""
    anchors = []
    for mine in undated:
        if not mine.real or len(mine.who) < 2:
            continue
        for other in dated:
            if other.real and other.explicit and is_narrow(other.when) and other.when.earliest:
                anchor = _anchor_event(mine, other, doc, trial, world)
                if anchor:
                    anchors.append(anchor)
    return anchors


def _anchor_event(mine: Group, other: Group, doc: Annotated, trial: Trial, world: World) -> Anchor | None:
    if len(mine.who & other.who) < 2 or match_participants(mine.who, other.who, world) not in ("same", "covers"):
        return None
    if find_conflict(mine, other, world):
        return None
    weight = 0.5 if mine.modes & other.modes else 0.25
    if match_places(mine.places, other.places):
        weight += 1.0 if all(is_usual(one) for one in mine.places | other.places) else 2.0
    weight += 1.0 if len(mine.who & other.who) >= 3 else 0.0
    first: int | None = read_day(other.when.earliest or "")
    last: int | None = None
    for one in mine.accounts:
        if not one.mention.times or not one.guesses:
            continue
        feasible = find_feasible(other.when, lambda day, one=one: join_days(one.mention, doc, trial(day)))  # type: ignore[misc]
        if feasible is None:
            return None
        weight += 2.0
        first, last = max(first or 0, feasible[0]), min(last or feasible[1], feasible[1])
    names = ", ".join(sorted(world.actors[one].name for one in mine.who & other.who))
    return Anchor(
        earliest=first,
        latest=last,
        weight=weight,
        subject=("event", mine.accounts[0].local[1]),
        reason=f"it tells of what another document puts on {other.when.earliest} ({names})",
        evidence=tuple(_cite(group) for group in (mine, other)),
    )


def _cite(group: Group) -> Evidence:
    best = next((one for one in group.accounts if one.explicit or one.guesses), group.accounts[0])
    return Evidence(document=best.local[0], start=best.mention.start, end=best.mention.end)


def find_quotes(annotated: Annotated) -> dict[int, tuple[str, ...]]:
    """The words of each statement with quoted words, long enough to know it by."""
    text = annotated.document.text
    quotes = {}
    for index, statement in enumerate(annotated.statements):
        if statement.kind in ("direct", "mixed"):
            words = tuple(find_words(" ".join(text[span.start : span.end] for span in statement.content)))
            if len(words) >= _LONG_QUOTE:
                quotes[index] = words
    return quotes


def _share_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Do two quotations share a run of words, most of the shorter one's?"""
    grams = [{one[i : i + _LONG_QUOTE] for i in range(len(one) - _LONG_QUOTE + 1)} for one in (a, b)]
    common = len(grams[0] & grams[1])
    return common > 0 and common >= min(3, 0.4 * min(len(grams[0]), len(grams[1])))


def find_quote_pairs(a: Mapping[int, tuple[str, ...]], b: Mapping[int, tuple[str, ...]]) -> list[tuple[int, int]]:
    """Pairs of statements of two documents that quote the same words."""
    return [(i, j) for i, one in a.items() for j, other in b.items() if _share_words(one, other)]


def find_quote_anchors(
    doc: Annotated,
    other: Annotated,
    trial: Trial,
    times: Mapping[tuple[str, int], Time],
    pairs: Sequence[tuple[int, int]],
) -> list[Anchor]:
    """Anchors by quotations that both documents carry, where the dated one says on which day it was said."""
    anchors = []
    for i, j in pairs:
        mine, theirs = doc.statements[i], other.statements[j]
        row = times.get((other.document.id, theirs.said)) if theirs.said is not None else None
        if row is None or not row.earliest or not row.latest or read_day(row.latest) - read_day(row.earliest) > 1:
            continue
        first, last, weight = read_day(row.earliest), None, 1.5
        said = mine.said
        if said is not None:
            feasible = find_feasible(
                build_when(row.earliest, row.latest),
                lambda day, said=said: build_when(trial(day)[said].earliest, trial(day)[said].latest),  # type: ignore[misc]
            )
            if feasible:
                first, last, weight = max(first, feasible[0]), feasible[1], 3.0
        spans = [(doc, mine), (other, theirs)]
        anchors.append(
            Anchor(
                earliest=first,
                latest=last,
                weight=weight,
                subject=("quote", i),
                reason=f"it quotes words that another document says were spoken on {row.earliest}",
                evidence=tuple(
                    Evidence(document=d.document.id, start=s.content[0].start, end=s.content[0].end) for d, s in spans
                ),
            )
        )
    return anchors


def find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line around a span, roughly: up to the next full stop, line end or the text's end."""
    left = max((text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ", ".” ", '." ')), default=-1)
    rights = [text.find(mark, end) for mark in (". ", "\n", "? ", "! ", ".” ", '." ')]
    right = min((one for one in rights if one >= 0), default=len(text))
    return left + 1, right


def find_wording_anchors(
    doc: Annotated, other: Annotated, trial: Trial, times: Mapping[tuple[str, int], Time]
) -> list[Anchor]:
    """Anchors by sentences of much the same words, each with a time of a day in it."""
    mine, theirs = _find_dated_sentences(doc), _find_dated_sentences(other)
    anchors = []
    for i, words in mine.items():
        for j, others in theirs.items():
            row = times.get((other.document.id, j))
            if row is None or not row.earliest or row.earliest != row.latest or row.type != "DATE":
                continue
            common = len(words & others)
            if common < 5 or common < 0.4 * min(len(words), len(others)):
                continue
            feasible = find_feasible(
                build_when(row.earliest, row.latest),
                lambda day, i=i: build_when(trial(day)[i].earliest, trial(day)[i].latest),  # type: ignore[misc]
            )
            if feasible:
                anchors.append(
                    Anchor(
                        earliest=feasible[0],
                        latest=feasible[1],
                        weight=min(3.0, 0.35 * common),
                        subject=("time", i),
                        reason=f"a sentence of much the same words has {row.earliest} in another document",
                        evidence=(
                            Evidence(document=doc.document.id, start=doc.times[i].start, end=doc.times[i].end),
                            Evidence(document=other.document.id, start=row.start, end=row.end),
                        ),
                    )
                )
    return anchors


def find_lead_anchors(
    doc: Annotated, other: Annotated, trial: Trial, times: Mapping[tuple[str, int], Time], alike: float
) -> list[Anchor]:
    """Anchors by the weekday of the main news, where two articles are so alike that their main news is the same."""
    if alike < _SAME_NEWS:
        return []
    mine, theirs = _find_lead_day(doc), _find_lead_day(other)
    row = times.get((other.document.id, theirs)) if theirs is not None else None
    if mine is None or theirs is None or row is None or not row.earliest or row.earliest != row.latest:
        return []
    if dict(doc.times[mine].parameters)["weekday"] != dict(other.times[theirs].parameters)["weekday"]:
        return []
    feasible = find_feasible(
        build_when(row.earliest, row.latest), lambda day: build_when(trial(day)[mine].earliest, trial(day)[mine].latest)
    )
    if feasible is None:
        return []
    cites = [(doc, doc.times[mine]), (other, other.times[theirs])]
    return [
        Anchor(
            earliest=feasible[0],
            latest=feasible[1],
            weight=3.5,
            subject=("time", mine),
            reason=f"the main news is the same, and its weekday is {row.earliest} in another document",
            evidence=tuple(Evidence(document=d.document.id, start=t.start, end=t.end) for d, t in cites),
        )
    ]


def _find_lead_day(doc: Annotated) -> int | None:
    """The first weekday told as past in an article's lead."""
    start, end = find_lead(doc.document)
    for index, time in enumerate(doc.times):
        if start <= time.start < end and time.rule == "weekday" and time.type == "DATE" and time.tense != "future":
            return index
    return None


def _find_dated_sentences(doc: Annotated) -> dict[int, frozenset[str]]:
    """For each time of a day that counts from the publication: the topical words of its sentence."""
    text, found = doc.document.text, {}
    quoted = [span for one in doc.statements if one.kind != "indirect" for span in one.content]
    for index, time in enumerate(doc.times):
        # "Yesterday" in a speaker's mouth counts from the day it was said.
        if time.rule != "weekday" and any(span.start <= time.start < span.end for span in quoted):
            continue
        if time.type == "DATE" and time.value is None:
            start, end = find_sentence(text, time.start, time.end)
            rest = text[start : time.start] + " " + text[time.end : end]
            found[index] = frozenset(find_topical_words(rest))
    return found
