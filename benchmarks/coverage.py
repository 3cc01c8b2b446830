"""How well articles are grouped by their main news, on two public collections.

    python benchmarks/coverage.py [--corpora DIR]

Prints one JSON object: the measures on story_events (without and with the publication dates) and on news_cluster
(without), the documents a second of grouping, and the threshold. Without the collections it says so and stops.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cluster_score import score
from onrecord.annotations import Annotated
from onrecord.link.coverage import THRESHOLD, find_groups
from onrecord.link.words import build_likeness
from onrecord.records import Document, Published

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def read_collection(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The texts and the gold groups of a collection."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "articles").glob("*.txt"))}
    return texts, json.loads((folder / "gold.json").read_text(encoding="utf-8"))


def annotate_texts(texts: Mapping[str, str]) -> dict[str, Annotated]:
    """Each text with its embedding alone: grouping needs no other annotation."""
    from onrecord.annotate.embedding import embed_document
    from onrecord.annotate.parse import parse_document

    found = {}
    for key, text in texts.items():
        document = Document(id=key, uri=f"{key}.txt", sha256=sha256(text.encode()).hexdigest(), text=text)
        found[key] = Annotated(document=document, embedding=embed_document(parse_document(document)))
    return found


def score_collection(
    annotated: Mapping[str, Annotated], gold: Mapping[str, str], dates: Mapping[str, str] | None = None
) -> dict[str, float]:
    """Group one collection and score it; with dates these are taken as the publication dates."""
    published = {
        key: Published(earliest=dates[key], latest=dates[key], basis="metadata") if dates else Published()
        for key in annotated
    }
    started = time.perf_counter()
    groups = find_groups(build_likeness(annotated), published)
    seconds = time.perf_counter() - started
    figures = score(gold, {key: number for number, group in enumerate(groups) for key in group})
    return {**figures, "documents": len(annotated), "documents_per_second": round(len(annotated) / seconds, 1)}


def main() -> None:
    """Group both collections and print the figures."""
    parser = argparse.ArgumentParser(description="Score the grouping of articles by their main news.")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    options = parser.parse_args()
    if not (options.corpora / "story_events").is_dir():
        print(json.dumps({"skipped": f"no collections in {options.corpora}"}))
        return
    figures: dict[str, object] = {"threshold": THRESHOLD}
    for name in ("story_events", "news_cluster"):
        folder = options.corpora / name
        texts, gold = read_collection(folder)
        annotated = annotate_texts(texts)
        figures[name] = score_collection(annotated, gold)
        if (folder / "dates.json").is_file():
            dates = json.loads((folder / "dates.json").read_text(encoding="utf-8"))
            figures[f"{name}_dated"] = score_collection(annotated, gold, dates)
        bare = {key: replace(one, embedding=b"") for key, one in annotated.items()}
        figures[f"{name}_words_alone"] = score_collection(bare, gold)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
