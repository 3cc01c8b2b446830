"""Watching feeds on a server of this machine: what is new is added and told, politely; failures stop nothing."""

import json
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from typer.testing import CliRunner

from onrecord.api import Record
from onrecord.cli.app import app
from onrecord.cli.watching import read_interval
from onrecord.config import Settings
from onrecord.engine import Engine
from onrecord.errors import RecordError, SettingError
from onrecord.watching import Watch

CONTENT = "http://purl.org/rss/1.0/modules/content/"
FULL = (
    "<p>LORN, March {day}, 2024 - Premier Ada Moreau met President Boris Tane in Lorn on March {day}. {more}</p>"
    "<p>“We agreed on a pause,” Moreau told reporters after the meeting in the old town hall, where the two had "
    "talked for most of the day about the harbour, the ferry and the price of the winter's coal for the islands. "
    "Officials of both governments said that a further round was possible, though nobody would name a day for it.</p>"
)


class Site(BaseHTTPRequestHandler):
    """A feed whose items a test sets, a page of one of them, and what was asked."""

    items: ClassVar[list[str]] = []
    asked: ClassVar[list[tuple[str, str | None]]] = []
    status: ClassVar[int] = 200
    robots: ClassVar[str] = ""

    def log_message(self, *_):
        pass

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        Site.asked.append((self.path, self.headers.get("If-None-Match")))
        tag = f'"{len(Site.items)}"'
        if self.path == "/robots.txt":
            self.answer(Site.robots.encode(), Content_Type="text/plain")
        elif self.path.startswith("/page"):
            page = (
                f"<html><head><title>A page</title></head><body><article>{FULL.format(day=9, more='')}</article></body>"
            )
            self.answer(page.encode(), 200 if "gone" not in self.path else 404, Content_Type="text/html")
        elif Site.status != 200:
            self.answer(b"", Site.status, Retry_After="600")
        elif self.headers.get("If-None-Match") == tag:
            self.answer(b"", 304)
        else:
            head = f'<rss version="2.0" xmlns:content="{CONTENT}"><channel><title>The Ledger</title>'
            rss = f"{head}{''.join(Site.items)}</channel></rss>"
            self.answer(rss.encode(), Content_Type="application/rss+xml", ETag=tag)


def item(place, text, day=7):
    return (
        f"<item><title>Moreau and Tane meet again</title><link>{place}</link>"
        f"<pubDate>Thu, 0{day} Mar 2024 12:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


@pytest.fixture
def site():
    Site.items, Site.asked, Site.status, Site.robots = [], [], 200, ""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def record(tmp_path):
    settings = Settings(record=str(tmp_path / "story.db"), tagger="grammar", workers=1, allow_private_addresses=1)
    with Record(settings=settings) as opened:
        yield opened


def long(day, more=""):
    return FULL.format(day=day, more=more) * 2


def test_what_is_new_is_added_and_told_and_an_unchanged_feed_not_sent_again(site, record):
    watch = Watch(record, [f"{site}/feed"], pause=0)
    Site.items.append(item(f"{site}/a", long(6), 6))
    first = watch.poll()
    assert len(first.added.new) == 1
    assert {(one.table, one.change) for one in first.changes} >= {("documents", "new"), ("events", "new")}
    again = watch.poll()
    assert (again.added.new, again.changes, again.faults) == ((), (), ())
    assert Site.asked[-1] == ("/feed", '"1"')
    Site.items.append(item(f"{site}/b", long(8), 8))
    second = watch.poll()
    assert len(second.added.new) == 1
    assert second.added.known == ()
    assert any(one.table == "events" and "8 March" in one.label for one in second.changes)


def test_the_page_of_a_teaser_is_fetched_once_if_the_site_lets_us(site, record):
    Site.items = [item(f"{site}/page1", "Moreau and Tane met."), item(f"{site}/page-closed", "They met.")]
    Site.robots = "User-agent: *\nDisallow: /page-closed"
    watch = Watch(record, [f"{site}/feed"], pause=0)
    done = watch.poll()
    assert len(done.added.new) == 1
    assert ["robots.txt" in one.reason for one in done.added.failed] == [True]
    for _ in range(6):
        watch.poll()
    asked = Counter(path for path, _ in Site.asked)
    assert asked["/page1"] == 1
    assert asked["/page-closed"] == 0


def test_a_page_that_is_gone_is_left_after_three_tries(site, record):
    Site.items = [item(f"{site}/page-gone", "They met.")]
    watch = Watch(record, [f"{site}/feed"], pause=0)
    assert [len(watch.poll().added.failed) for _ in range(5)] == [1, 1, 1, 0, 0]
    assert Counter(path for path, _ in Site.asked)["/page-gone"] == 3


def test_without_pages_teasers_are_left(site, record):
    Site.items = [item(f"{site}/page1", "They met.")]
    assert Watch(record, [f"{site}/feed"], pages=False).poll().added.new == ()
    assert "/page1" not in [path for path, _ in Site.asked]


def test_a_feed_that_fails_stops_no_other_and_is_left_alone_for_a_while(site, record):
    Site.items = [item(f"{site}/a", long(6), 6)]
    Site.status = 503
    watch = Watch(record, [f"{site}/feed", "http://127.0.0.1:1/feed"], pause=0)
    done = watch.poll()
    assert done.faults[0][1].startswith("The server answered 503")
    assert len(done.faults) == 2
    asked = len(Site.asked)
    Site.status = 200
    watch.poll()
    assert len(Site.asked) == asked  # Retry-After says ten minutes
    watch.feeds[0].later = 0
    assert len(watch.poll().added.new) == 1


def test_what_could_not_be_written_comes_again(site, record, monkeypatch):
    Site.items = [item(f"{site}/a", long(6), 6)]
    watch = Watch(record, [f"{site}/feed"])
    with monkeypatch.context() as patched:
        patched.setattr(Engine, "take", lambda *_: (_ for _ in ()).throw(RecordError("it is locked")))
        with pytest.raises(RecordError):
            watch.poll()
    assert len(watch.poll().added.new) == 1


def test_what_is_no_feed_is_a_fault_not_an_end(site, record):
    Site.items = ["<item>"]
    assert "feed" in Watch(record, [f"{site}/page1"]).poll().faults[0][1]


@pytest.mark.parametrize("feeds", [[], ["feed.xml"], ["http://127.0.0.1/a", "-"]])
def test_only_urls_are_watched(record, feeds):
    with pytest.raises(SettingError):
        Watch(record, feeds)


def test_once_from_the_command_line(site, tmp_path):
    Site.items = [item(f"{site}/a", long(6), 6)]
    env = {"ONRECORD_ALLOW_PRIVATE_ADDRESSES": "1", "COLUMNS": "200"}
    args = ["watch", f"{site}/feed", "--once", "--record", str(tmp_path / "story.db"), "--tagger", "grammar"]
    shown = CliRunner().invoke(app, args, env=env)
    assert shown.exit_code == 0, shown.output
    assert "1 new article\n" in shown.stderr
    assert "Meeting between Ada Moreau and Boris Tane in Lorn" in shown.stdout
    quiet = CliRunner().invoke(app, [*args, "--json"], env=env)
    assert json.loads(quiet.stdout)["changes"] == []
    failed = CliRunner().invoke(app, ["watch", f"{site}/page1", *args[2:]], env=env)
    assert failed.exit_code == 2


def test_ctrl_c_stops_it_cleanly(site, tmp_path, monkeypatch):
    monkeypatch.setattr("threading.Event.wait", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    monkeypatch.setattr("onrecord.watching.Watch.poll", lambda *_: (_ for _ in ()).throw(RecordError("it is locked")))
    args = ["watch", f"{site}/feed", "--record", str(tmp_path / "story.db")]
    shown = CliRunner().invoke(app, args)
    assert shown.exit_code == 0
    assert "it is locked" in shown.stderr
    assert "Stopped; what was added stays in the record." in shown.stderr


@pytest.mark.parametrize(("text", "seconds"), [("15m", 900), ("60s", 60), ("2H", 7200), (" 1d ", 86400)])
def test_intervals(text, seconds):
    assert read_interval(text) == seconds


@pytest.mark.parametrize("text", ["", "15", "30s", "m", "-5m", "1.5h"])
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(SettingError, match="--every"):
        read_interval(text)
