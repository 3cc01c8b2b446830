"""Two parties on one thing, one right after the other, where the second takes up the words of the first.

"Marsh insists that the vote was fair; Pelt says it was not", "the minister calls it caution, rivals deride it as
cowardice", "the militia claimed responsibility, but officials said that there was no sign of it".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.compare.likeness import NEGATOR, is_plain_assertion
from onrecord.compare.owned_claims import JUDGES
from onrecord.compare.replies import side_of, voice_of
from onrecord.compare.reply_kinds import place, span_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.words import read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

NEAR = 130
"""Characters from the one to the other."""
TELLING = frozenset({"state", "report", "announce", "accuse", "confirm", "warn", "predict", "deny", "promise"})
_BE = r"(?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|should)"
_WHO = r"(?:it|that|this|he|she|they|there)"
NOT_SO = re.compile(rf"(?:that )?{_WHO} {_BE}(?: not|n['’]t|not)[.,;”\"’']*", re.IGNORECASE)
""" "It was not", "they don't"."""
IS_SO = re.compile(rf"(?:that )?{_WHO} {_BE}[.,;”\"’']*", re.IGNORECASE)
""" "It does", of what has just been told with a "not"."""
OTHERWISE = re.compile(
    r"(?:that )?(?:(?:just |quite |exactly )?the (?:exact |very )?(?:opposite|reverse|contrary)"
    r"(?: (?:is|was|were) (?:true|the case))?|"
    r"(?:an? )?(?:very |quite |rather )?different (?:story|picture|version)(?: of (?:it|events))?|"
    r"(?:[\w’'-]+ ){0,4}?(?:(?:say|think|suggest|show|prove|indicate)s? )?otherwise)[.,;”\"’']*",
    re.IGNORECASE,
)
""" "The opposite was true", "tell | a different story", "instances that suggest otherwise"."""
INDEED = re.compile(
    r"(?:that )?(?:[\w’'-]+ ){1,5}?"
    r"(?:(?:is|are|was|were|has|have|had) (?:indeed|in fact)|(?:do|does|did)(?: indeed| in fact)?) (?P<what>[a-z]{3,})",
    re.IGNORECASE,
)
""" "… that the letters do not speak for all; B responded that they do indeed speak for all"."""
CALLS = re.compile(
    r"\b(?:call|describe|see|view|regard|consider|label|deride|dismiss|hail|praise|denounce|brand|portray|paint|cast|"
    r"tout|decry|criticise|criticize|defend|want|expect)(?:s|ed|d|led|ies|ied|ing)?\b|\bsaw\b|\bseen\b",
    re.IGNORECASE,
)
THING = re.compile(r"(?:the |this |that |these |those |its |his |her |their )?[\w’'-]+\b", re.IGNORECASE)
PRONOUNS = frozenset({"it", "them", "this", "that"})
CONTRAST = re.compile(
    r"[”\"’'\s]*(?:[;,—–-]\s*)?(?:but|while|whereas|though|although|yet)\b|[”\"’'\s]*[;—–]", re.IGNORECASE
)
RESPONSIBLE = re.compile(r"(?:full |sole )?responsibility (?:for|on behalf)\b", re.IGNORECASE)
NO_SIGN = re.compile(
    r"\bno (?:\w+ )?(?:evidence|indications?|signs?|proof|link|connection)\b|"
    r"\b(?:not|n['’]t) (?:yet )?(?:believe|think|(?:have|seen?) evidence|involved|responsible|behind|linked)\b|"
    r"\b(?:cast|expressed|voiced) doubts?\b|\bdoubt(?:s|ed|ful)?\b|\bquestioned\b",
    re.IGNORECASE,
)
UNCOMMENTED = re.compile(
    r"\b(?:declin\w+|refus\w+|(?:would|did|will|does|do|has|have)(?: not|n['’]t)) (?:to )?comment(?:ed)?(?: \w+)? "
    r"(?:on|about) (?P<reports>(?:(?:the|those|these|media|press|news|recent) )*"
    r"(?:claims?|accusations?|allegations?|reports?|suggestions|rumou?rs)) that (?=\S)",
    re.IGNORECASE,
)
FAR = 450
"""Characters from a claim of responsibility to the doubt of it."""


def find_answered_words(ground: Ground) -> Iterator[Rift]:
    """Rifts of two statements, the second of which takes up the first."""
    for name in sorted(ground.spoken):
        rows = sorted((row for row in ground.spoken[name] if row.content), key=lambda row: (place(row), row.id))
        for one, other in pairwise(rows):
            kind = read_pair(ground, one, other)
            if kind is not None:
                yield build_rift(ground, kind, one, other)
        for at, one in enumerate(rows):
            doubt = next((other for other in rows[at + 1 : at + 4] if is_doubted(ground, one, other)), None)
            if doubt is not None:
                yield build_rift(ground, "denial", one, doubt)
            untold = read_uncommented(ground, one)
            if untold is not None:
                yield untold


def read_pair(ground: Ground, one: Statement, other: Statement) -> DisputeKind | None:
    """What kind of dispute two statements in a row are, None where they are none."""
    far = place(other) - one.content[-1].end
    if not 0 <= far <= NEAR or not are_two(ground, one, other):
        return None
    if one.act in TELLING and other.act in TELLING and is_reversed(ground, one, other):
        return "denial"
    return "stance" if is_called(ground, one, other) else None


def are_two(ground: Ground, one: Statement, other: Statement) -> bool:
    """Are two statements of two parties that somebody is named for?"""
    rows = (one, other)
    if any(
        row.negated or not (row.source.actor or row.source.text) or JUDGES.search(row.source.text or "") for row in rows
    ):
        return False
    return side_of(ground, one) != side_of(ground, other) and not (
        one.source.actor and other.source.actor and are_kin(ground, one.source.actor, other.source.actor)
    )


def is_reversed(ground: Ground, one: Statement, other: Statement) -> bool:
    """ "… that the vote was fair; B says it was not", "… that it does not pay; B says that it does"."""
    first, second = (ground.text(span_of(ground, row)).strip(" “\"‘'") for row in (one, other))
    if NOT_SO.fullmatch(second) or OTHERWISE.fullmatch(second):
        return is_plain_assertion(first)
    if NEGATOR.search(first) is None or first.endswith("?"):
        return False
    indeed = INDEED.match(second)
    again = indeed is not None and read_words(indeed["what"]).content & read_words(first).content
    return bool(IS_SO.fullmatch(second) or again) and not NEGATOR.search(second)


def is_called(ground: Ground, one: Statement, other: Statement) -> bool:
    """ "A calls it caution; B derides it as cowardice": the same thing, by a verb of judging, in one sentence."""
    text = ground.linked.documents[one.document].text
    cues = [" ".join(text[span.start : span.end] for span in row.cue) for row in (one, other)]
    between = text[one.content[-1].end : place(other)]
    if not all(CALLS.search(cue) for cue in cues) or not CONTRAST.match(between) or ". " in between:
        return False
    words = [ground.text(span_of(ground, row)).casefold() for row in (one, other)]
    things = [THING.match(each) for each in words]
    if any(thing is None for thing in things) or words[0] == words[1]:
        return False
    heads = [thing.group() for thing in things if thing is not None]
    pronoun = heads[1] in PRONOUNS and (heads[0] == heads[1] or len(words[0].split()) > 2)
    same = heads[0] == heads[1] and len(heads[0].split()) > 1
    return (same or pronoun) and all(len(each.split()) > 1 for each in words)


def is_doubted(ground: Ground, one: Statement, other: Statement) -> bool:
    """ "Claimed responsibility for the attack, but officials said that there was no evidence of it"."""
    told, words = ground.text(span_of(ground, one)), ground.text(span_of(ground, other))
    if not RESPONSIBLE.match(told) or one.act == "deny" or not are_two(ground, one, other):
        return False
    near = 0 <= place(other) - one.content[-1].end <= FAR
    return near and other.act in TELLING and bool(NO_SIGN.search(words)) and not words.endswith("?")


def read_uncommented(ground: Ground, row: Statement) -> Rift | None:
    """ "The school declined to comment on reports that Axel had been dismissed": they stay unconfirmed."""
    text, end = ground.linked.documents[row.document].text, row.content[-1].end
    found = UNCOMMENTED.search(text, whole_of(row).start, end)
    if found is None or found.end() <= row.content[0].start:
        return None
    told = Evidence(document=row.document, start=found.end(), end=end)
    reply = Evidence(document=row.document, start=place(row), end=found.end("reports"))
    voice = row.source.actor or row.id
    return Rift(
        about=row.id,
        kind="unconfirmed",
        facet=None,
        sides=(
            Voice(shorten(ground.text(told)), row.id, row.id, told, row.said),
            voice_of(ground, row, reply),
        ),
        reasons=(f"Not confirmed by {ground.name(voice)}.",),
    )


def build_rift(ground: Ground, kind: DisputeKind, one: Statement, other: Statement) -> Rift:
    """The rift of the two."""
    first, second = (
        voice_of(ground, row, whole_of(row) if kind == "stance" else span_of(ground, row)) for row in (one, other)
    )
    return Rift(
        about=one.id,
        kind=kind,
        facet=None,
        sides=(first, second),
        reasons=(f"{ground.name(second.holder)} takes up what {ground.name(first.holder)} says, and says otherwise.",),
    )


def whole_of(row: Statement) -> Evidence:
    """A statement with its verb: "deride it as cowardice"."""
    return Evidence(
        document=row.document, start=min(span.start for span in (*row.content, *row.cue)), end=row.content[-1].end
    )
