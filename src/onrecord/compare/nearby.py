"""Which accounts can speak of a promise at all: an index over the clauses of a record, so that each is judged by few.

A clause is near a promise when it shares a word or number with it, is by or about its party, or is itself a promise,
order or breach. The rules that settle promises look at nothing else, so that the index changes no result.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.compare.commitment_words import load_acts
from onrecord.compare.words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.commitments import Promised
    from onrecord.compare.denials import Said
    from onrecord.compare.ground import Ground


class Nearby:
    """An index of clauses by their words and parties."""

    def __init__(self, ground: Ground, said: Sequence[Said]) -> None:
        self.said = said
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_party: dict[str, list[int]] = defaultdict(list)
        self.always: list[int] = []
        bound = load_acts().bound
        for at, one in enumerate(said):
            read = read_words(ground.text(one.evidence))
            for word in one.words | read.content | read.numbers | read.names:
                self.by_word[word].append(at)
            for party in {one.subject, one.subject_actor, *one.parties} - {None}:
                self.by_party[str(party)].append(at)
            if one.assertion.predicate in bound:
                self.always.append(at)

    def find(self, group: Sequence[Promised]) -> list[Said]:
        """The clauses near the mentions of one promise, in their own order."""
        found = set(self.always)
        for one in group:
            read = read_words(one.text)
            for word in one.words | read.content | read.numbers | read.names:
                found.update(self.by_word.get(word, ()))
            for party in {one.side, one.actor} - {None}:
                found.update(self.by_party.get(str(party), ()))
        return [self.said[at] for at in sorted(found)]
