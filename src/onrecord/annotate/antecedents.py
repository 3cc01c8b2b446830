"""Which earlier (or, in headlines, later) mention in the same document an event mention refers to.

Constraints first: participants, mode, order words, times, places and status must be able to be the same. Then the
best of what is left by identity of parties, mode, place, and nearness.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.chain_limits import is_apart
from onrecord.annotate.deed_chains import may_be_told_again, roles_fit
from onrecord.annotate.drafts import BRIEFED, MUTUAL, TOLD, is_another

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventMode, Role

SPOKEN = frozenset({"conversation", "discussion", "exchange", "chat"})
AHEAD = frozenset({"planned", "proposed", "unconfirmed", "cancelled"})
CLASHING = frozenset(
    {
        frozenset({"call", "meeting"}),
        frozenset({"call", "summit"}),
        frozenset({"call", "visit"}),
        frozenset({"visit", "summit"}),
        frozenset({"visit", "meeting"}),
        frozenset({"visit", "talks"}),
    }
)
THRESHOLD = 1.0
LEAD = 3
"""Sentences at the top of an article in which a mention may be explained only later."""


@dataclass(slots=True)
class Chain:
    """Mentions of one event so far; `start` and `end` are characters: of the first, and of the last."""

    start: int = 0
    end: int = 0
    members: list[int] = field(default_factory=list)
    type: str = ""
    words: set[str] = field(default_factory=set)
    modes: set[EventMode] = field(default_factory=set)
    roles: dict[int, Role] = field(default_factory=dict)
    times: set[int] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    statuses: set[str] = field(default_factory=set)
    orders: set[str] = field(default_factory=set)
    plural: bool = False
    open: bool = True
    delegated: bool = False
    direct: bool = False
    imminent: bool = False

    def add(self, scene: Scene, index: int, draft: Draft) -> None:
        """Take in one more mention."""
        self.start = draft.trigger.start if not self.members else self.start
        self.end = draft.trigger.end
        self.members.append(index)
        self.type = draft.type
        self.words.add(draft.word)
        if draft.mode is not None:
            self.modes.add(draft.mode)
        for actor, role in draft.actors:
            self.roles.setdefault(actor, role)
        self.times |= set(draft.times)
        if draft.where is not None:
            self.places.append(scene.parse.text_of(draft.where).lower())
        if not draft.untold or not self.statuses:
            self.statuses.add(draft.status)
        if draft.order is not None:
            self.orders.add(draft.order)
        self.plural = self.plural or draft.count > 1
        self.open = self.open and draft.open
        self.imminent = self.imminent or draft.imminent
        self.delegated = self.delegated or draft.delegated
        self.direct = self.direct or is_direct(scene, draft)


def is_direct(scene: Scene, draft: Draft) -> bool:
    """Are the persons named the ones who met?"""
    return not draft.delegated and any(scene.actors[actor].kind == "person" for actor, _ in draft.actors)


def link_drafts(scene: Scene, drafts: Sequence[Draft]) -> tuple[list[Chain], list[int | None]]:
    """Chain the mentions of one document.

    Args:
        scene: The document.
        drafts: Mentions in text order.

    Returns:
        The chains, and for each mention the index of the mention it refers to.
    """
    chains: list[Chain] = []
    back: list[int | None] = [None] * len(drafts)
    for index, draft in enumerate(drafts):
        newest = max((max(chain.members) for chain in chains if chain.type == draft.type), default=-1)
        scored = [
            (score(scene, draft, index, chain) + (0.6 if max(chain.members) == newest else 0.0), -place)
            for place, chain in enumerate(chains)
            if may_refer(scene, draft, chain)
        ]
        best = max(scored, default=None)
        if best is not None and best[0] >= THRESHOLD:
            chain = chains[-best[1]]
            back[index] = max(chain.members)
        else:
            chain = Chain()
            chains.append(chain)
        chain.add(scene, index, draft)
    look_ahead(scene, drafts, chains, back)
    return chains, back


def look_ahead(scene: Scene, drafts: Sequence[Draft], chains: list[Chain], back: list[int | None]) -> None:
    """A bare mention at the top ("Tuesday's call comes after …") refers to the first fuller one below."""
    ends = [sent.end for sent in scene.parse.doc.sents]
    top = ends[min(LEAD, len(ends)) - 1] if ends else 0
    for chain in list(chains):
        index = chain.members[0]
        draft = drafts[index]
        named = {actor for actor, _ in draft.actors}
        heading = scene.parse.zone_at(draft.trigger.start) in ("headline", "subhead")
        if len(chain.members) > 1 or len(named) > 1 or draft.light or not (heading or draft.first < top):
            continue
        if draft.count > 1 or not (draft.definite or heading):
            continue
        for other in chains:
            later = next((member for member in other.members if member > index), None)
            if other is chain or later is None or other.plural or len(other.roles) < 2:
                continue
            if draft.order in scene.words.lists["order.apart"] and draft.order not in other.orders:
                continue
            if draft.type != "CONSULT" and draft.word not in other.words:
                continue  # "schoolgirls abducted by A" in a headline is not A's next attack
            if (
                fits(scene, draft, other)
                and named <= set(other.roles)
                and draft.mode in (None, "talks", *other.modes)
                and (named or draft.mode != "talks" or other.modes != {"call"})
                and draft.status not in AHEAD - other.statuses
            ):
                back[index] = later
                other.members.insert(0, index)
                other.times |= chain.times
                chains.remove(chain)
                break


def may_refer(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Can this mention be of the chain's event, as things are worded?"""
    if not fits(scene, draft, chain) or is_apart(scene, draft, chain.end, chain.statuses, dated=bool(chain.times)):
        return False
    named, known = {actor for actor, _ in draft.actors}, set(chain.roles)
    lists = scene.words.lists
    if draft.order in lists["order.apart"] and draft.order not in chain.orders and not draft.counted:
        return False
    if draft.count > 1 or chain.plural:
        return bool(draft.definite and draft.count > 1 and chain.plural and named <= known)
    if draft.light and draft.type == "CONSULT":
        return bool(known) and named <= known and (bool(named) or not draft.delegated)
    if draft.type != "CONSULT":
        once = draft.word in lists["court.once"] and draft.word in chain.words
        if once and named and named == known and not is_another(scene, draft):
            return True  # one is charged, jailed or kidnapped once, unless days are told apart
        return may_be_told_again(draft, chain, draft.trigger.start - chain.end)
    ahead = draft.status in AHEAD
    same_stage = any((status in AHEAD) == ahead for status in chain.statuses)
    if draft.definite:
        return same_stage or not named or named == known
    if chain.imminent and not ahead and named == known:
        return True  # "I will call him right away", and then he did
    if not same_stage or not named:
        return False
    if len(named) < 2:
        return draft.open and named < known and (draft.mode in chain.modes or draft.mode is None)
    return True


def fits(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Nothing speaks against it: type, mode, parties, times, places."""
    if draft.type != chain.type:
        return False
    if draft.mode is not None and any(frozenset({draft.mode, mode}) in CLASHING for mode in chain.modes):
        return False
    if (draft.delegated and chain.direct) or (chain.delegated and is_direct(scene, draft)):
        return False
    if draft.mode == "call" and "talks" in chain.modes and chain.places:
        return False  # talks with a place were no call
    if draft.mode == "talks" and draft.where is not None and "call" in chain.modes:
        return False
    if TOLD in chain.words and draft.word not in SPOKEN and draft.word not in ("call", TOLD):
        return False  # "A told B on Monday" may be meant by "the conversation", not by "the summit"
    if (draft.word == MUTUAL) != (MUTUAL in chain.words) or (draft.word == BRIEFED) != (BRIEFED in chain.words):
        return False
    if draft.mode is None and chain.modes == {"visit"}:
        return False
    named, known = {actor for actor, _ in draft.actors}, set(chain.roles)
    if (
        three_sided(draft.word) != any(three_sided(word) for word in chain.words)
        and (named or known)
        and (len(known) == 2 or len(named) == 2)
    ):
        return False
    if draft.type != "CONSULT":
        if not roles_fit(scene, draft, chain):
            return False
    elif not parties_fit(scene, named, known, open_=draft.open and named < known):
        return False
    if any(times_clash(scene, one, other) for one in draft.times for other in chain.times):
        return False
    if draft.where is None or not chain.places:
        return True
    place = scene.parse.text_of(draft.where).lower()
    return any(places_fit(scene, place, other) for other in chain.places)


def three_sided(word: str) -> bool:
    """A trilateral is no meeting of two."""
    return word.startswith("trilat")


def parties_fit(scene: Scene, named: set[int], known: set[int], *, open_: bool) -> bool:
    """One set of parties holds the other; where both are full, only groups may be more."""
    if not named or not known:
        return True
    if not (named <= known or known <= named):
        return False
    if len(named) > 1 and len(known) > 1:
        extra = named ^ known
        return all(scene.actors[actor].kind in ("group", "organization", "state") for actor in extra) or (
            open_ and len(extra) == 1  # "the session with A and B": who received them goes without saying
        )
    return True


def times_clash(scene: Scene, one: int, other: int) -> bool:
    """Do two time expressions of one kind name different days?"""
    a, b = scene.times[one], scene.times[other]
    if one == other:
        return False
    if a.rule == b.rule and a.parameters and b.parameters:
        first, second = dict(a.parameters), dict(b.parameters)
        for key in ("weekday", "month", "day", "year"):
            if key in first and key in second and first[key] != second[key]:
                return True
        return False
    if a.value and b.value and a.value[:1].isdigit() and b.value[:1].isdigit():
        return not (a.value.startswith(b.value) or b.value.startswith(a.value))
    return False


def places_fit(scene: Scene, place: str, other: str) -> bool:
    """One place holds the other, as far as the table of venues knows."""
    if place in other or other in place:
        return True
    around, about = scene.words.venues.get(place, ()), scene.words.venues.get(other, ())
    return other in around or place in about


def score(scene: Scene, draft: Draft, index: int, chain: Chain) -> float:
    """How well a mention goes with a chain that it may refer to."""
    named, known = {actor for actor, _ in draft.actors}, set(chain.roles)
    total = 1.0 if draft.definite or draft.light else 0.0
    if named and named == known:
        total += 2.5
    elif named & known:
        total += 1.0 if len(named & known) > 1 or draft.open else 0.0
    if draft.mode in chain.modes or (draft.mode in ("meeting", "summit") and chain.modes & {"meeting", "summit"}):
        total += 1.5
    elif draft.mode is None or not chain.modes:
        total += 0.5
    if draft.word in chain.words:
        total += 0.2
    if draft.word in SPOKEN and "call" in chain.modes:
        total += 0.4
    ahead = draft.status in AHEAD
    same_stage = any((status in AHEAD) == ahead for status in chain.statuses)
    if same_stage or (chain.imminent and named == known):
        total += 0.7
    elif not draft.untold:
        total -= 0.7
    if draft.where is not None and chain.places:
        total += 1.0
    distance = index - max(chain.members)
    total -= min(distance * 0.12, 1.2)
    total += 0.3 if len(known) > 1 else -0.5
    if named and not draft.definite and not named & known:
        total -= 3.0
    return total
