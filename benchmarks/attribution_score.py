#!/usr/bin/env python3
"""Score extracted attributions (who said or thinks what) against a PolNeAR-style gold folder.

Gold:   DIR/text/<stem>.txt and DIR/attributions/<stem>_<annotator>.ann (brat standoff).
        Where an article has several annotators, the first by file name is the gold.
Pred:   JSON Lines, one statement a line, character offsets (code points) into the article:
        {"document": "<stem>", "content": [[s, e], ...], "cue": [[s, e], ...],
         "source": {"spans": [[s, e], ...]}}
        An article without any line counts as one where nothing was found.

Usage:  attribution_score.py --gold data/dev --pred predictions.jsonl

Tokens are the matches of \\w+|[^\\w\\s]; a token belongs to a span it overlaps.

tokens.content/source/cue  micro P/R/F1 over tokens, a role's statements united per article
attribution.lenient        one-to-one pairs of statements, content token IoU >= 0.5
attribution.strict         the same pairs, content token IoU == 1
attribution.attributed     lenient, and source token IoU >= 0.5 (gold without a source needs a
                           prediction without one)
Pairs are made greedily within an article, highest content IoU first.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROLES = ("content", "source", "cue")
TOKEN = re.compile(r"\w+|[^\w\s]")
Span = tuple[int, int]


class Statement(NamedTuple):
    """One attribution: the character spans of each role (empty where the role is absent)."""

    content: list[Span]
    source: list[Span]
    cue: list[Span]


class Tokens:
    """Word tokens of one text, addressable by character span."""

    def __init__(self, text: str) -> None:
        self.spans = [m.span() for m in TOKEN.finditer(text)]
        self._ends = [end for _, end in self.spans]

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """Indices of the tokens that overlap any of the spans."""
        found: set[int] = set()
        for start, end in spans:
            i = bisect_right(self._ends, start)
            while i < len(self.spans) and self.spans[i][0] < end:
                found.add(i)
                i += 1
        return frozenset(found)


def read_ann(path: Path) -> list[Statement]:
    """Statements of one brat file: its E lines. Notes, loose spans and empty events are left out."""
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if re.fullmatch(r"T\d+", fields[0]) and len(fields) > 1:
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(s), int(e)) for s, e in (p.split() for p in pieces)]
        elif re.fullmatch(r"E\d+", fields[0]) and len(fields) > 1:
            events.append(fields[1].split()[1:])  # the first argument is the event's trigger
    statements = []
    for arguments in events:
        roles: dict[str, list[Span]] = {role: [] for role in ROLES}
        for argument in arguments:
            name, _, target = argument.partition(":")
            role = name.rstrip("0123456789").lower()  # Content2 continues Content
            if role in roles:
                roles[role] += spans[target]
        if any(roles.values()):
            statements.append(Statement(*(sorted(roles[role]) for role in ROLES)))
    return statements


def read_gold(folder: Path) -> tuple[dict[str, str], dict[str, list[Statement]]]:
    """Texts and gold statements by article stem."""
    texts, gold = {}, {}
    by_stem: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_stem.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem not in by_stem:
            raise ValueError(f"no annotation for {path.stem}")
        with path.open(encoding="utf-8", newline="") as file:  # offsets count every character
            texts[path.stem] = file.read()
        gold[path.stem] = read_ann(by_stem[path.stem][0])
    return texts, gold


def read_predictions(path: Path) -> dict[str, list[Statement]]:
    """Statements by article stem, from JSON Lines."""
    predictions: dict[str, list[Statement]] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            predictions.setdefault(row["document"], []).append(
                Statement(
                    [(s, e) for s, e in row["content"]],
                    [(s, e) for s, e in (row.get("source") or {}).get("spans", [])],
                    [(s, e) for s, e in row.get("cue") or []],
                )
            )
    return predictions


def iou(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union; two empty sets agree."""
    return len(a & b) / len(a | b) if a or b else 1.0


def f_score(hits: int, predicted: int, gold: int) -> dict[str, float | int]:
    """Precision, recall, F1 and their counts."""
    p = hits / predicted if predicted else 0.0
    r = hits / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(f, 4), "hits": hits, "predicted": predicted, "gold": gold}


def match(predicted: list[frozenset[int]], gold: list[frozenset[int]]) -> list[tuple[float, int, int]]:
    """Greedy one-to-one pairs (IoU, predicted index, gold index) with IoU > 0."""
    candidates = [(iou(p, g), i, j) for i, p in enumerate(predicted) for j, g in enumerate(gold) if p & g]
    pairs, used_p, used_g = [], set(), set()
    for value, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        if i not in used_p and j not in used_g:
            used_p.add(i)
            used_g.add(j)
            pairs.append((value, i, j))
    return pairs


def score(
    texts: dict[str, str],
    gold: dict[str, list[Statement]],
    predictions: dict[str, list[Statement]],
) -> dict:
    """All metrics, over every article of `texts`."""
    unknown = set(predictions) - set(texts)
    if unknown:
        raise ValueError(f"predictions for unknown articles: {sorted(unknown)[:3]}")
    token_counts = {role: [0, 0, 0] for role in ROLES}  # hits, predicted, gold
    hits = {"lenient": 0, "strict": 0, "attributed": 0}
    n_predicted = n_gold = 0
    for stem, text in texts.items():
        tokens = Tokens(text)
        sides = []
        for statements in (predictions.get(stem, []), gold[stem]):
            sides.append({role: [tokens.inside(getattr(s, role)) for s in statements] for role in ROLES})
        p, g = sides
        for role in ROLES:
            union_p, union_g = frozenset().union(*p[role]), frozenset().union(*g[role])
            for k, n in enumerate((len(union_p & union_g), len(union_p), len(union_g))):
                token_counts[role][k] += n
        n_predicted += len(p["content"])
        n_gold += len(g["content"])
        for value, i, j in match(p["content"], g["content"]):
            if value >= 0.5:
                hits["lenient"] += 1
                hits["strict"] += value == 1.0
                hits["attributed"] += iou(p["source"][i], g["source"][j]) >= 0.5
    return {
        "documents": len(texts),
        "tokens": {role: f_score(*token_counts[role]) for role in ROLES},
        "attribution": {name: f_score(n, n_predicted, n_gold) for name, n in hits.items()},
    }


def main(argv: list[str] | None = None) -> int:
    """Print the figures of one file of predictions."""
    parser = argparse.ArgumentParser(description="Score attribution predictions against a gold folder.")
    parser.add_argument("--gold", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument("--pred", type=Path, required=True, help="predictions, JSON Lines")
    args = parser.parse_args(argv)
    texts, gold = read_gold(args.gold)
    print(json.dumps(score(texts, gold, read_predictions(args.pred))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
