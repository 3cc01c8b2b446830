"""Every page of the desk: it answers, says what it should, and every link on it leads somewhere."""

import re
from html import unescape

import pytest

from onrecord.web.view import PAGES

LISTS = (
    "/", "/events", "/statements", "/actors", "/documents", "/disputes", "/positions", "/commitments", "/storylines",
    "/search", "/search?q=lorn", "/changes", "/adding", "/failures", "/api", "/enter",
)  # fmt: skip


def links(page: str) -> set[str]:
    return {unescape(one) for one in re.findall(r'href="(/[^"]*)"', page)}


@pytest.mark.parametrize("path", LISTS)
def test_each_list_answers(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 200, answer.text
    assert "<h1" in answer.text
    assert '<main id="main"' in answer.text


def test_every_link_leads_to_a_page_and_to_a_place_on_it(desk):
    seen: set[str] = set()
    waiting = ["/"]
    pages: dict[str, str] = {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = desk.get(path.partition("#")[0])
        assert answer.status_code == 200, path
        if "text/html" in answer.headers["content-type"]:
            pages[path] = answer.text
            waiting += sorted(links(answer.text) - seen)
    for page in PAGES:
        assert any(path.startswith(f"/{page}/") for path in seen), page
    for path, page in pages.items():
        anchor = path.partition("#")[2]
        assert not anchor or f'id="{anchor}"' in page, path


def test_every_row_with_a_page_has_one(desk, small_tables):
    for table in PAGES:
        for row in getattr(small_tables, table):
            assert desk.get(f"/{table}/{row.id}").status_code == 200, row.id


@pytest.mark.parametrize("table", [*PAGES, "claims", "nothing"])
@pytest.mark.parametrize("row_id", ["evt-zzz9", "evt-aaa", "..%2f..%2fetc%2fpasswd", "%00", "a" * 5000])
def test_an_unknown_id_is_a_clean_404(desk, table, row_id):
    answer = desk.get(f"/{table}/{row_id}")
    assert answer.status_code == 404
    assert "The record holds nothing under this address" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/events/evt-aaa1", ("Phone call between", "The Ledger", "1 outlet, 1 origin", "a call is not a")),
        ("/events/evt-bbb2", ("Lorn", "According to", "Where the accounts part", "proposes")),
        ("/statements/sta-aaa1", ("“We will meet in Lorn”", "promises, in quotation marks", "Ada Moreau")),
        ("/statements/sta-bbb2", ("Tane&#39;s office", "the office is not an actor of the record")),
        ("/actors/act-aaa1", ("Ada Moreau", "Moreau", "Promised", "Took part in")),
        ("/disputes/dis-aaa1", ("We will meet in Lorn", "no meeting was agreed", "one side announces")),
        ("/documents/doc-aaa1", ("The Ledger", "SHA-256", "given by hand")),
        ("/commitments/com-aaa1", ("open", "nothing later speaks of it")),
        ("/failures", ("news/bad.txt", "the file is empty", "remove it")),
        ("/why?a=evt-aaa1&b=evt-bbb2", ("not the same", "a call is not a meeting")),
        ("/why?a=act-aaa1&b=act-bbb2", ("never compared",)),
    ],
)  # fmt: skip
def test_a_page_says_what_the_record_says(desk, path, words):
    page = desk.get(path).text
    for word in words:
        assert word in page, word


@pytest.mark.parametrize(
    ("path", "there", "gone"),
    [
        ("/events?mode=call", "evt-aaa1", "evt-bbb2"),
        ("/events?status=planned", "evt-bbb2", "evt-aaa1"),
        ("/events?until=2024-03-04", "evt-aaa1", "evt-bbb2"),
        ("/events?actor=nobody", "No events found", "evt-aaa1"),
        ("/statements?act=deny", "sta-bbb2", "sta-aaa1"),
        ("/statements?actor=moreau", "sta-aaa1", "sta-bbb2"),
        ("/statements?document=elsewhere", "No statements found", "sta-aaa1"),
        ("/actors?actor=tane", "act-bbb2", "act-aaa1"),
        ("/commitments?status=kept", "No commitments found", "com-aaa1"),
        ("/search?q=lorn&table=events", "events/evt-bbb2", "statements/sta-aaa1"),
        ("/search?q=lorn&actor=boris", "events/evt-bbb2", "statements/sta-aaa1"),
        ("/search?q=absent", "Nothing found", "evt-bbb2"),
    ],
)
def test_a_list_can_be_narrowed(desk, path, there, gone):
    page = desk.get(path).text.partition("<main")[2]
    assert there in page
    assert gone not in page


@pytest.mark.parametrize("path", ["/events?page=0", "/events?page=x", "/events?since=soon", "/why?a=evt-aaa1"])
def test_a_parameter_that_cannot_be_used_is_named_not_echoed(desk, path):
    answer = desk.get(path)
    assert answer.status_code == 422
    assert "soon" not in answer.text


def test_a_page_far_behind_the_last_is_empty_not_broken(desk):
    assert "No events found" in desk.get("/events?page=999999").text


def test_the_layers_of_a_text_are_switched_by_the_address(desk):
    page = desk.get("/documents/doc-aaa1").text
    assert '<a class="l-statements' in page
    assert '<a class="l-actors' not in page
    bare = desk.get("/documents/doc-aaa1?layers=chosen").text
    assert '<a class="l-' not in bare
    assert "We will meet in Lorn" in bare
    events = desk.get("/documents/doc-aaa1?layers=chosen&show=events").text
    assert '<a class="l-events " href="/events/evt-aaa1">' in events


def test_a_link_to_evidence_marks_its_words(desk, small_tables):
    place = small_tables.events[0].evidence[0]
    page = desk.get(f"/documents/doc-aaa1?layers=chosen&at={place.start}-{place.end}").text
    assert '<mark class="here" id="at">Premier Ada Moreau called Boris Tane</mark>' in page
    assert desk.get("/documents/doc-aaa1?at=9-3").status_code == 200
    assert desk.get("/documents/doc-aaa1?at=x").status_code == 422


def test_changes_are_those_since_a_day(desk):
    assert "1 new event" in desk.get("/changes?since=2024-03-05").text or "2 new events" in desk.get("/changes").text
    assert "0 articles" in desk.get("/changes?since=2999-01-01").text


def test_a_record_written_by_another_program_is_read_anew(own_desk, small_record, small_tables):
    from dataclasses import replace

    from onrecord.store import open_store

    assert "Phone call" in own_desk.get("/events").text
    store = open_store(small_record)
    store.replace_tables(replace(small_tables, events=small_tables.events[1:], storylines=()))
    store.close()
    assert "Phone call" not in own_desk.get("/events").text


def test_while_another_program_writes_the_state_before_is_shown(own_desk, small_record, monkeypatch):
    from onrecord.errors import RecordError

    assert own_desk.get("/events").status_code == 200
    monkeypatch.setattr(type(own_desk.app.state.desk), "read_stamp", lambda self: "newer")

    def locked(self, stamp):
        raise RecordError("story.db is locked by another program")

    monkeypatch.setattr(type(own_desk.app.state.desk), "read_snapshot", locked)
    assert "Phone call" in own_desk.get("/events").text
    own_desk.app.state.desk.kept = None
    answer = own_desk.get("/events")
    assert answer.status_code == 503
    assert "story.db" not in answer.text


def test_an_empty_record_asks_for_articles(tmp_path):
    from fastapi.testclient import TestClient

    from onrecord.config import Settings
    from onrecord.web.app import build_app
    from onrecord.web.options import DeskOptions

    app = build_app(Settings(record=str(tmp_path / "new.db")), DeskOptions(), create=True)
    with TestClient(app, base_url="http://localhost") as client:
        assert "The record is empty" in client.get("/").text
        for path in LISTS:
            assert client.get(path).status_code == 200, path
