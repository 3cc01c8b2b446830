"""Anchors by wording: quotations, sentences and main news that an undated and a dated document have in common."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotations import Annotated, TimeExpression
from onrecord.chronology import build_when
from onrecord.link.coverage import find_lead
from onrecord.link.date_anchors import Anchor, Feasible, Undated, build_trial, end_by_lead, find_feasible, says_day
from onrecord.link.event_groups import read_day
from onrecord.link.words import ALIKE, find_topical_words, find_words, readable_text
from onrecord.linked import Local
from onrecord.memo import Memo
from onrecord.records import Evidence, Span, Time, When

_LONG_QUOTE = 5
"""Words a quotation must share with another to be taken for the same words."""


_VERBATIM = 14
"""Words on end from which on nobody says the same by chance, or again."""

_LEAD_WEIGHT = 3.5
_COMMON_WORDS = 5
DATES = ("day-of-month", "absolute")
"""Rules of times that name a day by its month."""

_YEARLY = re.compile(
    r"\b(?:(?i:anniversary|annual|annually|every|each|yearly|parade|holiday|holidays|birthday|Christmas|Easter|Ramadan"
    r"|commemorat\w+)|[A-Z]\w+ Day)\b"
)
"""What comes again each year tells no year."""

_ENDS = (". ", "\n", "? ", "! ", ".” ", '." ')


def find_quotes(annotated: Annotated) -> dict[int, frozenset[str]]:
    """The runs of words of each statement with quoted words, long enough to know it by."""
    text = annotated.document.text
    quotes = {}
    for index, statement in enumerate(annotated.statements):
        if statement.kind in ("direct", "mixed"):
            words = find_words(" ".join(text[span.start : span.end] for span in statement.content))
            runs = frozenset(" ".join(words[i : i + _LONG_QUOTE]) for i in range(len(words) - _LONG_QUOTE + 1))
            if runs:
                quotes[index] = runs
    return quotes


def count_shared(mine: "Traces", i: int, other: "Traces", j: int) -> int:
    """How many words on end two quotations have in common, at most."""
    return len(mine.quotes[i] & other.quotes[j]) + _LONG_QUOTE - 1


def find_quote_pairs(a: Mapping[int, frozenset[str]], b: Mapping[int, frozenset[str]]) -> list[tuple[int, int]]:
    """Pairs of statements of two documents that quote the same words: most of the shorter one's runs of words."""
    holders: dict[str, list[int]] = {}
    for j, runs in b.items():
        for run in runs:
            holders.setdefault(run, []).append(j)
    common = Counter((i, j) for i, runs in a.items() for run in runs for j in holders.get(run, ()))
    return sorted((i, j) for (i, j), n in common.items() if n >= min(3, 0.4 * min(len(a[i]), len(b[j]))))


@dataclass(frozen=True, slots=True)
class Traces(Undated):
    """What of a document can be found again in another: made once for each document.

    Attributes:
        quotes: Index of a statement -> runs of its quoted words.
        sentences: Index of a time -> topical words of its sentence.
        days: Index of a time that says a day -> topical words of its sentence, without endings.
        lead_day: Index of the first weekday of the lead.
        cast: The named persons, each with its first mention.
    """

    quotes: Mapping[int, frozenset[str]]
    sentences: Mapping[int, frozenset[str]]
    days: Mapping[int, frozenset[str]]
    lead_day: int | None
    cast: Mapping[str, Evidence]

    def cite(self, start: int, end: int) -> Evidence:
        """A span of the document as evidence."""
        return Evidence(document=self.annotated.document.id, start=start, end=end)

    def find_feasible(self, index: int, row: Time) -> Feasible | None:
        """The days of publication on which one of the document's times means the days of a resolved one."""

        def meant(day: int) -> When:
            time = self.trial(day)[index]
            return build_when(time.earliest, time.latest)

        return find_feasible(build_when(row.earliest, row.latest), meant)


def find_traces(
    annotated: Annotated,
    quotes: Mapping[int, frozenset[str]],
    cast: Mapping[str, Evidence],
    *,
    memo: Memo,
    key: bytes,
) -> Traces:
    """Find what of a document can be found again in another.

    Args:
        annotated: The document.
        quotes: Its quotations.
        cast: Its named persons, each with its first mention.
        memo: What earlier runs have found of the same document.
        key: A digest of its text, statements and times.
    """
    lead = _find_lead_days(annotated)
    sentences, days = memo.recall(
        "sentences with days", key, lambda: (_find_dated_sentences(annotated), find_day_words(annotated))
    )
    return Traces(
        annotated=annotated,
        trial=build_trial(annotated),
        news_day=_find_news_day(annotated, lead),
        lead_day=lead[0] if lead else None,
        quotes=quotes,
        sentences=sentences,
        days=days,
        cast=cast,
    )


def find_text_anchors(mine: Traces, other: Traces, times: Mapping[Local, Time], alike: float) -> list[Anchor]:
    """All anchors of an undated document to a dated one by what their texts have in common.

    Args:
        mine: The undated document.
        other: The dated one.
        times: Resolved times.
        alike: Likeness of the two documents.
    """
    anchors = [*_find_quote_anchors(mine, other, times), *_find_wording_anchors(mine, other, times)]
    if alike >= ALIKE:
        anchors += _find_lead_anchors(mine, other, times)
    return anchors


def _find_quote_anchors(mine: Traces, other: Traces, times: Mapping[Local, Time]) -> list[Anchor]:
    """Quotations that both documents carry, where the dated one says on which day it was said."""
    anchors = []
    for i, j in find_quote_pairs(mine.quotes, other.quotes):
        ours, theirs = mine.annotated.statements[i], other.annotated.statements[j]
        row = times.get((other.annotated.document.id, theirs.said)) if theirs.said is not None else None
        if row is None or not row.earliest or not row.latest or read_day(row.latest) - read_day(row.earliest) > 1:
            continue
        first, weight = read_day(row.earliest), 1.5
        last: int | None = None
        feasible = mine.find_feasible(ours.said, row) if ours.said is not None else None
        if feasible:
            first, last = max(first, feasible[0] or first), feasible[1]
            weight = 4.5 if count_shared(mine, i, other, j) >= _VERBATIM else 3.0
        anchors.append(
            Anchor(
                earliest=first,
                latest=last,
                weight=weight,
                subject=("quote", i),
                reason=f"it quotes words that another document says were spoken on {row.earliest}",
                evidence=(
                    mine.cite(ours.content[0].start, ours.content[0].end),
                    other.cite(theirs.content[0].start, theirs.content[0].end),
                ),
            )
        )
    return anchors


def find_verbatim_anchors(mine: Traces, other: Traces, times: Mapping[Local, Time]) -> list[Anchor]:
    """The anchors by long quotations: whatever else two texts share, neither is older than the words."""
    pairs = find_quote_pairs(mine.quotes, other.quotes)
    long = {("quote", i) for i, j in pairs if count_shared(mine, i, other, j) >= _VERBATIM}
    return [one for one in _find_quote_anchors(mine, other, times) if one.subject in long]


def _find_wording_anchors(mine: Traces, other: Traces, times: Mapping[Local, Time]) -> list[Anchor]:
    """Sentences of much the same words, each with a time of a day in it."""
    anchors = []
    for i, words in mine.sentences.items():
        for j, others in other.sentences.items():
            common = len(words & others)
            if common < _COMMON_WORDS or common < 0.4 * min(len(words), len(others)):
                continue
            reason = "a sentence of much the same words has {day} in another document"
            anchors += _anchor_time(mine, i, other, j, times, (min(3.0, 0.35 * common), reason))
    return anchors


def _find_lead_anchors(mine: Traces, other: Traces, times: Mapping[Local, Time]) -> list[Anchor]:
    """The weekday of the main news, where two articles are so alike that their main news is the same."""
    i, j = mine.lead_day, other.lead_day
    if i is None or j is None or _weekday(mine, i) != _weekday(other, j):
        return []
    reason = "the main news is the same, and its weekday is {day} in another document"
    return _anchor_time(mine, i, other, j, times, (_LEAD_WEIGHT, reason))


def _anchor_time(
    mine: Traces, i: int, other: Traces, j: int, times: Mapping[Local, Time], weighed: tuple[float, str]
) -> list[Anchor]:
    """The anchor by two times that mean the same day; none if they cannot."""
    row = times.get((other.annotated.document.id, j))
    if row is None or not row.earliest or row.earliest != row.latest or row.type != "DATE":
        return []
    if not says_day(mine.annotated, i):
        return []
    feasible = mine.find_feasible(i, row)
    if feasible is None:
        return []
    weight, reason = weighed
    time = mine.annotated.times[i]
    return [
        Anchor(
            earliest=feasible[0],
            latest=end_by_lead(feasible[1], read_day(row.earliest), i, mine.news_day),
            weight=weight,
            subject=("time", i),
            reason=reason.format(day=row.earliest),
            evidence=(mine.cite(time.start, time.end), other.cite(row.start, row.end)),
        )
    ]


def _weekday(traces: Traces, index: int) -> str:
    return dict(traces.annotated.times[index].parameters)["weekday"]


def _find_lead_days(doc: Annotated) -> list[int]:
    """The weekdays told as past in an article's lead, but not those in a speaker's mouth."""
    start, end = find_lead(doc.document)
    quoted = [span for one in doc.statements if one.kind != "indirect" for span in one.content]
    return [
        index
        for index, time in enumerate(doc.times)
        if start <= time.start < end
        and time.rule == "weekday"
        and time.type == "DATE"
        and time.tense != "future"
        and not any(span.start <= time.start < span.end for span in quoted)
    ]


def _find_news_day(doc: Annotated, days: Sequence[int]) -> int | None:
    """The bare weekday of the lead, where it has but one."""
    weekdays = {dict(doc.times[index].parameters)["weekday"] for index in days}
    plain = all("direction" not in dict(doc.times[index].parameters) for index in days)
    return days[0] if len(weekdays) == 1 and plain else None


def find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or line around a span, roughly: up to the next full stop, line end or the text's end."""
    left = max((text.rfind(mark, 0, start) for mark in _ENDS), default=-1)
    right = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text))
    return left + 1, right


def _find_dated_sentences(doc: Annotated) -> dict[int, frozenset[str]]:
    """For each time of a day that counts from the publication: the topical words of its sentence."""
    text, found = doc.document.text, {}
    quoted = [span for one in doc.statements if one.kind != "indirect" for span in one.content]
    for index, time in enumerate(doc.times):
        if counts_from_publication(time, quoted):
            start, end = find_sentence(text, time.start, time.end)
            rest = text[start : time.start] + " " + text[time.end : end]
            found[index] = frozenset(find_topical_words(rest))
    return found


def counts_from_publication(time: TimeExpression, quoted: Sequence[Span]) -> bool:
    """Does a date count from the day of publication? "Yesterday" in a speaker's mouth counts from when it was said."""
    said = time.rule != "weekday" and any(span.start <= time.start < span.end for span in quoted)
    return time.type == "DATE" and time.value is None and not said


def find_day_words(doc: Annotated) -> dict[int, frozenset[str]]:
    """For each time that says a day: what its sentence is about, nothing for a day of each year."""
    text = readable_text(doc.document)
    quoted = [span for one in doc.statements if one.kind != "indirect" for span in one.content]
    return {
        index: _find_day_words(text, time.start, time.end)
        for index, time in enumerate(doc.times)
        if time.rule in DATES or counts_from_publication(time, quoted)
    }


def _find_day_words(text: str, start: int, end: int) -> frozenset[str]:
    first, last = find_sentence(text, start, end)
    if _YEARLY.search(text[first:last]):
        return frozenset()
    return frozenset(_cut(word) for word in find_topical_words(text[first:start] + " " + text[end:last]))


def _cut(word: str) -> str:
    """A word without its ending: "offered" and "offer" are one."""
    return re.sub(r"(?:ing|ed|ers?|es|s)$", "", word) if len(word) > 5 else word
