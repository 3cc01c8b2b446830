"""Who speaks: 200 statements of PolNeAR's dev split whose speaker two readers named without seeing any output.

    python benchmarks/speakers.py [--corpus FOLDER] [--record FILE] [--list-misses]

`data/speakers.jsonl` holds for each statement its article, the offsets of content and source, the kind of source, and
the names by which the speaker may go; no article text. The two readers agreed on every kind and, spelling apart, on
every name. A statement that the record lacks is counted as missing; where it gives an actor it is right or wrong, where
it gives none it is right for a source that is no actor to the record (unnamed, the author, a document) and null
otherwise. The row with kind "unclear" is not counted.
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import attribution_score
import polnear

LABELS = Path(__file__).parent / "data" / "speakers.jsonl"
NAMELESS = ("unnamed", "author", "document")
HONORIFICS = re.compile(r"\b(?:the|mr|mrs|ms|dr|sen|rep|gov|president|former)\b\.?")


def fold(name: str) -> str:
    """A name without case, honorifics and marks."""
    plain = HONORIFICS.sub(" ", name.lower().replace("’", "'").replace("'s ", " "))
    return " ".join(re.findall(r"\w+", plain))


def judge(label: dict[str, Any], rows: list[dict[str, Any]], actors: dict[str, Any], text: str) -> tuple[str, str]:
    """Missing, right, wrong or null, and the name that was given."""
    tokens = attribution_score.Tokens(text)
    wanted, source = tokens.inside(label["content"]), tokens.inside(label["source"])
    best: tuple[float, float] = (0.0, 0.0)
    chosen: list[dict[str, Any]] = []
    for row in rows:
        fit = attribution_score.iou(tokens.inside(row["content"]), wanted)
        rank = (fit, attribution_score.iou(tokens.inside(row["source"]["spans"]), source))
        if fit >= 0.5 and rank >= best:
            chosen = [*chosen, row] if rank == best else [row]
            best = rank
    if not chosen:
        return "missing", ""
    given = [actors[row["source"]["actor"]] for row in chosen if row["source"]["actor"]]
    # an actor known by a description only ("labor-policy experts") names nobody
    printed = fold(" ".join(text[a:b] for a, b in label["source"]))
    nameless = label["kind"] in NAMELESS
    allowed = {fold(name) for name in label["names"]}
    named = [
        one
        for one in given
        if fold(one["name"]) in allowed  # the readers may have named a body by its noun ("the Ruta campaign")
        or not (is_description(one["name"]) or (nameless and fold(one["name"]) in printed))
    ]
    if not named:
        return ("right" if nameless else "null"), ""
    names = {fold(name) for one in named for name in (one["name"], *one["aliases"])}
    # The name of record must fit; of two or more an alias alone would let a wrong merge pass.
    fits = any(fold(one["name"]) in allowed for one in named) or (len(named) == 1 and bool(names & allowed - {""}))
    return ("right" if fits else "wrong"), "; ".join(one["name"] for one in named)


def is_description(name: str) -> bool:
    """Does a name end in a common noun ("Central European leaders")?"""
    return name.split()[-1].islower()


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=polnear.CORPUS, help="folder that holds text/")
    parser.add_argument("--record", type=Path, help="keep the record in this file")
    parser.add_argument("--list-misses", action="store_true", help="list what is not right, on standard error")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(json.dumps({"skipped": f"no corpus at {options.corpus}"}))
        return
    labels = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    rows, actors = polnear.export_corpus(options.corpus, "model", options.record)
    counts: Counter[str] = Counter()
    for label in labels:
        if label["kind"] == "unclear":
            continue
        text = (options.corpus / "text" / f"{label['document']}.txt").read_text(encoding="utf-8")
        verdict, given = judge(label, rows[label["document"]], actors, text)
        counts[verdict] += 1
        if options.list_misses and verdict != "right":
            source = " … ".join(text[a:b] for a, b in label["source"])
            names = "/".join(label["names"][:2]) or label["kind"]
            print(f"{verdict}: {source!r} is {names}, given {given or 'none'} ({label['document']})", file=sys.stderr)
    found = sum(counts.values()) - counts["missing"]
    shares = {name: round(counts[name] / found, 3) for name in ("right", "wrong", "null")}
    print(json.dumps({"statements": sum(counts.values()), "found": found, **shares}))


if __name__ == "__main__":
    main()
