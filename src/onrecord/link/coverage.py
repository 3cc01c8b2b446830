"""Coverage: the articles whose main news is the same event.

Average-link agglomeration over likeness by words and by embedding, with a soft decay by the days between the
publication dates where both are known. Only pairs that share an uncommon word are compared, and a pair that is not
compared counts as unlike, so the work stays near to linear in the number of documents.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from onrecord.annotations import Annotated
from onrecord.identity import build_id
from onrecord.link.words import LEAD, Likeness, Vector
from onrecord.records import Coverage, Document, Event, Link, Published

THRESHOLD = 0.4
"""Mean likeness between two articles' groups at which they are one; tuned on halves of two public collections."""

STRAY = 0.03
"""How much the threshold falls for a single article with each doubling of the group it would join, and rises with each
doubling of two groups alike in size: what a story's many articles have in common is better known than what two have,
and features of one story are further apart than its first reports; two whole groups that are somewhat alike are two
stories of one affair."""

DECAY_DAYS = 6.0
"""Days, after the first, in which the likeness of two dated documents falls to 1/e: outlets report on the same day
or the next."""

APART = 0.6
"""What is left of the likeness of two documents whose leads tell of two events of one kind and the same people."""

_FLOOR = 0.1
_COMMONEST = 60
_LARGE = 2000
_FEW = 100


def find_gap(a: Published, b: Published) -> int:
    """Days that must lie between two publication dates; 0 where they can be the same day or are unknown."""
    gaps = [0]
    for one, other in ((a, b), (b, a)):
        if one.latest and other.earliest:
            last, first = (date.fromisoformat(day[:10]) for day in (one.latest, other.earliest))
            gaps.append((first - last).days)
    return max(gaps)


def find_candidates(vectors: Mapping[str, Vector]) -> list[tuple[str, str]]:
    """Pairs of documents that share an uncommon word, each once, in order.

    A word is uncommon if no more than the larger of 60 documents and a twentieth of all hold it. Large collections get
    by with fewer words of each document, and rarer ones; beyond a hundred documents one word in common is a chance.
    """
    spread = Counter(word for vector in vectors.values() for word in vector)
    large = len(vectors) > _LARGE
    most, heavy = (_COMMONEST, 25) if large else (max(_COMMONEST, len(vectors) // 20), 60)
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(vectors):
        # The heaviest words carry the likeness: the rest cannot lift a pair over the threshold by themselves.
        shared = [(-weight, word) for word, weight in vectors[key].items() if 1 < spread[word] <= most]
        for _, word in heapq.nsmallest(heavy, shared):
            holders[word].append(key)
    least = 2 if len(vectors) > _FEW else 1
    pairs: set[tuple[str, str]] = set()
    for key, others in _count_shared(holders).items():
        pairs.update((key, other) for other, count in others.items() if count >= least)
    return sorted(pairs)


def _count_shared(holders: Mapping[str, Sequence[str]]) -> dict[str, Counter[str]]:
    """For each document how many of the words it shares with each later one."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for keys in holders.values():
        for i, a in enumerate(keys):
            shared[a].update(keys[i + 1 :])
    return shared


def group_by_average(
    keys: Iterable[str], similarity: Mapping[tuple[str, str], float], threshold: float, stray: float = 0.0
) -> list[tuple[str, ...]]:
    """Average-link agglomeration over sparse similarities; a pair left out counts 0.

    Args:
        keys: All things to group.
        similarity: (smaller key, larger key) -> similarity.
        threshold: Least mean similarity of two things that are made one.
        stray: What a doubling of the larger group takes off the threshold; one of the smaller adds it twice.

    Returns:
        The groups, each sorted, in order of their first members.

    >>> group_by_average("abc", {("a", "b"): 0.9, ("b", "c"): 0.2}, 0.5)
    [('a', 'b'), ('c',)]
    """
    members: dict[int, tuple[str, ...]] = {i: (key,) for i, key in enumerate(sorted(keys))}
    number = {one[0]: i for i, one in members.items()}
    sums: dict[int, dict[int, float]] = {i: {} for i in members}
    heap: list[tuple[float, tuple[str, ...], tuple[str, ...], int, int]] = []
    for (a, b), value in sorted(similarity.items()):
        i, j = number[a], number[b]
        sums[i][j] = sums[j][i] = value
        if value >= threshold:
            heapq.heappush(heap, (-value, members[i], members[j], i, j))
    following = len(members)
    while heap:
        _, _, _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        merged = tuple(sorted(members.pop(i) + members.pop(j)))
        row: dict[int, float] = {}
        for old in (i, j):
            for other, total in sorted(sums.pop(old).items()):
                if other in members:
                    row[other] = row.get(other, 0.0) + total
                    sums[other].pop(old, None)
        members[following], sums[following] = merged, row
        for other, total in sorted(row.items()):
            sums[other][following] = total
            fewer, more = sorted((len(merged), len(members[other])))
            value = round(total / (fewer * more) + stray * (math.log2(more) - 2 * math.log2(fewer)), 12)
            if value >= threshold:
                first, second = sorted(((merged, following), (members[other], other)))
                heapq.heappush(heap, (-value, first[0], second[0], first[1], second[1]))
        following += 1
    return sorted(members.values())


def compare_documents(
    likeness: Likeness,
    published: Mapping[str, Published],
    pairs: Sequence[tuple[str, str]],
    apart: Callable[[str, str], bool] | None = None,
) -> dict[tuple[str, str], float]:
    """Likeness of the pairs given, decayed by the days that must lie between their publication dates.

    Args:
        likeness: How alike documents are.
        published: Their publication dates.
        pairs: Which pairs to compare.
        apart: Tells whether two leads speak of two events of one kind, which halves nearly the likeness.
    """
    similarity = {}
    for a, b in pairs:
        value = likeness(a, b) * math.exp(-max(0, find_gap(published[a], published[b]) - 1) / DECAY_DAYS)
        if apart and value >= THRESHOLD / 2 and apart(a, b):
            value *= APART
        if value >= _FLOOR:
            similarity[a, b] = round(value, 9)
    return similarity


def find_groups(
    likeness: Likeness, published: Mapping[str, Published], apart: Callable[[str, str], bool] | None = None
) -> list[tuple[str, ...]]:
    """Group the documents whose main news is the same; `apart` as in `compare_documents`."""
    similarity = compare_documents(likeness, published, find_candidates(likeness.vectors), apart)
    return group_by_average(likeness.vectors, similarity, THRESHOLD, STRAY)


def find_lead(document: Document) -> tuple[int, int]:
    """The characters of the headline and the first paragraphs: from the first readable one on."""
    body = [zone for zone in document.zones if zone.kind in ("headline", "subhead", "body")]
    start = min((zone.start for zone in body), default=0)
    first_body = min((zone.start for zone in body if zone.kind == "body"), default=start)
    return start, max(first_body, start) + LEAD


def _find_lead_events(document: Document, events: Sequence[Event]) -> tuple[Event, ...]:
    """The past contacts that a document's lead tells of."""
    start, end = find_lead(document)
    return tuple(
        event
        for event in events
        if event.type == "CONSULT"
        and event.status in ("happened", "ongoing")
        and len(event.participants) >= 2
        and any(one.document == document.id and start <= one.start < end for one in event.evidence)
    )


def _are_apart(ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Do two leads tell of two contacts of one kind and the same people, and of none together?"""
    if {event.id for event in ours} & {event.id for event in theirs}:
        return False
    kinds = [
        {(one.mode, frozenset(part.actor for part in one.participants)) for one in side} for side in (ours, theirs)
    ]
    return bool(kinds[0] & kinds[1])


def _find_main_event(documents: Sequence[Document], events: Sequence[Event]) -> Event | None:
    """The event that most documents' leads speak of; the one told first where several are."""
    votes: Counter[str] = Counter()
    places: dict[str, int] = {}
    for document in documents:
        start, end = find_lead(document)
        for event in events:
            inside = [one.start - start for one in event.evidence if one.document == document.id and one.start < end]
            if inside:
                votes[event.id] += 1
                places[event.id] = places.get(event.id, 0) + min(inside)
    if not votes:
        return None
    best = min(votes, key=lambda one: (-votes[one], places[one], one))
    return next(event for event in events if event.id == best)


def _label(documents: Sequence[Document], event: Event | None) -> str:
    for document in documents:
        if document.headline:
            return " ".join(document.text[document.headline.start : document.headline.end].split())
    if event:
        return event.label
    lines = [line.strip() for line in documents[0].text.splitlines() if line.strip()]
    return lines[0][:120] if lines else documents[0].uri


def build_coverage(
    annotated: Mapping[str, Annotated],
    likeness: Likeness,
    published: Mapping[str, Published],
    events: Sequence[Event],
) -> tuple[tuple[Coverage, ...], tuple[Link, ...]]:
    """Group the documents by their main news, and say why.

    Args:
        annotated: The annotated documents by id.
        likeness: How alike their main news is.
        published: Their publication dates as known by now.
        events: The linked events.

    Returns:
        The groups in order of their ids (every document in exactly one), and a link for each pair in a group.
    """
    by_document: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for key in event.documents:
            by_document[key].append(event)
    leads = {key: _find_lead_events(one.document, by_document[key]) for key, one in annotated.items()}
    rows, links = [], []
    for group in find_groups(likeness, published, lambda a, b: _are_apart(leads[a], leads[b])):
        documents = [annotated[key].document for key in group]
        touched = {event.id: event for key in group for event in by_document[key]}
        main = _find_main_event(documents, [touched[key] for key in sorted(touched)])
        rows.append(
            Coverage(
                id=build_id("cov", *group),
                label=_label(documents, main),
                event=main.id if main else None,
                documents=group,
            )
        )
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                value = likeness(a, b)
                reasons = [f"likeness by words and meaning {value:.2f}"]
                gap = find_gap(published[a], published[b])
                reasons += [f"published {gap} days apart or more"] if gap else []
                links.append(Link(kind="coverage", a=a, b=b, same=True, score=round(value, 4), reasons=tuple(reasons)))
    return tuple(sorted(rows, key=lambda one: one.id)), tuple(links)
