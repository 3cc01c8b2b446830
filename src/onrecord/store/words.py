"""What search looks through: the words of each row, with the documents, actors and days it can be narrowed by."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import UNKNOWN, Commitment, Document, Evidence, Proposal, Span, Statement, When
from onrecord.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row as search sees it; the first document is the one a hit opens."""

    table: str
    id: str
    words: str
    documents: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    when: When = UNKNOWN


def join_spans(text: str, spans: Sequence[Span | Evidence]) -> str:
    """The words of some spans of one text, parts joined by an ellipsis."""
    return " … ".join(text[span.start : span.end] for span in spans)


def find_words(tables: Tables) -> Iterator[Entry]:
    """What to index: each document's readable text, each statement, and each row with a label."""
    documents = {document.id: document for document in tables.documents}
    mentioned: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in tables.mentions:
        mentioned[mention.document][mention.actor] = None
    for document in tables.documents:
        yield enter_document(document, tuple(mentioned[document.id]))
    for statement in tables.statements:
        yield enter_statement(statement, documents[statement.document])
    for event in tables.events:
        home = dict.fromkeys((event.evidence[0].document, *event.documents))
        actors = dict.fromkeys(one.actor for one in event.participants)
        yield Entry(
            table="events",
            id=event.id,
            words=event.label,
            documents=tuple(home),
            actors=tuple(actors),
            when=event.when,
        )
    for proposal in tables.proposals:
        yield enter_labelled("proposals", proposal, proposal.label, (), documents)
    for commitment in tables.commitments:
        actors_of = (commitment.actor,) if commitment.actor else ()
        yield enter_labelled("commitments", commitment, commitment.text, actors_of, documents)
    for actor in tables.actors:
        yield Entry(table="actors", id=actor.id, words=", ".join((actor.name, *actor.aliases)), actors=(actor.id,))


def enter_document(document: Document, actors: tuple[str, ...]) -> Entry:
    """A document: its text without the furniture, and who is mentioned in it."""
    readable = [zone for zone in document.zones if zone.kind != "furniture"]
    words = "\n".join(document.text[zone.start : zone.end] for zone in readable)
    return Entry(
        table="documents",
        id=document.id,
        words=words or document.text,
        documents=(document.id,),
        actors=actors,
        when=document.published.when,
    )


def enter_statement(statement: Statement, document: Document) -> Entry:
    """A statement: source, cue and content; its day is when it was said, or else printed."""
    spans = sorted([*statement.content, *statement.cue, *statement.source.spans])
    said = statement.said if statement.said.earliest or statement.said.latest else document.published.when
    return Entry(
        table="statements",
        id=statement.id,
        words=join_spans(document.text, spans),
        documents=(statement.document,),
        actors=(statement.source.actor,) if statement.source.actor else (),
        when=said,
    )


def enter_labelled(
    table: str, row: Proposal | Commitment, words: str, actors: tuple[str, ...], documents: dict[str, Document]
) -> Entry:
    """A row with a label; its day is that of the first document it rests on."""
    home = dict.fromkeys(one.document for one in row.evidence)
    when = documents[row.evidence[0].document].published.when
    return Entry(table=table, id=row.id, words=words, documents=tuple(home), actors=actors, when=when)
