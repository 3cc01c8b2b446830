"""Score a grouping of items against a gold grouping.

    python benchmarks/cluster_score.py GOLD.json PREDICTED.json

Both files hold one JSON object {item: group}; only the grouping counts, not the names of the groups. Items of the gold
that the prediction lacks count as groups of their own; items that the gold lacks are left out.

Measures: B-cubed (Bagga & Baldwin 1998), pairwise, MUC (Vilain et al. 1995), CEAF-e (Luo 2005), their CoNLL mean, and
the share of gold groups of two or more that are found exactly.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Grouping = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision and recall, each from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def align(gold: Grouping, predicted: Grouping) -> dict[str, Hashable]:
    """The prediction for exactly the items of the gold; those it lacks stand alone."""
    return {item: predicted.get(item, ("alone", item)) for item in gold}


def find_groups(grouping: Grouping) -> list[frozenset[str]]:
    """The groups as sets, in the order of their first items."""
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for item in sorted(grouping):
        groups[grouping[item]].add(item)
    return [frozenset(group) for group in groups.values()]


def _count(
    gold: Grouping, predicted: Grouping
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    cells = Counter((gold[item], predicted[item]) for item in gold)
    return cells, Counter(gold.values()), Counter(predicted.values())


def score_b_cubed(gold: Grouping, predicted: Grouping) -> Figure:
    """B-cubed, each item counted once.

    >>> figure = score_b_cubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1})
    >>> round(figure.precision, 3), figure.recall
    (0.556, 1.0)
    """
    cells, ours, theirs = _count(gold, predicted)
    total = max(len(gold), 1)
    precision = sum(n * n / theirs[p] for (_, p), n in cells.items()) / total
    recall = sum(n * n / ours[g] for (g, _), n in cells.items()) / total
    return Figure(precision, recall)


def score_pairs(gold: Grouping, predicted: Grouping) -> Figure:
    """Pairs of items that share a group."""
    common, ours, theirs = (sum(n * (n - 1) // 2 for n in each.values()) for each in _count(gold, predicted))
    return Figure(common / theirs if theirs else float(not ours), common / ours if ours else float(not theirs))


def score_muc(gold: Grouping, predicted: Grouping) -> Figure:
    """Links that a grouping keeps of the other's groups."""

    def share(one: Grouping, other: Grouping) -> float:
        groups = find_groups(one)
        kept = sum(len(group) - len({other[item] for item in group}) for group in groups)
        links = sum(len(group) - 1 for group in groups)
        return kept / links if links else 0.0

    return Figure(share(predicted, gold), share(gold, predicted))


def score_ceaf(gold: Grouping, predicted: Grouping) -> Figure:
    """CEAF-e: groups matched one to one so that their likeness is greatest."""
    ours, theirs = find_groups(gold), find_groups(predicted)
    if not ours:
        return Figure(0.0, 0.0)
    table = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in theirs] for a in ours])
    best = sum(table[i, j] for i, j in assign(table))
    return Figure(float(best) / len(theirs), float(best) / len(ours))


def assign(gains: "np.ndarray[tuple[int, int], np.dtype[np.float64]]") -> list[tuple[int, int]]:
    """Best one-to-one assignment (Hungarian method, Jonker's shortest augmenting paths)."""
    if gains.shape[0] > gains.shape[1]:
        return [(i, j) for j, i in assign(gains.T)]
    rows, columns = gains.shape
    u, v = np.zeros(rows + 1), np.zeros(columns + 1)
    match, way = np.zeros(columns + 1, int), np.zeros(columns + 1, int)
    for i in range(1, rows + 1):
        match[0], j0 = i, 0
        low, used = np.full(columns + 1, np.inf), np.zeros(columns + 1, bool)
        while match[j0]:
            used[j0] = True
            i0 = match[j0]
            slack = -gains[i0 - 1] - u[i0] - v[1:]
            better = ~used[1:] & (slack < low[1:])
            low[1:][better], way[1:][better] = slack[better], j0
            j1 = int(np.where(used[1:], np.inf, low[1:]).argmin()) + 1
            delta = low[j1]
            u[match[used]] += delta
            v[used] -= delta
            low[~used] -= delta
            j0 = j1
        while j0:
            match[j0], j0 = match[way[j0]], way[j0]
    return [(int(match[j]) - 1, j - 1) for j in range(1, columns + 1) if match[j]]


def score(gold: Grouping, predicted: Grouping) -> dict[str, float]:
    """All measures of one prediction, rounded to four places."""
    predicted = align(gold, predicted)
    b_cubed, muc, ceaf = (measure(gold, predicted) for measure in (score_b_cubed, score_muc, score_ceaf))
    several = [group for group in find_groups(gold) if len(group) > 1]
    found = set(find_groups(predicted))
    figures = {
        "b_cubed_precision": b_cubed.precision,
        "b_cubed_recall": b_cubed.recall,
        "b_cubed_f1": b_cubed.f1,
        "pairwise_f1": score_pairs(gold, predicted).f1,
        "conll_f1": (b_cubed.f1 + muc.f1 + ceaf.f1) / 3,
        "exact": sum(group in found for group in several) / len(several) if several else 0.0,
    }
    return {name: round(value, 4) for name, value in figures.items()}


def main() -> None:
    """Read both groupings and print the measures."""
    parser = argparse.ArgumentParser(description="Score a grouping of items against a gold grouping.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    options = parser.parse_args()
    gold, predicted = (json.loads(path.read_text(encoding="utf-8")) for path in (options.gold, options.predicted))
    print(json.dumps(score(gold, predicted), indent=1))


if __name__ == "__main__":
    main()
