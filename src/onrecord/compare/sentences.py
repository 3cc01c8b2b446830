"""Where a sentence begins and ends: a title's or an initial's full stop ends none ("Mr. Tarn", "U.S. aid")."""

from __future__ import annotations

import re

REACH = 700
"""Characters back within which a sentence begins."""
_SHORT = "".join(
    rf"(?<!\b{one})"
    for one in ("Mr", "Ms", "Mrs", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "No", "Jr", "Rev", "Hon")
)
ENDS = re.compile(rf"(?:(?<![A-Z]){_SHORT}\.|[!?])[\"”’']*(?=\s)|\n")


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds a place begins."""
    found = [one.end() for one in ENDS.finditer(text, max(0, at - REACH), at)]
    start = found[-1] if found else max(0, at - REACH)
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def sentence_end(text: str, at: int) -> int:
    """Where the sentence that holds a place ends."""
    found = ENDS.search(text, at)
    return found.start() if found is not None else len(text.rstrip())


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch of text, without the blanks around them."""
    found, at = [], start
    for stop in (*(one.end() for one in ENDS.finditer(text, start, end)), end):
        words = text[at:stop]
        if words.strip():
            found.append((at + len(words) - len(words.lstrip()), at + len(words.rstrip())))
        at = stop
    return found
