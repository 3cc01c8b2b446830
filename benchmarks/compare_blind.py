"""Score positions, commitments and disputes on 60 small stories in ten fields, written before any rule was read.

Each story is one or two short texts about invented people, run through the full pipeline (annotate, link, compare)
with its outlets and publication dates. Half A may be read and tuned on; half B is only ever looked at in totals.

A found row is right if its evidence touches the passage of a gold row that nothing else has taken and its stance,
kind or status is one the gold accepts (a dispute: it touches both passages). One that touches a tolerated passage is
neither right nor wrong. Everything else is wrong, a second row for one gold row as well. `actor` and `due` are the
shares of right rows whose actor or due interval is right too.

First run, before any change (precision, recall): A positions .950 .442, commitments 1.0 .833, disputes .500 .083;
B positions 1.0 .625, commitments .824 .483, disputes 1.0 .250. After a day of tuning on A and on other texts: A
positions .946 .814, commitments 1.0 .917, disputes 1.0 .750; B positions 1.0 .708, commitments .828 .828, disputes
1.0 .583.

`--stories stance_stories` runs 40 stories of two or three texts in some 20 fields on positions and commitments alone,
written before the rules of that evening were read, by the one who then wrote the rules: half A was tuned on, half B
seen only in totals. First run: A positions .879 .382, commitments .581 .462; B positions .895 .447, commitments .476
.312. After the evening: A positions .986 .895, commitments .974 .949; B positions .946 .697, commitments .720 .562.

    python benchmarks/compare_blind.py [--stories compare_blind|stance_stories] [--half A|B] [--list] [--json]
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from onrecord.annotate import annotate
from onrecord.pipeline import build_tables
from onrecord.records import Commitment, Dispute, Document, Evidence, Position, Published
from onrecord.tables import Tables

DATA = Path(__file__).resolve().parent / "data"
LABELS = {"positions": "stance", "commitments": "status", "disputes": "kind"}
Row = Position | Commitment | Dispute


def build_document(story: str, number: int, text: dict[str, str]) -> Document:
    """One text of a story as a document."""
    day = text["published"]
    return Document(
        id=f"doc-{story}-{number}",
        uri=f"{story}-{number}.txt",
        sha256=hashlib.sha256(text["text"].encode()).hexdigest(),
        text=text["text"],
        language="en",
        outlet=text["outlet"],
        published=Published(edtf=day, earliest=day, latest=day, basis="metadata"),
    )


def touches(evidence: Sequence[Evidence], passage: str, documents: Sequence[Document]) -> bool:
    """Does the evidence touch the passage in the document that has it?"""
    for document in documents:
        start = document.text.find(passage)
        end = start + len(passage)
        if start >= 0 and any(one.document == document.id and one.start < end and start < one.end for one in evidence):
            return True
    return False


def passages(gold: dict[str, Any]) -> list[str]:
    """The passages that a gold row's evidence must touch."""
    return list(gold["sides"]) if "sides" in gold else [gold["evidence"]]


def fits(row: Row, gold: dict[str, Any], table: str, documents: Sequence[Document]) -> bool:
    """Is the row this gold row, whoever its actor?"""
    label = str(getattr(row, LABELS[table]))
    return label in gold[LABELS[table]] and all(touches(row.evidence, one, documents) for one in passages(gold))


def has_actor(row: Row, gold: dict[str, Any], tables: Tables) -> bool:
    """Does the row's actor bear one of the names that the gold accepts?"""
    names = {one.id: one.name for one in tables.actors}
    name = names.get(getattr(row, "actor", None) or "", "").casefold()
    wanted = gold["actor"].casefold().split("|")
    return any((one in name or name in one) if name and one else name == one for one in wanted)


def judge(story: dict[str, Any], tally: Counter[str]) -> list[str]:
    """Run one story, add to the tally, and say what was wrong or missed."""
    documents = [build_document(story["id"], number, text) for number, text in enumerate(story["texts"], 1)]
    tables = build_tables([annotate(document) for document in documents], as_of=story["as_of"])
    lines = []
    for table in LABELS:
        free = list(story[table])
        rows: Sequence[Row] = getattr(tables, table)
        tally[f"{table} gold"] += len(free)
        for row in rows:
            fitting = [one for one in free if fits(row, one, table, documents)]
            fitting.sort(key=lambda one: table == "disputes" or not has_actor(row, one, tables))
            if fitting:
                free.remove(fitting[0])
                tally[f"{table} right"] += 1
                if table != "disputes":
                    right = has_actor(row, fitting[0], tables)
                    tally[f"{table} actor"] += right
                    lines += [] if right else [f"{table}: not the actor of {passages(fitting[0])}: {row.actor}"]
                if isinstance(row, Commitment):
                    due = [row.due.earliest, row.due.latest]
                    close = fitting[0]["due"] is None or due[1] == fitting[0]["due"][1]
                    tally["commitments due"] += close
                    lines += [] if close else [f"commitments: due {due}, not {fitting[0]['due']}"]
            elif not any(touches(row.evidence, one, documents) for one in story["tolerated"]):
                tally[f"{table} wrong"] += 1
                told = [
                    doc.text[one.start : one.end] for one in row.evidence for doc in documents if doc.id == one.document
                ]
                lines.append(f"{table}: wrong {getattr(row, LABELS[table])}: {told}")
        lines += [f"{table}: missed {passages(one)}" for one in free]
    return lines


def sum_up(tally: Counter[str]) -> dict[str, dict[str, Any]]:
    """Precision, recall and shares of each table."""
    figures: dict[str, dict[str, Any]] = {}
    for table in LABELS:
        right, wrong, gold = (tally[f"{table} {name}"] for name in ("right", "wrong", "gold"))
        figures[table] = {
            "precision": round(right / (right + wrong), 3) if right + wrong else None,
            "recall": round(right / gold, 3) if gold else None,
            "right": right,
            "wrong": wrong,
            "gold": gold,
        }
        shares = [name for name in ("actor", "due") if f"{table} {name}" in tally]
        figures[table] |= {name: round(tally[f"{table} {name}"] / max(right, 1), 3) for name in shares}
    return figures


def main() -> int:
    """Run the stories and print the figures of each half."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--stories", choices=("compare_blind", "stance_stories"), default="compare_blind")
    parser.add_argument("--half", choices=("A", "B"), help="only this half")
    parser.add_argument("--list", action="store_true", help="list what was wrong or missed in half A on stderr")
    parser.add_argument("--json", action="store_true", help="figures as JSON")
    options = parser.parse_args()
    stories = [json.loads(line) for line in (DATA / f"{options.stories}.jsonl").read_text("utf-8").splitlines()]
    tallies: dict[str, Counter[str]] = {half: Counter() for half in "AB" if options.half in (None, half)}
    for story in stories:
        if story["half"] in tallies:
            lines = judge(story, tallies[story["half"]])
            if options.list and story["half"] == "A":
                sys.stderr.writelines(f"{story['id']} ({story['why']}) {line}\n" for line in lines)
    figures = {half: sum_up(tally) for half, tally in tallies.items()}
    if options.json:
        print(json.dumps(figures))
        return 0
    for half, tables in figures.items():
        for table, row in tables.items():
            print(f"{half} {table:12} " + "  ".join(f"{name} {value}" for name, value in row.items()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
