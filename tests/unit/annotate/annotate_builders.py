"""Short texts of a known day, annotated; these load the parser once."""

import hashlib

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.records import Document, Published

DAY = "2031-03-05"


def read(text: str) -> Annotated:
    """Annotate one short text of a known day."""
    document = Document(
        id="doc-t",
        uri="t.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        published=Published(edtf=DAY, earliest=DAY, latest=DAY, basis="given"),
    )
    return annotate(document)


def stances(text: str) -> set[tuple[str, str, str]]:
    """(party, stance, label) of every stance in a text."""
    one = read(text)
    return {(one.actors[s.actor].name if s.actor is not None else "?", s.stance, s.label) for s in one.stances}
