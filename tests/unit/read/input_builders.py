"""Inputs of every kind, built by hand: pages, web archives, feeds, mails, PDFs."""

import gzip
import io
import zipfile
from collections.abc import Iterable

PARA = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."
MORE = (
    "Her Westmark counterpart, Jon Abel, told reporters that he would wait for a written offer before he spoke again, "
    "and that the crews of both harbours had been told to go on as before until the end of the month."
)
LONG = f"<p>{PARA}</p><p>{MORE}</p><p>The harbour council of Port Elma meets again on Friday to hear the crews.</p>"


def build_page(title: str = "Talks end without a ferry deal", head: str = "", body: str = "") -> str:
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><article>"
        f"<h1>{title}</h1>{body or LONG}</article></body></html>"
    )


def build_record(
    url: str,
    body: bytes,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    headers: Iterable[str] = (),
    warc: Iterable[str] = (),
    date: str = "2024-09-12T08:00:00Z",
    record_type: str = "response",
) -> bytes:
    """One WARC record (ISO 28500) with an HTTP response."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    top = [
        "WARC/1.0",
        f"WARC-Type: {record_type}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {date}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
        "Content-Type: application/http; msgtype=response",
        *warc,
        f"Content-Length: {len(block)}",
    ]
    return "\r\n".join(top).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def pack(records: Iterable[bytes]) -> bytes:
    """WARC records as crawlers store them: each its own gzip member."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def build_zip(members: dict[str, bytes], *, compression: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return target.getvalue()


def build_feed(items: str, *, title: str = "Orland Gazette") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://gazette.example/</link><language>en-gb</language>{items}</channel></rss>"
    ).encode()


def build_item(number: int = 1, content: str = LONG, extra: str = "") -> str:
    return (
        f"<item><title>Talks end without a ferry deal</title><link>https://gazette.example/{number}</link>{extra}"
        "<description>The talks have ended.</description>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
    )


def build_pdf(pages: Iterable[Iterable[str]]) -> bytes:
    """A PDF with one line of text under the other in Helvetica; a page without lines has no text layer."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(
            "({}) Tj 0 -14 Td ".format(line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
            for line in lines
        )
        stream = f"BT /F1 11 Tf 50 780 Td {shown}ET".encode("cp1252") if shown else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(page.encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    body = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>"
    return body + f"{tail}\nstartxref\n{len(body)}\n%%EOF\n".encode()
