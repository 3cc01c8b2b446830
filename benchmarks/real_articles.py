"""Score the record of single real articles: events, positions, disputes and commitments, over many kinds of news.

Forty-eight articles of the corpora beside the project, drawn by chance, each with gold of its own by readers who had
not seen the program (no statements: PolNeAR has those). As in `real_stories.py` the files hold no words of theirs,
only places in them. *open* (40) may be read and tuned on; *blind* (8) nobody who writes rules may read: its totals
alone.

    python benchmarks/real_articles.py [--half open|blind] [--list-misses] [--json]
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from real_stories import CORPORA, decode
from score import Story, score_story

HERE = Path(__file__).resolve().parent / "real_articles"
TABLES = ("events", "positions", "disputes", "commitments")


def score_article(data: dict[str, Any], folder: Path) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The figures and misses of one article; its gold and text are put into an empty folder."""
    (key,) = data["sha256"]
    texts = folder / "texts"
    texts.mkdir()
    (texts / f"{key}.txt").write_bytes((CORPORA / data["path"]).read_bytes())
    articles = decode(data, texts, folder)
    return score_story(Story(name=key, articles=articles, gold=folder, texts=texts))


def score_half(half: str) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, list[str]]]]:
    """Totals by table, and the misses by article.

    Raises:
        SystemExit: An article is not the one that the gold was made for.
    """
    counts: Counter[tuple[str, str]] = Counter()
    told = {}
    for data in json.loads((HERE / f"{half}.json").read_text(encoding="utf-8")):
        with tempfile.TemporaryDirectory() as folder:
            figures, misses = score_article(data, Path(folder))
        told[next(iter(data["sha256"]))] = misses
        for table in TABLES:
            gold, lines = data["story"][table], [line.strip() for line in misses.get(table, [])]
            counts[table, "must"] += sum(bool(one.get("must")) for one in gold)
            counts[table, "gold"] += len(gold)
            counts[table, "missed must"] += sum(line.startswith("missed must") for line in lines)
            counts[table, "missed"] += sum(line.startswith("missed") for line in lines)
            counts[table, "extra"] += figures[table]["extra"]
            counts[table, "predicted"] += figures[table]["predicted"]
    return {table: total(counts, table) for table in TABLES}, told


def total(counts: Counter[tuple[str, str]], table: str) -> dict[str, Any]:
    """What is found of one table."""
    must, gold = counts[table, "must"], counts[table, "gold"]
    return {
        "recall_must": round(1 - counts[table, "missed must"] / must, 3),
        "must": must,
        "recall_all": round(1 - counts[table, "missed"] / gold, 3),
        "gold": gold,
        "predicted": counts[table, "predicted"],
        "extra": counts[table, "extra"],
    }


def main() -> None:
    """Print the totals of one half or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "blind"), help="only this one")
    parser.add_argument("--list-misses", action="store_true", help="misses and extras on stderr; never of blind ones")
    parser.add_argument("--json", action="store_true", help="all figures as JSON")
    args = parser.parse_args()
    if not CORPORA.is_dir():
        raise SystemExit(f"{CORPORA} is not there: the articles are not part of the project")
    everything = {}
    for half in ("open", "blind") if args.half is None else (args.half,):
        everything[half], told = score_half(half)
        for table, row in everything[half].items() if not args.json else ():
            print(f"{half:6} {table:12}", *(f"{name} {value}" for name, value in row.items()))
        for key, misses in told.items() if args.list_misses and half == "open" else ():
            for table in TABLES:
                print(f"== {key} {table}", *misses.get(table, []), sep="\n  ", file=sys.stderr)
    if args.json:
        print(json.dumps(everything))


if __name__ == "__main__":
    main()
