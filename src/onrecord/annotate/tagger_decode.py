"""From the tagger's scores to attributions: Viterbi over BIO tags, then each content and source to its cue.

The linker adds to the pointer's log-probability what prose teaches: near beats far, a cue between stands in the way,
another sentence or paragraph is unlikely. A second cue without a source of its own shares the one to its left.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.tagger import TAGS, Window
from onrecord.annotate.windows import GAP

NEVER = -1e9
INSIDE = (2, 4, 6)
TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "U", "D", "R", "St", "Jr", "Sr"})
DISTANCE, CROSSING, OTHER_SENTENCE, FLOOR, SHARE = 0.25, 1.0, 1.5, -12.0, -20.0
"""Weights of the linker; tuned on PolNeAR's dev split within noise."""
LOOSE = -1.0
"""Mean log-probability of its link below which a further piece of a content stands by itself: under it, nine of ten
pieces are somebody else's words or nobody's (PolNeAR, dev)."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An attribution as character ranges.

    Attributes:
        score: Mean log-probability of its content's tags.
        shared: The source belongs to another cue to its left; this one has none of its own.
    """

    content: tuple[Range, ...]
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    score: float = 0.0
    shared: bool = False


def best_tags(roles: NDArray[np.float64]) -> list[int]:
    """The best allowed tag sequence (Viterbi): an inside tag follows only its own beginning or inside tag.

    As all other transitions are free, each word needs the best tag before it and three comparisons.
    """
    rows = roles.tolist()
    score = [NEVER if tag in INSIDE else value for tag, value in enumerate(rows[0])]
    back = []
    for row in rows[1:]:
        top = score.index(max(score))
        pointers = [top] * len(TAGS)
        total = [score[top] + value for value in row]
        for inside in INSIDE:
            before = inside - 1 if score[inside - 1] >= score[inside] else inside
            pointers[inside] = before
            total[inside] = score[before] + row[inside]
        back.append(pointers)
        score = total
    tags = [score.index(max(score))]
    for pointers in reversed(back):
        tags.append(pointers[tags[-1]])
    return tags[::-1]


def find_ranges(tags: list[int]) -> dict[str, list[Range]]:
    """Word ranges by role.

    >>> find_ranges([1, 2, 3, 5, 6, 0])["content"]
    [(3, 5)]
    """
    found: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
    at = 0
    while at < len(tags):
        if tags[at] == 0:
            at += 1
            continue
        role = (tags[at] - 1) // 2
        end = at + 1
        while end < len(tags) and tags[end] == 2 * role + 2:
            end += 1
        found[("source", "cue", "content")[role]].append((at, end))
        at = end
    return found


def number_sentences(text: str, words: tuple[Range, ...]) -> tuple[list[int], list[int]]:
    """Sentence and paragraph number of each word; a comma inside a closing quote mark ends no sentence."""
    sentences, paragraphs = [0] * len(words), [0] * len(words)
    for i in range(1, len(words)):
        before, gap = text[slice(*words[i - 1])], text[words[i - 1][1] : words[i][0]]
        word = text[slice(*words[i])]
        earlier = text[slice(*words[i - 2])] if i > 1 else ""
        paragraphs[i] = paragraphs[i - 1] + (GAP.search(gap) is not None)
        ends = before in ".!?" or (before in '”"’)' and earlier in set(".!?"))
        if before == "." and earlier in TITLES:
            ends = False
        opens = word[0].isupper() or word[0] in '“"‘('
        new = paragraphs[i] != paragraphs[i - 1] or (ends and bool(gap) and opens)
        sentences[i] = sentences[i - 1] + new
    return sentences, paragraphs


def distance(a: Range, b: Range) -> int:
    """Words between two ranges."""
    return max(a[0] - b[1], b[0] - a[1], 0)


class Linker:
    """Ties the sources and contents of one window to its cues."""

    def __init__(self, window: Window, text: str, found: dict[str, list[Range]]) -> None:
        self.cues, self.sources, self.contents = found["cue"], found["source"], found["content"]
        starts = [start for start, _ in self.cues]
        summed = np.cumsum(window.links[:, starts], axis=0)
        self.sums: list[list[float]] = [[0.0] * len(starts), *summed.tolist()]
        self.sentences, self.paragraphs = number_sentences(text, window.words)

    def link(self, part: Range, cue: int) -> float:
        """Mean log-probability that the words of a part belong to a cue."""
        return (self.sums[part[1]][cue] - self.sums[part[0]][cue]) / (part[1] - part[0])

    def score(self, part: Range, cue: int) -> float:
        """How well a source or content fits a cue."""
        start, end = self.cues[cue]
        low, high = min(part[0], start), max(part[0], start)
        crossed = sum(low < other[0] < high for k, other in enumerate(self.cues) if k != cue)
        apart = not self.sentences[part[0]] <= self.sentences[start] <= self.sentences[part[1] - 1]
        away = not self.paragraphs[part[0]] <= self.paragraphs[start] <= self.paragraphs[part[1] - 1]
        pointer = max(self.link(part, cue), FLOOR)
        near = DISTANCE * math.log1p(distance(part, (start, end)))
        return pointer - near - CROSSING * crossed - OTHER_SENTENCE * (apart + 2 * away)

    def best_cue(self, part: Range) -> int:
        """Index of the cue that fits best; the earlier one of equals."""
        return max(range(len(self.cues)), key=lambda cue: (self.score(part, cue), -cue))

    def find_contents(self) -> tuple[dict[int, list[Range]], list[Range]]:
        """Contents by cue, and the pieces that hang too loosely on a cue that has a better one."""
        found: dict[int, list[Range]] = {}
        for content in self.contents:
            found.setdefault(self.best_cue(content), []).append(content)
        loose: list[Range] = []
        for cue, parts in found.items():
            tight = [part for part in parts if self.link(part, cue) > LOOSE]
            kept = tight or [max(parts, key=lambda part: part[1] - part[0])]
            loose += [part for part in parts if part not in kept]
            found[cue] = kept
        return found, loose

    def find_sources(self) -> tuple[dict[int, Range], frozenset[int]]:
        """One source a cue: the best of those that like the cue best, else one to its left in the sentence.

        Returns:
            Sources by cue, and the cues that have their source of their own.
        """
        found: dict[int, Range] = {}
        choice = [(source, self.best_cue(source)) for source in self.sources]
        for source, cue in sorted(choice, key=lambda one: (-self.score(*one), one)):
            found.setdefault(cue, source)
        own = dict(found)
        for cue, (start, _) in enumerate(self.cues):
            if cue in own:
                continue
            left = [s for s in self.sources if s[1] <= start and self.sentences[s[0]] == self.sentences[start]]
            if left:
                best = max(left, key=lambda source: (self.score(source, cue), source))
                if self.score(best, cue) > SHARE:
                    found[cue] = best
        return found, frozenset(own)


def decode_window(window: Window, text: str) -> list[Tagged]:
    """The attributions of one window, in the order of their cues; contents without any cue last."""
    found = find_ranges(best_tags(window.roles))

    def chars(part: Range) -> Range:
        return window.words[part[0]][0], window.words[part[1] - 1][1]

    def confidence(parts: list[Range]) -> float:
        rows = np.concatenate([np.logaddexp(window.roles[a:b, 5], window.roles[a:b, 6]) for a, b in parts])
        return float(rows.mean())

    if not found["cue"]:
        return [Tagged((chars(c),), (), (), confidence([c])) for c in found["content"]]
    linker = Linker(window, text, found)
    contents, loose = linker.find_contents()
    sources, own = linker.find_sources()
    rows = [
        Tagged(
            content=tuple(chars(part) for part in contents[cue]),
            cue=(chars(linker.cues[cue]),),
            source=(chars(sources[cue]),) if cue in sources else (),
            score=confidence(contents[cue]),
            shared=cue in sources and cue not in own,
        )
        for cue in sorted(contents)
    ]
    return rows + [Tagged((chars(part),), (), (), confidence([part])) for part in loose]


def decode(windows: tuple[Window, ...], text: str) -> list[Tagged]:
    """The attributions of a text from the tagger's scores."""
    return [tagged for window in windows for tagged in decode_window(window, text)]
