"""Score the record against gold: `make score`. The example story always, the seeds when they lie beside the project.

Each story goes in as files and out as an export, as a user would do it; `score_record.py` compares that export with
the gold. The figures are held against `floors.json`; one below its floor makes the exit status 1.

    python benchmarks/score.py [--story NAME] [--list-misses] [--json] [--keep FOLDER]
"""

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import score_record
from onrecord import Record
from onrecord.config import Settings
from onrecord.present.checks import find_faults
from onrecord.present.export import export_tables

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "benchmarks" / "floors.json"
MARGIN = 0.02
"""What a share may fall below its floor: int8 arithmetic differs a little from processor to processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story with gold: its articles, the gold folder, the folder of the articles' texts."""

    name: str
    articles: tuple[Path, ...]
    gold: Path
    texts: Path


def find_stories() -> list[Story]:
    """The stories that can be scored here."""
    stories = []
    for folder in sorted((ROOT / "examples").iterdir()):
        if (folder / "gold" / "story.json").is_file():
            articles = tuple(sorted(path for path in (folder / "articles").iterdir() if path.is_file()))
            stories.append(
                Story(name=folder.name, articles=articles, gold=folder / "gold", texts=folder / "gold" / "text")
            )
    seeds, gold = SHARED / "seeds", SHARED / "gold" / "seeds"
    if seeds.is_dir() and gold.is_dir():
        stories.append(Story(name="seeds", articles=tuple(sorted(seeds.glob("*.txt"))), gold=gold, texts=seeds))
    return stories


def score_story(story: Story, keep: Path | None = None) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """Add a story's articles to a new record, export it, score the export: (figures, misses by section)."""
    with tempfile.TemporaryDirectory() as place:
        out = keep / story.name if keep else Path(place)
        out.mkdir(parents=True, exist_ok=True)
        with Record(":memory:", settings=Settings()) as record:
            added = record.add(story.articles)
            tables = record.tables
        if added.failed:
            raise SystemExit(f"{story.name}: {added.failed[0].uri} failed: {added.failed[0].reason}")
        for name, content in export_tables(tables, "jsonl"):
            (out / name).write_bytes(content)
        result, misses = score_record.score(story.gold, story.texts, out)
    result["faults"] = list(find_faults(tables))
    return result, misses


def flatten(value: Any, path: str = "") -> dict[str, float]:
    """Every number in nested figures, by its dotted path."""
    if isinstance(value, dict):
        parts = [flatten(one, f"{path}.{name}" if path else str(name)) for name, one in value.items()]
        return {name: number for part in parts for name, number in part.items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {path: float(value)}
    return {}


def find_falls(name: str, result: dict[str, Any]) -> list[str]:
    """The figures below their floor (or above their ceiling, for those named `max:`)."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get(name, {})
    figures = {**flatten(result), "false_merges": float(len(result["events"]["false_merges"]))}
    figures["faults"] = float(len(result["faults"]))
    falls = []
    for path, floor in floors.items():
        figure = figures.get(path.removeprefix("max:"))
        low = not path.startswith("max:")
        if figure is None or (figure < floor - MARGIN if low else figure > floor):
            falls.append(f"{name}: {path} is {figure}, {'floor' if low else 'ceiling'} {floor}")
    return falls


def show(name: str, result: dict[str, Any]) -> None:
    """The figures that matter, a line each."""
    print(f"{name}: score {result['score']:.3f}")
    for part, value in result["score_parts"].items():
        print(f"  {part:34} {'-' if value is None else format(value, '.3f')}")
    right = result["statements"]["right"]
    print("  statements right: " + ", ".join(f"{k} {v:.2f}" for k, v in right.items() if v is not None))
    given = result["statements"]["right_where_gold_has_one"]
    shown = ", ".join(f"{k} {v['share']:.2f} of {v['of']}" for k, v in given.items() if v["share"] is not None)
    print(f"  statements right where gold has one: {shown}")
    events = result["events"]
    print(f"  events: {events['predicted']} predicted, {events['extra']} extra, false merges {events['false_merges']}")
    for table in ("positions", "disputes", "commitments"):
        row = result[table]
        print(f"  {table}: {row['predicted']} predicted, {row['extra']} extra, recall_all {row['recall_all']}")
    utterances = result["utterances"]
    print(f"  utterances: f1 {utterances['f1']}; faults of the record: {len(result['faults'])}")


def main() -> int:
    """Score every story at hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", help="only this one")
    parser.add_argument("--list-misses", action="store_true", help="misses, slips and extras on stderr")
    parser.add_argument("--json", action="store_true", help="all figures as JSON")
    parser.add_argument("--keep", type=Path, help="leave the exports in this folder")
    args = parser.parse_args()
    falls: list[str] = []
    everything = {}
    for story in find_stories():
        if args.story and story.name != args.story:
            continue
        result, misses = score_story(story, args.keep)
        everything[story.name] = result
        falls += find_falls(story.name, result)
        if not args.json:
            show(story.name, result)
        if args.list_misses:
            for section, lines in misses.items():
                print(f"== {story.name} {section}: {len(lines)}", *lines, sep="\n  ", file=sys.stderr)
    if args.json:
        print(json.dumps(everything, ensure_ascii=False, indent=1))
    if not SHARED.is_dir():
        print("seeds: skipped, ../shared is not there", file=sys.stderr)
    print(*falls, sep="\n", file=sys.stderr)
    return 1 if falls else 0


if __name__ == "__main__":
    sys.exit(main())
