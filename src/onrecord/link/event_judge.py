"""What is found of two groups of accounts: the constraint that forbids them to be one, and the evidence weighed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.link.event_conflicts import find_conflict
from onrecord.link.event_evidence import Weights, weigh, weigh_shared
from onrecord.link.event_groups import Group, World
from onrecord.linked import Local

Judged = dict[tuple[str, str], tuple[float, str | None, Weights]]
"""Pair of group keys -> score, the constraint that forbids it, and the evidence weighed."""


@dataclass(slots=True)
class Judge:
    """Says what speaks against and for two groups; what it has found of a pair once it does not look for again."""

    world: World
    shared_events: Mapping[tuple[str, str], int] = field(default_factory=dict)
    known: dict[tuple[tuple[Local, ...], tuple[Local, ...]], tuple[str | None, Weights]] = field(default_factory=dict)

    def __call__(self, a: Group, b: Group) -> tuple[str | None, Weights]:
        """The constraint that forbids the two to be one, if any, and the evidence weighed."""
        pair = (a.locals, b.locals)
        if pair not in self.known:
            self.known[pair] = (find_conflict(a, b, self.world), weigh(a, b, self.world))
        conflict, weights = self.known[pair]
        return conflict, [*weights, *weigh_shared(a, b, self.shared_events)]
