"""Score the record of real articles against gold that readers made who had not seen the program.

The articles are of the corpora beside the project and are not ours to print: `benchmarks/real/NAME.json` has no words
of theirs but names, each snippet being its place in the article ("@START:LENGTH"), and the article's SHA-256. *ship*
(seven articles on a seized ship) and *senate* (six on two affairs of one parliament) are open to tune on; *girls* (six
on a release of captives), *bid* (five on a takeover) and *talks* (six on the making of a government) are blind: nobody
who writes rules may read their articles, their gold or their misses.

    python benchmarks/real_stories.py [--story NAME] [--list-misses] [--keep FOLDER]
    python benchmarks/real_stories.py --encode GOLD_FOLDER TEXT_FOLDER --corpus NAME -o benchmarks/real/NAME.json
"""

import argparse
import hashlib
import json
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from score import SHARED, Story, score_story, show

HERE = Path(__file__).resolve().parent / "real"
CORPORA = SHARED / "corpora"
BLIND = frozenset({"girls", "consulate", "olive", "verdict"})
DROPPED = frozenset({"why", "note"})
PLACE = re.compile(r"@(\d+):(\d+)")


def change_snippets(value: Any, change: Callable[[str], str]) -> Any:
    """A string or list of strings with each snippet changed."""
    return [change(one) for one in value] if isinstance(value, list) else change(value) if value else value


def change_document(data: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    """The gold of one document with its snippets changed, without remarks."""
    one = {name: value for name, value in data.items() if name not in DROPPED}
    one["published"] = {name: value for name, value in data["published"].items() if name not in DROPPED}
    one["headline"] = change_snippets(data.get("headline"), change)
    one["zones"] = [{**zone, "text": change_snippets(zone["text"], change)} for zone in data.get("zones") or []]
    one["statements"] = [
        {name: value for name, value in row.items() if name not in DROPPED}
        | {name: change_snippets(row.get(name), change) for name in ("content", "cue", "source")}
        for row in data.get("statements") or []
    ]
    return one


def change_story(data: dict[str, Any], change: Callable[[str, str], str]) -> dict[str, Any]:
    """The gold of a story with the snippets of its items changed, without remarks."""

    def change_item(item: dict[str, Any]) -> dict[str, Any]:
        one = {name: value for name, value in item.items() if name not in DROPPED}
        for field in ("mentions", "evidence"):
            if field in item:
                one[field] = {
                    key: change_snippets(value, lambda text, key=key: change(key, text))  # type: ignore[misc]
                    for key, value in item[field].items()
                }
        return one

    return {
        table: [change_item(item) for item in rows] if isinstance(rows, list) else rows for table, rows in data.items()
    }


def encode(gold: Path, texts: Path) -> dict[str, Any]:
    """Gold with snippets as one value without them."""
    keys = sorted(path.stem for path in gold.glob("*.json") if path.stem != "story")
    text_of = {key: (texts / f"{key}.txt").read_bytes().decode() for key in keys}

    def place(key: str, snippet: str) -> str:
        return f"@{text_of[key].index(snippet)}:{len(snippet)}"

    documents = {}
    for key in keys:
        data = json.loads((gold / f"{key}.json").read_text(encoding="utf-8"))
        documents[key] = change_document(data, lambda snippet, key=key: place(key, snippet))  # type: ignore[misc]
    story = json.loads((gold / "story.json").read_text(encoding="utf-8"))
    sums = {key: hashlib.sha256(text.encode()).hexdigest() for key, text in text_of.items()}
    return {"sha256": sums, "documents": documents, "story": change_story(story, place)}


def decode(data: dict[str, Any], articles: Path, target: Path) -> tuple[Path, ...]:
    """Write gold with its snippets again below a folder; the paths of the articles.

    Raises:
        SystemExit: An article is not the one that the gold was made for.
    """
    text_of, paths = {}, []
    for key, sum_ in data["sha256"].items():
        path = articles / f"{key}.txt"
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != sum_:
            raise SystemExit(f"{path} is not the article that the gold was made for")
        text_of[key] = raw.decode()
        paths.append(path)

    def words(key: str, place: str) -> str:
        found = PLACE.fullmatch(place)
        if found is None:
            raise SystemExit(f"{key}: no place in a text: {place!r}")
        return text_of[key][int(found[1]) : int(found[1]) + int(found[2])]

    for key, one in data["documents"].items():
        row = change_document(one, lambda place, key=key: words(key, place))  # type: ignore[misc]
        (target / f"{key}.json").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    story = change_story(data["story"], words)
    (target / "story.json").write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    return tuple(paths)


def score_real(name: str, folder: Path, keep: Path | None = None) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The figures and misses of a story; its gold and articles are put into an empty folder."""
    data = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    articles = decode(data, CORPORA / data["corpus"] / "articles", folder)
    texts = folder / "texts"
    texts.mkdir()
    for article in articles:
        (texts / article.name).write_bytes(article.read_bytes())
    return score_story(Story(name=name, articles=articles, gold=folder, texts=texts), keep)


def main() -> None:
    """Score, or encode new gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", help="only this one")
    parser.add_argument(
        "--list-misses", action="store_true", help="misses, slips and extras on stderr; never of a blind one"
    )
    parser.add_argument("--keep", type=Path, help="leave the exports in this folder")
    parser.add_argument("--encode", nargs=2, type=Path, metavar=("GOLD", "TEXTS"), help="gold to put into one file")
    parser.add_argument("--corpus", default="news_cluster", help="the corpus whose articles they are")
    parser.add_argument("-o", "--output", type=Path, help="the file")
    args = parser.parse_args()
    if args.encode:
        args.output.write_text(
            json.dumps({"corpus": args.corpus} | encode(*args.encode), ensure_ascii=False, indent=0) + "\n",
            encoding="utf-8",
        )
        return
    if not CORPORA.is_dir():
        raise SystemExit(f"{CORPORA} is not there: the articles are not part of the project")
    for path in sorted(HERE.glob("*.json")):
        if args.story and path.stem != args.story:
            continue
        with tempfile.TemporaryDirectory() as folder:
            result, misses = score_real(path.stem, Path(folder), args.keep)
        show(path.stem, result)
        if args.list_misses and path.stem not in BLIND:
            for section, lines in misses.items():
                print(f"== {path.stem} {section}: {len(lines)}", *lines, sep="\n  ", file=sys.stderr)


if __name__ == "__main__":
    main()
