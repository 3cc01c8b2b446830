"""Which line above a text is its headline: the one that the text takes up, no masthead and no deck."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from onrecord.read.bylines import is_staff
from onrecord.read.lines import INNER_BREAK, PROSE_END, Line
from onrecord.read.mastheads import is_outlet_name
from onrecord.read.widgets import is_body_name

MAX_HEADLINE_WORDS = 28
MAX_OVER_WORDS = 40  # of one that a blank line parts from all else
FEWEST_LINES = 3
MIN_HEADLINE_WORDS = 6  # of one above its deck; shorter ones are slogans
STEM = 5
TAKEN_UP = 0.25
"""Share of a headline's longer words that the text below has; titles of other articles have less."""
SAME_TITLE = 88  # rapidfuzz ratio from which a line is the stated title


def is_title(line: Line, title: str | None) -> bool:
    """Does a line say what the stated headline says?"""
    if not title or len(line.text) > 2 * len(title) + 20:
        return False
    return fuzz.ratio(line.key, " ".join(title.casefold().replace("’", "'").split()).strip(" .")) >= SAME_TITLE


def is_asked(line: Line) -> bool:
    """Is a line one question, as headlines can be?"""
    return line.text.endswith("?") and len(line.words) <= MAX_HEADLINE_WORDS and not INNER_BREAK.search(line.text)


def is_over_text(lines: Sequence[Line]) -> bool:
    """Is the first line, sentence though it may be, set apart as the headline of all others?

    It is the only one with a blank line behind it, or it asks or has no stop and stands over a longer one.
    """
    if len(lines) < FEWEST_LINES or not lines[0].gap_after or not 2 <= len(lines[0].words) <= MAX_OVER_WORDS:
        return False
    if not any(line.gap_after for line in lines[1:-1]):
        return True
    open_end = is_asked(lines[0]) or not PROSE_END.search(lines[0].text)
    return open_end and len(lines[1].words) > len(lines[0].words)


def could_be_headline(line: Line, title: str | None) -> bool:
    """Is a line in the form of a headline, or the stated one?"""
    if title:
        return is_title(line, title)
    return (not line.prose or is_asked(line)) and not line.bulleted and 2 <= len(line.words) <= MAX_HEADLINE_WORDS


def choose_headline(lines: Sequence[Line], candidates: Sequence[int], title: str | None) -> int | None:
    """The line above the text that is its headline, if one is."""
    fitting = [n for n in candidates if could_be_headline(lines[n], title) and not is_outlet_name(lines[n].text)]
    if not fitting:
        return None
    counts = Counter(line.key for line in lines[: candidates[-1] + 1])
    counts.update(line.key for line in lines[candidates[-1] + 1 :] if line.key == lines[fitting[0]].key)
    repeated = [n for n in fitting if counts[lines[n].key] > 1 and len(lines[n].words) >= 4]
    if repeated:
        return repeated[0]
    named = [n for n in fitting if not is_staff(lines[n]) and not is_body_name(lines[n])] or fitting
    long_enough = [n for n in named if len(lines[n].words) >= 4] or named
    told = stems(word for line in lines[candidates[-1] + 1 :] if line.prose for word in line.words)
    chosen = next((n for n in long_enough if is_told(lines[n], told)), long_enough[0])
    above = chosen - 1
    return above if above in long_enough and has_deck(lines, long_enough, above) else chosen


def has_deck(lines: Sequence[Line], candidates: Sequence[int], n: int) -> bool:
    """Is a line the headline, and the longer one below it, which the text takes up, its deck?

    Both are in sentence case, the first is no item of a row of titles, and no shorter line than a headline's.
    """
    line, below = lines[n], lines[n + 1]
    sentence = not line.title_case and line.text[0].isupper() and len(line.words) >= MIN_HEADLINE_WORDS
    return sentence and not below.title_case and n - 1 not in candidates and len(line.words) <= len(below.words)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Longer words by their first letters, so that "calls" and "called" meet."""
    return frozenset(word.lower()[:STEM] for word in words if len(word) >= STEM - 1)


def is_told(line: Line, told: frozenset[str]) -> bool:
    """Do the paragraphs below take up some of a line's longer words, as they do with their headline?"""
    own = stems(line.words)
    return bool(own) and len(own & told) >= TAKEN_UP * len(own)
