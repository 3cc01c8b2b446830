"""Which stances are on one proposal: the same planned event, or labels that say the same.

Agglomeration by complete linkage (Defays 1977) in a fixed order: stances on one event first, then labels from the most
alike pair down; numbers and names that clash keep two apart whatever the words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.chronology import intersect
from onrecord.compare.bare_labels import drop_vague, is_bare, score_bare, stands_together
from onrecord.compare.ground import gap
from onrecord.compare.postings import Postings, find_pairs
from onrecord.compare.words import core, cosine, names_clash, numbers_clash, read_vector, read_words
from onrecord.identity import build_id
from onrecord.records import Evidence, Proposal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotations import StanceMention
    from onrecord.compare.ground import Ground

ALIKE = 0.6
VECTOR = 0.8
ROOM = 1e-3
BLOCK = 1024
"""Labels whose embeddings are held against those of others at once."""
CONTACT_DAYS = 7
MORE = "more than "

EXCLUSIVE = tuple(
    frozenset(one.split())
    for one in (
        "unilateral bilateral multilateral un international",
        "full partial",
        "temporary permanent",
        "conditional unconditional",
        "voluntary mandatory compulsory",
        "direct indirect",
        "military economic diplomatic",
        "federal state local municipal",
    )
)
"""Words of which a proposal can have but one."""


@dataclass(frozen=True, slots=True)
class Stanced:
    """A stance mention in its document, with the event it is on."""

    document: str
    index: int
    mention: StanceMention
    event: str | None


def gather_stances(ground: Ground) -> tuple[Stanced, ...]:
    """All stance mentions of the record, in order of document and text."""
    found = []
    for name in sorted(ground.linked.annotated):
        for index, mention in enumerate(ground.annotated(name).stances):
            event = None if mention.event is None else ground.linked.event_of.get((name, mention.event))
            found.append(Stanced(name, index, mention, event))
    return tuple(found)


def likeness(ground: Ground, a: Stanced, b: Stanced) -> float:
    """How sure it is, from 0 to 1, that two labels name one proposal."""
    left, right = read_words(a.mention.label), read_words(b.mention.label)
    if numbers_clash(left, right) or names_clash(left, right) or qualifiers_clash(a.mention.label, b.mention.label):
        return 0.0
    first, second = core(left), core(right)
    shared = first & second
    if not shared:
        return 0.0
    if ordering(a.mention.label) != ordering(b.mention.label):
        return 0.0
    if (a.mention.stance == "denies") != (b.mention.stance == "denies") and first != second and len(shared) < 2:
        return 0.0  # what is denied is mostly a deed, not a proposal
    score = len(shared) / len(first | second)
    if min(len(first), len(second)) == 1:
        return score_bare(ground, a, b)
    if first <= second or second <= first:
        small, large = (a, b) if first <= second else (b, a)
        if not stands_together(core(read_words(small.mention.label)), large.mention.label):
            return 0.0
        score = max(score, 0.9)
    vector = cosine(a.mention.embedding, b.mention.embedding)
    if vector >= VECTOR:
        score = max(score, vector)
    return score


def qualifiers_clash(a: str, b: str) -> bool:
    """ "Unilateral sanctions" and "UN sanctions", "a full truce" and "a partial truce": two proposals."""
    left, right = (set(re.findall(r"[a-z]+", one.lower())) for one in (a, b))
    return any(left & kinds and right & kinds and not left & right & kinds for kinds in EXCLUSIVE)


def contact_likeness(ground: Ground, a: Sequence[Stanced], b: Sequence[Stanced]) -> float:
    """How sure it is that two planned contacts are one: their mode, days and parties, those with a stance included."""
    left, right = ground.events.get(a[0].event or ""), ground.events.get(b[0].event or "")
    if (
        left is None
        or right is None
        or left.mode != right.mode
        or (left.where and right.where and left.where != right.where)
    ):
        return 0.0
    if left.status == "happened" or right.status == "happened" or intersect(left.when, right.when) is None:
        return 0.0
    sides = [
        {each.actor for each in event.participants}
        | {actor for one in group if (actor := ground.actor(one.document, one.mention.actor))}
        for event, group in ((left, a), (right, b))
    ]
    near = any(
        gap(ground.published(one.document), ground.published(other.document)) <= CONTACT_DAYS
        for one in a
        for other in b
    )
    return 0.8 if near and len(sides[0] & sides[1]) >= 2 else 0.0


def ordering(label: str) -> tuple[str, ...]:
    """For "X before Y" and "X first" the words of X, so that opposite orders are two; "more than X" is not X."""
    if label.startswith(MORE):
        return (MORE,)
    for mark in (" before ", " first"):
        head, found, _ = f"{label} ".partition(mark)
        if found:
            return tuple(sorted(core(read_words(head))))
    return ()


def find_contact_pairs(ground: Ground, clusters: Sequence[Sequence[Stanced]]) -> list[tuple[int, int]]:
    """The pairs of planned contacts that share their mode and a party: those that can be one."""
    keys: list[list[tuple[str | None, str]]] = []
    for group in clusters:
        event = ground.events.get(group[0].event or "")
        own = {actor for one in group if (actor := ground.actor(one.document, one.mention.actor))}
        parties = own | {each.actor for each in event.participants} if event is not None else set()
        keys.append([(event.mode, actor) for actor in parties] if event is not None else [])
    return find_pairs(keys)


def find_label_pairs(clusters: Sequence[Sequence[Stanced]]) -> set[tuple[int, int]]:
    """The pairs of labels with a word in common that `likeness` can take for one.

    Most of their words are the same, or the one has all words of the other, or their embeddings are near.
    """
    labelled = [at for at, group in enumerate(clusters) if not group[0].event]
    words = {at: core(read_words(clusters[at][0].mention.label)) for at in labelled}
    index = Postings()
    for at in labelled:
        index.add(at, words[at])
    found: set[tuple[int, int]] = set()
    for at in labelled:
        own = words[at]
        alike = index.find(own, math.ceil(ALIKE * len(own) - ROOM))
        # A label with all words of this one, and more, stands with the rarest of them too.
        wider = min((index.of(word) for word in own), key=len, default=())
        for other in {*alike, *wider}:
            common = len(own & words[other])
            if other != at and common and (common >= ALIKE * len(own | words[other]) - ROOM or common == len(own)):
                found.add((min(at, other), max(at, other)))
    for held in index.holders.values():
        found |= find_near_labels(clusters, held)
    return found


def find_near_labels(clusters: Sequence[Sequence[Stanced]], held: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs of some labels whose embeddings are near; a little room is left for rounding."""
    size = max(len(clusters[at][0].mention.embedding) for at in held)
    known = [at for at in held if size and len(clusters[at][0].mention.embedding) == size]
    if len(known) < 2:
        return set()
    stacked = np.stack([read_vector(clusters[at][0].mention.embedding)[0] for at in known]).astype(np.float32)
    stacked /= np.maximum(np.linalg.norm(stacked, axis=1, keepdims=True), 1)
    found: set[tuple[int, int]] = set()
    for first in range(0, len(known), BLOCK):
        near = stacked[first : first + BLOCK] @ stacked.T >= VECTOR - ROOM
        found.update((known[first + i], known[j]) for i, j in zip(*np.nonzero(near), strict=True) if first + i < j)
    return found


def cluster(ground: Ground, items: Sequence[Stanced]) -> list[list[Stanced]]:
    """Group stances by proposal."""
    groups: dict[tuple[str, str], list[Stanced]] = {}
    for one in items:
        key = (
            ("event", one.event)
            if one.event
            else (
                "label",
                "|".join(sorted(read_words(one.mention.label).content | read_words(one.mention.label).numbers))
                + ">"
                + " ".join(ordering(one.mention.label))
                + (one.document if is_bare(one.mention.label) else ""),
            )
        )
        groups.setdefault(key, []).append(one)
    clusters = [groups[key] for key in sorted(groups)]
    score_of = {}
    for n, m in sorted({*find_contact_pairs(ground, clusters), *find_label_pairs(clusters)}):
        if clusters[n][0].event:
            score = contact_likeness(ground, clusters[n], clusters[m])
        else:
            score = likeness(ground, clusters[n][0], clusters[m][0])
        if score >= ALIKE:
            score_of[n, m] = score
    score_of = drop_vague(clusters, score_of)
    home = list(range(len(clusters)))
    members = {n: [n] for n in home}
    for n, m in sorted(score_of, key=lambda pair: (-score_of[pair], pair)):
        a, b = home[n], home[m]
        if a == b:
            continue
        if all((min(x, y), max(x, y)) in score_of for x in members[a] for y in members[b]):
            low, high = min(a, b), max(a, b)
            members[low] += members.pop(high)
            for x in members[low]:
                home[x] = low
    return [[one for n in sorted(members[key]) for one in clusters[n]] for key in sorted(members)]


def build_proposals(
    ground: Ground, items: Sequence[Stanced]
) -> tuple[tuple[Proposal, ...], Mapping[tuple[str, int], str]]:
    """Build the proposals.

    Returns:
        The rows by id, and for each (document, index of stance) the id of its proposal.
    """
    rows: dict[str, Proposal] = {}
    proposal_of: dict[tuple[str, int], str] = {}
    for group in cluster(ground, items):
        event = next((one.event for one in group if one.event), None)
        labels = Counter(one.mention.label for one in group)
        label = min(labels, key=lambda one: (-labels[one], -len(read_words(one).content), one))
        if event is not None and event in ground.events and ground.events[event].label:
            label = ground.events[event].label
        kinds = Counter(one.mention.kind for one in group)
        kind = "event" if event else min(kinds, key=lambda one: (-kinds[one], one))
        evidence = sorted(
            {Evidence(document=one.document, start=one.mention.about.start, end=one.mention.about.end) for one in group}
        )
        name = build_id(
            "pro",
            event or "",
            *(() if event else sorted({f"{one.document}:{one.mention.about.start}" for one in group})),
        )
        rows[name] = Proposal(id=name, label=label, kind=kind, event=event, evidence=tuple(evidence))
        for one in group:
            proposal_of[one.document, one.index] = name
    return tuple(rows[name] for name in sorted(rows)), proposal_of
