"""Whether two reports of one speaker's words are one act of speech: a score and its reasons.

Their wording says so (a run of the same words, a paraphrase, a reprint), or they are parts of one post or one scene.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.chronology import count_days, days_between, intersect
from onrecord.link.scenes import find_reprint, find_scene
from onrecord.link.wordings import Wording, find_order, find_run, find_scrap, find_share
from onrecord.records import UNKNOWN, Statement, When
from onrecord.vocab.gazetteer import load_gazetteer

RUN = 5
"""So many words in a row are a quotation of the same words."""

NEAR = 2
"""Statements of one speaker so near each other in a document may be a paraphrase and its quotation."""

WEEK = 7
"""Days between two reports within which the same quoted words are taken for one occasion."""

DAYS = 2
"""Days between two reports within which an undated paraphrase may be of the same words."""

FAR = 10**6
"""The gap of documents of which one is undated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A statement with what is held against others: its wording and its place among its speaker's."""

    row: Statement
    wording: Wording
    order: int
    text: str = ""
    cue: str = ""
    published: When = UNKNOWN

    @property
    def day(self) -> bool:
        """Is it dated to a day or two?"""
        days = count_days(self.row.said)
        return days is not None and days <= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What was found about a pair."""

    score: float
    reasons: tuple[str, ...]


def find_network(row: Statement) -> str | None:
    """The social network a statement stands on, case folded."""
    if row.channel is None:
        return None
    entry = load_gazetteer().find(row.channel)
    return entry.name.casefold() if entry is not None and entry.kind == "network" else None


def judge_pair(a: Report, b: Report, weights: Mapping[str, float]) -> Judged:
    """How strongly two statements of one speaker look like one act of speech, and why."""
    same_document = a.row.document == b.row.document
    close = same_document and abs(a.order - b.order) <= NEAR
    same_day = a.day and b.day and intersect(a.row.said, b.row.said) is not None
    score, reasons = 0.0, []
    if same_document and is_nested(a.row, b.row):
        return Judged(score=1.0, reasons=("one stands inside the other's words",))
    if same_document and a.row.content == b.row.content and a.row.cue == b.row.cue:
        return Judged(score=1.0, reasons=("the same words",))
    if same_document and a.row.source.spans and a.row.source.spans == b.row.source.spans and close:
        return Judged(score=0.7, reasons=("two verbs of one subject, in one breath",))
    apart = 0 if same_document else find_gap(a, b)
    run = find_run(a.wording.words, b.wording.words)
    telling = sum(word in a.wording.stems for word in set(run))
    quoted = a.row.kind != "indirect" and b.row.kind != "indirect"
    shorter = min(len(a.wording.words), len(b.wording.words))
    long = len(run) >= RUN or (len(run) >= 3 and len(run) >= 0.8 * shorter and apart <= WEEK)
    if long and telling >= 2 and quoted and (apart <= WEEK or len(run) >= 2 * RUN):
        score = 0.95
        reasons.append(f"{len(run)} words in a row are the same")
    elif long and telling >= 3 and (same_document or same_day):
        score = 0.6
        reasons.append(f"{len(run)} words in a row are the same")
    scrap = find_scrap(a.wording, b.wording)
    if scrap and ((len(scrap) >= 4 and apart <= WEEK) or ((same_document or same_day) and len(scrap) >= 2)):
        score = max(score, 0.8)
        reasons.append("the same words in quotation marks")
    score, more = judge_paraphrase(a, b, weights, close=close, same_day=same_day, apart=apart, score=score)
    reasons += more
    score, more = judge_post(a, b, weights, same_day=same_day, score=score)
    reasons += more
    score, more = judge_copy(a, b, apart=apart, score=score)
    reasons += more
    score, more = judge_scene(a, b, score=score)
    return Judged(score=score, reasons=(*reasons, *more))


def find_gap(a: Report, b: Report) -> int:
    """Days between two publication dates, nought where they may be the same; FAR where one is not known."""
    one, other = a.published, b.published
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return FAR
    return max(0, days_between(one.latest, other.earliest), days_between(other.latest, one.earliest))


def is_nested(a: Statement, b: Statement) -> bool:
    """Does the cue of one stand in the content of the other ("she said she agreed")?

    "She said she had told the minister so" speaks of another occasion.
    """
    for outer, inner in ((a, b), (b, a)):
        if inner.channel is not None or (inner.addressee is not None and inner.addressee != outer.addressee):
            continue
        for cue in inner.cue[:1]:
            if any(span.start <= cue.start and cue.end <= span.end for span in outer.content):
                return True
    return False


def judge_paraphrase(
    a: Report,
    b: Report,
    weights: Mapping[str, float],
    *,
    close: bool,
    same_day: bool,
    apart: int,
    score: float,
) -> tuple[float, list[str]]:
    """A paraphrase and a quotation, or two paraphrases: most of the shorter one's telling words are in the longer.

    Two quotations of different words are two things said, however alike their subject.
    """
    if a.row.kind == b.row.kind == "direct":
        return score, []
    common = len(a.wording.stems & b.wording.stems)
    if common < (3 if close else 4):
        return score, []
    share = find_share(a.wording, b.wording, weights)
    if share < (0.38 if close else 0.45 if same_day else 0.7):
        return score, []
    if not close and not same_day and (apart > DAYS or find_order(a.wording.words, b.wording.words) < 0.35):
        return score, []
    reasons = [f"{common} telling words in common, {share:.0%} of the shorter by weight"]
    if same_day:
        reasons.append("said on the same day")
    elif close:
        reasons.append("next to each other in the text")
    return max(score, min(0.9, 0.4 + share / 2)), reasons


def judge_post(
    a: Report, b: Report, weights: Mapping[str, float], *, same_day: bool, score: float
) -> tuple[float, list[str]]:
    """Parts of one post: the same network, in one document one after the other or on one day on one subject."""
    network = find_network(a.row)
    if network is None or network != find_network(b.row):
        return score, []
    if a.row.document == b.row.document and abs(a.order - b.order) <= NEAR:
        return max(score, 0.75), [f"quoted one after the other from {a.row.channel}"]
    if same_day and find_share(a.wording, b.wording, weights) >= 0.3:
        return max(score, 0.65), [f"both on {a.row.channel} on the same day, on the same subject"]
    return score, []


def judge_copy(a: Report, b: Report, *, apart: int, score: float) -> tuple[float, list[str]]:
    """A sentence that two documents print in the same words within a week."""
    reason = find_reprint(a.wording, b.wording) if a.row.document != b.row.document and apart <= WEEK else None
    return (max(score, 0.9), [reason]) if reason is not None else (score, [])


def judge_scene(a: Report, b: Report, *, score: float) -> tuple[float, list[str]]:
    """Statements of one interview, one briefing, one breath, in one document."""
    if a.row.document != b.row.document or (a.row.cue and a.row.cue == b.row.cue):
        return score, []
    first, second = sorted((a, b), key=lambda one: one.order)
    if is_inside(first.row, second.row) or is_inside(second.row, first.row):
        return score, []
    reason = find_scene(
        first.row, second.row, between(first, second), (first.cue, second.cue), apart=second.order - first.order
    )
    return (max(score, 0.7), [reason]) if reason is not None else (score, [])


def is_inside(outer: Statement, inner: Statement) -> bool:
    """Does the cue of one stand in the content of the other?"""
    return any(span.start <= cue.start < span.end for span in outer.content for cue in inner.cue)


def between(a: Report, b: Report) -> str:
    """What the document prints between two statements, cues and sources counted to them."""
    stop = max(span.end for part in (a.row.content, a.row.cue, a.row.source.spans) for span in part)
    start = min(span.start for part in (b.row.content, b.row.cue, b.row.source.spans) for span in part)
    return b.text[stop:start]
