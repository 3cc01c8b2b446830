"""Charges that the accused deny: "He was charged with fraud. He denies the charges."

The charge is told by the text and is nobody's statement; who brought it is cited where the clause says so, else the
outlet that tells of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.reply_kinds import DENIAL, place, words_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said
    from onrecord.records import Statement

REACH = 350
"""Characters from a charge to its denial."""
CHARGING = frozenset({"charge", "indict"})
CHARGES = re.compile(r"(?:the|all|both|all the|all of the|these|those|such) (?:charges?|counts?)[.,;]?", re.IGNORECASE)
PASSIVE = re.compile(
    r"^\W*(?:charged|indicted)\b|\b(?:was|were|been|being|is|are)\b[^,;]*\b(?:charged|indicted)\b", re.I
)
BY = re.compile(r"\bby\b")


def find_denied_charges(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of a charge and the denial of those charged."""
    charges: dict[str, list[Said]] = {}
    for one in said:
        if one.assertion.predicate in CHARGING and not one.assertion.negated:
            charges.setdefault(one.document, []).append(one)
    for name in sorted(charges):
        for row in ground.spoken.get(name, ()):
            charge = find_charge(ground, charges[name], row)
            if charge is not None:
                yield build_rift(ground, charge, row)


def find_charge(ground: Ground, charges: Sequence[Said], row: Statement) -> Said | None:
    """The last charge before a denial, of who denies it."""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if row.source.actor is None or row.negated or not DENIAL.search(cue):
        return None
    if not CHARGES.fullmatch(words_of(ground, row)):
        return None
    near = [one for one in charges if 0 <= place(row) - one.assertion.end <= REACH]
    last = max(near, key=lambda one: (one.assertion.end, one.assertion.start), default=None)
    return last if last is not None and is_charged(ground, last, row.source.actor) else None


def is_charged(ground: Ground, one: Said, actor: str) -> bool:
    """Is an actor named in the sentence of a charge, before its end?"""
    text = ground.linked.documents[one.document].text
    start = max(text.rfind(mark, 0, one.assertion.start) for mark in (". ", "\n", "? ", "! "))
    return (
        any(
            start < each.start < one.assertion.end and ground.actor(one.document, each.actor) == actor
            for each in ground.annotated(one.document).mentions
        )
        and find_accuser(ground, one) != actor
    )


def find_accuser(ground: Ground, one: Said) -> str | None:
    """Who brings a charge: the subject of "charged him", the agent of "was charged by"."""
    text = ground.text(one.evidence)
    if not PASSIVE.search(text):
        return one.subject_actor
    by = BY.search(text)
    start = one.assertion.start + by.end() if by is not None else one.assertion.end
    for each in ground.annotated(one.document).mentions:
        if start <= each.start <= min(start + len(" the "), one.assertion.end):
            return ground.actor(one.document, each.actor)
    return None


def build_rift(ground: Ground, charge: Said, row: Statement) -> Rift:
    """The rift of a charge and its denial."""
    accuser = find_accuser(ground, charge) or ground.original(charge.document)
    denial = Evidence(document=row.document, start=place(row), end=max(span.end for span in row.content))
    denier = row.source.actor or row.id
    return Rift(
        about=row.id,
        kind="denial",
        facet=None,
        sides=(
            Voice(shorten(ground.text(charge.evidence)), accuser, accuser, charge.evidence, charge.when),
            Voice(shorten(ground.text(denial)), denier, row.id, denial, row.said),
        ),
        reasons=(f"{ground.name(denier)} denies the charges that the text tells of.",),
    )
