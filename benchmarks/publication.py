"""Publication dates inferred for articles that state none: story_events, whose dates are known.

    python benchmarks/publication.py [--corpora DIR] [--record FILE] [--list-misses]

The articles are added as plain text without a date, all to one record; then the dates of every other article of each
event are given, and in a third run those of the others. Of the inferred intervals of one or two days it counts how
many hold the truth and how many lie within a day of it; of all intervals how many contain it, and how wide they are.
"""

import argparse
import datetime as dt
import json
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord import Record
from onrecord.annotations import Annotated
from onrecord.link import link
from onrecord.progress import Silent
from onrecord.records import Document, Published

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--record", type=Path, help="keep the record in this file")
    parser.add_argument("--list-misses", action="store_true", help="list wrong intervals, on standard error")
    options = parser.parse_args()
    folder = options.corpora / "story_events"
    if not folder.is_dir():
        print(json.dumps({"skipped": f"no corpus at {folder}"}))
        return
    truth = {key: dt.date.fromisoformat(day) for key, day in json.loads((folder / "dates.json").read_text()).items()}
    events = json.loads((folder / "gold.json").read_text())
    with tempfile.TemporaryDirectory() as temporary, Record(options.record or Path(temporary) / "x.db") as record:
        record.add(folder / "articles")
        annotated, _ = record.engine.annotate_missing(Silent())
    result = {"articles": len(annotated), "none given": score(link(annotated).documents.values(), truth, options)}
    halves = split_events([name_of(one.document) for one in annotated], events)
    for name, given in zip(("first half given", "second half given"), halves, strict=True):
        linked = link([give_date(one, truth) if name_of(one.document) in given else one for one in annotated])
        asked = [one for one in linked.documents.values() if name_of(one) not in given]
        result[name] = score(asked, truth, options)
    print(json.dumps(result))


def name_of(document: Document) -> str:
    """The name of an article in the corpus."""
    return Path(document.uri).stem


def split_events(names: Sequence[str], events: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Every other article of each event, and the rest."""
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        members[events[name]].append(name)
    first = {name for group in members.values() for name in group[::2]}
    return first, set(names) - first


def give_date(one: Annotated, truth: Mapping[str, dt.date]) -> Annotated:
    """An article with its true date given."""
    day = truth[name_of(one.document)].isoformat()
    given = Published(edtf=day, earliest=day, latest=day, basis="given")
    return replace(one, document=replace(one.document, published=given))


def score(
    documents: Iterable[Document], truth: Mapping[str, dt.date], options: argparse.Namespace
) -> dict[str, float | None]:
    """How many dates are inferred, how closely, and how many rightly."""
    asked = days = held = within = contained = 0
    widths = []
    for document in documents:
        asked += 1
        published, day = document.published, truth[name_of(document)]
        if published.earliest is None or published.latest is None:
            continue
        low, high = dt.date.fromisoformat(published.earliest[:10]), dt.date.fromisoformat(published.latest[:10])
        holds = low <= day <= high
        widths.append((high - low).days)
        contained += holds
        if widths[-1] <= 1:
            days += 1
            held += holds
            within += low - dt.timedelta(days=1) <= day <= high + dt.timedelta(days=1)
        if options.list_misses and not holds:
            print(f"{document.uri}: {low}..{high} ({published.basis}), published {day}", file=sys.stderr)
    return {
        "asked": asked,
        "claimed to one or two days": days,
        "of these hold the truth": round(held / days, 3) if days else None,
        "of these within a day": round(within / days, 3) if days else None,
        "intervals": len(widths),
        "contain the truth": round(contained / len(widths), 3) if widths else None,
        "median width in days": statistics.median(widths) if widths else None,
    }


if __name__ == "__main__":
    main()
