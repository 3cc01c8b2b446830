"""Every format of the example story, checked by its library: a record as articles make it."""

import export_validators as validators
import pytest

from onrecord.present.view import View
from onrecord.store import open_store

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tables(example_record):
    store = open_store(example_record, create=False)
    found = store.read_tables()
    store.close()
    return found


@pytest.mark.parametrize("name", ["parquet", "polecat", "webannotation", "schemaorg", "ftm", "timelinejs", "ical"])
def test_the_example_is_valid(name, tables):
    getattr(validators, f"check_{name}")(tables)


def test_the_example_is_read_by_a_brat_parser(tables, tmp_path, capsys):
    found = validators.check_brat(tables, tmp_path, capsys)
    kinds = {type(one).__name__ for each in found.documents for one in each.annotation_collections[0].annotations}
    assert kinds >= {"EntityAnnotation", "EventAnnotation", "RelationAnnotation", "AttributeAnnotation"}


def test_every_quotation_stands_in_its_article(tables):
    view = View(tables)
    quotations, reviews = validators.check_schemaorg(tables)
    assert quotations
    for one in quotations:
        text = view.documents[one["isPartOf"]["@id"].removeprefix("urn:onrecord:")].text
        assert all(part in " ".join(text.split()) for part in one["text"].split(" … "))
    settled = {f"urn:onrecord:{one.id}" for one in tables.commitments if one.resolution}
    assert {one["@id"] for one in reviews} <= settled
