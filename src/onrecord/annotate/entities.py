"""The parser's named entities with repaired borders, and runs of capitalised words that it missed.

Titles, articles and possessives come off a name, lower-case verbs cut it off, lines and commas break it. What a name
is (person, body, place) stays a vote until all of the document is seen: a small pipeline errs there most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.name_ends import DASHES, before_particle, extend_particles
from onrecord.annotate.polities import gazetteer_of
from onrecord.naming import fold, load_first_names, load_name_forms
from onrecord.vocab.gazetteer import Entry, load_name_words
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
INSIDE = frozenset(("of", "for", "in", "on", "to", "and", "at"))
"""Lower-case words that may stand inside a body's name."""
ADDRESSES = frozenset(("mr", "mrs", "ms", "miss"))
"""Forms of address that only people have."""
IGNORED = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name at tokens `first` to `last` (both included).

    Attributes:
        kind: person, organization, place, or "" while open; gazetteer names go by their entry.
        entry: What the gazetteer knows of it.
        label: The parser's entity label, if it saw one.
    """

    first: int
    last: int
    text: str
    kind: str = ""
    entry: Entry | None = None
    label: str = ""


def strip_title(doc: Doc, first: int, last: int) -> tuple[int, bool]:
    """Take title words off the front of a name.

    Returns:
        The new first token and whether a title came off.
    """
    words = load_title_words()
    cut = first
    for index in range(first, last):
        word = doc[index].text.lower().rstrip(".")
        two = f"{word}-{doc[index + 2].text.lower()}" if index + 2 < last and doc[index + 1].text == "-" else ""
        if word in words.heads or word in words.honorifics:
            cut = index + 1
        if two in words.heads:
            cut = index + 3
    return (cut, cut > first) if cut <= last else (first, False)


BEFORE_NAMES = frozenset({"the", "a", "an", "this", "that", "neighbouring", "neighboring", "nearby", "meanwhile"})


def trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Take articles, possessives, blanks and punctuation off both ends of an entity."""
    if first < last and doc[first].text == "I." and first and doc[first - 1].is_lower:
        first += 1  # "So do I. Marnia must answer."
    while first <= last and (doc[first].is_space or doc[first].is_punct or doc[first].text.lower() in BEFORE_NAMES):
        first += 1
    while last >= first and (
        doc[last].is_space
        or (doc[last].is_punct and doc[last].text not in (")",))
        or doc[last].tag_ == "POS"
        or doc[last].text in ("'s", "’s", "’", "'", ")", "and", "&")
    ):
        last -= 1
    return first, last


def split_lines(doc: Doc, first: int, last: int) -> list[tuple[int, int]]:
    """Break a token range at line ends and commas that no organisation name has."""
    parts: list[tuple[int, int]] = []
    start = first
    for index in range(first, last + 1):
        token = doc[index]
        if (
            token.is_space
            or token.text in (";", ":", "|", "—", "(", "[", "]", '"', "“", "”")
            or (
                token.text == ","
                and index < last
                and doc[index + 1].text.lower().rstrip(".") not in ("inc", "d.c", "dc", "llc", "ltd", "jr", "sr")
            )
        ):
            if index > start:
                parts.append((start, index - 1))
            start = index + 1
    if start <= last:
        parts.append((start, last))
    return parts


def scan_entities(doc: Doc) -> list[Name]:
    """The parser's entities with repaired borders."""
    found: list[Name] = []
    for entity in doc.ents:
        if entity.label_ in IGNORED:
            continue
        for first, last in split_lines(doc, entity.start, entity.end - 1):
            first, last = trim(doc, first, last)
            if first > last or not any(is_capital(token) for token in doc[first : last + 1]):
                continue
            name = repair(doc, first, last, entity.label_)
            if name is not None:
                found.append(name)
    return join_adjectives(doc, found)


def join_adjectives(doc: Doc, names: list[Name]) -> list[Name]:
    """Join a party or creed to the organisation right after it ("Republican", "National Committee")."""
    result: list[Name] = []
    for name in names:
        before = result[-1] if result else None
        if (
            before is not None
            and before.label == "NORP"
            and (name.label == "ORG" or is_party(doc, before.first, name.last))
            and before.last + 1 == name.first
            and gazetteer_of(doc).find(before.text) is None
        ):
            whole = doc[before.first : name.last + 1].text
            result[-1] = replace(name, first=before.first, text=whole, kind=LABELS["ORG"], label="ORG")
        else:
            result.append(name)
    return result


def repair(doc: Doc, first: int, last: int, label: str) -> Name | None:
    """One entity as a name: lower-case verbs cut it off, titles come off the front, the rest of a title off the end."""
    start = past_complement(doc, first, last)
    titled, first = start > first, start
    label = "ORG" if is_party(doc, first, last) else label
    last = cut_off(doc, first, last, label)
    first, last = trim(doc, first, last)
    if first > last:
        return None
    if not titled and label in ("PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "GPE", "NORP"):
        start, found = strip_title(doc, first, last)
        titled = found and is_name_after(doc, start, last, label) and is_name_like(doc, start, last)
        first = start if titled else first
    if first == last and doc[first].lower_.rstrip(".") in load_name_forms().calendar | load_name_forms().suffixes:
        return None
    if label == "PERSON":
        first, last = before_particle(doc, front_words(doc, first, last)), extend_particles(doc, last)
        if first == last and not titled and is_front_left(doc, first):
            first, label = first - 1, "ORG" if doc[first - 2].lower_ == "the" else label
    text = doc[first : last + 1].text
    kind = "person" if titled else LABELS.get(label, "")
    return Name(first=first, last=last, text=text, kind=kind, label=label) if len(text.rstrip(".")) > 1 else None


def is_party(doc: Doc, first: int, last: int) -> bool:
    """Is it a party by its people: "Christian Democrats", "Free Liberals"?"""
    return last > first and doc[last].tag_ == "NNPS" and doc[last].lower_ in load_nominals()["people"]


def cut_off(doc: Doc, first: int, last: int, label: str) -> int:
    """The last token of an entity before a lower-case verb, or before the title that follows a body's name."""
    particles, titles = load_name_forms().particles, load_title_words()
    for index in range(first, last + 1):
        token = doc[index]
        if label == "PERSON" and index > first and token.text.isdigit():
            return index - 1  # "had promised Ruta 48 hours"
        if not token.text.islower() or token.text in particles:
            continue
        if label == "PERSON" or (token.pos_ in ("VERB", "AUX", "ADP", "SCONJ") and token.text not in INSIDE):
            last = index - 1
            break
    if label != "ORG":
        return last
    bodies = load_name_words()["organization"]
    while last > first and doc[last].text.lower() in titles.heads and doc[last].text.lower() not in bodies:
        if doc[last - 1].text in ("of", "for", "on"):
            break  # "the Ruta Centre for Justice"
        last -= 1
    _, last = trim(doc, first, last)
    return last - 1 if last > first and doc[last].text.lower() in ("co", "vice", "deputy", "ex") else last


def is_name_like(doc: Doc, first: int, last: int) -> bool:
    """Do capitals, particles and hyphens alone make up a stretch of at most five tokens?"""
    allowed = {*load_name_forms().particles, *DASHES}
    return last - first < 5 and all(is_capital(token) or token.text in allowed for token in doc[first : last + 1])


def is_name_after(doc: Doc, start: int, last: int, label: str) -> bool:
    """Is what follows a title in an entity a person's name, not the rest of a body's ("General Electric")?"""
    given, before = fold(doc[start].text) in load_first_names(), doc[start - 1].text.lower().rstrip(".")
    if before in ADDRESSES and last - start < 3:
        return True
    return given or label == "PERSON" or ((last > start or not label) and before not in load_title_words().doubtful)


def past_complement(doc: Doc, first: int, last: int) -> int:
    """The first token of a name past a title with "of" ("Chief of" | "Staff Ana Ruta", "Palace Chief of Staff Ana")."""
    words = load_title_words()
    for index in range(max(first, 2), last):
        head, tie = doc[index - 2].lower_.rstrip("."), doc[index - 1].lower_
        if head in words.heads and tie in ("of", "for") and doc[index].lower_ in words.subjects:
            named = doc[index + 1].lower_ not in words.subjects and is_name_like(doc, index + 1, last)
            return index + 1 if named else first
    return first + 1 if is_body_before(doc, first, last) else first


def is_body_before(doc: Doc, first: int, last: int) -> bool:
    """Does the body of an office open what the parser takes for a name ("chief of" | "Ruta Ana Marn")?"""
    if first < 2 or last - first < 2 or doc[first - 1].lower_ not in ("of", "for", "at"):
        return False
    held = doc[first - 2].lower_ in load_title_words().heads
    given = [fold(one.text) in load_first_names() for one in doc[first : first + 2]]
    return held and given == [False, True] and is_name_like(doc, first, last)


def front_words(doc: Doc, first: int, last: int) -> int:
    """The first token of a person entity past a verb or connective that opens the sentence ("Following Ruta")."""
    while first < last and doc[first].is_sent_start and doc[first].pos_ not in ("PROPN", "NOUN", "ADJ", "X"):
        first += 1
    if last - first > 1 and doc[first].text.lower() in load_nominals()["described"]["person"]:
        first += 1  # "Billionaire Ana Ruta"
    return first


def is_front_left(doc: Doc, first: int) -> bool:
    """Did the parser leave out the first word of a name ("Ossy Marn"; no person after "the": "the Lone Marnia")?"""
    if first < 2 or doc[first - 1].is_sent_start or is_title_case(doc[first].sent):
        return False
    before, titles = doc[first - 1], load_title_words()
    word = before.lower_.rstrip(".")
    plain = before.tag_ == "NNP" and before.dep_ == "compound" and before.head.i == first and before.text.istitle()
    known = word in titles.heads or word in titles.honorifics or gazetteer_of(doc).find(before.text) is not None
    known = known or word in load_nominals()["described"]["person"]
    return plain and not known and not before.ent_type_ and fold(before.text) not in load_first_names()
