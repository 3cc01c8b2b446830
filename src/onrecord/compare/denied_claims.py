"""A denial as a position against the claim that it answers, wherever in the text that claim stands.

"Critics say the sale broke the law. … The mayor said that no laws were broken.", "her claims of an assault are untrue".
The claim is somebody else's and names who denies it, or his side. It tells of what is denied in the same words, or,
where wrongdoing at large is denied, charges him with a wrong. What answers the words just before it is in
`onrecord.compare.replies`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.accusations import build_rift, span_of, words_of
from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.words import core, load_tables, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.compare.rifts import Rift
    from onrecord.records import Statement

REACH = 2_500
"""Characters between a claim and its denial."""
LEAST = 2
"""Words of what is denied, no names, that the claim must have."""
SHARE = 0.5
STEM = 4
"""Letters that a state's name and its adjective share."""
TELLING = frozenset({"state", "report", "announce", "accuse", "confirm", "warn"})
CLAIM = re.compile(r"\b(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?)\b", re.IGNORECASE)
AT_LARGE = re.compile(
    r"\b(?:wrongdoing|impropriety|misconduct|anything (?:improper|wrong|illegal|unlawful|unethical)|"
    r"(?:break|violate|breach) (?:any )?(?:laws?|rules?|regulations?))\b",
    re.IGNORECASE,
)
WRONG = re.compile(
    r"\b(?:illegal\w*|unlawful\w*|crim(?:es?|inal\w*)|felon(?:y|ies)|fraud\w*|brib\w+|corrupt\w*|violat\w+|"
    r"br(?:oke|eak|eaking|oken) (?:the )?(?:laws?|rules?)|misconduct|abus\w+|improper\w*|unethical\w*|harass\w*|"
    r"assault\w*|rap(?:e|ed|ist)|quid pro quo|cover-?up|collu\w+|stole\w*|l(?:ied|ying)|"
    r"cheat\w*|cover(?:ed|ing)? up)\b",
    re.IGNORECASE,
)


def find_denied_claims(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of denials with the claim of another side that they deny."""
    for one in held:
        if one.source.mention.stance != "denies" or one.actor is None:
            continue
        row = find_claim(ground, one)
        if row is not None:
            yield build_rift(ground, one, row)


def find_claim(ground: Ground, one: Held) -> Statement | None:
    """The claim that has the most of what is denied, the nearest of several."""
    label = one.source.mention.label
    own = read_words(ground.name(one.actor or "")).content | load_tables().titles
    matter = core(read_words(CLAIM.sub(" ", label))) - own
    best: tuple[int, int, Statement] | None = None
    for row in others_near(ground, one):
        words = words_of(ground, row)
        if not is_plain_assertion(words) or not is_of(ground, one, row):
            continue
        if AT_LARGE.search(label):
            weight = LEAST if WRONG.search(words) else 0
        else:
            shared = core(read_words(words)) & matter
            weight = len(shared - read_words(words).names) if len(shared) >= SHARE * len(matter) else 0
        far = abs(row.content[0].start - one.source.mention.start)
        if weight >= LEAST and (best is None or (weight, -far) > (best[0], -best[1])):
            best = weight, far, row
    return best[2] if best is not None else None


def others_near(ground: Ground, one: Held) -> list[Statement]:
    """What other sides are quoted as saying in the document of a denial, and not within it."""
    mention, side = one.source.mention, ground.side(one.actor)
    found = []
    for row in ground.spoken.get(one.source.document, ()):
        span = span_of(row)
        apart = span.end <= mention.start or mention.end <= span.start
        other = ground.side(row.source.actor) not in (side, ground.side(one.voice)) and (
            row.source.actor is not None or bool(row.source.text)
        )
        near = abs(span.start - mention.start) <= REACH
        if apart and other and near and not row.negated and row.act in TELLING and row.id != one.statement:
            found.append(row)
    return found


def is_of(ground: Ground, one: Held, row: Statement) -> bool:
    """Does a claim name who denies, or his side, by a name or an adjective ("Chinese vessels")?"""
    span = span_of(row)
    sides = {one.actor, ground.side(one.actor)}
    for mention in ground.annotated(row.document).mentions:
        found = ground.actor(row.document, mention.actor)
        if span.start <= mention.start < span.end and {found, ground.side(found)} & sides:
            return True
    side = ground.actors.get(ground.side(one.actor) or "")
    stem = side.name[:STEM] if side is not None and side.kind == "state" else ""
    return len(stem) == STEM and bool(re.search(rf"\b{re.escape(stem)}", ground.text(span)))
