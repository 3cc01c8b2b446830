"""How well reprinted articles are found among articles on the same events, on pairs judged by hand.

    python benchmarks/copies.py [--corpora DIR] [--list-misses]

`data/near_copies.jsonl` holds pairs of news_cluster, by their ids, each with what it is (`copy`; `part`: some passages
are taken over; `other`: look-alikes, which share quoted words or the site's notes) and why. They were judged by reading
both texts. Prints one JSON object: precision and recall of the copies (an updated version is one) over these pairs, the
same over all pairs of parts, all links outside the list, and the seconds taken. Without the collection it is skipped.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from onrecord.link.copies import Copies, find_copies
from onrecord.read.documents import ReadOptions, Stated, build_received
from onrecord.records import Document

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
PAIRS = Path(__file__).parent / "data" / "near_copies.jsonl"
Pair = tuple[str, str]


def read_collection(folder: Path) -> dict[str, Document]:
    """The articles as documents with their zones, by the name of their file."""
    found = {}
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_bytes()
        options = {"uri": path.name, "media": "text/plain", "stated": Stated(), "options": ReadOptions()}
        found[path.stem] = build_received(raw, raw.decode("utf-8"), **options).document
    return found


def read_pairs() -> dict[Pair, dict[str, str]]:
    """The judged pairs."""
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    return {(row["a"], row["b"]): row for row in rows}


def name_links(copies: Copies, documents: dict[str, Document]) -> dict[Pair, str]:
    """What the linker calls each pair it links: a copy (or version), or a part."""
    names = {one.id: name for name, one in documents.items()}
    return {
        tuple(sorted((names[link.a], names[link.b]))): "copy" if link.same else "part"  # type: ignore[misc]
        for link in copies.links
    }


def score(judged: dict[Pair, str], found: dict[Pair, str], kinds: tuple[str, ...]) -> dict[str, float]:
    """Precision and recall, over the judged pairs, of saying that a pair is of one of some kinds."""
    true = {pair for pair, kind in judged.items() if kind in kinds}
    said = {pair for pair in judged if found.get(pair) in kinds}
    right = len(true & said)
    return {
        "pairs": len(true),
        "precision": round(right / len(said), 4) if said else 0.0,
        "recall": round(right / len(true), 4) if true else 0.0,
    }


def main() -> None:
    """Link the collections and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--list-misses", action="store_true", help="also list what was judged otherwise, on stderr")
    options = parser.parse_args()
    if not (options.corpora / "news_cluster").is_dir():
        print(json.dumps({"skipped": f"no collections in {options.corpora}"}))
        return
    documents = read_collection(options.corpora / "news_cluster" / "articles")
    started = time.perf_counter()
    copies = find_copies({one.id: one for one in documents.values()})
    seconds = time.perf_counter() - started
    rows = read_pairs()
    judged = {pair: row["kind"] for pair, row in rows.items()}
    found = name_links(copies, documents)
    events = read_collection(options.corpora / "story_events" / "articles")
    elsewhere = name_links(find_copies({one.id: one for one in events.values()}), events)
    figures = {
        "copies": score(judged, found, ("copy",)),
        "copies_or_parts": score(judged, found, ("copy", "part")),
        "look_alikes": sum(kind == "other" for kind in judged.values()),
        "links_not_judged": {
            kind: sorted(pair for pair in found if pair not in judged and found[pair] == kind)
            for kind in ("copy", "part")
        },
        "story_events": {kind: sum(one == kind for one in elsewhere.values()) for kind in ("copy", "part")},
        "documents": len(documents),
        "seconds": round(seconds, 2),
    }
    print(json.dumps(figures))
    if options.list_misses:
        for pair, row in rows.items():
            if found.get(pair, "other") != row["kind"]:
                print(
                    *pair, f"judged {row['kind']}, found {found.get(pair, 'other')}: {row['reason']}", file=sys.stderr
                )


if __name__ == "__main__":
    main()
