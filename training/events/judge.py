"""How the network does on articles kept back: words found, their types, and the parties pointed at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import torch

from onrecord.annotate.event_tagger import ROLES, SIZES
from training.events.corpus import FAMILIES
from training.precision import autocast

if TYPE_CHECKING:
    from training.events.corpus import Example
    from training.events.network import Network

OTHER = SIZES[0] - 1
THRESHOLDS = (0.3, 0.4, 0.5, 0.6)


def judge(network: Network, examples: list[Example]) -> list[str]:
    """Lines of precision, recall and F1 at some thresholds; a word counts as right where readers marked that word."""
    network.eval()
    lines = []
    for threshold in THRESHOLDS:
        counts: Counter[str] = Counter()
        for one in examples:
            count(network, one, threshold, counts)
        kinds = counts["kind"] / max(counts["events hit"], 1)
        figured = "; ".join(f"{name} {figures(counts, name)}" for name in (*FAMILIES, *ROLES))
        lines.append(f"at {threshold}: right type {kinds:.2f}; {figured}")
    return lines


def figures(counts: Counter[str], name: str) -> str:
    """Precision, recall and F1 of one thing counted."""
    hit, told, gold = (counts[f"{name} {part}"] for part in ("hit", "told", "gold"))
    return f"{hit / max(told, 1):.2f} {hit / max(gold, 1):.2f} {2 * hit / max(told + gold, 1):.3f}"


def count(network: Network, one: Example, threshold: float, counts: Counter[str]) -> None:
    """Count what is seen in one window against its rows; parties at the words that readers marked."""
    first = torch.tensor(one.first)
    with torch.no_grad(), autocast():
        scores, query, key, _ = (part[0, first].float() for part in network(torch.tensor([one.ids])))
    kinds, _, stances, bound = (part.softmax(-1) for part in scores.split(SIZES, dim=-1))
    sure = (1 - kinds[:, 0] - kinds[:, OTHER], 1 - stances[:, 0], bound[:, 1])
    events = {row.word: row for row in one.rows if row.family == 0 and set(row.kinds) != {OTHER - 1}}
    for family, name in enumerate(FAMILIES):
        gold = set(events) if family == 0 else {row.word for row in one.rows if row.family == family}
        found = set((sure[family] >= threshold).nonzero().flatten().tolist())
        counts.update({f"{name} hit": len(found & gold), f"{name} told": len(found), f"{name} gold": len(gold)})
        if family == 0:
            counts["kind"] += sum(int(kinds[at, 1:OTHER].argmax()) in events[at].kinds for at in found & gold)
    if not one.rows:
        return
    rows = torch.tensor([row.word for row in one.rows])
    with torch.no_grad():
        likely = network.link_scores(query[rows], key, first[rows], first).sigmoid()
    for at, row in enumerate(one.rows):
        for role in (2 * row.family, 2 * row.family + 1):
            gold = {word for number, words in row.parties if number == role for word in words}
            found = set((likely[role, at] >= threshold).nonzero().flatten().tolist())
            name = ROLES[role]
            counts.update({f"{name} hit": len(found & gold), f"{name} told": len(found), f"{name} gold": len(gold)})
