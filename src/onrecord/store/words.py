"""The words of each row that search looks through."""

from collections.abc import Iterator, Sequence

from onrecord.records import Evidence, Found, Span
from onrecord.tables import Tables


def join_spans(text: str, spans: Sequence[Span | Evidence]) -> str:
    """The words of some spans of one text, parts joined by an ellipsis."""
    return " … ".join(text[span.start : span.end] for span in spans)


def find_words(tables: Tables) -> Iterator[Found]:
    """What to index: each document's readable text, each statement, and each row with a label."""
    texts = {document.id: document.text for document in tables.documents}
    for document in tables.documents:
        readable = [zone for zone in document.zones if zone.kind != "furniture"]
        words = "\n".join(document.text[zone.start : zone.end] for zone in readable)
        yield Found(table="documents", id=document.id, document=document.id, snippet=words or document.text)
    for statement in tables.statements:
        spans = sorted([*statement.content, *statement.cue, *statement.source.spans])
        words = join_spans(texts[statement.document], spans)
        yield Found(table="statements", id=statement.id, document=statement.document, snippet=words)
    for event in tables.events:
        yield Found(table="events", id=event.id, document=event.evidence[0].document, snippet=event.label)
    for proposal in tables.proposals:
        yield Found(table="proposals", id=proposal.id, document=proposal.evidence[0].document, snippet=proposal.label)
    for commitment in tables.commitments:
        place = commitment.evidence[0].document
        yield Found(table="commitments", id=commitment.id, document=place, snippet=commitment.text)
    for actor in tables.actors:
        yield Found(table="actors", id=actor.id, document="", snippet=", ".join((actor.name, *actor.aliases)))
