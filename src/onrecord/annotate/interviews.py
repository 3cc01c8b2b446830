"""Interviews whose questions and answers take turns without labels, as pages print them that lost their bold type.

A page is taken for one only where it says that it is an interview, three questions at least stand as paragraphs of
their own, and most of what stands between them is told in the first person without quotation marks.
"""

from __future__ import annotations

import re

from onrecord.annotate.dialogue import MARKED, PARAGRAPH, Turn

_NAMED_SO = re.compile(
    r"\b(?:interview(?:s|ed)?|Q ?& ?A|Q and A|spoke (?:to|with)|talked (?:to|with)|sat down with|in conversation with|"
    r"answer(?:s|ed)? (?:our |some |the )?questions|(?:edited|condensed) for)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|we|we['’](?:re|ve|d|ll)|us|our|ours)\b")
_LABELLED = re.compile(r"(?:[QA]|Question|Answer)[:.)]|Q[A-Z][a-z'’ ]")
""" "A: Yes", and "QWhat" where a page lost the blank: turns that labels part."""
_ENDED = re.compile(r"[.!?…][\s\"”’)\]]*\Z")
FEWEST, LONGEST = 3, 70
"""Questions at least; words of a question at most."""
PERSONAL, QUOTING = 0.6, 0.2
"""The share of answers in the first person at least, and of their paragraphs with quotation marks at most."""
RUN = 8
"""Paragraphs of one answer at most."""
Span = tuple[int, int]


def find_unlabelled(text: str) -> tuple[Turn, ...]:
    """The questions and answers of an interview without labels, in the order of the text; none of any other page.

    >>> text = "Ada Osk spoke to us.\\n\\n" + "Why?\\n\\nI had to.\\n\\n" * 3
    >>> [(one.key, len(one.content)) for one in find_unlabelled(text.replace("Why", "Why did you sign"))][:2]
    [('q', 1), ('a', 1)]
    """
    paragraphs = [strip(text, match.span()) for match in PARAGRAPH.finditer(text)]
    paragraphs = [span for span in paragraphs if _ENDED.search(text, *span)]  # subheads, captions
    asks = [at for at, span in enumerate(paragraphs) if is_question(text[slice(*span)])]
    if len(asks) < FEWEST or not _NAMED_SO.search(text) or any(_LABELLED.match(text, one) for one, _ in paragraphs):
        return ()
    turns: list[Turn] = []
    for at, after in zip(asks, [*asks[1:], None], strict=True):
        answer = paragraphs[at + 1 : after] if after is not None else find_last(text, paragraphs[at + 1 :])
        if len(answer) > RUN:
            return ()
        turns.append(Turn(None, None, (paragraphs[at],), "q"))
        if answer:
            turns.append(Turn(None, None, tuple(answer), "a"))
    return tuple(turns) if is_interview(text, turns) else ()


def strip(text: str, span: Span) -> Span:
    """A range without the blanks at its ends."""
    words = text[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[0] + len(words.rstrip())


def is_question(words: str) -> bool:
    """Is a paragraph a question to somebody, in nobody's quotation?"""
    return words.endswith("?") and not MARKED.search(words) and 3 <= len(words.split()) <= LONGEST


def find_last(text: str, after: list[Span]) -> list[Span]:
    """The paragraphs of the last answer: the first one, and those in the first person that follow it."""
    found: list[Span] = []
    for span in after[:RUN]:
        words = text[slice(*span)]
        if MARKED.search(words) or (found and not _FIRST.search(words)):
            break
        found.append(span)
    return found


def is_interview(text: str, turns: list[Turn]) -> bool:
    """Do questions and answers take turns, the answers told in the first person?"""
    answers = [[text[slice(*span)] for span in one.content] for one in turns if one.key == "a"]
    if len(answers) < FEWEST or len(answers) < len(turns) - len(answers) - 1:
        return False
    paragraphs = [words for one in answers for words in one]
    marked = sum(bool(MARKED.search(words)) for words in paragraphs)
    personal = sum(any(_FIRST.search(words) for words in one) for one in answers)
    return personal >= PERSONAL * len(answers) and marked <= QUOTING * len(paragraphs)
