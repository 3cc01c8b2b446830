"""Denials that do not repeat what they deny (loads the spaCy pipeline)."""

import pytest

from onrecord.annotate import annotate
from onrecord.records import Document, Zone


def find_denials(text: str) -> list[str]:
    document = Document(
        id="doc-1", uri="a.txt", sha256="", text=text, zones=(Zone(start=0, end=len(text), kind="body"),)
    )
    return [
        text[one.start : one.end] for one in annotate(document, tagger="grammar").assertions if one.refers is not None
    ]


@pytest.mark.parametrize(("verb", "denied"), [("denied", True), ("could deny", False), ("might have denied", False)])
def test_what_could_be_denied_is_not_denied(verb, denied):
    found = find_denials(
        "The government of Arland said on Tuesday that the sale was legal.\n\n"
        f"“The ministry sold the island,” Oren Vask said. The government {verb} it.\n"
    )
    assert bool(found) is denied
