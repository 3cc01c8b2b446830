"""A criticism or an accusation and how its target turns it away, wherever the two stand in the text.

"Orla Brandt accused the ministry of a cover-up. … The ministry rejected Brandt's criticism as absurd." "… a claim that the
mayor's office disputes." "The firm denied any wrongdoing." "Tarn hit back at him." The reply says whose claim it
answers (an owner, "the claim", the one who has just spoken); the claim must be another side's, and of who replies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.compare.claims_against import Claim, find_claim, find_narrated, find_revealed
from onrecord.compare.owned_claims import INTENT, JUDGES, WANTED
from onrecord.compare.rebuff_words import AT_LARGE, BACK, FACTS, NOUN, REJECTS, REMARKS, SLAMS, UNTRUE
from onrecord.compare.replies import own_words, side_of
from onrecord.compare.reply_kinds import HABIT, place, span_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.sentences import sentence_end, sentence_start
from onrecord.compare.told_replies import find_told_replies
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

AS = re.compile(r"(?:, who [^,]{5,90},)? as (?:an? |[\"“‘'])", re.IGNORECASE)
FROM = 60
"""Characters from a party to the verb with which it strikes back."""
WITHIN = 40
"""Characters at the head of what is rejected within which the noun for it stands."""
_DET = r"(?:the|that|this|these|those|such|all(?: of)?(?: the| those| these)?|any such)"
BARE = re.compile(
    rf"(?:{_DET} )(?:[\w-]+ ){{0,2}}?{NOUN}(?=$|[.,;”\"]| [\"“‘']| (?:as|to be|completely|totally|entirely|absolutely|utterly|just|simply|baseless|false|untrue|groundless|unfounded|absurd|ridiculous|outrageous|nonsense|an? |and|but|in|on|at|with|against|which|by saying|saying|out of))",
    re.IGNORECASE,
)
""" "The claim", "such groundless accusations": of what has been told before."""
SPOKEN = re.compile(
    r"(?:the|those|these|such) (?:[\w-]+ )?(?:remarks?|comments?|rhetoric|words|statements?|tweets?|insults?)\b", re.IGNORECASE
)
APPOSED = re.compile(rf"(?:(?:an? |the )?(?:[\w-]+ )?{FACTS}|which|something)(?: that| which)?", re.IGNORECASE)
""" "…, a claim that the firm disputes", "…, which the firm denies"."""
TOLD = re.compile(
    rf"^(?:(?:(?:the|any|all|an?|those|these|such|media|press|news|recent) )*(?:[\w-]+ )?(?P<noun>{FACTS})"
    r"(?P<of>[^.;“\"]{0,90}?)\b(?:that|alleging(?: that)?|claiming(?: that)?|accusing|asserting(?: that)?) |"
    r"what (?:some|many|critics|others|opponents) (?:\w+ )?(?:have |had )?(?:said|called|described|claimed)\b[^.;]*?\b(?:that|as) )"
    r"(?P<told>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
""" "Any claims that it had paid", "a lawsuit filed by a nurse alleging that …": the claim stands in the reply."""
DIRECT = re.compile(
    r"\b(?:groundless|baseless|meritless|unfounded|false|untrue|absurd|ridiculous|outrageous|unsubstantiated|bogus) "
    r"(?:claims?|accusations?|allegations?|charges)\b|"
    rf"\b(?:the|these|those|such|all|his|her|their|this|that)(?: [\w-]+)? {NOUN} (?:is|are|was|were)(?! not\b|n['’]t)(?: [\w-]+){{0,2}}? "
    r"(?:false|untrue|baseless|groundless|unfounded|meritless|absurd|ridiculous|without merit|nonsense|lies|wrong|bogus)\b|"
    rf"\b(?:such|these|those|the|all) (?:[\w-]+ )?(?:{NOUN}|fears|concerns|worries) (?:is|are|was|were) (?:[\w-]+ )?(?:unfounded|baseless|groundless|overblown|exaggerated|misplaced)\b|"
    r"^(?:that )?(?:the|this|her|his|its|their|all) (?:[\w-]+ )?(?:case|charges?|prosecution|indictment|investigation|probe|(?:law)?suit|trial)"
    r"(?: against \w+)? (?:is|are|was|were) (?:[\w-]+ )?(?:politically|baseless|groundless|unfounded|fabricated|false|a witch|without merit|meritless|frivolous)\b|"
    rf"\b(?:we|i) (?:[\w-]+ ){{0,2}}?(?:reject|deny|dispute|refute|disagree (?:\w+ )?with)(?: [\w-]+)? "
    rf"(?:these|those|such|his|her|their|this|that|the)(?: [\w-]+)? {NOUN}\b",
    re.IGNORECASE,
)
""" "For such groundless accusations I have no comment", "we disagree with those claims"."""


DEFENDS = re.compile(r"\b(?:insist|maintain|defend|protest)(?:ed|s|ing)?\b", re.IGNORECASE)
FLAT = re.compile(
    r"[\"“‘]?(?:that )?(?:(?:none|nobody|nothing|no (?:one|laws?|rules?|evidence|\w+s)) (?:\w+ )?(?:was|were|had|did|has|have|violated|broken)|"
    r"(?:[\w.’'-]+ ){1,4}?(?:(?:did|had|has|have|was|were) (?:not|never)|(?:did|had|has|have|was|were)n['’]t|never))\b",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"\b(?:comment|know|think|want|believe|sure|going to|respond|reply|surpris\w+|can(?:not|['’]t)|recall|need|see)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Rebuff:
    """A reply that turns a claim away: the statement, how it names the claim, whose, and the claim if it has it."""

    row: Statement
    form: str
    owner: str | None = None
    told: Evidence | None = None


def find_rebuffs(ground: Ground) -> Iterator[Rift]:
    """Rifts of claims against a party and how it turns them away."""
    rows: dict[str, list[Statement]] = {}
    for row in ground.linked.statements:
        rows.setdefault(row.document, []).append(row)
    for name in sorted(rows):
        ordered = sorted(rows[name], key=lambda one: (place(one), one.content, one.id))
        told = dict(find_told_replies(ground, name, ordered))
        ordered = sorted([*ordered, *told], key=lambda one: (place(one), one.content, one.id))
        for at, row in enumerate(ordered):
            rebuff = Rebuff(row, told[row]) if row in told else read_rebuff(ground, row) if is_reply(row) else None
            claim = find_answered(ground, ordered, at, rebuff) if rebuff is not None else None
            if claim is not None:
                yield from build_rifts(ground, claim, row, ordered[at + 1 :])


def is_reply(row: Statement) -> bool:
    """Can a statement be a reply: one that was made, by somebody who is no judge of it?"""
    spoken = row.source.actor is not None or bool(row.source.text)
    return spoken and not row.negated and not JUDGES.search(row.source.text or "")


def read_rebuff(ground: Ground, row: Statement) -> Rebuff | None:
    """How a statement turns a claim away, None where it does not."""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if HABIT.search(text[place(row) : row.content[0].start]):
        return None
    rebuff = None
    if REJECTS.search(cue):
        rebuff = read_rejected(ground, row)
    elif SLAMS.search(cue):
        rebuff = read_slammed(ground, row)
    if rebuff is None and DIRECT.search(ground.text(span_of(ground, row))):
        rebuff = Rebuff(row, "bare")
    if rebuff is None:
        rebuff = read_back(ground, row, text)
    if rebuff is None and (DEFENDS.search(cue) or is_flat(ground, row)):
        rebuff = Rebuff(row, "defends")
    return rebuff


def read_back(ground: Ground, row: Statement, text: str) -> Rebuff | None:
    """ "Tarn hit back at Moreau, saying …": the source strikes back, and nobody else stands between."""
    spans = [one for one in row.source.spans if one.end <= row.content[0].start]
    found = BACK.search(text, spans[-1].end, row.content[0].start) if spans else None
    if found is None or found.start() - spans[-1].end > FROM or sentence_start(text, found.start()) > spans[-1].start:
        return None
    if find_named(ground, row, spans[-1].end, found.start()) is not None or text[: found.start()].endswith(" also "):
        return None
    return Rebuff(row, "back", find_named(ground, row, found.start(), min(found.end() + WITHIN, row.content[0].start)))


def is_flat(ground: Ground, row: Statement) -> bool:
    """ "It did not hide anything", "we never met him": does a statement begin by saying that something is not so?"""
    words = ground.text(span_of(ground, row))
    return bool(FLAT.match(words)) and not IDLE.search(words[: 2 * WITHIN])


def read_rejected(ground: Ground, row: Statement) -> Rebuff | None:
    """ "Rejected Moreau's criticism", "denied the allegations", "disputes | a claim", "dismissed Moreau as …"."""
    words = ground.text(Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end))
    if APPOSED.fullmatch(words.strip(" ,.")):
        return Rebuff(row, "apposed")
    if re.match(r"an? ", words):
        return None  # "a claim by an aide that …": of nobody who has spoken
    if AT_LARGE.fullmatch(words.strip()):
        return Rebuff(row, "large")
    told, owner = read_told(ground, row, words), find_owner(ground, row)
    if told is not None:
        unsaid = WANTED.search(ground.text(told)) or (owner is None and INTENT.search(ground.text(told)))
        return None if unsaid else Rebuff(row, "told", owner, told)
    if owner is not None:
        return Rebuff(row, "owned", owner)
    if BARE.match(words):
        return Rebuff(row, "bare")
    if re.match(rf"(?:{_DET} |any )?(?:[\w-]+ ){{0,2}}?{FACTS} of\b", words, re.IGNORECASE):
        return Rebuff(row, "large")
    return read_person(ground, row)


def read_person(ground: Ground, row: Statement) -> Rebuff | None:
    """ "Dismissed Moreau as a failed politician": a person is turned away with what he said."""
    text, start = ground.linked.documents[row.document].text, row.content[0].start
    end = sentence_end(text, start)
    for one in ground.annotated(row.document).mentions:
        if start <= one.start <= start + len("the Mr. ") and one.actor is not None and one.end < end:
            actor = ground.actor(row.document, one.actor)
            judged = AS.match(text[one.end : end])
            if judged and actor in ground.actors and ground.actors[actor].kind == "person":
                return Rebuff(row, "person", actor)
    return None


def read_slammed(ground: Ground, row: Statement) -> Rebuff | None:
    """ "Called the accusations baseless", "slammed a lawsuit alleging that …": a claim, and that it is untrue."""
    text = ground.linked.documents[row.document].text
    start = row.content[0].start
    words = ground.text(Evidence(document=row.document, start=start, end=row.content[-1].end))
    sentence = text[start : sentence_end(text, row.content[-1].end)]
    if not UNTRUE.search(sentence):
        return None
    told, owner = read_told(ground, row, words), find_owner(ground, row)
    if told is not None:
        return Rebuff(row, "told", owner, told)
    if owner is not None:
        return Rebuff(row, "owned", owner)
    if BARE.match(words):
        return Rebuff(row, "bare")
    return Rebuff(row, "remarks") if SPOKEN.match(words) else None


def read_told(ground: Ground, row: Statement, words: str) -> Evidence | None:
    """The claim where the reply has it: "any claims that the sale was rigged"."""
    found = TOLD.match(words)
    if found is None:
        return None
    start = row.content[0].start + found.start("told")
    text = ground.linked.documents[row.document].text
    end = min(row.content[-1].end, sentence_end(text, start))
    return Evidence(document=row.document, start=start, end=end)


def find_owner(ground: Ground, row: Statement) -> str | None:
    """Whose claim it is: "Moreau's criticism", "her allegations", "accusations by the union"."""
    text, first = ground.linked.documents[row.document].text, row.content[0].start
    last = row.content[-1].end
    for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end)):
        if not first <= one.start < min(last, first + 2 * WITHIN) or one.actor is None:
            continue
        behind = re.match(rf"(?:['’]s?)?\s+(?:[\w-]+ ){{0,3}}?(?:{NOUN}|{REMARKS})\b", text[one.end : one.end + 2 * WITHIN])
        own = behind is not None and one.start < first + WITHIN and (text[one.end : one.end + 1] in "'’" or one.form == "pronoun")
        before = re.search(rf"{NOUN}\b[^,.;]{{0,30}}?\b(?:by|from) (?:the |an? )?(?:[\w-]+ ){{0,2}}$", text[first : one.start])
        if own or before:
            return ground.actor(row.document, one.actor)
    return None


def find_named(ground: Ground, row: Statement, start: int, end: int) -> str | None:
    """The first other actor named in a stretch of text."""
    for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end)):
        actor = ground.actor(row.document, one.actor)
        if start <= one.start < end and actor is not None and actor != row.source.actor:
            return actor
    return None


def find_answered(ground: Ground, ordered: Sequence[Statement], at: int, rebuff: Rebuff) -> Claim | None:
    """The claim that a reply turns away."""
    row = rebuff.row
    side = side_of(ground, row)
    if rebuff.owner is not None and ground.side(rebuff.owner) == side:
        return None
    if rebuff.told is not None:
        holder = rebuff.owner or row.id
        return Claim(holder, holder, rebuff.told, row.said)
    if rebuff.form == "apposed":
        near = [one for one in ordered[:at] if 0 <= place(row) - one.content[-1].end <= len(", which the ")]
        other = [one for one in near if side_of(ground, one) != side]
        return Claim.of(ground, other[-1]) if other else None
    claim = find_claim(ground, ordered[:at], row, rebuff.form, rebuff.owner)
    if claim is None and rebuff.form == "large":
        claim = find_revealed(ground, ordered[at + 1 :], row) or find_narrated(ground, row)
    return claim


def build_rifts(ground: Ground, claim: Claim, no: Statement, after: Sequence[Statement]) -> Iterator[Rift]:
    """The rift of a claim and its rebuff, and that with the words in which the rebuff is put."""
    end = max(span.end for span in (*no.content, *no.cue))
    whole = Evidence(document=no.document, start=place(no), end=end)
    if claim.evidence.start < whole.end and whole.start < claim.evidence.end:  # the claim stands in the reply
        whole = trim(ground, replace(whole, end=claim.evidence.start)) if whole.start < claim.evidence.start else span_of(ground, no)
    spans = [whole]
    if claim.row is not None:
        spans += [span_of(ground, row) for row in own_words(ground, claim.row, no, after)]
    else:
        spans += [span_of(ground, row) for row in after[:2] if row.source.actor == no.source.actor and row.source.actor is not None and 0 <= row.content[0].start - end <= WITHIN][:1]
    voice = no.source.actor or no.id
    of = "an unnamed source" if claim.holder == no.id else ground.name(claim.holder)
    for span in spans:
        yield Rift(
            about=no.id,
            kind="denial",
            facet=None,
            sides=(
                Voice(shorten(ground.text(claim.evidence)), claim.holder, claim.item, claim.evidence, claim.when),
                Voice(shorten(ground.text(spans[-1])), voice, no.id, span, no.said),
            ),
            reasons=(f"{ground.name(voice)} turns away what {of} holds against it.",),
        )


def trim(ground: Ground, span: Evidence) -> Evidence:
    """A stretch of text without the blanks and marks before what follows it."""
    return replace(span, end=span.start + len(ground.text(span).rstrip(" ,;:“‘\"—–-")))
