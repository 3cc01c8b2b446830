"""How long a reader waits at the desk: page render and search on a synthetic record.

`python benchmarks/desk.py [STATEMENTS]` prints the median and 95th percentile in milliseconds; the targets are p95 of
50 ms for a search and 200 ms for a page at 100,000 statements. The words are drawn by Zipf's law from invented ones,
so that common words hit tens of thousands of rows, as they do in news.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

from onrecord.config import Settings
from onrecord.records import (
    Actor,
    Document,
    Event,
    Evidence,
    Mention,
    Participant,
    Party,
    Published,
    SearchFilters,
    Span,
    Statement,
    Storyline,
    When,
    Zone,
)
from onrecord.store import open_store
from onrecord.tables import Tables

PER_DOCUMENT = 20
VOCABULARY = 30_000
WORDS = 18  # of a statement
ROUNDS = 200


def build_words(chance: random.Random) -> tuple[list[str], list[float]]:
    """Invented words with the weights of Zipf's law."""
    syllables = ["ba", "cor", "den", "fal", "gri", "hol", "ker", "lum", "mar", "nor", "pel", "ras", "sol", "tan", "vor"]
    words = sorted({"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(3 * VOCABULARY)})
    chance.shuffle(words)
    words = words[:VOCABULARY]
    return words, [1 / (rank + 1) for rank in range(len(words))]


def build_day(number: int) -> When:
    """A day of 2024."""
    day = f"2024-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    return When(edtf=day, earliest=day, latest=day)


def build_tables(statements: int) -> Tables:
    """A record of that many statements, twenty an article, with actors and events to match."""
    chance = random.Random(7)
    words, weights = build_words(chance)
    summed = list(accumulate(weights))
    actors = [
        Actor(id=f"act-{n:06}", name=f"{words[n].capitalize()} {words[-n - 1].capitalize()}", kind="person")
        for n in range(max(20, statements // 200))
    ]
    documents, said, mentions, events = [], [], [], []
    for number in range(statements // PER_DOCUMENT):
        when = build_day(number)
        name, parts, at = f"doc-{number:06}", [], 0
        for line in range(PER_DOCUMENT):
            text = " ".join(chance.choices(words, cum_weights=summed, k=WORDS))
            actor = actors[min(int(chance.paretovariate(0.8)), len(actors)) - 1].id
            span = Span(start=at, end=at + len(text))
            said.append(
                Statement(
                    id=f"sta-{number:06}-{line:02}",
                    document=name,
                    content=(span,),
                    cue=(),
                    source=Party(actor=actor),
                    kind="indirect",
                    act=chance.choice(("state", "deny", "promise", "demand")),
                    said=when,
                )
            )
            mentions.append(Mention(actor=actor, document=name, start=at, end=at + 4, form="name"))
            parts.append(text)
            at += len(text) + 1
        text = "\n".join(parts)
        documents.append(
            Document(
                id=name,
                uri=f"news/{number}.txt",
                sha256="0" * 64,
                text=text,
                outlet=f"Outlet {number % 60}",
                published=Published(edtf=when.edtf, earliest=when.earliest, latest=when.latest, basis="stated"),
                zones=(Zone(kind="body", start=0, end=len(text)),),
            )
        )
        pair = sorted({chance.choice(actors[:200]).id for _ in range(2)})
        events.append(
            Event(
                id=f"evt-{number:06}",
                type="CONSULT",
                mode="call",
                label=f"Call about {parts[0][:40]}",
                participants=tuple(Participant(actor=one, role="participant") for one in pair),
                when=when,
                where=None,
                status="happened",
                evidence=(Evidence(document=name, start=0, end=20),),
                documents=(name,),
            )
        )
    story = Storyline(id="sty-1", label="All of it", events=tuple(one.id for one in events), documents=())
    return Tables(
        documents=tuple(documents),
        actors=tuple(actors),
        mentions=tuple(mentions),
        statements=tuple(said),
        events=tuple(events),
        storylines=(story,),
    )


def measure(work: Callable[[str], object], questions: Iterable[str]) -> dict[str, float]:
    """Median and 95th percentile of the milliseconds that each question takes."""
    taken = []
    for question in questions:
        begun = time.perf_counter()
        work(question)
        taken.append(1000 * (time.perf_counter() - begun))
    return {"p50": round(statistics.median(taken), 1), "p95": round(statistics.quantiles(taken, n=20)[-1], 1)}


def build_queries(tables: Tables) -> list[str]:
    """Queries as people make them: one to three words taken from statements, some phrases, some beginnings."""
    chance = random.Random(11)
    texts = {one.id: one.text for one in tables.documents}
    queries = []
    for number in range(ROUNDS):
        row = chance.choice(tables.statements)
        words = texts[row.document][row.content[0].start : row.content[0].end].split()
        at = chance.randrange(len(words) - 3)
        if number % 5 == 0:
            queries.append(f'"{words[at]} {words[at + 1]}"')
        elif number % 5 == 1:
            queries.append(f"{words[at]} {words[at + 1][:4]}*")
        else:
            queries.append(" ".join(chance.sample(words, chance.randint(1, 3))))
    return queries


def main() -> None:
    """Build the record, ask, and print the figures as JSON."""
    from fastapi.testclient import TestClient

    from onrecord.web.app import build_app
    from onrecord.web.options import DeskOptions

    statements = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    tables = build_tables(statements)
    queries = build_queries(tables)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.db"
        store = open_store(path)
        store.replace_tables(tables)
        app = build_app(Settings(record=str(path)), DeskOptions())
        with TestClient(app, base_url="http://127.0.0.1") as client:
            figures: dict[str, object] = {"statements": len(tables.statements), "documents": len(tables.documents)}
            begun = time.perf_counter()
            for path_of in ("/", "/actors", "/statements", "/events"):
                client.get(path_of)
            figures["first read, seconds"] = round(time.perf_counter() - begun, 1)
            page = SearchFilters(tables=("statements",))
            figures["search"] = measure(lambda words: store.search_page(words, page, limit=50), queries)
            some = SearchFilters(actors=(tables.actors[0].id,), since="2024-03-01", until="2024-06-30")
            figures["search, narrowed"] = measure(lambda words: store.search_page(words, some, limit=50), queries)
            chance = random.Random(3)
            kinds = {
                "search page": [f"/search?q={words.replace(' ', '+')}" for words in queries[:60]],
                "story": ["/"] * 20,
                "lists": [
                    f"/{name}?page={chance.randint(1, 9)}" for name in ("statements", "events", "actors", "documents")
                ] * 10,
                "narrowed lists": [
                    f"/statements?act=deny&actor={chance.choice(tables.actors[:50]).id}&since=2024-05-01"
                    for _ in range(30)
                ],
                "rows": [
                    f"/{name}/{chance.choice(getattr(tables, name)).id}"
                    for _ in range(30)
                    for name in ("statements", "events", "actors", "documents")
                ],
                "api": [f"/api/v1/statements?limit=100&offset={chance.randrange(50_000)}" for _ in range(30)],
            }  # fmt: skip
            for kind, paths in kinds.items():
                figures[kind] = measure(client.get, paths)
        store.close()
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
