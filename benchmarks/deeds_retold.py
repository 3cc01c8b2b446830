"""How often articles on one piece of news share the deed that they report, and how often a row joins two stories.

    python benchmarks/deeds_retold.py [--corpora DIR]

All articles of news_cluster (without dates) are annotated and linked as one record, in about five minutes. Deeds are
events other than contacts. Of the pairs of articles of one gold group few report any deed (sport, markets, gadgets),
so the share has no target; what counts is that rows of several articles are found, and that none joins two groups.

Prints one JSON object. Without the collection it says so and stops.
"""

import argparse
import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from coverage import CORPORA, read_collection
from onrecord.annotate import annotate
from onrecord.link import link
from onrecord.read import ReadOptions, read_bytes
from onrecord.records import Received


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder that holds news_cluster/")
    folder = parser.parse_args().corpora / "news_cluster"
    if not folder.is_dir():
        print(json.dumps({"skipped": f"no collection at {folder}"}))
        return
    texts, gold = read_collection(folder)
    annotated, group_of = [], {}
    for count, (key, text) in enumerate(texts.items(), start=1):
        for received in read_bytes(text.encode(), f"{key}.txt", options=ReadOptions()):
            if isinstance(received, Received):
                annotated.append(annotate(received.document))
                group_of[received.document.id] = gold[key]
        if not count % 50:
            print(f"{count} of {len(texts)} articles annotated", file=sys.stderr)
    deeds = [one for one in link(annotated).events if one.type != "CONSULT"]
    told: dict[str, set[str]] = defaultdict(set)
    for one in deeds:
        for document in one.documents:
            told[document].add(one.id)
    groups: dict[str, list[str]] = defaultdict(list)
    for document, group in sorted(group_of.items()):
        groups[group].append(document)
    pairs = [pair for found in groups.values() for pair in combinations(found, 2)]
    several = [one for one in deeds if len(one.documents) > 1]
    result = {
        "articles": len(annotated),
        "deeds": len(deeds),
        "of several articles": len(several),
        "join two groups": sum(len({group_of[document] for document in one.documents}) > 1 for one in several),
        "pairs of one group": len(pairs),
        "share a deed": sum(bool(told[a] & told[b]) for a, b in pairs),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
