"""Words of replies that do not repeat what they answer: "denied this", "no such promise", "dismissed it as fiction"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.likeness import NEGATOR, is_plain_assertion
from onrecord.compare.said import plain
from onrecord.compare.words import load_tables
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Set

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

KINDS = {"conversation": "call", "trip": "visit"}
SAME_SENTENCE = 60
"""Characters between what is said and the denial that "but" sets against it."""
RELATIVE = re.compile(r"^(?:who|which)\b")
WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
OPENING = 40
"""Characters at the head of a statement within which its clause begins."""
WORD = re.compile(r"[a-z]+")
_DETERMINER = "(?:the|that|this|these|those|such)"
_CONTACT = (
    r"(?:the|that|this|any|any such|such an?) (?P<contact>call|conversation|meeting|talks|visit|trip) "
    r"(?:ever |had ever |had )?(?:happened|occurred|took place|taken place)[.,;]?"
)
HELD = re.compile(_CONTACT, re.IGNORECASE)
""" "Denies that the call took place": of a contact that was told of just before."""
BACK = re.compile(
    rf"(?:(?:this|that|it|so|{_DETERMINER} (?:claims?|accusations?|allegations?|accounts?|assertions?|"
    r"reports?|versions?|statements?|suggestions?|charges?))[.,;]?|"
    rf"{_DETERMINER} (?:claims?|accusations?|allegations?|assertions?|reports?|suggestions?|charges?) as \S.*|"
    r"(?:it|that|this) (?:ever |had ever |had )?(?:happened|occurred|took place)[.,;]?|"
    r"(?:that )?(?:it|that|this) (?:is|was|had been) (?:so|true|the case)[.,;]?|"
    rf"{_CONTACT}|"
    r"(?:this|that|it) as [\"“‘']?(?:\w+ )?(?:false|untrue|baseless|groundless|unfounded|absurd|nonsense|lies?|fiction|"
    r"inventions?|invented|fabrications?|fabricated|propaganda|slander|fantasy)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
EITHER = re.compile(
    r"(?:either|the|that|this|those|these|any of the|any) "
    r"(?P<thing>dates?|days?|figures?|numbers?|tolls?|counts?)[.,;]?",
    re.IGNORECASE,
)
""" "Has not confirmed either date": of what another side has just said with a date or a number in it."""
DATES = frozenset({"date", "dates", "day", "days"})
DENIAL = re.compile(r"\b(?:den(?:y|ie)|reject|refut|disput|dismiss|contradict|rebut)", re.IGNORECASE)
BLAME = re.compile(
    r"(?:(?:any |all )?(?:responsibility|involvement|wrongdoing|blame|guilt|such (?:role|part))|any (?:role|part) in|"
    r"(?:ever )?[a-z]{2,}ing|"
    r"(?:it|he|she|they) (?:had )?(?:did|done) anything wrong)\b",
    re.IGNORECASE,
)
CONTRAST = re.compile(r"[\s,;:.”\"’'—–-]*(?:but|although|though|while|yet|however)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"(?:(?:that|it|he|she|they|there|any|having|being|this)\b|(?:ever )?[a-z]{2,}ing\b|"
    r"(?:the|those|these) (?:claims?|accusations?|allegations?|charges?|reports?)\b)",
    re.IGNORECASE,
)
""" "… was a swap, but the ministry denied doing a deal": a deed or a word is denied, no request and no entry."""
_CLAIMS = r"(?:claims?|accusations?|allegations?|charges?|reports?|suggestions?|rumou?rs?|stor(?:y|ies)|articles?)"
_UNTRUE = (
    r"(?:not (?:true|so|the case|accurate|correct)|untrue|false|wrong|inaccurate|incorrect|lies|nonsense|baseless|"
    r"groundless|unfounded|fabricated|rubbish|hogwash|(?:an? )?(?:[\w-]+ )?[\"“‘']?(?:lie|falsehood|distortion|"
    r"mischaracteri[sz]ation|misrepresentation|exaggeration|fabrication|misreading))"
)
COMMENT = re.compile(
    rf"(?:to )?comment(?: \w+)? (?:on|about) (?:(?:the|those|these|such|media|recent) )*{_CLAIMS}\b(?! by| from)",
    re.IGNORECASE,
)
""" "Declined to comment on reports that the chief had been fired": they stay unconfirmed."""
FALSE = re.compile(
    r"[\"“‘'—–\s]*(?:not so|not true|untrue|nonsense|wrong|"
    rf"(?:that|this|it)(?:['’]s| is| was) (?:\w+ly |just )?(?:never the case|[\"“‘']?{_UNTRUE})|"
    r"(?:that|this|it) (?:is|was)n['’]t (?:\w+ly )?(?:true|so|the case|accurate|correct|what happened)|"
    rf"(?:the|those|these|such|all(?: the| these)?) {_CLAIMS} (?:is|are|was|were) (?:\w+ly |all |just )?{_UNTRUE}|"
    rf"there (?:is|was) (?:absolutely )?no (?:truth|basis|merit|substance) (?:to|in|for) "
    rf"(?:it|that|this|(?:the|those|these|such) {_CLAIMS}))\b",
    re.IGNORECASE,
)
""" "That was never so", "this is a distortion", "the charges were false", "there is no truth in these reports"."""
HABIT = re.compile(
    r"\b(?:always|repeatedly|long|consistently|previously|steadfastly|regularly|earlier)\b", re.IGNORECASE
)
NO_SUCH = re.compile(r"\b(?:no|never any) such (?P<thing>\w+)|\bnothing of the (?:sort|kind)\b", re.IGNORECASE)
ANY_SUCH = re.compile(r"\bany such (?P<thing>\w+)", re.IGNORECASE)
UNAWARE = re.compile(r"\b(?:unaware|not aware|no knowledge|knew nothing|never heard) of any such\b", re.IGNORECASE)
""" "He was unaware of any such quarrel"."""
UNTOLD = re.compile(
    r"\b(?:(?:not|never)(?: yet)? (?:been )?(?:consulted|informed|asked|notified|invited|approached)|"
    r"(?:knew|knows) nothing (?:of(?! any such)|about)|(?:was|were|is|are) unaware of(?! any such))\b",
    re.IGNORECASE,
)


def place(row: Statement) -> int:
    """Where a statement begins, cue and source included."""
    return min(span.start for span in (*row.content, *row.cue, *row.source.spans))


def words_of(ground: Ground, row: Statement) -> str:
    """What is said."""
    return ground.text(span_of(ground, row)).strip(" \"“”‘’'")


def span_of(ground: Ground, row: Statement) -> Evidence:
    """Where it stands, without a "that" before it."""
    whole = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    text = ground.text(whole)
    lead = len("that ") if text.startswith("that ") and not BACK.fullmatch(text) else 0
    return Evidence(document=row.document, start=whole.start + lead, end=whole.end)


def kind_of(ground: Ground, row: Statement) -> DisputeKind | None:
    """What kind of reply a statement is, if it is one."""
    words, text = words_of(ground, row), ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if HABIT.search(text[place(row) : row.content[0].start]):
        return None  # answers no single claim
    if EITHER.fullmatch(words):
        return "unconfirmed" if row.act == "confirm" and row.negated else None
    if BACK.fullmatch(words):
        if row.act == "confirm" and row.negated:
            return "unconfirmed"
        return "denial" if DENIAL.search(cue) and not row.negated else None
    if row.negated and COMMENT.match(words):
        return "unconfirmed"
    before = text[max(0, place(row) - len("Not so, ")) : place(row)].rsplit("\n", 1)[-1].strip()
    if UNTOLD.search(words.partition(". ")[0]) and not row.negated:
        return "unconfirmed"
    whole = text[row.content[0].start : row.content[-1].end]  # "that" may be what was false
    if FALSE.match(words) or FALSE.match(whole) or FALSE.fullmatch(before.rstrip(" ,:—–")):
        return "denial"
    return "denial" if find_no_such(row, words) or is_blame(ground, row, cue) else None


def is_blame(ground: Ground, row: Statement, cue: str) -> bool:
    """ "Denied responsibility", "denied any involvement", "denied making such deliveries"."""
    return bool(DENIAL.search(cue) and BLAME.match(words_of(ground, row))) and not row.negated


def find_no_such(row: Statement, words: str) -> re.Match[str] | None:
    """ "There was no such promise", "denied that any such promise had been made"."""
    denied = row.act == "deny" or UNAWARE.search(words)
    return NO_SUCH.search(words) or (ANY_SUCH.search(words) if denied and not row.negated else None)


def is_contrasted(ground: Ground, before: Statement, row: Statement) -> bool:
    """ "A said that it was a swap, but B denied doing a deal": a denial set against what was said."""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    between = text[before.content[-1].end : place(row)]
    return (
        row.act == "deny"
        and not row.negated
        and bool(DENIAL.search(cue))
        and len(between) <= SAME_SENTENCE
        and ". " not in between
        and bool(CONTRAST.match(between))
        and bool(CLAUSE.match(text, row.content[0].start))
    )


def tells_plainly(words: str, deed: Set[str]) -> bool:
    """Is a deed told of without a "no" before its word ("assured her that he would not …")?"""
    for match in WORD.finditer(words.casefold()):
        if match.group() in deed:
            return not NEGATOR.search(words[: match.start()])
    return False


def is_plain(ground: Ground, one: Statement) -> bool:
    """Was a plain assertion made? "A cell without daylight" is one: a reply to it repeats no word of it."""
    words = WITHOUT.sub(" ", words_of(ground, one))
    if len(one.content) > 1:
        words = RELATIVE.sub("", words)  # "who, the ministry says, has been kept there"
    return is_plain_assertion(words)


def is_clause(ground: Ground, row: Statement) -> bool:
    """Does a statement begin by saying that something is so (and not with "criticism of a report that …")?"""
    first, last = row.content[0].start, row.content[-1].end
    for one in ground.annotated(row.document).assertions:
        own = one.start >= first or (one.end > first and ground.statement(row.document, one.statement) == row)
        if own and one.start < last and one.start - first <= OPENING:
            return True
    return False


def is_contact(words: str, noun: str) -> bool:
    """Do words tell plainly of a call or a meeting, by its noun or one of its verbs?"""
    verbs = load_tables().contacts.get(KINDS.get(noun, noun), frozenset())
    told = {plain(word) for word in WORD.findall(words.casefold())}
    return is_plain_assertion(words) and bool(told & {plain(word) for word in (*verbs, noun)})
