"""How the work of linking and comparing grows: time and memory over 1,000 to 10,000 synthetic documents.

    python benchmarks/linking_scale.py [--sizes 1000 2000 5000 10000] [--profile]

The example articles are annotated once; each synthetic story is these articles with every name put in place of another
of the same length (so that all offsets hold), most of the longer words changed likewise, all days moved by whole weeks,
and the embeddings turned a little. Each size runs in a process of its own. Prints one JSON object: for each size the
seconds, the peak memory and the rows made; the seconds to link again after one more article was added, in the same
process and in one that has only the memo kept in the record's file, and the share of the pairs that were judged anew;
and the exponent of the growth from the smallest to the largest.
"""

import argparse
import cProfile
import json
import math
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import numpy as np

from onrecord.annotations import Annotated
from onrecord.compare import compare
from onrecord.config import Settings
from onrecord.link import link
from onrecord.link.kept import pack_memo, unpack_memo
from onrecord.memo import Memo
from onrecord.pipeline import annotate_document, uncollected
from onrecord.read import read_sources
from onrecord.records import Received
from onrecord.vocab.gazetteer import load_gazetteer

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
STORIES = ("straits", "harbour-strike", "court-case")
SIZES = (1000, 2000, 5000, 10000)
PAIRS = (
    "likeness",
    "shared text",
    "pair of event accounts",
    "evidence in spite of a conflict",
    "pair of documents to date",
)
"""The kinds of evidence that hang on two documents alone."""

CACHE = Path("/tmp") / "onrecord-linking-scale.msgpack"
WORD = re.compile(r"[^\W\d_]+")
LONG = re.compile(r"\b[a-z]{5,}\b")
REWORDED = 0.8
DAY = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"


def annotate_examples() -> list[list[Annotated]]:
    """The annotations of the example stories, from a cache in the temporary folder where it fits."""
    stories = []
    for name in STORIES:
        received = read_sources([str(ROOT / "examples" / name / "articles")])
        documents = [one.document for one in received if isinstance(one, Received)]
        found = [annotate_document(one, Settings()) for one in documents]
        stories.append([one for one in found if isinstance(one, Annotated)])
    return stories


def find_name_words(story: Sequence[Annotated]) -> list[str]:
    """The words of a story's names that no table knows: those that are changed."""
    words = {
        word
        for one in story
        for actor in one.actors
        for name in (actor.name, *actor.aliases, actor.side or "")
        for word in WORD.findall(name)
        if word[0].isupper() and len(word) > 3
    }
    words |= {word for one in story for event in one.events for word in WORD.findall(event.where or "")}
    return sorted(word for word in words if word[0].isupper() and load_gazetteer().find(word) is None)


def reword(text: str, story: int) -> str:
    """A text in which most of the longer words are other ones: two stories are not told in the same words."""

    def choose(match: re.Match[str]) -> str:
        other = random.Random(f"{story} {match[0]}").random() < REWORDED
        return invent(match[0], story) if other else match[0]

    return LONG.sub(choose, text)


def invent(word: str, story: int) -> str:
    """An invented word of the same length, the same for one story and word; what two words begin with stays common."""
    drawn = []
    for at in range(len(word)):
        chance = random.Random(f"{story} {word[: at + 1].casefold()}")
        letter = chance.choice(VOWELS if at % 2 else CONSONANTS)
        drawn.append(letter.upper() if word[at].isupper() else letter)
    return "".join(drawn)


def vary(value: Any, names: dict[str, str], pattern: re.Pattern[str], days: int) -> Any:
    """The same data with names exchanged and days moved."""
    if isinstance(value, str):
        changed = pattern.sub(lambda match: names[match[0]], value)
        return DAY.sub(lambda m: (date(int(m[1]), int(m[2]), int(m[3])) + timedelta(days=days)).isoformat(), changed)
    if isinstance(value, list | tuple):
        return [vary(one, names, pattern, days) for one in value]
    if isinstance(value, dict):
        return {key: vary(one, names, pattern, days) for key, one in value.items()}
    return value


def turn(data: bytes, seed: int) -> bytes:
    """An embedding moved in a direction of its story's own."""
    if not data:
        return data
    vector = np.frombuffer(data, np.int8).astype(float)
    own = np.random.default_rng(seed).normal(size=len(vector))
    moved = vector + own / np.linalg.norm(own) * np.linalg.norm(vector)
    return bytes(np.rint(moved / np.linalg.norm(moved) * 127).astype(np.int8).tobytes())


def build_documents(stories: Sequence[Sequence[Annotated]], count: int) -> Iterable[Annotated]:
    """So many synthetic documents, story by story."""
    made = number = 0
    while made < count:
        story = stories[number % len(stories)]
        names = {word: invent(word, number) for word in find_name_words(story)}
        pattern = re.compile(r"\b(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\b")
        for one in story[: count - made]:
            plain = msgspec.to_builtins(one, builtin_types=(bytes,))
            for key in ("embedding", "lead"):
                plain[key] = turn(plain[key], number)
            plain["document"]["text"] = reword(plain["document"]["text"], number)
            for stance in plain["stances"]:
                stance["label"] = reword(stance["label"], number)
                stance["embedding"] = turn(stance["embedding"], number)
            for clause in plain["assertions"]:
                clause["words"] = [reword(word, number) for word in clause["words"]]
            fresh = msgspec.convert(vary(plain, names, pattern, 7 * number), Annotated)
            yield rename(fresh, f"{number:05d}-{one.document.id}")
            made += 1
        number += 1


def rename(one: Annotated, key: str) -> Annotated:
    """The annotation under another document id."""
    plain = msgspec.to_builtins(one, builtin_types=(bytes,))
    plain["document"] = json.loads(json.dumps(plain["document"]).replace(one.document.id, key))
    plain["document"]["sha256"] = key
    return msgspec.convert(plain, Annotated)


def measure(count: int, *, profile: bool) -> dict[str, Any]:
    """Link and compare so many documents in this process, then link them again with one more."""
    stories = msgspec.msgpack.decode(CACHE.read_bytes(), type=list[list[Annotated]])
    documents = list(build_documents(stories, count + 1))
    random.Random(count).shuffle(documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memo = Memo()
    linked, seconds = watch(partial(link, documents[:-1], memo=memo), profile=profile)
    made = sum(memo.made[kind] for kind in PAIRS)
    compared, comparing = watch(partial(compare, linked), profile=profile)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {
        "documents": count,
        "seconds": seconds,
        "compare_seconds": comparing,
        "peak_mib": peak // 1024,
        "of_it_documents_mib": before // 1024,
        "pairs": made,
        **{name: len(getattr(linked, name)) for name in ("actors", "events", "coverage", "links")},
        **{name: len(getattr(compared, name)) for name in ("disputes", "commitments")},
    }
    print(json.dumps(figures), file=sys.stderr, flush=True)
    del linked, compared
    kept = dict(pack_memo(memo))
    _, anew = watch(partial(link_after_another, documents, kept), profile=False)
    figures |= {"next_command_seconds": anew, "memo_mib": round(sum(map(len, kept.values())) / 2**20, 1)}
    _, again = watch(partial(link, documents, memo=memo), profile=profile)
    judged = {kind: memo.made[kind] for kind in PAIRS}
    share = sum(judged.values()) / sum(memo.asked[kind] for kind in PAIRS)
    return {**figures, "add_one_seconds": again, "add_one_pairs": judged, "add_one_share": round(share, 6)}


def link_after_another(documents: Sequence[Annotated], kept: dict[str, bytes]) -> None:
    """Link with what another process has kept of its memo, and keep it again."""
    memo = Memo()
    unpack_memo(memo, kept)
    link(documents, memo=memo)
    dict(pack_memo(memo))


def watch(work: Callable[[], T], *, profile: bool) -> tuple[T, float]:
    """What some work gives, and the seconds of processor time it takes."""
    started = time.process_time()
    with uncollected():
        if not profile:
            return work(), round(time.process_time() - started, 1)
        with cProfile.Profile() as watched:
            found = work()
    watched.print_stats("cumulative")
    return found, round(time.process_time() - started, 1)


def main() -> None:
    """Measure each size in a process of its own and print the growth."""
    parser = argparse.ArgumentParser(description="Measure how linking grows with the documents.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, profile=options.profile)))
        return
    CACHE.write_bytes(msgspec.msgpack.encode(annotate_examples()))
    rows = []
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size)] + (["--profile"] if options.profile else [])
        shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(shown, file=sys.stderr, end="", flush=True)
        rows.append(json.loads(shown.splitlines()[-1]))
    first, last = rows[0], rows[-1]
    growth = {
        key: round(math.log(last[key] / first[key]) / math.log(last["documents"] / first["documents"]), 2)
        for key in ("seconds", "compare_seconds", "peak_mib")
        if last["documents"] > first["documents"]
    }
    print(json.dumps({"sizes": rows, "exponent": growth}, indent=1))


if __name__ == "__main__":
    main()
