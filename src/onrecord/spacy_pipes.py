"""onrecord in a spaCy pipeline: `nlp.add_pipe("onrecord_statements")` fills `doc._.statements`.

Each factory makes the whole record of the Doc at hand, once, from the parse it has; no model parses it again. The rows
are those of `onrecord.records`, their offsets are characters of `doc.text`; `find_spans` makes spaCy Spans of them, and
each factory puts those of its table into `doc.spans` with the row's id as the span's id.

spaCy imports this module for every pipeline that anybody loads where onrecord is installed (it reads all entry points),
so what finds things is imported by the first component that is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.errors import ModelError, SettingError

if TYPE_CHECKING:
    from onrecord.records import Document
    from onrecord.tables import Tables
    from onrecord.vocab.lists import Tagger

KEPT = "onrecord"  # where the record lies in doc.user_data: as bytes, so that the Doc can be stored and sent
GROUPS = ("times", "actors", "statements", "events")
TABLES = (*GROUPS, "mentions", "proposals", "positions", "claims", "disputes", "commitments")
NEEDED = ("TAG", "DEP", "LEMMA")


@lru_cache(maxsize=16)
def decode_tables(kept: bytes) -> Tables:
    """The record that a Doc keeps."""
    import msgspec

    from onrecord.tables import Tables

    return msgspec.json.decode(kept, type=Tables)


def read_tables(doc: Doc) -> Tables:
    """The record of a Doc; empty where no onrecord component has run on it."""
    from onrecord.tables import Tables

    kept = doc.user_data.get(KEPT)
    return decode_tables(kept) if kept else Tables()


def read_table(name: str) -> Callable[[Doc], tuple[Any, ...]]:
    """What reads one table of a Doc's record."""
    return lambda doc: getattr(read_tables(doc), name)


def register_extensions() -> None:
    """`doc._.onrecord`, one attribute a table, and `doc._.published`, which a user sets."""
    Doc.set_extension("onrecord", getter=read_tables, force=True)
    Doc.set_extension("published", default=None, force=True)
    for name in TABLES:
        Doc.set_extension(name, getter=read_table(name), force=True)


def build_document(doc: Doc) -> Document:
    """The Doc as a document of one body zone, published when `doc._.published` says.

    Raises:
        SettingError: `doc._.published` is no date.
    """
    from onrecord.chronology import parse_edtf
    from onrecord.identity import build_id
    from onrecord.records import Document, Published, Zone

    text, stated = doc.text, doc._.published
    try:
        when = parse_edtf(str(stated) if stated else None)
    except ValueError as error:
        mend = "Give an ISO date: 2024-03-05"
        raise SettingError(f"doc._.published: {stated!r} is not a date", mend=mend) from error
    published = Published(
        edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis="given" if when.edtf else "unknown"
    )
    identity = build_id("doc", text, when.edtf or "")
    zones = (Zone(kind="body", start=0, end=len(text)),) if text else ()
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id=identity, uri=f"spacy:{identity}", sha256=sha256, text=text, language="en", published=published, zones=zones
    )


def find_spans(doc: Doc, row: Any, *, label: str = "") -> list[Span]:
    """The words that a row of the Doc's record rests on, as spaCy Spans.

    Args:
        doc: The Doc that the row was made from.
        row: A row of any table: a statement's content, an event's evidence, a time's or mention's words.
        label: Label of the Spans.

    Returns:
        Spans in the order of the text, each with the row's id; a span that cuts through a token takes in all of it.
    """
    from onrecord.present.checks import find_spans as find_places

    if hasattr(row, "content"):
        places = {(span.start, span.end) for span in row.content}
    elif hasattr(row, "start"):
        places = {(row.start, row.end)}
    else:
        places = {(start, end) for _, start, end in find_places(getattr(row, "evidence", ()), None)}
    row_id = getattr(row, "id", getattr(row, "actor", ""))
    found = (
        doc.char_span(start, end, label=label, span_id=row_id, alignment_mode="expand") for start, end in sorted(places)
    )
    return [span for span in found if span is not None]


def find_group(doc: Doc, name: str) -> Iterator[Span]:
    """The Spans of one table: actors by their mentions, the others by the words they rest on."""
    tables = read_tables(doc)
    if name == "actors":
        kinds = {one.id: one.kind for one in tables.actors}
        for mention in tables.mentions:
            yield from find_spans(doc, mention, label=kinds[mention.actor])
    else:
        for row in getattr(tables, name):
            yield from find_spans(doc, row, label=getattr(row, "act", None) or row.type)


class RecordPipe:
    """A component that makes the record of a Doc and puts the Spans of some tables into `doc.spans`."""

    def __init__(self, pipeline: str, groups: tuple[str, ...], tagger: Tagger) -> None:
        self.pipeline = pipeline
        self.groups = groups
        self.tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        """Make the record, unless another component has made it of this Doc.

        Raises:
            ModelError: The Doc has no parse.
        """
        import msgspec

        if KEPT not in doc.user_data:
            before = set(doc.user_data)
            made = msgspec.json.encode(self.build(doc))
            for key in set(doc.user_data) - before:  # what the annotators share; it cannot be stored with the Doc
                del doc.user_data[key]
            doc.user_data[KEPT] = made
        for name in self.groups:
            doc.spans[f"onrecord_{name}"] = list(find_group(doc, name))
        return doc

    def build(self, doc: Doc) -> Tables:
        """The record of one Doc."""
        from onrecord.annotate import annotate_parse
        from onrecord.annotate.parse import Parse
        from onrecord.pipeline import build_tables
        from onrecord.tables import Tables

        missing = [one for one in NEEDED if len(doc) and not doc.has_annotation(one)]
        if missing:
            mend = "Add onrecord after the tagger, parser and lemmatizer of an English pipeline"
            raise ModelError(f"The Doc has no {', '.join(missing)}", mend=mend)
        document = build_document(doc)
        if not document.text.strip():
            return Tables()
        parse = Parse(document=document, doc=doc, readable=document.text)
        return build_tables([annotate_parse(parse, pipeline=self.pipeline, tagger=self.tagger)])


def make_factory(name: str, groups: tuple[str, ...]) -> Callable[..., RecordPipe]:
    """Register a factory for some tables.

    Args:
        name: Name of the factory.
        groups: Tables whose Spans it puts into `doc.spans`.
    """

    def build_pipe(nlp: Language, name: str, tagger: str) -> RecordPipe:
        register_extensions()
        if tagger not in ("model", "grammar"):
            raise SettingError(f"tagger must be 'model' or 'grammar', not {tagger!r}")
        return RecordPipe(f"{nlp.lang}_{nlp.meta.get('name', '')}", groups, cast("Tagger", tagger))

    assigns = ["doc._.onrecord", *(f"doc._.{one}" for one in groups)]
    Language.factory(
        name,
        assigns=assigns,
        requires=["token.tag", "token.dep", "token.lemma"],
        default_config={"tagger": "model"},
        func=build_pipe,
    )
    return build_pipe


class LinesPipe:
    """A component for before the parser: a sentence never runs across a line end, as in `onrecord add`."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the borders."""
        from onrecord.annotate.parse import find_borders, mark_borders
        from onrecord.records import Document

        document = Document(id="", uri="", sha256="", text=doc.text)
        mark_borders(doc, find_borders(document, doc.text))
        return doc


def build_lines(nlp: Language, name: str) -> LinesPipe:
    """What makes the component `onrecord_lines`."""
    return LinesPipe()


Language.factory("onrecord_lines", assigns=["token.is_sent_start"], func=build_lines)
build_record = make_factory("onrecord", GROUPS)
build_times = make_factory("onrecord_times", ("times",))
build_actors = make_factory("onrecord_actors", ("actors",))
build_statements = make_factory("onrecord_statements", ("statements",))
build_events = make_factory("onrecord_events", ("events",))
register_extensions()
