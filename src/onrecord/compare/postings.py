"""Which things hold a key: an inverted index, so that each account is held against few and not against all.

The index leaves out only what the rule that asks could not accept, so that it changes no result, only the work.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence


class Postings:
    """For each key the numbers of the things that hold it, in order."""

    def __init__(self) -> None:
        """An empty index."""
        self.holders: dict[Hashable, list[int]] = defaultdict(list)

    def add(self, at: int, keys: Iterable[Hashable]) -> None:
        """Enter a thing under its keys; things are entered in their order."""
        for key in keys:
            self.holders[key].append(at)

    def of(self, key: Hashable) -> Sequence[int]:
        """The things that hold a key."""
        return self.holders.get(key, ())

    def find(self, keys: Collection[Hashable], least: int = 1) -> set[int]:
        """The things that may hold so many of the keys, and none that holds fewer of them is missed.

        A thing with `least` of the keys holds one of the rarer ones even if it holds all the commonest (prefix
        filtering, Chaudhuri et al. 2006): the postings of the commonest `least - 1` keys need not be read.
        """
        lists = sorted((self.holders[key] for key in set(keys) if key in self.holders), key=len)
        return set().union(*lists[: max(0, len(lists) - least + 1)])


def find_pairs(keys: Iterable[Iterable[Hashable]]) -> list[tuple[int, int]]:
    """The pairs of things that share a key, each once, in order.

    Args:
        keys: The keys of each thing.

    >>> find_pairs([["a", "b"], ["b"], ["a", "c"], ["d"]])
    [(0, 1), (0, 2)]
    """
    index = Postings()
    for at, own in enumerate(keys):
        index.add(at, set(own))
    held = (one for one in index.holders.values() if len(one) > 1)
    return sorted({(i, j) for one in held for n, i in enumerate(one) for j in one[n + 1 :]})
