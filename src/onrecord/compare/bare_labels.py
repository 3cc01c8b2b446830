"""Labels of one word ("the law", "participate"): what they can stand for, and what they cannot.

A bare word names a proposal only beside other words: of its own text, or of the days around it in the same affair; the
head of the wider label must be that word ("law" for "a gun law", never for "law enforcement funds"), and there must be
but one such label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.affairs import FULL, KIN
from onrecord.compare.ground import gap
from onrecord.compare.words import HEAD, core, head_of, load_tables, read_words, stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.proposals import Stanced

NEAR_DAYS = 21
"""A bare word ("a ceasefire") means the proposal of the days around it."""
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "any", "all"})
BESIDE = 4
"""Other words among those of a label that the wider one has as one phrase ("a deal on the release of hostages")."""


def is_bare(label: str) -> bool:
    """Is all that a label names one common word?"""
    words = read_words(label)
    return len(core(words)) == 1 and not words.numbers and label == label.lower()


def score_bare(ground: Ground, a: Stanced, b: Stanced) -> float:
    """How sure it is that a label of one word names the proposal of another that has that word."""
    left, right = (core(read_words(one.mention.label)) for one in (a, b))
    if a.document != b.document and not (is_near(ground, a, b) or (left == right and not is_bare(a.mention.label))):
        return 0.0
    if left == right:
        return 1.0
    small, large = (a, b) if len(left) == 1 else (b, a)
    whole = large.mention.label
    meant = core(read_words(small.mention.label)) <= read_words(head_of(whole)).content
    return 0.7 if meant and not acts(whole) and are_alike(small.mention.label, head_of(whole)) else 0.0


def are_alike(label: str, head: str) -> bool:
    """ "The deal" may be a nuclear agreement; "the settlements" are none, though a settlement is."""
    own = {stem(one.casefold()) for one in label.split()}
    return stem(head) in own or label.endswith("s") == head.endswith("s")


def acts(label: str) -> bool:
    """ "lift the ban", "boycott firms": what is done to a thing, and not the thing."""
    phrase = HEAD.split(label.casefold(), maxsplit=1)[0].split()
    return bool({*phrase[1:]} & ARTICLES) or (len(phrase) > 1 and phrase[0] in load_tables().opposed["reversed"])


def is_near(ground: Ground, a: Stanced, b: Stanced) -> bool:
    """Are two texts of the same days and of one affair?"""
    if gap(ground.published(a.document), ground.published(b.document)) > NEAR_DAYS:
        return False
    mine, theirs = ground.cast(a.document), ground.cast(b.document)
    return min(len(mine), len(theirs)) < FULL or len(mine & theirs) >= KIN


def drop_vague(
    clusters: Sequence[Sequence[Stanced]], score_of: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The pairs without those of a bare label that two things can be: "the law" beside a gun law and a tax law."""
    partners: dict[int, list[int]] = {}
    for n, m in sorted(score_of):
        for one, other in ((n, m), (m, n)):
            if not clusters[one][0].event and is_bare(clusters[one][0].mention.label):
                partners.setdefault(one, []).append(other)
    vague = {
        one
        for one, others in partners.items()
        if any((x, y) not in score_of for at, x in enumerate(others) for y in others[at + 1 :])
    }
    return {pair: score for pair, score in score_of.items() if not vague & {*pair}}


def stands_together(words: frozenset[str], label: str) -> bool:
    """Does a label have some words as one phrase ("settlement building"), and not here one and there another?"""
    roots = [core(read_words(one)) & words for one in label.replace("-", " ").split()]
    places = [at for at, found in enumerate(roots) if found]
    reach = len(words) + BESIDE
    return any(words <= frozenset().union(*roots[at : at + reach]) for at in places)
