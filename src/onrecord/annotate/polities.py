"""States, capitals and seats that only the document itself introduces: unrecognised, historical, invented ones.

"The Marnian foreign minister" beside "Marnia" teaches a state with its adjective, "the Marnian capital, Port Ost" its
capital, "the Grey House, the seat of the Marnian presidency" its seat. What a document teaches holds for that document
alone and stands beside the tables of `onrecord.vocab.gazetteer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.gazetteer import WORD, Entry, Gazetteer, load_gazetteer, load_name_words, read_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

ADJECTIVE = r"(?P<adjective>[A-Z][a-z]+)"
ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
NAME = r"[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+){0,2}"
DERIVED = ("ian", "ese", "ish")
"""Endings of adjectives that hardly anything but a state's has."""
ENDINGS = (
    ("ian", ("ia", "e", "", "a", "y", "i")),
    ("ean", ("ea", "e", "")),
    ("an", ("", "a", "e")),
    ("n", ("",)),
    ("ese", ("", "a", "e", "o")),
    ("ish", ("", "e", "land")),
    ("i", ("", "a", "e")),
)
"""How an adjective of a state ends, and what its name has instead."""
RARE = (("ine", ("", "a")), ("e", ("",)))
"""Endings of many other words, which only count where the parser takes the name for a place."""


def gazetteer_of(doc: Doc) -> Gazetteer:
    """The tables with what a document teaches."""
    known: Gazetteer | None = doc.user_data.get("onrecord.gazetteer")
    if known is None:
        known = extend(load_gazetteer(), dict(find_polities(doc)))
        doc.user_data["onrecord.gazetteer"] = known
    return known


def extend(tables: Gazetteer, learned: dict[str, Entry]) -> Gazetteer:
    """A gazetteer with more names; the tables' own win."""
    rows = {printed: entry for printed, entry in learned.items() if printed not in tables.by_name}
    if not rows:
        return tables
    entries = {word: list(group) for word, group in tables.entries.items()}
    for printed, entry in rows.items():
        words = tuple(WORD.findall(printed))
        entries.setdefault(words[0], []).append((words, entry))
        entries[words[0]].sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return Gazetteer(entries, {**tables.by_name, **rows})


@lru_cache(maxsize=1)
def load_patterns() -> dict[str, re.Pattern[str]]:
    """What shows a state, its capital and its seat in plain text."""
    table = read_table("nominals.toml")["polities"]
    office, departments = "|".join(table["offices"]), table["departments"]
    body = "|".join(table["bodies"])
    seat, armed, near = "|".join(table["seats"]), "|".join(table["armed"]), "neighbou?ring|nearby|tiny|distant"
    return {
        "adjective": re.compile(
            rf"\b([A-Z][a-z]{{3,}})\s+(?:(?:deputy|acting|former)\s+)?(?i:{office}|{body}|{armed})\b"
        ),
        "owner": re.compile(rf"\b({NAME})['’]s\s+(?i:{office}|{body})\b"),
        "fielded": re.compile(rf"\b([A-Z][a-z]{{3,}}) (?:{table['fielded']})\b"),
        "ministry": re.compile(rf"\b({NAME})['’]s (?:[A-Z][a-z]+ ){{1,2}}Ministry\b"),
        "minister of": re.compile(rf"\b(?:{departments}) minister of (?:(?:{near}) )?({NAME})\b"),
        "minister": re.compile(rf"\b({NAME})['’]s (?:{departments}) minister\b"),
        "whose": re.compile(rf"\b({NAME}), whose (?i:{office})\b"),
        "pair": re.compile(rf"\b(?i:{office})s of ({NAME}) and ({NAME})\b"),
        "its": re.compile(
            rf"(?:^|[.”\"] )({NAME})(?: [a-z]+){{1,9}}\. Its (?i:{office}|{body}|(?:{departments}) minister)\b",
            re.MULTILINE,
        ),
        "joined": re.compile(rf"\b({NAME}) (?:and|nor|or) ({NAME})\b"),
        "capital of": re.compile(rf"\bcapital of ({NAME})\b"),
        "named": re.compile(rf"\b(?i:{office})\s+[A-Z]\w+(?: [A-Z]\w+){{0,2}} of (?:(?:the )?(?:{near}) )?({NAME})\b"),
        "capital": re.compile(rf"\b(?:the|The)\s+{ADJECTIVE}\s+capital,?\s+(?P<name>{NAME})\b"),
        "apposed": re.compile(rf"\b(?P<name>{NAME}),\s+(?:the|its)\s+{ADJECTIVE}\s+capital\b"),
        "seated": re.compile(rf"\bseat of the {ADJECTIVE}\s+\w+\s+in\s+(?P<name>{NAME})\b"),
        "seat": re.compile(rf"\b(?:[Tt]he )?(?P<name>{NAME}), the (?:{seat}) of the {ADJECTIVE}\b"),
        "office": re.compile(
            rf"\b[Tt]he (?P<name>{NAME}), the [\w'’ ]{{3,30}} (?:{seat}) in the {ADJECTIVE} capital\b"
        ),
    }


def find_polities(doc: Doc) -> Iterator[tuple[str, Entry]]:
    """Read what a document teaches: (printed form, entry), states and adjectives first."""
    text, patterns, tables = doc.text, load_patterns(), load_gazetteer()
    state_of: dict[str, str] = {}
    for match in patterns["adjective"].finditer(text):
        word = match.group(1)
        if word in state_of or tables.find(word) is not None:
            continue
        named = [base for base in bases_of(word) if tables.find(base) is None]
        printed = is_place(doc, word)
        named += [
            base for base in bases_of(word, RARE) if tables.find(base) is None and (printed or is_place(doc, base))
        ]
        state = next((base for base in named if stands_alone(doc, base)), None)
        if state is not None:
            state_of[word] = state
    states = set(state_of.values())
    for kind in ("owner", "fielded", "whose", "capital of", "named", "pair", "its"):
        for match in patterns[kind].finditer(text):
            for name in match.groups():
                placed = kind != "fielded" and is_place(doc, name)
                placed = placed or (kind in ("named", "whose", "pair", "its") and not is_body(doc, name))
                placed = placed or (kind in ("owner", "fielded") and is_like_state(doc, name))
                if tables.find(name) is None and stands_alone(doc, name) and placed:
                    states.add(name)
    states |= find_governed(doc) | find_derived(doc)
    states |= find_joined(doc, states)
    for word in sorted(set(re.findall(r"\b[A-Z][a-z]{3,}\b", text)) - set(state_of)):
        base = next((one for one in bases_of(word) if one in states), None)
        if base is not None and tables.find(word) is None and word not in states:
            state_of[word] = base
    for state in sorted(states):
        yield state, Entry(name=state, kind="state", side=state)
    for word, state in sorted(state_of.items()):
        yield word, Entry(name=state, kind="demonym", side=state)
        yield word + "s", Entry(name=state, kind="demonym", side=state)
    yield from find_seats(text, state_of)


def find_governed(doc: Doc) -> set[str]:
    """What has ministries or ministers is a state, even where the parser takes it for a body or person.

    People have ministers too ("Ruta's finance minister"): what owns no more than those must be a place as well.
    """
    found: set[str] = set()
    for kind in ("ministry", "minister of", "minister"):
        for name in load_patterns()[kind].findall(doc.text):
            located = re.search(rf"\b(?:in|neighbou?ring|across|Bank of) {re.escape(name)}\b", doc.text)
            placed = located is not None or not is_person(doc, name)
            open_ = load_gazetteer().find(name) is None and stands_alone(doc, name) and not is_worn(doc, name)
            if open_ and not is_creed(doc, name) and (kind != "minister" or placed):
                found.add(name)
    return found


def find_derived(doc: Doc) -> set[str]:
    """A name that acts beside an adjective made from it ("Ruta refused", "Rutian fruit") is a state's."""
    words = {
        one.text
        for one in doc
        if one.text.endswith(DERIVED) and one.text.istitle() and not one.is_sent_start
        and one.i + 1 < len(doc) and one.nbor(1).text.islower() and one.dep_ in ("amod", "compound", "nmod")
        and load_gazetteer().find(one.text) is None
    }  # fmt: skip
    acting = {one.text for one in doc if one.dep_ in ("nsubj", "nsubjpass") and one.pos_ == "PROPN" and not one.n_lefts}
    return {
        base
        for word in words
        for base in bases_of(word)
        if base in acting and load_gazetteer().find(base) is None and stands_alone(doc, base) and not is_worn(doc, base)
    }


def is_worn(doc: Doc, name: str) -> bool:
    """Does a name follow another one or a title somewhere, as a surname does?"""
    before = [doc[one.i - 1] for one in doc if one.text == name and one.i]
    return any(one.text[:1].isupper() and not one.is_stop and one.pos_ in ("PROPN", "NOUN", "ADJ") for one in before)


def find_joined(doc: Doc, states: set[str]) -> set[str]:
    """What is joined to a state that the document teaches is one, too ("neither Marnia nor Ruta")."""
    found = set()
    for match in load_patterns()["joined"].finditer(doc.text):
        known, others = states.intersection(match.groups()), set(match.groups()) - states
        found |= {
            name
            for name in others
            if known and " " not in name and load_gazetteer().find(name) is None and stands_alone(doc, name)
        }
    return found


def find_seats(text: str, state_of: dict[str, str]) -> Iterator[tuple[str, Entry]]:
    """The capitals and seats of government that are introduced by the adjective of their state."""
    patterns = load_patterns()
    for kind in ("capital", "apposed", "seated", "seat", "office"):
        for match in patterns[kind].finditer(text):
            state, named = state_of.get(match["adjective"]), match["name"]
            if state is None:
                continue
            seat = kind in ("seat", "office")
            yield named, Entry(name=named if seat else state, kind="seat" if seat else "capital", side=state)


def bases_of(word: str, endings: Sequence[tuple[str, Sequence[str]]] = ENDINGS) -> Iterator[str]:
    """The names that an adjective can be made from.

    >>> "Marnia" in bases_of("Marnian")
    True
    """
    for ending, names in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield from (word[: len(word) - len(ending)] + name for name in names)


def stands_alone(doc: Doc, name: str) -> bool:
    """Is a name printed by itself, without an article or other capitals around it, and nobody's given or last name?"""
    words = name.split()
    common = load_name_words()
    if fold(name) in load_first_names() or fold(name) in load_name_forms().calendar:
        return False
    if fold(words[-1]) in common["organization"] | common["nothing"]:
        return False
    alone = False
    for match in re.finditer(rf"\b{re.escape(name)}\b", doc.text):
        before = doc.text[: match.start()].rsplit("\n", 1)[-1].split(" ")
        previous = before[-2] if len(before) > 1 and not before[-1] else ""
        previous = "" if previous[-1:] in tuple('.!?:,;)”"') else previous
        if previous[:1].isupper() and fold(previous) in load_first_names():
            return False
        alone = alone or not (previous.lower() in ("the", "a", "an") or previous[:1].isupper())
    return alone


def is_like_state(doc: Doc, name: str) -> bool:
    """Can a name of one word, no body by the parser, be a state's: nobody's surname, and it acts by itself?"""
    alone = [one for one in doc if one.text == name and one.dep_ in ACTING and one.n_lefts == 0]
    return bool(alone) and " " not in name and not (is_worn(doc, name) or is_body(doc, name) or is_creed(doc, name))


def is_creed(doc: Doc, name: str) -> bool:
    """Does the parser take a name for a people, a creed or a party somewhere?"""
    return any(span.label_ == "NORP" and span.text.removeprefix("the ") == name for span in doc.ents)


def is_body(doc: Doc, name: str) -> bool:
    """Does the parser take a name for an organisation somewhere, which may have a president too?"""
    return any(span.label_ == "ORG" and span.text.removeprefix("the ") == name for span in doc.ents)


def is_person(doc: Doc, name: str) -> bool:
    """Does the parser take a name for a person's somewhere?"""
    return any(span.label_ == "PERSON" and span.text == name for span in doc.ents)


def is_place(doc: Doc, name: str) -> bool:
    """Does the parser take a name for a state or place somewhere in the document?"""
    return any(span.label_ in ("GPE", "LOC") and span.text.removeprefix("the ") == name for span in doc.ents)
