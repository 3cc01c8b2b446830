"""Short texts of a known day, annotated with rules and tagger."""

import hashlib

import pytest

from onrecord.annotate import annotate
from onrecord.records import Document, Published

DAY = "2031-03-05"


@pytest.fixture
def read():
    """Annotates one short text."""

    def annotated(text, tagger="model"):
        document = Document(
            id="doc-t",
            uri="t.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            published=Published(edtf=DAY, earliest=DAY, latest=DAY, basis="given"),
        )
        return annotate(document, tagger=tagger)

    return annotated
