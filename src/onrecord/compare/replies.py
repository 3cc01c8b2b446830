"""Replies that do not repeat what they answer: "denied this", "did not confirm that", "Not so, said A".

The statement before, by another side, is what is answered; what whoever replies says right after ("… and said that it
had been tested") is cited with the reply. Without a plain assertion near before it, a reply answers nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.compare.accusations import accuses_other
from onrecord.compare.counts import find_counts
from onrecord.compare.ground import known
from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.reply_kinds import (
    BACK,
    DATES,
    EITHER,
    HELD,
    NO_SUCH,
    OPENING,
    UNTOLD,
    find_no_such,
    is_blame,
    is_clause,
    is_contact,
    is_contrasted,
    is_plain,
    kind_of,
    place,
    span_of,
    tells_plainly,
    words_of,
)
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

NEAR = 450
"""Characters from what is said to the reply."""
ACCUSED = 900
"""The same from an accusation to its denial."""
CLOSELY = 6
"""Characters between a reply and a quotation that puts it in words, whoever is named for it."""
AFTER = 60
"""Characters from a reply to the words in which it is put."""
BUT = re.compile(r"\b(?:but|though|although|yet|while)\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
PROMISES = frozenset({"undertaking", "promise", "pledge", "commitment", "assurance", "guarantee", "vow"})
AHEAD = re.compile(r"\b(?:will|would|shall|promised|pledged|vowed)\b|['’]ll\b", re.IGNORECASE)
ACCUSATIONS = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
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
            if yes is None and at and is_contrasted(ground, ordered[at - 1], row):
                kind = "denial"
                yes = find_fitting(ground, [ordered[at - 1]], row, NEAR, lambda one: is_told(ground, one))
            if kind is None and at and grants(ground, ordered[at - 1], row):
                kind, yes = "denial", find_answered(ground, ordered[: at - 1], row)
                yes = yes if yes is not None and tells_of(ground, yes, row) else None
            if kind is not None and yes is not None:
                yield from build_rifts(ground, kind, yes, row, ordered[at + 1 :])
                yield from build_named(ground, kind, yes, row, ordered[:at])


def is_told(ground: Ground, one: Statement) -> bool:
    """Does a statement say plainly, and from its start, that something is so?"""
    return is_plain(ground, one) and is_clause(ground, one)


def side_of(ground: Ground, row: Statement) -> str:
    """The party that a statement speaks for."""
    return ground.side(row.source.actor) or ground.source_side(row)


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
    side, text, words = side_of(ground, row), ground.linked.documents[row.document].text, words_of(ground, row)
    found, sought = find_sought(ground, before, row)
    if found is not None or sought:
        return found
    blame = is_blame(ground, row, " ".join(text[span.start : span.end] for span in row.cue))
    for one in nearest_first(before):
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
        if not is_told(ground, one) or accuses_other(ground, one, side):
            return None
        thing = thing_of(row, words)
        return one if thing is None or far <= CLOSE or is_of_kind(words_of(ground, one), thing) else None
    return None


def find_sought(ground: Ground, before: Sequence[Statement], row: Statement) -> tuple[Statement | None, bool]:
    """What a reply with words of its own answers, and whether it can answer nothing else.

    "Was not consulted" answers who told of a plan, "has not confirmed either date" who gave dates, "there was no such
    promise" who told of one.
    """
    words, told = words_of(ground, row), load_tables().deeds["promised"]
    if UNTOLD.search(words):
        names = read_words(words).names
        return find_fitting(ground, before, row, ACCUSED, lambda one: is_announced(ground, one, names)), True
    either = EITHER.fullmatch(words)
    if either is not None:
        if either["thing"].casefold() in DATES:
            return find_fitting(ground, before, row, NEAR, lambda one: known(ground.days(span_of(ground, one)))), True
        return find_fitting(ground, before, row, NEAR, lambda one: bool(find_counts(words_of(ground, one)))), True
    if BACK.fullmatch(words) and ACCUSATIONS.search(words):
        side = side_of(ground, row)
        mine = find_fitting(
            ground, before, row, ACCUSED, lambda one: one.act == "accuse" and not accuses_other(ground, one, side)
        )
        return mine, False
    contact = HELD.fullmatch(words)
    if contact is not None:
        kind = contact["contact"].casefold()
        return find_fitting(ground, before, row, NEAR, lambda one: is_contact(words_of(ground, one), kind)), True
    if thing_of(row, words) not in PROMISES:
        return None, False
    return find_fitting(ground, before, row, NEAR, lambda one: tells_plainly(words_of(ground, one), told)), False


def find_fitting(
    ground: Ground, before: Sequence[Statement], row: Statement, reach: int, fits: Callable[[Statement], bool]
) -> Statement | None:
    """The nearest thing that another side was quoted as saying, and that fits."""
    for one in nearest_first(before):
        far = place(row) - one.content[-1].end
        if far > reach:
            return None
        other = far >= 0 and side_of(ground, one) != side_of(ground, row)
        if other and one.act in TELLING and not one.negated and fits(one):
            return one
    return None


def nearest_first(rows: Sequence[Statement]) -> list[Statement]:
    """Statements from the last to the first; of two that end together, the one that holds the other."""
    return sorted(rows, key=lambda each: (-each.content[-1].end, each.content[0].start, each.id))


def thing_of(row: Statement, words: str) -> str | None:
    """What there was "no such" of."""
    found = find_no_such(row, words)
    return found.groupdict()["thing"].casefold() if found is not None and found.groupdict()["thing"] else None


def is_announced(ground: Ground, one: Statement, names: frozenset[str]) -> bool:
    """Does a statement say what will happen, to places or people that a reply names?"""
    words = words_of(ground, one)
    return bool(AHEAD.search(words) and is_plain_assertion(words) and read_words(words).names & names)


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


def build_named(
    ground: Ground, kind: DisputeKind, yes: Statement, no: Statement, before: Sequence[Statement]
) -> Iterator[Rift]:
    """ "… an assurance that Ada Moreau says she was given": the place that names what there was no such of, if not the
    answered words themselves: it counts as words of whom it names.
    """
    thing, told = thing_of(no, words_of(ground, no)), load_tables().deeds["promised"]
    if thing not in PROMISES or tells_plainly(words_of(ground, yes), told):
        return
    for one in nearest_first(before):
        span = replace(span_of(ground, one), start=place(one))
        if place(no) - span.end > NEAR:
            return
        if one != yes and one.source.actor in (None, yes.source.actor) and has_mention(ground, span, yes.source.actor):
            if tells_plainly(ground.text(span), told):
                sides = (voice_of(ground, yes, span), voice_of(ground, no, span_of(ground, no)))
                yield Rift(about=yes.id, kind=kind, facet=None, sides=sides, reasons=())
            return


def has_mention(ground: Ground, span: Evidence, actor: str | None) -> bool:
    """Is an actor mentioned in a stretch of text?"""
    found = ground.annotated(span.document).mentions
    return actor is not None and any(
        span.start <= one.start < span.end and ground.actor(span.document, one.actor) == actor for one in found
    )


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
