"""The ways in which a clause gives a number: "putting it at 280", "holding 29", "the real figure is closer to 60"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.compare.counts import Count, counted_noun, find_counts
from onrecord.compare.words import SPELLED, load_tables

LEAST = 3
"""Smaller numbers are not held against each other."""
_NUMBER = (
    r"(?:(?:some|about|around|only|just|nearly|almost|over|more than|at least)\s)?(?:\d[\d,.]*\d|\d+)"
    r"(?: (?:thousand|million|billion|trillion)\b)?"
)
_TOTAL = "(?:number|figure|total|count|toll|tally)"
_THING = rf"(?:it|that|this|(?:the|its|their|his|her)\s(?:real\s|true\s|actual\s)?{_TOTAL})"
ANAPHOR = re.compile(
    rf"(?:^|[.!?:]\s+)[“\"]?(?:{_THING}\s(?:is|was|were|at|of|to|stood at|is at|was at)\s)?(?:{_NUMBER})[,.”\"]*$",
    re.IGNORECASE,
)
GIVEN = re.compile(rf"\b{_TOTAL}\b[^.;]*?\b(?:at|of|as|to)\s(?:{_NUMBER})\W*$", re.IGNORECASE)
OPEN = re.compile(rf"^[“\"]?(?:{_NUMBER})\s(?:are|were|was|is|had|have|has|remain|remained)\b", re.IGNORECASE)
SPOKE = re.compile(rf"\b(?:spoke|speaks?|spoken|speaking) of (?:{_NUMBER})\W*$", re.IGNORECASE)
SHARE = re.compile(r"\s*(?:%|per\s?cent\b)", re.IGNORECASE)
NUMBER_OF = re.compile(rf"\bnumber of (?P<noun>[\w\s’'-]+?) (?:at|to|as|is|was) (?:{_NUMBER})\W*$", re.IGNORECASE)
_COUNTED = rf"(?:{_NUMBER}|{'|'.join(sorted(SPELLED, key=len, reverse=True))})"
BARE = re.compile(
    r"\b(?:there (?P<being>are|were|have been|had been|are only|were only)|(?!are\b|were\b|is\b|was\b|be\b|been\b)"
    rf"(?P<verb>[a-z]+)) (?P<number>{_COUNTED})(?: (?:go|home|free|back))?"
    r"(?=$|[.;”\"]|, [“\"]?(?:all|both|most|some|none|not|and|but|including|officials)\b)",
    re.IGNORECASE,
)
""" "Holding 29", "had let ten go", "there are three, all of them …": a number of what the sentence before counts."""
REAL = re.compile(
    rf"\b(?:real|true|actual) {_TOTAL}\b[^.;]*?\b(?:at|is|was|of|to|nearer) (?P<number>{_COUNTED})(?=$|[\s,.;”\"])",
    re.IGNORECASE,
)
""" "The real figure is closer to 60": contests whatever figure was given before."""
STOOD = re.compile(rf"\b{_TOTAL}\b[^.;,]*?\b(?:at|is|was|of) (?P<number>{_NUMBER})(?=$|[\s,.;])", re.IGNORECASE)
BY_COUNT = re.compile(
    r"^by (?:[\w’']+ ){0,3}?(?:own |latest |official |last )*"
    r"(?:count|counts|reckoning|estimates?|tally|figures?|records?)"
    r"(?: (?:of|from|kept by) [^,]+)?, ",
    re.IGNORECASE,
)
BY_COUNT_OF = re.compile(
    r"\s*,? by (?=(?:[\w.’'-]+ ){1,4})(?:[\w.’'-]+ ){0,3}?[\w.-]+(?:['’]s?|s['’]) (?:own )?"
    r"(?:count|reckoning|estimates?|tally|figures)$",
    re.IGNORECASE,
)
""" "Shipments worth 640 million dollars by Arland's reckoning": whose figure it is, behind it."""
PARTITIVE = re.compile(
    rf"\b(?P<number>{_NUMBER}) of (?:its|their|his|her|our) (?P<noun>[a-z’'-]+(?: [a-z’'-]+)?) "
    r"(?:are|were|is|was|ha|rem|took part|joined|attended|stayed|walked|went|turned out|came|struck|died|left)",
    re.IGNORECASE,
)
ASIDE = re.compile(
    rf",? (?:(?:among (?:them|whom|these)|including|of (?:whom|which|them)|{_COUNTED} (?:more|fewer|less) than|up from|"
    r"down from|compared (?:with|to))\b|because\b).*",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of a part of those counted, or of an earlier count."""
MORE = re.compile(r"\b(?:further|another|additional|other|more) (?!than\b)", re.IGNORECASE)
"""A figure of others than those counted before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause counts, and how it says so."""

    count: Count
    anaphoric: bool
    verb: str = ""
    real: bool = False


def read_figure(text: str) -> Reading | None:
    """The one count of a clause, or its bare figure; what it says of some of those counted is left aside."""
    real = REAL.search(text)
    if real is not None:
        return read_bare(real["number"], real=True)
    text = ASIDE.sub("", text)
    if MORE.search(text):
        return None
    anaphor, named, part = ANAPHOR.search(text), NUMBER_OF.search(text), PARTITIVE.search(text)
    bare = find_bare(text) if anaphor is None and named is None and part is None else None
    if bare is not None:
        return bare
    counts = find_counts(anaphor.group() if anaphor else text)
    if named is not None and len(counts) == 1:
        anaphor, counts = None, [replace(counts[0], noun=counted_noun(named["noun"].split()[-1]))]
    elif part is not None and len(counts) == 1:
        anaphor, counts = None, [replace(counts[0], noun=counted_noun(part["noun"].split()[-1]))]
    anaphoric = anaphor is not None or (OPEN.match(text) is not None and named is None)
    if len(counts) != 1 or counts[0].unit or counts[0].value < LEAST or not (anaphoric or counts[0].noun):
        return None
    return Reading(counts[0], anaphoric)


def find_bare(text: str) -> Reading | None:
    """The number that stands alone after a verb of counting."""
    verbs = frozenset().union(*load_tables().counting.values())
    for match in BARE.finditer(text):
        verb = (match["verb"] or match["being"]).casefold().split()[0]
        if verb in verbs:
            return read_bare(match["number"], verb=verb)
    return None


def read_bare(number: str, *, verb: str = "", real: bool = False) -> Reading | None:
    """A figure that stands alone."""
    counts = find_counts(number)
    if len(counts) != 1 or counts[0].value < LEAST:
        return None
    return Reading(replace(counts[0], noun=frozenset()), anaphoric=True, verb=verb, real=real)
