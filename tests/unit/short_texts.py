"""The record of a few short texts, each of its own outlet, as the whole pipeline makes it."""

import hashlib

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.pipeline import build_tables
from onrecord.read import read_bytes
from onrecord.records import Document, Published, Received
from onrecord.tables import Tables
from onrecord.vocab.lists import Tagger

DAY = "2031-03-05"


def read(text: str, tagger: Tagger = "model") -> Annotated:
    """Annotate one short text of a known day."""
    document = Document(
        id="doc-t",
        uri="t.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        published=Published(edtf=DAY, earliest=DAY, latest=DAY, basis="given"),
    )
    return annotate(document, tagger=tagger)


def build_record(*texts: tuple[str, str], as_of: str | None = None) -> Tables:
    """The tables of short texts, each given as its day of publication ("first/last": one of these) and its words."""
    documents = [
        Document(
            id=f"doc-{number}",
            uri=f"{number}.txt",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            outlet=f"Outlet {number}",
            published=Published(edtf=day, earliest=day.split("/")[0], latest=day.split("/")[-1], basis="given"),
        )
        for number, (day, text) in enumerate(texts)
    ]
    return build_tables([annotate(one) for one in documents], as_of=as_of)


def build_record_undated(*texts: str) -> Tables:
    """The tables of short pages without a date."""
    received = [one for n, text in enumerate(texts) for one in read_bytes(text.encode(), f"{n}.txt")]
    return build_tables([annotate(one.document) for one in received if isinstance(one, Received)])
