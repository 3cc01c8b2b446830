"""Where in a text a rule can match at all: near a word it cannot do without.

Reading every rule over the whole text is what takes time; most of a text names no time. So the words are looked up
once, and each rule is tried only around the words of its kinds.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.annotate.timex.words import load_words

_BEFORE, _BEHIND = 90, 70
"""Characters of an expression that can stand before and behind its trigger, with room to spare."""

_WORD = re.compile(r"[A-Za-z]+|\d+")

Windows = list[tuple[int, int]]


@cache
def _load_triggers() -> dict[str, tuple[str, ...]]:
    """Lower-case word -> kinds of trigger it is."""
    words = load_words()
    kinds: dict[str, list[str]] = {
        "month": [*words["months"], *(word.lower() for word in words["month_short"])],
        "weekday": [*words["weekdays"], "mon", "tue", "tues", "wed", "thur", "thurs", "fri", "sat", "sun"],
        "unit": [word + ending for word in words["units"] for ending in ("", "s")] + ["century"],
        "season": list(words["seasons"]),
        "part": list(words["parts"]),
        "holiday": sorted({re.split("[ ']", word)[0] for word in words["holidays"]}),
        "decade": list(words["decades"]),
        "spoken": ["nineteen", "eighteen", "thousand"],
        "quarter": ["quarter", "period", "months", "ago", "earlier"],
        "long": ["long"],
        "set": ["every", "each", "daily", "weekly", "monthly", "hourly", "yearly", "nightly", "once", "twice"],
        "deictic": ["yesterday", "today", "tomorrow", "tonight", "overnight"],
        "clock": ["noon", "midday", "midnight", "clock"],
        "reference": [
            "now", "currently", "current", "present", "moment", "time", "nowadays", "days", "recently", "recent",
            "past", "lately", "future", "soon", "right", "term",
        ],
    }  # fmt: skip
    triggers: dict[str, tuple[str, ...]] = {}
    for kind, listed in kinds.items():
        for word in listed:
            triggers[word] = (*triggers.get(word, ()), kind)
    return triggers


def find_windows(text: str) -> dict[str, Windows]:
    """For each kind of trigger the stretches of the text around its words, merged where they overlap."""
    triggers = _load_triggers()
    windows: dict[str, Windows] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        kinds = ("digit",) if word[0] <= "9" else triggers.get(word.lower())
        if not kinds:
            continue
        start, end = max(0, match.start() - _BEFORE), min(len(text), match.end() + _BEHIND)
        for kind in kinds:
            known = windows.setdefault(kind, [])
            if known and known[-1][1] >= start:
                known[-1] = (known[-1][0], end)
            else:
                known.append((start, end))
    return {kind: [_widen(text, *window) for window in found] for kind, found in windows.items()}


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Let a window begin and end at a blank, so that no word is cut."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def find_matches(
    pattern: re.Pattern[str], text: str, windows: dict[str, Windows], kinds: tuple[str, ...]
) -> Iterator[re.Match[str]]:
    """All matches of a pattern around the words of the given kinds, in text order."""
    stretches = _merge([window for kind in kinds for window in windows.get(kind, [])])
    reached = 0
    for start, end in stretches:
        for match in pattern.finditer(text, max(start, reached), end):
            if match.end() > match.start():
                reached = match.end()
                yield match


def _merge(windows: Windows) -> Windows:
    merged: Windows = []
    for start, end in sorted(windows):
        if merged and merged[-1][1] >= start:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
