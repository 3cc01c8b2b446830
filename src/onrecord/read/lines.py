"""The lines of a text with the features by which prose, titles and furniture are told apart."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.read.words import prose_words

WORD = re.compile(r"[^\W_](?:[\w.’'&-]*\w)?")
LINE = re.compile(r"[^\r\n\u2028\u2029\v\f\x85]+")
SENTENCE_END = re.compile(r"""[.!?][\"'”’»)\]]*$""")
PROSE_END = re.compile(r"""[.!?,;:][\"'”’»)\]]*$""")
TRUNCATED = re.compile(r"(?:\.\s?\.\s?\.|…)[\"'”’)\]]*$")
BULLET = re.compile(r"^(?:[-–—•·*▪►▶■●‣»>+]\s+|\d{1,2}[.)]\s+|[-•·▪►▶■●‣](?=[A-Z]))\S")
INNER_BREAK = re.compile(r"[a-z\d][.!?][\"”’)]*\s+[\"“‘(]?[A-Z]")
BAR = re.compile(r"\s*[|·•»›>/‹«●▪]\s*|\s{3,}|\t")
BLANK = " \t\u00a0\u200b\u200c\u200d\ufeff\u2060\u00ad"
TITLE_SHARE = 0.75
LONG_WORDS = 28


@dataclass(frozen=True)
class Line:
    """A line without its outer blanks; `start` and `end` are offsets into the text.

    Attributes:
        gap_before, gap_after: Is there a blank line (or the text's edge) on that side?
    """

    start: int
    end: int
    text: str
    gap_before: bool = True
    gap_after: bool = True

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return WORD.findall(self.text)

    @cached_property
    def key(self) -> str:
        """Its words for comparison: case, blanks and outer punctuation dropped."""
        return " ".join(self.text.casefold().replace("’", "'").split()).strip(" :.…-–—|>»•*#")

    @cached_property
    def ends_sentence(self) -> bool:
        """Does it end as a sentence does?"""
        return bool(SENTENCE_END.search(self.text)) and not self.truncated

    @cached_property
    def truncated(self) -> bool:
        """Does it break off in dots?"""
        return bool(TRUNCATED.search(self.text))

    @cached_property
    def bulleted(self) -> bool:
        """Is it an item of a list?"""
        return bool(BULLET.match(self.text))

    @cached_property
    def title_case(self) -> bool:
        """Are nearly all its weighty words capitalised?"""
        small = prose_words().small_words
        weighty = [word for word in self.words if word.lower() not in small and word[0].isalpha()]
        if len(weighty) < 2:
            return bool(weighty) and weighty[0][0].isupper() and len(self.words) <= 3
        return sum(word[0].isupper() for word in weighty) >= TITLE_SHARE * len(weighty)

    @cached_property
    def prose(self) -> bool:
        """Is it running text?"""
        count = len(self.words)
        if count >= LONG_WORDS or INNER_BREAK.search(self.text):
            return self.lower_share >= 0.4
        return count >= 4 and bool(PROSE_END.search(self.text)) and not self.title_case and not self.truncated

    @cached_property
    def lower_share(self) -> float:
        """Share of its words that begin with a small letter."""
        return sum(word[0].islower() for word in self.words) / max(1, len(self.words))


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a text; the lines of a hard-wrapped paragraph are one."""
    lines: list[Line] = []
    for match in LINE.finditer(text):
        stripped = match[0].strip(BLANK)
        if not stripped or stripped.isspace():
            continue
        start = match.start() + match[0].index(stripped)
        inner = stripped.strip()
        start += stripped.index(inner)
        lines.append(Line(start=start, end=start + len(inner), text=inner))
    gaps = [True, *(count_breaks(text[a.end : b.start]) > 1 for a, b in itertools.pairwise(lines)), True]
    lines = [
        replace(line, gap_before=before, gap_after=after)
        for line, before, after in zip(lines, gaps, gaps[1:], strict=False)
    ]
    return join_wrapped(text, lines)


def count_breaks(blank: str) -> int:
    """How many line ends there are between two lines."""
    return len(re.findall(r"\r\n|[\r\n\u2028\u2029\v\f\x85]", blank))


def join_wrapped(text: str, lines: Sequence[Line]) -> list[Line]:
    """Join the lines of paragraphs that were broken at a fixed width (Usenet, wire copy, plain-text mail)."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not a.gap_after]
    running = [(a, b) for a, b in pairs if not PROSE_END.search(a.text) and b.text[0].islower()]
    if len(lines) < 6 or len(running) < 0.25 * len(lines) or max(len(line.text) for line in lines) > 120:
        return list(lines)
    width = max(len(line.text) for line in lines)
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and not last.gap_after and not line.bulleted and last_width(last, text) > 0.6 * width:
            whole = text[last.start : line.end]
            joined[-1] = replace(last, end=line.end, text=whole, gap_after=line.gap_after)
        else:
            joined.append(line)
    return joined


def last_width(line: Line, text: str) -> int:
    """Width of the last printed line of a joined one."""
    return line.end - max(line.start, text.rfind("\n", line.start, line.end) + 1)


def words_of(text: str) -> list[str]:
    """The words of any text."""
    return WORD.findall(text)
