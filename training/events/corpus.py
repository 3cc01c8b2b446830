"""The readers' labels as training examples: windows of word pieces with a type, a stance and parties for some words.

`labels.jsonl` holds a line for each article: where it lies below the corpora, its SHA-256, and rows of character
offsets. None of an article's words are in it.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.annotate.event_tagger import STANCES, STATUSES, TYPES
from onrecord.annotate.windows import cut_windows, find_words

FAMILIES = ("events", "positions", "commitments")
KEPT_BACK = 16
"""One article in so many is not trained on, but judged by."""
LABELS = Path(__file__).with_name("labels.jsonl")
UNMARKED = Path(__file__).with_name("unmarked.txt")
Span = tuple[int, int]
MARKUP = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Row:
    """What readers saw at one word of a window.

    Attributes:
        word: The word's place in the window.
        family: 0 an event, 1 a stance, 2 a commitment.
        kinds: Indices into the family's classes: `TYPES`, `STANCES`, or the only one.
        status: Index into `STATUSES`; -1 for what is no event.
        parties: Role (index into `ROLES`) and words of each party that stands in the window.
    """

    word: int
    family: int
    kinds: tuple[int, ...]
    status: int
    parties: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window: piece ids, the place of each word's first piece, and the rows at its words.

    `bound`: commitments have been marked in its article. `events`: the places of the words that events are named by,
    with the event's number among those of its article, where mentions of one event have been brought together.
    """

    ids: list[int]
    first: list[int]
    rows: list[Row] = field(default_factory=list)
    bound: bool = False
    events: list[tuple[int, int]] = field(default_factory=list)


def read_labels(corpora: Path, path: Path = LABELS) -> list[tuple[str, dict[str, Any]]]:
    """Text and labels of each article.

    Raises:
        SystemExit: An article is missing or not the one that was labelled.
    """
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        raw = (corpora / data["path"]).read_bytes()
        if hashlib.sha256(raw).hexdigest() != data["sha256"]:
            raise SystemExit(f"{data['path']} is not the article that was labelled")
        found.append((read_text(raw, data["path"]), data))
    return found


def read_unmarked(corpora: Path, path: Path = UNMARKED) -> list[str]:
    """Texts of the articles that nobody has marked, which a teacher reads for its student."""
    names = path.read_text(encoding="utf-8").splitlines()
    return [read_text((corpora / name).read_bytes(), name) for name in names]


def read_text(raw: bytes, path: str) -> str:
    """An article's text; TimeML's marks are taken off."""
    text = raw.decode("utf-8")
    return MARKUP.sub("", text) if path.endswith(".tml") else text


def is_kept_back(data: dict[str, Any]) -> bool:
    """Is an article one of those that nothing is trained on?"""
    return int(data["sha256"][:4], 16) % KEPT_BACK == 0


def words_in(words: list[Span], span: Span) -> list[int]:
    """Indices of the words that a span touches."""
    at = max(bisect_left(words, (span[0], span[0])) - 1, 0)
    return [
        index
        for index in range(at, min(at + 60, len(words)))
        if words[index][0] < span[1] and words[index][1] > span[0]
    ]


def read_rows(words: list[Span], data: dict[str, Any]) -> list[Row]:
    """The rows of an article; `word` and the words of parties are indices of the article's words."""
    found = []
    for family, name in enumerate(FAMILIES):
        for kind, status, trigger, *parties in data[name] or ():
            at = words_in(words, trigger)
            held = tuple(
                (2 * family + role, tuple(words_in(words, span)))
                for role, spans in enumerate(parties)
                for span in spans
            )
            kinds = (TYPES.index, STANCES.index, lambda _: 0)[family]
            if at:
                which = tuple(kinds(one) for one in kind.split("/"))
                found.append(Row(at[-1], family, which, STATUSES.index(status) if status else -1, held))
    return found


def number_events(words: list[Span], data: dict[str, Any]) -> list[tuple[int, int]]:
    """The word of each event of PLOVER's types, and the number of the event that it is a mention of."""
    if data["same"] is None:
        return []
    numbers = {index: len(data["events"]) + at for at, group in enumerate(data["same"]) for index in group}
    return [
        (at[-1], numbers.get(index, index))
        for index, (kind, _, trigger, *_) in enumerate(data["events"])
        if kind != TYPES[-1] and (at := words_in(words, trigger))
    ]


def make_examples(text: str, data: dict[str, Any] | None) -> list[Example]:
    """The windows of an article, cut as the product cuts them."""
    words = find_words(text)
    rows = read_rows(words, data) if data else []
    same = number_events(words, data) if data else []
    examples = []
    for one in cut_windows(text, words):
        place = {index: at for at, index in enumerate(one.words)}
        inside = [move(row, place) for row in rows if row.word in place]
        told = [(place[index], number) for index, number in same if index in place]
        bound = bool(data and data["commitments"] is not None)
        examples.append(Example(one.ids, one.first, inside, bound, told))
    return examples


def move(row: Row, place: dict[int, int]) -> Row:
    """A row with its words as places in a window; parties outside it are left out."""
    parties = tuple(
        (role, held)
        for role, among in row.parties
        if (held := tuple(place[index] for index in among if index in place))
    )
    return replace(row, word=place[row.word], parties=parties)
