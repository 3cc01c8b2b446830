"""What each account says of a facet of an event, its value in one form: minutes, counts, amounts, days, places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.chronology import build_when
from onrecord.compare.ground import known
from onrecord.compare.ranges import BEFORE, LEAST, MOST, NEARLY
from onrecord.compare.words import read_words
from onrecord.identity import build_id
from onrecord.records import Claim, Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotations import ClaimMention
    from onrecord.compare.ground import Ground
    from onrecord.vocab.lists import Facet

_N = r"(\d+(?:\.\d+)?)"
_DURATION = re.compile(rf"P(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T(?:{_N}H)?(?:{_N}M)?(?:{_N}S)?)?")
_MINUTES = (525_600, 43_200, 10_080, 1_440, 60, 1, 1 / 60)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim mention as an account of an event: who says it, when, and the range of numbers it allows."""

    document: str
    mention: ClaimMention
    event: str
    facet: Facet
    value: str
    unit: str | None
    holder: str | None
    voice: str
    statement: str | None
    when: When
    low: float | None
    high: float | None
    about: frozenset[str]
    days: When

    @property
    def id(self) -> str:
        """The id of its row."""
        return build_id("clm", self.event, self.facet, self.value, self.unit, self.holder, "|".join(sorted(self.about)))

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        return Evidence(document=self.document, start=self.mention.start, end=self.mention.end)


def gather_claims(ground: Ground) -> tuple[Claimed, ...]:
    """All claims on linked events, in order of document and text."""
    found = []
    for name in sorted(ground.linked.annotated):
        for mention in ground.annotated(name).claims:
            event = ground.linked.event_of.get((name, mention.event))
            if event is None:
                continue
            row = ground.statement(name, mention.statement)
            holder = row.source.actor if row is not None else None
            value, unit = normalise(mention)
            low, high = bounds(ground, name, mention, value)
            found.append(
                Claimed(
                    document=name,
                    mention=mention,
                    event=event,
                    facet=mention.facet,
                    value=value,
                    unit=unit,
                    holder=holder,
                    voice=holder or ground.original(name),
                    statement=row.id if row is not None else None,
                    when=ground.said(name, mention.statement),
                    low=low,
                    high=high,
                    about=read_words(mention.subject or "").content,
                    days=find_days(ground, name, mention),
                )
            )
    return tuple(found)


def normalise(mention: ClaimMention) -> tuple[str, str | None]:
    """One form for a value: durations in minutes, numbers without separators."""
    if mention.facet == "duration":
        minutes = read_minutes(mention.value)
        if minutes is not None:
            return f"{minutes:g}", "minutes"
    number = read_number(mention.value)
    if number is not None and mention.facet in ("count", "amount", "other", "participants"):
        return f"{number:.15g}", mention.unit
    return " ".join(mention.value.split()), mention.unit


def read_minutes(value: str) -> float | None:
    """The minutes of an ISO 8601 duration.

    >>> read_minutes("PT1H30M")
    90.0
    """
    match = _DURATION.fullmatch(value)
    if match is None or not any(match.groups()):
        return None
    return float(sum(float(part) * size for part, size in zip(match.groups(), _MINUTES, strict=True) if part))


def read_number(value: str) -> float | None:
    """A plain number, None if it is none."""
    try:
        return float(value.replace(",", "").strip())
    except ValueError:
        return None


def bounds(ground: Ground, document: str, mention: ClaimMention, value: str) -> tuple[float | None, float | None]:
    """The least and greatest number that a claim is true of, for rounding and the words before the number."""
    number = read_number(value)
    if number is None:
        return None, None
    text = ground.linked.documents[document].text
    around = text[max(0, mention.start - BEFORE) : mention.end]
    around = around[max(around.rfind(". ", 0, BEFORE), around.rfind("\n", 0, BEFORE)) + 1 :]
    if MOST.search(around):
        return 0.0, number
    if LEAST.search(around):
        return number, float("inf") if mention.facet != "duration" else number * 1.5
    slack = 0.05 if mention.facet == "duration" else 0.03 if number >= 100 or mention.facet == "amount" else 0.0
    if mention.approximate or NEARLY.search(around):
        slack = 0.15
    return number * (1 - slack), number * (1 + slack)


def find_days(ground: Ground, document: str, mention: ClaimMention) -> When:
    """The days a date claim names."""
    if mention.facet != "date":
        return When()
    for time in ground.times.get(document, ()):
        if mention.start <= time.start and time.end <= mention.end and (time.earliest or time.latest):
            return When(earliest=time.earliest, latest=time.latest)
    return When()


def build_claims(claimed: Sequence[Claimed]) -> tuple[Claim, ...]:
    """One row for each event, facet, value and holder, the evidence merged."""
    groups: dict[str, list[Claimed]] = {}
    for one in claimed:
        groups.setdefault(one.id, []).append(one)
    rows = []
    for name in sorted(groups):
        group = groups[name]
        first = group[0]
        value = first.value
        if first.facet == "date" and known(first.days):
            value = build_when(first.days.earliest, first.days.latest).edtf or value
        rows.append(
            Claim(
                id=name,
                event=first.event,
                facet=first.facet,
                value=value or first.value,
                unit=first.unit,
                holder=first.holder,
                statement=next((one.statement for one in group if one.statement), None),
                evidence=tuple(sorted({one.evidence for one in group})),
            )
        )
    return tuple(rows)
