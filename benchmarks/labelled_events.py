"""Events and stances against the readers' labels, on the labelled articles that nothing was trained on.

    python benchmarks/labelled_events.py [--json]

A mention is right where the word that names it is one that readers marked; a party of it where it stands for an actor
one of whose mentions they marked as a party of that word. Readers differ: what is no hit is not always wrong.
The articles lie beside the project; the labels (`training/events/labels.jsonl`) are places in them.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from training.events.corpus import is_kept_back, read_labels

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.records import Document, Published
from score import SHARED

CORPORA = SHARED / "corpora"


def annotate_text(text: str, sha256: str) -> Annotated:
    """What is found in an article of no known day."""
    unknown = Published(edtf=None, earliest=None, latest=None, basis="unknown")
    return annotate(Document(id=sha256[:8], uri="article.txt", sha256=sha256, text=text, published=unknown))


def overlaps(span: Any, start: int, end: int) -> bool:
    """Do two stretches share a character?"""
    return bool(span[0] < end and start < span[1])


def count_article(text: str, data: dict[str, Any], counts: Counter[str]) -> None:
    """Count the events and stances of one article."""
    found = annotate_text(text, data["sha256"])
    marked = [row for row in data["events"] if row[0] != "OTHER"]
    every = data["events"]
    for event in found.events:
        counts["events told"] += 1
        hits = [row for row in every if overlaps(row[2], event.trigger.start, event.trigger.end)]
        counts["events right"] += bool(hits)
        if hits:
            spans = [span for row in hits for part in row[3:5] for span in part]
            for one in event.participants:
                held = [mention for mention in found.mentions if mention.actor == one.actor]
                counts["parties told"] += 1
                counts["parties right"] += any(overlaps(span, m.start, m.end) for m in held for span in spans)
    for row in marked:
        counts["events marked"] += 1
        counts["events found"] += any(overlaps(row[2], one.trigger.start, one.trigger.end) for one in found.events)
    for stance in found.stances:
        counts["stances told"] += 1
        counts["stances right"] += any(overlaps(row[2], stance.start, stance.end) for row in data["positions"])
    for row in data["positions"]:
        counts["stances marked"] += 1
        counts["stances found"] += any(overlaps(row[2], one.start, one.end) for one in found.stances)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="the counts as JSON")
    args = parser.parse_args()
    if not CORPORA.is_dir():
        raise SystemExit(f"{CORPORA} is not there: the articles are not part of the project")
    counts: Counter[str] = Counter()
    articles = [(text, data) for text, data in read_labels(CORPORA) if is_kept_back(data)]
    for text, data in articles:
        count_article(text, data, counts)
    if args.json:
        print(json.dumps(counts))
        return
    print(f"{len(articles)} articles")
    for what, right, told in (
        ("events, precision", "events right", "events told"),
        ("events, recall", "events found", "events marked"),
        ("parties of right events, precision", "parties right", "parties told"),
        ("stances, precision", "stances right", "stances told"),
        ("stances, recall", "stances found", "stances marked"),
    ):
        print(f"{what:36} {counts[right] / max(counts[told], 1):.3f}  ({counts[right]} of {counts[told]})")


if __name__ == "__main__":
    main()
