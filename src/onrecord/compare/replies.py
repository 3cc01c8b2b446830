"""Replies that do not repeat what they answer: "denied this", "did not confirm that", "Not so, said A".

The statement before, by another side, is what is answered; what whoever replies says right after ("… and said that it
had been tested") is cited with the reply. Without a plain assertion near before it, a reply answers nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

NEAR = 450
"""Characters from what is said to the reply."""
ACCUSED = 900
"""The same from an accusation to its denial."""
OPENING = 40
"""Characters at the head of a statement within which its clause begins."""
CLOSELY = 6
"""Characters between a reply and a quotation that puts it in words, whoever is named for it."""
AFTER = 60
"""Characters from a reply to the words in which it is put."""
BUT = re.compile(r"\b(?:but|though|although|yet|while)\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
BACK = re.compile(
    r"(?:this|that|it|so|(?:the|that|this|these|those|such) (?:claims?|accusations?|allegations?|accounts?|assertions?|"
    r"reports?|versions?|statements?|suggestions?|charges?))[.,;]?",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(?:den(?:y|ie)|reject|refut|disput|dismiss|contradict|rebut)", re.IGNORECASE)
BLAME = re.compile(
    r"(?:any |all )?(?:responsibility|involvement|wrongdoing|blame|guilt|such (?:role|part))\b", re.IGNORECASE
)
FALSE = re.compile(
    r"[\"“‘'—–\s]*(?:not so|not true|untrue|nonsense|wrong|"
    r"(?:that|this|it)(?:['’]s| is| was) (?:\w+ly |just )?"
    r"(?:not (?:true|so|the case)|untrue|false|wrong|a lie|nonsense))\b",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"\b(?:always|repeatedly|long|consistently|previously|steadfastly|regularly|earlier)\b", re.IGNORECASE
)
NO_SUCH = re.compile(r"\b(?:no|never any) such (?P<thing>\w+)|\bnothing of the (?:sort|kind)\b", re.IGNORECASE)
UNTOLD = re.compile(
    r"\b(?:(?:not|never)(?: yet)? (?:been )?(?:consulted|informed|asked|notified|invited|approached)|"
    r"(?:knew|knows) nothing (?:of|about)|(?:was|were|is|are) unaware of)\b",
    re.IGNORECASE,
)
PROMISES = frozenset({"undertaking", "promise", "pledge", "commitment", "assurance", "guarantee", "vow"})
AHEAD = re.compile(r"\b(?:will|would|shall|promised|pledged|vowed)\b|['’]ll\b", re.IGNORECASE)
CLOSE = 250
"""Characters within which "no such attack" answers what was said before, whatever its words."""
TELLING = frozenset({"state", "report", "announce", "accuse", "confirm", "promise", "warn", "predict"})
"""Acts that say how things are: whoever replies to a demand or to praise denies nothing."""


def find_replies(ground: Ground) -> Iterator[Rift]:
    """Denials, and confirmations that are withheld, of what another side was quoted as saying just before."""
    rows: dict[str, list[Statement]] = {}
    for row in ground.linked.statements:
        rows.setdefault(row.document, []).append(row)
    for name in sorted(rows):
        ordered = sorted(rows[name], key=lambda one: (place(one), one.content, one.id))
        for at, row in enumerate(ordered):
            kind = kind_of(ground, row)
            yes = find_answered(ground, ordered[:at], row) if kind is not None else None
            if kind is None and at and grants(ground, ordered[at - 1], row):
                kind, yes = "denial", find_answered(ground, ordered[: at - 1], row)
                yes = yes if yes is not None and tells_of(ground, yes, row) else None
            if kind is not None and yes is not None:
                yield from build_rifts(ground, kind, yes, row, ordered[at + 1 :])


def place(row: Statement) -> int:
    """Where a statement begins, cue and source included."""
    return min(span.start for span in (*row.content, *row.cue, *row.source.spans))


def side_of(ground: Ground, row: Statement) -> str:
    """The party that a statement speaks for."""
    return ground.side(row.source.actor) or ground.source_side(row)


def words_of(ground: Ground, row: Statement) -> str:
    """What is said."""
    return ground.text(span_of(ground, row)).strip(" \"“”‘’'")


def span_of(ground: Ground, row: Statement) -> Evidence:
    """Where it stands, without a "that" before it."""
    whole = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    lead = len("that ") if ground.text(whole).startswith("that ") else 0
    return Evidence(document=row.document, start=whole.start + lead, end=whole.end)


def kind_of(ground: Ground, row: Statement) -> DisputeKind | None:
    """What kind of reply a statement is, if it is one."""
    words, text = words_of(ground, row), ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if HABIT.search(text[place(row) : row.content[0].start]):
        return None  # answers no single claim
    if BACK.fullmatch(words):
        if row.act == "confirm" and row.negated:
            return "unconfirmed"
        return "denial" if DENIAL.search(cue) and not row.negated else None
    before = text[max(0, place(row) - len("Not so, ")) : place(row)].rsplit("\n", 1)[-1].strip()
    if UNTOLD.search(words.partition(". ")[0]) and not row.negated:
        return "unconfirmed"
    if FALSE.match(words) or FALSE.fullmatch(before.rstrip(" ,:—–")):
        return "denial"
    return "denial" if NO_SUCH.search(words) or is_blame(ground, row, cue) else None


def is_blame(ground: Ground, row: Statement, cue: str) -> bool:
    """ "Denied responsibility", "denied any involvement"."""
    return bool(DENIAL.search(cue) and BLAME.match(words_of(ground, row))) and not row.negated


def grants(ground: Ground, before: Statement, row: Statement) -> bool:
    """ "Galveth confirmed the meeting but said that no price had been agreed": a part granted, the rest denied."""
    text = ground.linked.documents[row.document].text
    between = text[before.content[-1].end : row.content[0].start]
    granted = before.act == "confirm" and not before.negated and side_of(ground, before) == side_of(ground, row)
    return granted and len(between) <= AFTER and bool(BUT.search(between)) and bool(denied_words(ground, row))


def denied_words(ground: Ground, row: Statement) -> frozenset[str]:
    """The words of the negated clause with which a statement begins; none where it begins otherwise."""
    if row.negated:
        return frozenset()
    first = span_of(ground, row).start
    negated = row.act == "deny"
    for one in sorted(ground.annotated(row.document).assertions, key=lambda each: (each.start, each.end)):
        if first <= one.start <= first + OPENING and one.end <= row.content[-1].end and (one.negated or negated):
            return frozenset(WORD.findall(ground.text(span_of(ground, row)).casefold()))
    return frozenset()


def tells_of(ground: Ground, yes: Statement, row: Statement) -> bool:
    """Does an account tell of the very deed that a reply denies, in the same or another word for it?"""
    told = frozenset(WORD.findall(words_of(ground, yes).casefold()))
    denied = denied_words(ground, row)
    return any(words & told and words & denied for words in load_tables().deeds.values())


def find_answered(ground: Ground, before: Sequence[Statement], row: Statement) -> Statement | None:
    """The last thing another side was quoted as saying; for a denial of blame, the accusation of who denies."""
    side, text = side_of(ground, row), ground.linked.documents[row.document].text
    if UNTOLD.search(words_of(ground, row)):
        return find_announced(ground, before, row)
    blame = is_blame(ground, row, " ".join(text[span.start : span.end] for span in row.cue))
    for one in sorted(before, key=lambda each: (-each.content[-1].end, each.content[0].start, each.id)):
        far = place(row) - one.content[-1].end
        if far < 0 or one.negated or one.act not in TELLING or BACK.fullmatch(words_of(ground, one)):
            continue
        if far > (ACCUSED if blame else NEAR):
            return None
        if side_of(ground, one) == side:
            if blame:
                continue
            return None  # one who goes on speaking answers somebody further up, and it is not sure whom
        if blame and not (one.act == "accuse" and names(ground, one, row)):
            continue
        if blame:
            return one
        if not is_plain_assertion(words_of(ground, one)) or not is_clause(ground, one):
            return None
        thing = NO_SUCH.search(words_of(ground, row))
        return (
            one
            if thing is None
            or thing["thing"] is None
            or far <= CLOSE
            or is_of_kind(words_of(ground, one), thing["thing"])
            else None
        )
    return None


def find_announced(ground: Ground, before: Sequence[Statement], row: Statement) -> Statement | None:
    """What another side said would happen, where whoever says it was not asked names the same place or people."""
    told = read_words(words_of(ground, row)).names
    for one in sorted(before, key=lambda each: (-each.content[-1].end, each.content[0].start, each.id)):
        words = words_of(ground, one)
        if place(row) - one.content[-1].end > ACCUSED:
            return None
        ahead = one.act in TELLING and not one.negated and AHEAD.search(words) and is_plain_assertion(words)
        if ahead and side_of(ground, one) != side_of(ground, row) and read_words(words).names & told:
            return one
    return None


def is_clause(ground: Ground, row: Statement) -> bool:
    """Does a statement begin by saying that something is so (and not with "criticism of a report that …")?"""
    first, last = row.content[0].start, row.content[-1].end
    starts = (one.start for one in ground.annotated(row.document).assertions if first <= one.start < last)
    return any(start - first <= OPENING for start in starts)


def is_of_kind(words: str, thing: str) -> bool:
    """Do words tell of a call, a promise or whatever thing there was no such of?"""
    told, noun = read_words(words).content, thing.casefold()
    if noun in PROMISES:
        return bool(AHEAD.search(words))
    return bool(read_words(thing).content & told or load_tables().contacts.get(noun, frozenset()) & told)


def names(ground: Ground, accusation: Statement, row: Statement) -> bool:
    """Does an accusation name the side that denies?"""
    side = side_of(ground, row)
    first, last = accusation.content[0].start, accusation.content[-1].end
    return any(
        first <= one.start < last and ground.side(ground.actor(row.document, one.actor)) == side
        for one in ground.annotated(row.document).mentions
    )


def build_rifts(
    ground: Ground, kind: DisputeKind, yes: Statement, no: Statement, after: Sequence[Statement]
) -> Iterator[Rift]:
    """The rift of what was said and the reply, and that with the words in which the reply is put."""
    one, other = ground.name(yes.source.actor or yes.id), ground.name(no.source.actor or no.id)
    what = "Not confirmed" if kind == "unconfirmed" else "Denied"
    reason = f"{what} by {other}: what {one} said just before."
    first = voice_of(ground, yes, span_of(ground, yes))
    end = max(span.end for span in (*no.content, *no.cue))
    whole = Evidence(document=no.document, start=place(no), end=end)
    spans = [
        span_of(ground, no) if NO_SUCH.search(words_of(ground, no)) else whole,
        *(span_of(ground, row) for row in own_words(ground, yes, no, after)),
    ]
    for span in spans:
        # "denied this" says less than the words in which it is put
        sides = (first, replace(voice_of(ground, no, span), value=shorten(ground.text(spans[-1]))))
        yield Rift(about=yes.id, kind=kind, facet=None, sides=sides, reasons=(reason,))


def own_words(ground: Ground, yes: Statement, no: Statement, after: Sequence[Statement]) -> list[Statement]:
    """What the same side says right after its reply, or is quoted as saying without a word between."""
    stop = max(span.end for span in (*no.content, *no.cue, *no.source.spans))
    found = []
    for row in after[:3]:
        far, same = row.content[0].start - stop, side_of(ground, row) == side_of(ground, no) or is_organ(ground, row)
        quoted = row.kind == "direct" and far <= CLOSELY and side_of(ground, row) != side_of(ground, yes)
        if not row.negated and 0 <= far <= AFTER and (same or quoted):
            found.append(row)
    return found[:1]


def is_organ(ground: Ground, row: Statement) -> bool:
    """Is the source a ministry or an army of which nothing tells whose: right after a reply it is the replier's."""
    name, actor = ground.name(row.source.actor or row.id), row.source.actor
    return ground.side(actor) == actor and name.casefold().split()[-1] in load_tables().tally_words["organs"]


def voice_of(ground: Ground, row: Statement, span: Evidence) -> Voice:
    """A statement's side in a rift."""
    return Voice(shorten(ground.text(span)), row.source.actor or row.id, row.id, span, row.said)
