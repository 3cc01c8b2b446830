"""Contacts that are a part of another: a meeting on the sidelines of a summit, the first session of talks.

The text must say so, in the sentence of the part; a part is an event of its own.
"""

import re
from collections.abc import Mapping, Sequence

from onrecord.annotations import Annotated, EventMention
from onrecord.link.event_groups import Account, Group
from onrecord.linked import Local
from onrecord.records import Link

WHOLES = ("summit", "visit", "talks")
"""Modes of contacts that have parts; calls have none, and "during the meeting" mostly tells when somebody spoke."""

_BEFORE = re.compile(
    r"\b(?:on the (?:sidelines|margins|fringes|edges) of|as part of|during|in the course of"
    r"|in a (?:break|pause) (?:in|of|from))\s+[^.!?;:\n]{0,60}$",
    re.IGNORECASE,
)
"""What stands right before the words for the whole."""

_AFTER = re.compile(
    r"^\s+(?:began|begins|opened|opens|ended|ends|closed|closes|concluded|concludes) with\b", re.IGNORECASE
)
"""What stands between the words for the whole and those for the part."""

_OPENING = " “\"'—–-"
_CLAUSE = re.compile(
    r"\b(?:after|before|since|when|while|as|who|which|that|because|although|but|following|ahead|said|told|agreed)\b",
    re.IGNORECASE,
)
"""Words at which another clause begins: what stands behind them is not said of the contact before them."""

FAR = 120
"""Characters between the words for the part and those for the whole."""

_END = re.compile(r"[.!?][\"”’)]*\s|\n")


def find_wholes(annotated: Annotated) -> dict[int, frozenset[int]]:
    """For each contact told as a part of another in the same sentence, that other: indices of event mentions.

    Where that other refers back ("during the summit"), what it refers to is the whole as well.
    """
    text = annotated.document.text
    contacts = [(at, one) for at, one in enumerate(annotated.events) if one.type == "CONSULT"]
    found: dict[int, int] = {}
    for whole, one in contacts:
        if one.mode not in WHOLES:
            continue
        start, end = find_sentence(text, one)
        before = [(at, other) for at, other in contacts if start <= other.trigger.start < one.trigger.start]
        after = [(at, other) for at, other in contacts if one.trigger.end <= other.trigger.start < end]
        cue = _BEFORE.search(text[start : one.trigger.start])
        if cue and not text[start : start + cue.start()].strip(_OPENING) and after:
            at, other = after[0]
            gap = text[one.trigger.end : other.trigger.start]
        elif cue and before:
            at, other = before[-1]
            gap = text[other.trigger.end : start + cue.start()]
        elif after and _AFTER.match(text[one.trigger.end :]):
            at, other = after[0]
            gap = text[one.trigger.end : other.trigger.start]
        else:
            continue
        if other.mode != one.mode and len(gap) <= FAR and not _CLAUSE.search(gap):
            found[at] = whole
    return {
        part: frozenset(refer_back(annotated.events, whole)) - {part}
        for part, whole in found.items()
        if whole not in found
    }


def refer_back(events: Sequence[EventMention], index: int) -> list[int]:
    """A mention and those it refers back to, one after the other."""
    chain = [index]
    while (before := events[chain[-1]].antecedent) is not None and before not in chain:
        chain.append(before)
    return chain


def find_sentence(text: str, one: EventMention) -> tuple[int, int]:
    """The characters of the sentence that a mention's trigger stands in."""
    start = max((match.end() for match in _END.finditer(text, 0, one.trigger.start)), default=0)
    after = _END.search(text, one.trigger.end)
    return start, after.start() if after else len(text)


def is_told_as_part(a: Group, b: Group) -> bool:
    """Does a document tell of one of two groups as a part of the other?"""
    return _holds(a.accounts, b.accounts) or _holds(b.accounts, a.accounts)


def _holds(parts: Sequence[Account], wholes: Sequence[Account]) -> bool:
    places = {one.local for one in wholes}
    return any((one.local[0], whole) in places for one in parts for whole in one.wholes)


def build_part_links(groups: Sequence[Group], event_of: Mapping[Local, str]) -> tuple[Link, ...]:
    """A link from each event that is told as a part of another to that one; `a` is the part."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in (account for group in groups for account in group.accounts if account.local in event_of):
        part = event_of[one.local]
        wholes = {event_of[one.local[0], at] for at in one.wholes if (one.local[0], at) in event_of}
        for whole in wholes - {part}:
            found.setdefault((part, whole), set()).add(one.local[0])
    return tuple(
        Link(kind="part", a=part, b=whole, same=True, score=1.0, reasons=(_explain(len(documents)),))
        for (part, whole), documents in sorted(found.items())
        if (whole, part) not in found
    )


def _explain(count: int) -> str:
    articles = "an article tells" if count == 1 else f"{count} articles tell"
    return f"{articles} of it as a part of the other: on its sidelines, during it, at its beginning or end"
