"""Merges and splits that contradict each other: pair by pair the later one wins, and the earlier one is told so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from onrecord.corrections.constraints import Joined, Parted
from onrecord.corrections.rows import Correction
from onrecord.linked import Local


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRuling:
    """What one merge or split says of local things: all of `some` are one, or none of them is one of `others`.

    `sides` are the things merged, each with those of `some` that it had.
    """

    correction: Correction
    some: tuple[Local, ...]
    others: tuple[Local, ...] = ()
    sides: tuple[tuple[Local, ...], ...] = ()

    @property
    def joins(self) -> bool:
        """Is it a merge?"""
        return self.correction.kind != "split"


@dataclass(slots=True)
class PairTable:
    """Which local things are one and which are not, as far as it is settled.

    Attributes:
        groups: Local -> all that are one with it, itself included.
        apart: Local -> those it is not one with, each with the correction that says so.
        refused: Id of a correction -> how many of its pairs did not hold, and of how many.
    """

    groups: dict[Local, set[Local]] = field(default_factory=dict)
    apart: dict[Local, dict[Local, Correction]] = field(default_factory=dict)
    joined_by: dict[Local, Correction] = field(default_factory=dict)
    refused: dict[str, tuple[int, int]] = field(default_factory=dict)

    def group(self, one: Local) -> set[Local]:
        """All that are one with it."""
        return self.groups.setdefault(one, {one})

    def may_join(self, a: Local, b: Local) -> bool:
        """Does nothing keep the two and all that are one with them apart?"""
        theirs = self.group(b)
        return not any(other in theirs for one in self.group(a) for other in self.apart.get(one, ()))

    def join(self, ruling: PairRuling) -> None:
        """Make things one, as far as nothing settled before keeps them apart."""
        refused = 0
        for at, one in enumerate(ruling.some[1:], start=1):
            home = next((other for other in ruling.some[:at] if self.may_join(one, other)), None)
            if home is None:
                refused += 1
                continue
            united = self.group(one) | self.group(home)
            for member in united:
                self.groups[member] = united
                self.joined_by.setdefault(member, ruling.correction)
        asked = len(ruling.some) - 1
        held = any(
            other in self.group(one)
            for side, later in combinations(ruling.sides, 2)
            for one, other in product(side, later)
        )
        # What was one before the merge may still be one: nothing of the merge itself is left then.
        self.refused[ruling.correction.id] = (refused if held or not ruling.sides else asked, asked)

    def part(self, ruling: PairRuling) -> None:
        """Keep things apart that nothing settled before has made one."""
        pairs = list(product(ruling.some, ruling.others))
        free = [(a, b) for a, b in pairs if b not in self.group(a)]
        for a, b in free:
            self.apart.setdefault(a, {}).setdefault(b, ruling.correction)
            self.apart.setdefault(b, {}).setdefault(a, ruling.correction)
        self.refused[ruling.correction.id] = (len(pairs) - len(free), len(pairs))


def settle_pairs(rulings: Sequence[PairRuling]) -> PairTable:
    """Settle merges and splits.

    Args:
        rulings: In the order they were made.
    """
    table = PairTable()
    for ruling in reversed(rulings):
        if ruling.joins:
            table.join(ruling)
        else:
            table.part(ruling)
    return table


def find_overruling(ruling: PairRuling, rulings: Sequence[PairRuling]) -> Correction | None:
    """The first later ruling of the other kind about two of the same things."""
    mine = {*ruling.some, *ruling.others}
    at = rulings.index(ruling)
    for later in rulings[at + 1 :]:
        if later.joins != ruling.joins and len(mine & {*later.some, *later.others}) > 1:
            return later.correction
    return None


def build_joined(table: PairTable) -> tuple[Joined, ...]:
    """The groups of more than one, in order."""
    groups = {min(group): group for group in table.groups.values() if len(group) > 1}
    return tuple(Joined(members=frozenset(groups[key]), by=table.joined_by[key].author) for key in sorted(groups))


def build_parted(table: PairTable, rulings: Sequence[PairRuling]) -> tuple[Parted, ...]:
    """The splits that hold, each with all that is one with its parts."""
    found = []
    for ruling in rulings:
        if ruling.joins:
            continue
        held = [(a, b) for a, b in product(ruling.some, ruling.others) if b not in table.group(a)]
        out = frozenset(one for a, _ in held for one in table.group(a))
        rest = frozenset(one for _, b in held for one in table.group(b))
        if out:
            found.append(Parted(out=out, rest=rest, by=ruling.correction.author))
    return tuple(found)


def build_apart(table: PairTable) -> dict[Local, dict[Local, str]]:
    """For each thing those it is not one with, with all that is one with either."""
    apart: dict[Local, dict[Local, str]] = {}
    for a, others in sorted(table.apart.items()):
        for b, correction in sorted(others.items()):
            for one, other in product(sorted(table.group(a)), sorted(table.group(b))):
                apart.setdefault(one, {}).setdefault(other, correction.author)
    return apart
