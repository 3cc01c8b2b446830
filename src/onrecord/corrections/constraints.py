"""What corrections demand of `link`: which local actors and events are one, which are not, what they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.linked import Local
from onrecord.records import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Local things that are one, and who says so."""

    members: frozenset[Local]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Local things that are not one with those of `rest`; what is in neither stays with the rest."""

    out: frozenset[Local]
    rest: frozenset[Local]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """The demands, free of contradictions.

    Attributes:
        joined_actors, parted_actors: Of local actors; applied to the groups that linking made.
        joined_events: Of local event mentions; they start as one group.
        parted_events: Local event mention -> those it must never share a group with, each with who says so.
        actor_names, event_labels: Local -> the name or label its actor or event has.
        event_days: Local event mention -> when its event was or is to be.
    """

    joined_actors: tuple[Joined, ...] = ()
    parted_actors: tuple[Parted, ...] = ()
    joined_events: tuple[Joined, ...] = ()
    parted_events: Mapping[Local, Mapping[Local, str]] = field(default_factory=dict)
    actor_names: Mapping[Local, str] = field(default_factory=dict)
    event_labels: Mapping[Local, str] = field(default_factory=dict)
    event_days: Mapping[Local, When] = field(default_factory=dict)

    def find_parting(self, some: Iterable[Local], others: Iterable[Local]) -> str | None:
        """Who says that two groups of event mentions are not one, if anybody."""
        if not self.parted_events:
            return None
        theirs = set(others)
        for one in some:
            for other, by in self.parted_events.get(one, {}).items():
                if other in theirs:
                    return by
        return None


NO_CONSTRAINTS = Constraints()
