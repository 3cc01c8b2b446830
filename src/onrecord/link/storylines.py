"""Storylines: the chains of events that a negotiation or an affair consists of.

Two events belong together if they are told of in the same article or in articles that are alike, and share two
participants, or the sides of two.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.annotations import Annotated
from onrecord.identity import build_id
from onrecord.link.event_groups import World, read_day
from onrecord.link.labels import join_names
from onrecord.link.words import find_topical_words, find_words, readable_text
from onrecord.records import Event, Link, Storyline

LONGEST_GAP = 240
"""Days between two events after which they are no longer one chain, unless another event lies between."""

_ALIKE = 0.3
_MOST_WORDS = 5
"""Words of a label's topic."""
_OPENING = 600
"""Characters of an article, its headline first, that tell what it is about."""


def build_storylines(
    events: Sequence[Event], annotated: Mapping[str, Annotated], world: World, alike: Sequence[tuple[str, str]]
) -> tuple[tuple[Storyline, ...], tuple[Link, ...]]:
    """Chain events into storylines; a single event is none.

    Returns:
        The storylines in order of their ids, and a link for each pair of events that joined two chains.
    """
    by_id = {event.id: event for event in events if len(event.participants) >= 2}
    held: dict[str, list[str]] = defaultdict(list)
    for id_, event in sorted(by_id.items()):
        for key in event.documents:
            held[key].append(id_)
    root = {id_: id_ for id_ in by_id}

    def find(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    links = []
    close = [pair for pair in alike if world.likeness(*pair) >= _ALIKE]
    for a, b in [(key, key) for key in sorted(held)] + close:
        for i in held[a]:
            for j in held[b]:
                common = _share(by_id[i], by_id[j], world) if find(i) != find(j) else []
                if common and _find_gap(by_id[i], by_id[j]) <= LONGEST_GAP:
                    root[max(find(i), find(j))] = min(find(i), find(j))
                    where = "in one article" if a == b else "in articles that are alike"
                    reason = f"both are of {join_names(common)}, told {where}"
                    links.append(
                        Link(kind="storyline", a=min(i, j), b=max(i, j), same=True, score=1.0, reasons=(reason,))
                    )
    chains: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(by_id):
        chains[find(id_)].append(id_)
    rows = [_build_row([by_id[one] for one in chain], annotated, world) for chain in chains.values() if len(chain) > 1]
    return tuple(sorted(rows, key=lambda one: one.id)), tuple(links)


def _share(a: Event, b: Event, world: World) -> list[str]:
    """Names of the participants two events share, or of their sides; empty if fewer than two."""
    ours, theirs = ({one.actor for one in event.participants} for event in (a, b))
    common = ours & theirs
    names = {world.actors[one].name for one in common}
    sides = [{side for one in who - common for side in world.sides(one)} for who in (ours, theirs)]
    names |= sides[0] & sides[1]
    return sorted(names) if len(names) >= 2 else []


def _find_gap(a: Event, b: Event) -> int:
    gaps = [0]
    for one, other in ((a, b), (b, a)):
        if one.when.latest and other.when.earliest:
            gaps.append(read_day(other.when.earliest) - read_day(one.when.latest))
    return max(gaps)


def _time_order(event: Event) -> tuple[str, str, str]:
    return event.when.earliest or event.when.latest or "9999", event.when.latest or "9999", event.id


def _build_row(chain: Sequence[Event], annotated: Mapping[str, Annotated], world: World) -> Storyline:
    ordered = sorted(chain, key=_time_order)
    documents = tuple(sorted({key for event in chain for key in event.documents}))
    votes = Counter(one.actor for event in chain for one in event.participants)
    leading = sorted(votes, key=lambda actor: (-votes[actor], world.actors[actor].name))[:2]
    names = ", ".join(world.actors[one].name for one in leading)
    topic = _find_topic(documents, annotated, names)
    return Storyline(
        id=build_id("sty", *sorted(event.id for event in chain)),
        label=f"{names}: {topic}" if topic else names,
        events=tuple(event.id for event in ordered),
        documents=documents,
    )


def _find_topic(documents: Sequence[str], annotated: Mapping[str, Annotated], names: str) -> str:
    """What is proposed or opposed in most of the articles; nothing where two share no word for it."""
    own = set(find_words(names))
    told, opening, labels = Counter[str](), Counter[str](), set[str]()
    for key in documents:
        found = {one.label for one in annotated[key].stances if one.kind in ("measure", "matter")}
        labels |= {one for one in found if len(one.split()) <= _MOST_WORDS and " denied by " not in one}
        told.update({word for one in found for word in find_topical_words(one)} - own)
        opening.update(set(find_topical_words(readable_text(annotated[key].document)[:_OPENING])) - own)
    weight = {}
    for label in labels:
        words = find_topical_words(label)
        best = max(((told[word], opening[word]) for word in words), default=(0, 0))
        # a word alone ("attend") says nothing unless the articles open with it
        if best[0] > 1 and (len(words) > 1 or best[1] > 1):
            weight[label] = best
    return min(weight, key=lambda one: (-weight[one][0], -weight[one][1], len(one), one), default="")
