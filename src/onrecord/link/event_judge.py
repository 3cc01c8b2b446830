"""What is found of two groups of accounts: the constraint that forbids them to be one, and the evidence weighed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.link.deeds import share_news
from onrecord.link.event_conflicts import find_conflict
from onrecord.link.event_evidence import Weights, weigh, weigh_shared
from onrecord.link.event_groups import Group, World
from onrecord.link.event_prints import Prints
from onrecord.linked import Local
from onrecord.memo import digest

Judged = dict[tuple[str, str], tuple[float, str | None, Weights]]
"""Pair of group keys -> score, the constraint that forbids it, and the evidence weighed."""


@dataclass(slots=True)
class Judge:
    """Says what speaks against and for two groups; what it has found of a pair once it does not look for again."""

    world: World
    shared_events: Mapping[tuple[str, str], int] = field(default_factory=dict)
    prints: Prints | None = None
    printed: dict[tuple[Local, ...], bytes] = field(default_factory=dict)
    known: dict[tuple[tuple[Local, ...], tuple[Local, ...]], tuple[str | None, Weights]] = field(default_factory=dict)

    def __call__(self, a: Group, b: Group) -> tuple[str | None, Weights]:
        """The constraint that forbids the two to be one, if any, and the evidence weighed."""
        pair = (a.locals, b.locals)
        if pair not in self.known:
            self.known[pair] = self._recall(a, b)
        conflict, weights = self.known[pair]
        return conflict, [*weights, *weigh_shared(a, b, self.shared_events)]

    def _recall(self, a: Group, b: Group) -> tuple[str | None, Weights]:
        """What an earlier run has found of the two, unless anything that it depends on has changed."""
        world = self.world
        if self.prints is None:  # within one document the pairs are too quickly judged to be kept
            return find_conflict(a, b, world), weigh(a, b, world)
        parting = world.constraints.find_parting(a.locals, b.locals)
        key = digest(self._print(a), self._print(b), parting, share_news(a, b, world))
        return world.memo.recall(
            "pair of event accounts", key, lambda: (find_conflict(a, b, world), weigh(a, b, world))
        )

    def _print(self, group: Group) -> bytes:
        if group.locals not in self.printed and self.prints is not None:
            self.printed[group.locals] = self.prints.print_accounts(group.accounts) + self.prints.print_documents(
                [group]
            )
        return self.printed[group.locals]
