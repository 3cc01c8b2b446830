"""How a statement turns a claim away: the noun for the claim, whose it is, the claim where the reply has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.likeness import QUESTION
from onrecord.compare.owned_claims import INTENT, WANTED
from onrecord.compare.rebuff_words import (
    ANSWERS,
    APPOSED,
    AS,
    AT_LARGE,
    BACK,
    BARE,
    CALLED,
    CALLED_FALSE,
    DEFENDS,
    DIRECT,
    FACTS,
    FLAT,
    IDLE,
    NOUN,
    OF,
    REJECTS,
    REMARKS,
    SEVERAL,
    SLAMS,
    SPOKEN,
    TOLD,
    UNTRUE,
    WRONG,
    YIELDS,
)
from onrecord.compare.reply_kinds import HABIT, place, span_of
from onrecord.compare.sentences import sentence_end, sentence_start
from onrecord.records import Evidence

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

THING = re.compile(rf" (?:against|on|at) (?:[\w-]+ ){{0,2}}?{FACTS} of\b", re.IGNORECASE)
ACCUSING = re.compile(r"(?:[\w-]+ ){0,3}?(?:accusations?|allegations?|charges?) of\b", re.IGNORECASE)
ONE_CLAIM = re.compile(r"(?:that|this|the) claim\b", re.IGNORECASE)
FROM = 60
"""Characters from a party to the verb with which it strikes back."""
WITHIN = 40
"""Characters at the head of what is rejected within which the noun for it stands."""


@dataclass(frozen=True, slots=True)
class Rebuff:
    """A reply that turns a claim away: the statement, how it names the claim, whose, and the claim if it has it."""

    row: Statement
    form: str
    owner: str | None = None
    told: Evidence | None = None

    def words(self) -> Evidence:
        """What is turned away, as the reply names it."""
        return Evidence(document=self.row.document, start=self.row.content[0].start, end=self.row.content[-1].end)


def read_rebuff(ground: Ground, row: Statement) -> Rebuff | None:
    """How a statement turns a claim away, None where it does not."""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    words = text[row.content[0].start : row.content[-1].end]
    if HABIT.search(text[place(row) : row.content[0].start]):
        return Rebuff(row, "large") if REJECTS.search(cue) and AT_LARGE.fullmatch(words.strip()) else None
    rebuff = None
    if REJECTS.search(cue):
        rebuff = read_rejected(ground, row, words)
    elif SLAMS.search(cue):
        rebuff = read_slammed(ground, row, words)
    elif DEFENDS.search(cue):
        told = read_told(ground, row, re.sub(r"^(?:\w+self|themselves) against ", "", words))
        rebuff = Rebuff(row, "told", find_owner(ground, row), told) if told is not None else None
    rebuff = rebuff or read_judged(ground, row, words)
    if rebuff is None and DIRECT.search(ground.text(span_of(ground, row))):
        rebuff = Rebuff(row, "bare", find_owner(ground, row))
    rebuff = rebuff or read_back(ground, row, text)
    answers = ANSWERS.search(cue) and not YIELDS.search(words)
    flat = is_flat(ground, row)
    if rebuff is None and (DEFENDS.search(cue) or answers or flat):
        rebuff = Rebuff(row, "flat" if flat else "defends")
    return rebuff


def read_judged(ground: Ground, row: Statement, words: str) -> Rebuff | None:
    """ "Moreau's claim that the bank knew is simply not true", "Moreau is wrong in saying that …": with the claim."""
    start = row.content[0].start
    called = CALLED.match(words)
    if called is not None:
        told = Evidence(document=row.document, start=start + called.start("told"), end=start + called.end("told"))
        return Rebuff(row, "told", find_owner(ground, row), told)
    for one in ground.annotated(row.document).mentions:
        wrong = WRONG.match(words, one.end - start) if start <= one.start < start + WITHIN else None
        owner = ground.actor(row.document, one.actor)
        if wrong is None or owner is None or owner == row.source.actor:
            continue
        if wrong["told"] is None:
            return Rebuff(row, "back", owner)
        told = Evidence(document=row.document, start=start + wrong.start("told"), end=start + wrong.end("told"))
        return Rebuff(row, "told", owner, told)
    return None


def read_back(ground: Ground, row: Statement, text: str) -> Rebuff | None:
    """ "Tarn hit back at Moreau, saying …": the source strikes back, and nobody else stands between."""
    spans = [one for one in row.source.spans if one.end <= row.content[0].start]
    found = BACK.search(text, spans[-1].end, row.content[0].start) if spans else None
    if found is None or found.start() - spans[-1].end > FROM or sentence_start(text, found.start()) > spans[-1].start:
        return None
    if THING.match(text, found.end()):
        return None  # "pushed back against accusations of sexism, saying …": they are what is answered
    if find_named(ground, row, spans[-1].end, found.start()) is not None or text[: found.start()].endswith(" also "):
        return None
    return Rebuff(row, "back", find_named(ground, row, found.start(), min(found.end() + WITHIN, row.content[0].start)))


def is_flat(ground: Ground, row: Statement) -> bool:
    """ "It did not hide anything", "we never met him": does a statement begin by saying that something is not so?"""
    words = ground.text(span_of(ground, row))
    return bool(FLAT.match(words)) and not IDLE.search(words[: 2 * WITHIN])


def read_rejected(ground: Ground, row: Statement, words: str) -> Rebuff | None:
    """ "Rejected Moreau's criticism", "denied the allegations", "disputes | a claim", "dismissed Moreau as …"."""
    if APPOSED.fullmatch(words.strip(" ,.")):
        return Rebuff(row, "apposed")
    if QUESTION.match(words):
        return None  # "questioned why she had waited"
    if AT_LARGE.fullmatch(words.strip()) and not ONE_CLAIM.match(words):
        return Rebuff(row, "large")
    told, owner = read_told(ground, row, words), find_owner(ground, row)
    if told is not None:
        nobody = owner is None and (INTENT.search(ground.text(told)) or not SEVERAL.match(words))
        unsaid = WANTED.search(ground.text(told)) or nobody
        return None if unsaid else Rebuff(row, "told", owner, told)
    if owner is not None:
        return Rebuff(row, "owned", owner)
    if re.match(r"an? ", words):
        return None  # "a claim by an aide": of nobody who has spoken
    if BARE.match(words):
        return Rebuff(row, "bare")
    if OF.match(words) and ACCUSING.match(words):  # "accusations of sexism against her father": they stand in the reply
        return Rebuff(row, "told", None, span_of(ground, row))
    return Rebuff(row, "large") if OF.match(words) else read_person(ground, row)


def read_person(ground: Ground, row: Statement) -> Rebuff | None:
    """ "Dismissed Moreau as a failed politician": a person is turned away with what he said."""
    text, start = ground.linked.documents[row.document].text, row.content[0].start
    end = sentence_end(text, start)
    for one in ground.annotated(row.document).mentions:
        if start <= one.start <= start + len("the Mr. ") and one.actor is not None and one.end < end:
            actor = ground.actor(row.document, one.actor)
            judged = AS.match(text[one.end : end])
            if judged and actor is not None and ground.actors[actor].kind == "person":
                return Rebuff(row, "person", actor)
    return None


def read_slammed(ground: Ground, row: Statement, words: str) -> Rebuff | None:
    """ "Called the accusations baseless", "slammed a lawsuit alleging that …": a claim, and that it is untrue."""
    text = ground.linked.documents[row.document].text
    if not UNTRUE.search(text[row.content[0].start : sentence_end(text, row.content[-1].end)]):
        return None
    told, owner = read_told(ground, row, words), find_owner(ground, row)
    if told is not None:
        return Rebuff(row, "told", owner, told)
    if owner is not None:
        return Rebuff(row, "owned", owner)
    if BARE.match(words):
        return Rebuff(row, "bare")
    return Rebuff(row, "remarks") if SPOKEN.match(words) or CALLED_FALSE.match(words) else None


def read_told(ground: Ground, row: Statement, words: str) -> Evidence | None:
    """The claim where the reply has it: "any claims that the sale was rigged"."""
    found = TOLD.match(words)
    if found is None:
        return None
    text, whole = ground.linked.documents[row.document].text, row.content[-1].end
    start = text.find(found["told"][:WITHIN], row.content[0].start, whole)
    end = min(whole, sentence_end(text, start))
    return Evidence(document=row.document, start=start, end=end) if 0 <= start < end else None


def find_owner(ground: Ground, row: Statement) -> str | None:
    """Whose claim it is: "Moreau's criticism", "her allegations", "accusations by the union"."""
    text, first, last = ground.linked.documents[row.document].text, row.content[0].start, row.content[-1].end
    for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end)):
        if not first <= one.start < min(last, first + 2 * WITHIN) or one.actor is None:
            continue
        behind = OWN.match(text[one.end : one.end + 2 * WITHIN])
        own = text[one.end : one.end + 1] in "'’" or text[one.start : one.end].casefold() in (
            "his",
            "her",
            "their",
            "its",
        )
        before = BY.search(text[first : one.start])
        if (behind is not None and own and one.start < first + WITHIN) or before:
            return ground.actor(row.document, one.actor)
    return None


OWN = re.compile(
    rf"(?:['’]s?)?\s+(?:[\w-]+ ){{0,3}}?(?:{NOUN}|{REMARKS}|arguments?|concerns|warnings?|objections|views?)\b"
)
BY = re.compile(rf"(?:{FACTS}|{NOUN})\b[^,.;]{{0,30}}?\b(?:by|from) (?:the |an? )?(?:[\w-]+ ){{0,2}}$")


def find_named(ground: Ground, row: Statement, start: int, end: int) -> str | None:
    """The first other actor named in a stretch of text."""
    for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end)):
        actor = ground.actor(row.document, one.actor)
        if start <= one.start < end and actor is not None and actor != row.source.actor:
            return actor
    return None
