"""Adding at the desk: files are taken by their bytes, the work is told of, what fails is listed."""

import re
import time

import pytest

ARTICLE = (
    "LORN, March 7, 2024 (The Ledger) - Premier Ada Moreau met President Boris Tane in Lorn on Thursday. "
    "“We agreed on a pause,” Moreau told reporters.\n"
)


def send(client, *files, **fields):
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/adding").text)[1]
    listed = [("files", (name, content)) for name, content in files]
    return client.post("/adding", data={"csrf": token, **fields}, files=listed or None, follow_redirects=False)


def wait(client, answer):
    assert answer.status_code == 303, answer.text
    path = answer.headers["location"]
    for _ in range(600):
        page = client.get(path)
        if "refresh" not in page.headers:
            return page.text
        assert page.headers["refresh"] == "2"
        time.sleep(0.1)
    raise AssertionError("the job did not end")


@pytest.fixture(scope="module")
def added(tmp_path_factory):
    """A desk with an empty record to which a good, an empty and a binary file were added."""
    from fastapi.testclient import TestClient

    from onrecord.config import Settings
    from onrecord.web.app import build_app
    from onrecord.web.options import DeskOptions

    path = tmp_path_factory.mktemp("adding") / "story.db"
    app = build_app(Settings(record=str(path), tagger="grammar", workers=1), DeskOptions(), create=True)
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        files = [("../../etc/one.txt", ARTICLE.encode()), ("empty.txt", b" "), ("two.txt", b"\x00\x01\x02")]
        page = wait(client, send(client, *files, date="2024-03-07"))
        yield client, page


def test_a_file_becomes_a_document_with_its_statements(added):
    client, page = added
    assert "1 new, 0 known already, 2 failed" in page
    rows = client.get("/api/v1/documents").json()["rows"]
    assert [row["uri"] for row in rows] == ["one.txt"]
    assert rows[0]["text"] == ARTICLE
    assert client.get("/api/v1/statements?actor=moreau").json()["total"] >= 1
    assert client.get("/search?q=pause").text.count("<mark>") >= 1


def test_what_failed_is_listed_with_its_reason(added):
    client, page = added
    for words in ("empty.txt", "two.txt"):
        assert words in page
        assert words in client.get("/failures").text


def test_the_same_file_again_is_known(added):
    client, _ = added
    assert "0 new, 1 known already, 0 failed" in wait(client, send(client, ("one.txt", ARTICLE.encode())))
    assert "Lately" in client.get("/adding").text


@pytest.mark.parametrize(
    "path", ["/etc/hostname", "file:///etc/hostname", "../../story.db", "-", "*.txt", "ftp://x.example/a"]
)
def test_no_path_is_opened_for_a_visitor(added, path):
    client, _ = added
    assert send(client, urls=path).status_code == 422
    assert client.get("/api/v1/documents").json()["total"] == 1


def test_an_address_of_this_machine_is_not_fetched(added):
    client, _ = added
    page = wait(client, send(client, urls="http://127.0.0.1:9/secret\nhttp://169.254.169.254/latest"))
    assert "0 new, 0 known already, 2 failed" in page
    assert "private" in page


@pytest.mark.parametrize("fields", [{}, {"date": "2024-03-07"}, {"urls": "  \n "}, {"urls": "http://["}])
def test_nothing_to_add_is_said(added, fields):
    assert send(added[0], **fields).status_code == 422


def test_a_date_that_is_none_is_refused(added):
    assert send(added[0], ("a.txt", b"x"), date="soon").status_code == 422


def test_an_unknown_job_is_a_404(added):
    assert added[0].get("/adding/none").status_code == 404


def test_a_job_that_breaks_is_told_with_a_number(own_desk, monkeypatch):
    def fail(*args, **options):
        raise RuntimeError("secret path /srv/story.db")

    monkeypatch.setattr("onrecord.api.Record.add_given", fail)
    page = wait(own_desk, send(own_desk, ("a.txt", b"words")))
    assert re.search(r"under the number [0-9a-f]{8}", page)
    assert "secret" not in page


def test_too_many_waiting_jobs_are_refused(own_desk, monkeypatch):
    monkeypatch.setattr("onrecord.web.jobs.MOST_WAITING", 0)
    assert send(own_desk, ("a.txt", b"words")).status_code == 503
