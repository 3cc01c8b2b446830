"""Time of the whole job as a ratio to the bare spaCy pipeline on the same texts, in one run, models loaded.

    python benchmarks/speed.py [FOLDER_OR_FILES …]

The seeds where they lie beside the project, else the example story. Each figure is the best of five rounds, the two
measured in turn, so that a busy machine slows both.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.annotate.parse import load_pipeline
from onrecord.config import Settings
from onrecord.pipeline import annotate_document, build_tables
from onrecord.read import read_sources
from onrecord.records import Received

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5


def measure(work: Callable[[], Any]) -> float:
    """Processor seconds of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Print the ratio of each part to the bare parse."""
    seeds = ROOT.parent / "shared" / "seeds"
    default = [str(seeds)] if seeds.is_dir() else [str(ROOT / "examples" / "straits" / "articles")]
    sources = sys.argv[1:] or default
    received = [one for one in read_sources(sources) if isinstance(one, Received)]
    documents = [one.document for one in received]
    nlp, settings = load_pipeline(), Settings()
    annotated = [annotate_document(document, settings) for document in documents]
    parts: dict[str, Callable[[], Any]] = {
        "bare spaCy": lambda: [nlp(document.text) for document in documents],
        "read": lambda: list(read_sources(sources)),
        "annotate": lambda: [annotate_document(document, settings) for document in documents],
        "link and compare": lambda: build_tables(annotated),
    }
    best = dict.fromkeys(parts, float("inf"))
    for _ in range(ROUNDS):
        for name, work in parts.items():
            best[name] = min(best[name], measure(work))
    base = best["bare spaCy"]
    ratios = {name: round(seconds / base, 2) for name, seconds in best.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    whole = round(sum(ratios.values()) - 1, 2)
    print(json.dumps({"articles": len(documents), "ratio": ratios, "whole job": whole, "memory_mib": memory}, indent=1))


if __name__ == "__main__":
    main()
