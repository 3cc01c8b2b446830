"""Bodies across documents: states, organisations and places by name, acronym, metonym and word order.

"US Labor Department" and "U.S. Department of Labor" are one; a place that speaks in one document is the state that
another document says is governed from there.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.link.seen import Group, Seen
from onrecord.naming import fold, parse_name
from onrecord.vocab.gazetteer import load_gazetteer, load_name_words

LEGAL = re.compile(
    r"(,?\s+(inc|corp|ltd|llc|plc|co|ag|sa|se|gmbh|nv|corporation|company|incorporated|limited|group|holdings)\.?)+$",
    re.IGNORECASE,
)
OFFICE_OF = re.compile(r"^(?P<front>.*?)\b(?P<noun>department|ministry) (?:of|for) (?:the )?(?P<field>.+)$")


def body_key(one: Seen) -> str:
    """The name that a body is merged by, articles and legal suffix aside."""
    name = re.sub(r"^the\s+", "", one.actor.name, flags=re.IGNORECASE)
    if one.actor.kind != "organization":
        return fold(name)
    return turn_around(fold(LEGAL.sub("", name)), one.actor.side)


def turn_around(name: str, side: str | None) -> str:
    """A department or ministry with its field before the noun and its state by the table's name.

    >>> turn_around("u.s. department of labor", "United States"), turn_around("us labor department", "United States")
    ('united states labor department', 'united states labor department')
    """
    match = OFFICE_OF.match(name)
    if match is not None:
        front = match["front"].strip()
        name = f"{front} {match['field']} {match['noun']}".strip()
    if side is None or not name.endswith((" department", " ministry")):
        return name
    words = name.replace(".", "").split()
    for size in (3, 2, 1):
        for form in (" ".join(words[:size]).title(), " ".join(words[:size]).upper()):
            entry = load_gazetteer().find(form.removesuffix("'S").removesuffix("'s"))
            if len(words) > size + 1 and entry is not None and entry.side == side:
                return f"{fold(side)} {' '.join(words[size:])}"
    return f"{fold(side)} {' '.join(words)}"


def group_bodies(seen: Sequence[Seen]) -> list[Group]:
    """Group states, organisations and places by name, then acronyms to the one long name they fit."""
    table: dict[tuple[str, str], Group] = {}
    for one in seen:
        kind = "state" if one.actor.kind == "state" else "body"
        group = table.setdefault((kind, body_key(one)), Group())
        group.join(one, 1.0, "the same name" if one.actor.kind != "state" else "names of the same state")
    longs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in table:
        if key[0] == "body" and " " in key[1]:
            for name in sorted({form for one in table[key].seen for form in (one.actor.name, *one.actor.aliases)}):
                longs[acronym(name)].append(key)
    for key in sorted(table):
        name = table[key].seen[0].actor.name
        homes = sorted(set(longs.get(name, ()))) if name.isupper() and 2 <= len(name) <= 7 and key[0] == "body" else []
        homes = [home for home in homes if home != key and home in table]
        if len(homes) == 1 and not clash_of_sides(table[key], table[homes[0]]):
            for one in table[key].seen:
                table[homes[0]].join(one, 0.8, f'"{name}" is the acronym of "{table[homes[0]].seen[0].actor.name}"')
            del table[key]
    return [table[key] for key in sorted(table)]


def acronym(name: str) -> str:
    """The capitals that start the words of a name."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def clash_of_sides(a: Group, b: Group) -> bool:
    """Do two groups speak for different sides?"""
    return bool(a.states and b.states and not a.states & b.states)


def office_holders(seen: Sequence[Seen]) -> frozenset[str]:
    """Full names and surnames of people who have an office somewhere, each borne by one person only."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.actor.kind == "person" and one.actor.named and one.actor.offices and one.full:
            full = fold(one.actor.name)
            bearers[full].add(full)
            bearers[fold(parse_name(one.actor.name).surname)].add(full)
    return frozenset(name for name, full in bearers.items() if len(full) == 1 and name)


def is_body_name(name: str) -> bool:
    """Does a name end in a word that only bodies have?"""
    return name.split()[-1] in load_name_words()["organization"]


def sort_out(seen: Sequence[Seen]) -> list[Seen]:
    """Settle what a one-word name is where documents differ: states and their metonyms, bodies, places, not persons.

    A parser takes a strange place for a person in one document and a place in the next, and a strange name for a body
    where another article gives its bearer's office. A name that is a state, or stands for one, anywhere is that
    everywhere it acts; the name of the one person who holds an office is that person; one that nobody has as a
    surname, and that more documents take for a body or place than for a person, is no person.
    """
    surnames = {fold(parse_name(form).surname) for one in seen if one.full for form in (*one.forms, one.actor.name)}
    kinds: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    states: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.actor.named and one.actor.kind != "group":
            short = [name for name in one.actor.aliases if one.actor.kind == "organization" and " " not in name]
            for name in {fold(name) for name in (one.actor.name, *short)}:
                kinds[name][one.actor.kind] += 1
        if one.actor.kind == "state":
            states[fold(one.actor.name)].add(one.actor.name)
            for alias in one.actor.aliases:
                if len(alias.split()) <= 2 and alias[:1].isupper():
                    states[fold(alias)].add(one.actor.name)
    people = office_holders(seen)
    result = []
    for one in seen:
        actor, name = one.actor, fold(one.actor.name)
        votes, homes = kinds[name], states.get(name, set())
        settled = actor.named and actor.kind in ("person", "organization", "place") and not actor.offices
        if (actor.kind == "person" and (" " in name or name in surnames)) or load_gazetteer().find(actor.name):
            settled = False  # what the tables know is settled by grammar within each document
        if settled and len(homes) == 1 and (actor.kind != "place" or min(homes) == actor.name):
            state = min(homes)
            one = replace(
                one, actor=replace(actor, kind="state", name=state, side=state, aliases=(actor.name, *actor.aliases))
            )
        elif settled and actor.kind != "person" and name in people and not is_body_name(name):
            one = replace(one, actor=replace(actor, kind="person"))
        elif settled and actor.kind == "person" and votes["place"] + votes["organization"] > votes["person"]:
            kind = "place" if votes["place"] >= votes["organization"] else "organization"
            one = replace(one, actor=replace(actor, kind=kind))  # type: ignore[arg-type]
        result.append(one)
    return result
