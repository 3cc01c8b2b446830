"""Score the zones of 207 scraped pages against marks that readers made: news_cluster and story_events.

    python benchmarks/zones.py [--corpora DIR] [--list-misses]

`benchmarks/data/zones.jsonl` names each article, its SHA-256 and the places of its furniture, captions, headline,
subheads, byline and dateline; what no mark covers is body. No words of the articles are in it. Characters that are not
blank are counted. `body lost` are characters of the body that the reader gives to furniture, the worst fault.

The readers marked datelines only on lines of their own, so a place before the dash of a paragraph counts as its body. A
credit may be part of a caption or furniture beside it. The signature of a post set into the page, "— Ruta Marn
(@rutamarn)", and its links, which some marked and others did not, are left out.

The pages are of two halves by the parity of their SHA-256: *open*, whose misses may be read (`--list-misses`, on
standard error: body taken for furniture, and furniture left in), and *kept*, of which only the totals are printed.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from onrecord.read.files import read_sources
from onrecord.records import Document, Received

DATA = Path(__file__).resolve().parent / "data" / "zones.jsonl"
CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
KINDS = ("furniture", "caption", "headline", "byline", "dateline")
HALVES = ("open", "kept")
ENOUGH = 0.5
"""Share of the marked headline that the found one must hold, and of the found one that must be marked."""
MAX_CREDIT = 70  # characters
SIGNATURE = re.compile(
    r"(?:[—–]\s|A post shared by)[^\n()@]{2,60}\(@[\w.]{1,30}\)(?:[ \w,:]{0,40}\d)?|(?:https?://t\.co/|pic\.twitter\.com/)[^\s—–]+"
)
NEITHER = ("none", "none")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--list-misses", action="store_true", help="list misses of the open half, on standard error")
    options = parser.parse_args()
    if not (options.corpora / "news_cluster").is_dir():
        print(json.dumps({"skipped": f"no corpus at {options.corpora}"}))
        return
    totals: dict[str, Counter[str]] = {half: Counter() for half in HALVES}
    for line in DATA.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        document = read_one(options.corpora / gold["path"], gold["sha256"])
        half = HALVES[int(gold["sha256"], 16) % 2]
        totals[half].update(count_page(document, gold["zones"]))
        if options.list_misses and half == "open":
            for miss in find_misses(document, gold["zones"]):
                print(f"{Path(gold['path']).stem}\t{miss}", file=sys.stderr)
    print(json.dumps({half: show(counts) for half, counts in totals.items()}, indent=1))


def read_one(path: Path, sha256: str) -> Document:
    """An article as the product reads it.

    Raises:
        SystemExit: It is not the article that was marked, or cannot be read.
    """
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{path} is not the article that was marked")
    received = next(iter(read_sources([path])))
    if not isinstance(received, Received):
        raise SystemExit(f"{path} cannot be read")
    return received.document


def paint(length: int, zones: Sequence[tuple[str, int, int]]) -> list[str]:
    """The kind of each character; body where no zone lies."""
    kinds = ["body"] * length
    for kind, start, end in zones:
        kinds[start:end] = [kind] * (end - start)
    return kinds


def paint_both(document: Document, marked: Sequence[Any]) -> list[tuple[str, str]]:
    """The marked and the found kind of each character, what may be either made the same."""
    text, size = document.text, len(document.text)
    found = paint(size, [(zone.kind, zone.start, zone.end) for zone in document.zones])
    both = list(zip(paint(size, [tuple(one) for one in marked]), found, strict=True))
    for match in SIGNATURE.finditer(text):
        both[match.start() : match.end()] = [NEITHER] * len(match[0])
    solid = [at for at in range(size) if not text[at].isspace()]
    runs = [list(group) for _, group in groupby(solid, key=lambda at: both[at])]
    for before, run, after in zip([[], *runs], runs, [*runs[1:], []], strict=False):
        pair = both[run[0]]
        beside = any(both[other[0]] == ("caption", "caption") for other in (before, after) if other)
        if pair == ("caption", "furniture") and beside and len(run) <= MAX_CREDIT:
            both[run[0] : run[-1] + 1] = [("furniture", "furniture")] * (run[-1] + 1 - run[0])
        elif pair == ("body", "dateline") and "\n" not in text[run[-1] : run[-1] + 2]:
            both[run[0] : run[-1] + 1] = [("body", "body")] * (run[-1] + 1 - run[0])
    return both


def count_page(document: Document, marked: Sequence[Any]) -> Counter[str]:
    """Counts of one page."""
    counts: Counter[str] = Counter({"pages": 1, "headline wrong": not is_headline_right(document, marked)})
    for char, (gold, found) in zip(document.text, paint_both(document, marked), strict=True):
        if char.isspace() or gold == "none":
            continue
        counts.update({f"{gold} gold": 1, f"{found} found": 1})
        counts[f"{gold} right"] += gold == found
        counts["body lost"] += gold == "body" and found == "furniture"
    return counts


def is_headline_right(document: Document, marked: Sequence[Any]) -> bool:
    """Is the document's headline the marked one, by half of either at least?"""
    first = next(((start, end) for kind, start, end in marked if kind == "headline"), None)
    own = document.headline
    if first is None or own is None:
        return first is None and own is None
    shared = max(0, min(first[1], own.end) - max(first[0], own.start))
    return shared >= ENOUGH * (first[1] - first[0]) and shared >= ENOUGH * (own.end - own.start)


def find_misses(document: Document, marked: Sequence[Any]) -> Iterator[str]:
    """Runs of characters whose kind is not the marked one, without those of blanks alone."""
    both = paint_both(document, marked)
    for (gold, found), group in groupby(range(len(both)), key=lambda at: both[at]):
        places = list(group)
        text = " ".join(document.text[places[0] : places[-1] + 1].split())
        if text and gold != found:
            fault = "LOST" if (gold, found) == ("body", "furniture") else "miss"
            yield f"{fault}\t{places[0]}\t{gold} > {found}\t{text}"


def show(counts: Counter[str]) -> dict[str, Any]:
    """Precision, recall and F1 for each kind, and the faults by themselves."""
    rows: dict[str, Any] = {"pages": counts["pages"], "headline wrong": counts["headline wrong"]}
    rows["body"], rows["body lost"] = counts["body gold"], counts["body lost"]
    for kind in KINDS:
        right, found, gold = (counts[f"{kind} {what}"] for what in ("right", "found", "gold"))
        precision, recall = right / found if found else 1.0, right / gold if gold else 1.0
        f1 = 2 * right / (found + gold) if found + gold else 1.0
        rows[kind] = f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {gold}"
    return rows


if __name__ == "__main__":
    main()
