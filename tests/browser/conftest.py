"""A desk with the example story, served on a free port, and Debian's Chromium to look at it with."""

import os
import shutil
import socket
import threading
import time
from pathlib import Path

import pytest

CHROMIUM = Path(os.environ.get("ONRECORD_CHROMIUM", "/usr/bin/chromium"))


@pytest.fixture(scope="session")
def home(example_record, tmp_path_factory):
    """The address of the desk; it serves a copy, as a test adds to it."""
    uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
    from onrecord.config import Settings
    from onrecord.web.app import build_app
    from onrecord.web.options import DeskOptions

    record = shutil.copy(example_record, tmp_path_factory.mktemp("home") / "story.db")
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = build_app(Settings(record=str(record), workers=1), DeskOptions(port=port))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    for _ in range(100):
        if server.started:
            break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no browser at {CHROMIUM}; name one with ONRECORD_CHROMIUM")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report(example_record, tmp_path_factory):
    """The report of the example as a file, as somebody gets it by mail."""
    from onrecord.present.report import build_report
    from onrecord.present.view import View
    from onrecord.store import open_store

    store = open_store(example_record, create=False)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(build_report(View(store.read_tables())), encoding="utf-8")
    store.close()
    return path.as_uri()


@pytest.fixture(scope="session")
def paths(example_record):
    """An address of every kind of page."""
    from onrecord.store import open_store

    store = open_store(example_record, create=False)
    tables = store.read_tables()
    store.close()
    event = max(tables.events, key=lambda one: len(one.documents))
    statement = next(one for one in tables.statements if one.utterance)
    place = event.evidence[0]
    layers = "&".join(f"show={name}" for name in ("statements", "sources", "events", "times", "actors"))
    return {
        "story": "/",
        "events": "/events",
        "event": f"/events/{event.id}",
        "statements": "/statements",
        "statement": f"/statements/{statement.id}",
        "utterance": f"/utterances/{statement.utterance}",
        "actors": "/actors",
        "actor": f"/actors/{event.participants[0].actor}",
        "documents": "/documents",
        "document": f"/documents/{place.document}",
        "layers": f"/documents/{place.document}?{layers}&at={place.start}-{place.end}#at",
        "disputes": "/disputes",
        "dispute": f"/disputes/{tables.disputes[0].id}",
        "positions": "/positions",
        "commitments": "/commitments",
        "commitment": f"/commitments/{tables.commitments[0].id}",
        "storylines": "/storylines",
        "storyline": f"/storylines/{tables.storylines[0].id}",
        "search": "/search?q=ferry",
        "why": f"/why?a={tables.events[0].id}&b={tables.events[1].id}",
        "changes": "/changes",
        "corrections": "/corrections",
        "adding": "/adding",
        "failures": "/failures",
        "api": "/api",
        "enter": "/enter",
    }
