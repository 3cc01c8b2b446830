"""What is found of two groups of accounts: the constraint that forbids them to be one, and the evidence weighed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.link.deeds import share_news
from onrecord.link.event_conflicts import find_conflict
from onrecord.link.event_evidence import Weights, weigh, weigh_participants, weigh_shared
from onrecord.link.event_groups import Group, World
from onrecord.link.event_prints import Prints
from onrecord.linked import Local
from onrecord.memo import digest

T = TypeVar("T")

Judged = dict[tuple[str, str], tuple[float, str | None, Weights]]
"""Pair of group keys -> score, the constraint that forbids it, and the evidence weighed (in part where one does)."""


Pair = tuple[tuple[Local, ...], tuple[Local, ...]]
Verdict = tuple[str | None, Weights]


@dataclass(slots=True)
class Judge:
    """Says what speaks against and for two groups; what it has found of a pair once it does not look for again."""

    world: World
    shared_events: Mapping[tuple[str, str], int] = field(default_factory=dict)
    prints: Prints | None = None
    printed: dict[tuple[Local, ...], bytes] = field(default_factory=dict)
    sifted: dict[Pair, Verdict] = field(default_factory=dict)

    def __call__(self, a: Group, b: Group) -> Verdict:
        """The constraint that forbids the two to be one, if any, and the evidence weighed."""
        conflict, weights = self._recall_sifted(a, b)
        if conflict is not None:
            weights = self._recall("evidence in spite of a conflict", a, b, lambda: weigh(a, b, self.world))
        return conflict, [*weights, *weigh_shared(a, b, self.shared_events)]

    def sift(self, a: Group, b: Group) -> Verdict:
        """The same, but where a constraint forbids the two to be one only what speaks of who took part is weighed."""
        conflict, weights = self._recall_sifted(a, b)
        if conflict is not None or not self.shared_events:
            return conflict, weights
        return conflict, [*weights, *weigh_shared(a, b, self.shared_events)]

    def _recall_sifted(self, a: Group, b: Group) -> Verdict:
        pair = (a.locals, b.locals)
        known = self.sifted.get(pair)
        if known is None:
            known = self._recall("pair of event accounts", a, b, lambda: self._sift(a, b))
            self.sifted[pair] = known
        return known

    def _sift(self, a: Group, b: Group) -> Verdict:
        conflict = find_conflict(a, b, self.world)
        return conflict, (weigh if conflict is None else weigh_participants)(a, b, self.world)

    def _recall(self, kind: str, a: Group, b: Group, make: Callable[[], T]) -> T:
        """What an earlier run has found of the two, unless anything that it depends on has changed."""
        if self.prints is None:  # within one document the pairs are too quickly judged to be kept
            return make()
        parting = self.world.constraints.find_parting(a.locals, b.locals)
        news = share_news(a, b, self.world)
        key = self._print(a) + self._print(b)
        return self.world.memo.recall(kind, digest(key, parting, news) if parting or news else key, make)

    def _print(self, group: Group) -> bytes:
        if group.locals not in self.printed and self.prints is not None:
            self.printed[group.locals] = digest(
                self.prints.print_accounts(group.accounts), self.prints.print_documents([group])
            )
        return self.printed[group.locals]
