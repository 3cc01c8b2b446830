"""Score the finding of attributions on PolNeAR's dev split, through `find_attributions`, and measure its speed.

    python benchmarks/attribution.py [--corpus FOLDER] [--tagger model|grammar] [--rows FILE]

The corpus lies beside the project, in ../shared; without it the benchmark is skipped, with the reason. PolNeAR's gold
is flat by its guidelines: of attributions nested in another's content only the outermost is annotated, so that every
nested row of ours counts as wrong. "all" scores every row the product emits, "outermost" those without a parent. Prints
one JSON object: token and attribution figures (see `attribution_score.py`), words a second, and the time as a share of
the parse. The weights were trained on the train split; dev was used to choose rules and a handful of constants.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import attribution_score
from onrecord.annotate.attributions import find_attributions
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.annotations import Attribution
from onrecord.records import Document, Span

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "polnear" / "dev"


def build_statement(found: Attribution) -> attribution_score.Statement:
    """An attribution as the scorer reads it."""

    def pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans]

    return attribution_score.Statement(pairs(found.content), pairs(found.source), pairs(found.cue))


def write_rows(path: Path, found: dict[str, tuple[Attribution, ...]]) -> None:
    """Write the attributions as JSON Lines that `attribution_score.py --pred` reads."""
    with path.open("w", encoding="utf-8") as out:
        for stem, rows in found.items():
            for row in rows:
                one = build_statement(row)
                line = {"document": stem, "content": one.content, "cue": one.cue, "source": {"spans": one.source}}
                out.write(json.dumps(line) + "\n")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder that holds text/ and attributions/")
    parser.add_argument("--tagger", choices=("model", "grammar"), default="model")
    parser.add_argument("--rows", type=Path, help="also write the attributions as JSON Lines")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(json.dumps({"skipped": f"no corpus at {options.corpus}"}))
        return
    texts, gold = attribution_score.read_gold(options.corpus)
    load_pipeline()
    find_attributions(parse_document(Document(id="w", uri="w", sha256="", text="Warm, he said.")), options.tagger)
    found: dict[str, tuple[Attribution, ...]] = {}
    parsing = finding = 0.0
    for stem, text in texts.items():
        start = time.process_time()
        parse = parse_document(Document(id=stem, uri=stem, sha256="", text=text))
        parsed = time.process_time()
        found[stem] = find_attributions(parse, options.tagger)
        parsing, finding = parsing + parsed - start, finding + time.process_time() - parsed
    words = sum(len(attribution_score.Tokens(text).spans) for text in texts.values())
    result = {
        "all": attribution_score.score(
            texts, gold, {stem: [build_statement(row) for row in rows] for stem, rows in found.items()}
        ),
        "outermost": attribution_score.score(
            texts,
            gold,
            {stem: [build_statement(row) for row in rows if row.parent is None] for stem, rows in found.items()},
        ),
        "words_per_second": round(words / finding),
        "share_of_parse": round(finding / parsing, 2),
    }
    if options.rows:
        write_rows(options.rows, found)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
