"""Correcting at the desk: short forms, the result at once, the log with undo, and what is refused."""

import re

import pytest

TWO_CALLS = (
    "LORN, March 7, 2024 (The Ledger) - Premier Ada Moreau met President Boris Tane in Lorn on Thursday. "
    "“We agreed on a pause,” Moreau told reporters. “The harbour will open by April 1,” Tane said. "
    "Moreau held a phone call with Tane on Tuesday, officials said.\n"
)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """A record of one article, read by the grammar."""
    from onrecord.api import Record
    from onrecord.config import Settings

    path = tmp_path_factory.mktemp("correcting") / "story.db"
    with Record(settings=Settings(record=str(path), tagger="grammar", workers=1)) as record:
        record.add_given([("one.txt", TWO_CALLS.encode())])
    return path


@pytest.fixture
def room(story, tmp_path, open_record):
    """A desk of a copy of it."""
    copy = tmp_path / "story.db"
    copy.write_bytes(story.read_bytes())
    with open_record(copy) as client:
        yield client


def rows(client, table, **wanted):
    found = client.get(f"/api/v1/{table}?limit=100").json()["rows"]
    return [row for row in found if all(row[name] == value for name, value in wanted.items())]


def send(client, path, kind=None, *ids, **fields):
    """Fill in the form that the page has, as a browser does, and follow where it leads."""
    page = client.get(path).text
    assert kind is None or f'name="kind" value="{kind}"' in page, page
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', page)[1]
    data = {"csrf": token, "author": "Ida", "reason": "seen", **fields}
    if kind:
        data |= {"kind": kind, "id": list(ids)}
    return client.post("/corrections" if kind else "/corrections/undo", data=data)


def statement(client, words):
    text = rows(client, "documents")[0]["text"]
    spans = {row["id"]: row["content"][0] for row in rows(client, "statements")}
    return next(name for name, span in spans.items() if words in text[span["start"] : span["end"]])


def test_a_speaker_set_right_is_seen_at_once_and_undone(room):
    name = statement(room, "agreed on a pause")
    answer = send(room, f"/statements/{name}", "speaker", name, value="Boris Tane")
    assert answer.status_code == 200
    assert "Done: Boris Tane said “We agreed on a pause" in answer.text
    assert answer.url.path.startswith("/statements/")
    tane = rows(room, "actors", name="Boris Tane")[0]["id"]
    assert rows(room, "statements", id=answer.url.path.split("/")[-1])[0]["source"]["actor"] == tane
    log = room.get("/corrections").text
    assert "Because: seen" in log
    assert "Ida" in log
    undone = send(room, "/corrections", number="1", reason="it was she")
    assert "Correction 1 is undone" in undone.text
    moreau = rows(room, "actors", name="Ada Moreau")[0]["id"]
    assert rows(room, "statements", id=statement(room, "agreed on a pause"))[0]["source"]["actor"] == moreau
    assert "undone by Ida" in room.get("/corrections").text


def test_a_speaker_that_nobody_knows(room):
    name = statement(room, "agreed on a pause")
    answer = send(room, f"/statements/{name}", "speaker", name, value="")
    assert "nobody is known to have said" in answer.text


def test_a_statement_is_dropped_and_another_added_by_its_words(room):
    name = statement(room, "agreed on a pause")
    document = rows(room, "documents")[0]
    dropped = send(room, f"/statements/{name}", "drop", name)
    assert dropped.url.path == f"/documents/{document['id']}"
    assert "is no statement" in dropped.text
    added = send(
        room,
        f"/documents/{document['id']}",
        "add",
        document["id"],
        content="met President Boris Tane in Lorn",
        value="The Ledger",
        actor_kind="organization",
        act="report",
    )
    assert "is a statement of The Ledger" in added.text
    assert '<mark class="here" id="at">' in added.text
    assert any(row["act"] == "report" for row in rows(room, "statements"))


def test_a_place_decides_between_the_same_words(room):
    document = rows(room, "documents")[0]
    last = document["text"].rindex("Tane")
    path = f"/documents/{document['id']}"
    refused = send(room, path, "add", document["id"], content="Tane", value="The Ledger")
    assert refused.status_code == 422
    assert "stand 3 times" in refused.text
    added = send(room, path, "add", document["id"], content="Tane", value="The Ledger", place=f"{last}-{last + 4}")
    assert f"at={last}-{last + 4}" in str(added.url)


def test_the_dates_of_a_document_and_an_event_are_set_right(room):
    document = rows(room, "documents")[0]["id"]
    assert "is dated 2024-03-08" in send(room, f"/documents/{document}", "date", document, value="2024-03-08").text
    assert rows(room, "documents")[0]["published"]["basis"] == "given"
    event = rows(room, "events", mode="meeting")[0]["id"]
    answer = send(room, f"/events/{event}", "date", event, value="2024-03-01")
    assert "is dated 2024-03-01" in answer.text
    assert rows(room, "events", mode="meeting")[0]["when"]["edtf"] == "2024-03-01"
    assert answer.url.path == f"/events/{rows(room, 'events', mode='meeting')[0]['id']}"
    assert send(room, f"/documents/{document}", "date", document, value="soon").status_code == 422


def test_actors_are_renamed_merged_and_split(room):
    moreau, tane = (rows(room, "actors", name=name)[0]["id"] for name in ("Ada Moreau", "Boris Tane"))
    page = room.get(f"/actors/{moreau}").text
    assert '<option value="Boris Tane">' in page
    assert "is called “Ada M. Moreau”" in send(room, f"/actors/{moreau}", "rename", moreau, value="Ada M. Moreau").text
    merged = send(room, f"/actors/{moreau}", "merge", moreau, "Boris Tane")
    assert "are one" in merged.text
    assert not rows(room, "actors", name="Boris Tane")
    send(room, "/corrections", number="2")
    part = re.search(r'<option value="([^"]+@[^"]+)">[^<]*\[Tane\]', room.get(f"/actors/{tane}").text)[1]
    split = send(room, f"/actors/{tane}", "split", tane, part=part)
    assert "is kept apart from" in split.text


def test_events_are_merged_and_renamed(room):
    first, second = (row["id"] for row in rows(room, "events", type="CONSULT")[:2])
    assert f'<option value="{second}">' in room.get(f"/events/{first}").text
    assert "are one" in send(room, f"/events/{first}", "merge", first, second).text
    assert len(rows(room, "events", type="CONSULT")) == 1
    (left,) = (row["id"] for row in rows(room, "events", type="CONSULT"))
    assert (
        "is called “The Lorn meeting”" in send(room, f"/events/{left}", "rename", left, value="The Lorn meeting").text
    )


def test_a_commitment_is_marked_with_the_words_that_say_so(room):
    name = rows(room, "commitments")[0]["id"]
    answer = send(room, f"/commitments/{name}", "mark", name, value="kept", text="it opened")
    assert "is kept: it opened" in answer.text
    assert rows(room, "commitments")[0]["status"] == "kept"


def test_a_name_once_given_is_filled_in_again(room):
    name = statement(room, "agreed on a pause")
    page = send(room, f"/statements/{name}", "speaker", name, value="Boris Tane", author="Zoë O'Neil <b>").text
    assert 'value="Zoë O&#39;Neil &lt;b&gt;"' in page
    assert "<b>" not in page


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"author": " "}, 422, "needs a name"),
        ({"kind": "undo"}, 422, ""),
        ({"kind": "drop", "id": "sta-none"}, 422, "is no statement of the record"),
        ({"csrf": "00"}, 403, "out of date"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(room, fields, status, words):
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', room.get("/adding").text)[1]
    data = {"csrf": token, "kind": "drop", "id": statement(room, "pause"), "author": "Ida", **fields}
    answer = room.post("/corrections", data=data)
    assert answer.status_code == status
    assert words in answer.text
    assert "Nothing has been corrected yet" in room.get("/corrections").text
    assert room.post("/corrections", data=data, headers={"origin": "http://evil.example"}).status_code == 403


def test_the_log_is_taken_away_and_words_that_are_gone_are_listed_apart(room, story, tmp_path, open_record):
    name = statement(room, "agreed on a pause")
    send(room, f"/statements/{name}", "speaker", name, value="Boris Tane")
    log = room.get("/corrections.jsonl")
    assert log.headers["content-type"] == "application/jsonl"
    from onrecord.api import Record
    from onrecord.config import Settings

    other = tmp_path / "other.db"
    with Record(settings=Settings(record=str(other), tagger="grammar", workers=1)) as record:
        record.add_given([("two.txt", TWO_CALLS.replace("agreed on a pause", "agreed on nothing").encode())])
        record.import_corrections(log.content)
    with open_record(other) as client:
        page = client.get("/corrections").text
    assert "1 correction without a place" in page
    assert "the record holds no document with the text of one.txt" in page


def test_a_settled_dispute_shows_its_verdict(desk):
    page = desk.get("/disputes/dis-aaa1").text
    assert 'name="kind" value="settle"' in page
    assert '<option value="no meeting was agreed">' in page
