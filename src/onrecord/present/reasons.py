"""Why rows are one or are not: the links and reasons of the record, found by row and put in words."""

from collections.abc import Sequence
from typing import Any

from onrecord.present.view import View
from onrecord.records import Document, Evidence, Link, Statement


def places_of(row: Any) -> set[str]:
    """The ends by which links speak of a row: its id, and the place of each of its mentions."""
    ends = {row.id}
    ends |= {f"{one.document}:{one.start}-{one.end}" for one in getattr(row, "evidence", ())}
    return ends


def find_links(view: View, row: Any) -> list[Link]:
    """The links that speak of a row."""
    found = [link for end in sorted(places_of(row)) for link in view.links_of.get(end, ())]
    return list(dict.fromkeys(found))


def choose_telling(links: Sequence[Link]) -> list[Link]:
    """The links that tell why: of those that say "same", no more than join all their ends, the surest first.

    Six mentions of one call are joined by five links; the other ten repeat what these say.
    """
    root: dict[str, str] = {}

    def find(end: str) -> str:
        while root.setdefault(end, end) != end:
            end = root[end]
        return end

    kept = set()
    for one in sorted((one for one in links if one.same), key=lambda one: (-one.score, one.a, one.b)):
        first, second = find(one.a), find(one.b)
        if first != second:
            root[second] = first
            kept.add(one)
    return [one for one in links if not one.same or one in kept]


def joins(link: Link, ends: set[str], others: set[str]) -> bool:
    """Does a link lead from one row to the other?"""
    return (link.a in ends and link.b in others) or (link.b in ends and link.a in others)


def name_verdict(link: Link) -> str:
    """What a link says of its two ends, in words."""
    if link.kind == "part" and link.same:
        return "part of"
    if link.kind in ("storyline", "coverage") and link.same:
        return f"one {link.kind}"
    return "same" if link.same else "not the same"


def own_reasons(row: Any) -> tuple[str, ...]:
    """The reasons a row carries itself."""
    reasons = [*getattr(row, "reasons", ())]
    for origin in getattr(row, "origins", ()):
        reasons.extend(origin.reasons)
    return tuple(reasons)


def name_end(view: View, end: str) -> str:
    """An end of a link in words: a label, or the words of a mention."""
    place, _, span = end.rpartition(":")
    if place in view.documents and "-" in span:
        start, _, stop = span.partition("-")
        evidence = Evidence(document=place, start=int(start), end=int(stop))
        return f"“{view.quote(evidence)[:90]}” ({view.outlet_name(view.documents[place])})"
    found = view.find(end)
    if found and isinstance(found[1], Document):
        return view.outlet_name(found[1])
    if found and isinstance(found[1], Statement):
        return view.said_words(found[1])
    row = found[1] if found else None
    return str(getattr(row, "label", None) or getattr(row, "name", None) or getattr(row, "text", end))
