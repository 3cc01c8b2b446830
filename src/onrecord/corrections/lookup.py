"""What of a document's annotations stands at some words. Another model version may draw a span a little otherwise:
the thing that has most of the words in common with them is meant, and where none has any, there is none.
"""

from collections.abc import Iterable, Sequence

from onrecord.annotations import Annotated, LocalStatement
from onrecord.naming import fold
from onrecord.records import Evidence, Span

Stretch = tuple[int, int]


def overlap(one: Stretch, other: Stretch) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def pick_nearest(stretches: Sequence[tuple[Stretch, int]], place: Stretch, preferred: Iterable[int] = ()) -> int | None:
    """The index of the stretch that is most like a place: the same, else most shared and least beside it."""
    liked = set(preferred)
    found = [
        (stretch != place, index not in liked, 2 * -overlap(stretch, place) + stretch[1] - stretch[0], stretch, index)
        for stretch, index in stretches
        if overlap(stretch, place)
    ]
    return min(found)[-1] if found else None


def find_mentions(annotated: Annotated, place: Evidence) -> int | None:
    """The mention of an actor at a place."""
    stretches = [((one.start, one.end), at) for at, one in enumerate(annotated.mentions) if one.actor is not None]
    return pick_nearest(stretches, (place.start, place.end))


def find_actor(annotated: Annotated, place: Evidence) -> int | None:
    """The local actor that stands at a place: by a mention, else as the source of a statement."""
    mention = find_mentions(annotated, place)
    if mention is not None:
        return annotated.mentions[mention].actor
    sources = [
        ((span.start, span.end), one.source.actor)
        for one in annotated.statements
        for span in one.source.spans
        if one.source.actor is not None
    ]
    return pick_nearest(sources, (place.start, place.end))


def find_named(annotated: Annotated, name: str) -> int | None:
    """The local actor of a name."""
    wanted = fold(name)
    for index, one in enumerate(annotated.actors):
        if one.named and fold(one.name) == wanted:
            return index
    for index, one in enumerate(annotated.actors):
        if one.named and any(fold(alias) == wanted for alias in one.aliases):
            return index
    return None


def find_event(annotated: Annotated, place: Evidence, hint: str) -> int | None:
    """The mention of one event that stands at a place; one of the type and mode of the hint is preferred."""
    single = [(at, one) for at, one in enumerate(annotated.events) if one.count == 1]
    liked = [at for at, one in single if f"{one.type}:{one.mode or ''}" == hint]
    return pick_nearest([((one.start, one.end), at) for at, one in single], (place.start, place.end), liked)


def find_statement(annotated: Annotated, content: Sequence[Evidence], cue: Sequence[Evidence]) -> int | None:
    """The statement whose content is nearest to some words, half of either at least; of several, one with the cue."""
    best: tuple[float, int, int] | None = None
    size = sum(one.end - one.start for one in content)
    for index, one in enumerate(annotated.statements):
        shared = share(one.content, content)
        own = sum(span.end - span.start for span in one.content)
        if shared and 2 * shared >= max(size, own):
            rank = (round(shared / (size + own - shared), 6), share(one.cue, cue), -index)
            best = max(best or rank, rank)
    return -best[2] if best else None


def share(spans: Sequence[Span], places: Sequence[Evidence]) -> int:
    """How many characters some spans and places have in common."""
    return sum(overlap((a.start, a.end), (b.start, b.end)) for a in spans for b in places)


def find_same_statement(annotated: Annotated, wanted: LocalStatement) -> int | None:
    """The statement of the same content and cue."""
    for index, one in enumerate(annotated.statements):
        if (one.content, one.cue) == (wanted.content, wanted.cue):
            return index
    return None
