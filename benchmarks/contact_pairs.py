"""Score 60 pairs of contact mentions: the same contact, different ones, or one a part of the other.

Each case is one or two short texts, with the reason why its two mentions are what they are; people and states are
invented. The texts go through annotation and linking as documents with outlet and date. A mention is the event mention
whose trigger overlaps the given words; where none does, the case is missed. `part` is right if a link of that kind
joins the two events.

    python benchmarks/contact_pairs.py [--list]

Prints one JSON object: the cases right and the share of each relation, and the false merges (different or part, taken
for the same), which cost most.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate
from onrecord.annotations import Annotated
from onrecord.link import link
from onrecord.linked import Linked
from onrecord.records import Document, Published, Span

DATA = Path(__file__).resolve().parent / "data" / "contact_pairs.jsonl"


def build_document(case: str, number: int, text: dict[str, str]) -> Document:
    """One text of a case as a document."""
    day = text["published"]
    return Document(
        id=f"doc-{case}-{number}",
        uri=f"{case}-{number}.txt",
        sha256=hashlib.sha256(text["text"].encode()).hexdigest(),
        text=text["text"],
        language="en",
        outlet=text["outlet"],
        published=Published(edtf=day, earliest=day, latest=day, basis="metadata"),
    )


def find_event(one: Annotated, words: str, linked: Linked) -> str | None:
    """The event of the mention whose trigger overlaps some words, if there is one."""
    start = one.document.text.index(words)
    place = Span(start=start, end=start + len(words))
    for index, mention in enumerate(one.events):
        if mention.trigger.start < place.end and place.start < mention.trigger.end:
            return linked.event_of.get((one.document.id, index))
    return None


def judge(case: dict[str, Any]) -> str:
    """What linking makes of a case: same, different, part, or missed."""
    documents = [build_document(case["id"], number, text) for number, text in enumerate(case["texts"])]
    annotated = [annotate(document) for document in documents]
    linked = link(annotated)
    a, b = (find_event(annotated[number], words, linked) for number, words in case["mentions"])
    if a is None or b is None:
        return "missed"
    if a == b:
        return "same"
    parts = any(one.kind == "part" and one.same and {one.a, one.b} == {a, b} for one in linked.links)
    return "part" if parts else "different"


def main() -> None:
    """Judge every case and print the figures."""
    parser = argparse.ArgumentParser(description="Score pairs of contact mentions.")
    parser.add_argument("--list", action="store_true", help="print each case that is not right")
    options = parser.parse_args()
    cases = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    merged = []
    for case in cases:
        found = judge(case)
        total[case["relation"]] += 1
        right[case["relation"]] += found == case["relation"]
        if found == "same" != case["relation"]:
            merged.append(case["id"])
        if options.list and found != case["relation"]:
            print(f"{case['id']}: taken for {found}: {case['why']}", file=sys.stderr)
    shares = {name: round(right[name] / total[name], 3) for name in sorted(total)}
    figures = {"cases": len(cases), "right": sum(right.values()), "share": shares, "false_merges": merged}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
