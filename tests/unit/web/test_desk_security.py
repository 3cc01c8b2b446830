"""What the desk refuses, and what its answers never do."""

import re

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import app as commands
from onrecord.errors import SettingError
from onrecord.version import __version__
from onrecord.web.app import build_app
from onrecord.web.options import DeskOptions, check_options

HOME = "http://127.0.0.1:8765"


def form_token(client) -> str:
    return re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/adding").text)[1]


def upload(client, token, **headers):
    files = {"files": ("a.txt", b"")}
    return client.post("/adding", data={"csrf": token}, files=files, headers=headers, follow_redirects=False)


@pytest.mark.parametrize("path", ["/", "/events", "/nothing", "/api/v1/events", "/api/v1/nothing", "/static/desk.css"])
def test_no_answer_lets_a_script_run_or_a_frame_be_made(desk, path):
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_pages_hold_no_script_no_inline_style_and_nothing_from_elsewhere(desk):
    for path in ("/", "/events/evt-bbb2", "/adding", "/search?q=lorn", "/positions", "/corrections"):
        page = desk.get(path).text
        assert "<script" not in page
        assert "<style" not in page
        assert not re.search(r"\s(?:style|on\w+)=", page)
        assert not re.search(r'(?:src|href|action)="(?!/|#|data:,)', page), path


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil:8765", "", "[::1", "[::1]:x"]
)
def test_an_unknown_host_is_refused(desk, host):
    for path in ("/", "/api/v1/events", "/static/desk.css"):
        answer = desk.get(path, headers={"host": host})
        assert answer.status_code == 400
        assert "Moreau" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765", "10.0.0.7"])
def test_plain_addresses_and_localhost_are_known(desk, host):
    assert desk.get("/", headers={"host": host}).status_code == 200


def test_a_name_can_be_allowed(open_at):
    client = open_at(names=("desk.example",))
    assert client.get("/", headers={"host": "Desk.example:8765"}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.4", "desk.example", ""])
def test_a_network_needs_a_token(host):
    with pytest.raises(SettingError, match=r"--token or ONRECORD_TOKEN"):
        check_options(DeskOptions(host=host))
    check_options(DeskOptions(host=host, token="t"))


def test_serve_refuses_a_network_without_a_token(small_record):
    result = CliRunner().invoke(commands, ["serve", "--host", "0.0.0.0", "--record", str(small_record)])
    assert isinstance(result.exception, SettingError)
    assert "no token is set" in str(result.exception)


def test_serve_says_what_to_install(monkeypatch, small_record):
    monkeypatch.setattr("onrecord.cli.serving.find_spec", lambda name: None)
    result = CliRunner().invoke(commands, ["serve", "--record", str(small_record)])
    assert "pip install 'onrecord[web]'" in str(result.exception)


def test_without_the_token_nothing_is_shown(open_at):
    client = open_at(token="open sesame")
    for path in ("/", "/events/evt-aaa1", "/adding", "/nothing"):
        answer = client.get(path, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/enter?next=/")
    for path in ("/api/v1", "/api/v1/events", "/api/v1/openapi.json"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["error"]["status"] == 401
    assert client.post("/adding", data={"csrf": "x"}).status_code == 401


def test_programs_send_the_token(open_at):
    client = open_at(token="open sesame")
    assert client.get("/api/v1/events", headers={"authorization": "Bearer open sesame"}).json()["total"] == 2
    for wrong in ("Bearer open", "Bearer ", "Basic open sesame", "open sesame", "Bearer open sesamé"):
        assert client.get("/api/v1/events", headers={"authorization": wrong.encode()}).status_code == 401


def test_people_sign_in_with_the_token(open_at, monkeypatch):
    monkeypatch.setattr("onrecord.web.entering.WRONG_SECONDS", 0)
    client = open_at(token="open sesame")
    page = client.get("/events?mode=call").text
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', page)[1]
    wrong = client.post("/enter", data={"csrf": token, "token": "guess", "next": "/"})
    assert wrong.status_code == 403
    assert client.get("/", follow_redirects=False).status_code == 303
    before = dict(client.cookies)
    answer = client.post(
        "/enter", data={"csrf": token, "token": "open sesame", "next": "//evil.example"}, follow_redirects=False
    )
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert dict(client.cookies) != before, "a session set before signing in must not become a signed-in one"
    assert client.get("/", follow_redirects=False).status_code == 200


def test_a_forged_cookie_is_not_a_session(open_at):
    client = open_at(token="open sesame")
    client.get("/enter")
    name, value = next(iter(client.cookies.items()))
    for forged in (value.replace(".out.", ".in."), "x.in.y", "", "…"):
        headers = {"cookie": f"{name}={forged}".encode()}
        assert client.get("/", headers=headers, follow_redirects=False).status_code == 303


def test_a_form_without_the_sessions_token_is_refused(own_desk, open_at):
    good = form_token(own_desk)
    assert upload(own_desk, good).status_code == 303
    for bad in ("", "x", good[:-1]):
        assert upload(own_desk, bad).status_code == 403
    assert own_desk.post("/adding", data={"urls": "http://x.example/"}).status_code == 403
    other = open_at()
    assert upload(other, good).status_code == 403
    assert upload(other, form_token(other)).status_code == 303


def test_a_form_sent_from_another_site_is_refused(own_desk):
    good = form_token(own_desk)
    for headers in (
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        assert upload(own_desk, good, **headers).status_code == 403, headers
    assert upload(own_desk, good, origin=HOME).status_code == 303


def test_what_is_too_long_is_refused(open_at):
    client = open_at(max_upload_bytes=10_000)
    token = form_token(client)
    big = {"files": ("a.txt", b"x" * 20_000)}
    assert client.post("/adding", data={"csrf": token}, files=big).status_code == 413

    def unannounced():
        for _ in range(40):
            yield b"x" * 1000

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert client.post("/adding", content=unannounced(), headers=kind).status_code == 413
    for length in ("-1", "9" * 30, "ten"):
        assert client.get("/", headers={"content-length": length}).status_code in (400, 413)


@pytest.mark.parametrize("body", [b"", b"--b", b"--b\r\n\r\n", b"\xff" * 50])
def test_a_broken_form_is_refused(desk, body):
    answer = desk.post("/adding", content=body, headers={"content-type": "multipart/form-data; boundary=b"})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("path", ["/events", "/api/v1/events"])
def test_a_fault_of_ours_shows_a_number_and_no_words_of_it(desk, monkeypatch, caplog, path):
    def fail(self):
        raise KeyError("secret path /srv/story.db")

    monkeypatch.setattr("onrecord.web.desk.Desk.snapshot", fail)
    answer = desk.get(path)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "KeyError" not in answer.text
    number = re.search(r"\b[0-9a-f]{8}\b", answer.text)[0]
    assert any(number in record.getMessage() for record in caplog.records)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_methods_that_pages_do_not_take_are_refused(desk):
    for method in ("put", "delete", "patch"):
        assert getattr(desk, method)("/events").status_code == 405
        assert getattr(desk, method)("/api/v1/events").json()["error"]["status"] == 405


def test_a_record_in_memory_is_not_served():
    from onrecord.config import Settings
    from onrecord.errors import RecordError

    with pytest.raises(RecordError, match="in memory"):
        build_app(Settings(record=":memory:"), DeskOptions())


def test_only_the_text_has_a_script_and_it_is_the_desks_own(desk):
    answer = desk.get("/documents/doc-aaa1")
    assert answer.headers["content-security-policy"].endswith("; script-src 'self'")
    assert re.findall(r"<script[^>]*>[^<]*", answer.text) == [
        f'<script defer src="/static/select.js?{__version__}">',
    ]
    assert desk.get("/static/select.js").headers["content-type"].startswith("text/javascript")
