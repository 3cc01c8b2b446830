"""Words of replies that do not repeat what they answer: "denied this", "no such promise", "dismissed it as fiction"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Evidence

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

_DETERMINER = "(?:the|that|this|these|those|such)"
BACK = re.compile(
    rf"(?:(?:this|that|it|so|{_DETERMINER} (?:claims?|accusations?|allegations?|accounts?|assertions?|"
    r"reports?|versions?|statements?|suggestions?|charges?))[.,;]?|"
    rf"{_DETERMINER} (?:claims?|accusations?|allegations?|assertions?|reports?|suggestions?|charges?) as \S.*|"
    r"(?:this|that|it) as [\"“‘']?(?:\w+ )?(?:false|untrue|baseless|groundless|unfounded|absurd|nonsense|lies?|fiction|"
    r"inventions?|invented|fabrications?|fabricated|propaganda|slander|fantasy)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
EITHER = re.compile(
    r"(?:either|the|that|this|those|these|any of the|any) "
    r"(?P<thing>dates?|days?|figures?|numbers?|tolls?|counts?)[.,;]?",
    re.IGNORECASE,
)
""" "Has not confirmed either date": of what another side has just said with a date or a number in it."""
DATES = frozenset({"date", "dates", "day", "days"})
DENIAL = re.compile(r"\b(?:den(?:y|ie)|reject|refut|disput|dismiss|contradict|rebut)", re.IGNORECASE)
BLAME = re.compile(
    r"(?:any |all )?(?:responsibility|involvement|wrongdoing|blame|guilt|such (?:role|part))\b", re.IGNORECASE
)
FALSE = re.compile(
    r"[\"“‘'—–\s]*(?:not so|not true|untrue|nonsense|wrong|"
    r"(?:that|this|it)(?:['’]s| is| was) (?:\w+ly |just )?"
    r"(?:not (?:true|so|the case)|untrue|false|wrong|a lie|nonsense))\b",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"\b(?:always|repeatedly|long|consistently|previously|steadfastly|regularly|earlier)\b", re.IGNORECASE
)
NO_SUCH = re.compile(r"\b(?:no|never any) such (?P<thing>\w+)|\bnothing of the (?:sort|kind)\b", re.IGNORECASE)
ANY_SUCH = re.compile(r"\bany such (?P<thing>\w+)", re.IGNORECASE)
UNTOLD = re.compile(
    r"\b(?:(?:not|never)(?: yet)? (?:been )?(?:consulted|informed|asked|notified|invited|approached)|"
    r"(?:knew|knows) nothing (?:of|about)|(?:was|were|is|are) unaware of)\b",
    re.IGNORECASE,
)


def place(row: Statement) -> int:
    """Where a statement begins, cue and source included."""
    return min(span.start for span in (*row.content, *row.cue, *row.source.spans))


def words_of(ground: Ground, row: Statement) -> str:
    """What is said."""
    return ground.text(span_of(ground, row)).strip(" \"“”‘’'")


def span_of(ground: Ground, row: Statement) -> Evidence:
    """Where it stands, without a "that" before it."""
    whole = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    text = ground.text(whole)
    lead = len("that ") if text.startswith("that ") and not BACK.fullmatch(text) else 0
    return Evidence(document=row.document, start=whole.start + lead, end=whole.end)


def kind_of(ground: Ground, row: Statement) -> DisputeKind | None:
    """What kind of reply a statement is, if it is one."""
    words, text = words_of(ground, row), ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if HABIT.search(text[place(row) : row.content[0].start]):
        return None  # answers no single claim
    if EITHER.fullmatch(words):
        return "unconfirmed" if row.act == "confirm" and row.negated else None
    if BACK.fullmatch(words):
        if row.act == "confirm" and row.negated:
            return "unconfirmed"
        return "denial" if DENIAL.search(cue) and not row.negated else None
    before = text[max(0, place(row) - len("Not so, ")) : place(row)].rsplit("\n", 1)[-1].strip()
    if UNTOLD.search(words.partition(". ")[0]) and not row.negated:
        return "unconfirmed"
    if FALSE.match(words) or FALSE.fullmatch(before.rstrip(" ,:—–")):
        return "denial"
    return "denial" if find_no_such(row, words) or is_blame(ground, row, cue) else None


def is_blame(ground: Ground, row: Statement, cue: str) -> bool:
    """ "Denied responsibility", "denied any involvement"."""
    return bool(DENIAL.search(cue) and BLAME.match(words_of(ground, row))) and not row.negated


def find_no_such(row: Statement, words: str) -> re.Match[str] | None:
    """ "There was no such promise", "denied that any such promise had been made"."""
    return NO_SUCH.search(words) or (ANY_SUCH.search(words) if row.act == "deny" and not row.negated else None)
