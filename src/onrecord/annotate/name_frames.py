"""What stands around a name and makes it none, or whole: a party's tag, a ticker, the title of a work, brackets.

"(R-Ohio)" and "(NYSE: ORX)" name nobody, "Annie Ruta" may be a film, and of "[Ana] Ruta" the editor added the first
word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import INSIDE, Name
from onrecord.naming import fold, load_first_names
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

TAG = re.compile(r"[(,]\s*[DRI][-–‑/](?:(?:[A-Z]\.){2}|[A-Z][a-z]+\.?(?: [A-Z][a-z]+)*)")
"""The party and the state of a member: "(R-Ohio)", ", D-N.J.,"."""
TICKER = re.compile(
    r"\((?:[A-Z]{2,8}|Nasdaq|Euronext)(?: [A-Z][a-z]+)?:\s?[A-Z0-9.]{1,6}(?:[;,][^)]{1,30})?\)"
    r"|\([A-Z]{1,5}\.[A-Z]{1,2}\)"
)
"""Where a firm's shares are dealt in: "(NYSE: ORX)", "(ORX.N)"."""
QUOTED = re.compile(r"[“\"](?=[A-Z0-9])([^“”\"\n]{2,70}?)[”\"]")
SMALL = frozenset(("a", "an", "the", "from", "by", "with", "or", "as", "is", "it", "&", "de", "la", "le", "el"))
"""Words in lower case that a title may have besides those of a body's name."""
BRACKETED = re.compile(r"\[([A-Z][a-z]+)\] ([A-Z][\w’'-]+)")
NICKNAMED = re.compile(r"\b([A-Z][a-z]+) [“\"‘'][A-Z][\w .]{1,25}[”\"’'] ([A-Z][\w’'-]+)")


def spans_of(doc: Doc, patterns: Iterable[re.Pattern[str]]) -> list[tuple[int, int]]:
    """Where patterns stand in a text."""
    return [match.span() for pattern in patterns for match in pattern.finditer(doc.text)]


def within(doc: Doc, name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    """Does a name stand inside one of the stretches of a text?"""
    low, high = doc[name.first].idx, doc[name.last].idx + len(doc[name.last])
    return any(start <= low and high <= end for start, end in spans)


def without_frames(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """The names less those that are part of a tag, a ticker or the title of a work."""
    tags, titles = spans_of(doc, (TAG, TICKER)), find_works(doc)
    outside = {fold(part) for one in names if not within(doc, one, titles) for part in (one.text, doc[one.last].text)}
    kept = [one for one in names if not within(doc, one, tags)]
    return [one for one in kept if not within(doc, one, titles) or is_no_title(doc, one, titles, outside)]


def find_works(doc: Doc) -> list[tuple[int, int]]:
    """The quoted titles of a text: two words and more, all in capitals but the small ones, no comma at the end."""
    return [match.span(1) for match in QUOTED.finditer(doc.text) if is_title(match[1]) and not is_nickname(doc, match)]


def is_title(words: str) -> bool:
    """Is a quotation printed like the title of a work?

    >>> is_title("Alice in Wonderland"), is_title("The book is good"), is_title("No, Thanks,")
    (True, False, False)
    """
    parts = words.rstrip(".").split()
    if len(parts) < 2 or words[-1] in ",!?" or words[-1].isspace():
        return False
    return all(one[0].isupper() or one[0].isdigit() or one in INSIDE or one in SMALL for one in parts)


def is_nickname(doc: Doc, match: re.Match[str]) -> bool:
    """Does a quotation stand inside a name ("Ana "The Hammer" Ruta")?"""
    before, after = doc.text[: match.start()], doc.text[match.end() :]
    return bool(re.search(r"[A-Z][\w.’'-]* $", before)) and bool(re.match(r" [A-Z]", after))


def is_no_title(doc: Doc, name: Name, titles: Sequence[tuple[int, int]], outside: set[str]) -> bool:
    """Is a name in a title somebody all the same: a body, named without the quotes, or a whole that is no work's?"""
    body = name.label == "ORG" or doc[name.last].lower_ in load_name_words()["organization"]
    if body or fold(name.text) in outside or (name.label == "PERSON" and fold(doc[name.last].text) in outside):
        return True
    low, high = doc[name.first].idx, doc[name.last].idx + len(doc[name.last])
    if (low, high) not in titles or name.last - name.first > 2:
        return False
    work = not set(load_nominals()["works"]).isdisjoint(token.lower_ for token in doc[name.first].sent)
    return name.entry is not None or (fold(doc[name.first].text) in load_first_names() and not work)


def fill_brackets(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """ "[Ana] Ruta", "Ana 'The Hammer' Ruta": the given name before a bracket or a nickname is a part of the name."""
    whole = []
    for match in (*BRACKETED.finditer(doc.text), *NICKNAMED.finditer(doc.text)):
        span = doc.char_span(*match.span())
        if span is not None and fold(match[1]) in load_first_names():
            text = f"{match[1]} {match[2]}"
            whole.append(Name(first=span.start, last=span.end - 1, text=text, kind="person", label="PERSON"))
    whole += share_surnames(doc, names)
    held = {index for one in whole for index in range(one.first, one.last + 1)}
    return sorted([*whole, *(one for one in names if not held & {one.first, one.last})], key=lambda one: one.first)


def share_surnames(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """ "Otto and Ana Ruta": the first of two given names has the surname as well, if nobody named before goes by it."""
    known = load_first_names()
    full = [one for one in names if one.label == "PERSON" and one.first < one.last]
    borne = {fold(doc[one.first].text): one.first for one in reversed(full)}
    found = []
    for one in full:
        given, tie = doc[max(one.first - 2, 0)], doc[max(one.first - 1, 0)]
        first = fold(given.text)
        before = doc[given.i - 1] if given.i else None
        alone = before is None or given.is_sent_start or not (is_capital(before) or before.text in (",", "and", "&"))
        pair = (
            tie.lower_ in ("and", "&") and is_capital(given) and first in known and fold(doc[one.first].text) in known
        )
        if pair and alone and borne.get(first, len(doc)) > given.i and one.last == one.first + 1:
            text = f"{given.text} {doc[one.last].text}"
            found.append(Name(first=given.i, last=given.i, text=text, kind="person", label="PERSON"))
    return found


def keep_possessives(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """ "Marlo's said", "Fell & Ruta's cut": a firm whose name ends in "'s", as a verb right behind it shows."""

    def tail(name: Name) -> bool:
        return name.entry is None and name.last + 2 < len(doc) and doc[name.last + 1].text in ("'s", "’s")

    shown = {
        one.text for one in names
        if tail(one) and doc[one.last + 1].tag_ == "POS" and doc[one.last + 2].tag_ in ("VBD", "VBZ", "MD")
    }  # fmt: skip
    shown -= {one.text for one in names if not tail(one)}
    return [
        replace(one, last=one.last + 1, text=doc[one.first : one.last + 2].text, kind="organization", label="ORG")
        if one.text in shown and tail(one) else one
        for one in names
    ]  # fmt: skip
