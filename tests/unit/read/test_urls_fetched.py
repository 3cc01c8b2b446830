"""URLs, fetched from a server on this machine; no other network is touched."""

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from input_builders import LONG, build_feed, build_item, build_page, build_pdf, build_record, pack

from onrecord.errors import ReadError
from onrecord.read import fetching, read_sources
from onrecord.read.fetching import check_url, is_public
from onrecord.records import Failure, Received

PAGE = build_page(head='<meta property="article:published_time" content="2024-09-11">').encode()
ROBOTS = b"User-agent: *\nDisallow: /closed/\n\nUser-agent: onrecord\nDisallow: /not-for-us\n"
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    robots: ClassVar[tuple[int, bytes]] = (200, ROBOTS)

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, body: bytes, headers: dict[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        Handler.asked.append(self.path)
        if self.path == "/robots.txt":
            self.answer(Handler.robots[1], {"Content-Type": "text/plain"}, Handler.robots[0])
        elif self.path == "/page":
            assert "onrecord/" in self.headers["User-Agent"]
            assert self.headers["Host"].startswith("127.0.0.1:")
            self.answer(PAGE, HTML)
        elif self.path == "/packed":
            self.answer(gzip.compress(PAGE), {**HTML, "Content-Encoding": "gzip"})
        elif self.path == "/bomb":
            self.answer(gzip.compress(b"a" * 60_000_000, 1), {**HTML, "Content-Encoding": "gzip"})
        elif self.path == "/latin":
            page = build_page(body="<p>Ångström’s café</p>" + LONG).replace("<meta charset='utf-8'>", "")
            self.answer(page.encode("cp1252"), {"Content-Type": "text/html; charset=windows-1252"})
        elif self.path == "/feed":
            self.answer(build_feed(build_item()), {"Content-Type": "text/xml"})
        elif self.path == "/report.pdf":
            self.answer(build_pdf([["The council has met again."]]), {"Content-Type": "application/octet-stream"})
        elif self.path == "/crawl.warc.gz":
            self.answer(pack([build_record("https://gazette.example/1", PAGE)]), {"Content-Type": "application/gzip"})
        elif self.path == "/picture":
            self.answer(b"\x89PNG", {"Content-Type": "image/png"})
        elif self.path.startswith("/to/"):
            self.answer(b"", {"Location": self.path[4:].replace("~", "/")}, 302)
        elif self.path == "/cut":
            self.answer(PAGE, {**HTML, "Content-Length": str(len(PAGE) + 100)})
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(100):
                time.sleep(0.1)
                try:
                    self.wfile.write(b"a")
                except OSError:
                    return
        elif self.path == "/endless":
            self.send_response(200)
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"a" * 100_000)
            except OSError:
                return
        else:
            self.answer(b"no", HTML, int(self.path[1:4]) if self.path[1:4].isdigit() else 404)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def read(*urls: str, seconds: int = 10, private: bool = True, size: int = 5_000_000) -> list[Received | Failure]:
    return list(read_sources(urls, allow_private_addresses=private, fetch_seconds=seconds, max_article_bytes=size))


def one(url: str) -> Received:
    (received,) = read(url)
    assert isinstance(received, Received), received
    return received


def refused(url: str, **options: object) -> Failure:
    (failure,) = read(url, **options)  # type: ignore[arg-type]
    assert isinstance(failure, Failure), failure
    assert failure.uri == url
    assert failure.reason
    assert failure.mend
    return failure


def test_a_page(site: str) -> None:
    received = one(f"{site}/page#part")
    assert received.document.uri == f"{site}/page#part"
    assert received.document.address == f"{site}/page"
    assert received.document.published.edtf == "2024-09-11"
    assert received.raw == PAGE


def test_bodies_by_their_headers(site: str) -> None:
    assert one(f"{site}/packed").raw == PAGE
    assert "Ångström’s café" in one(f"{site}/latin").document.text
    assert one(f"{site}/feed").document.uri == "https://gazette.example/1"
    assert one(f"{site}/report.pdf").document.text == "The council has met again."
    assert one(f"{site}/crawl.warc.gz").document.uri == "https://gazette.example/1"


def test_redirects_are_followed_a_few_times(site: str) -> None:
    received = one(f"{site}/to/~page")
    assert (received.document.uri, received.document.address) == (f"{site}/to/~page", f"{site}/page")
    assert "leads on" in refused(f"{site}/to/{'~to/' * 8}~page").reason
    assert "http and https" in refused(f"{site}/to/file:~~~etc~passwd").reason


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    Handler.asked.clear()
    for url in (f"{site}/page", site.replace("127.0.0.1", "localhost"), "http://[::1]/", "http://169.254.169.254/a"):
        failure = refused(url, private=False)
        assert "private network" in failure.reason
        assert "ALLOW_PRIVATE_ADDRESSES" in failure.mend
    assert Handler.asked == []


def test_a_public_name_must_not_lead_to_a_private_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS that points inwards, one bad address among good ones, and a redirect from a public server inwards."""
    port = int(site.rsplit(":", 1)[1])

    def resolve(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        found = {"inward.example": ["10.0.0.7"], "both.example": ["93.184.216.34", "192.168.1.1"]}.get(host, [host])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    for name in ("inward.example", "both.example"):
        assert "private network" in refused(f"http://{name}/", private=False).reason

    real = fetching.is_public
    open_to = iter([True, True])  # the server plays a public one for robots.txt and the first answer
    monkeypatch.setattr(fetching, "is_public", lambda address: next(open_to, False) or real(address))
    Handler.asked.clear()
    assert "private network" in refused(f"{site}/to/http:~~127.0.0.1:{port}~page", private=False).reason
    assert "/page" not in Handler.asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "198.18.0.1", "240.0.0.1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def test_addresses_that_are_public() -> None:
    for address in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"):
        assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    ["ftp://gazette.example/a", "file:///etc/passwd", "http://", "http://user:pass@gazette.example/", "http://[x]/",
     "http://gazette.example:99999/", "http://" + "a" * 5000, "http://" + "a." * 200 + "example/", "http://a b/"],
)  # fmt: skip
def test_urls_that_are_none(url: str) -> None:
    if not url.startswith("http://a b"):
        with pytest.raises(ReadError):
            check_url(url)
    assert refused(url)


def test_robots_are_respected(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Handler.asked.clear()
    assert "robots.txt" in refused(f"{site}/not-for-us").reason
    assert "robots.txt" in refused(f"{site}/to/~not-for-us").reason
    assert "/not-for-us" not in Handler.asked
    read(f"{site}/page", f"{site}/feed")
    assert Handler.asked.count("/robots.txt") == 3  # once a run
    monkeypatch.setattr(Handler, "robots", (404, b""))
    assert one(f"{site}/page")
    monkeypatch.setattr(Handler, "robots", (503, b""))
    assert "robots.txt" in refused(f"{site}/page").reason


@pytest.mark.parametrize(
    ("path", "words"),
    [("/404", "no such page"), ("/403", "refuses"), ("/429", "too often"), ("/500", "500"), ("/picture", "image/png"),
     ("/cut", "broke off"), ("/bomb", "larger than"), ("/endless", "larger than")],
)  # fmt: skip
def test_answers_that_hold_no_article(site: str, path: str, words: str) -> None:
    assert words in refused(site + path).reason


def test_a_slow_server_is_left(site: str) -> None:
    started = time.monotonic()
    assert "longer than 1 seconds" in refused(f"{site}/slow", seconds=1).reason
    assert time.monotonic() - started < 4


def test_no_server(site: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "did not answer" in refused(f"http://127.0.0.1:{port}/").reason


def test_a_url_that_fails_does_not_stop_the_others(site: str) -> None:
    found = read(f"{site}/404", f"{site}/page", f"{site}/page")
    assert [type(one) for one in found] == [Failure, Received]
