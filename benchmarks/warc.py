"""How fast and in how much memory a WARC is read: `python benchmarks/warc.py [PAGES]` prints JSON.

The archive is built from the texts of examples/straits, each page with its number in it, as crawlers write it: a gzip
member a record, an image and a redirect between the pages. Only the read stage runs. Memory is that of the process at
its peak, above what it held when the first tenth was read.
"""

import gzip
import html
import json
import sys
import tempfile
import time
from pathlib import Path

from onrecord.read import read_sources
from onrecord.records import Failure

ARTICLES = Path(__file__).resolve().parents[1] / "examples" / "straits" / "articles"
PAGES = 2000
MEBIBYTE = 1 << 20


def build_record(url: str, body: bytes, *, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """One response as a gzip member."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-10-20T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def build_page(number: int, text: str) -> bytes:
    """A page with an article, numbered so that no two are the same."""
    lines = [html.escape(line) for line in text.splitlines() if line.strip()]
    paragraphs = "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{lines[0]}</title>"
        f"<meta property='og:site_name' content='Outlet {number % 7}'></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{lines[0]}</h1>{paragraphs}<p>This is page {number} of the archive.</p></article></body></html>"
    ).encode()


def write_archive(path: Path, pages: int) -> None:
    """A WARC of so many pages."""
    texts = [one.read_text(encoding="utf-8") for one in sorted(ARTICLES.glob("*.txt"))]
    with path.open("wb") as file:
        for number in range(pages):
            address = f"https://outlet{number % 7}.example/{number}"
            file.write(build_record(f"{address}.png", b"\x89PNG" * 2000, kind="image/png"))
            file.write(build_record(f"{address}/old", b"", status="301 Moved"))
            file.write(build_record(address, build_page(number, texts[number % len(texts)])))


def read_memory(field: str) -> float:
    """A memory figure of this process in MiB: VmRSS is now, VmHWM the highest so far."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{field}:"))


def measure(path: Path, pages: int) -> dict[str, float]:
    """Read the archive and measure."""
    read = failed = 0
    settled = 0.0
    started = time.perf_counter()
    for one in read_sources([path]):
        failed += isinstance(one, Failure)
        read += 1
        if read == max(1, pages // 10):
            settled = read_memory("VmHWM")
    seconds = time.perf_counter() - started
    return {
        "pages": read - failed,
        "failed": failed,
        "archive_mib": round(path.stat().st_size / MEBIBYTE, 2),
        "seconds": round(seconds, 2),
        "pages_per_second": round(read / seconds, 1),
        "peak_mib": round(read_memory("VmHWM"), 1),
        "growth_mib": round(read_memory("VmHWM") - settled, 1),
    }


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write_archive(archive, count)
        print(json.dumps(measure(archive, count)))
