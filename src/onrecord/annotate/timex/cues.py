"""The tense of a clause by its words alone, for text without a parse."""

import re
from functools import cache

from onrecord.annotate.timex.words import load_words
from onrecord.vocab.lists import Tense

_REACH_BEFORE, _REACH_BEHIND, _REACH_FRONTED = 70, 50, 150
_ENDS = (". ", "\n\n", ";", '" ', ".\n")
_OVERTAKEN = re.compile(r"\bhad\s+(?:\w+ly\s+)?been\s+(?:due|scheduled|expected|set|slated|planned)\b")
"""A plan told in the past perfect is one whose day has come."""

_PASSIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""Behind "be" a participle is of no tense: "will be held"."""
_FRONTED = re.compile(r"[\s“\"]*(?:(?:On|In|By|Early|Late|Earlier|Later|Also)\s+)*")
"""A date at the head of a sentence is of the clause that follows, however far its verb is."""
_UNTIL = re.compile(r"^\s*Until\s+$")
"""At the head of a sentence that goes on in the past, "until" leads to a day that was."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = load_words()["cues"]

    def join(words: list[str], more: str) -> re.Pattern[str]:
        listed = "|".join(sorted(words, key=lambda word: (-len(word), word)))
        return re.compile(rf"\b(?:{listed}|{more})\b|['’]ll\b", re.IGNORECASE)

    past, bare = "|".join(cues["past"]), "|".join(cues["to_nouns"])
    return (
        join(cues["future"], rf"to(?=\s(?!(?:{bare})\b)[a-z]+\b)"),
        join(cues["future_strong"], r"to be"),
        re.compile(rf"\b(?:{past}|(?-i:[a-z]{{2,}}ed))\b", re.IGNORECASE),
        re.compile("|".join(cues["not_past"]), re.IGNORECASE),
    )


def find_cue_tense(text: str, start: int, end: int, *, strong: bool = False) -> Tense | None:
    """Past or future by the nearest cue before the expression in its clause, else by those behind it."""
    future, clear, past, not_past = _patterns()
    cues = clear if strong else future
    overtaken = _OVERTAKEN.search(text, max(0, start - _REACH_BEFORE), start)
    if overtaken and not re.search(r"[.;\n]", text[overtaken.end() : start]):
        return "past"
    before = text[max(0, start - _REACH_BEFORE) : start]
    before = before[max(before.rfind(mark) for mark in _ENDS) + 1 :]
    fronted = _FRONTED.fullmatch(before) and text[end : end + 1] == ","
    after = re.split(r"[.;\n]", text[end : end + (_REACH_FRONTED if fronted else _REACH_BEHIND)])[0]
    told = past.search(after)
    if _UNTIL.search(before) and told and told[0] in ("had", "was", "were"):
        return "past"
    ahead = max((match.end() for match in cues.finditer(before)), default=-1)
    behind = (match for match in past.finditer(before) if not not_past.fullmatch(match[0]))
    back = max((match.end() for match in behind if not _PASSIVE.search(before[: match.start()])), default=-1)
    if ahead >= 0 or back >= 0:
        return "future" if ahead >= back else "past"
    cue = cues.search(after)
    if fronted and cue:
        return "future" if not told or cue.start() < told.start() else "past"
    if cues.search(after[:40]) and not past.search(after[:40]):
        return "future"
    return "past" if told else None
