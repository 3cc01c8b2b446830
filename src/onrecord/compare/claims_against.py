"""The claim that a reply answers: the nearest accusation or criticism of who replies, by another side.

"Prosecutors said that Tarn took bribes. … Tarn denied the allegations": theirs, and about Tarn. Where no one is quoted,
the text itself may tell of it ("Tarn was arrested on suspicion of fraud").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.compare.accusations import accuses_other
from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.rebuff_words import ALLEGED, CRITICAL, REVEALS
from onrecord.compare.replies import is_told, nearest_first, side_of
from onrecord.compare.reply_kinds import DENIAL, is_plain, place, span_of
from onrecord.compare.same_side import names_in
from onrecord.compare.sentences import sentence_start, split_sentences
from onrecord.compare.words import read_words
from onrecord.records import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement, When

REACH = 2_500
"""Characters back to a claim of a named owner, or an accusation."""
FAR = 6_000
"""The same to an accusation that "denied any wrongdoing" answers: somewhere in the article."""
HEAD = 40
"""Characters of an accusation within which the accused is named."""
NEXT = 250
"""Characters back to what was said right before, whomever it is about."""
CLOSE = 450
"""The same for one that is only the last thing said."""
LINE = 300
"""Characters on to a finding that "but" sets against a denial."""
TELLING = frozenset({"state", "report", "announce", "accuse", "confirm", "warn", "demand", "predict"})
STEM = 4
LEAST_SAME = 2
"""Words of a claim that a flat denial of it repeats."""
LEAST = 3
"""Words that a claim has at least."""
ASKED = re.compile(r"^\W*(?:asked|in response to|responding to|when asked)\b", re.IGNORECASE)
ASKS = re.compile(r"\W*(?:an? |the |several )?(?:\w+ )?questions?\b", re.IGNORECASE)
BUT = re.compile(r"^\W*(?:but|however|yet|later|in \d{4},?|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a reply answers: who holds it, the row behind it, its words."""

    holder: str
    item: str
    evidence: Evidence
    when: When
    row: Statement | None = None

    @classmethod
    def of(cls, ground: Ground, row: Statement) -> Claim:
        """A statement as a claim: its words, and the verb before them ("accused the ministry of …")."""
        start = min(span.start for span in (*row.content, *row.cue))
        words = Evidence(document=row.document, start=start, end=row.content[-1].end)
        return cls(
            row.source.actor or row.id, row.id, words if row.act == "accuse" else span_of(ground, row), row.said, row
        )


def find_claim(
    ground: Ground, before: Sequence[Statement], row: Statement, form: str, owner: str | None
) -> Claim | None:
    """The best claim before a reply: an accusation of who replies, else what its owner, or who spoke last, says."""
    side, best = side_of(ground, row), None
    for one in nearest_first(before):
        far = place(row) - one.content[-1].end
        if (
            far < 0
            or len(ground.text(span_of(ground, one)).split()) < LEAST
            or far > (FAR if form == "large" else REACH)
            or one.act not in TELLING
            or not is_other(ground, one, row)
        ):
            continue
        if owner is not None and not is_of(ground, one, owner):
            continue
        weight = weigh(ground, one, row, side, far, form)
        if weight and (best is None or weight > best[0]):
            best = weight, one
    return Claim.of(ground, best[1]) if best is not None else None


def weigh(ground: Ground, one: Statement, row: Statement, side: str, far: int, form: str) -> int:
    """How well a statement can be what a reply answers; 0 where it cannot."""
    words = ground.text(span_of(ground, one))
    if ASKS.match(words):
        return 0
    about = is_about(ground, one, row, side)
    accuses = one.act == "accuse" or bool(ALLEGED.search(words))
    if form == "large":
        return 3 if about and accuses else 0
    if form in ("owned", "person"):
        if about or one.act == "accuse":
            return 2 + (about and one.act == "accuse")
        return 1 if form == "owned" and far <= NEXT and is_told(ground, one) else 0
    if form == "back":
        return 3 if far <= CLOSE else 2 if about and far <= 2 * CLOSE and (accuses or CRITICAL.search(words)) else 0
    if form in ("defends", "flat"):
        sourced = one.source.actor is not None or bool(one.source.text)
        if sourced and one.act == "accuse" and far <= CLOSE and is_target(ground, one, row, side):
            return 3
        return 2 if form == "flat" and sourced and about and far <= CLOSE and is_retold(ground, one, row) else 0
    if form == "remarks":
        return 1 if far <= CLOSE and one.act in ("state", "accuse") and is_told(ground, one) else 0
    if about and accuses:
        return 3
    if accuses_other(ground, one, side):
        return 0
    if far <= CLOSE and one.act == "accuse":
        return 2
    return 1 if (about and far <= CLOSE and is_plain(ground, one)) or (far <= NEXT and is_told(ground, one)) else 0


def is_retold(ground: Ground, one: Statement, row: Statement) -> bool:
    """ "The museum had expressed interest in the gun", "we never expressed interest": the same words with a "never"."""
    words = [ground.text(span_of(ground, each)) for each in (one, row)]
    first, second = (read_words(each) for each in words)
    shared = (first.content & second.content) - first.names - second.names
    return len(shared) >= LEAST_SAME and is_plain_assertion(words[0])


def is_target(ground: Ground, one: Statement, row: Statement, side: str) -> bool:
    """Does an accusation name who replies right at its start ("accused | Tarn of …")?"""
    first = one.content[0].start
    head = replace(one, content=(Span(start=first, end=min(first + HEAD, one.content[0].end)),))
    return is_about(ground, head, row, side)


def is_other(ground: Ground, one: Statement, row: Statement) -> bool:
    """Are two statements of two sides that do not bear each other's name ("Tarn", "Tarn's lawyer")?"""
    if side_of(ground, one) == side_of(ground, row) or one.negated:
        return False
    first, second = names_of(ground, one), names_of(ground, row)
    return not first & second and not is_same_nobody(one, row)


def is_same_nobody(one: Statement, row: Statement) -> bool:
    """ "The spokesperson" and "a spokesperson", of whom nothing is known, may be one."""
    if one.source.actor is not None and row.source.actor is not None:
        return False
    words = [(each.source.text or "").casefold().split() for each in (one, row)]
    return all(words) and words[0][-1] == words[1][-1]


def is_of(ground: Ground, one: Statement, owner: str) -> bool:
    """Is a statement the owner's, or his side's?"""
    return owner in (one.source.actor, side_of(ground, one)) or ground.side(owner) == side_of(ground, one)


def names_of(ground: Ground, row: Statement) -> set[str]:
    """The capitalised words of a source's name and of its side's that are no titles."""
    actor = row.source.actor
    told = " ".join((ground.name(actor), row.source.text or "")) if actor is not None else row.source.text or ""
    return names_in(told)


def is_about(ground: Ground, one: Statement, row: Statement, side: str) -> bool:
    """Does a statement name who replies, or his side, by name, adjective or pronoun?"""
    text, parts = ground.linked.documents[one.document].text, one.content
    mine = {row.source.actor, side} - {None}
    for mention in ground.annotated(one.document).mentions:
        found = ground.actor(one.document, mention.actor)
        told = found is not None and any(part.start <= mention.start < part.end for part in parts)
        if told and {found, ground.side(found or "")} & mine:
            return True
    return bears_name(ground, " ".join(text[part.start : part.end] for part in parts), row, side)


def find_asked(ground: Ground, row: Statement) -> set[str]:
    """ "Asked whether Karsovia knew, its ministry's spokesman said": the state that an answer is for."""
    text = ground.linked.documents[row.document].text
    start = sentence_start(text, row.content[0].start)
    if not ASKED.match(text[start : row.content[0].start]):
        return set()
    found = {
        actor
        for mention in ground.annotated(row.document).mentions
        if start <= mention.start < row.content[0].start
        and (actor := ground.actor(row.document, mention.actor)) is not None
    }
    return {one for one in found if one in ground.actors and ground.actors[one].kind == "state"}


def bears_name(ground: Ground, words: str, row: Statement, side: str) -> bool:
    """Do words have a name of who replies ("Tarn" of "Tarn's office", "Karsovian" of Karsovia)?"""
    actor = ground.actors.get(side)
    stems = [ground.name(one)[:STEM] for one in find_asked(ground, row)]
    names = names_of(ground, row) | (names_in(actor.name) if actor is not None else set())
    if actor is not None and actor.kind == "state":
        stems += [one[: max(STEM, len(one) - 3)] for one in names]
    patterns = [*map(re.escape, stems), *(rf"{re.escape(one)}\b" for one in names)]
    return any(re.search(rf"\b{one}", words) for one in patterns)


def find_narrated(ground: Ground, row: Statement) -> Claim | None:
    """The last sentence in which the text itself tells of an accusation of who denies wrongdoing."""
    text, side = ground.linked.documents[row.document].text, side_of(ground, row)
    at = sentence_start(text, place(row))
    found = [one for one in split_sentences(text, max(0, at - REACH), at) if ALLEGED.search(text[slice(*one)])]
    for one in reversed(found):
        words = text[slice(*one)]
        if bears_name(ground, words, row, side) and not DENIAL.search(words):
            holder = ground.original(row.document)
            return Claim(holder, holder, Evidence(document=row.document, start=one[0], end=one[1]), row.said)
    return None


def find_revealed(ground: Ground, after: Sequence[Statement], row: Statement) -> Claim | None:
    """ "The bureau denied it. But in May researchers disclosed papers …": what another side found, right after."""
    text, end = ground.linked.documents[row.document].text, max(span.end for span in row.content)
    for one in after[:3]:
        cue = " ".join(text[span.start : span.end] for span in one.cue)
        between = text[end : place(one)]
        near = 0 <= place(one) - end <= LINE and BUT.match(between.lstrip(" .”\"'\n"))
        if (
            near
            and REVEALS.search(cue)
            and is_other(ground, one, row)
            and is_plain_assertion(ground.text(span_of(ground, one)))
        ):
            return Claim.of(ground, one)
    return None
