"""Hyphens in names: halves that are names of their own ("Ruta-Markov talks"), surnames of two words ("Ruta-Marn")."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import Name
from onrecord.annotate.name_ends import DASHES
from onrecord.annotate.polities import gazetteer_of
from onrecord.naming import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc


def has_dash(doc: Doc, name: Name) -> bool:
    """Does a hyphen or slash stand inside a name?"""
    return any(doc[index].text in DASHES for index in range(name.first, name.last + 1))


def split_pairs(doc: Doc, names: list[Name]) -> list[Name]:
    """Split hyphenated names whose halves are names elsewhere in the document ("Ruta-Markov talks")."""
    apart = [name for name in names if not has_dash(doc, name) and not is_half(doc, name)]
    alone = Counter(fold(doc[i].text) for name in apart for i in (name.first, name.last))
    states = gazetteer_of(doc)
    result: list[Name] = []
    for name in names:
        cuts = [i for i in range(name.first + 1, name.last) if doc[i].text in DASHES]
        if name.entry is not None or not cuts:
            result.append(name)
            continue
        parts, start = [], name.first
        for cut in [*cuts, name.last + 1]:
            parts.append((start, cut - 1))
            start = cut + 1
        known = [bool(alone[fold(doc[b].text)] or states.find(doc[a : b + 1].text)) for a, b in parts]
        dash = doc[cuts[0]].text
        if all(known) or (dash in "–—/" and any(known)):
            result += [
                Name(first=a, last=b, text=doc[a : b + 1].text, entry=states.find(doc[a : b + 1].text))
                for a, b in parts
            ]
        else:
            result.append(name)
    return result


def is_half(doc: Doc, name: Name) -> bool:
    """Does a name stand right at a hyphen, as one half of another?"""
    before, after = doc[max(0, name.first - 1)], doc[min(len(doc) - 1, name.last + 1)]
    joined = before.text in DASHES and not before.whitespace_ and name.first > 0
    return joined or (after.text in DASHES and not doc[name.last].whitespace_)


def join_hyphens(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Ana Ruta-Marn … Ruta-Marn said": the surname alone is one as well, whatever the parser makes of its halves."""
    full = {doc[one.last - 2 : one.last + 1].text for one in names if has_double(doc, one)}
    if not full:
        return names
    wide = [one for one in names if one.last - one.first > 2]
    held = {index for one in wide for index in range(one.first, one.last + 1)}
    added = [
        Name(first=at, last=at + 2, text=doc[at : at + 3].text, kind="person", label="PERSON")
        for at in range(len(doc) - 2)
        if doc[at + 1].text in DASHES and doc[at : at + 3].text in full and at not in held
    ]
    inside = {index for one in added for index in range(one.first, one.last + 1)}
    kept = [one for one in names if not inside & {one.first, one.last}]
    return sorted([*kept, *added], key=lambda one: (one.first, one.last))


def has_double(doc: Doc, name: Name) -> bool:
    """Does a person's full name end in two words joined by a hyphen ("Ana Ruta-Marn")?"""
    if name.label != "PERSON" or name.last - name.first < 3 or doc[name.last - 1].text not in DASHES:
        return False
    return is_capital(doc[name.last - 2]) and is_capital(doc[name.last])
