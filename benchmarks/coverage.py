"""How well articles are grouped by their main news, on two public collections.

    python benchmarks/coverage.py [--corpora DIR]

Only what the grouping needs is made, in about a minute; stderr says how far it is. With `apart` (two leads that tell of
two meetings of the same people) articles of one affair part better still, but that needs the whole annotation.

Prints one JSON object: the measures on story_events (without and with the publication dates) and on news_cluster
(without), the documents a second of grouping, and the threshold. Without the collections it says so and stops.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from cluster_score import score
from onrecord.annotations import Annotated
from onrecord.link.coverage import THRESHOLD, find_groups
from onrecord.link.words import build_likeness, build_news_likeness
from onrecord.read import ReadOptions, read_bytes
from onrecord.records import Published, Received

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def read_collection(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """The texts and the gold groups of a collection."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "articles").glob("*.txt"))}
    return texts, json.loads((folder / "gold.json").read_text(encoding="utf-8"))


def annotate_texts(texts: Mapping[str, str], name: str) -> dict[str, Annotated]:
    """Each text as `add` reads it, with its embeddings alone: grouping needs no other annotation, and no parse."""
    from onrecord.annotate.embedding import embed_document

    found: dict[str, Annotated] = {}
    for count, (key, text) in enumerate(texts.items(), start=1):
        for received in read_bytes(text.encode(), f"{key}.txt", options=ReadOptions()):
            if isinstance(received, Received):
                document = replace(received.document, id=key)
                embedding, lead = embed_document(document)
                found[key] = Annotated(document=document, embedding=embedding, lead=lead)
        if sys.stderr.isatty() or not count % 100:
            print(
                f"{name}: {count} of {len(texts)} articles embedded",
                end="\r" if sys.stderr.isatty() else "\n",
                file=sys.stderr,
            )
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
    groups = find_groups(build_news_likeness(annotated, build_likeness(annotated)), published)
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
        annotated = annotate_texts(texts, name)
        figures[name] = score_collection(annotated, gold)
        if (folder / "dates.json").is_file():
            dates = json.loads((folder / "dates.json").read_text(encoding="utf-8"))
            figures[f"{name}_dated"] = score_collection(annotated, gold, dates)
        bare = {key: replace(one, embedding=b"", lead=b"") for key, one in annotated.items()}
        figures[f"{name}_words_alone"] = score_collection(bare, gold)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
