"""Score the statements of a record on PolNeAR's dev split: its articles added, the export scored.

    python benchmarks/attribution.py [--corpus FOLDER] [--tagger model|grammar] [--record FILE]

The corpus lies beside the project, in ../shared; without it the benchmark is skipped, with the reason. PolNeAR's gold
is flat by its guidelines: of attributions nested in another's content only the outermost is annotated, so that every
nested row of ours counts as wrong. Prints one JSON object: token and attribution figures (see `attribution_score.py`)
of every row, lenient figures by the kind of content, and the share of the parse's time that finding attributions takes.
The weights were trained on the train split; dev was used to choose rules and a handful of constants.
"""

import argparse
import json
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import attribution_score
import polnear
from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.attributions import find_attributions
from onrecord.annotate.parse import load_pipeline, parse_document
from onrecord.records import Document

QUOTES = re.compile('["“”«»]')
TIMED = 12
"""Articles whose time is taken, each three times."""


def kind_of(text: str, one: attribution_score.Statement, speech: frozenset[str]) -> str:
    """Direct (within quote marks from end to end), partly quoted, indirect after a word of speech, or other."""
    words = " ".join(text[a:b] for a, b in one.content).strip()
    start, end = min(a for a, _ in one.content), max(b for _, b in one.content)
    before, after = text[max(0, start - 2) : start].strip(), text[end : end + 2].strip()
    opened = QUOTES.match(words) or QUOTES.search(before)
    closed = QUOTES.search(words[-2:]) or QUOTES.search(after)
    inner = QUOTES.sub("", words[1:-2]) == words[1:-2]
    if opened and closed and inner:
        return "direct"
    if QUOTES.search(words):
        return "partly quoted"
    cue = {word.lower() for a, b in one.cue for word in re.findall(r"[a-zA-Z]+", text[a:b])}
    return "indirect, speech cue" if cue & speech else "other"


def speech_forms() -> frozenset[str]:
    """Verbs of speech as they are printed, near enough to tell a kind."""
    regular = (lemma + ending for lemma in load_cues().speech for ending in ("", "s", "d", "ed", "ing"))
    return frozenset({*regular, "said", "told", "according", "wrote", "spoke"})


def score_kinds(
    texts: dict[str, str],
    gold: dict[str, list[attribution_score.Statement]],
    found: dict[str, list[attribution_score.Statement]],
) -> dict[str, dict[str, float | int]]:
    """Lenient F1 by kind: recall over the gold rows of the kind, precision over our rows of it."""
    speech = speech_forms()
    counts: dict[str, list[int]] = {}
    for stem, text in texts.items():
        tokens = attribution_score.Tokens(text)
        sides = found.get(stem, []), gold[stem]
        kinds = [[kind_of(text, one, speech) for one in side] for side in sides]
        inside = [[tokens.inside(one.content) for one in side] for side in sides]
        pairs = [(i, j) for value, i, j in attribution_score.match(*inside) if value >= 0.5]
        for side, matched in enumerate(({i for i, _ in pairs}, {j for _, j in pairs})):
            for at, kind in enumerate(kinds[side]):
                for name in (kind, "quoted or speech cue") if kind != "other" else (kind,):
                    tally = counts.setdefault(name, [0, 0, 0, 0])
                    tally[2 * side] += at in matched
                    tally[2 * side + 1] += 1
    result: dict[str, dict[str, float | int]] = {}
    for kind, (right, ours, hit, theirs) in sorted(counts.items()):
        p, r = right / max(ours, 1), hit / max(theirs, 1)
        result[kind] = {
            "p": round(p, 3),
            "r": round(r, 3),
            "f1": round(2 * p * r / max(p + r, 1e-9), 3),
            "gold": theirs,
        }
    return result


def share_of_parse(texts: dict[str, str], tagger: str) -> float:
    """Processor time of finding attributions over that of the bare parse, the best of three rounds of each."""
    parsing = finding = 0.0
    nlp = load_pipeline()
    for stem, text in sorted(texts.items())[:TIMED]:
        parse = parse_document(Document(id=stem, uri=stem, sha256="", text=text))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(3):
            start = time.process_time()
            nlp(text)
            middle = time.process_time()
            find_attributions(parse, "grammar" if tagger == "grammar" else "model")
            times[0].append(middle - start)
            times[1].append(time.process_time() - middle)
        parsing, finding = parsing + min(times[0]), finding + min(times[1])
    return round(finding / parsing, 2)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=polnear.CORPUS, help="folder that holds text/ and attributions/")
    parser.add_argument("--tagger", choices=("model", "grammar"), default="model")
    parser.add_argument("--record", type=Path, help="keep the record in this file")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print(json.dumps({"skipped": f"no corpus at {options.corpus}"}))
        return
    texts, gold = attribution_score.read_gold(options.corpus)
    rows, _ = polnear.export_corpus(options.corpus, options.tagger, options.record)
    found = {stem: polnear.gather(ones) for stem, ones in rows.items()}
    result = {
        **attribution_score.score(texts, gold, found),
        "by kind": score_kinds(texts, gold, found),
        "share_of_parse": share_of_parse(texts, options.tagger),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
