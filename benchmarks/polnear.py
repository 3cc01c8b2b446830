"""PolNeAR's dev articles through the product, as a user would: `Record.add`, then the exported rows."""

import json
import tempfile
from pathlib import Path
from typing import Any

import attribution_score
from onrecord import Record
from onrecord.config import Settings
from onrecord.present.export import export_tables

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "polnear" / "dev"

Rows = dict[str, list[dict[str, Any]]]


def export_corpus(corpus: Path, tagger: str, record: Path | None = None) -> tuple[Rows, dict[str, dict[str, Any]]]:
    """Add a split's articles to a record and export it.

    Args:
        corpus: Folder with text/.
        tagger: "model" or "grammar".
        record: A record file to keep; None makes one that is thrown away.

    Returns:
        The exported statements by article stem, and the exported actors by id.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(tagger="grammar" if tagger == "grammar" else "model")
        with Record(record or Path(folder) / "polnear.db", settings=settings) as held:
            added = held.add(corpus / "text")
            if added.failed:
                raise SystemExit(f"{len(added.failed)} articles failed: {added.failed[0]}")
            tables = {
                name.removesuffix(".jsonl"): [json.loads(line) for line in content.decode("utf-8").splitlines()]
                for name, content in export_tables(held.tables, "jsonl")
                if name in ("documents.jsonl", "statements.jsonl", "actors.jsonl")
            }
    stems = {one["id"]: Path(one["uri"]).stem for one in tables["documents"]}
    rows: Rows = {stem: [] for stem in stems.values()}
    for one in tables["statements"]:
        spans = {name: pairs(one[name]) for name in ("content", "cue")}
        source = {**one["source"], "spans": pairs(one["source"]["spans"])}
        rows[stems[one["document"]]].append({**one, **spans, "source": source})
    return rows, {one["id"]: one for one in tables["actors"]}


def pairs(spans: list[dict[str, int]]) -> list[tuple[int, int]]:
    """Exported spans as the scorer takes them."""
    return [(span["start"], span["end"]) for span in spans]


def gather(rows: list[dict[str, Any]]) -> list[attribution_score.Statement]:
    """Exported statements as PolNeAR counts them: one row for a joint source, not one for each speaker."""
    gathered: dict[tuple[Any, ...], list[tuple[int, int]]] = {}
    for one in rows:
        sources = gathered.setdefault((tuple(one["content"]), tuple(one["cue"])), [])
        sources += [span for span in one["source"]["spans"] if span not in sources]
    return [
        attribution_score.Statement(list(content), source, list(cue)) for (content, cue), source in gathered.items()
    ]
