"""Hold the record's disputes against those that readers saw among its statements.

`training/disputes/pairs.jsonl` names groups of articles of the corpora beside the project and, by their offsets, the
pairs of statements that readers found to be in dispute; no words of theirs. A dispute of the record is right where
it cites both statements of a pair; a pair is found where a dispute cites both.

    python benchmarks/disputes_read.py [--groups N] [--list]
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord import Record
from onrecord.config import Settings

ROOT = Path(__file__).resolve().parent.parent
PAIRS = ROOT / "training" / "disputes" / "pairs.jsonl"
CORPORA = ROOT.parent / "shared" / "corpora"
Place = tuple[int, int, int]
"""Number of the article in its group, first character, the one after the last."""


def touches(place: Place, cited: list[Place]) -> bool:
    """Does a dispute cite a stretch of text?"""
    return any(at == place[0] and start < place[2] and place[1] < end for at, start, end in cited)


def find_disputes(group: dict[str, Any]) -> list[tuple[str, list[Place]]]:
    """Kind and evidence of the disputes in the record of a group of articles."""
    for path, sha256 in zip(group["paths"], group["sha256"], strict=True):
        if hashlib.sha256((CORPORA / path).read_bytes()).hexdigest() != sha256:
            raise SystemExit(f"{path} is not the article that was read")
    with Record(":memory:", settings=Settings()) as record:
        record.add([CORPORA / path for path in group["paths"]])
        tables = record.tables
    numbers = {
        document.id: number
        for document in tables.documents
        for number, path in enumerate(group["paths"])
        if document.uri.endswith(path)
    }
    return [
        (row.kind, [(numbers[one.document], one.start, one.end) for one in row.evidence]) for row in tables.disputes
    ]


def main() -> None:
    """Count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--groups", type=int, help="only so many groups")
    parser.add_argument("--list", action="store_true", help="each dispute that no reader saw, on stderr")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        raise SystemExit(f"{CORPORA} is not there: the articles are not part of the project")
    counts: Counter[str] = Counter()
    for line in PAIRS.read_text(encoding="utf-8").splitlines()[: options.groups]:
        group = json.loads(line)
        pairs = [(tuple(one), tuple(other)) for _, _, one, other in group["pairs"]]
        found = find_disputes(group)
        counts["groups"] += 1
        counts["pairs"] += len(pairs)
        counts["pairs found"] += sum(
            any(touches(a, cited) and touches(b, cited) for _, cited in found) for a, b in pairs
        )
        for kind, cited in found:
            seen = any(touches(a, cited) and touches(b, cited) for a, b in pairs)
            counts[kind] += 1
            counts[f"{kind}, seen by readers"] += seen
            if options.list and not seen:
                sys.stderr.write(f"{kind}: {group['paths']} {cited}\n")
    sys.stdout.write("".join(f"{name:30} {number}\n" for name, number in sorted(counts.items())))


if __name__ == "__main__":
    main()
