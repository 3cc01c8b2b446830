"""A dated expectation against "there is no deadline": a dispute over the date of one matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.ground import gap, known
from onrecord.compare.postings import Postings
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.said import plain
from onrecord.compare.words import core, print_words, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotations import CommitmentMention
    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

TERMS = frozenset({"deadline", "timetable", "timeframe", "timeline", "schedule"})
WINDOW = 4
CONTEXT = 700


def find_deadline_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts between a forecast with a date and who says that there is no date."""
    terms = {plain(term) for term in TERMS}
    forecasts = gather_forecasts(ground)
    index = Postings()
    for at, (_, _, words) in enumerate(forecasts):
        index.add(at, words)
    for no in said:
        if (
            not no.assertion.negated
            or not no.words & terms
            or no.assertion.predicate not in ("be", "have", "set", "exist", "give")
        ):
            continue
        matter = (no.words - terms) | words_before(ground, no)
        for name, commitment, words in (forecasts[at] for at in sorted(index.find(matter))):
            voice = ground.actor(name, commitment.actor)
            when = ground.said(name, commitment.statement)
            timely = gap(when, no.when) <= WINDOW if known(when) and known(no.when) else name == no.document
            if voice is None or ground.side(voice) == no.side or not timely:
                continue
            shared = words & matter
            if len(shared) >= 2 or shared & (no.words - terms):
                yield build_rift(
                    ground, name, commitment.start, commitment.end, commitment.statement, voice, no, shared
                )


def gather_forecasts(ground: Ground) -> list[tuple[str, CommitmentMention, frozenset[str]]]:
    """What is expected by a date, in order of document and text: the document, the mention and its words."""
    return [
        (name, one, core(read_words(ground.linked.documents[name].text[one.start : one.end])))
        for name in sorted(ground.linked.annotated)
        for one in ground.annotated(name).commitments
        if one.due is not None and one.within
    ]


def words_before(ground: Ground, no: Said) -> frozenset[str]:
    """The words of the paragraph up to a denial: what "the document" is about."""
    text = ground.linked.documents[no.document].text
    start = max(text.rfind("\n", 0, no.assertion.start) + 1, no.assertion.start - CONTEXT)
    return core(read_words(text[start : no.assertion.start]))


def build_rift(
    ground: Ground, name: str, start: int, end: int, statement: int | None, voice: str, no: Said, shared: frozenset[str]
) -> Rift:
    """The rift of a forecast and a denied deadline."""
    row = ground.statement(name, statement)
    text = ground.linked.documents[name].text[start:end]
    return Rift(
        about=no.statement or no.voice,
        kind="denial",
        facet="date",
        sides=(
            Voice(
                shorten(text),
                voice,
                row.id if row else voice,
                Evidence(document=name, start=start, end=end),
                ground.said(name, statement),
            ),
            Voice(shorten(ground.text(no.evidence)), no.voice, no.statement or no.voice, no.evidence, no.when),
        ),
        reasons=(
            f"{ground.name(voice)} expects it by a date ({print_words(text, shared) or 'the same matter'}); "
            f"{ground.name(no.voice)} says that there is no date.",
        ),
    )
