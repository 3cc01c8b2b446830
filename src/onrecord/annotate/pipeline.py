"""The order of the annotators over one document."""

from onrecord.annotate.actors import find_actors
from onrecord.annotate.assertions import find_assertions
from onrecord.annotate.attributions import find_attributions
from onrecord.annotate.claims import find_claims
from onrecord.annotate.commitments import find_commitments
from onrecord.annotate.embedding import embed_document
from onrecord.annotate.event_tagger import Tags, tag_events
from onrecord.annotate.events import find_events
from onrecord.annotate.nominal_parties import add_parties
from onrecord.annotate.parse import DEFAULT_PIPELINE, Parse, parse_document
from onrecord.annotate.pronouns import resolve_first_person
from onrecord.annotate.stances import find_stances
from onrecord.annotate.statements import build_statements
from onrecord.annotate.times import find_times
from onrecord.annotations import Annotated
from onrecord.records import Document
from onrecord.vocab.lists import Tagger

VERSIONS = (
    ("actors", "23"),
    ("assertions", "15"),
    ("attributions", "16"),
    ("claims", "5"),
    ("commitments", "23"),
    ("embedding", "3"),
    ("events", "27"),
    ("stances", "27"),
    ("statements", "17"),
    ("tags", "2"),
    ("times", "11"),
)
"""Changed behaviour of a component means a new version: cached annotations of the old one are made again."""


def component_versions(pipeline: str = DEFAULT_PIPELINE, tagger: Tagger = "model") -> tuple[tuple[str, str], ...]:
    """Name and version of every component, the spaCy pipeline and the tagger included."""
    return (*VERSIONS, ("spacy", pipeline), ("tagger", tagger))


def annotate(document: Document, *, pipeline: str = DEFAULT_PIPELINE, tagger: Tagger = "model") -> Annotated:
    """Find times, actors, statements, events and what hangs on them in one document.

    Args:
        document: A document as `read` made it.
        pipeline: Name of the spaCy pipeline package.
        tagger: What finds statements: the trained tagger with grammar beside it, or grammar alone.

    Returns:
        The annotations; the same document and versions give the same ones.
    """
    return annotate_parse(parse_document(document, pipeline=pipeline), pipeline=pipeline, tagger=tagger)


def annotate_parse(parse: Parse, *, pipeline: str = DEFAULT_PIPELINE, tagger: Tagger = "model") -> Annotated:
    """Find the same in a document that is parsed already.

    Args:
        parse: The document with its parse.
        pipeline: Name of the spaCy pipeline that made it.
        tagger: What finds statements.
    """
    times = find_times(parse)
    actors, mentions = find_actors(parse)
    attributions = find_attributions(parse, tagger)
    statements = build_statements(parse, attributions, actors, mentions, times)
    mentions = resolve_first_person(parse, mentions, actors, statements)
    tags = tag_events(parse.readable) if tagger == "model" else Tags()
    actors, mentions = add_parties(parse, actors, mentions, tags.events)
    events = find_events(parse, times, actors, mentions, statements, tags)
    stances = find_stances(parse, times, actors, mentions, statements, events, tags.stances)
    embedding, lead = embed_document(parse.document)
    return Annotated(
        document=parse.document,
        times=times,
        actors=actors,
        mentions=mentions,
        statements=statements,
        events=events,
        stances=stances,
        claims=find_claims(parse, times, actors, mentions, statements, events),
        commitments=find_commitments(parse, times, actors, mentions, statements, events, tags.commitments),
        assertions=find_assertions(parse, times, actors, mentions, statements),
        embedding=embedding,
        lead=lead,
        versions=component_versions(pipeline, tagger),
    )
