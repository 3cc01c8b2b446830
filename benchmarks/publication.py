"""Publication dates inferred for articles that state none: story_events, whose dates are known.

    python benchmarks/publication.py [--corpora DIR] [--record FILE] [--list-misses]

The articles are added as plain text without a date, all to one record. Of those whose inferred interval is one day it
counts how many lie within a day of the truth; of all intervals how many contain it, and how wide they are.
"""

import argparse
import datetime as dt
import json
import statistics
import sys
import tempfile
from pathlib import Path

from onrecord import Record

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
    with tempfile.TemporaryDirectory() as temporary, Record(options.record or Path(temporary) / "x.db") as record:
        record.add(folder / "articles")
        documents = record.documents()
    days = within = contained = 0
    widths = []
    for document in documents:
        published, day = document.published, truth[Path(document.uri).stem]
        if published.earliest is None or published.latest is None:
            continue
        low, high = dt.date.fromisoformat(published.earliest[:10]), dt.date.fromisoformat(published.latest[:10])
        widths.append((high - low).days)
        contained += low <= day <= high
        near = abs((low - day).days) <= 1
        days += low == high
        within += low == high and near
        if options.list_misses and (not low <= day <= high or (low == high and not near)):
            print(f"{document.uri}: {low}..{high} ({published.basis}), published {day}", file=sys.stderr)
    print(json.dumps({
        "articles": len(documents),
        "claimed to the day": days,
        "within a day": round(within / max(days, 1), 3),
        "intervals": len(widths),
        "contain the truth": round(contained / max(len(widths), 1), 3),
        "median width in days": statistics.median(widths) if widths else None,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
