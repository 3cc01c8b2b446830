"""Counted time: a war in its fourth year here and in its third there, "almost four years" of it, and when it began."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from onrecord.annotations import Annotated
from onrecord.link.date_bounds import Bound
from onrecord.link.event_groups import World, read_day
from onrecord.link.words import readable_text, stop_words
from onrecord.records import Evidence
from onrecord.timex import find_days

_COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_UNITS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}
_UNIT = r"(?P<unit>year|month|week|day)"
_NTH = re.compile(rf"\b(?:in|into|entering|entered|enters)\s+(?:its|the|their)\s+(?P<n>\w+)\s+{_UNIT}\b", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"\b(?:for|lasted|into)\s+(?P<how>almost|nearly|more\s+than|over)\s+(?P<n>\d+|{'|'.join(_COUNTS)})\s+{_UNIT}s?\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:has|have)\s+(?:now\s+)?(?:been|lasted|raged|dragged|gone|run|continued)\b|['’]s\s+been\b")
_THINGS = {
    "war": "war", "conflict": "war", "invasion": "war", "fighting": "war", "siege": "siege", "blockade": "siege",
    "strike": "strike", "walkout": "strike", "occupation": "occupation", "ban": "ban", "embargo": "ban",
    "truce": "truce", "ceasefire": "truce", "trial": "trial", "drought": "drought",
}  # fmt: skip
"""What goes on for a counted time, by the noun of it; nouns of one thing have the same word."""

_BEGAN = re.compile(
    r"\b(?:began|begun|started|launched|invaded|invasion|erupted|broke\s+out)\b[^.;\n]{0,40}\b(?:in|on|since)\s+$"
    r"|\b(?:war|conflict|invasion|siege|blockade|strike|occupation)\b[^.;\n]{0,20}\bsince\s+$",
    re.IGNORECASE,
)
_ALMOST = 2 / 3
"""Of a unit: no more is missing where somebody says "almost four years"."""

_BEFORE = 160
"""Characters before a count in which the name of what is counted stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How long a thing has gone on: at least and at most so many days, or the days on one of which it began."""

    low: int
    high: int
    names: frozenset[str]
    thing: str
    words: str
    evidence: Evidence
    begun: bool = False


def find_counts(doc: Annotated) -> list[Count]:
    """How long things have gone on by a document's own words, and when they began."""
    text = readable_text(doc.document)
    found = []
    for match in _NTH.finditer(text):
        word = match["n"].casefold()
        number = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word) or 0)
        if number:
            found.append(_build_count(doc, text, match, (number - 1, number)))
    for match in _AMOUNT.finditer(text):
        word = match["n"].casefold()
        number = _COUNTS.index(word) + 1 if word in _COUNTS else int(word)
        if _GOES_ON.search(text[max(0, match.start() - 60) : match.start()]):
            less = match["how"].casefold() in ("almost", "nearly")
            found.append(_build_count(doc, text, match, (number - _ALMOST, number) if less else (number, number + 1)))
    for time in doc.times:
        days = find_days(time.value or "") if time.rule == "absolute" and time.type == "DATE" else None
        if days and _BEGAN.search(text[max(0, time.start - 100) : time.start]):
            names, thing = _find_subject(text, time.start)
            evidence = Evidence(document=doc.document.id, start=time.start, end=time.end)
            first, last = (day.toordinal() for day in days)
            words = f"it began in {time.value}"
            found.append(
                Count(low=first, high=last, names=names, thing=thing, words=words, evidence=evidence, begun=True)
            )
    return found


def _build_count(doc: Annotated, text: str, match: re.Match[str], span: tuple[float, float]) -> Count:
    names, thing = _find_subject(text, match.start())
    unit = match["unit"].casefold()
    low, high = math.floor(span[0] * _UNITS[unit]), math.ceil(span[1] * _UNITS[unit])
    evidence = Evidence(document=doc.document.id, start=match.start(), end=match.end())
    words = " ".join(match.group().split())
    return Count(low=low, high=high, names=names, thing=thing, words=words, evidence=evidence)


def _find_subject(text: str, at: int) -> tuple[frozenset[str], str]:
    """The names printed before a count, and the noun of what is counted: the nearest one of the sentence."""
    before = text[max(0, at - _BEFORE) : at]
    names = frozenset(one.casefold() for one in re.findall(r"[A-Z][a-z]+", before)) - stop_words()
    words = re.findall(r"\w+", re.split(r"[.!?]\s|\n", before)[-1].casefold())
    nouns = [_THINGS[one] for one in words if one in _THINGS]
    return names, nouns[-1] if nouns else ""


def find_counted_bounds(
    doc: Annotated, dated: Sequence[Annotated], mates: Collection[str], world: World
) -> list[Bound]:
    """If a war was in its fourth year then, and in its third here, the two are no more than two years apart.

    Args:
        doc: The undated document.
        dated: Documents with a narrow interval.
        mates: Ids of those that have the same cast of persons: there the same noun is the same thing without a name.
        world: Publication intervals.
    """
    bounds = []
    mine = [one for one in find_counts(doc) if not one.begun]
    for other in (doc, *dated) if mine else ():
        row = world.published[other.document.id]
        for theirs in find_counts(other):
            same_thing = bool(theirs.thing) and other.document.id in mates
            for one in mine:
                named = one.names & theirs.names
                if one is theirs or not (named or (same_thing and one.thing == theirs.thing)):
                    continue
                if one.thing and theirs.thing and one.thing != theirs.thing:
                    continue
                if theirs.begun and one.thing and one.thing == theirs.thing:
                    low, high = theirs.low, theirs.high
                elif not theirs.begun and other is not doc and row.earliest and row.latest:
                    low, high = read_day(row.earliest) - theirs.high, read_day(row.latest) - theirs.low
                else:
                    continue
                bounds.append(
                    Bound(
                        earliest=low + one.low,
                        latest=high + one.high,
                        reason=f"both tell how long the same thing has gone on: {one.words} here, {theirs.words} there",
                        evidence=(one.evidence, theirs.evidence),
                        other="" if other is doc else other.document.id,
                    )
                )
    return bounds
