"""The JSON API: the export's rows, cut and narrowed; one shape of error; an OpenAPI document that holds."""

import json

import pytest

from onrecord.present.export import encode_jsonl
from onrecord.tables import ROW_TYPES

ERROR = {"status", "message", "id"}


def export_rows(tables, table: str) -> list[dict]:
    return [json.loads(line) for line in encode_jsonl(tables, table).split(b"\n") if line]


def all_rows(client, table: str, size: int = 7) -> list[dict]:
    rows: list[dict] = []
    while True:
        page = client.get(f"/api/v1/{table}?limit={size}&offset={len(rows)}").json()
        rows += page["rows"]
        if len(rows) >= page["total"]:
            return rows


@pytest.mark.parametrize("table", ROW_TYPES)
def test_the_rows_are_those_of_the_export(desk, small_tables, table):
    assert all_rows(desk, table, 1 + (table == "links")) == export_rows(small_tables, table)


def test_the_rows_of_a_real_story_are_those_of_the_export(open_record, example_record):
    with open_record(example_record) as client:
        tables = client.app.state.desk.snapshot().view.tables
        for table in ROW_TYPES:
            assert all_rows(client, table, 200) == export_rows(tables, table)


@pytest.mark.parametrize("table", [name for name in ROW_TYPES if "id" in ROW_TYPES[name].__dataclass_fields__])
def test_a_row_is_found_by_its_id(desk, small_tables, table):
    for row in export_rows(small_tables, table):
        assert desk.get(f"/api/v1/{table}/{row['id']}").json() == row
    missing = desk.get(f"/api/v1/{table}/nothing")
    assert missing.status_code == 404
    assert set(missing.json()["error"]) == ERROR


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("events?mode=call", ["evt-aaa1"]),
        ("events?status=planned&type=CONSULT", ["evt-bbb2"]),
        ("events?actor=tane&since=2024-03-04&until=2024-03-04", ["evt-aaa1"]),
        ("events?since=2024-03-05", []),
        ("statements?act=deny", ["sta-bbb2"]),
        ("statements?actor=act-aaa1", ["sta-aaa1"]),
        ("statements?utterance=utt-aaa1", ["sta-aaa1"]),
        ("statements?document=ledger", ["sta-aaa1", "sta-bbb2"]),
        ("positions?stance=proposes&proposal=pro-aaa1", ["pos-aaa1"]),
        ("claims?event=evt-bbb2", ["clm-aaa1"]),
        ("disputes?about=evt-bbb2&kind=denial", ["dis-aaa1"]),
        ("documents?until=2024-03-05", ["doc-aaa1"]),
        ("actors?actor=moreau", ["act-aaa1"]),
    ],
)
def test_a_table_can_be_narrowed(desk, question, ids):
    answer = desk.get(f"/api/v1/{question}").json()
    assert [row["id"] for row in answer["rows"]] == ids
    assert answer["total"] == len(ids)


@pytest.mark.parametrize(
    "question",
    ["events?limit=0", "events?limit=1001", "events?offset=-1", "events?mode=shout", "events?nothing=1",
     "events?since=soon", "search", "search?q=x&table=links", "events?limit=1&limit=2", "events?actor=" + "a" * 300],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_one_shape(desk, question):
    answer = desk.get(f"/api/v1/{question}")
    assert answer.status_code == 422
    assert set(answer.json()["error"]) >= ERROR
    assert "pydantic" not in answer.text


def test_search_pages_and_marks(desk):
    first = desk.get("/api/v1/search?q=lorn&limit=1").json()
    assert first["total"] > 1
    assert "‹Lorn›" in first["rows"][0]["snippet"]
    second = desk.get("/api/v1/search?q=lorn&limit=1&offset=1").json()
    assert second["rows"] != first["rows"]
    narrowed = desk.get("/api/v1/search?q=lorn&table=statements&actor=moreau&document=doc-aaa1").json()
    assert [row["id"] for row in narrowed["rows"]] == ["sta-aaa1"]


def test_why_is_told_as_the_command_line_tells_it(desk):
    one = desk.get("/api/v1/why/dis-aaa1").json()
    assert one["reasons"] == ["one side announces the meeting, the other says none was agreed"]
    two = desk.get("/api/v1/why/evt-aaa1?other=evt-bbb2").json()
    assert [link["reasons"] for link in two["links"]] == [["a call is not a meeting"]]
    assert desk.get("/api/v1/why/evt-aaa1?other=evt-zzz9").status_code == 404


def test_an_answer_that_is_known_is_not_sent_again(own_desk, small_record, small_tables, monkeypatch):
    first = own_desk.get("/api/v1/events?limit=1")
    tag = first.headers["etag"]
    for sent in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = own_desk.get("/api/v1/events?limit=1", headers={"if-none-match": sent})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == tag
    assert own_desk.get("/api/v1/events?limit=2", headers={"if-none-match": tag}).status_code == 200
    assert own_desk.get("/api/v1/actors?limit=1", headers={"if-none-match": tag}).status_code == 200

    from onrecord.store import open_store

    store = open_store(small_record)
    store.replace_tables(small_tables)
    store.close()
    assert own_desk.get("/api/v1/events?limit=1", headers={"if-none-match": tag}).status_code == 200


def test_a_missing_row_has_no_tag(desk):
    assert desk.get("/api/v1/events/evt-zzz9", headers={"if-none-match": '"x"'}).status_code == 404


def test_faults_of_annotation_are_not_quoted(own_desk):
    from onrecord.records import Failure

    own_desk.app.state.desk.record.store.add_failures(
        [Failure(uri="a.txt", stage="annotate", reason="KeyError: 'x'", mend="Report it")]
    )
    rows = own_desk.get("/api/v1/failures").json()["rows"]
    assert {row["uri"] for row in rows} == {"a.txt", "news/bad.txt"}
    assert "KeyError" not in json.dumps(rows)
    assert "KeyError" not in own_desk.get("/failures").text


def test_the_openapi_names_every_table_and_loads_nothing_from_elsewhere(desk):
    schema = desk.get("/api/v1/openapi.json").json()
    for table in ROW_TYPES:
        assert f"/api/v1/{table}" in schema["paths"]
    event = schema["components"]["schemas"]["Event"]["properties"]
    assert set(event) == set(ROW_TYPES["events"].__dataclass_fields__)
    assert not any(path.startswith("/events") for path in schema["paths"])
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert desk.get(path).status_code == 404


def test_no_question_that_the_openapi_allows_breaks_the_api(desk):
    """Schemathesis (hypothesis on the OpenAPI document): no 5xx, and every answer as the document promises."""
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
    from hypothesis import HealthCheck, Phase, given, settings

    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", desk.app, headers={"host": "localhost"})
    checked = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @given(case=operation.as_strategy())
        @settings(
            max_examples=6,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def ask(case):
            answer = case.call(headers={"host": "localhost"})
            case.validate_response(answer)
            assert answer.status_code < 500

        ask()
        checked += 1
    assert checked > 2 * len(ROW_TYPES) - 5
