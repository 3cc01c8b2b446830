"""Score the disputes found in 80 mini stories of two texts each: 40 that only look like contradictions, 40 that are.

Each pair goes through the full pipeline (annotate, link, compare) as two documents with their outlet and publication
date. All people and states are invented. A dispute found in a pair without one is wrong; in a pair with one, a dispute
is right if its evidence touches both given passages, and any other one is wrong.

    python benchmarks/disputes_pairs.py [--list] [--json]
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate
from onrecord.pipeline import build_tables
from onrecord.records import Dispute, Document, Published

DATA = Path(__file__).resolve().parent / "data" / "disputes_pairs.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was found in one pair: the right disputes, the wrong ones, and whether the right one was missed."""

    id: str
    right: int
    wrong: tuple[str, ...]
    missed: bool


def build_document(pair: str, number: int, text: dict[str, str]) -> Document:
    """One text of a pair as a document."""
    day = text["published"]
    return Document(
        id=f"doc-{pair}-{number}",
        uri=f"{pair}-{number}.txt",
        sha256=hashlib.sha256(text["text"].encode()).hexdigest(),
        text=text["text"],
        language="en",
        outlet=text["outlet"],
        published=Published(edtf=day, earliest=day, latest=day, basis="metadata"),
    )


def touches(dispute: Dispute, pair: dict[str, Any], documents: list[Document]) -> bool:
    """Does the evidence touch the passage of each text?"""
    for document, passage in zip(documents, pair["sides"], strict=True):
        start = document.text.index(passage)
        end = start + len(passage)
        if not any(one.document == document.id and one.start < end and start < one.end for one in dispute.evidence):
            return False
    return True


def run_pair(pair: dict[str, Any]) -> Outcome:
    """Run one pair through the pipeline and judge what was found."""
    documents = [build_document(pair["id"], number, text) for number, text in enumerate(pair["texts"], 1)]
    tables = build_tables([annotate(document) for document in documents])
    right = [one for one in tables.disputes if pair["dispute"] and touches(one, pair, documents)]
    wrong = [one for one in tables.disputes if one not in right]
    return Outcome(
        id=pair["id"],
        right=len(right),
        wrong=tuple(f"{one.kind}: {'; '.join(one.reasons)}" for one in wrong),
        missed=pair["dispute"] and not right,
    )


def main() -> int:
    """Run all pairs and print precision, recall and, if asked, every miss."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="list misses and wrong disputes on stderr")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args()
    pairs = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    outcomes = [run_pair(pair) for pair in pairs]
    why = {pair["id"]: pair["why"] for pair in pairs}
    found = sum(1 for one in outcomes if one.right)
    wrong = sum(len(one.wrong) for one in outcomes)
    real = sum(1 for pair in pairs if pair["dispute"])
    quiet = sum(1 for pair, one in zip(pairs, outcomes, strict=True) if not pair["dispute"] and not one.wrong)
    figures = {
        "precision": round(found / (found + wrong), 3) if found + wrong else None,
        "recall": round(found / real, 3),
        "found": found,
        "wrong": wrong,
        "clean_negatives": f"{quiet} of {len(pairs) - real}",
    }
    sys.stdout.write(
        json.dumps(figures) + "\n" if options.json else "".join(f"{k:18} {v}\n" for k, v in figures.items())
    )
    if options.list:
        for one in outcomes:
            lines = [*(f"wrong: {text}" for text in one.wrong), *(["missed"] if one.missed else [])]
            sys.stderr.writelines(f"{one.id} ({why[one.id]}) {line}\n" for line in lines)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
