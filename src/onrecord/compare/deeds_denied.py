"""One text tells of a deal, a promise or an offer; another says that there was none: "Kestra had given no undertaking".

The two share no verb. What holds them together is the kind of deed (`[none_of]` in `vocab/disputes.toml`), the party
that is said to have done it, and a third thing: the same matter, or that the denial names who told of it. What is
denied before it is told may only have come about since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.compare.ground import gap, known
from onrecord.compare.likeness import NEGATOR
from onrecord.compare.postings import find_pairs
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, read_words, shorten, stem
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement, When

WINDOW = 4
"""Days from a telling to its denial."""
SENTENCE = re.compile(r"[.!?][\"”’']*\s+|\n+")
PIECE = re.compile(
    r"[;:]|, (?:and|but|while|although)\b|\band (?=has\b|had\b|have\b|was\b|were\b|that\b)|\bbut\b|\bwhile\b"
)
OPEN = re.compile(r"\b(?:[Ww]ould|could|may|might|should|must|can|cannot|[Ww]ill)\b")
WHERE = re.compile(r"\b(?:in|at|near|to|from|outside|of)\s+(?:the )?$", re.IGNORECASE)
PAIR = re.compile(
    r"\b(?:(?:the|their) two (?:sides|countries|states|companies|firms|groups|leaders|men|women|ministers|"
    r"governments|parties|delegations|neighbours|capitals)|"
    r"both (?:sides|countries|leaders|governments|parties|companies)|the two)\b",
    re.IGNORECASE,
)
TELLING = frozenset({"state", "report", "announce", "accuse", "confirm", "promise", "agree"})
DENYING = frozenset({"state", "deny", "confirm", "announce", "accuse", "report"})
IF = re.compile(r"\b(?:if|unless|until|whether|better than|hopes?|hoped)\b|\?", re.IGNORECASE)
SUCH = re.compile(r"\b(?:such|nothing of the (?:sort|kind))\b", re.IGNORECASE)
""" "No such promise" answers what its own text has just told of."""
ANY = re.compile(r"\b(?:any|an?) ", re.IGNORECASE)
PLANNED = "planned"
"""The family of which what is told lies ahead."""
MET = "met"
"""The family of which both must be named."""
LIGHT = frozenset(
    stem(word)
    for word in (
        "anything", "nothing", "any", "anybody", "nobody", "yet", "held", "given", "made", "received", "reached",
        "exists", "ever", "side", "sides", "done", "took", "taken", "word", "there", "two", "both",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Account:
    """A deed as one side tells of it, or as another denies it.

    Attributes:
        sides: Whom the voice speaks for: its side and the parties in its description, by name.
        lone: Of who speaks it is not known for whom ("the interior minister").
        parties: The parties named in its clause.
        named: The parties and places named in its sentence.
        matter: The content words of its clause without those of the deed and of names.
        pair: It is told of "the two sides", without their names.
    """

    family: str
    row: Statement
    evidence: Evidence
    voice: str
    sides: frozenset[str]
    lone: bool
    parties: frozenset[str]
    named: frozenset[str]
    matter: frozenset[str]
    names: frozenset[str]
    pair: bool


@lru_cache(maxsize=1)
def load_families() -> dict[str, tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]]:
    """Family -> what tells of the deed, what denies it, and the families that a denial of it denies too."""
    return {
        name: (any_of(told), any_of(denied), frozenset({name, *others}))
        for name, (told, denied, others) in load_tables().none_of.items()
    }


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern of any of some phrases."""
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def find_denied_deeds(ground: Ground) -> Iterator[Rift]:
    """Rifts of a deed that one side tells of in one text, and another side denies in another."""
    told, denied = [], []
    for row in sorted(ground.linked.statements, key=lambda one: one.id):
        if row.content and not row.negated:
            told += list(read_told(ground, row)) if row.act in TELLING else []
            denied += list(read_denied(ground, row)) if row.act in DENYING else []
    families = load_families()
    keys = [[one.family] for one in told] + [sorted(families[one.family][2]) for one in denied]
    for n, m in find_pairs(keys):
        if n < len(told) <= m and answers(ground, told[n], denied[m - len(told)]):
            yield build_rift(ground, told[n], denied[m - len(told)])


def pieces_of(ground: Ground, row: Statement) -> Iterator[Evidence]:
    """The clauses of a statement."""
    text = ground.linked.documents[row.document].text
    for span in row.content:
        start = span.start
        for cut in (*PIECE.finditer(text, span.start, span.end), None):
            stop = cut.start() if cut is not None else span.end
            if text[start:stop].strip():
                yield Evidence(document=row.document, start=start, end=stop)
            start = cut.end() if cut is not None else stop


def read_told(ground: Ground, row: Statement) -> Iterator[Account]:
    """The deeds that a statement tells of as done, and the meetings that it says will be."""
    for piece in pieces_of(ground, row):
        words = ground.text(piece)
        if NEGATOR.search(words) or IF.search(words):
            continue
        ahead = OPEN.search(words)
        for name, (told, _, _) in sorted(load_families().items()):
            found = told.search(words) if not ahead or name == PLANNED else None
            if found is not None:
                yield build_account(ground, row, piece, name, told.sub(" ", words))


def read_denied(ground: Ground, row: Statement) -> Iterator[Account]:
    """The deeds that a statement says were not done."""
    for piece in pieces_of(ground, row):
        words = ground.text(piece)
        if OPEN.search(words) or IF.search(words) or SUCH.search(words):
            continue
        if row.act == "deny" and not NEGATOR.search(words):
            words = ANY.sub("no ", words, count=1)
        for name, (_, denied, _) in sorted(load_families().items()):
            if denied.search(words):
                yield build_account(ground, row, piece, name, denied.sub(" ", words))


def build_account(ground: Ground, row: Statement, piece: Evidence, family: str, rest: str) -> Account:
    """An account of one clause; `rest` is the clause without the words of the deed."""
    text, tables = ground.linked.documents[row.document].text, load_tables()
    voice = row.source.actor or row.id
    side = (ground.side(row.source.actor) if row.source.actor else None) or ground.source_side(row)
    described = [parties_in(ground, row.document, one.start, one.end) for one in row.source.spans]
    own = name_of(ground, row.source.actor) if row.source.actor else side
    sides = frozenset({own}).union(*described)
    actors = {ground.actor(row.document, one.actor) for one in ground.annotated(row.document).mentions}
    called = frozenset(word for each in actors if each for word in read_words(ground.name(each)).content)
    read = read_words(rest)
    return Account(
        family=family,
        row=row,
        evidence=piece,
        voice=voice,
        sides=sides,
        lone=len(sides) == 1 and side in (voice, ground.source_side(row)),
        parties=parties_in(ground, row.document, piece.start, piece.end),
        named=parties_in(ground, row.document, *sentence_of(text, piece), places=True),
        matter=read.content - called - read.names - tables.titles - tables.generic - LIGHT - calendar(),
        names=read.names - tables.titles - calendar(),
        pair=bool(PAIR.search(ground.text(piece))),
    )


def calendar() -> frozenset[str]:
    """Days and months as plain forms."""
    return frozenset(stem(word) for word in load_tables().tally_words["calendar"])


def sentence_of(text: str, piece: Evidence) -> tuple[int, int]:
    """Where the sentence of a clause begins and ends."""
    start = max((one.end() for one in SENTENCE.finditer(text, 0, piece.start)), default=0)
    found = SENTENCE.search(text, piece.end)
    return start, found.start() if found is not None else len(text)


def parties_in(ground: Ground, document: str, start: int, end: int, *, places: bool = False) -> frozenset[str]:
    """The names of the parties in a stretch of text; those of places where a thing was done only if asked for."""
    text, found = ground.linked.documents[document].text, set()
    for one in ground.annotated(document).mentions:
        actor = ground.actor(document, one.actor)
        if actor is None or not start <= one.start < end:
            continue
        if places or ground.actors[actor].kind != "place" or not WHERE.search(text, max(0, one.start - 10), one.start):
            found.add(name_of(ground, actor))
    return frozenset(found)


def name_of(ground: Ground, actor: str) -> str:
    """A party by its name: a state that another text has as a place is still the same."""
    return ground.name(ground.side(actor) or actor).casefold()


def cast_of(ground: Ground, document: str) -> frozenset[str]:
    """The names of those whom a document names, and its capitalised words."""
    return frozenset(ground.name(one).casefold() for one in ground.cast(document))


def answers(ground: Ground, yes: Account, no: Account) -> bool:
    """Does a denial deny just what was told: of the same party, the same matter, and not before it was told?"""
    if yes.sides & no.sides or yes.voice == no.voice or yes.row.document == no.row.document:
        return False  # what the same text sets against it is found by the rules for replies
    days = gap(when_of(ground, yes), when_of(ground, no))
    if days > WINDOW or not was_before(ground, yes, no):
        return False
    if no.family == MET:  # of whom it is said that they met
        return len((no.parties | no.sides) & yes.parties) > 1 and not yes.parties - no.parties - no.sides - yes.sides
    other = (yes.parties - no.parties - no.sides - yes.sides, no.parties - yes.parties - yes.sides - no.sides)
    if all(other) and not yes.pair:
        return False  # of somebody else
    same = yes.matter & no.matter
    if len(no.matter - same) > len(same):
        return False  # of something else
    return concerns(ground, yes, no, same) and is_tied(ground, yes, no, same, days)


def was_before(ground: Ground, yes: Account, no: Account) -> bool:
    """Had the deed been told when it was denied, or is it told of a day before that?"""
    first, then = ground.published(yes.row.document), ground.published(no.row.document)
    if (then.latest or "") >= (first.earliest or ""):
        return True
    done = ground.days(yes.evidence).latest
    return bool(done and then.earliest and done[:10] < then.earliest[:10])


def when_of(ground: Ground, one: Account) -> When:
    """When it was said, else printed."""
    return one.row.said if known(one.row.said) else ground.published(one.row.document)


def concerns(ground: Ground, yes: Account, no: Account, same: frozenset[str]) -> bool:
    """Is who denies, or who is said not to have done it, a party of what was told?"""
    doers = (no.parties | no.sides) - yes.sides
    if doers & yes.parties or (yes.pair and doers & cast_of(ground, yes.row.document)):
        return True
    if not no.lone:
        return False
    # a minister of whom it is not said whose, in a text that names who is said to have done it
    cast = cast_of(ground, no.row.document)
    both = yes.pair and yes.sides & cast and (cast_of(ground, yes.row.document) & cast) - yes.sides
    return bool(both) or (bool(same) and bool((yes.parties - yes.sides) & cast))


def is_tied(ground: Ground, yes: Account, no: Account, same: frozenset[str], days: int) -> bool:
    """Does a third thing hold the two together: the matter, a name, or that the denial speaks of who told it?"""
    if same or yes.sides & (no.named - no.sides) or (yes.names & no.names):
        return True
    cast = cast_of(ground, no.row.document)
    if days <= 1 and yes.sides & cast:
        return True
    return yes.lone and days <= 1 and bool((no.named - no.sides - no.parties) & cast_of(ground, yes.row.document))


def build_rift(ground: Ground, yes: Account, no: Account) -> Rift:
    """The rift of a telling and a denial."""
    sides = [
        Voice(shorten(ground.text(one.evidence)), one.voice, one.row.id, one.evidence, one.row.said)
        for one in (yes, no)
    ]
    return Rift(
        about=yes.row.id,
        kind="denial",
        facet=None,
        sides=(sides[0], sides[1]),
        reasons=(
            f"{ground.name(yes.voice)} tells of it, {ground.name(no.voice)} says that there was nothing of the kind.",
        ),
    )
