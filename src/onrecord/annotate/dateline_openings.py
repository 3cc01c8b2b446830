"""The word behind a dateline ("TARSK - Police arrested …"): a tagger takes its capital, mid-line, for a name's."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.headline_case import read_body
from onrecord.annotate.quantities import load_claim_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.records import Document


def lower_openings(doc: Doc, words: list[str] | None, document: Document) -> list[str] | None:
    """The words for the tagger with the common noun behind each dateline lowered.

    Args:
        doc: The tokens, not yet tagged.
        words: Their words, if some are lowered already.
        document: The document, for its zones.
    """
    ends = [zone.end for zone in document.zones if zone.kind == "dateline"]
    if not ends:
        return words
    names = read_body(doc, set())[0]
    for end in ends:
        token = next((one for one in doc if one.idx >= end and not one.is_space), None)
        if token is None or not token.text.istitle() or token.text in names or token.lower_ not in common_plurals():
            continue
        words = words if words is not None else [one.text for one in doc]
        words[token.i] = token.lower_
    return words


@lru_cache(maxsize=1)
def common_plurals() -> frozenset[str]:
    """Plurals of people and of contacts that a story opens with ("police", "envoys", "talks")."""
    words = load_event_words()
    singular = {*load_claim_words()["people"]["words"], *words.lists["deeds.persons"], *words.nouns}
    plural = {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in singular}
    return frozenset({*plural, *load_nominals()["people"], "police"})
