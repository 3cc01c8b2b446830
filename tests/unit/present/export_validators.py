"""What each format's own library or schema says of the files; a library that is not installed skips the test."""

import csv
import io
import json
import warnings
from functools import cache

import pytest

from onrecord.present.export import export_tables
from onrecord.present.exports.polecat import OWN_COLUMNS, POLECAT_COLUMNS

ANNOTATION_TERMS = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "as": "http://www.w3.org/ns/activitystreams#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector")},
    "TextPositionSelector": "oa:TextPositionSelector",
    "Text": "dctypes:Text",
    "Software": "as:Application",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{name: f"oa:{name}" for name in ("describing", "tagging")},
    "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
    "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"},
    "body": {"@type": "@id", "@id": "oa:hasBody"},
    "target": {"@type": "@id", "@id": "oa:hasTarget"},
    "source": {"@type": "@id", "@id": "oa:hasSource"},
    "selector": {"@type": "@id", "@id": "oa:hasSelector"},
    "canonical": {"@type": "@id", "@id": "oa:canonical"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@type": "xsd:nonNegativeInteger", "@id": "oa:start"},
    "end": {"@type": "xsd:nonNegativeInteger", "@id": "oa:end"},
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "generator": {"@type": "@id", "@id": "as:generator"},
    "name": "foaf:name",
    "label": "rdfs:label",
    "total": {"@type": "xsd:nonNegativeInteger", "@id": "as:totalItems"},
    "first": {"@type": "@id", "@id": "as:first"},
    "items": {"@type": "@id", "@id": "as:items", "@container": "@list"},
    "startIndex": {"@type": "xsd:nonNegativeInteger", "@id": "as:startIndex"},
}
"""The terms of the Web Annotation vocabulary that we use, with what they stand for."""
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": ANNOTATION_TERMS,
    "https://schema.org": {"@vocab": "https://schema.org/"},
}


def import_quietly(name):
    """A library, whatever it warns of when it is imported."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip(name, reason=f"{name} is not installed")


def files_of(tables, format_name):
    """The files of a format."""
    return dict(export_tables(tables, format_name))


def expand(content):
    """JSON-LD expanded by pyld; a term that its context does not know is an error here, not dropped."""
    jsonld = import_quietly("pyld.jsonld")

    def load(url, options):
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXTS[url]}}

    document = json.loads(content)
    known = CONTEXTS[document["@context"]]
    if "@vocab" not in known:
        assert keys_of(document) <= {*known, "@context"}
    return jsonld.expand(document, {"documentLoader": load})


def keys_of(value):
    """Every key in a JSON value."""
    if isinstance(value, list):
        return set().union(*map(keys_of, value)) if value else set()
    return set(value).union(*map(keys_of, value.values())) if isinstance(value, dict) else set()


def check_jsonl(tables):
    return {
        name: [json.loads(line) for line in content.splitlines()] for name, content in files_of(tables, "jsonl").items()
    }


def check_parquet(tables):
    parquet = import_quietly("pyarrow.parquet")
    wanted = check_jsonl(tables)
    for name, content in files_of(tables, "parquet").items():
        found = parquet.read_table(io.BytesIO(content))
        found.validate(full=True)
        assert found.to_pylist() == wanted[name.replace(".parquet", ".jsonl")]


def check_polecat(tables):
    content = files_of(tables, "polecat")["events.tsv"].decode()
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter="\t"))
    assert all(list(row) == [*POLECAT_COLUMNS, *OWN_COLUMNS] for row in rows)
    assert [row["Event ID"] for row in rows] == [event.id for event in tables.events]
    texts = {one.id: one.text for one in tables.documents}
    for row, event in zip(rows, tables.events, strict=True):
        assert row["Event Date"] in ("", event.when.earliest)
        spans = [one.rsplit(":", 1) for one in row["Text Spans"].split("; ")]
        words = [texts[document][slice(*map(int, span.split("-")))] for document, span in spans]
        assert " ".join(" | ".join(words).split()) == row["Event Text"].removeprefix("'")
    return rows


def check_webannotation(tables):
    content = files_of(tables, "webannotation")["annotations.jsonld"]
    expanded = expand(content)
    collection = json.loads(content)
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len({one["id"] for one in items})
    texts = {f"urn:onrecord:{one.id}": one.text for one in tables.documents}
    for one in items:
        quote, position = one["target"]["selector"]
        text = texts[one["target"]["source"]["id"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert expanded[0]["@type"] == ["http://www.w3.org/ns/activitystreams#OrderedCollection"]
    return items


@cache
def schema_fields(name):
    """The properties of a schema.org type."""
    models = import_quietly("msgspec_schemaorg.models")
    return set(getattr(models, name).__struct_encode_fields__)


def check_schemaorg(tables):
    files = {name: json.loads(content) for name, content in files_of(tables, "schemaorg").items()}

    def check(value):
        if isinstance(value, list):
            for one in value:
                check(one)
        elif isinstance(value, dict):
            unknown = set(value) - schema_fields(value["@type"]) - {"@id", "@type"}
            assert not unknown, (value["@type"], unknown)
            for one in value.values():
                check(one)

    for name, document in files.items():
        check(document["@graph"])
        expand(json.dumps(document))
        assert "ratingValue" not in keys_of(document), name
    return files["quotations.jsonld"]["@graph"], files["claim-reviews.jsonld"]["@graph"]


def check_ftm(tables):
    model = import_quietly("followthemoney").model
    entities = [json.loads(line) for line in files_of(tables, "ftm")["entities.ftm.json"].decode().splitlines()]
    ids = {one["id"] for one in entities}
    assert len(ids) == len(entities)
    for one in entities:
        schema = model.get(one["schema"])
        schema.validate(one)
        proxy = model.get_proxy(one, cleaned=False)  # cleans every value, and drops what is not valid
        assert {name: sorted(found) for name, found in proxy.to_dict()["properties"].items()} == one["properties"]
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in ids, (one["id"], prop.name)
    return entities


def check_timelinejs(tables):
    timeline = json.loads(files_of(tables, "timelinejs")["timeline.json"])
    events = {one.id: one for one in tables.events}
    for slide in timeline["events"]:
        when = events[slide["unique_id"]].when
        start = "-".join(f"{part:02d}" for part in slide["start_date"].values())
        if "end_date" in slide:
            end = "-".join(f"{part:02d}" for part in slide["end_date"].values())
            assert (start, end) == (when.earliest[:10], when.latest[:10])
        else:
            assert start == when.edtf[:10]
    return timeline


def check_ical(tables):
    icalendar = import_quietly("icalendar")
    content = files_of(tables, "ical")["calendar.ics"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(content)
    entries = list(calendar.walk("VEVENT"))
    assert not calendar.errors
    assert not any(one.errors for one in entries)
    assert len({one["UID"] for one in entries}) == len(entries)
    return entries


def check_brat(tables, folder, capsys):
    reader = import_quietly("bratly.io")
    bratly = import_quietly("bratly")
    for name, content in files_of(tables, "brat").items():
        (folder / name).write_bytes(content)
    found = reader.read_document_collection_from_folder(
        str(folder), no_duplicates_ann=False, sort_ann=False, renumerotize_ann=False
    )
    assert capsys.readouterr().out == ""  # the parser prints what it cannot read
    assert len(found.documents) == len(tables.documents)
    texts = {one.id: one.text for one in tables.documents}
    for document in found.documents:
        name = document.fullpath.rsplit("/", 1)[-1].removesuffix(".txt")
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        assert len(text) == len(texts[name])
        (collection,) = document.annotation_collections
        lines = (folder / f"{name}.ann").read_text(encoding="utf-8").splitlines()
        assert len(collection.annotations) == len(lines)
        for one in collection.annotations:
            if isinstance(one, bratly.EntityAnnotation):
                words = " ".join(text[part.start : part.end] for part in one.fragments)
                assert words == one.content
    return found
