"""Pairs of statements of real articles: who says what, and what readers think of the two together."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord import Record
from onrecord.compare.words import read_words
from onrecord.config import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
KEPT_BACK, OF = 3, 7
"""Groups whose number leaves this rest are kept back to measure on."""
NEAR, LONGEST = 4, 70
"""Statements of one article between two of a pair; words of a statement shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement: its article in the group, its characters with the cue's, its party, and how it is shown."""

    document: int
    start: int
    end: int
    actor: str | None
    shown: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of a group; `label` is 2 in dispute, 1 arguably, 0 not; `judged` where a reader saw this pair."""

    group: int
    one: Told
    other: Told
    label: int
    judged: bool


def read_statements(corpora: Path, group: dict[str, Any]) -> list[Told]:
    """The statements that the record of a group of articles has, in the order of its texts."""
    with Record(":memory:", settings=Settings()) as record:
        record.add([corpora / path for path in group["paths"]])
        tables = record.tables
    texts = {one.id: one.text for one in tables.documents}
    numbers = {one.id: n for one in tables.documents for n, p in enumerate(group["paths"]) if one.uri.endswith(p)}
    names = {one.id: one.name for one in tables.actors}
    found = []
    for row in tables.statements:
        if not row.content:
            continue
        text = texts[row.document]
        content, cue = (" ".join(text[one.start : one.end] for one in part) for part in (row.content, row.cue))
        who = names.get(row.source.actor or "") or row.source.text or "someone"
        said = " ".join(content.split()[:LONGEST])
        places = [*row.content, *row.cue]
        found.append(
            Told(
                document=numbers[row.document],
                start=min(one.start for one in places),
                end=max(one.end for one in places),
                actor=row.source.actor,
                shown=f"{who} {cue}: {'not: ' if row.negated else ''}{said}",
                words=frozenset(read_words(content).content),
            )
        )
    return sorted(found, key=lambda one: (one.document, one.start, one.end))


def find_pairs(number: int, told: list[Told], labels: list[tuple[list[int], list[int], int, bool]]) -> Iterator[Pair]:
    """The pairs of two parties that share a word or stand near each other, and those that readers named."""
    for i, one in enumerate(told):
        for j, other in enumerate(told[i + 1 :], i + 1):
            same = one.document == other.document
            if same and one.start < other.end and other.start < one.end:
                continue
            seen = [(label, judged) for a, b, label, judged in labels if fits(one, other, a, b)]
            label, judged = seen[-1] if seen else (0, False)
            near = same and j - i <= NEAR
            own = one.actor is not None and one.actor == other.actor
            if label or judged or ((near or one.words & other.words) and not own):
                yield Pair(number, one, other, label, judged)


def fits(one: Told, other: Told, a: list[int], b: list[int]) -> bool:
    """Are these the two statements at two places, in whichever order?"""

    def touches(told: Told, place: list[int]) -> bool:
        return told.document == place[0] and told.start < place[2] and place[1] < told.end

    return (touches(one, a) and touches(other, b)) or (touches(one, b) and touches(other, a))


def read_pairs(corpora: Path) -> Iterator[Pair]:
    """All pairs of all groups, with what readers of the whole group and readers of the pair itself said."""
    judged: dict[int, list[tuple[list[int], list[int], int, bool]]] = {}
    for line in (HERE / "judged.jsonl").read_text(encoding="utf-8").splitlines():
        group, one, other, label, _ = json.loads(line)
        judged.setdefault(group, []).append((one, other, label, True))
    for number, line in enumerate((HERE / "pairs.jsonl").read_text(encoding="utf-8").splitlines()):
        group = json.loads(line)
        labels = [(one, other, sure, False) for _, sure, one, other in group["pairs"]]
        yield from find_pairs(number, read_statements(corpora, group), labels + judged.get(number, []))
