"""Score the rules for time expressions on TBAQ (TimeBank and AQUAINT), as TempEval-3 does, and measure their speed.

    python benchmarks/times.py [--corpus FOLDER] [--errors FILE]

The corpora lie beside the project, in ../shared; without them the benchmark is skipped, with the reason. The rules are
given the plain text and, to resolve, the day of the document creation time. No parse: tense is by cue words. Prints
one JSON object: strict, relaxed, type and value F1 (see `timex_score.py`), and tokens a second, blanks dividing tokens.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import timex_score
from onrecord.annotate.times import find_expressions
from onrecord.chronology import build_when, resolve_times

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "timebank"
PARTS = ("TimeBank", "AQUAINT")


def tag_document(document: timex_score.Document) -> list[timex_score.Timex]:
    """The expressions of a document with their values."""
    day = (document.dct or "")[:10]
    expressions = find_expressions(document.text)
    resolved = resolve_times(expressions, build_when(day, day))
    return [
        timex_score.Timex(one.start, one.end, one.type, row.value)
        for one, row in zip(expressions, resolved, strict=True)
    ]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder that holds TimeBank and AQUAINT")
    parser.add_argument("--errors", type=Path, help="also write every error as JSON Lines")
    options = parser.parse_args()
    folders = [options.corpus / part for part in PARTS]
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        print(json.dumps({"skipped": f"no corpus at {', '.join(missing)}"}))
        return
    documents = timex_score.read_gold(folders)
    find_expressions("The patterns are compiled on first use, on Monday.")
    start = time.process_time()
    predictions = {name: tag_document(document) for name, document in documents.items()}
    seconds = time.process_time() - start
    errors: list[dict[str, object]] | None = [] if options.errors else None
    result = timex_score.score(documents, predictions, errors)
    tokens = sum(len(document.text.split()) for document in documents.values())
    result["tokens"], result["tokens_per_second"] = tokens, round(tokens / seconds)
    if errors is not None:
        with options.errors.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in errors)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
