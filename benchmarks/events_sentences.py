"""Score `find_events` on single sentences with invented countries and people: type, source and target.

    events_sentences.py [--list]

The actors are given (data/events_actors.json), so that only the event grammar is measured. An event is right if its
type is, and exactly the gold actors are its source and its target (for contacts: its participants). Mode and status
are reported over the right ones. Prints one JSON object; --list shows what is missed and what is extra.

`fields` holds, apart, the figures of 60 more sentences on courts, strikes, relief and deals
(data/events_sentences_fields.jsonl): `seen`, written before the rules were and used for them; `blind`, written after
the rules and before any run on them (then P 1.0, R .769; three kinds of its misses were worked on since).

`wide` holds the figures of 167 more over war, courts, votes, protests, relief, business, sport and more
(data/events_sentences_blind2.jsonl, with actors of their own), written before any word list or rule was read. Its type
and status may be a list of what passes, and `maybe` lists who may take part or not (a place, a victim). Half A was read
after the first run (both halves together: P .78, R .36), half B never: only its totals are looked at, and --list leaves
it out.

`politics` holds the figures of 126 more over what parties say and do to each other in words (coalitions, votes, labour,
courts, mergers, visits, appeals, synods ...; data/events_sentences_politics.jsonl, with actors of their own), written
before a rule was read and with the same halves.

`deeds` holds the figures of 133 more on what is done rather than said (data/events_sentences_deeds.jsonl, actors of
their own), over 22 fields from floods and mines to piracy and prisons, written in one go before any word list or rule
was read. Half A was read after the first run, half B never.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.annotate.events import find_events
from onrecord.annotate.parse import parse_document
from onrecord.annotate.times import find_times
from onrecord.annotations import EventMention, LocalActor, LocalMention
from onrecord.records import Document, Span

DATA = Path(__file__).parent / "data"
HALVED = {"wide": "blind2", "politics": "politics", "deeds": "deeds"}
FLOORS = {"precision": 0.85, "recall": 0.75}


def load_actors(name: str = "events_actors.json") -> tuple[tuple[LocalActor, ...], list[tuple[str, int]]]:
    """The invented actors, and their printed forms, the longest first."""
    table = json.loads((DATA / name).read_text(encoding="utf-8"))
    actors = tuple(LocalActor(name=name, kind=entry["kind"]) for name, entry in table.items())
    forms = [(form, index) for index, entry in enumerate(table.values()) for form in entry["forms"]]
    return actors, sorted(forms, key=lambda one: (-len(one[0]), one[0]))


def find_mentions(
    text: str, pronouns: dict[str, str], actors: tuple[LocalActor, ...], forms: list[tuple[str, int]]
) -> tuple[LocalMention, ...]:
    """Mentions of the given actors, and the pronouns the sentence's gold resolves."""
    found: list[LocalMention] = []
    taken: set[int] = set()
    names = [actor.name for actor in actors]
    entries = [(form, index, False) for form, index in forms]
    entries += [(word, names.index(name), True) for word, name in pronouns.items()]
    for form, index, pronoun in entries:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            span = set(range(*match.span()))
            if span & taken:
                continue
            taken |= span
            start, end = match.span()
            last = form.split()[-1] if actors[index].kind == "person" else form
            head = Span(start=end - len(last), end=end)
            found.append(
                LocalMention(start=start, end=end, head=head, form="pronoun" if pronoun else "name", actor=index)
            )
    return tuple(sorted(found, key=lambda one: one.start))


def name_roles(mention: EventMention, actors: tuple[LocalActor, ...]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Type, sources and targets by name; all of a contact's participants are its sources."""

    def names(*roles: str) -> tuple[str, ...]:
        return tuple(sorted(actors[one.actor].name for one in mention.participants if not roles or one.role in roles))

    if mention.type == "CONSULT":
        return mention.type, names(), ()
    return mention.type, names("source"), names("target")


def passes(value: Any, gold: Any) -> bool:
    """Is this the gold value, or one of those that pass?"""
    return value in gold if isinstance(gold, list) else value == gold


def is_hit(found: tuple[str, tuple[str, ...], tuple[str, ...]], gold: dict[str, Any]) -> bool:
    """Are the type and the parties those of the gold, but for parties that may be named or not?"""
    maybe = set(gold.get("maybe", ()))
    sides = zip(found[1:], (gold["source"], gold["target"]), strict=True)
    return passes(found[0], gold["type"]) and all(set(side) - maybe == set(names) - maybe for side, names in sides)


def score_sentences(
    rows: list[dict[str, Any]], actors_file: str = "events_actors.json"
) -> tuple[dict[str, Any], list[str]]:
    """Compare what is found in each sentence with its gold."""
    actors, forms = load_actors(actors_file)
    counts: Counter[str] = Counter()
    notes: list[str] = []
    for row in rows:
        document = Document(id="doc", uri="doc", sha256="0" * 64, text=row["text"])
        parse = parse_document(document)
        mentions = find_mentions(row["text"], row.get("pronouns", {}), actors, forms)
        found = find_events(parse, find_times(parse), actors, mentions, ())
        left = [(name_roles(one, actors), one) for one in found]
        for gold in row["events"]:
            hit = next((pair for pair in left if is_hit(pair[0], gold)), None)
            typed = hit or next((pair for pair in left if passes(pair[0][0], gold["type"])), None)
            counts["gold"] += 1
            counts["typed"] += typed is not None
            if hit is None:
                notes.append(f"miss {gold['type']} {gold['source']} > {gold['target']} in: {row['text']}")
                continue
            left.remove(hit)
            counts["right"] += 1
            counts["mode"] += passes(hit[1].mode, gold["mode"])
            counts["status"] += passes(hit[1].status, gold["status"])
            if not passes(hit[1].status, gold["status"]) or not passes(hit[1].mode, gold["mode"]):
                notes.append(f"slip {hit[1].mode} {hit[1].status}, not {gold['mode']} {gold['status']}: {row['text']}")
        counts["extra"] += len(left)
        notes += [f"extra {key} in: {row['text']}" for key, _ in left]
    right, gold = counts["right"], counts["gold"]
    precision, recall = right / max(1, right + counts["extra"]), right / max(1, gold)
    figures = {
        "sentences": len(rows),
        "gold": gold,
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
        "type_found": round(counts["typed"] / max(1, gold), 3),
        "mode": round(counts["mode"] / max(1, right), 3),
        "status": round(counts["status"] / max(1, right), 3),
    }
    return figures, notes


def load_rows(name: str) -> list[dict[str, Any]]:
    """The sentences of one data file."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def main() -> int:
    """Print the figures; exit 1 below the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="show misses, slips and extras")
    options = parser.parse_args()
    figures, notes = score_sentences(load_rows("events_sentences.jsonl"))
    more = load_rows("events_sentences_fields.jsonl")
    figures["fields"] = {}
    for field in ("seen", "blind"):
        figures["fields"][field], others = score_sentences([row for row in more if row["field"] == field])
        notes += others
    for name, stem in HALVED.items():
        halved = load_rows(f"events_sentences_{stem}.jsonl")
        figures[name] = {}
        for half in ("A", "B"):
            chosen = [row for row in halved if row["half"] == half]
            figures[name][half], others = score_sentences(chosen, f"events_actors_{stem}.json")
            notes += others if half == "A" else []
    print(json.dumps(figures))
    if options.list:
        print("\n".join(notes))
    return 0 if all(figures[name] >= floor for name, floor in FLOORS.items()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
