"""Names in a document: the gazetteer's and the parser's, made one, split at hyphens, and matched in headlines.

Where both see a name, the longer wins if it reads as a name of its own ("Ruritanian Foreign Ministry"); hyphenated
pairs are split where both halves are names elsewhere, and in headline case only names known from the body count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.body_fields import is_branch, join_brands, join_fields, know_papers
from onrecord.annotate.body_names import join_bodies, scan_tied
from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.entities import Name, scan_entities, strip_title, trim
from onrecord.annotate.glued_names import cut_glued, find_stage_names, is_of_medium
from onrecord.annotate.hyphens import has_dash, join_hyphens, split_pairs
from onrecord.annotate.name_frames import fill_brackets, keep_possessives, without_frames
from onrecord.annotate.parse import Parse
from onrecord.annotate.polities import gazetteer_of
from onrecord.annotate.runs import halve, scan_runs
from onrecord.annotate.short_names import shorten_firms
from onrecord.annotate.sites import add_sites, find_signers
from onrecord.naming import fold, load_first_names
from onrecord.vocab.gazetteer import WORD, Entry, load_name_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def scan_gazetteer(doc: Doc) -> list[Name]:
    """Every name of the gazetteer, on token borders; doubtful ones only where the parser sees a name as well."""
    text = doc.text
    words = [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]
    found: list[Name] = []
    ents = [(span.start, span.end, span.label_) for span in doc.ents]
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    for low, high, entry in gazetteer_of(doc).scan([word for word, _, _ in words]):
        start, end = words[low][1], words[high - 1][2]
        first, last = starts.get(start), ends.get(end)
        if first is None:
            continue
        if last is None:  # "U.S.-backed", "Inc."
            last = next(
                (token.i for token in doc[first : first + 8] if token.idx <= end - 1 < token.idx + len(token)), None
            )
            if last is None or doc[last].idx + len(doc[last]) - end > 1:
                continue
        if (entry.doubtful and is_tail(doc, first, last)) or is_other_place(doc, first):
            continue
        if entry.doubtful and not supports(doc, ents, first, last, entry):
            continue
        found.append(Name(first=first, last=last, text=text[start:end], entry=entry, kind=kind_of(entry)))
    return found


def is_tail(doc: Doc, first: int, last: int) -> bool:
    """Is a one-word name only the end of a longer one ("Granite House")?"""
    before = doc[first - 1] if first == last and first > doc[first].sent.start else None
    return before is not None and before.pos_ == "PROPN" and is_capital(before) and before.ent_type_ != "NORP"


def is_other_place(doc: Doc, first: int) -> bool:
    """Is a place's name only the end of a newer one's ("New Marnia")? The tables' own begin with the word."""
    before = doc[first - 1] if first > doc[first].sent.start else None
    return before is not None and before.text == "New" and before.pos_ == "PROPN" and not is_title_case(before.sent)


def kind_of(entry: Entry) -> str:
    """The record's kind of a gazetteer entry; capitals are states until grammar makes them places."""
    if entry.kind in ("state", "capital", "demonym"):
        return "state"
    return "place" if entry.kind in ("region", "regional") else "organization"


def supports(doc: Doc, ents: list[tuple[int, int, str]], first: int, last: int, entry: Entry) -> bool:
    """Does the parse see a name of the right sort at a doubtful gazetteer name?"""
    wanted = {
        "state": ("GPE", "NORP"),
        "capital": ("GPE",),
        "demonym": ("NORP",),
        "region": ("LOC", "GPE"),
        "regional": ("NORP",),
    }
    labels = wanted.get(entry.kind, ("ORG",))
    if entry.kind in ("state", "capital") and fold(doc[first].text) not in load_first_names():
        labels = ("GPE", "LOC", "ORG", "NORP", "PERSON")
    if entry.kind == "demonym" and doc[first].tag_ == "JJ":
        return True
    return any(label in labels and end - 1 == last and 0 <= first - start <= 1 for start, end, label in ents)


def merge_layers(doc: Doc, gazetteer: list[Name], entities: list[Name]) -> list[Name]:
    """Decide between the gazetteer and the parser where they overlap."""
    at: dict[int, Name] = {index: name for name in gazetteer for index in range(name.first, name.last + 1)}
    kept: list[Name] = []
    dropped: set[Name] = set()
    first_names = load_first_names()
    for name in entities:
        inside = sorted({at[i] for i in range(name.first, name.last + 1) if i in at}, key=lambda one: one.first)
        if not inside:
            kept.append(name)
            continue
        if any(one.first <= name.first and one.last >= name.last for one in inside):
            continue
        if name.kind == "person":
            kept += settle_person(doc, name, inside, dropped, first_names)
        elif (name.kind == "organization" and keeps_organization(doc, name, inside)) or (
            name.kind == "place" and all(one.kind != "organization" for one in inside) and not has_dash(doc, name)
        ):
            kept.append(name)
            dropped.update(inside)
    return sorted([*kept, *(one for one in gazetteer if one not in dropped)], key=lambda one: (one.first, one.last))


def settle_person(doc: Doc, name: Name, inside: list[Name], dropped: set[Name], first_names: object) -> list[Name]:
    """A person entity with a state or body in it: "Jordan Peterson" is one name, "NATO Mark Rutte" is two."""
    head = fold(doc[name.first].text)
    single = all(
        one.first == one.last and one.entry and one.entry.kind in ("state", "capital", "media", "demonym")
        for one in inside
    )
    given = head in load_first_names() or inside[0].first == name.first
    if single and not has_dash(doc, name) and given and (inside[0].first > name.first or head in load_first_names()):
        dropped.update(inside)
        return [name]
    if inside[0].first <= name.first:
        start = inside[0].last + 1
        start, _ = trim(doc, start, name.last) if start <= name.last else (start, 0)
        start, _ = strip_title(doc, start, name.last) if start <= name.last else (start, False)
        if start <= name.last and is_capital(doc[start]) and not has_dash(doc, name):
            return [replace(name, first=start, text=doc[start : name.last + 1].text)]
        return split_dash(doc, name, inside)
    return split_dash(doc, name, inside)


def split_dash(doc: Doc, name: Name, inside: list[Name]) -> list[Name]:
    """The halves of a hyphenated entity that the gazetteer does not hold."""
    if not has_dash(doc, name):
        return []
    held = {index for one in inside for index in range(one.first, one.last + 1)}
    rest = [i for i in range(name.first, name.last + 1) if i not in held and is_capital(doc[i])]
    return [Name(first=i, last=i, text=doc[i].text) for i in rest]


def keeps_organization(doc: Doc, name: Name, inside: list[Name]) -> bool:
    """Is an ORG entity that holds a gazetteer name a longer name of its own ("Russian Foreign Ministry")?"""
    if is_title_case(doc[name.first].sent):
        return False
    if inside[0].entry is not None and inside[0].entry.kind == "media" and inside[0].last + 1 == name.last:
        return is_of_medium(doc[name.last])
    if is_branch(doc, name, inside):
        return True
    last = inside[-1].entry
    ends = last is not None and last.kind == "body" and inside[-1].last == name.last
    if ends and all(one.entry is not None and last is not None and one.entry.side == last.side for one in inside):
        return False  # "US Federal Reserve": the body's own name, with its state before it
    words = load_name_words()["organization"]
    held = {index for one in inside for index in range(one.first, one.last + 1)}
    rest = [doc[i] for i in range(name.first, name.last + 1) if i not in held]
    if not any(is_capital(token) for token in rest):
        return False  # "Ruta news agency"
    meant = is_capital(rest[0]) and any(token.text == "for" for token in rest[1:])  # "Water for Ruta"
    return (meant or any(token.text.lower() in words for token in rest)) and all(
        is_capital(t) or t.text in ("of", "for", "the", "and") for t in rest
    )


def known_words(doc: Doc, names: list[Name]) -> dict[str, list[tuple[str, ...]]]:
    """Names of the body text by their first word, longest first, for headlines."""
    known: set[tuple[str, ...]] = set()
    for name in names:
        if name.entry is None and not is_title_case(doc[name.first].sent):
            words = tuple(fold(token.text) for token in doc[name.first : name.last + 1])
            known.add(words)
            if name.kind == "person":
                known.add(words[-1:])
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=lambda one: (-len(one), one)):
        table.setdefault(words[0], []).append(words)
    return table


def in_headlines(doc: Doc, names: list[Name], signed: frozenset[int]) -> list[Name]:
    """In headline case, replace entities by the names that the body knows, or begins; keep only safe others.

    Who has `signed` a post at a token is one.
    """
    known = known_words(doc, names)
    result = [
        name
        for name in names
        if name.entry is not None or name.first in signed or not is_title_case(doc[name.first].sent)
    ]
    whole = {name.first: name for name in names if name.label == "ORG" and name.entry is None}
    held = {index for name in result for index in range(name.first, name.last + 1)}
    for sentence in doc.sents:
        if not is_title_case(sentence):
            continue
        at = sentence.start
        while at < sentence.end:
            words = next(
                (
                    one
                    for one in known.get(fold(doc[at].text), ())
                    if is_capital(doc[at]) and tuple(fold(token.text) for token in doc[at : at + len(one)]) == one
                ),
                None,
            )
            if words and not held & set(range(at, at + len(words))):
                last, longer = at + len(words) - 1, whole.get(at)
                name = Name(first=at, last=last, text=doc[at : last + 1].text)
                if longer is not None and all(doc[i].tag_ == "NNP" for i in range(at, longer.last + 1)):
                    last, name = (longer.last, longer) if longer.last > last else (last, name)
                if len(words) == 1 and at > sentence.start and at - 1 not in held and is_given(doc[at - 1]):
                    # "Ana Ruta Resigns", where the text has "Ruta" alone
                    name = Name(
                        first=at - 1, last=last, text=doc[at - 1 : last + 1].text, kind="person", label="PERSON"
                    )
                result.append(name)
                held.update(range(name.first, last + 1))
                at = last
            at += 1
    for name in names:
        span = set(range(name.first, name.last + 1))
        if held & span or not is_title_case(doc[name.first].sent):
            continue
        if is_full(doc, name) or (name.label == "PERSON" and name.kind == "person" and not name.last - name.first):
            result.append(name)
            held |= span
    return sorted(result, key=lambda one: (one.first, one.last))


def is_given(token: Token) -> bool:
    """Is a word of a headline a given name, and none that is a word of its own there ("Will Ruta Resign?")?"""
    return (
        token.text.istitle() and fold(token.text) in load_first_names() and token.lower_ not in load_nominals()["given"]
    )


def is_full(doc: Doc, name: Name) -> bool:
    """Is a name in a headline a person's with a known given name?"""
    given = name.label == "PERSON" and fold(doc[name.first].text) in load_first_names()
    proper = all(token.pos_ == "PROPN" for token in doc[name.first : name.last + 1])
    return given and 1 <= name.last - name.first <= 2 and proper


def find_names(parse: Parse) -> list[Name]:
    """Find names in a document.

    Args:
        parse: The parsed document.

    Returns:
        Names in the order of the text, without overlaps.
    """
    doc = parse.doc
    merged = merge_layers(doc, scan_gazetteer(doc), add_sites(doc, [*scan_entities(doc), *scan_tied(doc)]))
    spans = {(one.first, one.last) for one in merged if one.entry is not None or one.label in ("PERSON", "ORG")}
    posters = find_signers(parse)
    signers = [one for one in posters if (one.first, one.last) not in spans]
    signed = {index for name in signers for index in range(name.first, name.last + 1)}
    merged = without_overlaps([*signers, *(one for one in merged if not signed & {one.first, one.last})])
    merged = fill_brackets(doc, merged)
    taken = {index for name in merged for index in range(name.first, name.last + 1)}
    known = {fold(part) for name in merged if name.entry is None for part in (name.text, doc[name.last].text)}
    whole = {fold(name.text) for name in merged if name.entry is None and name.first == name.last}
    whole |= {fold(doc[name.last].text) for name in merged if name.label == "PERSON" and name.first < name.last}
    runs = scan_runs(doc, taken, known, whole, find_stage_names(doc, merged))
    named = sorted((halve(doc, one) for one in (*merged, *runs)), key=lambda one: (one.first, one.last))
    named = join_fields(doc, join_bodies(doc, without_overlaps(cut_glued(doc, named))))
    named = know_papers(doc, join_brands(doc, keep_possessives(doc, named)))
    named = without_frames(doc, shorten_firms(doc, join_hyphens(doc, split_pairs(doc, named))))
    return without_overlaps(in_headlines(doc, named, frozenset(one.first for one in posters)))


def without_overlaps(names: list[Name]) -> list[Name]:
    """Keep the longer of two overlapping names; the gazetteer's where they are equally long."""
    held: set[int] = set()
    kept: list[Name] = []
    for name in sorted(names, key=lambda one: (one.first - one.last, one.entry is None, one.first)):
        span = range(name.first, name.last + 1)
        if not held.intersection(span):
            kept.append(name)
            held.update(span)
    return sorted(kept, key=lambda one: one.first)
