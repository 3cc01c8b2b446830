"""The desk on a small record made by hand, as a browser on this machine would see it."""

import pytest
from fastapi.testclient import TestClient

from onrecord.config import Settings
from onrecord.records import Failure, Received
from onrecord.store import open_store
from onrecord.web.app import build_app
from onrecord.web.options import DeskOptions

HOME = "http://127.0.0.1:8765"


def open_desk(record, **options) -> TestClient:
    """A client of the desk; faults of ours are answers, as they are for a browser."""
    app = build_app(Settings(record=str(record), tagger="grammar", workers=1), DeskOptions(**options))
    return TestClient(app, base_url=HOME, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def desk(small_tables, tmp_path_factory):
    """The desk of the small record, for tests that change nothing."""
    path = tmp_path_factory.mktemp("desk") / "story.db"
    store = open_store(path)
    document = small_tables.documents[0]
    store.add_received(Received(document=document, raw=document.text.encode(), media="text/plain"))
    store.replace_tables(small_tables)
    store.add_failures([Failure(uri="news/bad.txt", stage="read", reason="the file is empty", mend="remove it")])
    store.close()
    with open_desk(path) as client:
        yield client


@pytest.fixture
def own_desk(small_record):
    """A desk of the small record that a test may change."""
    with open_desk(small_record) as client:
        yield client


@pytest.fixture
def open_at(small_record):
    """Makes a desk of the small record with other options."""
    return lambda **options: open_desk(small_record, **options)


@pytest.fixture
def open_record():
    """Makes a desk of any record file."""
    return open_desk
