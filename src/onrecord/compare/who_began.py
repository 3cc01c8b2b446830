"""Who fired first: "soldiers from Tyria opened fire" against "Tyrian troops returned fire after a Hesperian patrol shot
first". Each account names both sides, and each says that the other one began.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.ground import CALENDAR, gap, known
from onrecord.compare.likeness import NEGATOR
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

WINDOW = 3
"""Days between two accounts of one shooting."""
PREFIX = 5
"""Letters by which "Tyria" and "Tyrian" are one."""
REACH = 60
"""Characters from who began to the word that says so."""
WITHOUT = re.compile(r"\bwithout (?:any )?(?:provocation|warning|reason)\b|\bunprovoked\b", re.IGNORECASE)
BEGAN = re.compile(
    r"\b(?:opened fire|(?:fired|shot|shooting|firing|attacked|struck) first|fired the first shots?|"
    r"(?:started|began) (?:the )?(?:shooting|firing|fighting|clash(?:es)?|exchange))\b",
    re.IGNORECASE,
)
BACK = re.compile(r"\b(?:returned fire|fired back|shot back|retaliated|answered (?:the )?fire)\b", re.IGNORECASE)
OPEN = re.compile(r"\b(?:if|would|could|may|might|will|should|whether)\b|\?")
NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{3,}")


@dataclass(frozen=True, slots=True)
class Account:
    """A shooting as one source tells of it: who began, and the names in it, each by its first letters."""

    row: Statement
    evidence: Evidence
    began: str
    names: frozenset[str]


def find_who_began(ground: Ground) -> Iterator[Rift]:
    """Rifts of two accounts of one shooting that each name another side as the first."""
    found = [
        one for row in sorted(ground.linked.statements, key=lambda one: one.id) for one in [read_account(ground, row)]
    ]
    accounts = [one for one in found if one is not None]
    for n, a in enumerate(accounts):
        for b in accounts[n + 1 :]:
            if a.began != b.began and {a.began, b.began} <= a.names & b.names and is_one(ground, a, b):
                yield build_rift(ground, *sorted((a, b), key=lambda one: (one.evidence, one.row.id)))


def read_account(ground: Ground, row: Statement) -> Account | None:
    """Who a statement says began; None where it does not say so, or tells of it with a "not"."""
    if not row.content or row.negated or row.act in ("ask", "deny", "demand", "predict"):
        return None
    whole = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
    words = ground.text(whole)
    plain = WITHOUT.sub(" ", words)
    if NEGATOR.search(plain) or OPEN.search(plain):
        return None
    names = [(one.start(), one.group()[:PREFIX].casefold()) for one in NAME.finditer(words) if one[0] not in CALENDAR]
    at, back = BEGAN.search(words), BACK.search(words)
    if at is None:
        return None
    before = [name for start, name in names if at.start() - REACH <= start < at.start()]
    answered = [name for start, name in names if back is not None and start < back.start()]
    if not before or (back is not None and before[-1] in answered):
        return None
    own = [one.group()[:PREFIX].casefold() for one in NAME.finditer(row.source.text or "")]
    return Account(row, whole, before[-1], frozenset({*own, *(name for _, name in names)}))


def is_one(ground: Ground, a: Account, b: Account) -> bool:
    """One shooting, told by two sides: of the same days, with a name beside those of the two sides in common."""
    sides = [(ground.side(one.row.source.actor) or ground.source_side(one.row)) for one in (a, b)]
    days = [ground.days(one.evidence) for one in (a, b)]
    if sides[0] == sides[1] or (known(days[0]) and known(days[1]) and gap(*days) > 0):
        return False
    told = [one.row.said if known(one.row.said) else ground.published(one.row.document) for one in (a, b)]
    return gap(*told) <= WINDOW and bool((a.names & b.names) - {a.began, b.began})


def build_rift(ground: Ground, a: Account, b: Account) -> Rift:
    """The rift of two accounts."""
    rows = [(one.row, one.evidence, one.row.source.actor or one.row.id) for one in (a, b)]
    voices = [Voice(shorten(ground.text(span)), holder, row.id, span, row.said) for row, span, holder in rows]
    names = [ground.name(one.holder) for one in voices]
    return Rift(
        about=a.row.id,
        kind="value",
        facet="initiator",
        sides=(voices[0], voices[1]),
        reasons=(f"{names[0]} and {names[1]} each say that the other side began.",),
    )
